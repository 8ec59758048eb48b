// Pricing a view again and again while a price is moved.
import {
  type AverageBasis,
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
  lever: Lever;
  unitPrices: ArrayLike<number>;
  totals: ArrayLike<number>;
  total: string;
  /** Yuan per m² of the view's basis. */
  average: string;
  base: string;
  /** Milliseconds that it took. */
  took: number;
}

/** A view ready to be priced. */
export class Pricer {
  readonly view: View;
  readonly #project: Project;
  /** Absent if the scheme cannot be priced in columns. */
  readonly #compiled: CompiledScheme | undefined;

  constructor(sample: Sample, view: View) {
    this.view = view;
    this.#project = { ...sample.project, units: view.units };
    try {
      this.#compiled = compile(this.#scheme(view.base), view.units);
    } catch (error) {
      if (!(error instanceof KaipanError)) throw error;
    }
  }

  price(lever: Lever): Priced {
    const start = performance.now();
    const priced = lever.by === "base" && this.#compiled ? this.#quick(this.#compiled, lever.price) : this.#table(lever);
    return { ...priced, lever, took: performance.now() - start };
  }

  /** The row of one unit with every step of its price. */
  explained(lever: Lever, unit: Unit): TableRow | undefined {
    const explain: Explain = { kind: "units", unit_nos: [unit.unit_no] };
    return pricing.table({ ...this.#request(lever), explain }).rows.find((row) => row.unit_no === unit.unit_no);
  }

  #quick(scheme: CompiledScheme, base: string): Omit<Priced, "lever" | "took"> {
    scheme.setBase(base);
    const { unitPrices, totals, total, average = "0" } = scheme.price(scheme.columns);
    return { unitPrices, totals, total, average, base };
  }

  #table(lever: Lever): Omit<Priced, "lever" | "took"> {
    const { rows, summaries, targets } = pricing.table(this.#request(lever));
    const byNumber = new Map(rows.map((row) => [row.unit_no, row]));
    const ordered = this.view.units.map((unit) => byNumber.get(unit.unit_no));
    const all = summaries.find(({ group }) => group === "overall");
    return {
      unitPrices: ordered.map((row) => hundredths(row?.unit_price)),
      totals: ordered.map((row) => hundredths(row?.total)),
      total: all?.total ?? "0",
      average: all?.average ?? "0",
      base: targets?.[0]?.bases[0]?.base_price ?? lever.price,
    };
  }

  #scheme(base: string | null): PricingScheme {
    return { ...this.view.scheme, base_price: base };
  }

  #request({ by, price }: Lever): TableRequest {
    const average_basis: AverageBasis = this.view.basis;
    const goal = { kind: "average", average: price } as const;
    const targets = [{ goal, average_basis, levelling: { kind: "none" } as const }];
    return {
      project: this.#project,
      schemes: [this.#scheme(by === "base" ? price : null)],
      ...(by === "average" ? { targets } : {}),
      average_basis,
      active_deals: "reprice",
      explain: { kind: "none" },
    };
  }
}

/** Yuan as fen; further digits are left out. */
function hundredths(yuan = "0"): number {
  const [whole = "", fraction = ""] = yuan.split(".");
  return Number(whole + fraction.padEnd(2, "0").slice(0, 2));
}
