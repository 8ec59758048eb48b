// Node: the vectors, the catalogue, the typed functions.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as kaipan from "kaipan";
import * as customers from "kaipan/customer";
import * as dealing from "kaipan/deal";
import * as measuring from "kaipan/kpi";
import * as quoting from "kaipan/quote";
import * as servicing from "kaipan/service";
import { vectors } from "./files.mjs";
import {
  byEntry, isInDeals, isInServices, isOfCustomers, isOfKaipan, isOfKpi, read, run,
} from "./vectors.mjs";

const files = byEntry(vectors());
const catalogue = (process.env.KAIPAN_OPERATIONS ?? "").split(",");

test("nothing works before init, and it says so", () => {
  assert.throws(() => kaipan.call("fee.presets", "{}"), /init\(\)/);
});

test("loading that failed does not keep a better source from being loaded", async () => {
  // An empty module with one import, `no.such`: it compiles, but nothing links it.
  const unlinked = Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...[1, 4, 1, 0x60, 0, 0],
    ...[2, 11, 1, 2, 0x6e, 0x6f, 4, 0x73, 0x75, 0x63, 0x68, 0, 0],
  ]);
  assert.ok(WebAssembly.validate(unlinked));
  const failing = [kaipan.init(unlinked), kaipan.init()];
  for (const { status, reason } of await Promise.allSettled(failing)) {
    assert.equal(status, "rejected");
    assert.ok(reason instanceof TypeError || reason instanceof WebAssembly.LinkError, String(reason));
  }
  await assert.rejects(kaipan.init(Uint8Array.of(1, 2, 3)), WebAssembly.CompileError);
  assert.throws(() => kaipan.initSync(unlinked));
  assert.throws(() => kaipan.call("fee.presets", "{}"), /init\(\)/);
});

test("all entries load, one at once and the others later", async () => {
  quoting.initSync();
  quoting.initSync();
  await Promise.all([kaipan.init(), kaipan.init(), dealing.init(), servicing.init(), customers.init()]);
  measuring.initSync();
  await kaipan.init();
});

test("every vector gives its bytes", () => {
  assert.ok(files.full.length > 300 && files.deals.length > 200 && files.customers.length > 200);
  assert.deepEqual(run(kaipan, files.full), []);
  assert.deepEqual(run(dealing, files.deals), []);
  assert.ok(files.services.length > 100);
  assert.deepEqual(run(servicing, files.deals.filter(([, text]) => isInServices(read(text).operation))), []);
  assert.deepEqual(run(servicing, files.services), []);
  assert.deepEqual(run(dealing, files.full.filter(([name]) => name.startsWith("discount."))), []);
  assert.deepEqual(run(customers, files.customers), []);
  assert.ok(files.kpi.length > 100);
  assert.deepEqual(run(measuring, files.kpi), []);
});

test("the entry for quotes gives the same bytes", () => {
  assert.ok(files.quotes.length > 30);
  assert.deepEqual(run(quoting, files.quotes), []);
});

test("the operations are those of the catalogue, each with a function", () => {
  const names = (entry) => entry.operations().map(({ name }) => name);
  assert.deepEqual(names(kaipan), catalogue.filter(isOfKaipan));
  assert.deepEqual(names(dealing), catalogue.filter(isInDeals));
  assert.deepEqual(names(servicing), catalogue.filter(isInServices));
  assert.deepEqual(names(customers), catalogue.filter(isOfCustomers));
  assert.deepEqual(names(measuring), catalogue.filter(isOfKpi));
  assert.deepEqual(names(quoting), catalogue.filter((name) => name.startsWith("quote.")));
  for (const [entry, list] of [kaipan, quoting, dealing, servicing, customers, measuring].map((entry) => [entry, names(entry)])) {
    for (const name of list) {
      const camel = (word) => word.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
      const [area, verb] = name.split(".").map(camel);
      assert.equal(typeof entry[area][verb], "function", name);
    }
  }
  for (const { zh, en } of [kaipan, dealing, servicing, customers, measuring].flatMap((entry) => entry.operations())) assert.ok(zh && en);
});

test("a deal is decided, and what is lacking says who may waive it", () => {
  const context = { now: "2026-09-01T09:00:00", person: "W", roles: ["stock_controller"] };
  const stock = { unit_no: "1-101", state: { unit_no: "1-101", version: 1, state: "on_sale" } };
  const command = { action: "control", draft: { reason: "老板留房" } };
  const { decision } = dealing.stock.decide({ stock, command, context });
  assert.deepEqual(decision.stock[0].change, { kind: "controlled" });
  const { rejection } = dealing.stock.decide({ stock, command: { action: "control" }, context });
  assert.equal(rejection.class, "guards_not_met");
  const [guard] = rejection.guards;
  assert.deepEqual([guard.guard, guard.needs_input, guard.waivable_by], ["reason_given", true, undefined]);
  assert.ok(guard.zh.includes("写明原因") && guard.en.includes("a reason is given"));
});

test("a typed function gives an object, or an error with everything in it", () => {
  const request = {
    composite_discount: { modes: [{ share: "0.3", rate: "0.97" }, { share: "0.7", rate: "0.98" }] },
    source: { kind: "average", average: "10000" },
  };
  assert.deepEqual(kaipan.pricing.netToList(request), {
    composite_discount: "0.977",
    list_average: "10235.41",
  });
  // A number is read by its digits.
  request.source.average = 10000.5;
  assert.equal(kaipan.pricing.netToList(request).list_average, "10235.93");
  request.source = { kind: "average", average: "dear" };
  request.extra = 1;
  assert.throws(() => kaipan.pricing.netToList(request), (error) => {
    assert.ok(error instanceof kaipan.KaipanError && error instanceof Error);
    assert.equal(error.code, "number.syntax");
    assert.equal(error.number, 201);
    assert.equal(error.path, "/source/average");
    assert.deepEqual(error.params[0], { name: "text", value: "dear" });
    assert.match(error.zh, /不是十进制数/);
    assert.match(error.en, /not a decimal number/);
    assert.ok(error.hints.zh && error.hints.en);
    assert.equal(error.others[0].code, "json.unknown_field");
    assert.match(error.message, /number\.syntax at \/source\/average/);
    return true;
  });
});

test("bytes that are no text, and arguments that are no JSON, are refused", () => {
  const code = (code) => (error) => error instanceof kaipan.KaipanError && error.code === code;
  const bytes = (text) => new TextEncoder().encode(text);
  assert.match(kaipan.call("number.in_words", bytes('\ufeff{"amount":"1"}')), /^\{/);
  assert.throws(() => kaipan.call("fee.presets", Uint8Array.of(123, 255)), code("input.utf8"));
  const loop = {};
  loop.loop = loop;
  for (const request of [undefined, () => 1, 1n, { price: 1n }, loop, Symbol("x")]) {
    assert.throws(() => kaipan.fee.presets(request), code("call.argument"));
  }
  for (const request of [undefined, null, 1, {}, [], 1n]) {
    assert.throws(() => kaipan.call("fee.presets", request), code("call.argument"));
  }
  assert.throws(() => kaipan.call(1, "{}"), code("call.argument"));
  assert.throws(() => kaipan.call("fee.preset", "{}"), code("operation.unknown"));
});
