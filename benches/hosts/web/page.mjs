import * as kaipan from "/bindings/web/dist/index.js";
import { measure } from "./work.mjs";

async function go() {
  const load = async (name) => (await fetch(`/${name}.json`)).text();
  const texts = await Promise.all(["quote", "table", "columns"].map(load));
  await kaipan.init();
  return JSON.stringify(measure("Chromium", kaipan, ...texts));
}

window.found = go();
