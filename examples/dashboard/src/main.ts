// The page: a filter is changed, its figures are counted, and what takes longer follows.
import year from "../../yunjing-bay/year/small.jsonl?url";
import type { Bridge, Commission, Money, SalesForecast, StockCell, View } from "./answers";
import { ask, openRecord } from "./ask";
import { place } from "./chart";
import type { Context } from "./context";
import { byId, element } from "./dom";
import { Drill } from "./drill";
import { FilterBar } from "./filter";
import { painted } from "./frame";
import { keep } from "./offline";
import { Panel } from "./panel";
import { aging } from "./panels/aging";
import { board } from "./panels/board";
import { bridge, calibers } from "./panels/calibers";
import { collections } from "./panels/collections";
import { commission } from "./panels/commission";
import { cashForecast, salesForecast } from "./panels/forecast";
import { funnel } from "./panels/funnel";
import { monthly } from "./panels/monthly";
import { pace } from "./panels/pace";
import { ranking } from "./panels/ranking";
import { stock } from "./panels/stock";
import { problem } from "./problem";
import { begin, change, current, text, translate } from "./text";
import { properName } from "./words";

const panels = {
  board: new Panel("board", "wide"), stock: new Panel("stock", "wide"), funnel: new Panel("funnel"), monthly: new Panel("monthly"),
  collections: new Panel("collections"), cash: new Panel("cash"), pace: new Panel("pace", "wide"), calibers: new Panel("calibers"),
  bridge: new Panel("bridge"), aging: new Panel("aging"), forecast: new Panel("forecast"), ranking: new Panel("ranking", "wide"),
  commission: new Panel("commission", "wide"),
};
const places = { funnel: place("tall"), monthly: place(), calibers: place(), bridge: place(), collections: place(), aging: place(), sales: place(), cash: place() };

/** What was answered last: shown anew in another language. */
const last: { view?: View; bridge?: Bridge; stock?: StockCell[]; forecast?: SalesForecast; money?: Money; commission?: Commission } = {};
let filter: FilterBar;
let drill: Drill;
let asked = 0;

const context = (): Context => ({ filter, drill: drill.list });

/** What is counted in columns. */
function showView(): void {
  const { view } = last;
  if (!view) return;
  panels.board.show(() => board(view, context()));
  panels.funnel.show(() => funnel(view, context(), places.funnel));
  panels.pace.show(() => pace(view, context()));
  panels.monthly.show(() => monthly(view, context(), places.monthly));
  panels.collections.show(() => collections(view, context(), places.collections));
  panels.ranking.show(() => ranking(view, context()));
  panels.calibers.show(() => calibers(view, context(), places.calibers));
}

/** What follows. */
function showRest(): void {
  const { view, bridge: found, stock: cells, forecast, money, commission: earned } = last;
  if (found) panels.bridge.show(() => bridge(found, places.bridge, drill.deal));
  if (view && cells) panels.stock.show(() => stock(cells, view, context()));
  if (earned) panels.commission.show(() => commission(earned, context()));
  if (money) panels.aging.show(() => aging(money, context(), places.aging, drill.deal));
  if (money) panels.cash.show(() => cashForecast(money, places.cash));
  if (forecast) panels.forecast.show(() => salesForecast(forecast, context(), places.sales));
}

/** Without figures nothing old is left standing. */
function fail(error: unknown): void {
  for (const name of ["view", "stock", "bridge", "commission", "forecast", "money"] as const) delete last[name];
  for (const panel of Object.values(panels)) panel.show(() => [element("p", { class: "note" }, text("noFigures"))]);
  panels.board.fail(error);
  byId("said").textContent = "";
}

/** Answers a change of the filter. The figures come first; the rest one after the other, unless it has changed again. */
async function refresh(): Promise<void> {
  asked += 1;
  const own = asked;
  const choice = { ...filter.choice };
  const began = performance.now();
  const isStale = () => own !== asked;
  document.body.setAttribute("aria-busy", "true");
  try {
    const view = await ask("view", choice);
    if (isStale()) return;
    last.view = view;
    showView();
    const took = performance.now() - began;
    document.body.dataset["took"] = took.toFixed(1);
    document.body.dataset["counted"] = view.took.toFixed(1);
    document.body.dataset["view"] = String(own);
    byId("said").textContent = `${text("answered")} ${took.toFixed(0)} ms · ${view.facts} ${text("ofFacts")}`;
    const rest = [panels.stock, panels.bridge, panels.commission, panels.forecast, panels.aging, panels.cash];
    for (const panel of rest) panel.wait();
    const follow = async (work: () => Promise<void>, ...failing: Panel[]) => {
      if (isStale()) return;
      try {
        await work();
        if (!isStale()) showRest();
      } catch (error) {
        for (const panel of failing) panel.fail(error);
      }
    };
    // What was found for another filter is not shown beside this one's figures.
    for (const name of ["stock", "bridge", "commission", "forecast", "money"] as const) delete last[name];
    // The figures are painted before the worker begins with the rest.
    await painted();
    await follow(async () => { last.stock = await ask("stock", choice); }, panels.stock);
    await follow(async () => { last.bridge = await ask("bridge", choice); }, panels.bridge);
    await follow(async () => { last.commission = await ask("commission", choice); }, panels.commission);
    await follow(async () => { last.forecast = await ask("forecast", choice); }, panels.forecast);
    await follow(async () => { last.money = await ask("money", choice); }, panels.aging, panels.cash);
  } catch (error) {
    if (!isStale()) fail(error);
  }
  if (!isStale()) {
    document.body.removeAttribute("aria-busy");
    document.body.dataset["ready"] = String(own);
  }
}

function speak(): void {
  translate("title");
  byId("language").textContent = current() === "zh" ? "English" : "中文";
  byId("language").lang = current() === "zh" ? "en" : "zh-CN";
  if (!filter) return;
  byId("project").textContent = properName(filter.opened.name);
  filter.show();
  showView();
  showRest();
  drill.refresh();
}

async function start(): Promise<void> {
  begin();
  speak();
  byId("panels").replaceChildren(...Object.values(panels).map(({ section }) => section));
  for (const panel of Object.values(panels)) panel.wait();
  byId("said").textContent = text("loading");
  byId("language").addEventListener("click", () => {
    change(current() === "zh" ? "en" : "zh");
    speak();
  });
  const response = await fetch(year);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  // Facts may be taken several times over, to see how long many take.
  const times = Number(new URLSearchParams(location.search).get("times") ?? 1);
  const opened = await openRecord(await response.text(), Math.max(1, Math.min(1000, Math.trunc(times) || 1)));
  filter = new FilterBar(byId<HTMLFormElement>("filter"), opened, () => void refresh());
  drill = new Drill(filter);
  speak();
  await refresh();
  keep();
}

start().catch((error: unknown) => {
  document.body.removeAttribute("aria-busy");
  byId("said").replaceChildren(problem(error));
});
