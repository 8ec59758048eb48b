// Prices homes unit-first with decimal.js.  npm ci, then: node price_units.mjs DIR [ROUNDS]
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import Decimal from "decimal.js";

const library = createRequire(import.meta.url)("decimal.js/package.json").version;
// Room for the exact product of four decimals; the default of 20 digits rounds it early.
Decimal.set({ precision: 50, rounding: Decimal.ROUND_HALF_UP });

const dir = process.argv[2];
const rounds = Number(process.argv[3] ?? 3);

const scheme = JSON.parse(readFileSync(join(dir, "scheme.json"), "utf8"));
const base = new Decimal(scheme.base);
const [floor, line, view] = [scheme.floor, scheme.line, scheme.view].map((list) =>
  list.map((c) => new Decimal(c)),
);
const n = scheme.units;
const floorCode = new Int32Array(n);
const lineCode = new Int32Array(n);
const viewCode = new Int32Array(n);
const area = new Array(n);
const rows = readFileSync(join(dir, "units.csv"), "utf8").trimEnd().split("\n");
if (rows.length !== n) throw new Error(`units.csv has ${rows.length} homes, scheme.json says ${n}`);
rows.forEach((row, i) => {
  const cell = row.split(",");
  floorCode[i] = cell[0];
  lineCode[i] = cell[1];
  viewCode[i] = cell[2];
  area[i] = new Decimal(cell[3].trim());
});
rows.length = 0;

function price() {
  const unitPrice = new Array(n);
  const totalPrice = new Array(n);
  let unitSum = new Decimal(0);
  let totalSum = new Decimal(0);
  for (let i = 0; i < n; i++) {
    const unit = base
      .times(floor[floorCode[i]])
      .times(line[lineCode[i]])
      .times(view[viewCode[i]])
      .round();
    const total = unit.times(area[i]).round();
    unitPrice[i] = unit;
    totalPrice[i] = total;
    unitSum = unitSum.plus(unit);
    totalSum = totalSum.plus(total);
  }
  return { unitPrice, totalPrice, unitSum, totalSum };
}

let result = price(); // let V8 compile the loop before it is timed
let best = Infinity;
for (let r = 0; r < rounds; r++) {
  result = undefined; // so that the last round's arrays can be collected
  const start = process.hrtime.bigint();
  result = price();
  best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
}
console.log(
  JSON.stringify({
    peer: "js-decimal.js",
    version: `node ${process.version} decimal.js ${library}`,
    units: n,
    seconds: Number(best.toFixed(6)),
    unit_sum: result.unitSum.toFixed(0),
    total_sum: result.totalSum.toFixed(0),
  }),
);
