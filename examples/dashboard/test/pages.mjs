// Opening a page of this example in Chromium, and what every page has to hold.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { missingGlyphs } from "../../../bindings/web/test/glyphs.mjs";

export const SIZES = { phone: { width: 390, height: 844 }, tablet: { width: 1024, height: 768 }, wall: { width: 2560, height: 1440 } };
export const LANGUAGES = { zh: "zh-CN", en: "en-US" };
const shots = new URL("../screenshots/", import.meta.url);
mkdirSync(shots, { recursive: true });

export async function open(browser, server, path, size = "tablet", language = "zh") {
  const phone = size === "phone";
  const context = await browser.newContext({ viewport: SIZES[size], locale: LANGUAGES[language], isMobile: phone, hasTouch: phone });
  const page = await context.newPage();
  const seen = { requests: [], complaints: [] };
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) seen.complaints.push(message.text());
  });
  page.on("pageerror", (error) => seen.complaints.push(String(error)));
  await page.goto(`${server.origin}/${path}`);
  await page.waitForSelector("body[data-ready]:not([aria-busy])");
  const quiet = () => {
    assert.deepEqual(seen.complaints, []);
    assert.deepEqual(seen.requests.filter((url) => !url.startsWith(server.origin) && !url.startsWith("blob:")), []);
  };
  return { page, quiet, close: () => context.close() };
}

export const shot = (page, name) => page.screenshot({ path: new URL(`${name}.png`, shots).pathname, fullPage: true });

/** Nothing is cut off, nothing is a box, nothing is in the other language, everything has a name and contrast. */
export async function holds(page, language) {
  assert.equal(await page.locator("html").getAttribute("lang"), LANGUAGES[language] === "zh-CN" ? "zh-CN" : "en");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth), false);
  const { looked, ...boxes } = await missingGlyphs(page);
  assert.ok(looked > (language === "zh" ? 60 : 3), `${looked} characters were looked at`);
  assert.deepEqual(boxes, { missing: [], fonts: [] });
  if (language === "en") {
    const other = await page.evaluate(() => {
      const said = [...document.querySelectorAll("body *:not([lang])")].flatMap((one) => [one.getAttribute("aria-label") ?? "", ...[...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data)]);
      return said.filter((text) => /\p{Script=Han}/u.test(text));
    });
    assert.deepEqual(other, []);
  }
  assert.deepEqual(await page.evaluate(nameless), []);
  assert.deepEqual(await page.evaluate(pale), []);
}

/** Controls and pictures without a name. */
function nameless() {
  const wanted = document.querySelectorAll("button, select, input, a, meter, progress, [role=img]");
  return [...wanted].filter((one) => one.checkVisibility() && !(one.ariaLabel || one.textContent.trim() || one.labels?.[0]?.textContent.trim() || one.title)).map((one) => one.outerHTML.slice(0, 80));
}

/** Texts with less than 4.5 : 1 against what is behind them. */
function pale() {
  const numbers = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((one) => (one / 255 <= 0.03928 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const bad = new Map();
  for (const one of document.querySelectorAll("body *")) {
    const text = [...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).join("");
    if (!text || !one.checkVisibility() || one.closest("option")) continue;
    const [first, second] = [light(numbers(getComputedStyle(one).color)), light(behind(one))].sort((a, b) => b - a);
    const contrast = (first + 0.05) / (second + 0.05);
    if (contrast < 4.5) bad.set(`${one.tagName}.${one.className}`, `${text.slice(0, 20)} ${contrast.toFixed(2)}`);
  }
  return [...bad];
}
