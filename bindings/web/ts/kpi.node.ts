// For Node.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { SyncWasmSource, WasmSource } from "./engine.js";
import { engine } from "./measuring.js";

export * from "./measuring.js";

const file = new URL("./kpi.wasm", import.meta.url);

/**
 * 加载 WebAssembly；用其他函数之前调用一次。
 *
 * Loads the WebAssembly; to be called once before anything else. Without a source it is read from
 * the package.
 */
export function init(source?: WasmSource): Promise<void> {
  return engine.init(source ?? readFile(file));
}

/** As `init`, at once. */
export function initSync(source?: SyncWasmSource): void {
  engine.initSync(source ?? readFileSync(file));
}
