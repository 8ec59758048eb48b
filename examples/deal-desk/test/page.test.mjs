// The desk in headless Chromium: what is lacking and who may waive it, in both languages, on a phone and on a
// desktop, under a strict policy and without a request to anywhere else.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { missingGlyphs } from "../../../bindings/web/test/glyphs.mjs";
import { launch, serve } from "../../../bindings/web/test/serve.mjs";

const shots = new URL("../screenshots/", import.meta.url);
const SIZES = { desktop: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } };
let browser;
let server;

before(async () => {
  mkdirSync(shots, { recursive: true });
  [browser, server] = await Promise.all([launch(), serve(new URL("../dist/", import.meta.url))]);
});
after(async () => {
  await browser?.close();
  server?.close();
});

async function open(size, locale) {
  const phone = size === "phone";
  const page = await browser.newPage({ viewport: SIZES[size], locale, isMobile: phone, hasTouch: phone });
  const seen = { requests: [], complaints: [] };
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) seen.complaints.push(message.text());
  });
  page.on("pageerror", (error) => seen.complaints.push(String(error)));
  await page.goto(`${server.origin}/index.html`);
  await page.waitForSelector("body[data-ready]");
  return { page, seen };
}

function quiet({ requests, complaints }) {
  assert.deepEqual(complaints, []);
  assert.deepEqual(requests.filter((url) => !url.startsWith(server.origin)), []);
}

const act = (page, action) => page.locator(`[data-do="${action}"]`).click();
const as = (page, role) => page.selectOption("#role", role);
const receive = (page, at) => page.locator(`[data-receive="${at}"]`).click();
const lacking = (page, action) =>
  page.locator(`[data-action="${action}"] li`).evaluateAll((items) => items.map((item) => item.dataset.guard).sort());

async function day(page, day) {
  await page.fill("#day", day);
  await page.locator("#day").dispatchEvent("change");
}

/** From release to a booking, as people of the sales office do it. */
async function toBooking(page) {
  await as(page, "stock_controller");
  await act(page, "release");
  await as(page, "sales_agent");
  await act(page, "register");
  await receive(page, 0);
  await act(page, "confirm_room");
  await receive(page, 1);
  await act(page, "book");
}

for (const size of ["desktop", "phone"]) {
  for (const [language, locale] of [["zh", "zh-CN"], ["en", "en-US"]]) {
    test(`${size}, ${language}: what a subscription lacks, and who may waive it`, async () => {
      const { page, seen } = await open(size, locale);
      await toBooking(page);
      assert.deepEqual(await lacking(page, "subscribe"), ["deposit_received", "identity_recorded", "questionnaire"]);
      const of = (guard, action = "subscribe") => page.locator(`[data-action="${action}"] [data-guard="${guard}"]`);
      const [nobody, manager] = { zh: ["无人可豁免", "可豁免：销售经理"], en: ["nobody may waive it", "may be waived by: sales manager"] }[language];
      assert.match(await of("no_money_received", "void").textContent(), new RegExp(nobody));
      assert.equal(await of("no_money_received", "void").locator("button").count(), 0);
      assert.match(await of("questionnaire").textContent(), new RegExp(manager));
      assert.match(await of("deposit_received").textContent(), /50,000.*30,000/);
      await page.screenshot({ path: new URL(`${size}-${language}.png`, shots).pathname, fullPage: true });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth), false);
      const { looked, ...boxes } = await missingGlyphs(page);
      assert.ok(looked > (language === "zh" ? 100 : 10), `${looked} characters were looked at`);
      assert.deepEqual(boxes, { missing: [], fonts: [] });
      // Chinese stands nowhere in English but in what the host itself has: names of accounts.
      if (language === "en") {
        const said = await page.locator("#options").evaluate((box) => {
          for (const law of box.querySelectorAll("small")) law.textContent = law.textContent.split(" · ")[0];
          return box.textContent.replaceAll(/"[^"]*"/g, "");
        });
        assert.doesNotMatch(said, /[\u4e00-\u9fff]/);
      }
      quiet(seen);
      await page.close();
    });
  }
}

test("a presale goes to its contract, and money stays what it was", async () => {
  const { page, seen } = await open("desktop", "en-US");
  await toBooking(page);
  await page.check("#identified");
  await receive(page, 2);
  // The questionnaire is waived, which is on record for this step alone.
  await page.locator('[data-action="subscribe"] [data-waive="questionnaire"]').click();
  await act(page, "subscribe");
  const money = await page.locator("#money li").allTextContents();
  assert.deepEqual(money.map((text) => text.replace("监管户", "")), ["deposit 50,000 yuan"]);
  assert.deepEqual(await lacking(page, "sign"), ["down_payment", "finance_reviewed", "may_act", "subscription_locked"]);
  await as(page, "sales_manager");
  await act(page, "lock");
  await as(page, "finance_officer");
  await act(page, "review_finance");
  await receive(page, 3);
  await as(page, "marketing_officer");
  await act(page, "sign");
  assert.match(await page.locator("#deal-title").textContent(), /signed/);
  assert.deepEqual(await page.locator("#stages li").evaluateAll((items) => items.map((item) => item.className)), ["done", "done", "done", "active"]);
  assert.equal(await page.locator("#history li").count(), 12);
  quiet(seen);
  await page.close();
});

test("completed homes: what law sets nobody may waive, until the sale is filed", async () => {
  const { page, seen } = await open("desktop", "zh-CN");
  await page.selectOption("#mode", "completed");
  await as(page, "marketing_officer");
  await receive(page, 0);
  await page.check("#identified");
  await page.check("#answered");
  await act(page, "sign_deposit_contract");
  await as(page, "sales_agent");
  const filed = page.locator('[data-action="subscribe"] [data-guard="sale_filed"]');
  assert.match(await filed.textContent(), /现房销售已备案.*2027-06-01.*无人可豁免.*建房规/);
  await day(page, "2027-06-05");
  await receive(page, 1);
  assert.deepEqual(await lacking(page, "subscribe"), []);
  await act(page, "subscribe");
  assert.match(await page.locator("#said").textContent(), /认购.*已办理/);
  await page.screenshot({ path: new URL("completed-zh.png", shots).pathname, fullPage: true });
  quiet(seen);
  await page.close();
});
