// The results of a search, below its field: grouped, announced, narrowed, kept in the address.

import { open } from "./index.js";
import { likeness, words } from "./words.js";

const PAUSE = 180;
const SHORT = 3;
const AROUND = 150;
const FACETS = ["fylke", "fagforening", "omrade", "type", "rolle", "status", "periode", "frist"];
const WORD = /[\p{L}\p{N}]+(?:[.:][\p{L}\p{N}]+)*/gu;

const make = (name, attributes = {}, ...inside) => {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...inside.filter((each) => each !== null && each !== ""));
  return made;
};

export async function mount(form, base) {
  const view = new View(form, base);
  view.restore();
  view.index = await open(base);
  await view.show();
  return view;
}

class View {
  constructor(form, base) {
    Object.assign(this, { form, base, input: form.querySelector("input"), chosen: {}, more: 0, asked: 0 });
    this.say = (word, values = {}) =>
      Object.entries(values).reduce((text, [name, value]) => text.replace(`%${name}`, value), form.dataset[word]);
    this.status = make("p", { className: "pv-find__status" });
    this.status.setAttribute("role", "status");
    this.facets = this.#fold();
    this.list = make("div", { className: "pv-find__list" });
    form.after(this.status, this.facets, this.list);
    form.classList.add("pv-find--ready");
    this.input.addEventListener("input", () => this.#soon());
    form.addEventListener("submit", () => this.#now());
    form.parentElement.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Takes the question from the address. */
  restore() {
    const address = new URLSearchParams(location.search);
    if (address.get("q")) this.input.value = address.get("q");
    FACETS.filter((name) => address.get(name)).forEach((name) => {
      this.chosen[name] = address.get(name);
    });
  }

  #soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#now(), PAUSE);
  }

  #now() {
    clearTimeout(this.timer);
    this.more = 0;
    this.show();
  }

  async show() {
    if (!this.index) return;
    const text = this.input.value.trim();
    this.#keep(text);
    const turn = (this.asked += 1);
    this.facets.hidden = false;
    this.summary.textContent = [this.say("narrow"), Object.values(this.chosen).join(" · ")].filter(Boolean).join(": ");
    const empty = !text && !Object.keys(this.chosen).length;
    if (this.facets.open) await this.index.facets();
    if (turn !== this.asked) return;
    const found = empty ? null : await this.index.search(text, this.chosen, this.more);
    if (turn !== this.asked) return;
    this.list.replaceChildren(...(found ? this.#groups(found) : []));
    this.status.textContent = found ? this.#told(found, text) : "";
    if (this.facets.open) await this.#counts(found);
  }

  #told({ entries, left, instead }, text) {
    const unions = new Set(entries.map((each) => each.record.of)).size;
    const many = left ? "foundMore" : entries.length === 1 ? "foundOne" : "found";
    const count = entries.length ? this.say(many, { n: entries.length, m: unions }) : this.say("none", { text });
    return instead ? `${this.say("instead", { typed: text, text: instead })} ${count}` : count;
  }

  #keep(text) {
    const address = new URL(location.href);
    ["q", ...FACETS].forEach((name) => address.searchParams.delete(name));
    if (text) address.searchParams.set("q", text);
    Object.entries(this.chosen).forEach(([name, value]) => address.searchParams.set(name, value));
    history.replaceState(history.state, "", address);
  }

  #groups(found) {
    if (!found.entries.length) return [this.#nothing()];
    const groups = Map.groupBy ? Map.groupBy(found.entries, (each) => each.record.of) : groupBy(found.entries);
    const sections = [...groups].map(([name, entries]) => this.#group(name, entries, found.asked));
    if (found.left > 0) sections.push(this.#moreButton());
    return sections;
  }

  #group(name, entries, asked) {
    const list = make("ol", {}, ...entries.slice(0, SHORT).map((each) => this.#entry(each, asked)));
    const section = make("section", { className: "pv-find__group" }, make("h2", {}, name || this.say("other")), list);
    if (entries.length > SHORT) {
      const button = make("button", { type: "button", className: "pv-find__all" });
      button.textContent = this.say("all", { n: entries.length });
      button.addEventListener("click", () => {
        const rest = entries.slice(SHORT).map((each) => this.#entry(each, asked));
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

  #nothing() {
    const unions = make("a", { href: new URL("fagforeninger/", this.base) }, this.say("unions"));
    const hints = make("ul", {}, make("li", {}, this.say("hint")), make("li", {}, unions));
    if (Object.keys(this.chosen).length) {
      const button = make("button", { type: "button" }, this.say("clear"));
      button.addEventListener("click", () => {
        this.chosen = {};
        this.#now();
        this.input.focus();
      });
      hints.append(make("li", {}, button));
    }
    return hints;
  }

  #entry(entry, asked) {
    const link = make("a", { href: this.#address(entry, asked) }, ...this.#marked(entry.label, asked));
    const place = [entry.kind, entry.area, entry.record.current ? "" : entry.record.period];
    const told = place.filter((each) => each && !entry.label.includes(each)).join(" · ");
    const status = entry.status && make("span", { className: "pv-find__state" }, entry.status);
    const facts = [
      entry.deadline && `${this.say("deadline")}: ${entry.deadline}`,
      entry.owners && `${this.say("responsible")}: ${entry.owners}`,
    ].filter(Boolean).join(" · ");
    return make("li", {}, make("h3", {}, link), make("p", { className: "pv-find__place" }, told),
      entry.text && make("p", {}, ...this.#marked(excerpt(entry.text, asked, this.index.canonical), asked)),
      (facts || status) && make("p", { className: "pv-find__facts" }, status, status && facts ? " " : "", facts));
  }

  #address(entry, asked) {
    const to = new URL(entry.to, this.base);
    const seen = words(`${entry.label} ${entry.text}`);
    const found = seen.filter((word) => asked.terms.some((term) => this.#is(term, word)));
    if (found.length) to.searchParams.set("vis", [...new Set(found)].slice(0, 6).join(" "));
    return to;
  }

  #is(term, word) {
    return likeness(term, word, this.index.canonical) >= 0.5 || isPart(term, word, this.index.canonical);
  }

  #marked(text, asked) {
    const pieces = [];
    let at = 0;
    for (const match of text.matchAll(WORD)) {
      if (!asked.terms.some((term) => this.#is(term, match[0].toLowerCase()))) continue;
      pieces.push(text.slice(at, match.index), make("mark", {}, match[0]));
      at = match.index + match[0].length;
    }
    return [...pieces, text.slice(at)];
  }

  #fold() {
    const fold = make("details", { className: "pv-find__facets", hidden: true });
    const fields = FACETS.map((name) => {
      const select = make("select", { name });
      select.addEventListener("change", () => {
        if (select.value) this.chosen[name] = select.value;
        else delete this.chosen[name];
        this.#now();
      });
      return make("label", {}, this.say(name), select);
    });
    this.summary = make("summary", {}, this.say("narrow"));
    fold.append(this.summary, make("div", {}, make("p", {}, this.say("counts")), ...fields));
    fold.addEventListener("toggle", () => fold.open && this.index && this.show());
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

  #key(event) {
    const links = [...this.list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const inField = document.activeElement === this.input;
    if (event.key === "Escape" && (inField || at >= 0)) {
      if (inField) this.input.value = "";
      this.input.focus();
      if (inField) this.#now();
    } else if (event.key === "ArrowDown" && (inField || at >= 0)) links[at + 1]?.focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? this.input).focus();
    else return;
    event.preventDefault();
  }
}

const isPart = (term, word, canonical) => term.stem.length > 3 && canonical(word).includes(term.stem);

function groupBy(entries) {
  const groups = new Map();
  entries.forEach((each) => groups.set(each.record.of, [...(groups.get(each.record.of) ?? []), each]));
  return groups;
}

/** The text, or the part of a long one where the first term stands. */
function excerpt(text, asked, canonical) {
  if (text.length <= 2 * AROUND) return text;
  const found = [...text.matchAll(WORD)].find(([word]) => asked.terms.some((term) =>
    likeness(term, word.toLowerCase(), canonical) >= 0.5 || isPart(term, word.toLowerCase(), canonical)));
  const from = Math.max(0, (found?.index ?? 0) - AROUND);
  const start = from && text.indexOf(" ", from) + 1;
  const end = text.lastIndexOf(" ", start + 2 * AROUND);
  return `${start ? "… " : ""}${text.slice(start, end)} …`;
}
