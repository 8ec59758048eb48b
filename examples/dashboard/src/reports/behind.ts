// What is behind a row: its deals, which lead on to their timelines, and its facts.
import type { ReportCell, ReportColumn, ReportFact, ReportRow } from "kaipan/kpi";
import { ask } from "../ask";
import type { Drill } from "../drill";
import { element, mixed } from "../dom";
import { grouped } from "../format";
import { codeOf } from "../problem";
import { current, text, type TextName } from "../text";
import { documentName, documentState, factName, itemName, properName } from "../words";
import type { DealBehind, Wish } from "./answers";
import { shown, titleOf } from "./cells";

/** Facts that are shown. */
const MOST = 200;

export function open(drill: Drill, wish: Wish, row: ReportRow, name: () => string, column?: ReportColumn, cell?: ReportCell): void {
  const title = () => [name(), column && cell ? `${titleOf(column)} ${shown(column, cell)}` : text("behindIt")].filter(Boolean).join(" · ");
  const list = () => drill.show(title, async () => {
    const { deals, facts, findings } = await ask("behind", wish, row.deals ?? [], row.facts ?? []);
    return [
      ...(deals.length ? [element("h3", {}, `${text("behindDeals")} ${deals.length}`), dealsOf(deals, (deal) => drill.deal(deal, list))] : []),
      ...(facts.length ? [element("h3", {}, `${text("behindFacts")} ${facts.length}`), factsOf(facts)] : []),
      ...findings.map((one) => element("p", { class: "note" }, ...mixed(one[current()]), " ", codeOf(one.code))),
      ...(deals.length + facts.length + findings.length ? [] : [element("p", { class: "note" }, text("nothing"))]),
    ];
  });
  list();
}

function table(heads: TextName[], figures: Set<TextName>, body: HTMLElement[]): HTMLElement {
  const titles = heads.map((name) => element("th", { scope: "col", class: figures.has(name) ? "figure" : undefined }, text(name)));
  return element("div", { class: "scroll tall" }, element("table", {}, element("thead", {}, element("tr", {}, ...titles)), element("tbody", {}, ...body)));
}

/** A deal that the reader may not read says what he lacks, and is not opened. */
function dealsOf(deals: DealBehind[], pick: (deal: string) => void): HTMLElement {
  const lines = deals.map(({ row, lacking }) => {
    if (lacking.length > 0) {
      const why = lacking.flatMap((one) => [element("span", {}, ...mixed(one[current()])), " ", codeOf(one.code), " "]);
      return element("tr", {}, element("th", { scope: "row" }, row.unit || row.deal), element("td", { colspan: 5, class: "soft wrap", "data-lacking": row.deal }, `${text("mayNot")} · `, ...why));
    }
    const button = element("button", { type: "button", class: "link", "data-deal": row.deal }, row.unit || row.deal);
    button.addEventListener("click", () => pick(row.deal));
    return element("tr", {}, element("th", { scope: "row" }, button), element("td", {}, row.on), element("td", {}, documentName(row.document)), element("td", {}, documentState(row.state)),
      element("td", {}, ...mixed(properName(row.agent))), element("td", { class: "figure" }, grouped(row.total)));
  });
  return table(["unit", "day", "document", "state", "agent", "amount"], new Set<TextName>(["amount"]), lines);
}

function factsOf(facts: ReportFact[]): HTMLElement {
  const lines = facts.slice(0, MOST).map(({ fact, hidden }) => {
    const item = fact.kind === "collection" && fact.detail ? ` · ${itemName(fact.detail)}` : "";
    const figures = [String(fact.count ?? 1), fact.area ? grouped(String(fact.area)) : "", hidden && fact.deal ? text("hiddenCell") : grouped(String(fact.amount ?? fact.list_amount ?? ""))];
    return element("tr", { "data-fact": fact.key }, element("th", { scope: "row" }, fact.date), element("td", {}, factName(fact.kind) + item), element("td", {}, ...mixed(fact.unit ?? fact.deal ?? "")),
      element("td", {}, ...mixed(properName(fact.agent ?? ""))), element("td", {}, ...mixed(properName(fact.media ?? ""))), ...figures.map((one) => element("td", { class: "figure" }, one)));
  });
  const more = facts.length > MOST ? [element("p", { class: "note" }, `${MOST} / ${facts.length}`)] : [];
  return element("div", {}, table(["day", "kindOf", "unit", "agent", "medium", "count", "area", "amount"], new Set<TextName>(["count", "area", "amount"]), lines), ...more);
}
