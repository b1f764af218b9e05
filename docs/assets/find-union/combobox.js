// A field that offers unions as the reader types: the combobox with a list of the ARIA practices.

import { matching, prepared } from "./match.js";

const SHOWN = 8;

const make = (name, attributes, ...inside) => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([each, value]) => made.setAttribute(each, value));
  made.append(...inside);
  return made;
};

export const mount = (place, base) => new Field(place, base);

class Field {
  constructor(place, base) {
    Object.assign(this, { place, base, found: [], active: -1 });
    const { label, hint } = place.dataset;
    this.input = make("input", {
      type: "text", role: "combobox", id: "finn-fagforening", autocomplete: "off", autocapitalize: "none",
      spellcheck: "false", enterkeyhint: "go", placeholder: hint, "aria-autocomplete": "list",
      "aria-expanded": "false", "aria-controls": "finn-fagforening-liste",
    });
    this.list = make("ul", { role: "listbox", id: "finn-fagforening-liste", "aria-label": label, hidden: "" });
    this.status = make("p", { role: "status", class: "pv-choose__status" });
    place.append(make("label", { for: "finn-fagforening" }, label), this.input, this.list, this.status);
    place.hidden = false;
    this.#listen();
  }

  #listen() {
    this.input.addEventListener("focus", () => this.#unions(), { once: true });
    this.input.addEventListener("input", () => this.#offer());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("blur", () => this.#close());
    // The field keeps the focus while an option is pressed.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.#go(this.found[[...this.list.children].indexOf(option)]);
    });
  }

  #unions() {
    this.known ??= fetch(new URL("fagforeninger/finn.json", this.base))
      .then((answer) => answer.json())
      .then(prepared);
    return this.known;
  }

  /** Offers what answers the text; where there is none, nothing or the first of all. */
  async #offer(all = false) {
    const text = this.input.value.trim();
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const unions = await this.#unions().catch(() => this.#fail());
    if (turn !== this.turn || !unions) return;
    const answers = text ? matching(unions, text) : unions.filter(() => all);
    this.found = answers.slice(0, SHOWN);
    this.list.replaceChildren(...this.found.map((each, at) => this.#option(each, at)));
    this.#show(this.found.length > 0);
    this.#point(-1);
    this.status.textContent = text || all ? this.#told(answers.length) : "";
  }

  #fail() {
    this.status.textContent = this.place.dataset.failed;
  }

  #told(n) {
    const { none, one, many, most } = this.place.dataset;
    if (n > SHOWN) return most.replace("%n", n).replace("%m", SHOWN);
    return [none, one][n] ?? many.replace("%n", n);
  }

  #option({ name, number, county }, at) {
    const about = [number && `${this.place.dataset.number} ${number}`, county].filter(Boolean).join(" · ");
    const option = make("li", { role: "option", id: `finn-fagforening-${at}`, "aria-selected": "false" });
    option.append(make("span", {}, name), " ", make("small", {}, about));
    return option;
  }

  #show(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
  }

  #close() {
    this.#show(false);
    this.#point(-1);
  }

  #point(at) {
    this.active = at;
    [...this.list.children].forEach((each, place) => each.setAttribute("aria-selected", String(place === at)));
    const option = this.list.children[at];
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  #go(union) {
    if (union) location.href = new URL(union.address, this.base);
  }

  async #key(event) {
    if (event.isComposing) return;
    const open = !this.list.hidden;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      event.preventDefault();
      if (!open) await this.#offer(true);
      const places = this.found.length;
      if (!places) return;
      const from = this.active < 0 && event.key === "ArrowUp" ? places : this.active;
      this.#point((from + steps[event.key] + places) % places);
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      this.#go(this.found[Math.max(this.active, 0)]);
    } else if (event.key === "Escape") {
      if (!open) this.input.value = "";
      this.#close();
      this.status.textContent = "";
    }
  }
}
