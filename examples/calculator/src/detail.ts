// One home: the steps of its price, and a quote with its schedule.
import { KaipanError, type Quote, quote, type QuoteRequest, type SalesPolicies, type TableRow, type Unit } from "kaipan";
import { byId, element, facts, table } from "./dom";
import type { Sample, View } from "./samples";
import { current, grouped, ruleText, say, shortened, stepName, text, unitOfPrice } from "./text";

/** What stays chosen from home to home. */
const chosen = { plan: "", date: "" };

const box = byId("detail");

/** Shows nothing but how to pick a home. */
export function empty(): void {
  box.classList.remove("open");
  box.replaceChildren(element("p", { class: "note" }, text("pick")));
}

/** Shows a home; `close` is called when it is put away. */
export function show(sample: Sample, { basis }: View, unit: Unit, row: TableRow, close: () => void): void {
  const closing = element("button", { type: "button", class: "close", "aria-label": text("close") }, "×");
  closing.addEventListener("click", close);
  const quoted = element("section", { "aria-label": text("quote") });
  box.classList.add("open");
  box.replaceChildren(
    element("div", { class: "detail-head" }, element("h2", { id: "detail-title" }, unit.unit_no), closing),
    element(
      "dl",
      {},
      ...facts([
        [text("unitPrice"), `${grouped(row.unit_price)} ${unitOfPrice(basis)}`],
        [text("total"), grouped(row.total)],
        [text("area"), `${unit.building_area} m²`],
        [text("insideArea"), basis === "inside" ? `${unit.inside_area} m²` : undefined],
        [text("layout"), unit.layout ?? undefined],
      ]),
    ),
    element("h3", {}, text("steps")),
    steps(row),
    element("h3", {}, text("quote")),
    quoted,
  );
  quotes(quoted, sample, unit, row);
}

function steps(row: TableRow): HTMLTableElement {
  const lines = (row.steps ?? []).map((step) => [
    [ruleText(step.rule), stepName(step.rule, step.name ?? "")].filter(Boolean).join(" "),
    typeof step.value === "string" ? step.value : "",
    element("span", { title: step.after }, shortened(step.after)),
  ]);
  return table(text("steps"), [text("step"), text("value"), text("after")], lines);
}

/** Plan and date, and below them the quote they give. */
function quotes(into: HTMLElement, sample: Sample, unit: Unit, row: TableRow): void {
  const { sales } = sample;
  if (!sales) {
    into.append(element("p", { class: "note" }, text("noPolicies")));
    return;
  }
  const plans = sales.plans ?? [];
  if (!plans.some(({ code }) => code === chosen.plan)) chosen.plan = plans[0]?.code ?? "";
  chosen.date ||= today(sales);
  const select = element("select", { id: "plan" });
  for (const plan of plans) {
    const option = element("option", { value: plan.code }, say(plan.name, plan.name_en || plan.name));
    option.selected = plan.code === chosen.plan;
    select.append(option);
  }
  const date = element("input", { id: "date", type: "date", value: chosen.date });
  const result = element("div", { "aria-live": "polite" });
  const draw = () => {
    chosen.plan = select.value;
    chosen.date = date.value || chosen.date;
    try {
      result.replaceChildren(...sheet(quote.make(request(sample, unit, row))));
    } catch (error) {
      if (!(error instanceof KaipanError)) throw error;
      result.replaceChildren(...problems(error));
    }
  };
  select.addEventListener("change", draw);
  date.addEventListener("change", draw);
  into.append(
    element(
      "div",
      { class: "choices" },
      element("label", { class: "field" }, element("span", {}, text("plan")), select),
      element("label", { class: "field" }, element("span", {}, text("date")), date),
    ),
    result,
  );
  draw();
}

/** Today where the reader is, or the first day of the policies if they are not in force. */
function today({ valid_from: from, valid_to: to }: SalesPolicies): string {
  const clock = new Date();
  const parts = [clock.getMonth() + 1, clock.getDate()].map((part) => String(part).padStart(2, "0"));
  const now = [clock.getFullYear(), ...parts].join("-");
  const within = now >= (from ?? now) && now <= (to ?? now);
  return within ? now : (from ?? now);
}

function request(sample: Sample, unit: Unit, row: TableRow): QuoteRequest {
  const { project, facts } = sample;
  const building = facts.buildings?.find(({ buildings }) => buildings.includes(unit.building));
  // The home is quoted at the price on the map, not at the one in its file.
  const { list_price: _price, list_total: _total, ...bare } = unit;
  return {
    policies: sample.sales as QuoteRequest["policies"],
    case: {
      as_of: chosen.date,
      project: project.name,
      city: project.city ?? null,
      unit: bare,
      list: { total: row.total, unit_price: row.building_unit_price, area: row.building_area },
      list_steps: row.steps ?? [],
      facts: {
        subscription_date: chosen.date,
        agreed_signing_date: later(chosen.date, facts.signing_days),
        project: project.name,
      },
      ...(facts.dates ? { dates: facts.dates } : {}),
      ...(facts.vat_rate ? { vat_rate: facts.vat_rate } : {}),
      ...(building?.property_use ? { property_use: building.property_use } : {}),
      elevator: building?.elevator ?? null,
      storeys: building?.storeys ?? null,
    },
    choice: { plan: chosen.plan, best: true },
  };
}

function later(day: string, days: number | undefined): string | null {
  if (days === undefined) return null;
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function sheet(made: Quote): HTMLElement[] {
  const zh = current() === "zh";
  const discounts = (zh ? made.price.text_zh : made.price.text_en) || text("noDiscounts");
  const money = (value: unknown) => (typeof value === "string" ? grouped(value) : undefined);
  const lines = made.schedule.lines.map((line) => [
    zh ? line.name : line.name_en || line.name,
    typeof line.due === "string" ? line.due : text("open"),
    grouped(line.amount),
  ]);
  return [
    element(
      "dl",
      {},
      ...facts([
        [text("list"), grouped(made.price.list_total)],
        [text("discounts"), discounts],
        [text("deal"), grouped(made.price.deal_total)],
        [text("firstCash"), money(made.first_cash) ?? text("open")],
        [text("monthly"), money(made.monthly_payment)],
        [text("fees"), money(made.fees?.buyer_total)],
        [text("validUntil"), typeof made.valid_until === "string" ? made.valid_until : undefined],
      ]),
    ),
    element("h3", {}, text("schedule")),
    table(text("schedule"), [text("line"), text("due"), text("amount")], lines),
    ...[
      ...(made.price.findings ?? []),
      ...(made.schedule.findings ?? []),
      ...(made.fees?.findings ?? []),
      ...(made.findings ?? []),
    ].map((finding) =>
      element("p", { class: `finding ${finding.severity}` }, zh ? finding.zh : finding.en),
    ),
  ];
}

/** Everything that is wrong, in the language of the page. */
export function problems(error: KaipanError): HTMLElement[] {
  return [error, ...error.others].map((one) =>
    element("p", { class: "finding violation" }, say(`${one.zh}；${one.hints.zh}`, `${one.en}; ${one.hints.en}`)),
  );
}
