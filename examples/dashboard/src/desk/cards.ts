// A command as a card: it may be done, or all that is lacking, and who may waive that.
import { type ApprovalKind, organisation, type UnmetDealGuardAnswer } from "kaipan/deal";
import { element } from "../dom";
import { current, say, text, type Two } from "../text";
import type { Choice } from "./desk";

let names: Map<string, Two> | undefined;

export function roleName(code: string): string {
  names ??= new Map(organisation.rolesPreset({}).roles.roles.map(({ code, name, name_en }) => [code, [name, name_en] as const]));
  return say(names.get(code) ?? [code, code]);
}

/** What has to hold and what is lacking, with the name of a role in place of its code. */
function message(unmet: UnmetDealGuardAnswer): string {
  const { lacking } = unmet;
  const one = "role" in lacking && lacking.role ? [lacking.role] : [];
  const roles = "roles" in lacking ? lacking.roles : one;
  const named = (said: string, role: string): string =>
    said.replace(`“${role}”`, `“${roleName(role)}”`).replace(`"${role}"`, `"${roleName(role)}"`);
  return roles.reduce(named, unmet[current()]);
}

/** What a card does. */
export interface Acts {
  act: () => void;
  waive: (unmet: UnmetDealGuardAnswer) => void;
  apply: (kind: ApprovalKind) => void;
}

export function card(choice: Choice, acts: Acts): HTMLElement {
  const { option } = choice;
  const lacking = option.lacking ?? [];
  const button = element("button", { type: "button", "data-do": option.action }, text("do"));
  button.addEventListener("click", acts.act);
  const note = option.may ? text("may") : `${text("lacking")} ${lacking.length}`;
  const found = (option.findings ?? []).map((one) => element("p", { class: "note" }, one[current()]));
  const list = lacking.map((unmet) => missing(unmet, acts));
  return element("article", { "data-action": option.action, class: option.may ? "may" : "not" },
    element("header", {}, element("strong", {}, say([option.zh, option.en])), element("small", {}, option.row), element("em", {}, note), option.may ? button : undefined),
    ...found, list.length ? element("ul", {}, ...list) : undefined);
}

/** What a guard lacks, who may waive it, and the law; where it is an approval, it can be asked for. */
function missing(unmet: UnmetDealGuardAnswer, { waive, apply }: Acts): HTMLElement {
  const { lacking } = unmet;
  const ask = lacking.kind === "request" ? element("button", { type: "button", "data-apply": lacking.about }, text("apply")) : undefined;
  if (lacking.kind === "request") ask?.addEventListener("click", () => apply(lacking.about as ApprovalKind));
  const may = unmet.waivable_by ?? [];
  const button = element("button", { type: "button", "data-waive": unmet.guard }, text("waive"));
  button.addEventListener("click", () => waive(unmet));
  const who = may.length ? `${text("waivable")}${may.map(roleName).join(say(["、", ", "]))}` : text("nobody");
  const law = unmet.law && current() === "zh" ? ` · ${unmet.law}` : "";
  return element("li", { "data-guard": unmet.guard, class: unmet.needs_input ? "input" : undefined }, element("span", {}, message(unmet)), element("small", {}, `${who}${law}`), may.length ? button : ask);
}
