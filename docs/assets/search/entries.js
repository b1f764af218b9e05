// An entry as it is shown among the results: where it leads, what it says, what is marked in it.

import { likeness, words } from "./words.js";

const AROUND = 150;
const WORD = /[\p{L}\p{N}]+(?:[.:][\p{L}\p{N}]+)*/gu;

export const make = (name, attributes = {}, ...inside) => {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...inside.filter((each) => each !== null && each !== ""));
  return made;
};

/** Writes entries as answers to one question. */
export class Answers {
  constructor(asked, canonical, say) {
    Object.assign(this, { asked, canonical, say });
  }

  /** The entry as an item of a list. */
  item(entry) {
    const link = make("a", { href: this.#address(entry) }, ...this.#marked(entry.label));
    const place = [entry.kind, entry.area, entry.record.current ? "" : entry.record.period];
    const told = place.filter((each) => each && !entry.label.includes(each)).join(" · ");
    const status = entry.status && make("span", { className: "pv-find__state" }, entry.status);
    const facts = [
      entry.deadline && `${this.say("deadline")}: ${entry.deadline}`,
      entry.owners && `${this.say("responsible")}: ${entry.owners}`,
    ].filter(Boolean).join(" · ");
    return make("li", {}, make("h3", {}, link), make("p", { className: "pv-find__place" }, told),
      entry.text && make("p", this.#inLanguage(entry), ...this.#marked(this.#excerpt(entry.text))),
      (facts || status) && make("p", { className: "pv-find__facts" }, status, status && facts ? " " : "", facts));
  }

  /** What says that the plan is in another language than the page. */
  #inLanguage({ record }) {
    return record.language ? { lang: record.language } : {};
  }

  #address(entry) {
    const to = new URL(entry.to, entry.record.site);
    const found = words(`${entry.label} ${entry.text}`).filter((word) => this.#isAsked(word));
    if (found.length) to.searchParams.set("vis", [...new Set(found)].slice(0, 6).join(" "));
    return to;
  }

  #isAsked(word) {
    return this.asked.terms.some((term) => likeness(term, word, this.canonical) >= 0.5
      || (term.stem.length > 3 && this.canonical(word).includes(term.stem)));
  }

  #marked(text) {
    const pieces = [];
    let at = 0;
    for (const match of text.matchAll(WORD)) {
      if (!this.#isAsked(match[0].toLowerCase())) continue;
      pieces.push(text.slice(at, match.index), make("mark", {}, match[0]));
      at = match.index + match[0].length;
    }
    return [...pieces, text.slice(at)];
  }

  /** The text, or the part of a long one where the first word that was asked for stands. */
  #excerpt(text) {
    if (text.length <= 2 * AROUND) return text;
    const found = [...text.matchAll(WORD)].find(([word]) => this.#isAsked(word.toLowerCase()));
    const from = Math.max(0, (found?.index ?? 0) - AROUND);
    const start = from && text.indexOf(" ", from) + 1;
    const end = text.lastIndexOf(" ", start + 2 * AROUND);
    return `${start ? "… " : ""}${text.slice(start, end)} …`;
  }
}
