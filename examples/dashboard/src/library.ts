// Names of the library that several entries have.
export type { ForecastTotals, LedgerStatement as LedgerStatementAnswer, OverdueTotals, UnitState } from "kaipan/deal";
