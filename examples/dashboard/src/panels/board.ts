// How far things are: each figure with its target, as `kpi.completion` says.
import type { View } from "../answers";
import type { Context } from "../context";
import { element } from "../dom";
import { drawn, grouped, percent } from "../format";
import { text } from "../text";

const SHARES = new Set(["average_discount", "cancellation_rate", "spend_ratio"]);

export function board({ board, ratios, completion }: View, { filter }: Context): HTMLElement[] {
  const { node } = filter.choice;
  const of = node === "" ? filter.opened.project : node;
  const reached = completion.answer?.rows.filter(({ owner }) => owner.kind === "node" && owner.node === of) ?? [];
  const tiles = board.map(({ name, value }) => {
    const row = reached.find(({ metric }) => metric === name);
    const rate = row?.completion_rate;
    const meter = rate ? element("meter", { min: 0, max: 1, low: 0.5, high: 0.9, optimum: 1, value: Math.min(1, drawn(String(rate))), "aria-label": text("completion") }) : undefined;
    const target = rate ? element("small", {}, `${text("target")} ${grouped(String(row.target))} · ${percent(String(rate))}`) : undefined;
    return element("li", { "data-metric": name, class: row?.alert ? "alert" : undefined }, element("span", {}, filter.metricName(name)), element("strong", {}, grouped(value)), target, meter,
      row?.alert ? element("em", {}, `⚠ ${text("alert")}`) : undefined);
  });
  const more = ratios.map(({ name, value }) =>
    element("div", {}, element("dt", {}, filter.metricName(name)), element("dd", {}, SHARES.has(name) ? percent(value) : grouped(value))),
  );
  const time = completion.answer
    ? element("p", { class: "note" }, `${text("timeProgress")} ${percent(completion.answer.time_progress)} · ${text("daysLeft")} ${completion.answer.remaining_days}`)
    : undefined;
  return [element("ul", { class: "tiles" }, ...tiles), element("dl", { class: "ratios" }, ...more), ...(time ? [time] : [])];
}
