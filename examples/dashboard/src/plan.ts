// The stacking plan: a building a block, a floor a row, a home a button.
import type { StockCell } from "./answers";
import { element } from "./dom";
import { text } from "./text";
import { stateName } from "./words";

export const STATES = ["not_released", "on_sale", "reserved", "controlled", "booked", "promised", "subscribed", "signed"] as const;
/** Each state has a sign of its own, so that colour alone says nothing. */
const SIGNS: { [state: string]: string } = {
  not_released: "·", on_sale: "○", reserved: "◇", controlled: "■", booked: "△", promised: "▽", subscribed: "◐", signed: "●",
};

/** What states look like. */
export function key(counts?: Map<string, number>): HTMLElement {
  return element("ul", { class: "key" }, ...STATES.filter((state) => !counts || counts.has(state)).map((state) =>
    element("li", {}, element("i", { class: `home ${state}`, "aria-hidden": "true" }, SIGNS[state]), ` ${stateName(state)}`)));
}

/** Blocks of buildings; `beside` says something beside the name of each. */
export function plan(cells: StockCell[], nameOf: (node: string) => string, beside: (node: string) => string, pick: (cell: StockCell) => void): HTMLElement {
  const nodes = [...new Set(cells.map(({ node }) => node))];
  const blocks = nodes.map((node) => {
    const own = cells.filter((cell) => cell.node === node);
    const floors = [...new Set(own.map(({ floor }) => floor))].sort((one, other) => other - one);
    const rows = floors.map((floor) => {
      const homes = own.filter((cell) => cell.floor === floor);
      return element("div", { class: "floor" }, element("span", {}, `${floor}${text("floor")}`), ...homes.map((cell) => home(cell, pick)));
    });
    return element("div", { class: "block" }, element("h3", {}, nameOf(node), element("small", {}, ` ${beside(node)}`)), ...rows);
  });
  return element("div", { class: "plan" }, ...blocks);
}

function home(cell: StockCell, pick: (cell: StockCell) => void): HTMLElement {
  const button = element("button", { type: "button", class: `home ${cell.state}`, "data-unit": cell.unitNo, title: `${cell.unitNo} ${stateName(cell.state)}`, "aria-label": `${cell.unitNo} ${stateName(cell.state)}` },
    SIGNS[cell.state]);
  button.addEventListener("click", () => pick(cell));
  return button;
}
