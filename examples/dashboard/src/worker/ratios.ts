// Ratios of sums: the library divides them, each sum given to it as a fact.
import { type Fact, kpi } from "kaipan/kpi";
import type { Values } from "./count";

/** How a sum is said as a fact: of a kind, as a count or as an amount. */
const SUMS: Record<string, { fact: Pick<Fact, "kind" | "detail">; as: "count" | "amount" }> = {
  calls: { fact: { kind: "call" }, as: "count" },
  first_visits: { fact: { kind: "visit", detail: "first" }, as: "count" },
  spend: { fact: { kind: "spend" }, as: "amount" },
};

const ON = "2000-01-01";
const ALL = { kind: "cumulative", from: ON, to: ON } as const;

const is = (value: string | undefined): value is string => value !== undefined && Number(value) > 0;

/** Ratios by name; those that cannot be divided are left out. */
export function ratios(values: Values, names: string[]): Values {
  const facts: Fact[] = Object.entries(SUMS).flatMap(([metric, { fact, as }]) => {
    const value = values.get(metric);
    if (!is(value)) return [];
    return [{ key: metric, date: ON, ...fact, ...(as === "count" ? { count: Number(value) } : { count: 1, amount: value }) }];
  });
  const sale = (kind: Fact["kind"], count: string, area: string, amount: string, list?: string) => {
    const units = values.get(count);
    if (!is(units)) return;
    const of = (name?: string) => (name ? (values.get(name) ?? null) : null);
    facts.push({ key: kind, kind, date: ON, count: Number(units), area: of(area), amount: of(amount), list_amount: of(list), finance_date: ON });
  };
  sale("subscription", "subscriptions", "subscribed_area", "subscribed_amount", "subscribed_list_amount");
  sale("signing", "signings", "signed_area", "signed_amount");
  sale("cancellation", "cancellations", "cancelled_area", "cancelled_amount");
  return quotients(facts, names);
}

/** How many of the calls have come. */
export function callsToVisits(values: Values): Values {
  const [calls, visits] = [values.get("calls"), values.get("visits_after_call")];
  if (!is(calls) || !is(visits)) return new Map();
  const facts: Fact[] = [
    { key: "calls", kind: "call", date: ON, count: Number(calls) },
    { key: "visits", kind: "visit", detail: "first", date: ON, count: Number(visits), of: "calls" },
  ];
  return quotients(facts, ["call_to_visit_rate"]);
}

/** 去化率 of groups, by what was sold and offered up to a day. */
export function sellThrough(groups: Map<string, Values>): Map<string, string> {
  const facts: Fact[] = [...groups].flatMap(([node, values]) => {
    const [sold, released] = [values.get("sold_to_date"), values.get("released")];
    if (!is(released)) return [];
    const offered: Fact = { key: `${node} released`, kind: "released", date: ON, node, count: Number(released) };
    return is(sold) ? [offered, { key: `${node} sold`, kind: "subscription", date: ON, node, count: Number(sold) }] : [offered];
  });
  if (facts.length === 0) return new Map();
  const { groups: measured } = kpi.measure({ facts, metrics: ["sell_through_rate"], periods: ALL, by: ["node"] });
  return new Map(
    measured.flatMap(({ values, cells }) => {
      const [node, value] = [values?.[0]?.value, cells[0]?.value];
      const name = values && values.length > 0 ? (node ?? "") : "total";
      return value === null || value === undefined ? [] : [[name, String(value)] as const];
    }),
  );
}

function quotients(facts: Fact[], names: string[]): Values {
  if (facts.length === 0) return new Map();
  const { groups } = kpi.measure({ facts, metrics: names, periods: ALL });
  return new Map(
    (groups[0]?.cells ?? []).flatMap(({ metric, state, value }) =>
      state === "number" && value !== null && value !== undefined ? [[metric, String(value)] as const] : [],
    ),
  );
}
