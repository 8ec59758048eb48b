// The dashboard in headless Chromium: its figures are those of the library, on a phone, a tablet and a wall, in both
// languages, under a strict policy, without a request to anywhere else, and without a network.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { init, kpi } from "kaipan/kpi";
import { launch, serve } from "../../../bindings/web/test/serve.mjs";
import { holds, LANGUAGES, open, shot, SIZES } from "./pages.mjs";

const PANELS = 13;
let browser;
let server;

before(async () => {
  await init();
  [browser, server] = await Promise.all([launch(), serve(new URL("../dist/", import.meta.url))]);
});
after(async () => {
  await browser?.close();
  server?.close();
});

const dashboard = (size, language) => open(browser, server, "index.html", size, language);
const ready = (page) => page.waitForSelector("body:not([aria-busy])");
const tile = (page, metric) => page.locator(`[data-metric="${metric}"] strong`).textContent();

for (const size of Object.keys(SIZES)) {
  for (const language of Object.keys(LANGUAGES)) {
    test(`${size}, ${language}: every panel has its figures`, async () => {
      const { page, quiet, close } = await dashboard(size, language);
      assert.equal(await page.locator(".panel").count(), PANELS);
      assert.equal(await page.locator(".panel .refusal").count(), 0);
      assert.equal(await page.locator(".panel .body:empty").count(), 0);
      assert.equal(await page.locator("button.home").count(), 100);
      await holds(page, language);
      await shot(page, `${size}-${language}`);
      quiet();
      await close();
    });
  }
}

test("the figures of columns are those of kpi.measure over the record", async () => {
  const lines = readFileSync(new URL("../../yunjing-bay/year/small.jsonl", import.meta.url), "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const of = (...kinds) => lines.filter(({ kind }) => kinds.includes(kind)).map(({ body }) => body);
  const units = lines.filter(({ kind }) => kind === "unit").map(({ node, body }) => ({ unit_no: body.unit_no, node, area: body.building_area, list_total: body.list_total }));
  const { state } = kpi.facts({
    units, events: of("deal"), stock_events: of("stock"), entries: of("entry", "receipt", "payment").map((body) => body.entry ?? body), follow_ups: of("follow_up"),
  });
  const metrics = ["first_visits", "subscriptions", "net_subscribed_amount", "signings", "signed_amount", "collections", "cancellations"];
  const ask = (caliber, metrics, from, to) =>
    kpi.measure({ facts: state.facts, metrics, caliber, periods: { kind: "cumulative", from, to } }).groups[0].cells.map(({ metric, value }) => [metric, value]);
  const shown = async (page, metrics) => {
    const tiles = await Promise.all(metrics.map((metric) => tile(page, metric)));
    return metrics.map((metric, at) => [metric, tiles[at].replaceAll(",", "")]);
  };
  const { page, quiet, close } = await dashboard();
  assert.deepEqual(await shown(page, metrics), ask("marketing", metrics, "2026-01-01", "2026-11-30"));
  await page.selectOption("#period", "2026-Q2");
  await ready(page);
  assert.deepEqual(await shown(page, metrics), ask("marketing", metrics, "2026-04-01", "2026-06-30"));
  await page.selectOption("#caliber", "finance");
  await ready(page);
  const financed = ["sales", "sold_amount", "net_sold_amount", "signed_amount", "collections"];
  assert.deepEqual(await shown(page, financed), ask("finance", financed, "2026-04-01", "2026-06-30"));
  quiet();
  await close();
});

// What `kaipan overdue --policy examples/yunjing-bay/year/overdue.json --on` tells of the same record.
const OWED = { "2026-08-31": ["21,939,865", "2,470,000", "531.05"], "2026-12-31": ["24,839,505", "506,763", "581.73"] };

test("what is owed is what the program says of the same record", async () => {
  const { page, quiet, close } = await dashboard();
  for (const [day, owed] of Object.entries(OWED)) {
    await page.fill("#on", day);
    await page.locator("#on").dispatchEvent("change");
    await ready(page);
    const [outstanding, , overdue, fee] = await page.locator("#aging .ratios dd").allTextContents();
    assert.deepEqual([outstanding, overdue, fee], owed);
  }
  quiet();
  await close();
});

test("what is refused is told in the language of the page, with how to mend it", async () => {
  const { page, quiet, close } = await dashboard("tablet", "en");
  await page.selectOption("#node", "YJW/3");
  await page.selectOption("#period", "2026-05");
  await ready(page);
  assert.match(await page.locator("#pace .refusal").textContent(), /no targets come to what is asked for .*How to mend it: give the target/s);
  await page.locator("#language").click();
  assert.match(await page.locator("#pace .refusal").textContent(), /凑不成所问的.*怎样改正：给出该期间的指标/s);
  // A period that has not begun has no figures, and none of another period stand beside it.
  await page.selectOption("#period", "2026-12");
  await ready(page);
  assert.match(await page.locator("#board .refusal").textContent(), /2026-11-30.*怎样改正/s);
  assert.equal(await page.locator(".panel .figure, .panel dd").count(), 0);
  quiet();
  await close();
});

test("the bridge closes, and goes down to a deal with its timeline and statement, by the keyboard alone", async () => {
  const { page, quiet, close } = await dashboard();
  const figure = async (text) => BigInt((await text).replace("−", "-").replace(/[^\d-]/g, ""));
  const steps = await page.locator("#bridge tbody tr:not(.sum) td:last-child").first().locator("xpath=ancestor::tbody").locator("tr:not(.sum) td:last-child").allTextContents();
  const sum = await figure(page.locator("#bridge tr.sum td:last-child").textContent());
  assert.equal((await Promise.all(steps.map(figure))).reduce((one, other) => one + other), sum);
  await page.locator('[data-drill="agent 李娜"]').focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open] [data-deal]");
  await page.locator("[data-deal]").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog .timeline li");
  assert.ok((await page.locator("dialog .timeline li").count()) >= 5);
  assert.ok((await page.locator("dialog table tbody tr").count()) >= 1);
  await page.screenshot({ path: new URL("../screenshots/drill.png", import.meta.url).pathname });
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  quiet();
  await close();
});

test("the pages open without a network once they were opened", async () => {
  const { page, close } = await dashboard();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.context().setOffline(true);
  await page.reload();
  await page.waitForSelector("body[data-ready]:not([aria-busy])");
  assert.equal(await tile(page, "subscriptions"), "40");
  await page.goto(`${server.origin}/desk.html`);
  await page.waitForSelector("body[data-ready]");
  await close();
});
