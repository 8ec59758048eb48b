// Headless Chromium: the vectors in a page and a worker, under a strict policy, with no request to
// anywhere else.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { vectors } from "./files.mjs";
import { launch, open, serve } from "./serve.mjs";
import { NOWHERE, read } from "./vectors.mjs";

const root = new URL("../", import.meta.url);
const files = vectors().filter(([, text]) => !NOWHERE.includes(read(text).operation));
const operations = process.env.KAIPAN_OPERATIONS.split(",").filter((name) => !NOWHERE.includes(name));
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const [name, types] of [["as it should be", {}], ["of no type", { ".wasm": "text/plain" }]]) {
  test(`a page and a worker, with the module served ${name}`, async () => {
    const server = await serve(root, { "/vectors.json": JSON.stringify(files) }, types);
    try {
      const { page, seen } = await open(browser, `${server.origin}/test/page/index.html`);
      const found = await page.evaluate(() => window.found);
      assert.equal(found.failed, undefined);
      assert.equal(found.vectors, files.length);
      assert.deepEqual([found.wrong, found.wrongShort, found.worker], [[], [], []]);
      assert.deepEqual([...found.operations].sort(), [...operations].sort());
      assert.equal(found.eval, false);
      assert.ok(seen.requests.every((url) => url.startsWith(server.origin)), seen.requests.join());
      for (const module of ["kaipan", "quote", "deal", "service", "customer", "kpi"]) {
        assert.ok(seen.requests.some((url) => url.endsWith(`/dist/${module}.wasm`)), module);
      }
      await page.close();
    } finally {
      server.close();
    }
  });
}
