// What the worker answers about reports: what the library says, arranged for the page.
import type { DueReport, Finding, PeriodKind, ReportDefinition, ReportFact } from "kaipan/kpi";
import type { DealRow, Named } from "../answers";

/** What a person has chosen. */
export interface Wish {
  report: string;
  kind: PeriodKind;
  from: string;
  to: string;
  /** The day whose end is looked at. */
  on: string;
  /** A node; everything that the reader may read if it is empty. */
  node: string;
  /** Who reads; nothing is hidden if it is empty. */
  reader: string;
}

/** What there is to choose from. */
export interface Choices {
  reports: ReportDefinition[];
  nodes: { id: string; name: string; level: number }[];
  readers: { person: string; role: Named }[];
  /** What the ledger has refused of the record: its money is in no report. */
  refused: Finding[];
}

/** What is due. */
export interface Due {
  today: DueReport[];
  /** Of the next day on which something is due, if nothing is today. */
  next: DueReport[];
}

/** A deal behind a row; what is lacking if the reader may not open it. */
export interface DealBehind {
  row: DealRow;
  lacking: Finding[];
}

export interface Behind {
  deals: DealBehind[];
  facts: ReportFact[];
  /** Facts that are not there, or not for the reader. */
  findings: Finding[];
}
