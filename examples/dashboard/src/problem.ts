// What the library refuses, in the language of the page, with how to mend it.
import { type ErrorBody, KaipanError } from "kaipan/kpi";
import { element, mixed } from "./dom";
import { current, text } from "./text";

const MOST = 3;

/** A code of the library, which means the same in both languages. */
export const codeOf = (code: string): HTMLElement => element("code", {}, code);

export function refusal(body: ErrorBody): HTMLElement {
  const isZh = current() === "zh";
  const all = [body, ...(body.others ?? [])].slice(0, MOST);
  return element(
    "div",
    { class: "refusal", role: "note" },
    ...all.map((one) =>
      element("p", {}, ...mixed(isZh ? one.zh : one.en), element("small", {}, ...mixed(`${text("mend")}${isZh ? one.hint_zh : one.hint_en} `), codeOf(one.code))),
    ),
  );
}

/** Whatever was thrown. */
export function problem(error: unknown): HTMLElement {
  if (error instanceof KaipanError) return refusal(error.toJSON());
  console.error(error);
  return element("p", { class: "refusal" }, `${text("failed")} (${error})`);
}
