// Bridge, stock, forecast of sales, commission: what is asked for after the figures of a filter.
import { deal as deals } from "kaipan/deal";
import { type Caliber, type Fact, kpi, type StockEvent } from "kaipan/kpi";
import type { Bridge, Commission, Filter, SalesForecast, StockCell } from "../answers";
import { COMMISSION } from "../policy";
import type { Columns } from "./columns";
import { together } from "./count";
import type { RecordedUnit } from "./record";

const end = ({ on, to }: Filter) => (on < to ? on : to);

/** From the marketing caliber to the finance caliber. */
export function bridge(facts: Fact[], filter: Filter): Bridge {
  const chosen = filter.node === "" ? facts : facts.filter(({ node }) => node === filter.node);
  const range = { from: filter.from, to: end(filter) };
  const { first, second, difference, reasons = [], lines = [] } = kpi.bridge({
    metric: "net_sold_amount", facts: chosen, first: range, second: { ...range, caliber: "finance" },
  });
  return { first: String(first), second: String(second), difference: String(difference), reasons, lines };
}

/** What each home is on the evening of a day. */
export function stock(units: { node: string; unit: RecordedUnit }[], events: Map<string, StockEvent[]>, filter: Filter): StockCell[] {
  const until = `${end(filter)}T23:59:59`;
  return units.filter(({ node }) => filter.node === "" || node === filter.node).map(({ node, unit }) => {
    const found = deals.replay({ unit_no: unit.unit_no, stock: events.get(unit.unit_no) ?? [], until }).stock;
    return {
      unitNo: unit.unit_no, node, stair: unit.stair ?? "", floor: unit.floor, line: unit.line ?? "",
      state: found?.state ?? "not_released", ...(found?.deal ? { deal: found.deal } : {}),
    };
  });
}

/** Three months ahead, of what the months that are over came to. */
export function forecast(columns: Columns, filter: Filter, firstDay: string, caliber: Caliber): SalesForecast {
  const metric = caliber === "finance" ? "sold_amount" : "subscribed_amount";
  // The month that is not over does not count.
  const [year = 0, month = 0, day = 0] = filter.on.split("-").map(Number);
  const isOver = new Date(Date.UTC(year, month, 0)).getUTCDate() === day;
  const to = isOver ? filter.on : new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10);
  if (to < firstDay) return { metric, history: [], average: [], line: [] };
  const months = together(columns, { metrics: [metric], kind: "month", from: firstDay, to, caliber }, ({ node }) => filter.node === "" || node === filter.node);
  const history = months.map(({ period, values }) => ({ name: period, value: values.get(metric) ?? "0" }));
  const ask = (method: Parameters<typeof kpi.forecast>[0]["method"]) =>
    kpi.forecast({ history: history.map(({ value }) => value), method, ahead: 3 }).periods ?? [];
  const average = history.length >= 3 ? ask({ kind: "moving_average", periods: 3 }) : [];
  return { metric, history, average, line: history.length >= 2 ? ask({ kind: "least_squares" }) : [] };
}

/** What consultants have earned in the period. */
export function commission(facts: Fact[], filter: Filter): Commission {
  const quits = new Map(facts.filter(({ kind }) => kind === "cancellation").map((fact) => [fact.deal, fact.date]));
  const signed = facts.filter(({ kind, node, date }) => kind === "signing" && date >= filter.from && date <= end(filter) && (filter.node === "" || node === filter.node));
  const given = signed.flatMap(({ deal, amount, date, agent }) => {
    const quit = quits.get(deal);
    return deal && amount && agent ? [{ deal, amount, signed_on: date, shares: [{ person: agent, share: "1" }], ...(quit && quit >= date ? { quit_on: quit } : {}) }] : [];
  });
  const { totals, total } = kpi.commission({ scheme: COMMISSION, deals: given, as_of: end(filter) });
  return { totals, total };
}
