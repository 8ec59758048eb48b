// Node: bad calls in great number, and failures of the instance itself.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as kaipan from "kaipan";
import * as customers from "kaipan/customer";
import * as dealing from "kaipan/deal";
import * as measuring from "kaipan/kpi";
import * as servicing from "kaipan/service";
import * as customerGlue from "../dist/wasm/customer.js";
import * as dealGlue from "../dist/wasm/deal.js";
import * as glue from "../dist/wasm/kaipan.js";
import * as kpiGlue from "../dist/wasm/kpi.js";
import * as serviceGlue from "../dist/wasm/service.js";
import { sample, vectors } from "./files.mjs";
import { answer, byEntry, read } from "./vectors.mjs";

before(() => Promise.all([kaipan.init(), dealing.init(), servicing.init(), customers.init(), measuring.init()]));

const short = (files) => files.map(([, text]) => read(text)).filter(({ request }) => request.length < 20_000);
const all = byEntry(vectors());
const cases = {
  kaipan: short(all.full),
  deals: short(all.deals),
  services: short(all.services),
  customers: short(all.customers),
  kpi: short(all.kpi),
};
const goodOf = (cases, name) =>
  cases.find(({ operation, expected }) => operation === name && !expected.startsWith('{"error"'));
const good = goodOf(cases.kaipan, "quote.make");
const entries = [
  ["kaipan", kaipan, glue, cases.kaipan, good, 100_000],
  ["kaipan/deal", dealing, dealGlue, cases.deals, goodOf(cases.deals, "approval.decide"), 50_000],
  ["kaipan/service", servicing, serviceGlue, cases.services, goodOf(cases.services, "service.decide"), 50_000],
  ["kaipan/customer", customers, customerGlue, cases.customers, goodOf(cases.customers, "customer.match"), 50_000],
  ["kaipan/kpi", measuring, kpiGlue, cases.kpi, goodOf(cases.kpi, "kpi.split"), 50_000],
];
const memory = (glue) => glue.initSync().memory.buffer.byteLength;

/** A small generator: the same calls every time. */
function* draws(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

const pieces = ['"', "{", "}", "[", "]", ",", ":", "null", "-1", "1e9999", "0.1", "楼", "\\u0000", "\ud800", '"kind":"x",', "99999999999999999999", "\0"];

function broken(text, next) {
  let changed = text;
  for (let times = 1 + (next() % 3); times > 0; times -= 1) {
    const at = next() % (changed.length + 1);
    const gone = next() % 4 === 0 ? next() % 40 : next() % 3;
    changed = changed.slice(0, at) + pieces[next() % pieces.length] + changed.slice(at + gone);
  }
  return changed;
}

for (const [name, entry, glue, cases, good, calls] of entries) {
  test(`${name}: ${calls} random bad calls: only KaipanErrors, then a good call, and memory is flat`, () => {
    const draw = draws(1);
    const next = () => draw.next().value >>> 4;
    const names = entry.operations().map(({ name }) => name);
    let refused = 0;
    const sizes = [];
    // What the largest of them needs is taken at once.
    for (const vector of cases) answer(entry, vector);
    for (let at = 0; at < calls; at += 1) {
      const vector = cases[next() % cases.length];
      const operation = next() % 20 === 0 ? names[next() % names.length] : vector.operation;
      const request = broken(vector.request, next);
      const found = answer(entry, { operation, request });
      if (found.startsWith('{"error"')) refused += 1;
      assert.ok(!found.includes("call.panic"), request);
      if ((at + 1) % (calls / 5) === 0) sizes.push(memory(glue));
    }
    assert.ok(refused > calls * 0.8, `${refused} refused`);
    assert.equal(answer(entry, good), good.expected);
    assert.equal(sizes.at(-1), sizes[0], `memory ${sizes}`);
  });
}

test("after a failure inside, the next call works, and compiled schemes too", () => {
  const { project, schemes } = sample(kaipan, "songfeng-mingyue");
  const scheme = kaipan.compile(schemes[0], project.units);
  scheme.setBase("50000");
  const before = scheme.price(scheme.columns);
  for (let times = 0; times < 20; times += 1) {
    // What a defect could do at worst: everything in memory is gone.
    new Uint8Array(glue.initSync().memory.buffer).fill(255);
    assert.throws(() => kaipan.call(good.operation, good.request), (error) => {
      assert.ok(error instanceof kaipan.KaipanError);
      assert.equal(error.code, "call.panic");
      assert.ok(error.cause instanceof Error);
      return true;
    });
    assert.equal(answer(kaipan, good), good.expected);
    assert.deepEqual(scheme.price(scheme.columns), before);
  }
});

test("a call with hardly any stack left is an error, and the next one works", () => {
  let error;
  const deep = () => {
    try {
      deep();
    } catch {
      try {
        kaipan.call(good.operation, good.request);
      } catch (thrown) {
        error ??= thrown;
      }
    }
  };
  deep();
  assert.equal(answer(kaipan, good), good.expected, String(error));
});
