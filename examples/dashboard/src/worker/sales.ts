// The record with all that is derived of it: facts, columns, ledger.
import { kpi, type DealEvent, type ReportTable, type SalesTarget, type StockEvent } from "kaipan/kpi";
import type { Bridge, Commission, DealDetail, DealRow, Filter, Money, Opened, SalesForecast, StockCell, View } from "../answers";
import { type Columns, columnsOf } from "./columns";
import { derive, type Derived } from "./derive";
import { detail, list, type Wanted } from "./drill";
import { type Books, money } from "./money";
import { post } from "./posting";
import { parse, Record } from "./record";
import type { Reports } from "./reports";
import { bridge, commission, forecast, stock } from "./rest";
import { targetsOf } from "./targets";
import { type Chosen, view } from "./view";
import type { Behind, Choices, Due, Wish } from "../reports/answers";

export class Sales {
  readonly record: Record;
  readonly #derived: Derived;
  readonly #columns: Columns;
  readonly #targets: SalesTarget[];
  readonly #stockEvents: Map<string, StockEvent[]>;
  readonly #dealEvents: Map<string, DealEvent[]>;
  readonly #media = new Map<string, string>();
  #books: Books | undefined;
  #reports: Promise<Reports> | undefined;

  /** `times` repeats the facts in the columns, for measuring. */
  constructor(text: string, times = 1) {
    this.record = new Record(parse(text));
    this.#derived = derive(this.record);
    this.#columns = columnsOf(this.#derived.facts, times);
    this.#targets = targetsOf(this.record);
    this.#stockEvents = grouped(this.record.stockEvents(), ({ unit_no }) => unit_no);
    this.#dealEvents = grouped(this.record.dealEvents(), ({ deal }) => deal);
    for (const { deal, media } of this.#derived.facts) if (deal && media) this.#media.set(deal, media);
  }

  opened(): Opened {
    const { measures, ratios } = kpi.preset({});
    const { name, project, firstDay, lastDay } = this.record;
    return {
      name, project, firstDay, lastDay,
      nodes: this.record.nodes().map(({ id, name }) => ({ id, name })),
      metrics: Object.fromEntries([...measures, ...ratios].map((one) => [one.name, { zh: one.zh ?? one.name, en: one.en ?? one.name }])),
      facts: this.#derived.facts.length,
      units: this.record.units().length,
      deals: this.#derived.deals.length,
      findings: this.#derived.findings,
    };
  }

  view = (chosen: Chosen): View => view(this.#columns, this.#targets, this.record.project, chosen);
  bridge = (filter: Filter): Bridge => bridge(this.#derived.facts, filter);
  stock = (filter: Filter): StockCell[] => stock(this.record.units(), this.#stockEvents, filter);
  forecast = (filter: Filter): SalesForecast => forecast(this.#columns, filter, this.record.firstDay, filter.caliber);
  commission = (filter: Filter): Commission => commission(this.#derived.facts, filter);
  money = (filter: Filter): Money => money(this.books, filter);
  deals = (filter: Filter, wanted: Wanted): DealRow[] => list(this.books, this.#media, filter, wanted);
  deal = (id: string, on: string): DealDetail => detail(this.books, this.#dealEvents, id, on);

  reports = async (): Promise<Choices> => (await this.#reporting).choices();
  report = async (wish: Wish): Promise<ReportTable> => (await this.#reporting).run(wish);
  due = async (day: string): Promise<Due> => (await this.#reporting).due(day);
  behind = async (wish: Wish, deals: string[], facts: string[]): Promise<Behind> => (await this.#reporting).behind(wish, deals, facts);

  /** Reports take more of the record, and a module of their own: they are opened when they are first asked for. */
  get #reporting(): Promise<Reports> {
    this.#reports ??= import("./reports").then(({ Reports }) => Reports.open(this.record, this.books, this.#dealEvents));
    return this.#reports;
  }

  /** The ledger is made when it is first asked for. */
  get books(): Books {
    this.#books ??= { ...post(this.record), deals: this.#derived.deals, nodes: this.#nodes() };
    return this.#books;
  }

  #nodes(): Map<string, string> {
    const units = new Map(this.record.units().map(({ node, unit }) => [unit.unit_no, node]));
    return new Map(this.#derived.deals.map(({ id, unit_no }) => [id, units.get(unit_no ?? "") ?? this.record.project]));
  }
}

function grouped<T>(all: T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = key(one);
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(one);
  }
  return groups;
}
