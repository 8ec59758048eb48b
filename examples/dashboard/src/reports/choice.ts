// Report, node, periods, day and reader: what a person chooses.
import type { DueReport, PeriodKind, ReportDefinition } from "kaipan/kpi";
import type { Filter, Opened } from "../answers";
import { element } from "../dom";
import { current, say, text, type TextName, type Two } from "../text";
import { periodName, properName } from "../words";
import type { Choices, Wish } from "./answers";

/** What reports are about, told by the records that they are made of; the first that fits. */
const AREAS: [Two, (report: ReportDefinition) => boolean][] = [
  [["房源与价格", "Homes and prices"], ({ records }) => records.includes("homes")],
  [["按揭与签约后事务", "Loans and services"], ({ records }) => records.includes("services")],
  [["款项与财务", "Money and finance"], ({ records }) => ["postings", "claims", "contracts"].some((one) => records.includes(one))],
  [["客户与来访", "Customers and visits"], ({ records }) => records.includes("follow_ups") && records.includes("customers")],
  [["交易明细", "Deals one by one"], ({ form }) => form === "list"],
  [["销售统计", "Sales figures"], () => true],
];
/** What is chosen where the kind of before is not among those of a report. */
const USUAL: PeriodKind[] = ["month", "week", "quarter", "year", "day", "cumulative"];

export class ChoiceForm {
  readonly wish: Wish;

  constructor(readonly form: HTMLFormElement, readonly opened: Opened, readonly choices: Choices, readonly changed: () => void) {
    // As on the dashboard: a month before the end there are days left, and something is still owed.
    const on = `${opened.lastDay.slice(0, 4)}-11-30`;
    this.wish = { report: "sales_summary", kind: "quarter", from: opened.firstDay, to: on, on, node: opened.project, reader: "" };
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** What deals are looked at with. */
  get choice(): Filter {
    const { node, from, to, on } = this.wish;
    return { node, kind: "year", from, to, on, caliber: "marketing" };
  }

  get report(): ReportDefinition | undefined {
    return this.choices.reports.find(({ name }) => name === this.wish.report);
  }

  nodeName = (id: string): string => properName(this.choices.nodes.find((node) => node.id === id)?.name ?? id);
  readerName = (person: string): string => {
    const found = this.choices.readers.find((one) => one.person === person);
    return found ? `${properName(person)} · ${say([found.role.zh, found.role.en])}` : text("everyone");
  };

  show(): void {
    const { wish, choices } = this;
    const kinds = (this.report?.periods ?? []).filter((kind) => kind !== "stage");
    const nodes: [string, string][] = [["", text("everything")], ...choices.nodes.map(({ id, level }): [string, string] => [id, `${"\u2003".repeat(level)}${this.nodeName(id)}`])];
    const readers: [string, string][] = [["", text("everyone")], ...choices.readers.map(({ person }): [string, string] => [person, this.readerName(person)])];
    this.form.replaceChildren(
      this.#reports(),
      this.#select("node", nodes, wish.node, (node) => ({ node })),
      this.#select("kind", kinds.map((kind) => [kind, periodName(kind)]), wish.kind, (kind) => ({ kind: kind as PeriodKind })),
      this.#day("from"), this.#day("to"), this.#day("on"),
      this.#select("reader", readers, wish.reader, (reader) => ({ reader })),
    );
  }

  /** A report that is due, of the period that it is about. */
  pick({ report, kind, period: { from, to } }: DueReport): void {
    this.#change({ report, kind, from, to });
  }

  #change(change: Partial<Wish>): void {
    const focused = document.activeElement?.id;
    Object.assign(this.wish, change);
    const kinds = this.report?.periods ?? [];
    if (!kinds.includes(this.wish.kind)) this.wish.kind = USUAL.find((kind) => kinds.includes(kind)) ?? this.wish.kind;
    this.show();
    if (focused) document.getElementById(focused)?.focus();
    this.changed();
  }

  #reports(): HTMLElement {
    const grouped = new Map(AREAS.map(([name]) => [name, [] as ReportDefinition[]]));
    for (const report of this.choices.reports) {
      const area = AREAS.find(([, holds]) => holds(report));
      if (area) grouped.get(area[0])?.push(report);
    }
    const select = element("select", { id: "report" }, ...[...grouped].filter(([, reports]) => reports.length > 0).map(([name, reports]) =>
      element("optgroup", { label: say(name) }, ...reports.map((one) => this.#option(one.name, say([one.title_zh, one.title_en]), this.wish.report)))));
    select.addEventListener("change", () => this.#change({ report: select.value }));
    return this.#labelled("report", select);
  }

  #select(id: TextName, options: [string, string][], chosen: string, change: (value: string) => Partial<Wish>): HTMLElement {
    const select = element("select", { id }, ...options.map(([value, name]) => this.#option(value, name, chosen)));
    select.addEventListener("change", () => this.#change(change(select.value)));
    return this.#labelled(id, select);
  }

  #day(id: "from" | "to" | "on"): HTMLElement {
    const input = element("input", { type: "date", id, value: this.wish[id], lang: current() });
    input.addEventListener("change", () => {
      if (input.value) this.#change({ [id]: input.value });
    });
    return this.#labelled(id, input);
  }

  #option(value: string, name: string, chosen: string): HTMLOptionElement {
    const option = element("option", { value }, name);
    option.selected = value === chosen;
    return option;
  }

  #labelled(id: TextName, field: HTMLElement): HTMLElement {
    return element("label", {}, element("span", {}, text(id)), field);
  }
}
