// Norwegian words as the search compares them: the same as generator/words.py.

const LETTERS = { æ: "a", ø: "o", å: "a", ä: "a", ö: "o", é: "e", è: "e", ô: "o", ó: "o", ü: "u" };
const SUFFIXES = ["enes", "anes", "ende", "ene", "ane", "ens", "ets", "ers", "ede", "ete", "en", "et", "er", "ar",
  "es", "ne", "te", "de", "e", "a", "s"];
const WORD = /[\p{L}\p{N}]+(?:[.:][\p{L}\p{N}]+)*/gu;
const LITTLE = new Set("og i på av for til med som en et ei de det den å om hva er ved vår vårt hvem når gjør gjer hvordan hvor hvorfor min mitt vi jeg eg ikke ikkje kva kven korleis kvifor når kan skal blir har fra eller sin sitt".split(" "));

/** The words of a text in small letters; numbers keep their inner points. */
export const words = (text) => text.toLowerCase().match(WORD) ?? [];

/** The word in the letters that every keyboard has. */
const plainly = (word) => word.toLowerCase().replace(/[æøåäöéèôóü]/g, (letter) => LETTERS[letter])
  .replace(/aa|ae|oe/g, (pair) => (pair === "oe" ? "o" : "a"));

/** What makes a word comparable: one written form, no letters that not every keyboard has. */
export function comparer(forms) {
  const patterns = forms.map(([pattern, becomes]) => [new RegExp(pattern, "g"), becomes.replaceAll("\\", "$")]);
  const anyone = new RegExp(forms.map(([pattern]) => pattern).join("|"));
  const known = new Map();
  return (word) => {
    if (!known.has(word)) {
      const plain = plainly(word);
      known.set(word, !anyone.test(plain) ? plain
        : patterns.reduce((text, [pattern, becomes]) => text.replace(pattern, becomes), plain));
    }
    return known.get(word);
  };
}

/** A comparable word without its inflection; a rough one. */
export function stem(word) {
  const suffix = SUFFIXES.find((each) => word.endsWith(each) && word.length - each.length >= 3);
  const rest = suffix ? word.slice(0, -suffix.length) : word;
  return rest.length > 3 && rest.at(-1) === rest.at(-2) ? rest.slice(0, -1) : rest;
}

/** What the reader asks for: words to find, and phrases that must stand as they are. */
export function parse(text, canonical) {
  const phrases = [...text.matchAll(/["«“”]([^"«»“”]+)["»“”]/g)].map((match) => words(match[1]).join(" "));
  const all = words(text);
  const weighty = all.filter((word) => !LITTLE.has(word));
  const terms = (weighty.length ? weighty : all).map((typed) => {
    const plain = canonical(typed);
    const loose = { typed, plain, stem: stem(plain), strict: false };
    return { ...loose, strict: /[æøå]/.test(typed), loose };
  });
  return { terms: terms.filter((term, at) => terms.findIndex((each) => each.plain === term.plain) === at), phrases };
}

const soft = (word) => word.replace(/aa/g, "å").replace(/ae/g, "æ").replace(/oe/g, "ø");

/** Whether the reader wrote æ, ø or å where the word, so far the same, has another letter: `klær` is not `klar`. */
function isAnotherLetter({ strict, typed }, word) {
  if (!strict) return false;
  const [asked, found] = [soft(typed), soft(word)];
  for (let at = 0; at < Math.min(asked.length, found.length); at += 1) {
    if (plainly(asked[at]) !== plainly(found[at])) return false;
    if (/[æøå]/.test(asked[at]) && !/[æøå]/.test(found[at])) return true;
  }
  return false;
}

/** How well a word of a text answers a term: 1 the same, less another form or a beginning, 0 not at all. */
export function likeness(term, word, canonical) {
  const plain = canonical(word);
  if (isAnotherLetter(term, word)) return 0;
  if (plain === term.plain) return 1;
  const begins = plain.startsWith(term.plain);
  if (/\d/.test(term.plain)) return begins && plain[term.plain.length] === "." ? 0.6 : 0;
  if (stem(plain) === term.stem) return 0.95;
  if (begins) return term.plain.length < 3 ? 0.2 : 0.7;
  if (term.stem.length >= 5 && plain.startsWith(term.stem) && plain.length - term.stem.length <= 6) return 0.5;
  return 0;
}

/** Whether one letter was missed, added, changed or swapped with its neighbour. */
export function oneSlip(a, b) {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [x, y] = [a.slice(at), b.slice(at)];
  return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1)
    || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
}
