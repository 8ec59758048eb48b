// Building elements.

type Child = Node | string | undefined;

/** An element with attributes and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(key, String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** The element with this id. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found as T;
}

/** A table with a head. */
export function table(label: string, head: string[], rows: Child[][]): HTMLTableElement {
  const cells = (row: Child[]) =>
    row.map((cell, at) => element("td", at > 0 ? { class: "figure" } : {}, cell));
  const titles = head.map((title, at) =>
    element("th", { scope: "col", ...(at > 0 ? { class: "figure" } : {}) }, title),
  );
  return element(
    "table",
    { "aria-label": label },
    element("thead", {}, element("tr", {}, ...titles)),
    element("tbody", {}, ...rows.map((row) => element("tr", {}, ...cells(row)))),
  );
}

/** Names and values. */
export function facts(pairs: [string, string | undefined][]): HTMLElement[] {
  return pairs
    .filter((pair): pair is [string, string] => pair[1] !== undefined)
    .map(([name, value]) =>
      element("div", {}, element("dt", {}, name), element("dd", {}, value)),
    );
}

const HAN = /(\p{Script=Han}[\p{Script=Han}（）《》“”、，。：；·]*)/u;

/** The language of a text with Chinese in it on an English page: names as they were entered. */
export const langOf = (said: string): string | undefined => (document.documentElement.lang === "en" && HAN.test(said) ? "zh-CN" : undefined);

/** A text with what is Chinese in it marked as such on an English page: names as they were entered. */
export function mixed(said: string): (Node | string)[] {
  if (!langOf(said)) return [said];
  return said.split(HAN).filter((part) => part !== "").map((part) => (HAN.test(part) ? element("span", { lang: "zh-CN" }, part) : part));
}
