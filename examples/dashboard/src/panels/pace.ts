// Targets: how far they are reached, and how that stands to the days that are over.
import type { CompletionRow } from "kaipan/kpi";
import type { View } from "../answers";
import type { Context } from "../context";
import { element } from "../dom";
import { drawn, grouped, percent } from "../format";
import { refusal } from "../problem";
import { text } from "../text";
import { properName } from "../words";

const ownerName = ({ owner }: CompletionRow, { filter }: Context): string =>
  owner.kind === "node" ? filter.nodeName(owner.node) : properName(owner.kind === "agent" ? owner.agent : owner.channel);

export function pace({ completion }: View, context: Context): HTMLElement[] {
  if (completion.error) return [refusal(completion.error)];
  const rows = completion.answer?.rows ?? [];
  if (rows.length === 0) return [element("p", { class: "note" }, text("noFigures"))];
  const heads = ["name", "metric", "target", "actual", "completion", "paceOf", "gap", "daily"] as const;
  const cell = (value: unknown, show: (value: string) => string) => (value === null || value === undefined ? "—" : show(String(value)));
  const body = rows.map((row) => {
    const bar = element("progress", { max: 1, value: Math.min(1, drawn(String(row.completion_rate ?? 0))), "aria-label": text("completion") });
    return element("tr", { class: row.alert ? "alert" : undefined },
      element("th", { scope: "row" }, ownerName(row, context)),
      element("td", {}, context.filter.metricName(row.metric)),
      element("td", { class: "figure" }, cell(row.target, grouped)),
      element("td", { class: "figure" }, cell(row.actual, grouped)),
      element("td", { class: "figure bar" }, bar, ` ${cell(row.completion_rate, percent)}`),
      element("td", { class: "figure" }, row.alert ? `⚠ ${cell(row.pace, percent)}` : cell(row.pace, percent)),
      element("td", { class: "figure" }, cell(row.gap, grouped)),
      element("td", { class: "figure" }, cell(row.required_daily, grouped)));
  });
  const head = element("tr", {}, ...heads.map((name, at) => element("th", { scope: "col", class: at > 1 ? "figure" : undefined }, name === "metric" ? "" : text(name))));
  return [element("div", { class: "scroll tall", tabindex: 0, role: "group", "aria-labelledby": "pace-title" }, element("table", {}, element("thead", {}, head), element("tbody", {}, ...body)))];
}
