// Pricing a view again and again while a price is moved.
import {
  type CompiledScheme,
  compile,
  type Explain,
  KaipanError,
  pricing,
  type PricingScheme,
  type Project,
  type TableRequest,
  type TableRow,
  type Unit,
} from "kaipan";
import type { Sample, View } from "./samples";

export type Lever = { by: "base" | "average"; price: string };

/** What a view costs. Prices are in fen, one a unit, in the order of the view. */
export interface Priced {
  unitPrices: ArrayLike<number>;
  totals: ArrayLike<number>;
  total: string;
  area: string;
  base: string;
  /** Milliseconds that it took. */
  took: number;
}

/** A view ready to be priced. */
export class Pricer {
  readonly view: View;
  readonly #project: Project;
  /** Absent if the scheme cannot be priced in columns. */
  readonly #columns: CompiledScheme | undefined;

  constructor(sample: Sample, view: View) {
    this.view = view;
    this.#project = { ...sample.project, units: view.units };
    try {
      this.#columns = compile(this.#scheme(view.base), view.units);
    } catch (error) {
      if (!(error instanceof KaipanError)) throw error;
    }
  }

  price(lever: Lever): Priced {
    const start = performance.now();
    const priced = lever.by === "base" && this.#columns ? this.#quick(this.#columns, lever.price) : this.#table(lever);
    return { ...priced, took: performance.now() - start };
  }

  /** The row of one unit with every step of its price. */
  explained(lever: Lever, unit: Unit): TableRow | undefined {
    const explain: Explain = { kind: "units", unit_nos: [unit.unit_no] };
    return pricing.table({ ...this.#request(lever), explain }).rows.find((row) => row.unit_no === unit.unit_no);
  }

  #quick(scheme: CompiledScheme, base: string): Omit<Priced, "took"> {
    scheme.setBase(base);
    const { unitPrices, totals, total, area } = scheme.price(scheme.columns);
    return { unitPrices, totals, total, area, base };
  }

  #table(lever: Lever): Omit<Priced, "took"> {
    const { rows, summaries, targets } = pricing.table(this.#request(lever));
    const byNumber = new Map(rows.map((row) => [row.unit_no, row]));
    const fen = (text: string | undefined) => Math.round(Number(text ?? 0) * 100);
    const ordered = this.view.units.map((unit) => byNumber.get(unit.unit_no));
    const all = summaries.find(({ group }) => group === "overall") ?? summaries[0];
    return {
      unitPrices: ordered.map((row) => fen(row?.unit_price)),
      totals: ordered.map((row) => fen(row?.total)),
      total: all?.total ?? "0",
      area: all?.building_area ?? "0",
      base: targets?.[0]?.bases[0]?.base_price ?? lever.price,
    };
  }

  #scheme(base: string | null): PricingScheme {
    return { ...this.view.scheme, base_price: base };
  }

  #request({ by, price }: Lever): TableRequest {
    const targets = [{ goal: { kind: "average", average: price } as const, levelling: { kind: "none" } as const }];
    return {
      project: this.#project,
      schemes: [this.#scheme(by === "base" ? price : null)],
      ...(by === "average" ? { targets } : {}),
      active_deals: "reprice",
      explain: { kind: "none" },
    };
  }
}
