// Node: bad calls in great number, and failures of the instance itself.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as kaipan from "kaipan";
import * as glue from "../dist/wasm/kaipan.js";
import { sample, vectors } from "./files.mjs";
import { answer, read } from "./vectors.mjs";

before(() => kaipan.init());

const cases = vectors().map(([, text]) => read(text)).filter(({ request }) => request.length < 20_000);
const good = cases.find(({ operation, expected }) => operation === "quote.make" && !expected.startsWith('{"error"'));
const memory = () => glue.initSync().memory.buffer.byteLength;

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

test("100,000 random bad calls: only KaipanErrors, then a good call, and memory is flat", () => {
  const draw = draws(1);
  const next = () => draw.next().value >>> 4;
  const names = kaipan.operations().map(({ name }) => name);
  let refused = 0;
  const sizes = [];
  for (let at = 0; at < 100_000; at += 1) {
    const vector = cases[next() % cases.length];
    const operation = next() % 20 === 0 ? names[next() % names.length] : vector.operation;
    const request = broken(vector.request, next);
    const found = answer(kaipan, { operation, request });
    if (found.startsWith('{"error"')) refused += 1;
    assert.ok(!found.includes("call.panic"), request);
    if (at % 20_000 === 19_999) sizes.push(memory());
  }
  assert.ok(refused > 80_000, `${refused} refused`);
  assert.equal(answer(kaipan, good), good.expected);
  assert.equal(sizes.at(-1), sizes[0], `memory ${sizes}`);
});

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
