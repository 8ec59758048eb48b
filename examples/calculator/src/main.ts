// The page: a project is opened, a price is moved, a home is picked.
import { init, KaipanError } from "kaipan";
import * as detail from "./detail";
import { byId, element, facts } from "./dom";
import { extent, Grid } from "./grid";
import { type Lever, type Priced, Pricer } from "./pricing";
import { open, type Sample, SAMPLES, type View } from "./samples";
import { change, current, grouped, rounded, say, text, translate, unitOfPrice } from "./text";

const projects = byId<HTMLSelectElement>("project");
const buildings = byId<HTMLSelectElement>("building");
const price = byId<HTMLInputElement>("price");
const slider = byId<HTMLInputElement>("slider");
const grid = new Grid(pick);

let sample: Sample | undefined;
let pricer: Pricer | undefined;
/** What the map shows: the last price that was right. */
let priced: Priced | undefined;
let lever: Lever = { by: "base", price: "0" };
let picked: number | undefined;
let trouble: unknown;

/** Does what was asked for; what keeps it from being done is shown. */
async function guarded(work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // What the library refuses is for the reader alone.
    if (!(error instanceof KaipanError)) console.error(error);
    tell(error);
  }
}

/** Shows what is wrong, or that nothing is. */
function tell(error: unknown): void {
  trouble = error;
  const shown = () => {
    if (error === undefined) return [];
    if (error instanceof KaipanError) return detail.problems(error);
    return [element("p", { class: "finding violation" }, `${text("failed")} (${error})`)];
  };
  byId("problem").replaceChildren(...shown());
}

/** The project in the map, and how many were asked for so far. */
const opening = { shown: "", asked: 0 };

async function openProject(name: string): Promise<void> {
  opening.asked += 1;
  const asked = opening.asked;
  document.body.setAttribute("aria-busy", "true");
  try {
    const opened = await open(name);
    // The one that was asked for last counts, not the one that comes last.
    if (asked !== opening.asked) return;
    sample = opened;
    opening.shown = name;
    listBuildings(opened.views);
    openBuilding(0);
  } catch (error) {
    if (asked !== opening.asked) return;
    projects.value = opening.shown || name;
    throw error;
  } finally {
    if (asked === opening.asked) document.body.removeAttribute("aria-busy");
  }
}

function listBuildings(views: View[]): void {
  const options = views.map((view, at) => element("option", { value: at }, `${view.name} · ${view.units.length}`));
  buildings.replaceChildren(...options);
}

function openBuilding(at: number): void {
  const view = sample?.views[at];
  if (!sample || !view) return;
  buildings.selectedIndex = at;
  pricer = new Pricer(sample, view);
  priced = undefined;
  close();
  grid.layOut(view.units);
  lever = { by: "base", price: view.base };
  byId<HTMLInputElement>("controls").querySelector<HTMLInputElement>("[value=base]")!.checked = true;
  label();
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
    void guarded(reprice);
  });
}

function reprice(): void {
  if (!pricer) return;
  price.setAttribute("aria-invalid", "true");
  priced = pricer.price(lever);
  price.removeAttribute("aria-invalid");
  tell(undefined);
  draw();
}

/** Shows the prices. */
function draw(): void {
  if (!pricer || !priced) return;
  grid.colour(pricer.view, priced);
  sums(pricer.view, priced);
  showPicked();
}

function sums({ units, basis }: View, { lever, unitPrices, total, average, base, took }: Priced): void {
  const [lowest, highest] = extent(unitPrices);
  byId("sums").replaceChildren(
    ...facts([
      [text("homes"), String(units.length)],
      [text("mean"), `${grouped(average)} ${unitOfPrice(basis)}`],
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
  void guarded(showPicked);
  byId("detail").focus({ preventScroll: true });
}

function close(): void {
  const last = picked;
  const here = byId("detail").contains(document.activeElement);
  picked = undefined;
  grid.mark(undefined);
  detail.empty();
  if (last !== undefined && here) grid.focus(last);
}

/** The picked home at the price that it has in the map, whatever stands in the field. */
function showPicked(): void {
  const unit = picked === undefined ? undefined : pricer?.view.units[picked];
  if (!sample || !pricer || !priced || !unit) return;
  const row = pricer.explained(priced.lever, unit);
  if (row) detail.show(sample, pricer.view, unit, row, close);
}

/** Says what the price is that is moved. */
function label(): void {
  byId("price-label").textContent = `${text(lever.by)} (${unitOfPrice(pricer?.view.basis ?? "building")})`;
  slider.ariaLabel = text(lever.by);
}

function speak(): void {
  translate();
  byId("language").textContent = say("English", "中文");
  label();
  const selected = projects.value;
  const names = Object.entries(SAMPLES).map(([key, { name }]) => element("option", { value: key }, say(...name)));
  projects.replaceChildren(...names);
  if (selected) projects.value = selected;
  if (picked === undefined) detail.empty();
  tell(trouble);
  draw();
}

/** What is moved from now on starts where it stands in the map. */
function move(by: Lever["by"]): void {
  lever = { ...lever, by };
  label();
  if (!priced) return;
  const start = by === "average" ? priced.average : priced.base;
  range(Number(start));
  enter(start);
}

function listen(): void {
  const on = (target: EventTarget, event: string, work: () => void | Promise<void>) =>
    target.addEventListener(event, () => void guarded(work));
  on(projects, "change", () => openProject(projects.value));
  on(buildings, "change", () => openBuilding(buildings.selectedIndex));
  on(slider, "input", () => enter(slider.value));
  on(price, "input", () => {
    lever = { ...lever, price: price.value.trim() };
    slider.value = price.value;
    schedule();
  });
  for (const choice of document.querySelectorAll<HTMLInputElement>("input[name=by]")) {
    on(choice, "change", () => move(choice.value as Lever["by"]));
  }
  on(byId("language"), "click", () => {
    change(current() === "zh" ? "en" : "zh");
    speak();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && picked !== undefined) close();
  });
}

async function start(): Promise<void> {
  speak();
  listen();
  await init();
  await openProject(projects.value);
  document.body.dataset["ready"] = "true";
}

void guarded(start);
