// How long a change of filter takes over many facts, from the change to the figures on the screen: `node speed.mjs`
// after `npm run build`. It measures and asserts nothing.
import { launch, serve } from "../../bindings/web/test/serve.mjs";

const TIMES = 90;
const CHANGES = [
  ["#node", "YJW/1"], ["#period", "2026-Q2"], ["#caliber", "finance"], ["#node", ""], ["#period", "2026-05"], ["#caliber", "marketing"],
  ["#metric", "collections"], ["#period", "2026"], ["#node", "YJW/3"], ["#node", ""],
];

const [browser, server] = await Promise.all([launch(), serve(new URL("./dist/", import.meta.url))]);
const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: "zh-CN" });
await page.goto(`${server.origin}/index.html?times=${TIMES}`);
await page.waitForSelector("body[data-ready]");
const [painted, shown, counted] = [[], [], []];
for (let round = 0; round < 5; round += 1) {
  for (const [select, value] of CHANGES) {
    await page.waitForSelector("body:not([aria-busy])");
    const [paint, show] = await page.evaluate(([select, value]) => new Promise((resolve) => {
      const before = document.body.dataset.view;
      const started = performance.now();
      const watch = new MutationObserver(() => {
        if (document.body.dataset.view === before) return;
        watch.disconnect();
        const shown = performance.now() - started;
        requestAnimationFrame(() => setTimeout(() => resolve([performance.now() - started, shown])));
      });
      watch.observe(document.body, { attributes: true });
      const field = document.querySelector(select);
      field.value = value;
      field.dispatchEvent(new Event("change"));
    }), [select, value]);
    painted.push(paint);
    shown.push(show);
    counted.push(Number(await page.evaluate(() => document.body.dataset.counted)));
  }
}
const facts = await page.locator("#said").textContent();
// The first round compiles what is run.
const said = (name, all) => {
  const sorted = all.slice(CHANGES.length).sort((one, other) => one - other);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.trunc(sorted.length * share))].toFixed(0);
  console.log(`${name}: median ${at(0.5)} ms, 90 % ${at(0.9)} ms, longest ${at(1)} ms`);
};
console.log(facts);
said("counted in the worker", counted);
said("figures in the page", shown);
said("painted", painted);
await browser.close();
server.close();
