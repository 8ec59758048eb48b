// Facts as columns: what filters count without reading the facts again.
import { factKindCode, NO_DAY, NO_DETAIL, type Fact, type FactColumns, type FactKind } from "kaipan/kpi";

/** Where, by whom and through which medium: each that occurs is a node of the columns. */
export interface Place {
  node: string;
  agent: string;
  media: string;
}

export interface Columns {
  places: Place[];
  details: string[];
  facts: FactColumns;
}

const DAY = 86_400_000;

/** Days since 1970-01-01. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** A decimal as a whole number of its smallest step, read by its digits. */
function whole(decimal: string | number | null | undefined, places: number): number {
  if (decimal === null || decimal === undefined) return 0;
  const [integer = "0", part = ""] = String(decimal).split(".");
  return Number(integer + part.padEnd(places, "0").slice(0, places));
}

/** Columns of facts; `times` repeats them, for measuring how long many take. */
export function columnsOf(facts: Fact[], times = 1): Columns {
  const places = new Map<string, { at: number; place: Place }>();
  const placeOf = ({ node, agent, media }: Fact): number => {
    const place = { node: node ?? "", agent: agent ?? "", media: media ?? "" };
    const key = `${place.node}\n${place.agent}\n${place.media}`;
    const known = places.get(key) ?? { at: places.size, place };
    places.set(key, known);
    return known.at;
  };
  const details = [...new Set(facts.flatMap(({ detail }) => (detail ? [detail] : [])))];
  const detailAt = new Map(details.map((detail, at) => [detail, at]));
  const codes = new Map<FactKind, number>();
  const codeOf = (kind: FactKind): number => {
    const code = codes.get(kind) ?? factKindCode(kind);
    codes.set(kind, code);
    return code;
  };
  const byKey = new Map(facts.map((fact) => [fact.key, fact]));
  const originsOf = (fact: Fact): number => {
    let bits = 0;
    for (let of = byKey.get(fact.of ?? ""), steps = 0; of && steps < 16; of = byKey.get(of.of ?? ""), steps += 1) {
      bits |= 1 << codeOf(of.kind);
    }
    return bits;
  };
  const rows = facts.length * times;
  const once = <T extends { set(from: T, at: number): void; subarray(from: number, to: number): T; [at: number]: number }>(
    column: T,
    of: (fact: Fact) => number,
  ): T => {
    facts.forEach((fact, row) => { column[row] = of(fact); });
    for (let at = 1; at < times; at += 1) column.set(column.subarray(0, facts.length), at * facts.length);
    return column;
  };
  const made: FactColumns = {
    kinds: once(new Uint8Array(rows), ({ kind }) => codeOf(kind)),
    details: once(new Uint16Array(rows), ({ detail }) => (detail ? (detailAt.get(detail) ?? NO_DETAIL) : NO_DETAIL)),
    origins: once(new Uint32Array(rows), originsOf),
    nodes: once(new Uint32Array(rows), placeOf),
    days: once(new Int32Array(rows), ({ date }) => dayNumber(date)),
    performanceDays: once(new Int32Array(rows), ({ date, performance_date }) => dayNumber(performance_date ?? date)),
    financeDays: once(new Int32Array(rows), ({ finance_date }) => (finance_date ? dayNumber(finance_date) : NO_DAY)),
    counts: once(new Uint32Array(rows), ({ count }) => count ?? 1),
    areas: once(new Float64Array(rows), ({ area }) => whole(area, 4)),
    amounts: once(new Float64Array(rows), ({ amount }) => whole(amount, 2)),
    financeAmounts: once(new Float64Array(rows), ({ amount, finance_amount }) => whole(finance_amount ?? amount, 2)),
    listAmounts: once(new Float64Array(rows), ({ list_amount }) => whole(list_amount, 2)),
  };
  return { places: [...places.values()].map(({ place }) => place), details, facts: made };
}
