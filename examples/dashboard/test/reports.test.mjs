// The reports in headless Chromium: every report runs, its totals are the measures of the dashboard, what a reader may not see is
// hidden or refused, and rows lead to deals by the keyboard alone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { init, report } from "kaipan/kpi";
import { launch, serve } from "../../../bindings/web/test/serve.mjs";
import { holds, LANGUAGES, open, shot, SIZES } from "./pages.mjs";

const DAY = "2026-11-30";
let browser;
let server;
let reports;

before(async () => {
  await init();
  ({ reports } = report.list({}));
  [browser, server] = await Promise.all([launch(), serve(new URL("../dist/", import.meta.url))]);
});
after(async () => {
  await browser?.close();
  server?.close();
});

const page = (size, language) => open(browser, server, "reports.html", size, language);
const ready = (page) => page.waitForSelector("body:not([aria-busy])");
async function choose(page, ...changes) {
  for (const [id, value] of changes) {
    const field = page.locator(`#${id}`);
    if (["from", "to", "on"].includes(id)) {
      await field.fill(value);
      await field.dispatchEvent("change");
    } else await field.selectOption(value);
    await ready(page);
  }
}
const total = (page, key) => page.locator(`#result tfoot [data-column="${key}"]`).textContent();
const plain = (figure) => figure.replaceAll(",", "").replace(/\.00$/, "");

for (const size of Object.keys(SIZES)) {
  for (const language of Object.keys(LANGUAGES)) {
    test(`${size}, ${language}: a report with its totals, and what is due`, async () => {
      const { page: shown, quiet, close } = await page(size, language);
      assert.ok((await shown.locator("#result tbody tr").count()) >= 4);
      assert.equal(await shown.locator("#result tfoot tr").count(), 1);
      assert.ok((await shown.locator("#due [data-due]").count()) > 0);
      await holds(shown, language);
      await shot(shown, `reports-${size}-${language}`);
      await choose(shown, ["report", "sales_detail"]);
      await holds(shown, language);
      await shot(shown, `reports-detail-${size}-${language}`);
      quiet();
      await close();
    });
  }
}

test("every report runs, and is wholly in English on an English page", async () => {
  const { page: shown, quiet, close } = await page("tablet", "en");
  const groups = await shown.locator("#report optgroup").evaluateAll((all) => all.map((one) => one.label));
  assert.ok(groups.length >= 5, String(groups));
  assert.equal(await shown.locator("#report option").count(), reports.length);
  for (const { name, title_en, columns } of reports) {
    await choose(shown, ["report", name]);
    assert.equal(await shown.locator("#result .refusal").count(), 0, `${name}: ${await shown.locator("#result").textContent()}`);
    assert.equal(await shown.locator("#report-title").textContent(), title_en);
    const heads = await shown.locator("#result thead [data-column]").count();
    assert.ok(heads === 0 || heads >= Math.min(columns.length, 3), name);
    await holds(shown, "en");
  }
  quiet();
  await close();
});

test("totals of a report are the measures of the dashboard", async () => {
  const keys = ["subscriptions", "net_subscribed_amount", "signings", "signed_amount", "cancellations"];
  const board = await open(browser, server, "index.html");
  const tiles = [];
  for (const key of [...keys, "collections"]) tiles.push(plain(await board.page.locator(`[data-metric="${key}"] strong`).textContent()));
  await board.close();
  const { page: shown, quiet, close } = await page();
  await choose(shown, ["report", "sales_summary"], ["from", "2026-01-01"], ["to", DAY], ["on", DAY], ["kind", "month"]);
  const totals = [];
  for (const key of keys) totals.push(plain(await total(shown, key)));
  await choose(shown, ["report", "company_summary"]);
  totals.push(plain(await total(shown, "collections")));
  assert.deepEqual(totals, tiles);
  quiet();
  await close();
});

test("a role without permission is refused by code, in the language of the page", async () => {
  const { page: shown, quiet, close } = await page("tablet", "en");
  await choose(shown, ["reader", "邓颖"]);
  const refusal = shown.locator("#result .refusal");
  assert.match(await refusal.textContent(), /How to mend it: .*report\.not_allowed/s);
  assert.equal(await shown.locator("#result table").count(), 0);
  assert.equal(await shown.locator("#csv").isDisabled(), true);
  await shot(shown, "reports-refused-en");
  await shown.locator("#language").click();
  assert.match(await refusal.textContent(), /怎样改正：.*report\.not_allowed/s);
  // Days that are turned are refused too, and told.
  await choose(shown, ["reader", ""], ["from", "2026-12-01"]);
  assert.match(await refusal.textContent(), /kpi\.\w+/);
  await choose(shown, ["from", "2026-01-01"]);
  assert.equal(await refusal.count(), 0);
  quiet();
  await close();
});

test("what is personal is hidden from who may not read deals, behind the rows too", async () => {
  const { page: shown, quiet, close } = await page();
  await choose(shown, ["report", "sales_detail"], ["reader", "曹悦"]);
  assert.match(await shown.locator("#hidden").textContent(), /客户、电话/);
  const cell = (key) => shown.locator(`#result tbody tr [data-column="${key}"]`).first().textContent();
  assert.equal(await cell("customer"), "无权查看");
  assert.equal(await cell("contract_total"), "无权查看");
  assert.notEqual(await cell("agent"), "无权查看");
  await shot(shown, "reports-hidden-zh");
  await shown.locator("#result [data-row]").first().click();
  await shown.waitForSelector("dialog[open] [data-lacking]");
  assert.equal(await shown.locator("dialog [data-deal]").count(), 0);
  await shown.keyboard.press("Escape");
  // A consultant sees his own deals, with everything in them.
  await choose(shown, ["reader", "李娜"]);
  const agents = new Set(await shown.locator('#result tbody [data-column="agent"]').allTextContents());
  assert.deepEqual([...agents], ["李娜"]);
  assert.equal(await shown.locator("#hidden").count(), 0);
  quiet();
  await close();
});

test("by the keyboard alone from a row to its facts, a deal and its timeline", async () => {
  const { page: shown, quiet, close } = await page();
  await choose(shown, ["report", "agent_performance"]);
  const tabTo = async (selector) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await shown.keyboard.press("Tab");
      if (await shown.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
    }
    assert.fail(`${selector} is not reached`);
  };
  await shown.locator("#report").focus();
  await tabTo("#bars");
  await tabTo("#csv");
  await tabTo(".scroll.report");
  await tabTo("[data-row]");
  await shown.keyboard.press("Enter");
  await shown.waitForSelector("dialog[open] [data-fact]");
  assert.ok((await shown.locator("dialog [data-fact]").count()) > 0);
  await shot(shown, "reports-behind-zh");
  await tabTo("[data-deal]");
  await shown.keyboard.press("Enter");
  await shown.waitForSelector("dialog .timeline li");
  await shown.keyboard.press("Escape");
  assert.equal(await shown.locator("dialog[open]").count(), 0);
  quiet();
  await close();
});

test("a bar stands in every row for the column that was picked", async () => {
  const { page: shown, quiet, close } = await page();
  await choose(shown, ["report", "sales_summary"], ["kind", "month"]);
  await shown.selectOption("#bars", "signings");
  const bars = await shown.locator("#result td.bar progress").evaluateAll((all) => all.map(({ value, max }) => [value, max]));
  const counts = (await shown.locator('#result tbody [data-column="signings"]').allTextContents()).map(Number);
  assert.deepEqual(bars.map(([value]) => value), counts);
  assert.deepEqual(new Set(bars.map(([, max]) => max)), new Set([Math.max(...counts)]));
  quiet();
  await close();
});

test("what is due is what the calendar says, and one of it is run for its period", async () => {
  const { page: shown, quiet, close } = await page();
  const { due } = report.calendar({ from: DAY });
  const names = await shown.locator("#due [data-due]").evaluateAll((all) => all.map((one) => one.dataset.due));
  assert.deepEqual(names, due.map((one) => `${one.report} ${one.period.name}`));
  await shown.locator('[data-due^="project_weekly"]').click();
  await ready(shown);
  assert.deepEqual([await shown.inputValue("#report"), await shown.inputValue("#kind"), await shown.inputValue("#from"), await shown.inputValue("#to")], ["project_weekly", "week", "2026-11-23", "2026-11-29"]);
  // On a day without any the next are named.
  await choose(shown, ["on", "2026-11-24"]);
  assert.match(await shown.locator("#due").textContent(), /2026-11-30/);
  quiet();
  await close();
});

test("the table is downloaded as it is shown, and printed without what is around it", async () => {
  const { page: shown, quiet, close } = await page();
  await choose(shown, ["report", "sales_detail"]);
  const [file] = await Promise.all([shown.waitForEvent("download"), shown.locator("#csv").click()]);
  assert.equal(file.suggestedFilename(), `sales_detail-2026-01-01-${DAY}.csv`);
  const text = readFileSync(await file.path(), "utf8");
  const rows = await shown.locator("#result tbody tr").count();
  const lines = text.trimEnd().split("\r\n");
  assert.equal(lines.length, rows + 2);
  assert.match(lines[0], /^\ufeff项目,楼栋,房号/);
  assert.ok(lines[1].includes('"=""'), "numbers of homes stay text in a spreadsheet");
  assert.ok(lines.at(-1).startsWith("合计,"));
  assert.ok(lines.at(-1).includes(plain(await total(shown, "contract_total"))));
  await shown.emulateMedia({ media: "print" });
  for (const gone of ["#filter", "#due", "#csv", "footer"]) assert.equal(await shown.locator(gone).isVisible(), false, gone);
  assert.equal(await shown.locator("#result table").isVisible(), true);
  assert.equal(await shown.evaluate(() => getComputedStyle(document.querySelector(".scroll.report")).maxHeight), "none");
  quiet();
  await close();
});

test("the reports open without a network", async () => {
  const { page: shown, close } = await page();
  await shown.evaluate(() => navigator.serviceWorker.ready);
  await shown.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await shown.context().setOffline(true);
  await shown.reload();
  await shown.waitForSelector("body[data-ready]:not([aria-busy])");
  await choose(shown, ["report", "mortgages"]);
  assert.equal(await shown.locator("#result .refusal").count(), 0);
  await close();
});
