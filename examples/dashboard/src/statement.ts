// A statement of account, as `ledger.statement` draws it up.
import type { LedgerStatement } from "kaipan/deal";
import { element } from "./dom";
import { grouped } from "./format";
import { text } from "./text";
import { itemName } from "./words";

export function statementTable({ receivables = [], outstanding, overdue, received, as_of }: LedgerStatement): HTMLElement {
  const heads = ["item", "due", "amount", "received", "outstanding", "overdueDays"] as const;
  const titles = heads.map((name, at) => element("th", { scope: "col", class: at > 1 ? "figure" : undefined }, name === "due" ? text("day") : text(name)));
  const rows = receivables.map((line) =>
    element("tr", { class: line.days_overdue > 0 ? "alert" : undefined }, element("th", { scope: "row" }, itemName(line.item)), element("td", {}, line.due ?? "—"), ...[line.amount, line.received, line.outstanding].map((value) => element("td", { class: "figure" }, grouped(value))), element("td", { class: "figure" }, line.days_overdue ? String(line.days_overdue) : "")));
  const said = `${text("asOf")} ${as_of} · ${text("received")} ${grouped(received)} · ${text("outstanding")} ${grouped(outstanding)} · ${text("overdue")} ${grouped(overdue)}`;
  return element("div", { class: "scroll" }, element("p", { class: "note" }, said), element("table", {}, element("thead", {}, element("tr", {}, ...titles)), element("tbody", {}, ...rows)));
}
