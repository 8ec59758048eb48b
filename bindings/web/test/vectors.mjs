// The cases of tests/vectors as a host runs them; also loaded by the page.

/** The areas of the entries beside `kaipan`, which has all others. */
const AREAS = {
  deals: [
    "organisation", "approval", "questionnaire", "numbering", "stock", "deal", "lottery", "queue",
    "voucher", "supervision", "fund_plan", "ledger", "overdue",
  ],
  customers: ["customer", "opportunity", "ownership", "channel"],
};

/** Settlements of areas are named after deals, and are in the entry of services. */
const SETTLED = ["deal.settle_area", "deal.decide_area_settlement", "deal.import_survey"];

/** What needs areas that no entry has together: commissions and the ledger. */
export const NOWHERE = ["ledger.follow_commission"];

const areaOf = (operation) => operation.split(".")[0];

/** Whether an operation is one of `kaipan/deal`. */
export const isOfDeals = (operation) =>
  AREAS.deals.includes(areaOf(operation)) && ![...SETTLED, ...NOWHERE].includes(operation);

/** Whether an operation is in `kaipan/deal`, which has discounts too: approvals look at who may give them. */
export const isInDeals = (operation) => isOfDeals(operation) || areaOf(operation) === "discount";

/** Whether an operation is one that `kaipan/service` has beside those of `kaipan/deal`. */
export const isOfServices = (operation) =>
  areaOf(operation) === "service" || SETTLED.includes(operation);

/** What `kaipan/deal` has of money, and `kaipan/service` has not. */
const MONEY = ["ledger", "voucher", "supervision", "fund_plan", "overdue"];

/** Whether an operation is in `kaipan/service`, which has nothing of the ledger. */
export const isInServices = (operation) =>
  (isInDeals(operation) && !MONEY.includes(areaOf(operation))) || isOfServices(operation);

/** Whether an operation is one of `kaipan/customer`. */
export const isOfCustomers = (operation) => AREAS.customers.includes(areaOf(operation));

/** Whether an operation is one of `kaipan/kpi`. */
export const isOfKpi = (operation) => ["kpi", "report"].includes(areaOf(operation));

/** Whether an operation is one of `kaipan`. */
export const isOfKaipan = (operation) =>
  !NOWHERE.includes(operation) && ![isOfDeals, isOfServices, isOfCustomers, isOfKpi].some((isOf) => isOf(operation));

/** The cases of every entry. */
export function byEntry(files) {
  const of = (fits) => files.filter(([, text]) => fits(read(text).operation));
  return {
    full: of(isOfKaipan),
    quotes: files.filter(([name]) => name.startsWith("quote.")),
    deals: of(isOfDeals),
    services: of(isOfServices),
    customers: of(isOfCustomers),
    kpi: of(isOfKpi),
  };
}

/** What is passed and what has to come out. */
export function read(text) {
  const { operation, request, request_text, response, error } = JSON.parse(text);
  return {
    operation,
    request: request_text ?? JSON.stringify(request),
    expected: response === undefined ? `{"error":${JSON.stringify(error)}}` : JSON.stringify(response),
  };
}

/** What comes out of the library. */
export function answer({ call, KaipanError }, { operation, request }) {
  try {
    return call(operation, request);
  } catch (error) {
    if (error instanceof KaipanError) return JSON.stringify({ error });
    throw error;
  }
}

/** Runs cases and tells which do not give their bytes. */
export function run(kaipan, files) {
  const wrong = [];
  for (const [name, text] of files) {
    const vector = read(text);
    const found = answer(kaipan, vector);
    if (found === vector.expected) continue;
    const at = [...found].findIndex((c, i) => c !== vector.expected[i]);
    const around = (text) => text.slice(Math.max(0, at - 60), at + 100);
    wrong.push(`${name}: expected …${around(vector.expected)}, found …${around(found)}`);
  }
  return wrong;
}
