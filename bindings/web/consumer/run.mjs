// The installed package in Node, and what the bundler made of it.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import * as kaipan from "kaipan";
import { initSync, payment } from "kaipan/quote";

await kaipan.init();
initSync();
assert.ok(kaipan.operations().length > 20);
assert.ok(payment.ratePresets({}).rows.length > 0);
const files = readdirSync("dist/assets");
for (const name of ["kaipan", "quote"]) {
  assert.equal(files.filter((file) => file.startsWith(`${name}-`) && file.endsWith(".wasm")).length, 1, files.join());
}
console.log(`installed, checked, built: ${files.join(", ")}`);
