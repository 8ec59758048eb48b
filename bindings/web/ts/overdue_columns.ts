import type { Engine, Glue } from "./engine.js";
import type { AgingBucket, AgingMode, Date, LateFeePolicy, Money } from "./generated/types.js";
import { checked, type Column } from "./typed_arrays.js";

/** The functions that take columns of claims. */
export interface OverdueGlue extends Glue {
  claims_give(
    due: Int32Array,
    amounts: Float64Array,
    since: Int32Array,
    bearing: Uint8Array,
    contractTotals: Float64Array,
    groups: Uint16Array,
  ): boolean;
  receipts_give(claims: Uint32Array, days: Int32Array, amounts: Float64Array): boolean;
  overdue_assess_columns(request: string): string | undefined;
  overdue_aging_columns(request: string): string | undefined;
  assessed_outstanding(): Float64Array;
  assessed_days(): Uint32Array;
  assessed_late_fees(): Float64Array;
}

/**
 * Claims as columns, a row each. Days are days since 1970-01-01; fen are whole numbers, exact in a
 * `Float64Array` up to 2^53 and refused beyond. Columns from `since` on may be left out.
 */
export interface ClaimColumns {
  /** Due days; `NO_DAY` where there is none. */
  due: Int32Array;
  /** Amounts in fen. */
  amounts: Float64Array;
  /** The days on which they arose; `NO_DAY` where it is not known. */
  since?: Int32Array;
  /** 1 where late fees are charged, 0 where not; on all if it is left out. */
  bearing?: Uint8Array;
  /** Contract totals of their deals in fen, for caps by those; 0 where it is not known. */
  contractTotals?: Float64Array;
  /** The group that each counts in, from 0, for aging; all in one if it is left out. */
  groups?: Uint16Array;
}

/** Receipts as columns, a row each, in any order; those in the order of their claims are quicker. */
export interface ReceiptColumns {
  /** The row of the claim that each pays, from 0. */
  claims: Uint32Array;
  /** Days on which the money came in. */
  days: Int32Array;
  /** Amounts in fen; below zero it was given back. */
  amounts: Float64Array;
}

/** By which day and policy columns of claims are assessed. */
export interface OverdueAssessColumnsRequest {
  /** What contracts agree about late payment; without it nothing is charged. */
  policy?: LateFeePolicy;
  /** The day. */
  as_of: Date;
}

/** By which day, policy and buckets columns of claims are aged. */
export interface OverdueAgingColumnsRequest {
  /** What contracts agree about late payment, where receipts pay late fees too. */
  policy?: LateFeePolicy;
  /** The day. */
  as_of: Date;
  /** What is analysed; what is still owed if absent. */
  mode?: AgingMode;
  /** The buckets; up to 30, 60, 90, 180, 360 days and longer if absent. */
  buckets?: AgingBucket[];
}

/** Sums over all claims. */
export interface AssessedSums {
  /** Claims that there are on the day. */
  claims: number;
  /** What is owed, yuan. */
  outstanding: Money;
  /** What of it is overdue, yuan. */
  overdue: Money;
  /** 参考违约金, yuan. */
  late_fee: Money;
}

/** What claims owe on a day, one element a claim, and the sums. */
export interface AssessedColumns {
  /** What is owed, in fen. */
  outstanding: Float64Array;
  /** Days overdue, if something is owed; else 0. */
  overdueDays: Uint32Array;
  /** 参考违约金, in fen. */
  lateFees: Float64Array;
  /** The sums. */
  sums: AssessedSums;
}

/** What is owed by the claims of a group, yuan. */
export interface AgedGroup {
  /** Claims of which there are amounts. */
  claims: number;
  /** Not due yet. */
  not_due: Money;
  /** Overdue, bucket by bucket. */
  buckets: Money[];
  /** Without a due day. */
  undated: Money;
}

/** What claims owe, group by group. */
export interface AgedColumns {
  /** The groups, in the order of their numbers: one for every number up to the highest. */
  groups: AgedGroup[];
}

/** Assesses columns of claims. */
export function assess(
  engine: Engine<OverdueGlue>,
  request: OverdueAssessColumnsRequest,
  claims: ClaimColumns,
  receipts: ReceiptColumns | undefined,
): AssessedColumns {
  const text = engine.text("request", request);
  const give = giving(engine, claims, receipts);
  return engine.use((glue) => {
    give(glue);
    const sums = JSON.parse(engine.given(glue.overdue_assess_columns(text)) as string) as AssessedSums;
    return {
      outstanding: glue.assessed_outstanding(),
      overdueDays: glue.assessed_days(),
      lateFees: glue.assessed_late_fees(),
      sums,
    };
  });
}

/** Ages columns of claims. */
export function age(
  engine: Engine<OverdueGlue>,
  request: OverdueAgingColumnsRequest,
  claims: ClaimColumns,
  receipts: ReceiptColumns | undefined,
): AgedColumns {
  const text = engine.text("request", request);
  const give = giving(engine, claims, receipts);
  return engine.use((glue) => {
    give(glue);
    return JSON.parse(engine.given(glue.overdue_aging_columns(text)) as string) as AgedColumns;
  });
}

/** Checks the arrays; gives what hands them over. */
function giving(
  engine: Engine<OverdueGlue>,
  claims: ClaimColumns,
  receipts: ReceiptColumns | undefined,
): (glue: OverdueGlue) => void {
  const of = <K extends Column>(name: string, kind: K, column: unknown) =>
    checked(engine, name, kind, column);
  const due = of("due", Int32Array, claims.due);
  const amounts = of("amounts", Float64Array, claims.amounts);
  const since = of("since", Int32Array, claims.since ?? new Int32Array());
  const bearing = of("bearing", Uint8Array, claims.bearing ?? new Uint8Array());
  const totals = of("contractTotals", Float64Array, claims.contractTotals ?? new Float64Array());
  const groups = of("groups", Uint16Array, claims.groups ?? new Uint16Array());
  const paid = receipts && of("claims", Uint32Array, receipts.claims);
  const days = receipts && of("days", Int32Array, receipts.days);
  const received = receipts && of("amounts", Float64Array, receipts.amounts);
  return (glue) => {
    engine.given(glue.claims_give(due, amounts, since, bearing, totals, groups));
    if (paid && days && received) engine.given(glue.receipts_give(paid, days, received));
  };
}
