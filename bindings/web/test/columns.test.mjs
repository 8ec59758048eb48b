// Node: pricing in columns gives the fen of the price table.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as kaipan from "kaipan";
import { refused as code, sample } from "./files.mjs";

before(() => kaipan.init());

const fen = (text) => Math.round(Number(text) * 100);

function compiled() {
  const { project, schemes } = sample(kaipan, "songfeng-mingyue");
  return { request: { project, schemes }, scheme: kaipan.compile(schemes[0], project.units) };
}

test("columns give the fen of the table, before and after a new base", () => {
  const { request, scheme } = compiled();
  assert.equal(scheme.folded, true);
  for (const base of [request.schemes[0].base_price, "50000.5"]) {
    request.schemes[0].base_price = base;
    scheme.setBase(base);
    const table = kaipan.pricing.table(request);
    const priced = scheme.price(scheme.columns);
    assert.deepEqual([...priced.totals], table.rows.map((row) => fen(row.total)));
    assert.deepEqual([...priced.unitPrices], table.rows.map((row) => fen(row.unit_price)));
    assert.equal(priced.units, 416);
    assert.equal(priced.average, table.summaries.find(({ group }) => group === "overall").average);
    assert.equal(fen(priced.total), priced.totals.reduce((sum, total) => sum + total, 0));
  }
});

test("a key has a code if it has only one, as in the core", () => {
  const { request, scheme } = compiled();
  const floors = scheme.axes.findIndex(({ name }) => name === "楼层");
  const of = (key) => scheme.axes[floors].keys.filter((known) => known.key === key);
  // The top floor of one building is a floor like others in the next.
  assert.equal(of("31").length, 2);
  assert.equal(scheme.code(floors, "31"), undefined);
  assert.equal(of("15").length, 1);
  const unit = request.project.units.findIndex(({ floor }) => floor === 15);
  assert.equal(scheme.code(floors, "15"), scheme.columns.codes[floors][unit]);
  assert.equal(scheme.code(floors, "99"), undefined);
  assert.equal(scheme.code(scheme.axes.length, "15"), undefined);
});

test("a key is found however it is written, and refused if it is no text", () => {
  const { scheme } = compiled();
  const floors = scheme.axes.findIndex(({ name }) => name === "楼层");
  const known = scheme.code(floors, "15");
  assert.equal(typeof known, "number");
  for (const written of ["１５", " 15", "15\u3000", "\u200b1５\ufeff"]) {
    assert.equal(scheme.code(floors, written), known, JSON.stringify(written));
  }
  for (const other of ["0x15", "1 5", "", " "]) assert.equal(scheme.code(floors, other), undefined);
  assert.throws(() => scheme.code(floors, 15), kaipan.KaipanError);
  assert.equal(scheme.code(0.5, "15"), undefined);
  // It is found too after the module has forgotten the scheme.
  const others = Array.from({ length: 40 }, compiled);
  assert.equal(others.length, 40);
  assert.equal(scheme.code(floors, "１５"), known);
});

test("a solved base is taken as a fraction", () => {
  const { scheme } = compiled();
  scheme.setBase({ numerator: "150001", denominator: "3" });
  const third = scheme.price(scheme.columns).total;
  scheme.setBase("50000.333333");
  assert.ok(Math.abs(Number(third) - Number(scheme.price(scheme.columns).total)) < 1000);
  for (const base of ["0", "-1", "x", "1/0", "1/x", ""]) {
    assert.throws(() => scheme.setBase(base), kaipan.KaipanError);
  }
});

test("many rows in parts are the same as few, into arrays that are used again", () => {
  const { scheme } = compiled();
  const rows = 100_000;
  const wide = (column, Kind) => Kind.from({ length: rows }, (_, row) => column[row % column.length]);
  const columns = {
    ...scheme.columns,
    codes: scheme.columns.codes.map((column) => wide(column, Uint16Array)),
    areas: wide(scheme.columns.areas, Float64Array),
  };
  const once = scheme.price(scheme.columns);
  const out = { unitPrices: new Float64Array(rows), totals: new Float64Array(rows) };
  const many = scheme.price(columns, out);
  assert.equal(many.totals, out.totals);
  assert.ok(many.totals.every((total, row) => total === once.totals[row % 416]));
  columns.areas[70_001] = 98.76;
  assert.throws(() => scheme.price(columns), code("number.too_precise", "/areas/70001"));
  columns.areas[70_001] = 0;
  assert.throws(() => scheme.price(columns), code("pricing.column_area", "/rows/70001"));
  columns.areas[70_001] = 2 ** 60;
  assert.throws(() => scheme.price(columns), code("number.range", "/areas/70001"));
  columns.areas[70_001] = NaN;
  assert.throws(() => scheme.price(columns), code("number.syntax", "/areas/70001"));
  columns.areas[70_001] = 10_000;
  columns.codes[0][99_999] = 60_000;
  assert.throws(() => scheme.price(columns), code("pricing.column_code", "/rows/99999"));
});

test("amounts that a number does not hold exactly are refused", () => {
  const { scheme } = compiled();
  scheme.setBase("999999999");
  const one = { codes: scheme.columns.codes.map(() => new Uint16Array(1)), giftAreas: new Float64Array(), lumpSums: new Float64Array() };
  assert.throws(
    () => scheme.price({ ...one, areas: Float64Array.of(2 ** 50) }),
    code("number.overflow", "/rows/0"),
  );
});

test("columns of other lengths and kinds are refused", () => {
  const { scheme } = compiled();
  const { columns } = scheme;
  const refused = (changes, kind, path) =>
    assert.throws(() => scheme.price({ ...columns, ...changes }), code(kind, path));
  refused({ codes: [] }, "pricing.column_length", "/codes");
  refused({ codes: columns.codes.map((c) => c.subarray(1)) }, "pricing.column_length", "/codes/0");
  refused({ giftAreas: new Float64Array(1) }, "pricing.column_length", "/gift_areas");
  refused({ areas: new BigInt64Array(416) }, "call.argument", "");
  refused({ codes: columns.codes.map((column) => [...column]) }, "call.argument", "");
  const short = new Float64Array(1);
  assert.throws(
    () => scheme.price(columns, { unitPrices: short, totals: short }),
    code("pricing.column_length", "/unit_prices"),
  );
});

test("a scheme that cannot be priced in columns says why and where", () => {
  const { request } = compiled();
  const [scheme] = request.schemes;
  assert.throws(() => kaipan.compile({ ...scheme, base_price: null }, []), code("pricing.no_base", "/scheme/base_price"));
  assert.throws(() => kaipan.compile({ ...scheme, code: 1 }, [{ floor: "x" }]), kaipan.KaipanError);
});

test("any number of schemes can be held; all go on working", () => {
  const all = Array.from({ length: 100 }, (_, at) => {
    const { scheme } = compiled();
    scheme.setBase(String(20_000 + at));
    return scheme;
  });
  const sums = all.map((scheme) => Number(scheme.price(scheme.columns).total));
  const again = all.map((scheme) => Number(scheme.price(scheme.columns).total));
  assert.deepEqual(again, sums);
  assert.ok(sums.every((sum, at) => at === 0 || sum > sums[at - 1]));
});
