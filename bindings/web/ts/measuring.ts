import { Engine, type Operation } from "./engine.js";
import * as columns from "./fact_columns.js";
import * as areas from "./generated/areas.js";
import type { OperationName } from "./generated/areas.js";
import type { FactKind } from "./generated/types.js";
import * as glue from "./wasm/kpi.js";

/** @internal */
export const engine = new Engine<columns.FactsGlue>(glue);

const run: areas.Run = (operation, request) => engine.run(operation, request);

export const kpi = areas.kpiOperations(run);
export const report = areas.reportOperations(run);

/**
 * 按列统计事实，结果与 `kpi.measure` 相同。
 *
 * Counts columns of facts by group, period and measure: what `kpi.measure` counts.
 */
export function kpiMeasureColumns(
  request: columns.KpiMeasureColumnsRequest,
  facts: columns.FactColumns,
): columns.MeasuredColumns {
  return columns.measure(engine, request, facts);
}

/** The number of a kind of fact in columns. */
export function factKindCode(kind: FactKind): number {
  return columns.codeOf(engine, kind);
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
export {
  type FactColumns,
  type KpiMeasureColumnsRequest,
  type MeasuredColumns,
  type MeasuredRow,
  NO_DETAIL,
} from "./fact_columns.js";
export { NO_DAY } from "./typed_arrays.js";
export type * from "./generated/areas.js";
export type * from "./generated/types.js";
