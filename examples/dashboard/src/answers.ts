// What the worker answers with: figures as the library has them, arranged for the panels.
import type {
  AgingTable, AgingColumn, AgingRow, BridgeTotal, BridgeLine, Caliber, CashForecastPeriod, CommissionTotal, CompletionRow,
  Deal, DealEvent, ErrorBody, Finding, ForecastPoint, PeriodKind, RankLine, TrendStep,
} from "kaipan/kpi";
import type { ForecastTotals, LedgerStatementAnswer, OverdueTotals, UnitState } from "./library";

/** What a person has chosen. */
export interface Filter {
  /** A node; the whole project if it is empty. */
  node: string;
  kind: Extract<PeriodKind, "year" | "quarter" | "month">;
  from: string;
  to: string;
  /** The day that is looked at: nothing later counts. */
  on: string;
  caliber: Caliber;
}

/** Whatever may be refused: an answer, or why there is none. */
export type Or<T> = { answer: T; error?: undefined } | { answer?: undefined; error: ErrorBody };

export interface Named {
  zh: string;
  en: string;
}

/** What the record has, to choose from. */
export interface Opened {
  name: string;
  project: string;
  firstDay: string;
  lastDay: string;
  nodes: { id: string; name: string }[];
  metrics: { [name: string]: Named };
  facts: number;
  units: number;
  deals: number;
  findings: Finding[];
}

/** A figure by group or period. */
export interface Figure {
  name: string;
  value: string;
}

/** What one filter comes to: all of it is counted in columns. */
export interface View {
  /** Milliseconds that the worker took. */
  took: number;
  facts: number;
  board: Figure[];
  ratios: Figure[];
  completion: Or<{ time_progress: string; remaining_days: number; rows: CompletionRow[]; findings: Finding[] }>;
  funnel: Figure[];
  funnelRates: Figure[];
  months: { period: string; figures: { [metric: string]: string } }[];
  trend: TrendStep[];
  calibers: { metric: string; marketing: { period: string; value: string }[]; finance: { period: string; value: string }[] };
  buildings: Figure[];
  sellThrough: Figure[];
  offered: { node: string; released: string; sold: string }[];
  rankings: { [by: string]: RankLine[] };
}

export interface Bridge {
  first: string;
  second: string;
  difference: string;
  reasons: BridgeTotal[];
  lines: BridgeLine[];
}

export interface StockCell {
  unitNo: string;
  node: string;
  stair: string;
  floor: number;
  line: string;
  state: UnitState;
  deal?: string;
}

export interface Money {
  totals: OverdueTotals;
  columns: AgingColumn[];
  total: AgingRow;
  tables: AgingTable[];
  forecast: CashForecastPeriod[];
  forecastTotals: ForecastTotals;
  refused: Finding[];
}

export interface SalesForecast {
  metric: string;
  history: Figure[];
  average: ForecastPoint[];
  line: ForecastPoint[];
}

export interface Commission {
  totals: CommissionTotal[];
  total: string;
}

export interface DealRow {
  deal: string;
  unit: string;
  node: string;
  agent: string;
  customer: string;
  document: string;
  state: string;
  total: string;
  on: string;
}

export interface DealDetail {
  row: DealRow;
  deal: Deal;
  events: DealEvent[];
  statement: Or<LedgerStatementAnswer>;
}
