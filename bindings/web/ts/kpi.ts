// For browsers, bundlers and workers.
import type { SyncWasmSource, WasmSource } from "./engine.js";
import { engine } from "./measuring.js";

export * from "./measuring.js";

/**
 * 加载 WebAssembly；用其他函数之前调用一次。
 *
 * Loads the WebAssembly; to be called once before anything else. Without a source it is loaded
 * from beside this file, `kaipan/kpi.wasm`.
 */
export function init(source?: WasmSource): Promise<void> {
  return engine.init(source ?? new URL("./kpi.wasm", import.meta.url));
}

/** As `init`, at once, from bytes or a compiled module, such as one sent to a worker. */
export function initSync(source: SyncWasmSource): void {
  engine.initSync(source);
}
