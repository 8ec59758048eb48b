import { Engine, type Operation } from "./engine.js";
import * as areas from "./generated/areas.js";
import type { OperationName } from "./generated/areas.js";
import * as columns from "./overdue_columns.js";
import * as glue from "./wasm/deal.js";

/** @internal */
export const engine = new Engine<columns.OverdueGlue>(glue);

const run: areas.Run = (operation, request) => engine.run(operation, request);

export const discount = areas.discountOperations(run);
export const organisation = areas.organisationOperations(run);
export const approval = areas.approvalOperations(run);
export const questionnaire = areas.questionnaireOperations(run);
export const numbering = areas.numberingOperations(run);
export const stock = areas.stockOperations(run);
const { settleArea, decideAreaSettlement, importSurvey, ...ofDeals } = areas.dealOperations(run);
/** What follows after signing, the settlement of areas too, is in `kaipan/service`. */
export const deal = ofDeals;
export const lottery = areas.lotteryOperations(run);
export const queue = areas.queueOperations(run);
export const voucher = areas.voucherOperations(run);
export const supervision = areas.supervisionOperations(run);
export const fundPlan = areas.fundPlanOperations(run);
const { followCommission, ...ofLedger } = areas.ledgerOperations(run);
/** What follows from commissions needs `kpi` too, which no entry has beside the ledger. */
export const ledger = ofLedger;
export const overdue = areas.overdueOperations(run);

/**
 * 按列评估应收：欠款、逾期天数和违约金，与 `overdue.assess` 一分不差。
 *
 * Assesses columns of claims: the fen of `overdue.assess`. A claim that has not arisen owes nothing.
 */
export function overdueAssessColumns(
  request: columns.OverdueAssessColumnsRequest,
  claims: columns.ClaimColumns,
  receipts?: columns.ReceiptColumns,
): columns.AssessedColumns {
  return columns.assess(engine, request, claims, receipts);
}

/**
 * 按列分析账龄，每组一行，与 `overdue.aging` 一分不差。
 *
 * What the claims of each group owe by how long they are overdue, as `overdue.aging` has it.
 */
export function overdueAgingColumns(
  request: columns.OverdueAgingColumnsRequest,
  claims: columns.ClaimColumns,
  receipts?: columns.ReceiptColumns,
): columns.AgedColumns {
  return columns.age(engine, request, claims, receipts);
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
  type AgedColumns,
  type AgedGroup,
  type AssessedColumns,
  type AssessedSums,
  type ClaimColumns,
  type OverdueAgingColumnsRequest,
  type OverdueAssessColumnsRequest,
  type ReceiptColumns,
} from "./overdue_columns.js";
export { NO_DAY } from "./typed_arrays.js";
export type * from "./generated/areas.js";
export type * from "./generated/types.js";
