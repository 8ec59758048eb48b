// The homes of a building, floor by line, coloured by unit price.
import type { AverageBasis, Unit } from "kaipan";
import { byId, element } from "./dom";
import type { Priced } from "./pricing";
import type { View } from "./samples";
import { rounded, text, unitOfPrice, yuan } from "./text";

/** Shades of the map, light to dark. */
const SHADES = 8;

interface Cell {
  button: HTMLButtonElement;
  row: number;
  column: number;
  /** Place of the unit in its view. */
  at: number;
}

/** The map; it is laid out once a view and only recoloured while prices move. */
export class Grid {
  readonly #box = byId("grid");
  readonly #pick: (at: number) => void;
  #cells: Cell[] = [];
  #columns: string[] = [];
  #floors: number[] = [];

  constructor(pick: (at: number) => void) {
    this.#pick = pick;
    this.#box.addEventListener("keydown", (event) => this.#move(event));
  }

  /** Lays out the homes: floors from the top down, lines within their stairs. */
  layOut(units: readonly Unit[]): void {
    const column = (unit: Unit) => `${unit.stair ?? ""}\n${unit.line}`;
    const natural = new Intl.Collator("zh", { numeric: true }).compare;
    this.#columns = [...new Set(units.map(column))].sort(natural);
    this.#floors = [...new Set(units.map((unit) => unit.floor))].sort((a, b) => b - a);
    this.#cells = units.map((unit, at) => {
      const button = element("button", { type: "button", tabindex: -1, "data-unit": unit.unit_no });
      button.addEventListener("click", () => this.#choose(at));
      return { button, at, row: this.#floors.indexOf(unit.floor), column: this.#columns.indexOf(column(unit)) };
    });
    this.#cells.sort((a, b) => a.row - b.row || a.column - b.column);
    this.#draw();
    const first = this.#cells[0];
    if (first) first.button.tabIndex = 0;
  }

  #draw(): void {
    const head = element("div", { role: "row", class: "row head" });
    head.append(element("span", { role: "columnheader", class: "floor", "data-text": "floor" }, text("floor")));
    for (const name of this.#columns) {
      const [stair = "", line = ""] = name.split("\n");
      const label = element("span", { role: "columnheader" }, element("small", {}, stair), line);
      head.append(label);
    }
    const rows = this.#floors.map((floor, row) => {
      const line = element("div", { role: "row", class: "row" });
      line.append(element("span", { role: "rowheader", class: "floor" }, String(floor)));
      for (let column = 0; column < this.#columns.length; column += 1) {
        const here = this.#cells.find((cell) => cell.row === row && cell.column === column);
        line.append(element("span", { role: "gridcell" }, here?.button));
      }
      return line;
    });
    this.#box.replaceChildren(head, ...rows);
  }

  /** Colours the homes by their prices. */
  colour({ units, basis }: View, { unitPrices, totals }: Priced): void {
    const [lowest, highest] = extent(unitPrices);
    const span = Math.max(highest - lowest, 1);
    for (const { button, at } of this.#cells) {
      const price = unitPrices[at] ?? 0;
      const shade = Math.min(Math.floor(((price - lowest) / span) * SHADES), SHADES - 1);
      button.dataset["shade"] = String(shade);
      button.textContent = rounded(price);
      const unit = units[at];
      button.ariaLabel = `${unit?.unit_no} ${yuan(price)} ${unitOfPrice(basis)}, ${yuan(totals[at] ?? 0)}`;
    }
    legend(lowest, highest, basis);
  }

  /** Marks the home that is shown in detail. */
  mark(at: number | undefined): void {
    for (const { button, at: own } of this.#cells) button.ariaPressed = own === at ? "true" : null;
  }

  /** Puts the focus on a home. */
  focus(at: number): void {
    const cell = this.#cells.find((known) => known.at === at);
    if (cell) this.#focus(cell);
  }

  #choose(at: number): void {
    this.focus(at);
    this.#pick(at);
  }

  #focus(cell: Cell): void {
    for (const { button } of this.#cells) button.tabIndex = -1;
    cell.button.tabIndex = 0;
    cell.button.focus();
  }

  #move(event: KeyboardEvent): void {
    const steps: Record<string, [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    };
    const step = steps[event.key];
    const from = this.#cells.find(({ button }) => button === document.activeElement);
    if (!step || !from) return;
    event.preventDefault();
    const [down, right] = step;
    let { row, column } = from;
    // Holes in the map are passed over.
    for (;;) {
      row += down;
      column += right;
      if (row < 0 || column < 0 || row >= this.#floors.length || column >= this.#columns.length) return;
      const next = this.#cells.find((cell) => cell.row === row && cell.column === column);
      if (next) return this.#focus(next);
    }
  }
}

/** The least and the greatest of prices. */
export function extent(prices: ArrayLike<number>): [number, number] {
  let [lowest, highest] = [Infinity, 0];
  for (let at = 0; at < prices.length; at += 1) {
    const price = prices[at] ?? 0;
    lowest = Math.min(lowest, price);
    highest = Math.max(highest, price);
  }
  return [Number.isFinite(lowest) ? lowest : 0, highest];
}

function legend(lowest: number, highest: number, basis: AverageBasis): void {
  const shades = Array.from({ length: SHADES }, (_, shade) => element("i", { "data-shade": shade }));
  byId("legend").replaceChildren(
    element("span", {}, rounded(lowest)),
    element("span", { class: "shades", "aria-hidden": "true" }, ...shades),
    element("span", {}, `${rounded(highest)} ${unitOfPrice(basis)}`),
  );
}
