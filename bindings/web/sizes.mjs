// Prints what a page loads and fails above the limit.
import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const dist = new URL("./dist/", import.meta.url);
const KB = 1024;
const entries = JSON.parse(readFileSync(new URL("./entries.json", import.meta.url)));
const shared = ["engine.js", "error.js", "generated/areas.js"];

let over = false;
console.log("entry            wasm       wasm gzip   all gzip   brotli     limit");
for (const { entry, module, limit_kb, scripts } of entries) {
  const limit = limit_kb * KB;
  const files = [`${module}.wasm`, `wasm/${module}.js`, ...scripts, ...shared];
  const read = files.map((file) => readFileSync(new URL(file, dist)));
  const gzip = read.map((bytes) => gzipSync(bytes, { level: 9 }).length);
  const all = gzip.reduce((sum, length) => sum + length, 0);
  const brotli = read.reduce((sum, bytes) => sum + brotliCompressSync(bytes).length, 0);
  const shown = [read[0].length, gzip[0], all, brotli, limit].map((bytes) => `${(bytes / KB).toFixed(1)} KB`);
  console.log(entry.padEnd(16), shown.map((text) => text.padStart(9)).join("  "));
  if (all > limit) {
    console.error(`${entry} is ${((all - limit) / KB).toFixed(1)} KB over its limit`);
    over = true;
  }
}
process.exitCode = over ? 1 : 0;
