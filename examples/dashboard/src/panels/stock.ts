// Homes by state, and how much of what was offered is sold.
import type { StockCell, View } from "../answers";
import type { Context } from "../context";
import { element } from "../dom";
import { grouped, percent } from "../format";
import { key, plan } from "../plan";

export function stock(cells: StockCell[], { sellThrough, offered }: View, { filter, drill }: Context): HTMLElement[] {
  const rateOf = new Map(sellThrough.map(({ name, value }) => [name, value]));
  const beside = (node: string) => {
    const found = offered.find((one) => one.node === node);
    const rate = rateOf.get(node);
    return found && rate ? `${grouped(found.sold)} / ${grouped(found.released)} · ${percent(rate)}` : "";
  };
  const total = rateOf.get("total");
  const name = filter.metricName("sell_through_rate");
  return [
    element("div", { class: "beside" }, key(), total ? element("p", { class: "big" }, `${name} `, element("strong", {}, percent(total))) : undefined),
    plan(cells, filter.nodeName, beside, (cell) => drill(cell.unitNo, { unit: cell.unitNo })),
  ];
}
