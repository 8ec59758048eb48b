// Node: columns of claims give what overdue.assess and overdue.aging give.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as dealing from "kaipan/deal";
import { day, refused, yuan } from "./files.mjs";

before(() => dealing.init());

const AS_OF = 20_500;
const policy = {
  tiers: [{ rate: "0.0005" }],
  grace_days: 10,
  caps: [{ kind: "of_total", share: "0.03" }],
};
const request = { as_of: day(AS_OF), policy };

/** Claims of every kind: without a day, not arisen, paid early and late, loans without late fees. */
const book = Array.from({ length: 300 }, (_, at) => {
  const due = 20_100 + ((at * 37) % 600);
  const since = at % 3 ? dealing.NO_DAY : at % 9 ? 20_000 : 20_600;
  const amount = 1_000_000 + ((at * 7_919) % 90_000_000);
  const paid = [];
  if (since !== 20_600 && at % 4) paid.push([due + ((at * 13) % 90) - 30, Math.trunc(amount / 3)]);
  if (since !== 20_600 && at % 5 === 0) paid.push([due + 20, Math.trunc(amount / 4)]);
  return { due: at % 11 ? due : dealing.NO_DAY, since, amount, total: 150_000_000 + at, loan: at % 7 === 0, paid };
});

/** The same claims for an operation. */
const whole = {
  ...request,
  claims: book.map((claim, at) => ({
    id: `C${at}`,
    deal: `D${at}`,
    item: claim.loan ? "commercial_loan" : "house_payment",
    amount: yuan(claim.amount),
    due: claim.due === dealing.NO_DAY ? undefined : day(claim.due),
    since: claim.since === dealing.NO_DAY ? undefined : day(claim.since),
    payments: claim.paid.map(([on, fen]) => ({ on: day(on), amount: yuan(fen) })),
  })),
  deals: book.map(({ total }, at) => ({ id: `D${at}`, contract_total: yuan(total) })),
};

const columns = () => ({
  due: Int32Array.from(book, ({ due }) => due),
  amounts: Float64Array.from(book, ({ amount }) => amount),
  since: Int32Array.from(book, ({ since }) => since),
  bearing: Uint8Array.from(book, ({ loan }) => (loan ? 0 : 1)),
  contractTotals: Float64Array.from(book, ({ total }) => total),
  groups: Uint16Array.from(book, ({ loan }) => (loan ? 0 : 1)),
});

const receipts = () => {
  const rows = book.flatMap(({ paid }, at) => paid.map(([on, fen]) => [at, on, fen]));
  return {
    claims: Uint32Array.from(rows, ([at]) => at),
    days: Int32Array.from(rows, ([, on]) => on),
    amounts: Float64Array.from(rows, ([, , fen]) => fen),
  };
};

const fen = (text) => Math.round(Number(text) * 100);

test("columns give the fen of an assessment", () => {
  const found = dealing.overdueAssessColumns(request, columns(), receipts());
  const { claims, totals } = dealing.overdue.assess(whole);
  const byId = new Map(claims.map((claim) => [claim.claim, claim]));
  // Claims that have not arisen are in no list.
  const each = book.map((_, at) => byId.get(`C${at}`));
  assert.equal(claims.length, 266);
  assert.deepEqual([...found.outstanding], each.map((one) => (one ? fen(one.outstanding) : 0)));
  assert.deepEqual([...found.overdueDays], each.map((one) => one?.overdue_days ?? 0));
  assert.deepEqual([...found.lateFees], each.map((one) => (one ? fen(one.reference_fee) : 0)));
  const { outstanding, overdue, reference_fee: late_fee } = totals;
  assert.deepEqual(found.sums, { claims: 266, outstanding, overdue, late_fee });
  assert.ok(fen(late_fee) > 0);
});

test("columns give the fen of aging", () => {
  const { rows } = dealing.overdue.aging({ ...whole, by: ["item"] }).tables[0];
  const { groups } = dealing.overdueAgingColumns(request, columns(), receipts());
  assert.deepEqual(rows.map(({ key }) => key), ["commercial_loan", "house_payment"]);
  const same = ({ claims, not_due, buckets, undated }) => ({ claims, not_due, buckets, undated });
  assert.deepEqual(groups.map(same), rows.map(same));
  assert.throws(
    () => dealing.overdueAgingColumns({ ...request, buckets: [{ from_days: 2 }] }, columns()),
    refused("overdue.buckets_hole", "/buckets/0/from_days"),
  );
});

test("one claim by hand", () => {
  const by = { as_of: "2025-05-01", policy: { tiers: [{ rate: "0.0002" }] } };
  const claims = { due: Int32Array.of(20_157), amounts: Float64Array.of(39_520_600) };
  const paid = {
    claims: Uint32Array.of(0, 0),
    days: Int32Array.of(20_172, 20_208),
    amounts: Float64Array.of(10_000_000, 29_520_600),
  };
  const { outstanding, sums } = dealing.overdueAssessColumns(by, claims, paid);
  assert.deepEqual([outstanding[0], sums.late_fee], [0, "3311.10"]);
  assert.equal(dealing.overdueAssessColumns(by, claims).sums.outstanding, "395206.00");
});

test("columns that cannot be are refused at their row", () => {
  const bad = (name, row, value, code, path) => {
    const [claims, paid] = [columns(), receipts()];
    const of = name.startsWith("received.") ? paid : claims;
    of[name.replace("received.", "")][row] = value;
    for (const ask of [dealing.overdueAssessColumns, dealing.overdueAgingColumns]) {
      assert.throws(() => ask(request, claims, paid), refused(code, path));
    }
  };
  bad("due", 5, 2 ** 31 - 1, "number.between", "/claims/due/5");
  bad("amounts", 9, -1, "number.negative", "/claims/amounts/9");
  bad("amounts", 8, 0.5, "number.too_precise", "/claims/amounts/8");
  bad("amounts", 7, NaN, "number.syntax", "/claims/amounts/7");
  bad("contractTotals", 6, 2 ** 60, "number.range", "/claims/contract_totals/6");
  bad("bearing", 4, 2, "call.argument", "/claims/bearing/4");
  bad("received.days", 3, dealing.NO_DAY, "number.between", "/received/days/3");
  bad("received.claims", 9, 300, "overdue.claim_unknown", "/received/claims/9");
  bad("received.amounts", 0, 2 ** 50, "overdue.paid_above", "/received/amounts/0");
  const good = columns();
  const other = (changes, code, path) =>
    assert.throws(() => dealing.overdueAssessColumns(request, { ...good, ...changes }), refused(code, path));
  other({ due: good.due.subarray(1) }, "overdue.columns", "/claims/due");
  other({ due: Float64Array.from(good.due) }, "call.argument", "");
  other({ due: undefined }, "call.argument", "");
  other({ amounts: [...good.amounts] }, "call.argument", "");
  assert.throws(() => dealing.overdueAssessColumns({ policy }, good), refused("json.missing_field", ""));
  assert.throws(() => dealing.overdueAssessColumns({ ...request, as_of: "2026-02-30" }, good), refused("date.syntax", "/as_of"));
  // What was refused leaves nothing behind.
  const empty = dealing.overdueAssessColumns(request, { due: new Int32Array(), amounts: new Float64Array() });
  assert.deepEqual([empty.outstanding.length, empty.sums.claims], [0, 0]);
});
