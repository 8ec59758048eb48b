// What is owed by how long it is overdue (`overdue.aging`), with the late fees of a day (`overdue.assess`).
import type { Money } from "../answers";
import { amounts, asTable, category, draw } from "../chart";
import type { Context } from "../context";
import { element } from "../dom";
import { drawn, grouped } from "../format";
import { current, text } from "../text";
import { properName } from "../words";

export function aging({ totals, columns, total, tables, refused }: Money, context: Context, place: HTMLElement, open: (deal: string) => void): HTMLElement[] {
  const names = [...columns.map((column) => column[current()]), text("undated")];
  const values = [...total.buckets, total.undated];
  draw(place, names.map((name, at) => `${name} ${grouped(values[at] ?? "")}`).join(", "), {
    xAxis: category(names), yAxis: amounts(), tooltip: { show: true },
    series: [{ type: "bar", name: text("overdue"), data: values.map(drawn), itemStyle: { color: "#c05621" } }],
  });
  const tiles = ([["outstanding", totals.outstanding], ["notDue", total.not_due], ["overdue", totals.overdue], ["lateFee", totals.late_fee]] as const)
    .map(([name, value]) => element("div", {}, element("dt", {}, text(name)), element("dd", {}, grouped(value))));
  const agents = tables.find(({ by }) => by === "agent")?.rows ?? [];
  const agentRows = agents.map(({ key, outstanding, not_due, overdue, overdue_days }) =>
    [key ? properName(key) : "—", grouped(outstanding), grouped(not_due), grouped(overdue), String(overdue_days)]);
  const late = (tables.find(({ by }) => by === "deal")?.rows ?? []).filter(({ overdue_days }) => overdue_days > 0);
  const lateRows = late.map(({ key, deal, overdue, overdue_days }) => {
    const button = element("button", { type: "button", class: "link" }, deal?.unit_no ?? key ?? "");
    button.addEventListener("click", () => key && open(key));
    return element("tr", {}, element("th", { scope: "row" }, button), element("td", {}, deal?.agent ? properName(deal.agent) : "—"), element("td", { class: "figure" }, grouped(overdue)), element("td", { class: "figure" }, String(overdue_days)));
  });
  const heads = (["unit", "agent", "overdue", "overdueDays"] as const).map((name, at) => element("th", { scope: "col", class: at > 1 ? "figure" : undefined }, text(name)));
  void context;
  return [
    element("dl", { class: "ratios" }, ...tiles),
    place,
    element("table", { "aria-label": text("overdue") }, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...lateRows)),
    asTable(text("agents"), [text("agent"), text("outstanding"), text("notDue"), text("overdue"), text("overdueDays")], agentRows),
    ...(refused.length ? [element("details", {}, element("summary", {}, `${text("refusedPosts")} ${refused.length}`), element("ul", {}, ...refused.map((one) => element("li", {}, one[current()]))))] : []),
  ];
}
