// The desk: keeps events and money, as a host does, and asks the library what may happen.
import {
  type ApprovalRequest,
  deal,
  type DealAction,
  type DealContext,
  type DealEvent,
  type DealOptionAnswer,
  type DealRejectionAnswer,
  type DealReplayResponse,
  type LedgerEntry,
  type ReceivedMoney,
  stock,
  type StockEvent,
  type UnmetDealGuardAnswer,
} from "kaipan/deal";
import type { Sample } from "./samples";

/** What can be done, and whether it is about the unit alone, the deal alone, or both. */
export interface Choice {
  option: DealOptionAnswer;
  unit: boolean;
  deal: boolean;
}

/** Something that was done or came in. */
export interface Happened {
  day: string;
  role: string;
  row?: string;
  names?: readonly [string, string];
  received?: ReceivedMoney;
}

const DEAL = "D1";
/** Who sits at the desk. */
const ME = "李娜";

/** Whole fen: money is never a float. */
function fen(yuan: string): bigint {
  const [whole = "0", part = ""] = yuan.split(".");
  return BigInt(whole + part.padEnd(2, "0"));
}

function inYuan(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, "0");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export class Desk {
  /** The day that the desk works on. */
  day: string;
  /** The role of the person at the desk. */
  role = "sales_agent";
  identified = false;
  answered = false;
  readonly happened: Happened[] = [];
  #stock: StockEvent[] = [];
  #deal: DealEvent[] = [];
  #received: ReceivedMoney[] = [];
  #approvals: ApprovalRequest[] = [];
  #minutes = 0;

  constructor(readonly sample: Sample) {
    this.day = sample.firstDay;
  }

  /** What unit and deal are now. */
  state(): DealReplayResponse {
    return deal.replay({ unit_no: this.sample.unitNo, stock: this.#stock, deal_id: DEAL, deal: this.#deal });
  }

  /** Money by item, as it lies now. */
  get received(): readonly ReceivedMoney[] {
    return this.#received;
  }

  get approvals(): readonly ApprovalRequest[] {
    return this.#approvals;
  }

  /** Everything that the table has for this state, the nearest first. */
  choices(): Choice[] {
    const drafts = Object.entries(this.sample.drafts).map(([action, draft]) => ({ action: action as DealAction, draft }));
    const choices: Choice[] = [];
    for (const [unit, ofDeal] of [[true, true], [false, true], [true, false]] as const) {
      const request = {
        ...(unit ? { stock: this.#givenStock() } : {}),
        ...(ofDeal ? { deal: this.#givenDeal() } : {}),
      };
      const { options } = deal.options({ ...request, context: this.#context(), drafts });
      // What can be about unit and deal is not shown again for one of them.
      const shown = new Set(choices.map(({ option }) => option.action));
      const fresh = options.filter(({ action }) => !shown.has(action));
      choices.push(...fresh.map((option) => ({ option, unit, deal: ofDeal })));
    }
    // What may be done, what this role may do but lacks something, what is for others.
    const rank = ({ option }: Choice) =>
      option.may ? 0 : option.lacking?.some(({ guard }) => guard === "may_act") ? 2 : 1;
    return choices.sort((one, other) => rank(one) - rank(other));
  }

  /** Does it: gives the refusal, if it is refused. */
  do({ option, unit, deal: ofDeal }: Choice): DealRejectionAnswer | undefined {
    const draft = this.sample.drafts[option.action];
    const asked = { command: { action: option.action, ...(draft ? { draft } : {}) }, context: this.#context() };
    const { decision, rejection } = ofDeal
      ? deal.decide({ ...(unit ? { stock: this.#givenStock() } : {}), deal: this.#givenDeal(), ...asked })
      : stock.decide({ stock: this.#givenStock(), ...asked });
    if (!decision) return rejection ?? undefined;
    // A host does this in one transaction, while the streams still have the versions that were read.
    this.#stock = [...this.#stock, ...(decision.stock ?? [])];
    this.#deal = [...this.#deal, ...(decision.deal ?? [])];
    for (const entry of decision.entries ?? []) this.#book(entry);
    this.#approvals = [];
    this.#minutes += 1;
    this.happened.push({ day: this.day, role: this.role, row: option.row, names: [option.zh, option.en] });
    return undefined;
  }

  receive(money: ReceivedMoney): void {
    this.#received.push({ ...money });
    this.happened.push({ day: this.day, role: this.role, received: money });
  }

  /** A request of the consultant that somebody has approved: it waives a guard for the next step. A host keeps
   * what `approval.decide` and `approval.replay` make of it. */
  waive({ guard, waivable_by }: UnmetDealGuardAnswer): void {
    const [role] = waivable_by ?? [];
    if (!role) return;
    const at = this.#now();
    this.#approvals.push({
      id: `A${this.happened.length + 1}-${guard}`,
      asked: { kind: "waiver", subject: DEAL, node: "P1", reason: "按规定", waives: [guard] },
      requested_by: ME,
      requested_at: at,
      status: "approved",
      route: { source: "table", steps: [{ roles: [role], rule: "all" }] },
      step: 1,
      signatures: [{ step: 1, role, person: "周涛", at }],
      round: 1,
      changed_at: at,
      version: 3,
    });
  }

  #givenStock() {
    return { unit_no: this.sample.unitNo, events: this.#stock };
  }

  #givenDeal() {
    return { id: DEAL, events: this.#deal };
  }

  /** Every step takes a minute. */
  #now(): string {
    return `${this.day}T10:${String(this.#minutes % 60).padStart(2, "0")}:00`;
  }

  #context(): DealContext {
    const { known } = this.sample;
    return {
      ...known,
      now: this.#now(),
      person: ME,
      roles: [this.role],
      received: this.#received,
      approvals: this.#approvals,
      buyers: (known.buyers ?? []).map((buyer) => ({ ...buyer, identified: this.identified })),
      unanswered: this.answered ? [] : (known.unanswered ?? []),
    };
  }

  /** An entry of a decision: pre-sale money becomes another item. What the cashier gives back or keeps is gone. */
  #book({ legs }: LedgerEntry): void {
    for (const { account, item, amount } of legs) {
      if (account.kind !== "pre_sale" && account.kind !== "prepayment") continue;
      const known = this.#received.find((one) => one.item === item);
      const sum = fen(amount) + fen(known?.amount ?? "0");
      const rest = this.#received.filter((one) => one !== known);
      const at = known?.account ?? this.#received[0]?.account ?? null;
      this.#received = sum === 0n ? rest : [...rest, { item, amount: inYuan(sum), account: at }];
    }
  }
}
