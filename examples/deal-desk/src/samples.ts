// Two homes as a host would have them: what is known of them, and what the forms are filled in with.
import type { DealContext, DealDraft, DealPrice, DealAction, ReceivedMoney, ScheduleLine } from "kaipan/deal";

/** What a host knows whatever the day and the person. */
export type Known = Omit<DealContext, "now" | "person" | "roles" | "received" | "approvals">;

/** A home, its buyer, and the forms of each step. */
export interface Sample {
  name: readonly [string, string];
  unitNo: string;
  firstDay: string;
  known: Known;
  drafts: Partial<Record<DealAction, DealDraft>>;
  /** Money that may come in. */
  money: ReceivedMoney[];
}

const BUYER = "张伟";

function price(list: string, listTotal: string, deal: string, dealTotal: string): DealPrice {
  return {
    list_price: list,
    list_total: listTotal,
    area: "100.00",
    discounts: "98折",
    deal_price: deal,
    deal_total: dealTotal,
    contract_total: dealTotal,
  };
}

/** What is due; `payment.schedule` of the entry `kaipan` makes it of a payment plan. */
function schedule(deposit: string, first: string, rest: string, shares: [string, string, string]): ScheduleLine[] {
  const line = (seq: number, item: ScheduleLine["item"], name: string, name_en: string, amount: string) => ({
    seq, item, name, name_en, amount, in_price: true, share: shares[seq - 1] ?? "0",
  });
  return [
    { ...line(1, "deposit", "定金", "Deposit", deposit), anchor: { kind: "subscription_date" } },
    { ...line(2, "down_payment", "首期款", "Down payment", first), anchor: { kind: "signing_date" } },
    { ...line(3, "instalment", "余款", "Rest", rest), anchor: { kind: "handover_date" } },
  ];
}

const agreed = {
  price: price("10000", "1000000", "9800", "980000"),
  plan: "FQ",
  schedule: schedule("50000", "244000", "686000", ["0.05102", "0.24898", "0.7"]),
};

/** What a contract names of him. */
const DETAILS = { customer: BUYER, name: BUYER, paper_kind: "居民身份证", paper_number: "440300199001011234" };
const people = { buyers: [{ customer: BUYER, identified: false, details: DETAILS }], unanswered: ["购房用途"], quotas: [], price_approval: {} };

const presale: Sample = {
  name: ["预售 3-1-1802", "Presale 3-1-1802"],
  unitNo: "3-1-1802",
  firstDay: "2026-09-01",
  known: {
    ...people,
    unit: {
      unit_no: "3-1-1802", building: "3", floor: 18, line: "02", building_area: "100.00", permit: "深房许字2026-001",
      list_price: "10000", list_total: "1000000", floor_total: "930000", filed_total: "1050000",
    },
    permits: [{ number: "深房许字2026-001", issued_on: "2026-06-01" }],
    status: { project: { mode: "presale", planning_permit: "2025-03-01", supervised_account: "监管户" } },
    policy: { sincerity_amount: "20000", least_booking: "10000", least_deposit: "50000", finance_review: true },
  },
  drafts: {
    release: { batch: "首开" },
    register: { buyers: [{ customer: BUYER }], number: "RC-0007", queue_number: 7, amount: "20000" },
    confirm_room: { buyers: [{ customer: BUYER }], minutes: 30 },
    book: { buyers: [{ customer: BUYER }], number: "YD-0007", amount: "10000", until: "2026-09-09" },
    subscribe: { buyers: [{ customer: BUYER }], number: "RG-0007", amount: "50000", agreed_signing: "2026-09-12", ...agreed },
    sign: { number: "HT-0007" },
  },
  money: [
    { item: "sincerity_money", amount: "20000", account: "监管户" },
    { item: "booking_money", amount: "10000", account: "监管户" },
    { item: "deposit", amount: "20000", account: "监管户" },
    { item: "down_payment", amount: "244000", account: "监管户" },
  ],
};

const completed: Sample = {
  name: ["现房 5-1-0901", "Completed 5-1-0901"],
  unitNo: "5-1-0901",
  firstDay: "2026-10-10",
  known: {
    ...people,
    unit: {
      unit_no: "5-1-0901", building: "5", floor: 9, line: "01", building_area: "100.00",
      list_price: "10000", list_total: "1000000", floor_total: "930000", filed_total: "1050000",
    },
    status: {
      project: {
        mode: "completed", planning_permit: "2026-08-28", construction_permit: "2026-09-15", encumbrance: "free",
        sale_filing: "2027-06-01", supervised_account: "监管户", deposit_account: "定金监管户",
      },
    },
    policy: { least_deposit: "20000" },
  },
  drafts: {
    sign_deposit_contract: {
      buyers: [{ customer: BUYER }], number: "DJ-0001", amount: "30000", handover: "2027-08-31", liabilities: "定金合同第八条", price: agreed.price,
    },
    subscribe: { number: "RG-0101", amount: "50000", agreed_signing: "2027-06-20", handover: "2027-08-31", ...agreed },
    sign: { number: "HT-0101", handover: "2027-08-31" },
    end_deposit_contract: { ended_by: "agreement" },
  },
  money: [
    { item: "deposit", amount: "30000", account: "定金监管户" },
    { item: "deposit", amount: "20000", account: "监管户" },
    { item: "down_payment", amount: "244000", account: "监管户" },
  ],
};

export const SAMPLES = { presale, completed } as const;
export type SampleName = keyof typeof SAMPLES;
