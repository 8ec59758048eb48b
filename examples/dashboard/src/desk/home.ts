// What is shown of a home that was tapped.
import type { DealEvent, UnmetApprovalGuard } from "kaipan/deal";
import { element } from "../dom";
import { grouped } from "../format";
import { statementTable } from "../statement";
import { current, say, text } from "../text";
import { documentName, documentState, eventName, itemName, properName, stateName } from "../words";
import type { Line, Moved } from "../worker/record";
import { card, roleName } from "./cards";
import type { Desk } from "./desk";

const ITEMS = ["sincerity_money", "booking_money", "deposit", "down_payment", "house_payment", "commercial_loan", "fund_loan", "area_difference", "maintenance_fund"];

/** Does something, then shows what has become of it. */
export type Guarded = (work: () => Promise<string | undefined> | string | undefined) => void;

export function home(desk: Desk, unitNo: string, guarded: Guarded): HTMLElement[] {
  const id = desk.book.dealOf(unitNo);
  const { stock, deal } = desk.book.state(unitNo, id);
  const found = desk.project.units.get(unitNo);
  const unit = found?.unit as { list_total?: string | null; building_area: string } | undefined;
  const given: [string, string][] = [
    [text("state"), stateName(stock?.state ?? "not_released")], [text("area"), `${unit?.building_area ?? ""} m²`],
    [text("list"), grouped(unit?.list_total ?? "")], [text("deal"), id],
  ];
  const facts = given.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value)));
  const documents = (deal?.documents ?? []).map((one) => element("li", {}, `${documentName(one.kind)} · ${documentState(one.state ?? "")} · ${one.number ?? ""}`));
  const cards = desk.choices(unitNo).map((choice) =>
    card(choice, {
      act: () => guarded(async () => {
        const rejection = await desk.do(unitNo, choice);
        return rejection ? say([rejection.zh, rejection.en]) : `${text("done")}${say([choice.option.zh, choice.option.en])}`;
      }),
      waive: (unmet) => guarded(async () => refused(await desk.waive(unitNo, unmet))),
      apply: (kind) => guarded(async () => refused(await desk.apply(unitNo, kind))),
    }));
  // What another role does stands behind a line.
  const isOthers = (one: HTMLElement) => one.querySelector('[data-guard="may_act"]') !== null;
  const mine = cards.filter((one) => !isOthers(one));
  const others = element("details", {}, element("summary", {}, text("others")), ...cards.filter(isOthers));
  return [
    panel(element("h2", {}, `${unitNo} · ${found ? properName(desk.project.nodeName(found.node)) : ""}`), element("dl", { class: "ratios" }, ...facts), element("ul", {}, ...documents)),
    panel(element("h2", {}, text("known")), ...known(desk, unitNo, id, guarded)),
    panel(element("h2", {}, text("options")), element("div", { id: "options" }, ...mine, others)),
    account(desk, id),
    panel(element("h2", {}, text("timeline")), element("ol", { class: "timeline", id: "history" }, ...desk.book.history(unitNo).map(happened))),
  ].filter((one) => one !== undefined);
}

/** Why a request was refused, if it was. */
const refused = (reasons: UnmetApprovalGuard[] | undefined) => reasons?.map(({ reason }) => reason[current()]).join(say(["；", "; "]));

const panel = (...children: HTMLElement[]) => element("section", { class: "panel" }, ...children);

/** What the host knows, and what may change. */
function known(desk: Desk, unitNo: string, id: string, guarded: Guarded): HTMLElement[] {
  const check = (name: "identified" | "answered", label: "identified" | "questioned") => {
    const box = element("input", { type: "checkbox", id: name });
    box.checked = desk[name];
    box.addEventListener("change", () => guarded(() => {
      desk[name] = box.checked;
      return undefined;
    }));
    return element("label", {}, box, text(label));
  };
  const open = desk.book.account(id, desk.day)?.statement.receivables?.find(({ outstanding }) => !/^0(\.0*)?$/.test(outstanding));
  const select = element("select", { id: "item", "aria-label": text("item") }, ...ITEMS.map((item) => {
    const option = element("option", { value: item }, itemName(item));
    option.selected = item === (open?.item ?? "deposit");
    return option;
  }));
  const amount = element("input", { id: "amount", inputmode: "decimal", value: open?.outstanding ?? "50000.00", "aria-label": text("amount") });
  const button = element("button", { type: "button", id: "receive" }, text("receive"));
  button.addEventListener("click", () => guarded(async () => {
    const refused = await desk.receive(unitNo, select.value, amount.value.trim());
    return refused ? say([refused.zh, refused.en]) : `${text("done")}${text("receive")} ${itemName(select.value)} ${grouped(amount.value.trim())}`;
  }));
  const there = desk.book.received(id, desk.day).map(({ item, amount, account }) => element("li", {}, `${itemName(item)} ${grouped(amount)}`, element("small", {}, ` ${account === "监管户" ? say(["监管户", "supervised account"]) : (account ?? "")}`)));
  const used = new Set(desk.book.state(unitNo, id).deal?.approvals ?? []);
  const waived = desk.book.approvals(id).filter((request) => !used.has(request.id)).map(({ asked, signatures = [] }) => {
    const what = asked.kind === "waiver" ? text("waived") : text("approved");
    return element("li", {}, what, signatures.map(({ role, person }) => `${roleName(role)} ${properName(person)}`).join(say(["、", ", "])));
  });
  const reason = element("input", { id: "reason", value: desk.reason });
  reason.addEventListener("change", () => guarded(() => {
    desk.reason = reason.value.trim();
    return undefined;
  }));
  return [
    element("div", { class: "known" }, check("identified", "identified"), check("answered", "questioned"), element("label", {}, text("why"), reason), element("div", { class: "till" }, select, amount, button)),
    element("h3", {}, text("inAccount")),
    there.length ? element("ul", { id: "money" }, ...there) : element("p", { class: "note" }, text("nothing")),
    element("ul", { id: "waivers" }, ...waived),
  ];
}

/** The statement of account, with what is overdue on the day. */
function account(desk: Desk, id: string): HTMLElement | undefined {
  const found = desk.book.account(id, desk.day);
  if (!found) return undefined;
  const { totals } = found.overdue;
  const late = ([["outstanding", totals.outstanding], ["overdue", totals.overdue], ["lateFee", totals.late_fee]] as const)
    .map(([name, value]) => element("div", {}, element("dt", {}, text(name)), element("dd", {}, grouped(value))));
  const refused = found.refused.map(({ zh, en }) => element("p", { class: "refusal", role: "note" }, say([zh, en])));
  return panel(element("h2", {}, text("statement")), ...refused, element("dl", { class: "ratios", id: "late" }, ...late), statementTable(found.statement));
}

function happened({ at, kind, agent, body }: Line): HTMLElement {
  const event = body as DealEvent;
  const what = kind === "receipt" ? `${text("receive")} ${itemName((body as Moved).item)} ${grouped((body as Moved).amount)}`
    : kind === "deal" ? (event.change.kind === "document_opened" ? `${documentName(event.change.document.kind)} · ${eventName("document_opened")}` : eventName(event.change.kind))
      : say(({ stock: ["房源状态变更", "stock changed"], entry: ["转款分录", "entry"], approval: ["审批", "approval"] } as const)[kind as "stock"] ?? [kind, kind]);
  return element("li", {}, element("time", { datetime: at }, at.replace("T", " ").slice(0, 16)), element("span", {}, what), element("small", {}, properName(agent ?? "")));
}
