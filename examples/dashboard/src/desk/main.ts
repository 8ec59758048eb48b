// The sales desk: the plan, a home, what may be done with it.
import year from "../../../yunjing-bay/year/small.jsonl?url";
import * as full from "kaipan";
import { init } from "kaipan/deal";
import { byId, element } from "../dom";
import { keep } from "../offline";
import { key, plan } from "../plan";
import { problem } from "../problem";
import { begin, change, current, text, translate } from "../text";
import { properName } from "../words";
import { roleName } from "./cards";
import { Desk } from "./desk";
import { home } from "./home";
import { Project } from "./project";
import { Store } from "./store";

const ROLES = ["sales_agent", "stock_controller", "sales_manager", "marketing_officer", "finance_officer", "cashier"];

let desk: Desk;
let picked: string | undefined;
let said: string | HTMLElement = "";

function guarded(work: () => Promise<string | undefined> | string | undefined): void {
  void (async () => {
    try {
      said = (await work()) ?? "";
    } catch (error) {
      said = problem(error);
    }
    show();
  })();
}

function show(): void {
  translate("deskTitle");
  byId("language").textContent = current() === "zh" ? "English" : "中文";
  byId("language").lang = current() === "zh" ? "en" : "zh-CN";
  byId("said").replaceChildren(said);
  if (!desk) return;
  byId<HTMLInputElement>("day").value = desk.day;
  byId("role").replaceChildren(...ROLES.map((code) => {
    const option = element("option", { value: code }, roleName(code));
    option.selected = code === desk.role;
    return option;
  }));
  byId("kept").textContent = `${desk.store.lines.length} ${text("kept")}`;
  const cells = desk.book.cells();
  byId("plan").replaceChildren(key(), plan(cells, (node) => properName(desk.project.nodeName(node)), () => "", ({ unitNo }) => {
    picked = unitNo;
    said = "";
    show();
    byId("home").scrollTop = 0;
    byId("home").focus({ preventScroll: matchMedia("(min-width: 901px)").matches });
  }));
  if (picked) byId("plan").querySelector(`[data-unit="${CSS.escape(picked)}"]`)?.setAttribute("aria-pressed", "true");
  const keep = remembered();
  try {
    byId("home").replaceChildren(...(picked ? home(desk, picked, guarded) : [element("p", { class: "panel note" }, text("pickHome"))]));
  } catch (error) {
    byId("home").replaceChildren(problem(error));
  }
  keep();
}

/** Where the reader is in the panel: what is shown anew begins there again, and the keyboard stays where it was. */
function remembered(): () => void {
  const panel = byId("home");
  const { scrollTop } = panel;
  const active = document.activeElement;
  const isInside = active instanceof HTMLElement && panel.contains(active) && active !== panel;
  const { id, dataset } = isInside ? active : { id: "", dataset: {} as DOMStringMap };
  const same = id ? `#${CSS.escape(id)}` : dataset["do"] ? `[data-do="${dataset["do"]}"]` : undefined;
  return () => {
    panel.scrollTop = scrollTop;
    if (!isInside) return;
    const found = same ? panel.querySelector<HTMLElement>(same) : undefined;
    (found ?? panel).focus({ preventScroll: true });
  };
}

function download(): void {
  const url = URL.createObjectURL(new Blob([desk.store.exported()], { type: "application/jsonl" }));
  const link = element("a", { href: url, download: `kaipan-desk-${desk.day}.jsonl` });
  link.click();
  URL.revokeObjectURL(url);
}

async function start(): Promise<void> {
  begin();
  said = text("loading");
  show();
  const read = async () => {
    const response = await fetch(year);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    return response.text();
  };
  const [record, store] = await Promise.all([read(), Store.open(), init(), full.init()]);
  desk = new Desk(new Project(record), store);
  byId("filter").addEventListener("submit", (event) => event.preventDefault());
  byId("language").addEventListener("click", () => guarded(() => void change(current() === "zh" ? "en" : "zh")));
  byId("day").addEventListener("change", () => guarded(() => void (desk.day = byId<HTMLInputElement>("day").value || desk.day)));
  byId("role").addEventListener("change", () => guarded(() => void (desk.role = byId<HTMLSelectElement>("role").value)));
  byId("export").addEventListener("click", download);
  byId("reset").addEventListener("click", () => guarded(async () => {
    await store.clear();
    desk = new Desk(desk.project, store);
    return undefined;
  }));
  said = "";
  show();
  keep();
  document.body.dataset["ready"] = "";
}

start().catch((error: unknown) => {
  said = problem(error);
  show();
});
