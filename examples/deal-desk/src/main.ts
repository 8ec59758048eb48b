// The screen of a consultant: how far the deal is, what comes next, and what is lacking.
import { init, KaipanError, organisation, type UnmetDealGuardAnswer } from "kaipan/deal";
import { type Choice, Desk } from "./desk";
import { byId, element } from "./dom";
import { type SampleName, SAMPLES } from "./samples";
import { change, current, documentName, itemName, say, stateName, text, translate, yuan } from "./text";

const STAGES: Record<SampleName, string[]> = {
  presale: ["registration", "booking", "subscription", "contract"],
  completed: ["deposit_contract", "subscription", "contract"],
};
const ROLES = ["sales_agent", "stock_controller", "sales_manager", "marketing_officer", "finance_officer"];

let mode: SampleName = "presale";
let desk = new Desk(SAMPLES[mode]);
let roleNames = new Map<string, readonly [string, string]>();
let said = "";

const roleName = (code: string): string => say(roleNames.get(code) ?? [code, code]);
const list = (names: string[]): string => names.join(say(["、", ", "]));

/** What has to hold and what is lacking, with the name of a role in place of its code. */
function message(unmet: UnmetDealGuardAnswer): string {
  const text = unmet[current()];
  const lacking = unmet.lacking;
  const one = "role" in lacking && lacking.role ? [lacking.role] : [];
  const roles = "roles" in lacking ? lacking.roles : one;
  const named = (said: string, role: string): string =>
    said.replace(`“${role}”`, `“${roleName(role)}”`).replace(`"${role}"`, `"${roleName(role)}"`);
  return roles.reduce(named, text);
}

/** Does what was asked for; what the library refuses to read is shown. */
function guarded(work: () => void): void {
  try {
    said = "";
    work();
  } catch (error) {
    if (!(error instanceof KaipanError)) console.error(error);
    said = error instanceof KaipanError ? error[current()] : `${text("failed")} (${error})`;
  }
  show();
}

/** How far the deal is. */
function stages(): HTMLElement[] {
  const { stock, deal } = desk.state();
  byId("deal-title").textContent = `${desk.sample.unitNo}  ${text("unit")}${stateName(stock?.state ?? "")}`;
  const documents = deal?.documents ?? [];
  return STAGES[mode].map((kind) => {
    const found = documents.filter((document) => document.kind === kind).at(-1);
    const state = found ? (found.state === "active" ? "active" : "done") : "open";
    const number = found?.number ? element("small", {}, found.number) : undefined;
    return element("li", { class: state, "aria-current": state === "active" ? "step" : undefined }, documentName(kind), number);
  });
}

/** What a guard lacks, who may waive it, and the law. */
function missing(unmet: UnmetDealGuardAnswer): HTMLElement {
  const may = unmet.waivable_by ?? [];
  const who = may.length ? text("waivable") + list(may.map(roleName)) : text("nobody");
  const waive = element("button", { type: "button", "data-waive": unmet.guard }, text("waive"));
  waive.addEventListener("click", () => guarded(() => desk.waive(unmet)));
  return element(
    "li",
    { "data-guard": unmet.guard, class: unmet.needs_input ? "input" : "unmet" },
    element("span", {}, message(unmet)),
    element("small", {}, unmet.law ? `${who} · ${unmet.law}` : who),
    may.length ? waive : undefined,
  );
}

function card(choice: Choice): HTMLElement {
  const { option } = choice;
  const lacking = option.lacking ?? [];
  const button = element("button", { type: "button", "data-do": option.action }, text("do"));
  button.addEventListener("click", () =>
    guarded(() => {
      const refused = desk.do(choice);
      said = refused ? refused[current()] : say([`${option.zh}：已办理`, `${option.en}: done`]);
    }),
  );
  const note = option.may ? text("may") : `${text("lacking")} ${lacking.length}`;
  return element(
    "article",
    { "data-action": option.action, class: option.may ? "may" : "not" },
    element("header", {}, element("strong", {}, say([option.zh, option.en])), element("small", {}, option.row), element("em", {}, note), option.may ? button : undefined),
    lacking.length ? element("ul", {}, ...lacking.map(missing)) : undefined,
  );
}

/** What the host knows, and what may change. */
function known(): HTMLElement[] {
  const check = (name: "identified" | "answered") => {
    const box = element("input", { type: "checkbox", id: name });
    box.checked = desk[name];
    box.addEventListener("change", () => guarded(() => void (desk[name] = box.checked)));
    return element("label", {}, box, text(name));
  };
  const receive = desk.sample.money.map((money, at) => {
    const label = `${text("received")} ${itemName(money.item)} ${yuan(money.amount)}`;
    const button = element("button", { type: "button", "data-receive": at }, label);
    button.addEventListener("click", () => guarded(() => desk.receive(money)));
    return button;
  });
  const there = desk.received.map(({ item, amount, account }) =>
    element("li", {}, `${itemName(item)} ${yuan(amount)}`, element("small", {}, account ?? "")),
  );
  const waived = desk.approvals.map(({ asked, signatures }) => {
    const signed = (signatures ?? []).map(({ role }) => roleName(role));
    return element("li", {}, `${text("waived")}${list(asked.waives ?? [])}`, element("small", {}, list(signed)));
  });
  return [
    check("identified"),
    check("answered"),
    element("div", { class: "buttons" }, ...receive),
    element("h3", {}, text("inAccount")),
    there.length ? element("ul", { id: "money" }, ...there) : element("p", { class: "note" }, text("nothing")),
    element("ul", {}, ...waived),
  ];
}

function history(): HTMLElement[] {
  return desk.happened.map(({ day, role, row, names, received }) => {
    const what = names ? `${row} ${say(names)}` : `${text("received")} ${itemName(received?.item ?? "")} ${yuan(received?.amount ?? "")}`;
    return element("li", {}, element("time", {}, day), ` ${what}`, element("small", {}, roleName(role)));
  });
}

function show(): void {
  translate();
  byId("language").textContent = current() === "zh" ? "English" : "中文";
  const option = (value: string, name: string, chosen: string) => {
    const made = element("option", { value }, name);
    made.selected = value === chosen;
    return made;
  };
  const samples = Object.entries(SAMPLES).map(([name, sample]) => option(name, say(sample.name), mode));
  byId("mode").replaceChildren(...samples);
  byId("role").replaceChildren(...ROLES.map((code) => option(code, roleName(code), desk.role)));
  byId<HTMLInputElement>("day").value = desk.day;
  byId("stages").replaceChildren(...stages());
  byId("said").textContent = said;
  byId("options").replaceChildren(...desk.choices().map(card));
  byId("known").replaceChildren(...known());
  byId("history").replaceChildren(...history());
}

async function start(): Promise<void> {
  change(navigator.language.startsWith("zh") ? "zh" : "en");
  await init();
  const { roles: table } = organisation.rolesPreset({});
  roleNames = new Map(table.roles.map(({ code, name, name_en }) => [code, [name, name_en]]));
  byId("language").addEventListener("click", () => guarded(() => change(current() === "zh" ? "en" : "zh")));
  byId<HTMLSelectElement>("mode").addEventListener("change", (event) =>
    guarded(() => {
      mode = (event.target as HTMLSelectElement).value as SampleName;
      desk = new Desk(SAMPLES[mode]);
    }),
  );
  byId<HTMLSelectElement>("role").addEventListener("change", (event) =>
    guarded(() => void (desk.role = (event.target as HTMLSelectElement).value)),
  );
  byId<HTMLInputElement>("day").addEventListener("change", (event) =>
    guarded(() => void (desk.day = (event.target as HTMLInputElement).value || desk.day)),
  );
  show();
  document.body.dataset["ready"] = "";
}

void start();
