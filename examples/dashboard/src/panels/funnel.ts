// From the call to the contract.
import type { View } from "../answers";
import { asTable, COLOURS, draw } from "../chart";
import type { Context } from "../context";
import { element } from "../dom";
import { drawn, grouped, percent } from "../format";
import { text } from "../text";

export function funnel({ funnel, funnelRates }: View, { filter }: Context, place: HTMLElement): HTMLElement[] {
  const names = funnel.map(({ name }) => filter.metricName(name));
  const said = funnel.map(({ value }, at) => `${names[at]} ${grouped(value)}`).join(", ");
  const values = funnel.map(({ value }) => drawn(value));
  const widest = Math.max(...values, 1);
  // Each step lies in the middle: half of what it lacks of the widest is left free.
  draw(place, said, {
    tooltip: { show: false },
    grid: { left: 8, right: 16, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: "value", show: false, max: widest },
    yAxis: {
      type: "category", inverse: true, axisLine: { show: false }, axisTick: { show: false },
      data: funnel.map(({ value }, at) => `${names[at]}  ${grouped(value)}`),
    },
    series: [
      { type: "bar", stack: "all", silent: true, itemStyle: { color: "transparent" }, data: values.map((value) => (widest - value) / 2) },
      { type: "bar", stack: "all", barCategoryGap: "12%", data: values.map((value, at) => ({ value, itemStyle: { color: COLOURS[at % COLOURS.length] } })) },
    ],
  });
  const rates = funnelRates.map(({ name, value }) => element("div", {}, element("dt", {}, filter.metricName(name)), element("dd", {}, percent(value))));
  return [place, element("dl", { class: "ratios" }, ...rates), asTable(text("funnel"), [text("name"), text("value")], funnel.map(({ value }, at) => [names[at] as string, grouped(value)]))];
}
