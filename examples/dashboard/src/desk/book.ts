// Streams of the record and of the desk: what each home and each deal has been through.
import { approval, type ApprovalEvent, type ApprovalRequest, deal, type DealEvent, ledger, overdue, type ReceivedMoney, type StockEvent, type UnitStock, type Deal } from "kaipan/deal";
import type { StockCell } from "../answers";
import { LATE_FEE } from "../policy";
import { Following, type Posted } from "../worker/posting";
import type { Line, Moved } from "../worker/record";
import type { Project } from "./project";

export class Book {
  readonly #cells = new Map<string, { lines: number; cell: StockCell }>();

  constructor(readonly project: Project, readonly own: readonly Line[]) {}

  stockEvents(unitNo: string): StockEvent[] {
    return this.#lines((line) => line.kind === "stock" && line.unit === unitNo).map(({ body }) => body as StockEvent);
  }

  dealEvents(id: string): DealEvent[] {
    return this.#lines(({ kind, body }) => kind === "deal" && (body as DealEvent).deal === id).map(({ body }) => body as DealEvent);
  }

  state(unitNo: string, id: string): { stock: UnitStock | undefined; deal: Deal | undefined } {
    const events = this.dealEvents(id);
    const found = deal.replay({ unit_no: unitNo, stock: this.stockEvents(unitNo), ...(events.length ? { deal_id: id, deal: events } : {}) });
    return { stock: found.stock ?? undefined, deal: found.deal ?? undefined };
  }

  /** The plan. What has not changed is not replayed again. */
  cells(): StockCell[] {
    return [...this.project.units].map(([unitNo, { node, unit }]) => {
      const lines = this.own.filter((line) => line.unit === unitNo).length;
      const kept = this.#cells.get(unitNo);
      if (kept?.lines === lines) return kept.cell;
      const { stock } = deal.replay({ unit_no: unitNo, stock: this.stockEvents(unitNo) });
      const cell: StockCell = {
        unitNo, node, stair: unit.stair ?? "", floor: unit.floor, line: unit.line ?? "", state: stock?.state ?? "not_released",
        ...(stock?.deal ? { deal: stock.deal } : {}),
      };
      this.#cells.set(unitNo, { lines, cell });
      return cell;
    });
  }

  /** The deal that a home is in, or that the desk last began with it; else a new one. */
  dealOf(unitNo: string): string {
    const { stock } = deal.replay({ unit_no: unitNo, stock: this.stockEvents(unitNo) });
    if (stock?.deal) return stock.deal;
    const begun = this.own.filter((line) => line.unit === unitNo && (line.kind === "deal" || line.kind === "receipt"));
    const last = begun.map((line) => (line.kind === "deal" ? (line.body as DealEvent).deal : ((line.body as Moved).entry.deal ?? ""))).at(-1);
    const begins = (id: string) => ({ id, ended: this.#isEnded(id) });
    if (last && !begins(last).ended) return last;
    const number = new Set(begun.map((line) => (line.kind === "deal" ? (line.body as DealEvent).deal : ""))).size + 1;
    return `DESK-${unitNo}-${number}`;
  }

  #isEnded(id: string): boolean {
    const events = this.dealEvents(id);
    if (events.length === 0) return false;
    const documents = deal.replay({ deal_id: id, deal: events }).deal?.documents ?? [];
    return documents.length > 0 && documents.every(({ state }) => state === "closed");
  }

  /** What was posted about a deal, and what the ledger refused. */
  posted(id: string, ...further: Line[]): Posted {
    const about = this.#lines(({ kind, body }) => {
      if (kind === "deal") return (body as DealEvent).deal === id;
      if (kind === "entry") return (body as { deal?: string }).deal === id;
      return (kind === "receipt" || kind === "payment") && (body as Moved).entry.deal === id;
    });
    const following = new Following();
    for (const line of [...about, ...further]) following.take(line);
    return following.end().posted(id);
  }

  account(id: string, day: string) {
    const { postings, refused } = this.posted(id);
    if (postings.length === 0) return undefined;
    const statement = ledger.statement({ ledger: { postings }, as_of: day, deal: id });
    const { claims, deals } = overdue.claims({ ledger: { postings }, as_of: day });
    return { refused, statement, overdue: overdue.assess({ policy: LATE_FEE, as_of: day, claims, deals }) };
  }

  /** Money that lies there, item by item, and in which account. */
  received(id: string, day: string): ReceivedMoney[] {
    const statement = this.account(id, day)?.statement;
    const accounts = new Map(this.#lines(({ kind, body }) => kind === "receipt" && (body as Moved).entry.deal === id)
      .map(({ body }) => [(body as Moved).item, (body as Moved).bank_account]));
    const first = [...accounts.values()][0] ?? null;
    return (statement?.money ?? []).flatMap(({ item, applied, free }) =>
      [applied, free].filter((amount) => !/^-?0*(\.0*)?$/.test(amount)).map((amount) => ({ item, amount, account: accounts.get(item) ?? first })));
  }

  /** Requests for approval about a deal. Each serves once: which have, the deal knows. */
  approvals(id: string): ApprovalRequest[] {
    const all = this.own.filter(({ kind }) => kind === "approval").map(({ body }) => body as ApprovalEvent);
    const about = all.flatMap(({ request, change }) => (change.kind === "submitted" && change.asked.subject === id ? [request] : []));
    return about.map((request) => approval.replay({ events: all.filter((event) => event.request === request) }));
  }

  /** How many entries of a deal there are. */
  entries = (id: string): number =>
    this.#lines(({ kind, body }) => (kind === "entry" ? (body as { deal?: string }).deal === id : (kind === "receipt" || kind === "payment") && (body as Moved).entry.deal === id)).length;

  /** What happened to a home and its deal, the last first. */
  history(unitNo: string): Line[] {
    return this.own.filter((line) => line.unit === unitNo).reverse();
  }

  #lines(wanted: (line: Line) => boolean): Line[] {
    return [...this.project.lines.filter(wanted), ...this.own.filter(wanted)];
  }
}
