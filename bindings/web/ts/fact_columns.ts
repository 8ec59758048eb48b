import type { Engine, Glue } from "./engine.js";
import type { Caliber, Exact, FactKind, PeriodSeries } from "./generated/types.js";
import { checked } from "./typed_arrays.js";

/** The functions that take columns of facts. */
export interface FactsGlue extends Glue {
  facts_give(
    kinds: Uint8Array,
    details: Uint16Array,
    origins: Uint32Array,
    nodes: Uint32Array,
    days: Int32Array,
    performanceDays: Int32Array,
    financeDays: Int32Array,
  ): void;
  facts_give_amounts(
    counts: Uint32Array,
    areas: Float64Array,
    amounts: Float64Array,
    financeAmounts: Float64Array,
    listAmounts: Float64Array,
  ): boolean;
  kpi_measure_columns(request: string): string | undefined;
  fact_kind_code(kind: string): number | undefined;
}

/** In the place of a detail: there is none. */
export const NO_DETAIL = 65_535;

/**
 * Facts as columns, a row each. Days are days since 1970-01-01; fen and 0.0001 m² are whole numbers,
 * exact in a `Float64Array` up to 2^53 and refused beyond.
 */
export interface FactColumns {
  /** What happened: `factKindCode(kind)`. */
  kinds: Uint8Array;
  /** What of that kind: places among the details of the request, or `NO_DETAIL`. */
  details: Uint16Array;
  /** Which kinds it goes back to, directly or through others: the bit `1 << code` of each. */
  origins: Uint32Array;
  /** Nodes, by their places among the groups of the request. */
  nodes: Uint32Array;
  /** 业务日期. */
  days: Int32Array;
  /** 业绩归属日期; the same as `days` where it is no other. */
  performanceDays: Int32Array;
  /** 财务确认日期; `NO_DAY` where finance does not recognise it. */
  financeDays: Int32Array;
  /** Units or batches. */
  counts: Uint32Array;
  /** Areas in 0.0001 m². */
  areas: Float64Array;
  /** Amounts in fen. */
  amounts: Float64Array;
  /** Amounts in fen, as finance has them. */
  financeAmounts: Float64Array;
  /** 表价总价, in fen. */
  listAmounts: Float64Array;
}

/** By which measures columns of facts are counted. */
export interface KpiMeasureColumnsRequest {
  /** Names of measures. Ratios are not counted in columns. */
  metrics: string[];
  /** The periods. */
  periods: PeriodSeries;
  /** 统计口径; marketing if absent. */
  caliber?: Caliber;
  /** The group of each node, from 0: the first is that of node 0. */
  groups: number[];
  /** Details that columns name by their place. */
  details?: string[];
}

/** What the facts of a group come to in a period. */
export interface MeasuredRow {
  /** The group. */
  group: number;
  /** The name of the period. */
  period: string;
  /** A value for each measure, in the order in which they were asked for: yuan, m² or units. */
  values: Exact[];
}

/** What facts come to, by group and period. */
export interface MeasuredColumns {
  /** Every group in every period, by group, then by period. */
  rows: MeasuredRow[];
}

/** Counts columns of facts. */
export function measure(
  engine: Engine<FactsGlue>,
  request: KpiMeasureColumnsRequest,
  facts: FactColumns,
): MeasuredColumns {
  const text = engine.text("request", request);
  const kinds = checked(engine, "kinds", Uint8Array, facts.kinds);
  const details = checked(engine, "details", Uint16Array, facts.details);
  const origins = checked(engine, "origins", Uint32Array, facts.origins);
  const nodes = checked(engine, "nodes", Uint32Array, facts.nodes);
  const days = checked(engine, "days", Int32Array, facts.days);
  const performance = checked(engine, "performanceDays", Int32Array, facts.performanceDays);
  const finance = checked(engine, "financeDays", Int32Array, facts.financeDays);
  const counts = checked(engine, "counts", Uint32Array, facts.counts);
  const areas = checked(engine, "areas", Float64Array, facts.areas);
  const amounts = checked(engine, "amounts", Float64Array, facts.amounts);
  const financed = checked(engine, "financeAmounts", Float64Array, facts.financeAmounts);
  const listed = checked(engine, "listAmounts", Float64Array, facts.listAmounts);
  return engine.use((glue) => {
    glue.facts_give(kinds, details, origins, nodes, days, performance, finance);
    engine.given(glue.facts_give_amounts(counts, areas, amounts, financed, listed));
    return JSON.parse(engine.given(glue.kpi_measure_columns(text)) as string) as MeasuredColumns;
  });
}

/** The number of a kind of fact. */
export function codeOf(engine: Engine<FactsGlue>, kind: FactKind): number {
  const text = engine.text("kind", kind);
  return engine.use((glue) => engine.given(glue.fact_kind_code(text)) as number);
}
