// The record of a selling year: lines as they stand in the file, and what the library takes of them.
import type {
  AreaSettlementEvent, DealEvent, FactUnit, FollowUp, LedgerEntry, OrgNode, ServiceEvent, StockEvent, Unit,
} from "kaipan/kpi";

/** What every line has. */
export interface Line {
  n: number;
  project: string;
  date: string;
  at: string;
  decision?: number;
  stream?: { kind: string; id: string; version: number };
  node?: string;
  unit?: string;
  customer?: string;
  agent?: string;
  media?: string;
  kind: string;
  body: unknown;
}

/** Money as a cashier has written it down. */
export interface Moved {
  number: string;
  item: string;
  amount: string;
  method: "transfer" | "card" | "cash" | "cheque" | "loan" | "internal";
  bank_account: string;
  party: string;
  /** The line of the schedule that it is for. */
  schedule_line?: number;
  entry: LedgerEntry;
}

export interface RecordedTarget {
  node: string;
  agent?: string;
  metric: string;
  period: "year" | "month" | "quarter";
  first_day: string;
  last_day: string;
  count?: number;
  amount?: string;
}

export interface Spend {
  medium: string;
  campaign: string;
  department?: string;
  person?: string;
  amount: string;
}

export interface RecordedUnit extends Unit {
  list_total?: string | null;
}

/** The lines of a text (JSON Lines). */
export function parse(text: string): Line[] {
  return text.split("\n").filter((line) => line.length > 0).map((line) => JSON.parse(line) as Line);
}

export class Record {
  readonly name: string;
  readonly project: string;
  readonly firstDay: string;
  readonly lastDay: string;

  constructor(readonly lines: Line[]) {
    const [first] = lines;
    if (first?.kind !== "year") throw new Error("the record does not begin with its year");
    const year = first.body as { name: string; first_day: string; last_day: string };
    this.project = first.project;
    this.name = year.name;
    this.firstDay = year.first_day;
    this.lastDay = year.last_day;
  }

  of<T>(kind: string): { line: Line; body: T }[] {
    return this.lines.filter((line) => line.kind === kind).map((line) => ({ line, body: line.body as T }));
  }

  bodies<T>(kind: string): T[] {
    return this.of<T>(kind).map(({ body }) => body);
  }

  units = (): { node: string; unit: RecordedUnit }[] =>
    this.of<RecordedUnit>("unit").map(({ line, body }) => ({ node: line.node ?? line.project, unit: body }));
  dealEvents = (): DealEvent[] => this.bodies<DealEvent>("deal");
  stockEvents = (): StockEvent[] => this.bodies<StockEvent>("stock");
  followUps = (): FollowUp[] => this.bodies<FollowUp>("follow_up");
  services = (): ServiceEvent[] => this.bodies<ServiceEvent>("service");
  settlements = (): AreaSettlementEvent[] => this.bodies<AreaSettlementEvent>("area_settlement");
  entries = (): LedgerEntry[] =>
    this.lines.flatMap(({ kind, body }) =>
      kind === "entry" ? [body as LedgerEntry] : kind === "receipt" || kind === "payment" ? [(body as Moved).entry] : [],
    );

  /** The project and its buildings. */
  nodes(): OrgNode[] {
    const all = this.bodies<OrgNode>("node");
    const below = all.filter(({ parents }) => parents?.some(({ parent }) => parent === this.project));
    return [...all.filter(({ id }) => id === this.project), ...below];
  }

  /** Units as facts are derived with. Parking spaces and shops without a type count as their building. */
  factUnits = (): FactUnit[] =>
    this.units().map(({ node, unit }) => ({
      unit_no: unit.unit_no,
      node,
      product: unit.product_type ?? null,
      layout: unit.layout ?? null,
      area: unit.building_area,
      list_total: unit.list_total ?? null,
    }));
}
