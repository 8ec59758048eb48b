// Charts: drawn by ECharts on a canvas, said in words beside, and as a table below.
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { type ECharts, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { element, table } from "./dom";
import { axis } from "./format";
import { painted } from "./frame";
import { current, text } from "./text";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

/** Colours that differ in lightness too, on white at least 3 : 1. */
export const COLOURS = ["#0b6b57", "#c05621", "#2b5fa8", "#8a3f8f", "#6b7280", "#946800"];
const FONT = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
const charts = new Map<HTMLElement, ECharts>();
const watcher = new ResizeObserver((entries) => {
  for (const { target } of entries) charts.get(target as HTMLElement)?.resize();
});

/** Places that are on the screen now. */
const inSight = new Set<Element>();
const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) inSight.add(target);
    else inSight.delete(target);
  }
});

/** A place for a chart, which lasts as long as its panel. */
export function place(tall = ""): HTMLElement {
  const made = element("div", { class: `chart ${tall}`, role: "img" });
  sight.observe(made);
  return made;
}

/** What is to be drawn once what is in sight is there. */
const later = new Map<HTMLElement, () => void>();
let isWaiting = false;

function drawLater(): void {
  isWaiting = false;
  const [next] = later;
  if (!next) return;
  const [place, work] = next;
  later.delete(place);
  work();
  wait();
}

function wait(): void {
  if (isWaiting || later.size === 0) return;
  isWaiting = true;
  // What is in sight is painted first.
  void painted().then(drawLater);
}

/** Draws into a place; `said` is what a screen reader tells. Places that are out of sight are drawn later, one by one. */
export function draw(into: HTMLElement, said: string, option: object): void {
  into.setAttribute("aria-label", said);
  if (inSight.has(into)) {
    later.delete(into);
    drawNow(into, option);
  } else {
    later.set(into, () => drawNow(into, option));
    wait();
  }
}

function drawNow(into: HTMLElement, option: object): void {
  let chart = charts.get(into);
  if (!chart) {
    chart = init(into, null, { renderer: "canvas" });
    charts.set(into, chart);
    watcher.observe(into);
  }
  const size = Math.max(12, Math.round(parseFloat(getComputedStyle(into).fontSize) * 0.85));
  chart.setOption(
    {
      color: COLOURS,
      animation: false,
      textStyle: { fontFamily: FONT, fontSize: size },
      tooltip: { renderMode: "richText", trigger: "axis", confine: true, valueFormatter: (value: unknown) => axis(current())(Number(value)) },
      grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
      ...option,
    },
    { notMerge: true },
  );
}

export const legend = { type: "scroll", top: 0, left: 0, icon: "roundRect", itemWidth: 14 };
export const category = (data: string[]) => ({ type: "category", data, axisLabel: { hideOverlap: true } });
export const amounts = () => ({ type: "value", axisLabel: { formatter: axis(current()) }, splitNumber: 4 });

/** The same as a table, for whoever does not see the chart. */
export function asTable(label: string, head: string[], rows: string[][]): HTMLElement {
  return element("details", {}, element("summary", {}, text("dataTable")), element("div", { class: "scroll" }, table(label, head, rows)));
}
