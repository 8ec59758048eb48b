// The ledger of the record: what receipts, entries and events of deals mean for it (handbook §6.14), posted by the library.
// The core's own rule (`DealFollowing`) is no operation, so the page follows it: a plan that is agreed again replaces the one
// before, and receipts are allocated by the policy, not by the line that the cashier names.
import { type DealEvent, ledger, type LedgerAct, type LedgerCommand, type LedgerPosting, type ReceivableLine, type ReceiptMethod, type ServiceEvent } from "kaipan/deal";
import type { Finding } from "kaipan/kpi";
import type { Line, Moved, Record } from "./record";
import type { LedgerEntry } from "kaipan/kpi";

const METHODS: { [method in Moved["method"]]: ReceiptMethod } = {
  transfer: "bank_transfer", card: "pos", cash: "cash", cheque: "cheque", loan: "bank_loan", internal: "internal",
};
/** What the buyer pays himself, of what may be taken off for a smaller area. */
const OWN = new Set(["down_payment", "house_payment", "instalment"]);
const LOANS: { [kind: string]: string } = { commercial_loan: "commercial_loan", fund_loan: "fund_loan" };

export interface Posted {
  postings: LedgerPosting[];
  refused: Finding[];
}

/** Commands in the order of the record. */
export class Following {
  readonly commands: LedgerCommand[] = [];
  readonly #open = new Set<string>();
  readonly #ended = new Set<string>();
  readonly #signed = new Set<string>();
  /** Lines of the plan in force, by deal. */
  readonly #plans = new Map<string, ReceivableLine[]>();
  readonly #totals = new Map<string, string>();
  readonly #serviceDeals = new Map<string, string>();

  take(line: Line): void {
    switch (line.kind) {
      case "deal": return this.#deal(line, line.body as DealEvent);
      case "service": return this.#service(line, line.body as ServiceEvent);
      case "entry": return this.#enter(line, line.body as LedgerEntry);
      case "receipt": return this.receive(line, line.body as Moved);
      case "payment": return this.#enter(line, (line.body as Moved).entry);
    }
  }

  #add(key: string, date: string, act: LedgerAct): void {
    this.commands.push({ key, date, act });
  }

  opened(line: Pick<Line, "date" | "customer" | "unit" | "project">, deal: string): void {
    if (this.#open.has(deal)) return;
    this.#open.add(deal);
    const { customer = null, unit = null, project } = line;
    this.#add(`event/${deal}/0/1`, line.date, { kind: "open_deal", deal, customer, unit_no: unit, project });
  }

  #deal(line: Line, event: DealEvent): void {
    const { deal, version, change } = event;
    this.opened(line, deal);
    const date = event.at.slice(0, 10);
    const key = (at: number) => `event/${deal}/${version}/${at}`;
    switch (change.kind) {
      case "price_agreed":
        if (change.price.contract_total) this.#totals.set(deal, change.price.contract_total);
        return;
      case "payment_agreed": {
        const prefix = `${deal}/plan/${version}`;
        const lines = change.schedule.map(({ seq, item, name, amount, due = null }) => ({ id: `${prefix}/${seq}`, item: item === "instalment" ? "house_payment" : item, seq, due, amount, note: name }));
        this.#add(key(1), date, { kind: "raise", deal, lines, replaces: this.#plans.has(deal) });
        this.#plans.set(deal, lines);
        return;
      }
      case "document_opened": {
        const total = this.#totals.get(deal);
        if (change.document.kind === "contract" && total && !this.#signed.has(deal)) {
          this.#signed.add(deal);
          this.#add(key(1), date, { kind: "sign", deal, total });
        }
        return;
      }
      case "document_closed":
        // What takes the place of a document opens in the same decision.
        if (change.why !== "converted" && change.why !== "changed_name") this.#end(key(1), date, deal, event.reason ?? null);
        return;
      case "area_settled":
        if (change.amount.startsWith("-")) {
          const last = this.#plans.get(deal)?.filter(({ item }) => OWN.has(item)).at(-1);
          if (last) this.#add(key(1), date, { kind: "adjust", receivable: last.id, by: change.amount });
        } else {
          const id = `${deal}/area/${version}/1`;
          this.#add(key(1), date, { kind: "raise", deal, lines: [{ id, item: "area_difference", amount: change.amount }] });
        }
        return;
      case "todo_opened":
        if (change.todo.kind === "collect" && change.todo.item === "handling_fee") {
          const lines = [{ id: `${deal}/todo/${change.todo.id}`, item: change.todo.item, amount: change.todo.amount }];
          this.#add(key(1), date, { kind: "raise", deal, lines });
        }
    }
  }

  #end(key: string, date: string, deal: string, reason: string | null): void {
    if (this.#ended.has(deal)) return;
    this.#ended.add(deal);
    this.#add(key, date, { kind: "end_deal", deal, reason });
  }

  /** What a bank does not lend is owed by the buyer himself. */
  #service(_line: Line, event: ServiceEvent): void {
    const { change } = event;
    if (change.kind === "started") {
      this.#serviceDeals.set(event.service, change.deal);
      return;
    }
    if (change.kind !== "todo_opened" || change.todo.kind !== "shortfall" ) return;
    const deal = this.#serviceDeals.get(event.service);
    const loan = deal && this.#plans.get(deal)?.filter(({ item }) => item in LOANS).at(-1);
    const [date, { id, amount, due = null }] = [event.at.slice(0, 10), change.todo];
    if (!deal || !loan || !amount) return;
    this.#add(`event/${event.service}/${event.version}`, date, { kind: "adjust", receivable: loan.id, by: `-${amount}` });
    const lines = [{ id: `${deal}/plan/shortfall/${event.service}/${id}`, item: "house_payment", due, amount }];
    this.#add(`event/${event.service}/${event.version}/1`, date, { kind: "raise", deal, lines });
  }

  #enter(line: Line, entry: LedgerEntry): void {
    if (entry.deal) this.opened(line, entry.deal);
    this.commands.push({ key: entry.key, act: { kind: "enter", entry } });
  }

  receive(line: Line, moved: Moved): void {
    const { entry } = moved;
    if (!entry.deal || entry.legs.length !== 2) return this.#enter(line, entry);
    this.opened(line, entry.deal);
    // Items of fees are of the house: what kind of money they are, their account says.
    const isCollected = entry.legs.some(({ account }) => account.kind === "collected");
    this.#add(entry.key, entry.date, {
      kind: "receive",
      receipt: {
        deal: entry.deal, item: moved.item, amount: moved.amount, method: METHODS[moved.method],
        account: moved.bank_account, payer: moved.party, voucher: moved.number,
        ...(isCollected ? { category: "collected" as const } : {}),
      },
    });
  }
}

/** Posts the whole record. */
export function post(record: Record): Posted {
  const following = new Following();
  for (const line of record.lines) following.take(line);
  const now = record.lines.at(-1)?.at ?? `${record.lastDay}T23:59:59`;
  const { results } = ledger.post({ context: { now, person: "kaipan" }, commands: following.commands });
  return {
    postings: results.flatMap(({ posting }) => (posting ? [posting] : [])),
    refused: results.flatMap(({ refusal }) => (refusal ? [refusal] : [])),
  };
}
