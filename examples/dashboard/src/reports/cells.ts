// Cells of reports as people read them and as programs do. Nothing is computed: digits are grouped and rounded to the
// decimals of their column, and the point of a share moves.
import type { ReportCell, ReportColumn } from "kaipan/kpi";
import { say, text } from "../text";
import { properName } from "../words";

/** What stands where a ratio is by zero. */
const UNDEFINED = "—";
const GROUP = /\B(?=(\d{3})+(?!\d))/g;

export const titleOf = (column: ReportColumn): string => say([column.title_zh, column.title_en]);

/** The title with its unit, where its values do not tell it. */
export function titleWithUnit(column: ReportColumn): string {
  const [zh, en] = [column.unit_zh, column.unit_en];
  if (!zh || !en || column.kind === "share") return titleOf(column);
  return `${titleOf(column)}${say([`（${zh}）`, ` (${en})`])}`;
}

/** Numbers stand on the right. */
export const isNumber = ({ kind }: ReportColumn): boolean => kind !== "text" && kind !== "date";

/** The number of a cell in plain digits, all that it has. */
export function numberOf(cell: ReportCell): string | undefined {
  switch (cell.kind) {
    case "count": return String(cell.count);
    case "days": return String(cell.days);
    case "area": return String(cell.area);
    case "money": return String(cell.money);
    case "unit_price": return String(cell.price);
    case "share": return String(cell.share);
    case "number": return String(cell.number);
    default: return undefined;
  }
}

/** A plain decimal half up to exactly so many decimals, by its digits. */
export function fixed(decimal: string, places: number): string {
  const [whole = "0", part = ""] = decimal.replace("-", "").split(".");
  const kept = BigInt(whole + part.slice(0, places).padEnd(places, "0")) + (Number(part[places] ?? 0) >= 5 ? 1n : 0n);
  const digits = kept.toString().padStart(places + 1, "0");
  const sign = decimal.startsWith("-") && kept !== 0n ? "-" : "";
  return sign + (places > 0 ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits);
}

/** A share as percent: the point moves by two places. */
export function moved(share: string): string {
  const [whole = "0", part = ""] = share.replace("-", "").split(".");
  const left = `${whole}${part.slice(0, 2).padEnd(2, "0")}`.replace(/^0+(?=\d)/, "");
  const right = part.slice(2).replace(/0+$/, "");
  return `${share.startsWith("-") ? "-" : ""}${left}${right ? `.${right}` : ""}`;
}

/** With thousands and a proper minus. */
function grouped(decimal: string): string {
  const [whole = "", part] = decimal.replace("-", "−").split(".");
  return whole.replace(GROUP, ",") + (part === undefined ? "" : `.${part}`);
}

/** A cell as people read it. */
export function shown(column: ReportColumn, cell: ReportCell): string {
  switch (cell.kind) {
    case "absent": return "";
    case "undefined": return UNDEFINED;
    case "hidden": return text("hiddenCell");
    case "text": return properName(cell.text);
    case "words": return say([cell.zh, cell.en]);
    case "date": return cell.date;
    case "share": return `${grouped(fixed(moved(String(cell.share)), column.decimals))}%`;
    default: return grouped(fixed(numberOf(cell) ?? "0", column.decimals));
  }
}

/** A cell as programs read it: all digits, without separators; shares in percent. */
function plain(cell: ReportCell): string {
  switch (cell.kind) {
    case "absent": return "";
    case "undefined": return UNDEFINED;
    case "hidden": return text("hiddenCell");
    case "text": return guarded(cell.text);
    case "words": return say([cell.zh, cell.en]);
    case "date": return cell.date;
    case "share": return `${moved(String(cell.share))}%`;
    default: return numberOf(cell) ?? "";
  }
}

/** Words of which a spreadsheet makes a date, a time, an exponent or a truth. */
const NUMERIC = /^([eapd]|[ap]m|true|false|(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*|[年月日时分秒上下午]+)$/;

/** Text that a spreadsheet would take for something else, as the formula that gives it: `="1-1-201"`, as `kaipan report` has it. */
function guarded(entered: string): string {
  const trimmed = entered.trim();
  const isFormula = /^[=+\-@'"]/.test(trimmed);
  const isPlain = /^(0|[1-9]\d{0,10})$/.test(trimmed);
  const words = trimmed.toLowerCase().match(/\p{L}+/gu) ?? [];
  const isDate = !isPlain && words.every((word) => NUMERIC.test(word)) && (/\p{N}/u.test(trimmed) || /^(true|false)$/i.test(trimmed));
  return isFormula || isDate ? `="${entered.replaceAll('"', '""')}"` : entered;
}

const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** A report as CSV: UTF-8 with a byte-order mark, its rows and its totals if it has some. */
export function csv(columns: ReportColumn[], rows: ReportCell[][], totals: ReportCell[]): string {
  const lines = [columns.map(titleWithUnit), ...rows.map((cells) => cells.map(plain))];
  if (hasTotals(totals)) {
    const [first, ...rest] = totals.map(plain);
    lines.push([first || text("total"), ...rest]);
  }
  return `\ufeff${lines.map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
}

export const hasTotals = (totals: ReportCell[]): boolean => totals.some(({ kind }) => kind !== "absent");
