// Prints what a page loads and fails above the limit.
import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const dist = new URL("./dist/", import.meta.url);
const KB = 1024;
const entries = [
  { name: "kaipan", limit: 480 * KB, files: ["kaipan.wasm", "index.js", "full.js", "columns.js"] },
  { name: "kaipan/quote", limit: 280 * KB, files: ["quote.wasm", "quote.js", "quoting.js"] },
];
const shared = ["engine.js", "error.js", "generated/areas.js"];

let over = false;
console.log("entry          wasm       wasm gzip   all gzip   brotli     limit");
for (const { name, limit, files } of entries) {
  const glue = `wasm/${files[0].replace(".wasm", ".js")}`;
  const read = [...files, glue, ...shared].map((file) => readFileSync(new URL(file, dist)));
  const gzip = read.map((bytes) => gzipSync(bytes, { level: 9 }).length);
  const all = gzip.reduce((sum, length) => sum + length, 0);
  const brotli = read.reduce((sum, bytes) => sum + brotliCompressSync(bytes).length, 0);
  const shown = [read[0].length, gzip[0], all, brotli, limit].map((bytes) => `${(bytes / KB).toFixed(1)} KB`);
  console.log(name.padEnd(14), shown.map((text) => text.padStart(9)).join("  "));
  if (all > limit) {
    console.error(`${name} is ${((all - limit) / KB).toFixed(1)} KB over its limit`);
    over = true;
  }
}
process.exitCode = over ? 1 : 0;
