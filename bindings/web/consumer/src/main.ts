// What somebody else's project does with the package, checked by its types.
import * as kaipan from "kaipan";
import { KaipanError, type Money, type PricingScheme, type TableRequest, type Unit } from "kaipan";
import { deal, type DealContext, init as initDeals } from "kaipan/deal";
import { init as initQuotes, operations as quoting, quote } from "kaipan/quote";

const unit: Unit = {
  unit_no: "1-1802",
  building: "1",
  floor: 18,
  line: "02",
  building_area: "121.50",
};
const scheme: PricingScheme = { code: "A", base_price: "12345" };
const request: TableRequest = {
  project: { name: "样例", units: [unit] },
  schemes: [scheme],
  explain: { kind: "all" },
};

// Money is text and counts are numbers; what is neither does not compile.
// @ts-expect-error a number is no money
const wrong: Money = 12345;
// @ts-expect-error there is no such field
const misspelt: Unit = { ...unit, flor: 18 };
// @ts-expect-error there is no such kind
const unknown: TableRequest["explain"] = { kind: "some" };
// @ts-expect-error a request has to be complete
const incomplete: () => unknown = () => kaipan.quote.make({});

export async function main(): Promise<string[]> {
  await Promise.all([kaipan.init(), initQuotes(), initDeals()]);
  const [row] = kaipan.pricing.table(request).rows;
  const total: Money | undefined = row?.total;
  const priced = kaipan.compile(scheme, [unit]);
  const { totals } = priced.price(priced.columns);
  let code = "";
  try {
    kaipan.pricing.table({ ...request, schemes: [{ code: "A", base_price: "-1" }] });
  } catch (error) {
    if (error instanceof KaipanError) code = error.code;
  }
  const has = quoting().some(({ name }) => name === "quote.make") && typeof quote.make === "function";
  const context: DealContext = { now: "2026-09-01T09:00:00", person: "W" };
  const { options } = deal.options({ deal: { id: "D1" }, context });
  const lacks = options.find(({ action }) => action === "register")?.lacking?.length ?? 0;
  return [String(total), String(totals[0]), code, String(has), String(lacks > 0)];
}

void main().then((lines) => {
  document.body.dataset["found"] = lines.join(" ");
});
void [wrong, misspelt, unknown, incomplete];
