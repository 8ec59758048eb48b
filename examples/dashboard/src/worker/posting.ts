// The ledger of the record. What follows for it from deals, services and money is the library's to say (handbook §6.14,
// `ledger.follow` and its like): each deal is asked about with what was posted of it so far.
import { type AreaSettlementSheet, type DealEvent, ledger, type LedgerCommand, type LedgerPosting, type ReceiptMethod, type ServiceEvent } from "kaipan/deal";
import type { AreaSettlementEvent, Finding, LedgerEntry } from "kaipan/kpi";
import type { Line, Moved, Record } from "./record";

const METHODS: { [method in Moved["method"]]: ReceiptMethod } = {
  transfer: "bank_transfer", card: "pos", cash: "cash", cheque: "cheque", loan: "bank_loan", internal: "internal",
};
const PERSON = "kaipan";

export interface Posted {
  postings: LedgerPosting[];
  refused: Finding[];
}

/** What is known of a deal so far. */
interface Account extends Posted {
  events: DealEvent[];
  sheet?: AreaSettlementSheet;
}

/** Events of one decision about one deal. */
interface Pending {
  deal: string;
  decision: number | undefined;
  line: Line;
  /** The version before its first event. */
  after: number;
}

/** Takes lines in the order of the record. */
export class Following {
  /** All that was posted and refused, in the order of the record. */
  readonly all: Posted = { postings: [], refused: [] };
  readonly #accounts = new Map<string, Account>();
  readonly #services = new Map<string, { deal: string; events: ServiceEvent[] }>();
  #pending: Pending | undefined;

  take(line: Line): void {
    if (line.kind === "deal") return this.#event(line, line.body as DealEvent);
    this.#decided();
    switch (line.kind) {
      case "service": return this.#service(line, line.body as ServiceEvent);
      case "area_settlement": return this.#settled(line.body as AreaSettlementEvent);
      case "entry": return this.#enter(line, line.body as LedgerEntry);
      case "receipt": return this.#receive(line, line.body as Moved);
      case "payment": return this.#enter(line, (line.body as Moved).entry);
    }
  }

  /** The last decision is over. */
  end(): this {
    this.#decided();
    return this;
  }

  /** What was posted of a deal, alone. */
  posted(deal: string): Posted {
    return this.#account(deal);
  }

  #account(deal: string): Account {
    const account = this.#accounts.get(deal) ?? { events: [], postings: [], refused: [] };
    this.#accounts.set(deal, account);
    return account;
  }

  #post(deal: string, { at: now, agent: person = PERSON }: Line, commands: LedgerCommand[]): void {
    if (commands.length === 0) return;
    const account = this.#account(deal);
    const { results } = ledger.post({ ledger: { postings: account.postings }, context: { now, person }, commands });
    const posted = results.flatMap(({ posting }) => (posting ? [posting] : []));
    const refused = results.flatMap(({ refusal }) => (refusal ? [refusal] : []));
    account.postings = [...account.postings, ...posted];
    account.refused.push(...refused);
    for (const posting of posted) this.all.postings.push({ ...posting, order: this.all.postings.length + 1 });
    this.all.refused.push(...refused);
  }

  #event(line: Line, event: DealEvent): void {
    const { deal } = event;
    const pending = this.#pending;
    if (pending && (pending.deal !== deal || pending.decision === undefined || pending.decision !== line.decision)) this.#decided();
    this.#pending ??= { deal, decision: line.decision, line, after: event.version - 1 };
    this.#account(deal).events.push(event);
  }

  #decided(): void {
    const pending = this.#pending;
    if (!pending) return;
    this.#pending = undefined;
    const { deal, line, after } = pending;
    const { events, postings, sheet } = this.#account(deal);
    const { commands } = ledger.follow({ ledger: { postings }, events, after, project: line.project, settlement: sheet ?? null });
    this.#post(deal, line, commands.map(({ command }) => command));
  }

  #service(line: Line, event: ServiceEvent): void {
    const begun = event.change.kind === "started" ? { deal: event.change.deal, events: [] } : undefined;
    const service = this.#services.get(event.service) ?? begun;
    if (!service) return;
    this.#services.set(event.service, service);
    const { deal, events } = service;
    const { postings } = this.#account(deal);
    if (postings.length > 0) this.#post(deal, line, ledger.followService({ ledger: { postings }, before: events, event }).commands);
    events.push(event);
  }

  #settled({ deal, change }: AreaSettlementEvent): void {
    if (change.kind === "submitted") this.#account(deal).sheet = change.sheet;
  }

  /** Money may come before the first document of a deal: the deal is then kept from there on. */
  #opened(line: Line, deal: string): void {
    const { date, customer, unit, project } = line;
    if (this.#account(deal).postings.length > 0) return;
    const act = { kind: "open_deal", deal, customer: customer ?? null, unit_no: unit ?? null, project } as const;
    this.#post(deal, line, [{ key: `event/${deal}/0/1`, date, act }]);
  }

  #enter(line: Line, entry: LedgerEntry): void {
    if (entry.deal) this.#opened(line, entry.deal);
    this.#post(entry.deal ?? "", line, [{ key: entry.key, act: { kind: "enter", entry } }]);
  }

  #receive(line: Line, moved: Moved): void {
    const { entry, method, party: payer, number: voucher, schedule_line: plan_line = null } = moved;
    if (!entry.deal) return this.#enter(line, entry);
    this.#opened(line, entry.deal);
    const { postings } = this.#account(entry.deal);
    const { command } = ledger.followEntry({ ledger: { postings }, entry, method: METHODS[method], plan_line, payer, voucher });
    this.#post(entry.deal, line, [command]);
  }
}

/** Posts the whole record: each line when it was recorded, with what was posted of its deal before. */
export function post(record: Record): Posted {
  const following = new Following();
  for (const line of record.lines) following.take(line);
  return following.end().all;
}
