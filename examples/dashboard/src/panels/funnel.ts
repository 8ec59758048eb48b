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
  const data = funnel.map(({ value }, at) => ({ name: names[at], value: drawn(value), itemStyle: { color: COLOURS[at % COLOURS.length] } }));
  draw(place, said, {
    tooltip: { show: false },
    series: [{
      type: "funnel", sort: "none", minSize: "14%", top: 4, bottom: 4, left: "2%", right: "2%", gap: 2, data,
      label: { position: "inside", color: "#fff", formatter: "{b} {c}", textBorderColor: "#1c2521", textBorderWidth: 3 }, emphasis: { disabled: true },
    }],
  });
  const rates = funnelRates.map(({ name, value }) => element("div", {}, element("dt", {}, filter.metricName(name)), element("dd", {}, percent(value))));
  return [place, element("dl", { class: "ratios" }, ...rates), asTable(text("funnel"), [text("name"), text("value")], funnel.map(({ value }, at) => [names[at] as string, grouped(value)]))];
}
