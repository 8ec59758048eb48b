// The sales desk in headless Chromium: what is lacking, from the deposit to the contract, what is owed later, and that all of
// it is kept.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { deal, init } from "kaipan/deal";
import { launch, serve } from "../../../bindings/web/test/serve.mjs";
import { holds, LANGUAGES, open, shot } from "./pages.mjs";

const HOME = "1-2-2703";
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

const desk = (size, language) => open(browser, server, "desk.html", size, language);
const pick = (page, unit = HOME) => page.locator(`[data-unit="${unit}"]`).click();
const as = (page, role) => page.selectOption("#role", role);
const lacking = (page, action) => page.locator(`[data-action="${action}"] li`).evaluateAll((items) => items.map((item) => item.dataset.guard).sort());
const said = (page, text) => page.waitForFunction((text) => document.querySelector("#said").textContent.includes(text), text);

async function act(page, action) {
  const name = await page.locator(`[data-action="${action}"] strong`).textContent();
  await page.locator(`[data-do="${action}"]`).click();
  await said(page, name);
}

async function receive(page, item, amount) {
  if (item) await page.selectOption("#item", item);
  if (amount) await page.fill("#amount", amount);
  const lines = await page.locator("#history li").count();
  await page.locator("#receive").click();
  await page.waitForFunction((lines) => document.querySelectorAll("#history li").length > lines, lines);
}

async function subscribe(page) {
  await page.check("#identified");
  await page.check("#answered");
  await receive(page, "deposit", "50000.00");
  await act(page, "subscribe");
}

for (const language of Object.keys(LANGUAGES)) {
  for (const size of ["phone", "tablet"]) {
    test(`${size}, ${language}: a tapped home says what may be done and what is lacking`, async () => {
      const { page, quiet, close } = await desk(size, language);
      await pick(page);
      assert.deepEqual(await lacking(page, "subscribe"), ["deposit_received", "identity_recorded", "questionnaire"]);
      assert.deepEqual(await lacking(page, "reserve"), []);
      await holds(page, language);
      await shot(page, `desk-${size}-${language}`);
      quiet();
      await close();
    });
  }
}

test("money that cannot be is told, and nothing of it is kept", async () => {
  const { page, quiet, close } = await desk("tablet", "zh");
  await pick(page);
  for (const amount of ["0", "-50000", "五万"]) {
    await page.selectOption("#item", "deposit");
    await page.fill("#amount", amount);
    await page.evaluate(() => { document.querySelector("#said").textContent = ""; });
    await page.locator("#receive").click();
    await page.waitForFunction(() => /[\u4e00-\u9fff]/.test(document.querySelector("#said").textContent));
    const told = await page.locator("#said").textContent();
    assert.ok(!told.includes("已办"), `${amount}: ${told}`);
    assert.equal(await page.locator("#history li").count(), 0, amount);
  }
  await receive(page, "deposit", "50000.00");
  quiet();
  await close();
});

test("from the deposit to the contract; the rest is overdue later; all of it is kept and exported", async () => {
  const { page, quiet, close } = await desk();
  await pick(page);
  await subscribe(page);
  assert.equal(await page.locator(`[data-unit="${HOME}"].subscribed`).count(), 1);
  // The next line of the schedule is proposed.
  assert.equal(await page.inputValue("#item"), "down_payment");
  await receive(page);
  await as(page, "sales_manager");
  await act(page, "lock");
  await as(page, "finance_officer");
  await act(page, "review_finance");
  await as(page, "marketing_officer");
  await act(page, "print_contract");
  await act(page, "sign");
  assert.equal(await page.locator(`[data-unit="${HOME}"].signed`).count(), 1);
  const late = () => page.locator("#late dd").allTextContents();
  assert.deepEqual((await late()).slice(1), ["0", "0"]);
  await page.fill("#day", "2026-10-30");
  await page.locator("#day").dispatchEvent("change");
  await page.waitForFunction(() => document.querySelectorAll("#late dd")[1].textContent !== "0");
  const [owed, overdue, fee] = await late();
  assert.equal(overdue, owed);
  assert.equal(overdue, "2,315,966.12");
  // Due on September 27: 33 days late, which is the second tier: 2,315,966.12 × 0.0002 × 33.
  assert.equal(fee, "15,285.38");
  await shot(page, "desk-signed");
  await page.reload();
  await page.waitForSelector("body[data-ready]");
  assert.equal(await page.locator(`[data-unit="${HOME}"].signed`).count(), 1);
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#export").click()]);
  const lines = readFileSync(await file.path(), "utf8").trim().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(lines.map(({ n }) => n), lines.map((_, at) => at + 1));
  const events = lines.filter(({ kind }) => kind === "deal").map(({ body }) => body);
  const { deal: replayed } = deal.replay({ deal_id: events[0].deal, deal: events });
  assert.deepEqual(replayed.documents.map(({ kind, state }) => [kind, state]), [["subscription", "closed"], ["contract", "active"]]);
  await page.locator("#reset").click();
  await page.waitForSelector(`[data-unit="${HOME}"].on_sale`);
  quiet();
  await close();
});

test("what needs an approval is asked for and signed by others, and the deposit goes back", async () => {
  const { page, quiet, close } = await desk("tablet", "en");
  await pick(page);
  await subscribe(page);
  await as(page, "sales_manager");
  await page.fill("#reason", "The loan was not granted");
  await page.locator("#reason").dispatchEvent("change");
  await page.waitForFunction(() => document.querySelectorAll('[data-action="refund_subscription"] li').length === 1);
  await page.locator('[data-action="refund_subscription"] [data-apply]').click();
  await page.waitForSelector("#waivers li");
  await act(page, "refund_subscription");
  await page.waitForSelector(`[data-unit="${HOME}"].on_sale`);
  quiet();
  await close();
});

test("a guard is waived by those who may", async () => {
  const { page, quiet, close } = await desk();
  await pick(page);
  await page.locator('[data-action="book"] [data-waive="booking_money"]').click();
  await page.waitForSelector('[data-do="book"]');
  await act(page, "book");
  assert.equal(await page.locator(`[data-unit="${HOME}"].booked`).count(), 1);
  quiet();
  await close();
});
