// The results of a search, below its field: grouped, announced, narrowed, kept in the address.

import { Answers, make } from "./entries.js";
import { open } from "./index.js";

const PAUSE = 180;
const SHORT = 3;
const FACETS = ["fylke", "fagforening", "omrade", "type", "rolle", "status", "periode", "frist"];

/** Answers below the form; one that is no part of the page, but of the header, shows less and can be left. */
export async function mount(form, site, onPage) {
  const index = await open(site, (document.querySelector(".md-header")?.dataset.also ?? "").split(" ").filter(Boolean));
  const view = onPage ? new PageView(form, index) : new HeaderView(form, index);
  await view.show();
}

class View {
  constructor(form, index) {
    Object.assign(this, { form, index, input: form.querySelector("input"), chosen: {}, more: 0, turn: 0 });
    this.say = (word, values = {}) =>
      Object.entries(values).reduce((text, [name, value]) => text.replace(`%${name}`, value), index.said[word]);
    this.status = make("p", { className: "pv-find__status" });
    this.status.setAttribute("role", "status");
    this.list = make("div", { className: "pv-find__list" });
    this.panel = make("div", { className: "pv-find__panel" }, this.status, this.list);
    form.after(this.panel);
    this.input.addEventListener("input", () => this.#soon());
    form.addEventListener("submit", () => this.now());
    form.parentElement.addEventListener("keydown", (event) => this.key(event));
  }

  #soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), PAUSE);
  }

  now() {
    clearTimeout(this.timer);
    this.more = 0;
    this.show();
  }

  /** Shows what answers the field; what answered an earlier question is not shown any more. */
  async show() {
    const text = this.input.value.trim();
    const turn = (this.turn += 1);
    const found = text || Object.keys(this.chosen).length ? await this.index.search(text, this.chosen, this.more) : null;
    if (turn !== this.turn) return null;
    this.list.replaceChildren(...(found ? this.#groups(found) : []));
    this.status.textContent = found ? this.#told(found, text) : "";
    return found;
  }

  #told({ entries, left, instead, some }, text) {
    const many = left ? "foundMore" : entries.length === 1 ? "foundOne" : "found";
    const count = entries.length ? this.say(many, { n: entries.length }) : this.say("none", { text });
    if (some) return `${count}. ${this.say("some")}`;
    return instead ? `${this.say("instead", { typed: text, text: instead })} ${count}` : count;
  }

  #groups(found) {
    if (!found.entries.length) return [this.hints()];
    const answers = new Answers(found.asked, this.index.canonical, this.say);
    const sections = [...grouped(found.entries)].map(([name, entries]) => this.#group(name, entries, answers));
    if (found.left > 0) sections.push(this.#moreButton());
    return sections;
  }

  #group(name, entries, answers) {
    const list = make("ol", {}, ...entries.slice(0, SHORT).map((each) => answers.item(each)));
    const section = make("section", { className: "pv-find__group" }, make("h2", {}, name || this.say("other")), list);
    if (entries.length > SHORT) {
      const button = make("button", { type: "button", className: "pv-find__all" });
      button.textContent = this.say("all", { n: entries.length });
      button.addEventListener("click", () => {
        const rest = entries.slice(SHORT).map((each) => answers.item(each));
        list.append(...rest);
        button.remove();
        rest[0].querySelector("a").focus();
      });
      section.append(button);
    }
    return section;
  }

  #moreButton() {
    const button = make("button", { type: "button", className: "pv-find__more" }, this.say("more"));
    button.addEventListener("click", () => {
      this.more += 1;
      this.show();
    });
    return button;
  }

  /** What helps on where nothing was found. */
  hints() {
    const unions = make("a", { href: new URL("fagforeninger/", this.index.site) }, this.say("unions"));
    return make("ul", {}, make("li", {}, this.say("hint")), make("li", {}, unions));
  }

  key(event) {
    const links = [...this.list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const inField = document.activeElement === this.input;
    if (event.key === "Escape" && (inField || at >= 0)) {
      if (inField) this.input.value = "";
      this.input.focus();
      if (inField) this.now();
    } else if (event.key === "ArrowDown" && (inField || at >= 0)) links[at + 1]?.focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? this.input).focus();
    else return;
    event.preventDefault();
  }
}

/** The search as a part of its page: it can be narrowed, and its address can be shared. */
class PageView extends View {
  constructor(form, index) {
    super(form, index);
    this.facets = this.#fold();
    this.status.after(this.facets);
    const address = new URLSearchParams(location.search);
    this.input.value ||= address.get("q") ?? "";
    FACETS.filter((name) => address.get(name)).forEach((name) => {
      this.chosen[name] = address.get(name);
    });
  }

  async show() {
    this.#keep();
    this.summary.textContent = [this.say("narrow"), Object.values(this.chosen).join(" · ")].filter(Boolean).join(": ");
    if (this.facets.open) await this.index.facets();
    const found = await super.show();
    if (this.facets.open) await this.#counts(found);
    return found;
  }

  #keep() {
    const address = new URL(location.href);
    ["q", ...FACETS].forEach((name) => address.searchParams.delete(name));
    if (this.input.value.trim()) address.searchParams.set("q", this.input.value.trim());
    Object.entries(this.chosen).forEach(([name, value]) => address.searchParams.set(name, value));
    history.replaceState(history.state, "", address);
  }

  hints() {
    const hints = super.hints();
    if (Object.keys(this.chosen).length) {
      const button = make("button", { type: "button" }, this.say("clear"));
      button.addEventListener("click", () => {
        this.chosen = {};
        this.now();
        this.input.focus();
      });
      hints.append(make("li", {}, button));
    }
    return hints;
  }

  #fold() {
    const fields = FACETS.map((name) => {
      const select = make("select", { name });
      select.addEventListener("change", () => {
        if (select.value) this.chosen[name] = select.value;
        else delete this.chosen[name];
        this.now();
      });
      return make("label", {}, this.say(name), select);
    });
    this.summary = make("summary", {}, this.say("narrow"));
    const fold = make("details", { className: "pv-find__facets" });
    fold.append(this.summary, make("div", {}, make("p", {}, this.say("counts")), ...fields));
    fold.addEventListener("toggle", () => fold.open && this.show());
    return fold;
  }

  /** The facets' values, each with the number of plans that answer, were it chosen. */
  async #counts(found) {
    const all = await this.index.facets();
    FACETS.forEach((name) => {
      const select = this.facets.querySelector(`[name="${name}"]`);
      const counts = found ? found.filters[name] ?? {} : all[name] ?? {};
      const values = Object.keys(all[name] ?? {}).filter((value) => counts[value] || this.chosen[name] === value);
      values.sort((a, b) => a.localeCompare(b, "nb", { numeric: true }));
      const options = values.map((value) => new Option(`${value} (${counts[value] ?? 0})`, value));
      select.replaceChildren(new Option(this.say("any"), ""), ...options);
      select.value = this.chosen[name] ?? "";
      select.parentElement.hidden = values.length === 0;
    });
  }
}

/** The search in the header: its results lie over the page until the reader leaves them. */
class HeaderView extends View {
  constructor(form, index) {
    super(form, index);
    this.panel.classList.add("pv-find__panel--over", "md-typeset");
    this.whole = make("a", { className: "pv-find__whole" }, this.say("everything"));
    this.panel.append(this.whole);
    const leave = (event) => form.parentElement.contains(event.relatedTarget ?? event.target) || this.#lay(false);
    form.parentElement.addEventListener("focusout", (event) => event.relatedTarget && leave(event));
    document.addEventListener("pointerdown", leave);
    this.input.addEventListener("focus", () => this.#lay(this.list.childElementCount > 0));
    this.#lay(false);
  }

  async show() {
    const found = await super.show();
    const address = new URL(this.form.action);
    address.searchParams.set("q", this.input.value.trim());
    this.whole.href = address;
    this.#lay(this.list.childElementCount > 0 && this.form.parentElement.contains(document.activeElement));
    return found;
  }

  #lay(open) {
    this.panel.classList.toggle("pv-find__panel--open", open);
  }
}

function grouped(entries) {
  const groups = new Map();
  entries.forEach((each) => groups.set(each.record.of, [...(groups.get(each.record.of) ?? []), each]));
  return groups;
}
