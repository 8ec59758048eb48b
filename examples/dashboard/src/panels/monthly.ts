// Sales, contracts and money by month.
import type { View } from "../answers";
import { amounts, asTable, category, draw, legend } from "../chart";
import type { Context } from "../context";
import { drawn, grouped } from "../format";
import { text } from "../text";

export function monthly({ months }: View, { filter }: Context, place: HTMLElement): HTMLElement[] {
  const names = Object.keys(months[0]?.figures ?? {}).filter((name) => name !== "net_sold_amount");
  const periods = months.map(({ period }) => period);
  const said = `${text("monthly")}: ${periods.at(0) ?? ""} – ${periods.at(-1) ?? ""}, ${names.map(filter.metricName).join(", ")}`;
  draw(place, said, {
    legend: { ...legend, data: names.map(filter.metricName) },
    xAxis: category(periods),
    yAxis: amounts(),
    series: names.map((name) => ({ type: "bar", name: filter.metricName(name), data: months.map(({ figures }) => drawn(figures[name])) })),
  });
  const rows = months.map(({ period, figures }) => [period, ...names.map((name) => grouped(figures[name] ?? ""))]);
  return [place, asTable(text("monthly"), [text("month"), ...names.map(filter.metricName)], rows)];
}
