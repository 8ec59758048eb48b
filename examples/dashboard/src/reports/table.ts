// A report as a table: a row leads to what is behind it, and a bar stands in each for the column that was picked.
import type { ReportCell, ReportColumn, ReportRow, ReportTable } from "kaipan/kpi";
import { element, langOf, mixed } from "../dom";
import { drawn } from "../format";
import { text } from "../text";
import { hasTotals, isNumber, numberOf, shown, titleOf, titleWithUnit } from "./cells";

/** Rows that are shown before all are asked for. */
const MOST = 200;
/** Letters of a text that has room of its own on paper. */
const LONG = 16;

export interface Shown {
  /** The key of the column that bars are of. */
  bars: string | undefined;
  /** All rows, however many there are. */
  all: boolean;
  pick: (bars: string) => void;
  showAll: () => void;
  open: (row: ReportRow, name: () => string, column: ReportColumn | undefined, cell: ReportCell | undefined) => void;
}

/** Columns that bars can be of: numbers of which at least one is not zero. */
export function drawable({ columns, rows }: ReportTable): ReportColumn[] {
  return columns.filter((column, at) => isNumber(column) && rows.some(({ cells }) => sizeOf(cells[at]) > 0));
}

/** The column that is drawn first: money that is added up, else counts, as `kaipan report` has it. */
export function usual(table: ReportTable): string | undefined {
  const all = drawable(table);
  const summed = (kind: ReportColumn["kind"]) => all.find((column) => column.kind === kind && column.total !== "none");
  return (summed("money") ?? summed("count") ?? all[0])?.key;
}

/** How long a bar is: for drawing alone. */
const sizeOf = (cell: ReportCell | undefined): number => Math.abs(drawn(cell ? numberOf(cell) : undefined));

/** The texts before the first other column. */
const textsOf = ({ columns }: ReportTable): number => {
  const end = columns.findIndex(({ kind }) => kind !== "text");
  return end < 0 ? columns.length : end;
};

const said = ({ columns }: ReportTable, row: ReportRow, at: number): string => {
  const [column, cell] = [columns[at], row.cells[at]];
  return column && cell ? shown(column, cell) : "";
};

/** What rows are called: their first texts, of which not all are the same. */
export function namer(table: ReportTable): (row: ReportRow) => string {
  const { rows } = table;
  const first = rows[0];
  const places = Array.from({ length: textsOf(table) }, (_, at) => at);
  const differing = places.filter((at) => !first || rows.length === 1 || rows.some((row) => said(table, row, at) !== said(table, first, at)));
  return (row) => differing.map((at) => said(table, row, at)).filter((one) => one !== "").slice(0, 3).join(" ") || said(table, row, 0);
}

/** The column that stands first and stays: of the first texts that which tells most rows apart. */
function leadOf(table: ReportTable): number {
  const texts = Array.from({ length: textsOf(table) }, (_, at) => new Set(table.rows.map((row) => said(table, row, at))).size);
  return texts.length ? texts.indexOf(Math.max(...texts)) : 0;
}

/** The places of the other columns, in their order. */
const othersOf = (columns: ReportColumn[], lead: number): number[] => columns.flatMap((_, at) => (at === lead ? [] : [at]));

export function tableOf(table: ReportTable, view: Shown): HTMLElement[] {
  const { columns, rows, totals } = table;
  if (rows.length === 0) return [element("p", { class: "note" }, text("emptyReport"))];
  const barsAt = columns.findIndex(({ key }) => key === view.bars);
  const most = Math.max(0, ...rows.map(({ cells }) => sizeOf(cells[barsAt])));
  const kept = view.all ? rows : rows.slice(0, MOST);
  const [lead, name] = [leadOf(table), namer(table)];
  const heads = columns.map((column) => element("th", { scope: "col", class: isNumber(column) ? "figure" : undefined, "data-column": column.key }, ...mixed(titleWithUnit(column))));
  const barHead = barsAt < 0 ? [] : [element("th", { scope: "col", class: "bar" }, text("bars"))];
  const rest = othersOf(columns, lead).flatMap((at) => heads[at] ?? []);
  const label = `${text("report")} ${titlesOf(table)}`;
  const body = kept.map((row, at) => lineOf(table, row, at, view, { lead, barsAt, most, name }));
  const sum = hasTotals(totals) ? [totalsOf(columns, totals, lead, barsAt >= 0)] : [];
  const made = element("table", {}, element("caption", {}, titlesOf(table)), element("thead", {}, element("tr", {}, ...(heads[lead] ? [heads[lead]] : []), ...barHead, ...rest)), element("tbody", {}, ...body), element("tfoot", {}, ...sum));
  const more = kept.length < rows.length ? [element("button", { type: "button", id: "show-all" }, `${text("showAll")} (${rows.length})`)] : [];
  more[0]?.addEventListener("click", view.showAll);
  return [element("div", { class: "scroll report", role: "region", tabindex: 0, "aria-label": label }, made), ...more];
}

export const titlesOf = ({ title_zh, title_en }: ReportTable): string => (document.documentElement.lang === "en" ? title_en : title_zh);

/** How lines are laid out. */
interface Layout {
  lead: number;
  barsAt: number;
  most: number;
  name: (row: ReportRow) => string;
}

function lineOf(table: ReportTable, row: ReportRow, at: number, view: Shown, { lead, barsAt, most, name: nameOf }: Layout): HTMLElement {
  const { columns } = table;
  const name = nameOf(row) || String(at + 1);
  const leads = (row.deals?.length ?? 0) + (row.facts?.length ?? 0) > 0;
  const [firstColumn, firstCell] = [columns[lead], row.cells[lead]];
  const first = (firstColumn && firstCell ? shown(firstColumn, firstCell) : "") || `${at + 1}`;
  const button = leads ? element("button", { type: "button", class: "link", "data-row": at, "aria-label": name === first ? undefined : name, lang: name === first ? undefined : langOf(name) }, ...mixed(first)) : undefined;
  const head = element("th", { scope: "row" }, ...(button ? [button] : mixed(first)));
  const bar = barsAt < 0 ? [] : [barOf(columns[barsAt], row.cells[barsAt], most)];
  const cells = othersOf(columns, lead).flatMap((place) => {
    const [column, cell] = [columns[place], row.cells[place]];
    return column && cell ? [element("td", { class: classOf(column, cell), "data-column": column.key }, ...mixed(shown(column, cell)))] : [];
  });
  const line = element("tr", { class: leads ? "leads" : undefined, "data-at": at }, head, ...bar, ...cells);
  if (leads) {
    line.addEventListener("click", ({ target }) => {
      const key = (target as Element).closest<HTMLElement>("[data-column]")?.dataset["column"];
      const index = columns.findIndex((column) => column.key === key);
      view.open(row, () => nameOf(row), columns[index], row.cells[index]);
    });
  }
  return line;
}

function classOf(column: ReportColumn, cell: ReportCell): string | undefined {
  const classes = [isNumber(column) ? "figure" : "", column.kind === "date" ? "date" : "", cell.kind === "text" && cell.text.length > LONG ? "long" : "", cell.kind === "hidden" || cell.kind === "undefined" ? "soft" : ""].filter(Boolean);
  return classes.length ? classes.join(" ") : undefined;
}

function barOf(column: ReportColumn | undefined, cell: ReportCell | undefined, most: number): HTMLElement {
  const value = cell ? numberOf(cell) : undefined;
  if (!column || !cell || value === undefined || most === 0) return element("td", { class: "bar" });
  const isLess = value.startsWith("-");
  const bar = element("progress", { max: most, value: sizeOf(cell), class: isLess ? "less" : undefined, "aria-label": `${titleOf(column)} ${shown(column, cell)}` });
  return element("td", { class: "bar" }, bar);
}

/** The totals as the library has them. */
function totalsOf(columns: ReportColumn[], totals: ReportCell[], lead: number, hasBars: boolean): HTMLElement {
  const cells = othersOf(columns, lead).flatMap((at) => {
    const [column, cell] = [columns[at], totals[at]];
    return column && cell ? [element("td", { class: classOf(column, cell), "data-column": column.key }, ...mixed(shown(column, cell)))] : [];
  });
  return element("tr", { class: "sum" }, element("th", { scope: "row" }, text("total")), ...(hasBars ? [element("td", { class: "bar" })] : []), ...cells);
}
