// The installed package in Node, and what the bundler made of it in headless Chromium.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { preview } from "vite";
import * as kaipan from "kaipan";
import { deal, init } from "kaipan/deal";
import { initSync, operations } from "kaipan/quote";

await kaipan.init();
await init();
initSync();
assert.equal(typeof deal.options, "function");
assert.ok(kaipan.operations().length > 20);
assert.ok(operations().some(({ name }) => name === "quote.make"));
await import("./built/node.js");

const files = readdirSync("dist/assets");
for (const name of ["kaipan", "quote", "deal"]) {
  assert.equal(files.filter((file) => file.startsWith(`${name}-`) && file.endsWith(".wasm")).length, 1, files.join());
}

// No more than the README asks for.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const server = await preview({
  logLevel: "warn",
  preview: { host: "127.0.0.1", port: 0, headers: { "Content-Security-Policy": policy } },
});
const browser = await chromium.launch({
  executablePath: process.env.KAIPAN_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  const page = await browser.newPage();
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  const address = `http://127.0.0.1:${server.httpServer.address().port}/`;
  const served = await page.goto(address);
  assert.equal(served.headers()["content-security-policy"], policy);
  const found = await page.waitForSelector("body[data-found]", { state: "attached" }).catch(() => undefined);
  assert.deepEqual(complaints, []);
  assert.equal(await found?.getAttribute("data-found"), "1499918.00 149991800 number.not_positive true true");
} finally {
  await browser.close();
  await server.close();
}
console.log(`installed, checked, built, run: ${files.join(", ")}`);
