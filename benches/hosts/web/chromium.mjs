// What the work costs in headless Chromium:  node chromium.mjs QUOTE TABLE COLUMNS
import { readFileSync } from "node:fs";
import { launch, open, serve } from "../../../bindings/web/test/serve.mjs";

const [quote, table, columns] = process.argv.slice(2, 5).map((path) => readFileSync(path, "utf8"));
const root = new URL("../../../", import.meta.url);
const texts = { "/quote.json": quote, "/table.json": table, "/columns.json": columns };
const server = await serve(root, texts);
const browser = await launch();
try {
  const { page } = await open(browser, `${server.origin}/benches/hosts/web/page.html`);
  console.log(await page.evaluate(() => window.found));
} finally {
  await browser.close();
  server.close();
}
