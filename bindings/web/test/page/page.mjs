// Runs in the browser; what it finds stands in `window.found`.
import * as kaipan from "/dist/index.js";
import * as customers from "/dist/customer.js";
import * as dealing from "/dist/deal.js";
import * as measuring from "/dist/kpi.js";
import * as quoting from "/dist/quote.js";
import * as servicing from "/dist/service.js";
import { byEntry, run } from "/test/vectors.mjs";

async function go() {
  const entries = [kaipan, quoting, dealing, servicing, customers, measuring];
  await Promise.all(entries.map((entry) => entry.init()));
  const files = await (await fetch("/vectors.json")).json();
  const cases = byEntry(files);
  const whole = [
    [kaipan, cases.full],
    [dealing, cases.deals],
    [servicing, cases.services],
    [customers, cases.customers],
    [measuring, cases.kpi],
  ];
  const found = { vectors: whole.reduce((sum, [, files]) => sum + files.length, 0) };
  found.wrong = whole.flatMap(([entry, files]) => run(entry, files));
  found.wrongShort = run(quoting, cases.quotes);
  found.operations = [...new Set(whole.flatMap(([entry]) => entry.operations().map(({ name }) => name)))];
  found.eval = canEvaluate();
  found.worker = await inWorker(cases.full);
  return found;
}

function canEvaluate() {
  try {
    return new Function("return true")();
  } catch {
    return false;
  }
}

/** A worker gets the compiled module and begins at once. */
async function inWorker(files) {
  const bytes = await (await fetch("/dist/kaipan.wasm")).arrayBuffer();
  const module = await WebAssembly.compile(bytes);
  const worker = new Worker("/test/page/worker.mjs", { type: "module" });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage({ module, files });
  });
}

window.found = go().catch((error) => ({ failed: String(error?.stack ?? error) }));
