import { type ColumnsGlue, CompiledScheme } from "./columns.js";
import { Engine, type Operation } from "./engine.js";
import * as areas from "./generated/areas.js";
import type { OperationName } from "./generated/areas.js";
import type { PricingScheme, Unit } from "./generated/types.js";
import * as glue from "./wasm/kaipan.js";

/** @internal */
export const engine = new Engine<ColumnsGlue>({
  ...glue,
  // Once there is an instance, this only gives its exports.
  memory: () => glue.initSync(undefined as never).memory,
});

const run: areas.Run = (operation, request) => engine.run(operation, request);

export const number = areas.numberOperations(run);
export const project = areas.projectOperations(run);
export const pricing = areas.pricingOperations(run);
export const discount = areas.discountOperations(run);
export const payment = areas.paymentOperations(run);
export const fee = areas.feeOperations(run);
export const quote = areas.quoteOperations(run);

/**
 * 把定价方案编译成按列计算的形式。
 *
 * Compiles a scheme for columns of homes; floors that exist are taken from the units.
 */
export function compile(scheme: PricingScheme, units: readonly Unit[]): CompiledScheme {
  return new CompiledScheme(engine, scheme, units);
}

/**
 * 调用一个操作：JSON 进，JSON 出。
 *
 * Calls an operation: JSON in, JSON out.
 */
export function call(operation: OperationName | (string & {}), request: string | Uint8Array): string {
  return engine.call(operation, request);
}

/** The catalogue of this entry: names and what they do, in Chinese and English. */
export function operations(): Operation[] {
  return engine.operations();
}

/** Version of the library. */
export function version(): string {
  return engine.use((glue) => glue.version());
}

export type { Operation, SyncWasmSource, WasmSource } from "./engine.js";
export { type ErrorBody, type ErrorParam, KaipanError } from "./error.js";
export { type Axis, type AxisKey, type Base, type Columns, type CompiledScheme, type PricedColumns } from "./columns.js";
export type * from "./generated/areas.js";
export type * from "./generated/types.js";
