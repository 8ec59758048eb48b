import { type ErrorBody, KaipanError } from "./error.js";

/** What can be loaded: where it is, its bytes, or the compiled module. */
export type WasmSource =
  | URL
  | string
  | Request
  | Response
  | BufferSource
  | WebAssembly.Module
  | PromiseLike<URL | string | Request | Response | BufferSource | WebAssembly.Module>;

/** What can be loaded without waiting. */
export type SyncWasmSource = BufferSource | WebAssembly.Module;

/** The functions of a module, as the generated JavaScript around it has them. */
export interface Glue {
  initSync(module: { module: WebAssembly.Module }): { memory: WebAssembly.Memory };
  __wbg_reset_state(): void;
  /** Gives nothing if it is refused, as all functions do. */
  call(operation: string, request: string): string | undefined;
  call_bytes(operation: string, request: Uint8Array): string | undefined;
  /** Why the last call was refused, if it was. */
  refusal(): string | undefined;
  operations(): string;
  failure(detail: string): string;
  misuse(name: string, zh: string, en: string): string;
  version(): string;
}

/** An operation of the catalogue. */
export interface Operation {
  /** Name, `area.verb`. */
  name: string;
  /** What it does, in Chinese. */
  zh: string;
  /** What it does, in English. */
  en: string;
}

/** One instance of the module. After a failure inside it another one takes its place. */
export class Engine<G extends Glue = Glue> {
  /** Counts the instances; what was kept in an earlier one is gone. */
  instance = 0;
  readonly #glue: G;
  #loading: Promise<void> | undefined;
  /** Whether the instance has failed and the next call needs another one. */
  #broken = false;

  constructor(glue: G) {
    this.#glue = glue;
  }

  /** Loads the module unless it is there already. */
  init(source: WasmSource): Promise<void> {
    if (this.instance > 0) return Promise.resolve();
    this.#loading ??= compiled(source)
      .then((module) => this.initSync(module))
      .finally(() => {
        // Whatever failed, the next call may have a better source.
        this.#loading = undefined;
      });
    return this.#loading;
  }

  /** As `init`, at once. */
  initSync(source: SyncWasmSource): void {
    if (this.instance > 0) return;
    const module = source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source);
    this.#glue.initSync({ module });
    this.instance = 1;
  }

  /** Does something with the module; whatever goes wrong leaves as a `KaipanError`. */
  use<T>(work: (glue: G) => T): T {
    if (this.instance === 0) {
      throw new Error("kaipan: call init() or initSync() first | 请先调用 init() 或 initSync()");
    }
    if (this.#broken) this.#renew();
    try {
      return work(this.#glue);
    } catch (thrown) {
      if (thrown instanceof KaipanError) throw thrown;
      // Nothing in the instance can be relied upon now.
      this.#broken = true;
      throw this.use((glue) => refused(glue.failure(String(thrown)), { cause: thrown }));
    }
  }

  /** What a function gave; throws if it was refused. Nothing where there is no refusal either. */
  given<R>(result: R): R {
    const refusal = result ? undefined : this.#glue.refusal();
    if (refusal !== undefined) throw refused(refusal);
    return result;
  }

  /** Refuses an argument. */
  misuse(name: string, zh: string, en: string): KaipanError {
    return this.use((glue) => refused(glue.misuse(name, zh, en)));
  }

  call(operation: string, request: string | Uint8Array): string {
    if (typeof operation !== "string") {
      throw this.misuse("operation", "应为文本", "has to be a string");
    }
    if (typeof request === "string") {
      return this.use((glue) => this.given(glue.call(operation, request)) as string);
    }
    if (request instanceof Uint8Array) {
      return this.use((glue) => this.given(glue.call_bytes(operation, request)) as string);
    }
    throw this.misuse("request", "应为 JSON 文本或其字节", "has to be JSON text or its bytes");
  }

  run<T>(operation: string, request: unknown): T {
    return JSON.parse(this.call(operation, this.text("request", request))) as T;
  }

  /** A value as JSON. */
  text(name: string, value: unknown): string {
    let text: string | undefined;
    let why = "";
    try {
      text = JSON.stringify(value);
    } catch (thrown) {
      why = String(thrown);
    }
    if (text !== undefined) return text;
    throw this.misuse(name, `不能写成 JSON ${why}`, `cannot be written as JSON ${why}`);
  }

  operations(): Operation[] {
    return this.use((glue) => JSON.parse(glue.operations()) as Operation[]);
  }

  #renew(): void {
    this.#glue.__wbg_reset_state();
    this.instance += 1;
    this.#broken = false;
  }
}

function refused(text: string, options?: ErrorOptions): KaipanError {
  return new KaipanError((JSON.parse(text) as { error: ErrorBody }).error, options);
}

async function compiled(source: WasmSource): Promise<WebAssembly.Module> {
  let found = await source;
  if (found instanceof WebAssembly.Module) return found;
  if (typeof found === "string" || found instanceof URL || isRequest(found)) {
    found = await fetch(found, { credentials: "same-origin" });
  }
  if (!(typeof Response === "function" && found instanceof Response)) {
    return WebAssembly.compile(found as BufferSource);
  }
  if (!found.ok) throw new Error(`kaipan: ${found.url}: ${found.status} ${found.statusText}`);
  // Servers that do not know the type of the file must not keep it from loading.
  const type = found.headers.get("Content-Type")?.split(";", 1)[0]?.trim();
  if (type === "application/wasm" && typeof WebAssembly.compileStreaming === "function") {
    return WebAssembly.compileStreaming(found);
  }
  return WebAssembly.compile(await found.arrayBuffer());
}

function isRequest(source: unknown): source is Request {
  return typeof Request === "function" && source instanceof Request;
}
