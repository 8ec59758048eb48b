// Targets as `kpi.completion` takes them.
import { type ActualFigure, type CompletionSheet, kpi, type PeriodKind, type SalesTarget } from "kaipan/kpi";
import type { Record, RecordedTarget } from "./record";

/** What the record calls figures, as measures of the library. */
const METRICS: { [name: string]: string } = { subscribed_units: "subscriptions", signed_units: "signings" };

export function targetsOf(record: Record): SalesTarget[] {
  return record.bodies<RecordedTarget>("target").map((target) => ({
    owner: target.agent ? { kind: "agent", agent: target.agent } : { kind: "node", node: target.node },
    ...(target.agent ? { part_of: { kind: "node", node: target.node } } : {}),
    metric: METRICS[target.metric] ?? target.metric,
    period: target.period,
    from: target.first_day,
    to: target.last_day,
    value: target.amount ?? String(target.count ?? 0),
    state: "approved",
  }));
}

/** How far targets of a period are reached on a day, of those that there are actual figures of. */
export function completion(
  targets: SalesTarget[],
  actuals: ActualFigure[],
  period: { kind: PeriodKind; from: string; to: string; on: string },
): CompletionSheet {
  const keyOf = ({ owner, metric }: ActualFigure | SalesTarget) => `${JSON.stringify(owner)} ${metric}`;
  const wanted = new Set(actuals.map(keyOf));
  return kpi.completion({ targets: targets.filter((target) => wanted.has(keyOf(target))), actuals, period, alert_below: "0.1" });
}
