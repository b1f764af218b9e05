// What may have been meant where nothing answers: another spelling, a compound joined or parted.

import { oneSlip, stem } from "./words.js";

const SHORTEST_PART = 4;
const SHORTEST_SLIP = 6;

/** Known words, to find near ones among. */
export class Corrections {
  constructor(known) {
    Object.assign(this, { known, stems: new Set(known.map(stem)) });
  }

  /** Other questions to try, the likeliest first, as text. */
  of(terms) {
    const better = terms.map((term) => (this.knows(term.plain) ? term.typed : this.#near(term.plain)));
    const typed = terms.map((term) => term.typed).join(" ");
    const spelt = better.includes(null) || better.join(" ") === typed ? [] : [better.join(" ")];
    return [...spelt, ...this.#joined(terms)];
  }

  /** Whether the word, some form of it, or one that begins so stands in any plan. */
  knows(word) {
    return this.stems.has(stem(word)) || this.known.some((each) => each.startsWith(word));
  }

  /** The nearest known word: one that ends so, one of a slip, or the parts of a compound. */
  #near(word) {
    const root = stem(word);
    const ends = root.length >= SHORTEST_PART && this.known.find((each) => stem(each).endsWith(root));
    return ends || (word.length < SHORTEST_SLIP ? null : this.#slip(word) ?? this.#parts(word));
  }

  #slip(word) {
    const near = this.known.filter((each) => oneSlip(word, each) || oneSlip(stem(word), stem(each)));
    const farness = (each) => 2 * (each[0] !== word[0]) + Math.abs(each.length - word.length);
    return near.sort((a, b) => farness(a) - farness(b))[0] ?? null;
  }

  /** A compound's two parts where both are known, the second perhaps by a slip. */
  #parts(word) {
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
      const tail = word.slice(at);
      const head = [word.slice(0, at), word.slice(0, at).replace(/[se]$/, "")]
        .find((each) => each.length >= SHORTEST_PART && this.knows(each));
      const end = head && (this.knows(tail) ? tail : tail.length >= SHORTEST_SLIP ? this.#slip(tail) : null);
      if (end) return `${head} ${end}`;
    }
    return null;
  }

  /** Two words that are one: `logo klær`. */
  #joined(terms) {
    return terms.slice(1).flatMap((term, at) => {
      const whole = terms[at].plain + term.plain;
      const known = this.known.find((each) => stem(each) === stem(whole) || each.startsWith(whole));
      return known ? [[...terms.slice(0, at), { typed: known }, ...terms.slice(at + 2)].map((each) => each.typed).join(" ")] : [];
    });
  }
}
