// What will be sold (`kpi.forecast`) and what will come in (`overdue.forecast`).
import type { Money, SalesForecast } from "../answers";
import { amounts, asTable, category, draw, legend } from "../chart";
import type { Context } from "../context";
import { element } from "../dom";
import { drawn, grouped } from "../format";
import { text } from "../text";

export function salesForecast({ metric, history, average, line }: SalesForecast, { filter }: Context, place: HTMLElement): HTMLElement[] {
  const name = filter.metricName(metric);
  const names = [...history.map(({ name }) => name), ...average.map(({ ahead }) => `+${ahead}`)];
  const gap = history.slice(1).map(() => null);
  const last = history.at(-1);
  const ahead = (points: typeof average) => [...gap, last ? drawn(last.value) : null, ...points.map(({ value }) => drawn(String(value)))];
  draw(place, `${name}: ${average.map(({ ahead, value }) => `+${ahead} ${grouped(String(value))}`).join(", ")}`, {
    legend,
    xAxis: category(names),
    yAxis: amounts(),
    series: [
      { type: "bar", name: text("history"), data: history.map(({ value }) => drawn(value)) },
      { type: "line", name: text("average"), data: ahead(average), lineStyle: { type: "dashed" } },
      { type: "line", name: text("line"), data: ahead(line), lineStyle: { type: "dotted" } },
    ],
  });
  const rows = average.map(({ ahead, value }, at) => [String(ahead), grouped(String(value)), grouped(String(line[at]?.value ?? ""))]);
  return [element("h3", {}, name), place, asTable(name, [text("ahead"), text("average"), text("line")], rows)];
}

export function cashForecast({ forecast }: Money, place: HTMLElement): HTMLElement[] {
  const names = forecast.map(({ from, to }) => (from.endsWith("-01") ? from.slice(0, 7) : `${from.slice(5)}–${to.slice(8)}`));
  const figures = forecast.map(({ total }) => total);
  draw(place, `${text("expected")}: ${figures.map(({ expected }, at) => `${names[at]} ${grouped(expected)}`).join(", ")}`, {
    legend,
    xAxis: category(names),
    yAxis: amounts(),
    series: (["due", "expected", "closing"] as const).map((name) => ({ type: "bar", name: text(name), data: figures.map((one) => drawn(one[name])) })),
  });
  const rows = figures.map(({ opening, due, expected, closing }, at) => [names[at] as string, ...[opening, due, expected, closing].map(grouped)]);
  return [place, asTable(text("cash"), [text("month"), text("opening"), text("due"), text("expected"), text("closing")], rows)];
}
