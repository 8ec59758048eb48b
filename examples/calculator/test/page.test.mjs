// The page in headless Chromium: what it shows, on a phone and on a desktop, in both languages,
// under a strict policy and without a request to anywhere else.
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import * as kaipan from "kaipan";
import { sample } from "../../../bindings/web/test/files.mjs";
import { missingGlyphs } from "../../../bindings/web/test/glyphs.mjs";
import { launch, serve } from "../../../bindings/web/test/serve.mjs";

const root = new URL("../dist/", import.meta.url);
const shots = new URL("../screenshots/", import.meta.url);
const SIZES = { desktop: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } };
let browser;
let server;

before(async () => {
  mkdirSync(shots, { recursive: true });
  [browser, server] = await Promise.all([launch(), serve(root)]);
});
after(async () => {
  await browser?.close();
  server?.close();
});

/** Opens the page; `prepare` may do something before it loads. */
async function open(size, locale, prepare = async () => {}, more = {}) {
  const phone = size === "phone";
  const page = await browser.newPage({ viewport: SIZES[size], locale, isMobile: phone, hasTouch: phone, ...more });
  await prepare(page);
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

/** The value of a name in a list of names and values. */
const fact = (page, list, name) =>
  page.locator(`${list} div`, { has: page.locator("dt", { hasText: name }) }).locator("dd").first().textContent();

const HOMES = { "yunjing-bay": "1-1-1001", "songfeng-mingyue": "3栋-1单元-1502" };
const waitForHome = (page, unit) => page.waitForSelector(`[data-unit="${unit}"]`);

async function openProject(page, name) {
  await page.selectOption("#project", name);
  await waitForHome(page, HOMES[name]);
}

/** Whether something is cut off or wider than the window. */
const overflowing = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

for (const size of ["desktop", "phone"]) {
  for (const [language, locale] of [["zh", "zh-CN"], ["en", "en-US"]]) {
    test(`${size}, ${language}: map, price steps and quote`, async () => {
      const { page, seen } = await open(size, locale);
      assert.equal(await page.locator("html").getAttribute("lang"), language === "zh" ? "zh-CN" : "en");
      await page.screenshot({ path: new URL(`${size}-${language}-map.png`, shots).pathname });
      await openProject(page, "yunjing-bay");
      await page.locator('[data-unit="1-1-1001"]').click();
      await page.fill("#date", "2026-07-04");
      await page.selectOption("#plan", "AJ");
      const due = page.locator("#detail table").nth(1).locator("tbody tr").first();
      assert.match(await due.textContent(), /2026-0/);
      assert.ok((await page.locator("#detail table").first().locator("tbody tr").count()) >= 4);
      assert.equal(await page.locator("#detail .finding.violation").count(), 0);
      await page.screenshot({ path: new URL(`${size}-${language}-quote.png`, shots).pathname });
      if (size === "phone") {
        await page.locator("#detail").evaluate((box) => box.scrollTo(0, box.scrollHeight));
        await page.screenshot({ path: new URL(`${size}-${language}-schedule.png`, shots).pathname });
      }
      assert.equal(await overflowing(page), false);
      const { looked, ...boxes } = await missingGlyphs(page);
      assert.ok(looked > (language === "zh" ? 100 : 20), `${looked} characters were looked at`);
      assert.deepEqual(boxes, { missing: [], fonts: [] });
      quiet(seen);
      await page.close();
    });
  }
}

test("moving the base price reprices every home", async () => {
  const { page, seen } = await open("desktop", "zh-CN");
  const home = page.locator('[data-unit="3栋-1单元-1502"]');
  const before = await home.getAttribute("aria-label");
  const total = await fact(page, "#sums", "总价");
  await page.fill("#price", "50000");
  await page.waitForFunction((before) => document.querySelector('[data-unit="3栋-1单元-1502"]').ariaLabel !== before, before);
  assert.notEqual(await fact(page, "#sums", "总价"), total);
  await page.locator("#slider").focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.inputValue("#price"), "50010");
  await page.fill("#price", "");
  await page.waitForSelector("#problem p");
  assert.equal(await page.locator("#price").getAttribute("aria-invalid"), "true");
  const border = (id) => page.locator(id).evaluate((input) => getComputedStyle(input).borderTopColor);
  assert.notEqual(await border("#price"), await border("#building"));
  await page.fill("#price", "46948.255");
  await page.waitForFunction(() => !document.querySelector("#problem p"));
  assert.equal(await home.getAttribute("aria-label"), before);
  quiet(seen);
  await page.close();
});

test("a target average is met", async () => {
  const { page, seen } = await open("desktop", "en-US");
  await page.check("input[value=average]");
  await page.fill("#price", "52000");
  await page.waitForFunction(() => document.querySelector("#sums").textContent.includes("52,000"));
  const mean = Number((await fact(page, "#sums", "Average")).replace(/[^0-9.]/g, "").replace(/2$/, ""));
  assert.ok(Math.abs(mean - 52000) < 1, String(mean));
  quiet(seen);
  await page.close();
});

test("averages are per the area of the scheme, the same whichever price is moved", async () => {
  await kaipan.init();
  const { project, schemes } = sample(kaipan, "yunjing-bay");
  const inside = schemes.find(({ area_basis }) => area_basis === "inside");
  const units = project.units.filter(({ building }) => building === "11");
  const { page, seen } = await open("desktop", "en-US");
  await openProject(page, "yunjing-bay");
  await page.selectOption("#building", { label: await page.locator("#building option", { hasText: /^11/ }).textContent() });
  await waitForHome(page, units[0].unit_no);
  const digits = (text) => text.replace(/ .*/, "").replaceAll(",", "");
  const shown = async () => digits(await fact(page, "#sums", "Average"));
  const changed = (before) =>
    page.waitForFunction((before) => document.querySelector("#sums").textContent !== before, before);
  const text = () => page.locator("#sums").textContent();

  let last = await text();
  await page.fill("#price", "31234.5");
  await changed(last);
  const request = { project: { ...project, units }, schemes: [{ ...inside, base_price: "31234.5" }], active_deals: "reprice" };
  const expected = kaipan.pricing.table({ ...request, average_basis: "inside" });
  const overall = expected.summaries.find(({ group }) => group === "overall");
  assert.equal(await shown(), overall.average);
  assert.match(await fact(page, "#sums", "Average"), /yuan\/m² inside$/);
  assert.match(await page.locator("#price-label").textContent(), /yuan\/m² inside/);

  last = await text();
  await page.check("input[value=average]");
  await changed(last);
  assert.equal(await page.inputValue("#price"), overall.average);
  // Unit prices are rounded to 10 yuan, which nothing levels here.
  assert.ok(Math.abs(Number(await shown()) - Number(overall.average)) < 5, await shown());
  const solved = Number(digits(await fact(page, "#sums", "Solved base")));
  assert.ok(Math.abs(solved - 31_234.5) < 5, String(solved));
  quiet(seen);
  await page.close();
});

test("the date is that of the reader's clock and place", async () => {
  const at = async (time, policies) => {
    const prepare = async (page) => {
      await page.clock.setFixedTime(new Date(time));
      await page.route("**/sales-*.json", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...(await response.json()), ...policies } });
      });
    };
    const { page, seen } = await open("desktop", "zh-CN", prepare, { timezoneId: "Asia/Shanghai" });
    await openProject(page, "yunjing-bay");
    await page.locator('[data-unit="1-1-1001"]').click();
    const date = await page.inputValue("#date");
    quiet(seen);
    await page.close();
    return date;
  };
  // Half past seven in the morning of the next day.
  assert.equal(await at("2026-06-30T23:30:00Z", {}), "2026-07-01");
  assert.equal(await at("2026-03-13T15:59:00Z", {}), "2026-03-14");
  assert.equal(await at("2027-01-01T00:00:00Z", {}), "2026-03-14");
  assert.equal(await at("2026-06-30T23:30:00Z", { valid_from: null, valid_to: "2026-05-31" }), "2026-07-01");
});

test("a home is explained at the price in the map while the field holds none", async () => {
  const { page, seen } = await open("desktop", "en-US");
  const home = page.locator('[data-unit="3栋-1单元-1502"]');
  const label = await home.getAttribute("aria-label");
  for (const wrong of ["", "dear", "-1"]) {
    await page.fill("#price", wrong);
    await page.waitForSelector("#problem p");
    await home.click();
    assert.equal(await page.locator("#detail-title").textContent(), "3栋-1单元-1502");
    assert.ok(label.endsWith(`, ${await fact(page, "#detail", "Total")}`), label);
    await page.locator("#detail .close").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.dataset?.unit), "3栋-1单元-1502");
  }
  // What is wrong is told in the language of the page, and still is after a change.
  const english = await page.locator("#problem").textContent();
  await page.click("#language");
  const chinese = await page.locator("#problem").textContent();
  assert.match(english, /^[^一-龥]+$/);
  assert.match(chinese, /[一-龥]/);
  assert.equal(await page.locator("#grid .head .floor").textContent(), "楼层");
  await page.click("#language");
  assert.equal(await page.locator("#grid .head .floor").textContent(), "Floor");
  quiet(seen);
  await page.close();
});

test("a project that does not load is told, and the one before stays", async () => {
  const { page, seen } = await open("phone", "en-US", (page) => page.route("**/sales-*.json", (route) => route.abort()));
  await page.selectOption("#project", "yunjing-bay");
  await page.waitForSelector("#problem p");
  assert.match(await page.locator("#problem").textContent(), /please try again/);
  assert.equal(await page.locator("body").getAttribute("aria-busy"), null);
  assert.equal(await page.inputValue("#project"), "songfeng-mingyue");
  assert.ok(!seen.complaints.join().includes("Uncaught"), seen.complaints.join());
  await page.click("#language");
  assert.match(await page.locator("#problem").textContent(), /请重试/);
  await page.unroute("**/sales-*.json");
  await openProject(page, "yunjing-bay");
  await page.waitForFunction(() => !document.querySelector("#problem p"));
  await page.close();
});

test("of two projects chosen quickly the last one is shown", async () => {
  let go;
  const held = new Promise((resolve) => {
    go = resolve;
  });
  const prepare = (page) =>
    page.route("**/sales-*.json", async (route) => {
      await held;
      await route.continue();
    });
  const { page, seen } = await open("desktop", "zh-CN", prepare);
  await page.selectOption("#project", "yunjing-bay");
  await page.selectOption("#project", "songfeng-mingyue");
  await page.waitForFunction(() => !document.body.hasAttribute("aria-busy"));
  const arrived = page.waitForResponse("**/sales-*.json");
  go();
  await (await arrived).finished();
  await page.waitForTimeout(300);
  await waitForHome(page, HOMES["songfeng-mingyue"]);
  assert.equal(await page.inputValue("#project"), "songfeng-mingyue");
  assert.equal(await page.locator("#building option").count(), 3);
  quiet(seen);
  await page.close();
});

test("every text is shown somewhere", () => {
  const folder = new URL("../src/", import.meta.url);
  const read = (name) => readFileSync(new URL(name, folder), "utf8");
  const [, texts] = read("text.ts").match(/const TEXTS = \{\n(.*?)\n\}/s);
  const sources = [...readdirSync(folder), "../index.html"].map(read).join("\n");
  const keys = [...texts.matchAll(/^ {2}(\w+):/gm)].map(([, key]) => key);
  assert.ok(keys.length > 30);
  assert.deepEqual(keys.filter((key) => !sources.includes(`"${key}"`)), []);
});

test("without a mouse: arrows, Enter, Escape", async () => {
  const { page, seen } = await open("desktop", "zh-CN");
  const focused = () => page.evaluate(() => document.activeElement?.dataset?.unit);
  await page.locator("#grid button[tabindex='0']").focus();
  const first = await focused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  const second = await focused();
  assert.ok(first && second && first !== second);
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#detail-title").textContent(), second);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#detail-title").count(), 0);
  assert.equal(await focused(), second);
  quiet(seen);
  await page.close();
});

test("the language is remembered", async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(`${server.origin}/index.html`);
  await page.waitForSelector("body[data-ready]");
  await page.click("#language");
  assert.equal(await page.locator("h1").textContent(), "kaipan · price calculator");
  await page.reload();
  await page.waitForSelector("body[data-ready]");
  assert.equal(await page.locator("h1").textContent(), "kaipan · price calculator");
  await context.close();
});
