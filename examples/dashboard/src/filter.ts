// Node, period, caliber, day and measure: what a person chooses.
import type { Caliber } from "kaipan/kpi";
import type { Filter, Opened } from "./answers";
import { element } from "./dom";
import { current, say, text } from "./text";
import { properName } from "./words";

export interface Choice extends Filter {
  metric: string;
}

const RANKED: Record<Caliber, string[]> = {
  marketing: ["net_subscribed_amount", "subscriptions", "signed_amount", "signings", "collections", "first_visits"],
  finance: ["net_sold_amount", "signed_amount", "signings", "collections"],
};

interface Period {
  name: string;
  kind: Filter["kind"];
  from: string;
  to: string;
}

const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
const two = (number: number) => String(number).padStart(2, "0");

/** The year, its quarters and its months. */
export function periods(firstDay: string): Period[] {
  const year = Number(firstDay.slice(0, 4));
  const quarters = [1, 2, 3, 4].map((quarter): Period => ({
    name: `${year}-Q${quarter}`, kind: "quarter", from: `${year}-${two(quarter * 3 - 2)}-01`, to: lastOf(year, quarter * 3),
  }));
  const months = Array.from({ length: 12 }, (_, at): Period => ({
    name: `${year}-${two(at + 1)}`, kind: "month", from: `${year}-${two(at + 1)}-01`, to: lastOf(year, at + 1),
  }));
  return [{ name: String(year), kind: "year", from: `${year}-01-01`, to: `${year}-12-31` }, ...quarters, ...months];
}

export class FilterBar {
  readonly choice: Choice;
  readonly #periods: Period[];

  constructor(readonly form: HTMLFormElement, readonly opened: Opened, readonly changed: () => void) {
    this.#periods = periods(opened.firstDay);
    const [{ kind, from, to }] = this.#periods as [Period];
    // A month before the end: there are days left, and something is still owed.
    const on = lastOf(Number(opened.lastDay.slice(0, 4)), 11);
    this.choice = { node: "", kind, from, to, on, caliber: "marketing", metric: "net_subscribed_amount" };
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  metricName = (name: string): string => {
    const metric = this.opened.metrics[name];
    return metric ? say([metric.zh, metric.en]) : name;
  };

  nodeName = (id: string): string => properName(this.opened.nodes.find((node) => node.id === id)?.name ?? id);

  /** Shows what is chosen, in the language of the page. */
  show(): void {
    const { node, from, kind, caliber, metric, on } = this.choice;
    const period = this.#periods.find((one) => one.from === from && one.kind === kind)?.name ?? "";
    const nodes: [string, string][] = this.opened.nodes.map(({ id }) => [id === this.opened.project ? "" : id, id === this.opened.project ? text("wholeProject") : this.nodeName(id)]);
    const all: [string, string][] = this.#periods.map(({ name, kind }) => [name, kind === "year" ? `${name} ${text("year")}` : name]);
    const calibers: [string, string][] = [["marketing", text("marketing")], ["finance", text("finance")]];
    const metrics: [string, string][] = RANKED[caliber].map((name) => [name, this.metricName(name)]);
    const day = element("input", { type: "date", id: "on", value: on, min: this.opened.firstDay, max: this.opened.lastDay, lang: current() });
    day.addEventListener("change", () => {
      if (day.value) this.#change({ on: day.value });
    });
    this.form.replaceChildren(
      this.#select("node", nodes, node, (value) => ({ node: value })),
      this.#select("period", all, period, (value) => {
        const found = this.#periods.find(({ name }) => name === value);
        return found ? { kind: found.kind, from: found.from, to: found.to } : {};
      }),
      this.#select("caliber", calibers, caliber, (value) => {
        const of = value as Caliber;
        return { caliber: of, metric: RANKED[of].includes(metric) ? metric : (RANKED[of][0] as string) };
      }),
      this.#select("metric", metrics, metric, (value) => ({ metric: value })),
      element("label", {}, element("span", {}, text("on")), day),
    );
  }

  pick(change: Partial<Choice>): void {
    this.#change(change);
  }

  #change(change: Partial<Choice>): void {
    const focused = document.activeElement?.id;
    Object.assign(this.choice, change);
    this.show();
    if (focused) document.getElementById(focused)?.focus();
    this.changed();
  }

  #select(id: "node" | "period" | "caliber" | "metric", options: [string, string][], chosen: string, change: (value: string) => Partial<Choice>): HTMLElement {
    const select = element("select", { id }, ...options.map(([value, name]) => {
      const option = element("option", { value }, name);
      option.selected = value === chosen;
      return option;
    }));
    select.addEventListener("change", () => this.#change(change(select.value)));
    return element("label", {}, element("span", {}, text(id)), select);
  }
}
