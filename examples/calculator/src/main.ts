// The page: a project is opened, a price is moved, a home is picked.
import { init, KaipanError } from "kaipan";
import * as detail from "./detail";
import { byId, element, facts } from "./dom";
import { extent, Grid } from "./grid";
import { type Lever, type Priced, Pricer } from "./pricing";
import { open, type Sample, SAMPLES } from "./samples";
import { change, current, grouped, rounded, say, text, translate, unitOfPrice } from "./text";

const projects = byId<HTMLSelectElement>("project");
const buildings = byId<HTMLSelectElement>("building");
const price = byId<HTMLInputElement>("price");
const slider = byId<HTMLInputElement>("slider");
const grid = new Grid(pick);

let sample: Sample | undefined;
let pricer: Pricer | undefined;
let priced: Priced | undefined;
let lever: Lever = { by: "base", price: "0" };
let picked: number | undefined;

async function openProject(name: string): Promise<void> {
  document.body.setAttribute("aria-busy", "true");
  sample = await open(name);
  document.body.removeAttribute("aria-busy");
  listBuildings();
  openBuilding(0);
}

function listBuildings(): void {
  const options = (sample?.views ?? []).map((view, at) =>
    element("option", { value: at }, `${view.name} · ${view.units.length}`),
  );
  const before = buildings.selectedIndex;
  buildings.replaceChildren(...options);
  if (before >= 0 && before < options.length) buildings.selectedIndex = before;
}

function openBuilding(at: number): void {
  const view = sample?.views[at];
  if (!sample || !view) return;
  buildings.selectedIndex = at;
  pricer = new Pricer(sample, view);
  close();
  grid.layOut(view.units);
  lever = { by: "base", price: view.base };
  byId<HTMLInputElement>("controls").querySelector<HTMLInputElement>("[value=base]")!.checked = true;
  speak();
  range(Number(view.base));
  enter(view.base);
}

/** The slider goes a fifth to both sides of where a price stands. */
function range(middle: number): void {
  const step = 10;
  slider.min = String(Math.floor((middle * 0.8) / step) * step);
  slider.max = String(Math.ceil((middle * 1.2) / step) * step);
  slider.step = String(step);
}

/** Takes a price from the field or the slider. */
function enter(text: string): void {
  lever = { ...lever, price: text };
  price.value = text;
  slider.value = text;
  slider.setAttribute("aria-valuetext", `${grouped(text)}`);
  schedule();
}

let scheduled = false;

/** Prices once a frame, however often a price moves. */
function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(() => {
    scheduled = false;
    reprice();
  });
}

function reprice(): void {
  if (!pricer) return;
  const problem = byId("problem");
  try {
    priced = pricer.price(lever);
    problem.replaceChildren();
    price.removeAttribute("aria-invalid");
  } catch (error) {
    if (!(error instanceof KaipanError)) throw error;
    problem.replaceChildren(...detail.problems(error));
    price.setAttribute("aria-invalid", "true");
    return;
  }
  grid.colour(pricer.view, priced);
  sums(pricer, priced);
  showPicked();
}

function sums({ view }: Pricer, { unitPrices, total, average, base, took }: Priced): void {
  const [lowest, highest] = extent(unitPrices);
  byId("sums").replaceChildren(
    ...facts([
      [text("homes"), String(view.units.length)],
      [text("mean"), `${grouped(average)} ${unitOfPrice(view.basis)}`],
      [text("total"), grouped(total)],
      [text("range"), `${rounded(lowest)} – ${rounded(highest)}`],
      [text("solved"), lever.by === "average" ? grouped(base) : undefined],
      [text("time"), `${took.toFixed(1)} ms`],
    ]),
  );
}

function pick(at: number): void {
  picked = at;
  grid.mark(at);
  showPicked();
  byId("detail").focus({ preventScroll: true });
}

function close(): void {
  const last = picked;
  picked = undefined;
  grid.mark(undefined);
  detail.empty();
  if (last !== undefined && byId("detail").contains(document.activeElement)) grid.focus(last);
}

function showPicked(): void {
  const unit = picked === undefined ? undefined : pricer?.view.units[picked];
  if (!sample || !pricer || !unit) return;
  const row = pricer.explained(lever, unit);
  if (row) detail.show(sample, pricer.view, unit, row, close);
}

function speak(): void {
  translate();
  byId("language").textContent = say("English", "中文");
  byId("price-label").textContent = `${text(lever.by)} (${unitOfPrice(pricer?.view.basis ?? "building")})`;
  slider.ariaLabel = text(lever.by);
  const selected = projects.value;
  const names = Object.entries(SAMPLES).map(([key, { name }]) => element("option", { value: key }, say(...name)));
  projects.replaceChildren(...names);
  if (selected) projects.value = selected;
}

function listen(): void {
  projects.addEventListener("change", () => void openProject(projects.value));
  buildings.addEventListener("change", () => openBuilding(buildings.selectedIndex));
  slider.addEventListener("input", () => enter(slider.value));
  price.addEventListener("input", () => {
    lever = { ...lever, price: price.value.trim() };
    slider.value = price.value;
    schedule();
  });
  for (const choice of document.querySelectorAll<HTMLInputElement>("input[name=by]")) {
    choice.addEventListener("change", () => {
      lever.by = choice.value as Lever["by"];
      const start = lever.by === "average" ? (priced?.average ?? "0") : (priced?.base ?? "0");
      range(Number(start));
      speak();
      enter(start);
    });
  }
  byId("language").addEventListener("click", () => {
    change(current() === "zh" ? "en" : "zh");
    speak();
    if (picked === undefined) detail.empty();
    reprice();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && picked !== undefined) close();
  });
}

async function start(): Promise<void> {
  speak();
  detail.empty();
  listen();
  await init();
  await openProject(projects.value);
  document.body.dataset["ready"] = "true";
}

void start();
