// What one filter comes to: everything of it is counted in columns of facts.
import { type ActualFigure, type Caliber, KaipanError, kpi, type SalesTarget } from "kaipan/kpi";
import type { Figure, Filter, Or, View } from "../answers";
import type { Columns, Place } from "./columns";
import { by, type Count, type Counted, together, type Values } from "./count";
import { callsToVisits, ratios, sellThrough } from "./ratios";
import { completion } from "./targets";

/** What each caliber is looked at by. */
const BOARD: Record<Caliber, string[]> = {
  marketing: ["first_visits", "subscriptions", "net_subscribed_amount", "signings", "signed_amount", "collections", "cancellations"],
  finance: ["sales", "sold_amount", "net_sold_amount", "signings", "signed_amount", "collections", "cancellations"],
};
const SUMS = [
  "calls", "first_visits", "visits_after_call", "registrations", "subscriptions", "subscribed_area", "subscribed_amount",
  "subscribed_list_amount", "signings", "signed_area", "signed_amount", "cancellations", "cancelled_area", "cancelled_amount", "spend",
];
const FUNNEL = ["calls", "first_visits", "registrations", "subscriptions", "signings"];
const RATIOS: Record<Caliber, string[]> = {
  marketing: ["average_price", "average_discount", "cancellation_rate", "cost_per_visit", "cost_per_subscription", "spend_ratio"],
  finance: ["average_price"],
};
const TARGETS: Record<Caliber, string[]> = {
  marketing: ["first_visits", "subscriptions", "signings", "signed_amount", "collections"],
  finance: ["signings", "signed_amount", "collections"],
};
/** By which measures is compared who has most. */
export const RANKED: Record<Caliber, string[]> = {
  marketing: ["net_subscribed_amount", "subscriptions", "signed_amount", "signings", "collections", "first_visits"],
  finance: ["net_sold_amount", "signed_amount", "signings", "collections"],
};
const MONTHLY: Record<Caliber, string[]> = {
  marketing: ["subscribed_amount", "signed_amount", "collections", "net_sold_amount"],
  finance: ["sold_amount", "signed_amount", "collections", "net_sold_amount"],
};

export interface Chosen extends Filter {
  /** The measure that is ranked and compared. */
  metric: string;
}

const figures = (values: Values | undefined, names: string[]): Figure[] =>
  names.flatMap((name) => { const value = values?.get(name); return value === undefined ? [] : [{ name, value }]; });

/** An answer, or why there is none. */
export function tried<T>(work: () => T): Or<T> {
  try {
    return { answer: work() };
  } catch (error) {
    if (error instanceof KaipanError) return { error: error.toJSON() };
    throw error;
  }
}

export function view(columns: Columns, targets: SalesTarget[], project: string, chosen: Chosen): View {
  const started = performance.now();
  const to = chosen.on < chosen.to ? chosen.on : chosen.to;
  const takes = ({ node }: Place) => chosen.node === "" || node === chosen.node;
  const { caliber, from } = chosen;
  const over = { kind: "cumulative", from, to, caliber } as const;
  const months = { kind: "month", from, to, caliber } as const;
  const one = (counted: Counted[] | undefined) => counted?.[0]?.values;
  const wanted = [...new Set([...BOARD[caliber], ...TARGETS[caliber], ...(caliber === "marketing" ? SUMS : ["signed_area"])])];
  const sums = one(together(columns, { ...over, metrics: wanted }, takes)) ?? new Map<string, string>();
  const funnel = caliber === "marketing" ? sums : one(together(columns, { ...over, caliber: "marketing", metrics: SUMS }, takes));
  const metric = RANKED[caliber].includes(chosen.metric) ? chosen.metric : (RANKED[caliber][0] as string);
  const monthly = together(columns, { ...months, metrics: MONTHLY[caliber] }, takes);
  const sold = (of: Caliber) => {
    const counted = of === caliber ? monthly : together(columns, { ...months, caliber: of, metrics: ["net_sold_amount"] }, takes);
    return counted.map(({ period, values }) => ({ period, value: values.get("net_sold_amount") ?? "0" }));
  };
  const stock: Count = { ...over, caliber: "marketing", metrics: ["released", "sold_to_date"] };
  const offered = by(columns, stock, (place) => (takes(place) && place.node !== project ? place.node : undefined));
  const through = sellThrough(new Map([...offered].flatMap(([node, counted]) => { const values = one(counted); return values ? [[node, values] as const] : []; })));
  const ranked = (groupOf: (place: Place) => string): Map<string, Values> => {
    const counted = by(columns, { ...over, metrics: [...new Set([metric, ...TARGETS[caliber]])] }, (place) => (takes(place) && groupOf(place) ? groupOf(place) : undefined));
    return new Map([...counted].flatMap(([name, of]) => { const values = one(of); return values ? [[name, values] as const] : []; }));
  };
  const [agents, nodes, media] = [ranked(({ agent }) => agent), ranked(({ node }) => node), ranked(({ media }) => media)];
  const rank = (groups: Map<string, Values>) =>
    kpi.rank({ items: [...groups].map(([id, values]) => ({ id, value: values.get(metric) ?? "0" })) }).lines;
  const figureOf = (owner: ActualFigure["owner"], values: Values): ActualFigure[] =>
    TARGETS[caliber].map((name) => ({ owner, metric: name, value: values.get(name) ?? "0" }));
  const owned = [
    ...figureOf({ kind: "node", node: chosen.node || project }, sums),
    ...(chosen.node === "" ? [...agents].flatMap(([agent, values]) => figureOf({ kind: "agent", agent }, values)) : []),
  ];
  // Buildings have targets of the year alone; nobody visits a building.
  if (chosen.node === "" && chosen.kind === "year") {
    for (const [node, values] of nodes) if (node !== project) owned.push(...figureOf({ kind: "node", node }, values).filter(({ metric }) => metric !== "first_visits"));
  }
  const reached = tried(() => {
    const period = { kind: chosen.kind, from, to: chosen.to, on: to };
    const { time_progress, remaining_days, rows, findings = [] } = completion(targets, owned, period);
    return { time_progress: String(time_progress), remaining_days, rows, findings };
  });
  const points = monthly.map(({ period, values }) => ({ ...monthDays(period, from, to), value: values.get("collections") ?? "0" }));
  const { steps } = kpi.trend({ kind: "month", series: points, moving: 3 });
  return {
    facts: columns.facts.kinds.length,
    board: figures(sums, BOARD[caliber]),
    ratios: figures(ratios(sums, RATIOS[caliber]), RATIOS[caliber]),
    completion: reached,
    funnel: figures(funnel, FUNNEL),
    funnelRates: [...figures(callsToVisits(funnel ?? new Map()), ["call_to_visit_rate"]), ...figures(ratios(funnel ?? new Map(), FLOW), FLOW)],
    months: monthly.map(({ period, values }) => ({ period, figures: Object.fromEntries(values) })),
    trend: steps,
    calibers: { metric: "net_sold_amount", marketing: sold("marketing"), finance: sold("finance") },
    buildings: [...nodes].map(([name, values]) => ({ name, value: values.get(metric) ?? "0" })),
    sellThrough: [...through].map(([name, value]) => ({ name, value })),
    offered: [...offered].map(([node, counted]) => ({ node, released: one(counted)?.get("released") ?? "0", sold: one(counted)?.get("sold_to_date") ?? "0" })),
    rankings: { agent: rank(agents), node: rank(nodes), media: rank(media) },
    took: performance.now() - started,
  };
}

const FLOW = ["visit_to_subscription_rate", "subscription_to_signing_flow"];

/** The days of a month that lie in a range. */
function monthDays(month: string, from: string, to: string): { from: string; to: string } {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const last = `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, "0")}`;
  const first = `${month}-01`;
  return { from: first < from ? from : first, to: last > to ? to : last };
}
