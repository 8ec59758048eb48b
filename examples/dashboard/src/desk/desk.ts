// The desk: asks the library what may happen, and keeps what has happened.
import {
  approval, type ApprovalAsked, type ApprovalKind, deal, type DealCommand, type DealContext, type DealDraft, type DealOptionAnswer, type DealRejectionAnswer, stock, type UnmetApprovalGuard, type UnmetDealGuardAnswer,
} from "kaipan/deal";
import type { Finding } from "kaipan/kpi";
import { say } from "../text";
import type { Line, Moved } from "../worker/record";
import { Book } from "./book";
import { FIRST_DAY, type Project } from "./project";
import type { Store } from "./store";
import { BUYER, buyers, drafts } from "./terms";

/** What can be done, and whether it is about the unit alone, the deal alone, or both. */
export interface Choice {
  option: DealOptionAnswer;
  unit: boolean;
  deal: boolean;
}

/** What may be done, what this role may do but lacks something, what is for others. */
function ranked(choices: Choice[]): Choice[] {
  const rank = ({ option }: Choice) => (option.may ? 0 : option.lacking?.some(({ guard }) => guard === "may_act") ? 2 : 1);
  return choices.sort((one, other) => rank(one) - rank(other));
}

export class Desk {
  day: string;
  role = "sales_agent";
  identified = false;
  answered = false;
  /** Why: for what needs a reason. */
  reason = "";
  /** Actions that have asked for a reason. */
  readonly #reasoned = new Set<string>();
  readonly book: Book;

  constructor(readonly project: Project, readonly store: Store) {
    this.book = new Book(project, store.lines);
    const last = store.lines.at(-1)?.date;
    this.day = last && last > FIRST_DAY ? last : FIRST_DAY;
  }

  get person(): string {
    return this.project.personOf(this.role);
  }

  /** Everything that the table has for this state, the nearest first. */
  choices(unitNo: string): Choice[] {
    const id = this.book.dealOf(unitNo);
    const filled = Object.entries(this.#drafts(unitNo)).flatMap(([action, draft]) => (draft ? [{ action: action as DealOptionAnswer["action"], draft }] : []));
    const context = this.#context(unitNo, id);
    const choices = this.#choices(unitNo, id, filled, context);
    if (this.reason !== "") {
      // What needs a reason is given it; other commands would refuse one.
      const needing = choices.filter(({ option }) => option.lacking?.some(({ guard }) => guard === "reason_given")).map(({ option }) => option.action);
      for (const action of needing) this.#reasoned.add(action);
      const reasoned = needing.map((action) => ({ action, draft: this.#drafts(unitNo)[action] ?? {} }));
      if (needing.length > 0) {
        const others = filled.filter(({ action }) => !needing.includes(action));
        return ranked(this.#choices(unitNo, id, [...others, ...reasoned], context));
      }
    }
    return ranked(choices);
  }

  #choices(unitNo: string, id: string, filled: DealCommand[], context: DealContext): Choice[] {
    const choices: Choice[] = [];
    for (const [unit, ofDeal] of [[true, true], [false, true], [true, false]] as const) {
      const { options } = deal.options({
        ...(unit ? { stock: this.#stock(unitNo) } : {}), ...(ofDeal ? { deal: this.#deal(id) } : {}), context, drafts: filled,
      });
      // What can be about unit and deal is not shown again for one of them.
      const shown = new Set(choices.map(({ option }) => option.action));
      choices.push(...options.filter(({ action }) => !shown.has(action)).map((option) => ({ option, unit, deal: ofDeal })));
    }
    return choices;
  }

  /** Does it: gives the refusal, if it is refused. */
  async do(unitNo: string, { option, unit, deal: ofDeal }: Choice): Promise<DealRejectionAnswer | undefined> {
    const id = this.book.dealOf(unitNo);
    const draft = this.#drafts(unitNo)[option.action];
    const asked = { command: { action: option.action, ...(draft ? { draft } : {}) }, context: this.#context(unitNo, id) };
    const { decision, rejection } = ofDeal
      ? deal.decide({ ...(unit ? { stock: this.#stock(unitNo) } : {}), deal: this.#deal(id), ...asked })
      : stock.decide({ stock: this.#stock(unitNo), ...asked });
    if (!decision) return rejection ?? undefined;
    const bodies: [string, unknown][] = [
      ...(decision.stock ?? []).map((event): [string, unknown] => ["stock", event]),
      ...(decision.deal ?? []).map((event): [string, unknown] => ["deal", event]),
      ...(decision.entries ?? []).map((entry): [string, unknown] => ["entry", entry]),
    ];
    await this.#keep(unitNo, id, bodies);
    this.#reasoned.clear();
    this.reason = "";
    return undefined;
  }

  /** The cashier takes money in: gives what the ledger refuses, and then keeps nothing. */
  async receive(unitNo: string, item: string, amount: string): Promise<Finding | undefined> {
    const id = this.book.dealOf(unitNo);
    const account = this.project.status.project?.supervised_account ?? "监管户";
    const number = `DESK-R${String(this.store.lines.length + 1).padStart(4, "0")}`;
    const moved: Moved = {
      number, item, amount, method: "card", bank_account: account, party: BUYER.name,
      entry: {
        key: number, deal: id, date: this.day, recorded_at: this.#now(), sequence: 0,
        legs: [{ account: { kind: "bank", account }, item, amount: `-${amount}` }, { account: { kind: "pre_sale" }, item, amount }],
      },
    };
    const tried = this.book.posted(id, ...this.#lines(unitNo, id, [["receipt", moved]]));
    const refused = tried.refused.at(this.book.posted(id).refused.length);
    if (!refused) await this.#keep(unitNo, id, [["receipt", moved]]);
    return refused;
  }

  /** A request to waive a guard for once: it is submitted, and signed by whoever its route asks. */
  waive(unitNo: string, { guard }: UnmetDealGuardAnswer): Promise<UnmetApprovalGuard[] | undefined> {
    return this.#apply(unitNo, { kind: "waiver", waives: [guard] });
  }

  /** A request for what may be done with an approval alone. */
  apply(unitNo: string, kind: ApprovalKind): Promise<UnmetApprovalGuard[] | undefined> {
    return this.#apply(unitNo, { kind });
  }

  async #apply(unitNo: string, wanted: Pick<ApprovalAsked, "kind" | "waives">): Promise<UnmetApprovalGuard[] | undefined> {
    const { organisation, assignments, project } = this.project;
    const id = this.book.dealOf(unitNo);
    const given = { organisation, assignments };
    const at = this.#now();
    const version = this.book.dealEvents(id).length;
    const about = version > 0 ? { about: [{ kind: "deal" as const, id, version }] } : {};
    const asked = { ...wanted, subject: id, node: project, reason: this.reason || "按规定", ...about };
    let made = approval.decide({ ...given, command: { kind: "submit", id: `DESK-A${this.store.lines.length + 1}`, asked }, by: this.project.personOf("sales_agent"), at });
    const events = [...made.events];
    for (let signed = 0; made.state?.status === "pending" && signed < 8; signed += 1) {
      const { route, step = 1, signatures = [] } = made.state;
      const wanted = route?.steps?.[step - 1]?.roles ?? [];
      const role = wanted.find((one) => !signatures.some((by) => by.step === step && by.role === one));
      if (!role) break;
      made = approval.decide({ ...given, events, command: { kind: "approve", role }, by: this.project.personOf(role), at });
      if (made.rejection) break;
      events.push(...made.events);
    }
    if (made.rejection) return made.rejection.reasons;
    await this.#keep(unitNo, id, events.map((event) => ["approval", event]));
    return undefined;
  }


  #drafts(unitNo: string): Partial<Record<string, DealDraft>> {
    const found = this.project.units.get(unitNo);
    const filled: Partial<Record<string, DealDraft>> = found ? drafts(found.unit, this.day, this.store.lines.length + 1) : {};
    for (const action of this.#reasoned) if (this.reason !== "") filled[action] = { ...filled[action], reason: this.reason };
    return filled;
  }

  #stock = (unitNo: string) => ({ unit_no: unitNo, events: this.book.stockEvents(unitNo) });
  #deal = (id: string) => ({ id, events: this.book.dealEvents(id) });

  /** Every line takes a second. */
  #now(): string {
    const seconds = this.store.lines.length % 3600;
    const two = (number: number) => String(number).padStart(2, "0");
    return `${this.day}T10:${two(Math.trunc(seconds / 60))}:${two(seconds % 60)}`;
  }

  #context(unitNo: string, id: string): DealContext {
    const { permits, status, policy, units, project } = this.project;
    const found = units.get(unitNo);
    const { deal: known } = this.book.state(unitNo, id);
    const customers = known?.buyers?.length ? known.buyers.map(({ customer }) => customer) : [BUYER.customer];
    return {
      now: this.#now(), person: this.person, roles: [this.role], permits, status, policy, nodes: [found?.node ?? project, project],
      ...(found ? { unit: found.unit } : {}),
      buyers: buyers(customers, this.identified),
      unanswered: this.answered ? [] : [say(["置业目的", "purpose of buying"])],
      received: this.book.received(id, this.day),
      approvals: this.book.approvals(id), quotas: [], price_approval: {},
    };
  }

  async #keep(unitNo: string, id: string, bodies: [string, unknown][]): Promise<void> {
    await this.store.append(this.#lines(unitNo, id, bodies));
  }

  #lines(unitNo: string, id: string, bodies: [string, unknown][]): Line[] {
    const node = this.project.units.get(unitNo)?.node ?? this.project.project;
    const [first, decision] = [this.store.lines.length + 1, this.store.lines.length + 1];
    let entries = this.book.entries(id);
    const streamOf = (kind: string, body: unknown): NonNullable<Line["stream"]> => {
      const { version, request } = body as { version: number; request: string };
      if (kind === "stock") return { kind: "unit", id: unitNo, version };
      if (kind === "deal") return { kind, id, version };
      if (kind === "approval") return { kind, id: request, version };
      entries += 1;
      return { kind: "ledger_account", id, version: entries };
    };
    return bodies.map(([kind, body], at): Line => ({
      n: first + at, project: this.project.project, date: this.day, at: this.#now(), decision, stream: streamOf(kind, body), node, unit: unitNo, customer: BUYER.customer, agent: this.person, kind, body,
    }));
  }
}
