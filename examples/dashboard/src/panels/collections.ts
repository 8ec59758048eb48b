// What came in by month, with the mean of three months and what it comes to so far (`kpi.trend`).
import type { View } from "../answers";
import { amounts, asTable, category, draw, legend } from "../chart";
import type { Context } from "../context";
import { drawn, grouped, percent } from "../format";
import { text } from "../text";

export function collections({ trend }: View, { filter }: Context, place: HTMLElement): HTMLElement[] {
  const name = filter.metricName("collections");
  const some = (value: unknown) => (value === null || value === undefined ? "—" : grouped(String(value)));
  draw(place, `${name}: ${trend.map(({ period, value }) => `${period} ${some(value)}`).join(", ")}`, {
    legend,
    xAxis: category(trend.map(({ period }) => period)),
    yAxis: amounts(),
    series: [
      { type: "bar", name, data: trend.map(({ value }) => drawn(String(value ?? 0))) },
      { type: "line", name: text("movingAverage"), data: trend.map(({ moving_average }) => (moving_average ? drawn(String(moving_average)) : null)) },
      { type: "line", name: text("cumulative"), data: trend.map(({ cumulative }) => drawn(String(cumulative))) },
    ],
  });
  const rows = trend.map(({ period, value, period_on_period, moving_average, cumulative }) => [
    period, some(value), period_on_period ? percent(String(period_on_period)) : "—", some(moving_average), some(cumulative),
  ]);
  return [place, asTable(name, [text("month"), name, text("onBefore"), text("movingAverage"), text("cumulative")], rows)];
}
