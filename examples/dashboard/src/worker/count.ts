// Counting columns of facts by whatever they are grouped by.
import { type Caliber, kpiMeasureColumns, type PeriodKind } from "kaipan/kpi";
import type { Columns, Place } from "./columns";

export interface Count {
  metrics: string[];
  kind: PeriodKind;
  from: string;
  to: string;
  caliber: Caliber;
}

/** Values by metric. */
export type Values = Map<string, string>;

export interface Counted {
  period: string;
  values: Values;
}

/** Counts what a filter takes in, together: a row a period. */
export function together(columns: Columns, count: Count, takes: (place: Place) => boolean): Counted[] {
  return by(columns, count, (place) => (takes(place) ? "" : undefined)).get("") ?? [];
}

/** Counts by group; what has no group is left out. */
export function by(columns: Columns, count: Count, groupOf: (place: Place) => string | undefined): Map<string, Counted[]> {
  const names = new Map<string, number>();
  // What is left out is counted beside, and not looked at.
  const groups = columns.places.map((place) => {
    const name = groupOf(place);
    if (name === undefined) return -1;
    const at = names.get(name) ?? names.size;
    names.set(name, at);
    return at;
  });
  const rest = names.size;
  const { rows } = kpiMeasureColumns(
    {
      metrics: count.metrics,
      periods: { kind: count.kind, from: count.from, to: count.to },
      caliber: count.caliber,
      groups: groups.map((at) => (at < 0 ? rest : at)),
      details: columns.details,
    },
    columns.facts,
  );
  const counted = new Map<string, Counted[]>([...names.keys()].map((name) => [name, []]));
  const nameAt = [...names.keys()];
  for (const { group, period, values } of rows) {
    const name = nameAt[group];
    if (name === undefined) continue;
    const named = new Map(count.metrics.map((metric, at) => [metric, String(values[at])]));
    counted.get(name)?.push({ period, values: named });
  }
  return counted;
}
