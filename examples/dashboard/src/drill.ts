// From a figure to its deals, and to one deal with what happened and what is owed.
import type { DealDetail, DealRow, Filter } from "./answers";
import { ask } from "./ask";
import { byId, element } from "./dom";
import { grouped } from "./format";
import { problem, refusal } from "./problem";
import { statementTable } from "./statement";
import { text } from "./text";
import { documentName, documentState, eventName, properName } from "./words";
import type { Wanted } from "./worker/drill";

/** What is looked at. */
interface Looking {
  readonly choice: Filter;
}

export class Drill {
  readonly #dialog = byId<HTMLDialogElement>("drill");
  #again: (() => Promise<void>) | undefined;

  constructor(readonly filter: Looking) {
    this.#dialog.addEventListener("close", () => { this.#again = undefined; });
    this.#dialog.addEventListener("click", (event) => {
      if (event.target === this.#dialog) this.#dialog.close();
    });
  }

  list = (title: string, wanted: Wanted): void => {
    void this.#open(async () => this.#frame(title, [this.#table(await ask("deals", { ...this.filter.choice }, wanted), title, wanted)]));
  };

  deal = (id: string, back?: () => void): void => {
    void this.#open(async () => {
      const detail = await ask("deal", id, this.filter.choice.on);
      this.#frame(`${detail.row.unit || id} · ${id}`, this.#detail(detail), back);
    });
  };

  /** Shows whatever is made; both again in another language. */
  show = (title: () => string, make: () => Promise<HTMLElement[]>): void => void this.#open(async () => this.#frame(title(), await make()));

  /** Shows it in the language that was chosen meanwhile. */
  refresh = (): void => void this.#again?.().catch((error: unknown) => this.#frame("", [problem(error)]));

  async #open(work: () => Promise<void>): Promise<void> {
    this.#again = work;
    try {
      await work();
    } catch (error) {
      this.#frame("", [problem(error)]);
    }
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  #frame(title: string, content: HTMLElement[], back?: () => void): void {
    const close = element("button", { type: "button", class: "close" }, text("close"));
    close.addEventListener("click", () => this.#dialog.close());
    const before = back ? element("button", { type: "button" }, text("back")) : undefined;
    if (back) before?.addEventListener("click", back);
    this.#dialog.replaceChildren(element("header", {}, element("h2", { id: "drill-title" }, title), before, close), ...content);
  }

  #table(rows: DealRow[], title: string, wanted: Wanted): HTMLElement {
    if (rows.length === 0) return element("p", { class: "note" }, text("nothing"));
    const heads = ["unit", "day", "document", "state", "agent", "amount"] as const;
    const body = rows.map((row) => {
      const button = element("button", { type: "button", class: "link", "data-deal": row.deal }, row.unit || row.deal);
      button.addEventListener("click", () => this.deal(row.deal, () => this.list(title, wanted)));
      return element("tr", {}, element("th", { scope: "row" }, button), element("td", {}, row.on), element("td", {}, documentName(row.document)), element("td", {}, documentState(row.state)), element("td", {}, properName(row.agent)), element("td", { class: "figure" }, grouped(row.total)));
    });
    return element("div", { class: "scroll" }, element("table", {}, element("thead", {}, element("tr", {}, ...heads.map((name) => element("th", { scope: "col", class: name === "amount" ? "figure" : undefined }, text(name))))), element("tbody", {}, ...body)));
  }

  #detail({ row, events, statement }: DealDetail): HTMLElement[] {
    const facts = ([["agent", properName(row.agent)], ["customer", row.customer], ["document", `${documentName(row.document)} · ${documentState(row.state)}`], ["amount", grouped(row.total)]] as const)
      .map(([name, value]) => element("div", {}, element("dt", {}, text(name)), element("dd", {}, value || "—")));
    const timeline = events.map(({ at, by, change }) => {
      const what = change.kind === "document_opened" ? `${documentName(change.document.kind)} · ${eventName(change.kind)}`
        : change.kind === "document_closed" ? `${documentName(change.document)} · ${eventName(change.kind)}` : eventName(change.kind);
      return element("li", {}, element("time", { datetime: at }, at.replace("T", " ").slice(0, 16)), element("span", {}, what), element("small", {}, properName(by)));
    });
    return [
      element("dl", { class: "ratios" }, ...facts),
      element("h3", {}, text("statement")),
      statement.answer ? statementTable(statement.answer) : refusal(statement.error),
      element("h3", {}, text("timeline")),
      element("ol", { class: "timeline" }, ...timeline),
    ];
  }
}
