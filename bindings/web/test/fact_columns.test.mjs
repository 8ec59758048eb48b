// Node: columns of facts give what kpi.measure gives.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as measuring from "kaipan/kpi";
import { day, refused, yuan } from "./files.mjs";

before(() => measuring.init());

const metrics = ["subscriptions", "subscribed_amount", "net_subscribed_amount", "subscribed_area"];
const periods = { kind: "month", from: "2026-01-01", to: "2026-06-30" };
const beside = (groups) => ({ metrics, periods, groups, details: ["quit"] });

/** Subscriptions; each third fact cancels the one before it, some because the buyer quit. */
const book = Array.from({ length: 400 }, (_, at) => ({
  cancels: at % 3 === 2,
  quit: at % 6 === 5,
  on: 20_440 + ((at * 29) % 200),
  node: Math.trunc(at / 3) % 3,
  area: 800_000 + ((at * 997) % 700_000),
  amount: 90_000_000 + ((at * 7_919) % 90_000_000),
}));

/** The same facts for kpi.measure. */
const whole = {
  metrics,
  periods,
  by: ["node"],
  facts: book.map((event, at) => ({
    key: `F${at}`,
    kind: event.cancels ? "cancellation" : "subscription",
    of: event.cancels ? `F${at - 1}` : undefined,
    detail: event.quit ? "quit" : undefined,
    date: day(event.on),
    node: `P${event.node}`,
    area: String(event.area / 10_000),
    amount: yuan(event.amount),
  })),
};

function columns() {
  const subscription = measuring.factKindCode("subscription");
  const cancellation = measuring.factKindCode("cancellation");
  const days = () => Int32Array.from(book, ({ on }) => on);
  const amounts = () => Float64Array.from(book, ({ amount }) => amount);
  return {
    kinds: Uint8Array.from(book, ({ cancels }) => (cancels ? cancellation : subscription)),
    details: Uint16Array.from(book, ({ quit }) => (quit ? 0 : measuring.NO_DETAIL)),
    origins: Uint32Array.from(book, ({ cancels }) => (cancels ? 1 << subscription : 0)),
    nodes: Uint32Array.from(book, ({ node }) => node),
    days: days(),
    performanceDays: days(),
    financeDays: Int32Array.from(book, () => measuring.NO_DAY),
    counts: Uint32Array.from(book, () => 1),
    areas: Float64Array.from(book, ({ area }) => area),
    amounts: amounts(),
    financeAmounts: amounts(),
    listAmounts: amounts(),
  };
}

test("columns give what measures count", () => {
  const [total, ...groups] = measuring.kpi.measure(whole).groups;
  const { rows } = measuring.kpiMeasureColumns(beside([0, 1, 2]), columns());
  const expected = groups.flatMap(({ cells }) => cells);
  assert.equal(expected.length, 3 * 6 * 4);
  assert.deepEqual(rows.flatMap(({ values }) => values), expected.map(({ value }) => value));
  assert.deepEqual(rows.slice(5, 7).map(({ group, period }) => [group, period]), [[0, "2026-06"], [1, "2026-01"]]);
  const one = measuring.kpiMeasureColumns(beside([0, 0, 0]), columns());
  assert.deepEqual(one.rows.flatMap(({ values }) => values), total.cells.map(({ value }) => value));
});

test("kinds have numbers", () => {
  assert.equal(measuring.factKindCode("call"), 0);
  assert.throws(() => measuring.factKindCode("calls"), measuring.KaipanError);
  assert.throws(() => measuring.factKindCode(undefined), refused("call.argument", ""));
});

test("columns that cannot be are refused at their row", () => {
  const bad = (name, row, value, code, path) => {
    const facts = columns();
    facts[name][row] = value;
    assert.throws(() => measuring.kpiMeasureColumns(beside([0, 1, 2]), facts), refused(code, path));
  };
  bad("kinds", 399, 127, "kpi.column_node", "/facts/kinds/399");
  bad("origins", 8, 2 ** 32 - 1, "kpi.column_node", "/facts/origins/8");
  bad("nodes", 2, 3, "kpi.column_node", "/facts/nodes/2");
  bad("days", 1, measuring.NO_DAY, "number.between", "/facts/days/1");
  bad("areas", 7, 0.5, "number.too_precise", "/facts/areas/7");
  bad("listAmounts", 6, Infinity, "number.range", "/facts/list_amounts/6");
  const good = columns();
  const measure = (request, changes) => measuring.kpiMeasureColumns(request, { ...good, ...changes });
  assert.throws(() => measure(beside([0, 1])), refused("kpi.column_node", "/facts/nodes/6"));
  assert.throws(() => measure(beside([0, 1, 2 ** 32 - 1])), refused("kpi.many_cells", "/groups"));
  assert.throws(() => measure(beside([0, 1, 2]), { counts: new Uint32Array(1) }), refused("kpi.column_lengths", "/facts/counts"));
  assert.throws(() => measure(beside([0, 1, 2]), { nodes: new Int32Array(400) }), refused("call.argument", ""));
  assert.throws(() => measure({ ...beside([0]), metrics: ["average_price"] }), refused("kpi.not_columnar", "/metrics/0"));
});
