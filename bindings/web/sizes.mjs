// Prints what a page loads and fails above the limit. The goal is what the package is to come to;
// the limit keeps it from growing on the way.
import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const dist = new URL("./dist/", import.meta.url);
const KB = 1024;
const entries = [
  { name: "kaipan", goal: 300 * KB, limit: 400 * KB, files: ["kaipan.wasm", "index.js", "full.js", "columns.js"] },
  { name: "kaipan/quote", goal: 150 * KB, limit: 275 * KB, files: ["quote.wasm", "quote.js", "quoting.js"] },
];
const shared = ["engine.js", "error.js", "generated/areas.js"];

let over = false;
const missed = [];
console.log("entry          wasm       wasm gzip   all gzip   brotli     limit      goal");
for (const { name, goal, limit, files } of entries) {
  const glue = `wasm/${files[0].replace(".wasm", ".js")}`;
  const read = [...files, glue, ...shared].map((file) => readFileSync(new URL(file, dist)));
  const gzip = read.map((bytes) => gzipSync(bytes, { level: 9 }).length);
  const all = gzip.reduce((sum, length) => sum + length, 0);
  const brotli = read.reduce((sum, bytes) => sum + brotliCompressSync(bytes).length, 0);
  const shown = [read[0].length, gzip[0], all, brotli, limit, goal].map((bytes) => `${(bytes / KB).toFixed(1)} KB`);
  console.log(name.padEnd(14), shown.map((text) => text.padStart(9)).join("  "));
  if (all > goal) missed.push(name);
  if (all > limit) {
    console.error(`${name} is ${((all - limit) / KB).toFixed(1)} KB over its limit`);
    over = true;
  }
}
if (missed.length > 0) console.log(`the goal is not met by ${missed.join(", ")}`);
process.exitCode = over ? 1 : 0;
