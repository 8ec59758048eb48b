// What the forms are filled in with: price and schedule are computed by the library.
import { payment } from "kaipan";
import { discount, type DealAction, type DealDraft, type DealPrice, type ScheduleLine, type Unit } from "kaipan/deal";

export const BUYER = { customer: "K001", name: "张伟" };
const DETAILS = { customer: BUYER.customer, name: BUYER.name, paper_kind: "居民身份证", paper_number: "440300199001011234" };

/** What the house knows of whoever buys. */
export const buyers = (customers: string[], identified: boolean) =>
  customers.map((customer) => ({ customer, identified, details: { ...DETAILS, customer } }));

const DISCOUNT = { code: "QY", name: "按时签约", name_en: "on-time signing", reason: "on_time_signing", value: { kind: "rate", rate: "0.98" } } as const;
const PLAN = {
  code: "FQ", name: "分期付款", name_en: "Instalments", method: "instalment", deposit: { amount: "50000" },
  lines: [
    { name: "首期款", name_en: "Down payment", amount: { kind: "ratio", ratio: "0.3" }, anchor: { kind: "signing_date" }, deduct_deposit: true },
    { name: "余款", name_en: "Rest", amount: { kind: "ratio", ratio: "0.7" }, anchor: { kind: "signing_date" }, months: 3 },
  ],
} as const;

/** A day so many days later. */
export const later = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export interface Terms {
  price: DealPrice;
  schedule: ScheduleLine[];
}

export function terms(unit: Unit & { list_total?: string | null }, day: string): Terms {
  const total = unit.list_total ?? "0";
  const { list_unit_price, list_total, deal_total, deal_unit_price, text_zh } = discount.apply({
    list: { total, area: unit.building_area },
    scheme: { code: "2026", discounts: [DISCOUNT] },
    chosen: [{ code: DISCOUNT.code }],
    facts: { subscription_date: day },
  });
  const { lines } = payment.schedule({
    plan: { ...PLAN, lines: PLAN.lines.map((line) => ({ ...line })) } as never,
    total: deal_total, dates: { subscription: day, agreed_signing: later(day, 7) },
  });
  const price = {
    list_price: list_unit_price ?? unit.list_price ?? "0", list_total, area: unit.building_area, discounts: text_zh ?? "",
    deal_price: deal_unit_price ?? "0", deal_total, contract_total: deal_total,
  };
  return { price, schedule: lines };
}

export function drafts(unit: Unit, day: string, number: number): Partial<Record<DealAction, DealDraft>> {
  const { price, schedule } = terms(unit, day);
  const named = { buyers: [{ customer: BUYER.customer }] };
  const no = (prefix: string) => `${prefix}-${String(number).padStart(4, "0")}`;
  return {
    release: { batch: "加推" },
    reserve: { ...named, until: later(day, 3) },
    register: { ...named, number: no("RC"), queue_number: number, amount: "20000" },
    confirm_room: { ...named, minutes: 30 },
    book: { ...named, number: no("YD"), amount: "10000", until: later(day, 7) },
    subscribe: { ...named, number: no("RG"), amount: "50000", agreed_signing: later(day, 7), price, plan: PLAN.code, schedule },
    sign: { number: no("HT") },
    print_contract: {},
  };
}
