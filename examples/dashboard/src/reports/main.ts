// The reports: one is chosen, run in the worker, and shown.
import year from "../../../yunjing-bay/year/small.jsonl?url";
import type { DueReport, Finding, ReportTable } from "kaipan/kpi";
import { ask, openRecord } from "../ask";
import { byId, element, mixed } from "../dom";
import { Drill } from "../drill";
import { keep } from "../offline";
import { codeOf, problem } from "../problem";
import { begin, change, current, say, text, translate } from "../text";
import { properName, severityName } from "../words";
import type { Due } from "./answers";
import { open as openBehind } from "./behind";
import { csv, titleOf } from "./cells";
import { ChoiceForm } from "./choice";
import { drawable, tableOf, titlesOf, usual } from "./table";

/** Findings that are shown one by one. */
const MOST = 12;

let form: ChoiceForm;
let drill: Drill;
/** What was answered last: shown anew in another language. */
let shownTable: ReportTable | undefined;
let shownDue: Due | undefined;
let failure: unknown;
let bars: string | undefined;
let all = false;
let asked = 0;
let took = 0;

/** Days, node and reader of the report, in a line. */
function aboutOf(table: ReportTable): string {
  const days = table.from === table.to ? table.from : `${table.from} – ${table.to}`;
  const of = table.as_of === table.to ? [] : [`${text("asOf")} ${table.as_of}`];
  const caliber = table.form === "measures" ? [text(table.caliber === "finance" ? "finance" : "marketing")] : [];
  const node = table.node ? form.nodeName(table.node) : text("everything");
  return [days, ...of, node, ...caliber, form.readerName(form.wish.reader), `${table.rows.length} ${text("rows")}`].join(" · ");
}

function showReport(): void {
  const title = form.report ? say([form.report.title_zh, form.report.title_en]) : "";
  const table = shownTable;
  byId("report-title").textContent = table ? titlesOf(table) : title;
  byId("about").replaceChildren(...mixed(table ? aboutOf(table) : ""));
  byId<HTMLButtonElement>("csv").disabled = !table;
  byId<HTMLButtonElement>("print").disabled = !table;
  showBars(table);
  if (failure !== undefined) byId("result").replaceChildren(problem(failure));
  else if (table) byId("result").replaceChildren(...contentOf(table));
  else byId("result").replaceChildren();
}

function contentOf(table: ReportTable): HTMLElement[] {
  const wish = { ...form.wish };
  const view = {
    bars, all,
    pick: pickBars,
    showAll: () => {
      all = true;
      showReport();
      byId("report-panel").focus();
    },
    open: (...[row, name, column, cell]: Parameters<Parameters<typeof tableOf>[1]["open"]>) => openBehind(drill, wish, row, name, column, cell),
  };
  return [...tableOf(table, view), ...hiddenOf(table), ...notesOf(table), ...findingsOf([...(table.findings ?? []), ...form.choices.refused])];
}

/** Which columns the reader does not see all of. */
function hiddenOf({ columns, rows }: ReportTable): HTMLElement[] {
  const hidden = columns.filter((_, at) => rows.some(({ cells }) => cells[at]?.kind === "hidden")).map(titleOf);
  return hidden.length ? [element("p", { class: "note", id: "hidden" }, `${text("hiddenFrom")}${hidden.join(say(["、", ", "]))}`)] : [];
}

const notesOf = ({ notes = [] }: ReportTable): HTMLElement[] => notes.map(({ topic, text: said }) => element("p", { class: "note" }, ...mixed(`${topic}: ${said}`)));

/** What a person should read, each once. */
function findingsOf(findings: Finding[]): HTMLElement[] {
  const each = [...new Map(findings.map((one) => [one[current()], one])).values()];
  if (each.length === 0) return [];
  const lines = each.slice(0, MOST).map((one) => element("li", { class: one.severity, "data-code": one.code }, element("b", {}, severityName(one.severity)), " ", element("span", {}, ...mixed(one[current()])), " ", codeOf(one.code)));
  const more = each.length > MOST ? [element("li", {}, `+ ${each.length - MOST}`)] : [];
  return [element("h3", {}, text("findings")), element("ul", { class: "found", id: "findings" }, ...lines, ...more)];
}

function showBars(table: ReportTable | undefined): void {
  const select = byId<HTMLSelectElement>("bars");
  const columns = table ? drawable(table) : [];
  select.replaceChildren(...(columns.length ? columns.map((column) => {
    const option = element("option", { value: column.key }, titleOf(column));
    option.selected = column.key === bars;
    return option;
  }) : [element("option", { value: "" }, text("noBars"))]));
}

function pickBars(key: string): void {
  bars = key;
  showReport();
}

/** What is due on the day looked at; a tapped one is run for its period. */
function showDue(): void {
  if (!shownDue) return;
  const { today, next } = shownDue;
  const lineOf = (one: DueReport) => {
    const button = element("button", { type: "button", class: "link", "data-due": `${one.report} ${one.period.name}` }, say([one.title_zh, one.title_en]));
    button.addEventListener("click", () => form.pick(one));
    return element("li", {}, button, element("small", {}, `${one.period.name} · ${text("delivered")} ${one.delivered_on}`));
  };
  const first = next[0] ? [element("p", { class: "note" }, `${text("dueNext")} ${next[0].due_on}`)] : [];
  byId("due-list").replaceChildren(element("p", { class: "note" }, form.wish.on), ...(today.length ? [] : first), element("ul", {}, ...[...today, ...next].map(lineOf)));
}

async function refresh(): Promise<void> {
  asked += 1;
  const own = asked;
  const wish = { ...form.wish };
  const began = performance.now();
  document.body.setAttribute("aria-busy", "true");
  try {
    const table = await ask("report", wish);
    if (own !== asked) return;
    if (table.report !== shownTable?.report) bars = undefined;
    [shownTable, failure, all] = [table, undefined, false];
    if (!drawable(table).some(({ key }) => key === bars)) bars = usual(table);
  } catch (error) {
    if (own !== asked) return;
    // Nothing of another report stands beside a refusal.
    [shownTable, failure] = [undefined, error];
  }
  took = performance.now() - began;
  showReport();
  try {
    const due = await ask("due", wish.on);
    if (own !== asked) return;
    shownDue = due;
    showDue();
  } catch (error) {
    if (own === asked) byId("due-list").replaceChildren(problem(error));
  }
  if (own !== asked) return;
  showTook();
  document.body.removeAttribute("aria-busy");
  document.body.dataset["ready"] = String(own);
}

function showTook(): void {
  byId("said").textContent = `${text("ran")} ${took.toFixed(0)} ms`;
}

function download(): void {
  if (!shownTable) return;
  const { columns, rows, totals, report, from, to } = shownTable;
  const content = csv(columns, rows.map(({ cells }) => cells), totals);
  const url = URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" }));
  element("a", { href: url, download: `${report}-${from}-${to}.csv` }).click();
  URL.revokeObjectURL(url);
}

function speak(): void {
  translate("reportsTitle");
  byId("language").textContent = current() === "zh" ? "English" : "中文";
  byId("language").lang = current() === "zh" ? "en" : "zh-CN";
  if (!form) return;
  byId("project").textContent = properName(form.opened.name);
  form.show();
  showReport();
  showDue();
  showTook();
  drill.refresh();
}

async function start(): Promise<void> {
  begin();
  speak();
  byId("said").textContent = text("loading");
  byId("language").addEventListener("click", () => {
    change(current() === "zh" ? "en" : "zh");
    speak();
  });
  const response = await fetch(year);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const opened = await openRecord(await response.text(), 1);
  form = new ChoiceForm(byId<HTMLFormElement>("filter"), opened, await ask("reports"), () => void refresh());
  drill = new Drill(form);
  byId("csv").addEventListener("click", download);
  byId("print").addEventListener("click", () => print());
  byId("bars").addEventListener("change", () => pickBars(byId<HTMLSelectElement>("bars").value));
  speak();
  await refresh();
  keep();
}

start().catch((error: unknown) => {
  document.body.removeAttribute("aria-busy");
  byId("said").replaceChildren(problem(error));
});
