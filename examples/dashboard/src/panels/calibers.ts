// Two readings of the same sales, and event by event what makes them differ.
import type { Bridge, View } from "../answers";
import { amounts, asTable, category, draw, legend } from "../chart";
import type { Context } from "../context";
import { element } from "../dom";
import { drawn, grouped } from "../format";
import { text } from "../text";
import { reasonName } from "../words";

export function calibers({ calibers }: View, { filter }: Context, place: HTMLElement): HTMLElement[] {
  const name = filter.metricName(calibers.metric);
  draw(place, `${name}: ${text("marketing")}, ${text("finance")}`, {
    legend,
    xAxis: category(calibers.marketing.map(({ period }) => period)),
    yAxis: amounts(),
    series: (["marketing", "finance"] as const).map((of) => ({ type: "bar", name: text(of), data: calibers[of].map(({ value }) => drawn(value)) })),
  });
  const rows = calibers.marketing.map(({ period, value }, at) => [period, grouped(value), grouped(calibers.finance[at]?.value ?? "")]);
  return [element("h3", {}, name), place, asTable(name, [text("month"), text("marketing"), text("finance")], rows)];
}

export function bridge({ first, second, difference, reasons, lines }: Bridge, place: HTMLElement, open: (deal: string) => void): HTMLElement[] {
  // Each step begins where the one before has ended: that is drawing, and is told nowhere.
  const names = [text("marketing"), ...reasons.map(({ reason }) => reasonName(reason)), text("finance")];
  const steps = reasons.map((one) => drawn(String(one.difference)));
  const ends = steps.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? 0) + step], [drawn(first)]);
  const lowest = Math.min(...ends, drawn(second));
  const floor = lowest > 0 ? lowest * 0.9 : 0;
  const bases = [0, ...steps.map((step, at) => Math.min(ends[at] as number, (ends[at] as number) + step)), 0];
  const heights = [drawn(first), ...steps.map(Math.abs), drawn(second)];
  const colours = ["#0b6b57", ...steps.map((step) => (step < 0 ? "#b4391f" : "#2b5fa8")), "#0b6b57"];
  draw(place, `${text("marketing")} ${grouped(first)}, ${text("finance")} ${grouped(second)}, ${text("difference")} ${grouped(difference)}`, {
    tooltip: { show: false },
    xAxis: { ...category(names), axisLabel: { interval: 0, width: Math.max(44, place.clientWidth / (names.length + 2)), overflow: "break" } },
    yAxis: { ...amounts(), min: floor },
    series: [
      { type: "bar", stack: "all", silent: true, itemStyle: { color: "transparent" }, data: bases },
      { type: "bar", stack: "all", data: heights.map((value, at) => ({ value, itemStyle: { color: colours[at] } })) },
    ],
  });
  const sums = element("table", {}, element("thead", {}, element("tr", {}, ...(["reason", "count", "difference"] as const).map((name, at) => element("th", { scope: "col", class: at ? "figure" : undefined }, text(name))))),
    element("tbody", {}, ...reasons.map(({ reason, count, difference }) => element("tr", {}, element("th", { scope: "row" }, reasonName(reason)), element("td", { class: "figure" }, String(count)), element("td", { class: "figure" }, grouped(String(difference))))),
      element("tr", { class: "sum" }, element("th", { scope: "row" }, text("total")), element("td", { class: "figure" }, String(lines.length)), element("td", { class: "figure" }, grouped(difference)))));
  const each = lines.map(({ reason, deal, unit, first, second, difference }) => {
    const button = element("button", { type: "button", class: "link" }, unit ?? deal ?? "");
    if (deal) button.addEventListener("click", () => open(deal));
    return element("tr", {}, element("td", {}, button), element("td", {}, reasonName(reason)), ...[first, second, difference].map((value) => element("td", { class: "figure" }, grouped(String(value)))));
  });
  const heads = [text("unit"), text("reason"), text("marketing"), text("finance"), text("difference")];
  const list = element("details", {}, element("summary", {}, text("deals")), element("div", { class: "scroll" },
    element("table", {}, element("thead", {}, element("tr", {}, ...heads.map((name, at) => element("th", { scope: "col", class: at > 1 ? "figure" : undefined }, name)))), element("tbody", {}, ...each))));
  const cut = floor > 0 ? element("p", { class: "note" }, text("notFromZero")) : undefined;
  return [place, ...(cut ? [cut] : []), sums, list];
}
