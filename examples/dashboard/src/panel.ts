// A panel: a title, what it shows, and why it shows nothing.
import { element } from "./dom";
import { problem } from "./problem";
import { text, type TextName } from "./text";

export class Panel {
  readonly section: HTMLElement;
  readonly body: HTMLElement;
  readonly #title: HTMLElement;

  constructor(readonly name: TextName, size = "") {
    this.#title = element("h2", { id: `${name}-title` });
    this.body = element("div", { class: "body" });
    this.section = element("section", { id: name, class: `panel ${size}`, "aria-labelledby": `${name}-title` }, this.#title, this.body);
  }

  /** Shows what is made now; what goes wrong is shown in its place. */
  show(make: () => (HTMLElement | undefined)[]): void {
    this.#title.textContent = text(this.name);
    try {
      this.body.replaceChildren(...make().filter((one) => one !== undefined));
    } catch (error) {
      this.body.replaceChildren(problem(error));
    }
    this.section.removeAttribute("aria-busy");
  }

  wait(): void {
    this.section.setAttribute("aria-busy", "true");
    this.#title.textContent = text(this.name);
  }

  fail(error: unknown): void {
    this.show(() => [problem(error)]);
  }
}
