// Which unions the reader may mean: by name, number or county, whatever the spelling.

import { comparer, oneSlip, words } from "../search/words.js";

const plain = comparer([]);
const EXACT = 4;
const BEGINS = 3;
const SLIP = 1;
const SLIP_FROM = 5;
/** What is written before a name or number, and says nothing of which. */
const LITTLE = new Set(["avd", "avdeling", "nr", "nummer", "fagforening", "fagforeningen", "fagforbundet", "og", "i"]);

const plainWords = (text) => words(text.normalize("NFC")).map(plain);
const unpadded = (word) => (/^\d+$/.test(word) ? word.replace(/^0+(?=\d)/, "") : word);

/** The published list as unions, each with the words that it answers to. */
export function prepared({ fylker, fagforeninger }) {
  return fagforeninger.map(([id, name, number, county, elsewhere]) => ({
    id,
    address: elsewhere ?? `fagforeninger/${id}/`,
    name,
    number,
    county: fylker[county],
    words: plainWords(`${name} ${number} ${fylker[county]}`).map(unpadded),
  }));
}

/** The unions that answer every word of the text, the best first. */
export function matching(unions, text) {
  const all = plainWords(text).map(unpadded);
  const weighty = all.filter((word) => !LITTLE.has(word));
  const asked = weighty.length ? weighty : all;
  const found = answers(unions, asked);
  return found.length || asked.length < 2 ? found : answers(unions, [asked.join("")]);
}

function answers(unions, asked) {
  return unions
    .map((union) => ({ union, score: total(asked.map((word) => best(word, union.words))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ union }) => union);
}

const total = (scores) => (scores.includes(0) ? 0 : scores.reduce((sum, each) => sum + each, 0));

const best = (asked, known) => Math.max(...known.map((word) => likeness(asked, word)));

function likeness(asked, word) {
  if (asked === word) return EXACT;
  if (word.startsWith(asked)) return BEGINS;
  if (asked.length < SLIP_FROM || /\d/.test(asked)) return 0;
  return [-1, 0, 1].some((more) => oneSlip(asked, word.slice(0, asked.length + more))) ? SLIP : 0;
}
