// Norwegian words as the search compares them: the same as generator/search/words.py.

const LETTERS = { æ: "a", ø: "o", å: "a", ä: "a", ö: "o", é: "e", è: "e", ô: "o", ó: "o", ü: "u" };
const SUFFIXES = ["enes", "anes", "ende", "ene", "ane", "ens", "ets", "ers", "ede", "ete", "en", "et", "er", "ar",
  "es", "ne", "te", "de", "e", "a", "s"];
const WORD = /[\p{L}\p{N}]+(?:[.:][\p{L}\p{N}]+)*/gu;
const LITTLE = new Set("og i på av for til med som en et ei de det den å om hva er ved vår vårt hvem når gjør gjer hvordan hvor hvorfor min mitt vi jeg kan skal blir har fra eller sin sitt".split(" "));

/** The words of a text in small letters; numbers keep their inner points. */
export const words = (text) => text.toLowerCase().match(WORD) ?? [];

/** What makes a word comparable: one written form, no letters that not every keyboard has. */
export function comparer(forms) {
  const patterns = forms.map(([pattern, becomes]) => [new RegExp(pattern, "g"), becomes.replace("\\1", "$1")]);
  const known = new Map();
  return (word) => {
    if (!known.has(word)) {
      const plain = word.toLowerCase().replace(/[æøåäöéèôóü]/g, (letter) => LETTERS[letter])
        .replace(/aa|ae|oe/g, (pair) => (pair === "oe" ? "o" : "a"));
      known.set(word, patterns.reduce((text, [pattern, becomes]) => text.replace(pattern, becomes), plain));
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
    return { typed, plain, stem: stem(plain), strict: /[æøå]/.test(typed) };
  });
  return { terms: terms.filter((term, at) => terms.findIndex((each) => each.plain === term.plain) === at), phrases };
}

const soft = (word) => word.replace(/aa/g, "å").replace(/ae/g, "æ").replace(/oe/g, "ø");

/** How well a word of a text answers a term: 1 the same, less another form or a beginning, 0 not at all. */
export function likeness(term, word, canonical) {
  const plain = canonical(word);
  if (plain === term.plain) return term.strict && !/[æøå]|aa|ae|oe/.test(word) ? 0.85 : 1;
  const begins = plain.startsWith(term.plain);
  if (term.strict && begins && !soft(word).startsWith(soft(term.typed).slice(0, 3)) && /[æøå]/.test(word)) return 0;
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
