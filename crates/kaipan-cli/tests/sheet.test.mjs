// The sheets of `kaipan quote --html` in headless Chromium: every character is there, nothing is
// wider than the paper or the phone, nothing is asked for elsewhere. `cargo xtask test --only
// calculator` writes the sheets and runs this.
import assert from "node:assert/strict";
import { mkdirSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { missingGlyphs } from "../../../bindings/web/test/glyphs.mjs";
import { launch, open } from "../../../bindings/web/test/serve.mjs";

const folder = process.env.KAIPAN_SHEETS;
const sheets = readdirSync(folder).filter((name) => name.endsWith(".html"));
const shots = `${folder}/screenshots`;
let browser;

before(async () => {
  mkdirSync(shots, { recursive: true });
  browser = await launch();
});
after(() => browser?.close());

test("there are sheets of quotes and comparisons in both languages", () => {
  assert.deepEqual(sheets.sort(), ["compared-en.html", "compared-zh.html", "quote-en.html", "quote-zh.html"]);
});

for (const name of sheets) {
  test(name, async () => {
    const url = pathToFileURL(`${folder}/${name}`).href;
    const { page, seen } = await open(browser, url);
    assert.deepEqual(seen, { requests: [url], complaints: [] });
    for (const [size, width] of [["paper", 794], ["phone", 390]]) {
      await page.setViewportSize({ width, height: 1123 });
      await page.screenshot({ path: `${shots}/${name.replace(".html", "")}-${size}.png`, fullPage: true });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      assert.equal(wide, false, size);
    }
    const { looked, ...boxes } = await missingGlyphs(page);
    assert.ok(looked > (name.endsWith("zh.html") ? 100 : 20), `${looked} characters were looked at`);
    assert.deepEqual(boxes, { missing: [], fonts: [] });
    await page.close();
  });
}
