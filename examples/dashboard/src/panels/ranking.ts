// Who has most (`kpi.rank`), down to their deals.
import type { RankLine } from "kaipan/kpi";
import type { View } from "../answers";
import type { Context } from "../context";
import { element } from "../dom";
import { drawn, grouped, percent } from "../format";
import { text, type TextName } from "../text";
import { properName } from "../words";
import type { Wanted } from "../worker/drill";

const BY: [string, TextName, (id: string) => Wanted][] = [
  ["agent", "agents", (agent) => ({ agent })],
  ["node", "nodes", (node) => ({ node })],
  ["media", "media", (media) => ({ media })],
];

export function ranking({ rankings }: View, context: Context): HTMLElement[] {
  const { filter, drill } = context;
  const name = (by: string, id: string) => (by === "node" ? filter.nodeName(id) : properName(id));
  const lists = BY.map(([by, title, wanted]) => {
    const lines = (rankings[by] ?? []).filter(({ value }) => value !== null && value !== undefined);
    return element("div", {}, element("h3", {}, text(title)), element("ol", { class: "ranks" }, ...lines.slice(0, 12).map((line) => {
      const called = name(by, line.id);
      const button = element("button", { type: "button", class: "link", "data-drill": `${by} ${line.id}` }, called);
      button.addEventListener("click", () => drill(called, wanted(line.id)));
      return row(line, button);
    })));
  });
  return [element("p", { class: "note" }, filter.metricName(filter.choice.metric)), element("div", { class: "columns" }, ...lists)];
}

function row({ rank, value, share }: RankLine, name: HTMLElement): HTMLElement {
  const bar = element("progress", { max: 1, value: Math.max(0, drawn(String(share ?? 0))), "aria-label": text("share") });
  return element("li", {}, element("b", {}, String(rank ?? "—")), name, element("span", { class: "figure" }, grouped(String(value ?? ""))), bar, element("small", {}, share ? percent(String(share)) : "—"));
}
