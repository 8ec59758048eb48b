// What consultants have earned (`kpi.commission`).
import type { Commission } from "../answers";
import type { Context } from "../context";
import { element } from "../dom";
import { grouped } from "../format";
import { text } from "../text";
import { properName } from "../words";

export function commission({ totals, total }: Commission, { drill }: Context): HTMLElement[] {
  if (totals.length === 0) return [element("p", { class: "note" }, text("noFigures"))];
  const heads = (["agent", "month", "counted", "earned", "clawedBack", "total"] as const).map((name, at) =>
    element("th", { scope: "col", class: at > 1 ? "figure" : undefined }, text(name)));
  const rows = totals.map((one) => {
    const button = element("button", { type: "button", class: "link" }, properName(one.person));
    button.addEventListener("click", () => drill(properName(one.person), { agent: one.person }));
    const figures = [String(one.counted), one.earned, one.clawed_back, one.total].map((value) => element("td", { class: "figure" }, grouped(value)));
    return element("tr", {}, element("th", { scope: "row" }, button), element("td", {}, one.period), ...figures);
  });
  return [
    element("p", { class: "big" }, `${text("total")} `, element("strong", {}, grouped(total))),
    element("div", { class: "scroll tall", tabindex: 0, role: "group", "aria-labelledby": "commission-title" }, element("table", {}, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...rows))),
  ];
}
