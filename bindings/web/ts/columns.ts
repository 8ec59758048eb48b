import type { Engine, Glue } from "./engine.js";
import type { Area, Money, PricingScheme, Unit, UnitPrice } from "./generated/types.js";

/** The functions that price in columns. */
export interface ColumnsGlue extends Glue {
  initSync(module: { module: WebAssembly.Module }): { memory: WebAssembly.Memory };
  scheme_compile(request: string): string | undefined;
  scheme_code(id: number, axis: number, key: string): number | undefined;
  scheme_set_base(id: number, base: string): boolean;
  columns_begin(id: number, rows: number, lengths: Uint32Array, rest: Uint32Array): Uint32Array | undefined;
  columns_price(id: number, rows: number): boolean;
  columns_end(): string | undefined;
  memory(): WebAssembly.Memory;
}

/** One factor of a compiled scheme; the last axis holds spot adjustments. */
export interface Axis {
  /** Name of the factor. */
  name: string;
  /** Number of codes; codes count from 0. */
  codes: number;
  /** Attribute values with their codes, as met in the units the scheme was compiled for. */
  keys: AxisKey[];
}

/** An attribute value and its code. */
export interface AxisKey {
  /** Attribute value; empty for units without one. */
  key: string;
  /** Code. */
  code: number;
}

/** Homes as columns. All have the same length; columns a scheme does not need stay empty. */
export interface Columns {
  /** One column an axis, in the order of `axes`. */
  codes: Uint16Array[];
  /** Areas that prices are per, in 0.0001 m². */
  areas: Float64Array;
  /** Gift areas in 0.0001 m². */
  giftAreas: Float64Array;
  /** Lump sums in fen. */
  lumpSums: Float64Array;
}

/** Prices, one element a home, and their sums. Fen are whole numbers, exact in a `Float64Array`. */
export interface PricedColumns {
  /** Unit prices in fen per m². */
  unitPrices: Float64Array;
  /** Totals in fen. */
  totals: Float64Array;
  /** Homes priced. */
  units: number;
  /** Σ area, m². */
  area: Area;
  /** Σ total, yuan. */
  total: Money;
  /** Σ total ÷ Σ area, half up to 0.01 yuan per m²; absent without homes. */
  average?: UnitPrice;
}

/** A base price: a decimal, or the exact fraction that `pricing.solveBase` gives. */
export type Base = UnitPrice | { numerator: string; denominator: string };

interface Compiled {
  id: number;
  folded: boolean;
  axes: Axis[];
  codes: number[][];
  areas: number[];
  gift_areas: number[];
  lump_sums: number[];
}

/**
 * 编译好的定价方案：按列计算百万套房源的价格。不需要释放。
 *
 * A pricing scheme compiled for columns of homes. There is nothing to free.
 *
 * ```ts
 * const scheme = compile(pricingScheme, units);
 * const { totals, total } = scheme.price(scheme.columns);
 * ```
 */
export class CompiledScheme {
  /** The axes: one for every factor, and a last one for spot adjustments. */
  readonly axes: readonly Axis[];
  /** The units that the scheme was compiled for, as columns. */
  readonly columns: Columns;
  /** Whether all combinations of codes were priced ahead, so that rows cost a look-up. */
  readonly folded: boolean;
  readonly #engine: Engine<ColumnsGlue>;
  /** What it was compiled from: the module keeps only the schemes used last. */
  readonly #source: string;
  #base: string | undefined;
  #id: number;
  #instance: number;

  /** Use `compile`. */
  constructor(engine: Engine<ColumnsGlue>, scheme: PricingScheme, units: readonly Unit[]) {
    this.#engine = engine;
    this.#source = engine.text("request", { scheme, units });
    const compiled = engine.use((glue) => this.#compile(glue));
    this.#id = compiled.id;
    this.#instance = engine.instance;
    this.axes = compiled.axes;
    this.folded = compiled.folded;
    this.columns = {
      codes: compiled.codes.map((column) => Uint16Array.from(column)),
      areas: Float64Array.from(compiled.areas),
      giftAreas: Float64Array.from(compiled.gift_areas),
      lumpSums: Float64Array.from(compiled.lump_sums),
    };
  }

  /**
   * The code of an attribute value, however it is written (`"１５ "` is `"15"`); undefined if it is
   * unknown or has several codes.
   */
  code(axis: number, key: string): number | undefined {
    if (typeof key !== "string") throw this.#engine.misuse("key", "应为文本", "has to be a string");
    if (this.axes[axis] === undefined) return undefined;
    const code = this.#kept((glue, id) => glue.scheme_code(id, axis, key));
    return code < 0 ? undefined : code;
  }

  /** Changes the base price; codes stay the same. */
  setBase(base: Base): void {
    const text = typeof base === "object" ? `${base.numerator}/${base.denominator}` : String(base);
    this.#kept((glue, id) => this.#engine.given(glue.scheme_set_base(id, text)) || undefined);
    this.#base = text;
  }

  /**
   * Prices every row. Arrays given as `out` are written to instead of new ones.
   *
   * Errors have the row as their place, `/rows/7`; what was written does not count then.
   */
  price(
    columns: Columns,
    out?: { unitPrices: Float64Array; totals: Float64Array },
  ): PricedColumns {
    // Taken out once: what the caller's object says in the middle of the work does not count.
    const { codes, areas, giftAreas, lumpSums } = columns;
    columns = { codes: [...codes], areas, giftAreas, lumpSums };
    const rows = areas.length;
    const unitPrices = out?.unitPrices ?? new Float64Array(rows);
    const totals = out?.totals ?? new Float64Array(rows);
    this.#check(columns, unitPrices, totals);
    const lengths = Uint32Array.from(columns.codes, (column) => column.length);
    const others = [columns.giftAreas, columns.lumpSums, unitPrices, totals];
    const rest = Uint32Array.from(others, (column) => column.length);
    return this.#kept((glue, id) => {
      const begun = this.#engine.given(glue.columns_begin(id, rows, lengths, rest));
      if (begun === undefined) return undefined;
      const [part = 0, ...places] = begun;
      const memory = glue.memory();
      for (let first = 0; first < rows; first += part) {
        const last = Math.min(first + part, rows);
        fill(memory, places, part, columns, first, last);
        if (!this.#engine.given(glue.columns_price(id, last - first))) return undefined;
        const [, , , , prices = 0, sums = 0] = places;
        unitPrices.set(new Float64Array(memory.buffer, prices, last - first), first);
        totals.set(new Float64Array(memory.buffer, sums, last - first), first);
      }
      const sums = JSON.parse(this.#engine.given(glue.columns_end()) as string) as Omit<PricedColumns, "unitPrices" | "totals">;
      return { unitPrices, totals, ...sums };
    });
  }

  /** Does something with the compiled scheme; `undefined` means that it is not kept any more. */
  #kept<T>(work: (glue: ColumnsGlue, id: number) => T | undefined): T {
    const engine = this.#engine;
    return engine.use((glue) => {
      let done = this.#instance === engine.instance ? work(glue, this.#id) : undefined;
      if (done === undefined) {
        this.#id = this.#compile(glue).id;
        this.#instance = engine.instance;
        if (this.#base !== undefined) engine.given(glue.scheme_set_base(this.#id, this.#base));
        done = work(glue, this.#id);
      }
      return done as T;
    });
  }

  #compile(glue: ColumnsGlue): Compiled {
    return JSON.parse(this.#engine.given(glue.scheme_compile(this.#source)) as string) as Compiled;
  }

  #check(columns: Columns, unitPrices: Float64Array, totals: Float64Array): void {
    const refuse = (name: string, type: string) =>
      this.#engine.misuse(name, `应为 ${type}`, `has to be a ${type}`);
    for (const column of columns.codes) {
      if (!(column instanceof Uint16Array)) throw refuse("codes", "Uint16Array");
    }
    const { areas, giftAreas, lumpSums } = columns;
    for (const [name, column] of Object.entries({ areas, giftAreas, lumpSums, unitPrices, totals })) {
      if (!(column instanceof Float64Array)) throw refuse(name, "Float64Array");
    }
  }
}

/** Copies rows into the buffers of the module. */
function fill(
  memory: WebAssembly.Memory,
  places: number[],
  part: number,
  columns: Columns,
  first: number,
  last: number,
): void {
  const [codes = 0, areas = 0, gifts = 0, lumps = 0] = places;
  const buffer = memory.buffer;
  columns.codes.forEach((column, axis) => {
    const target = new Uint16Array(buffer, codes + axis * part * 2, last - first);
    target.set(column.subarray(first, last));
  });
  for (const [column, place] of [
    [columns.areas, areas],
    [columns.giftAreas, gifts],
    [columns.lumpSums, lumps],
  ] as const) {
    if (column.length > 0) {
      new Float64Array(buffer, place, last - first).set(column.subarray(first, last));
    }
  }
}
