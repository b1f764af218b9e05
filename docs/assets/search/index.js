// Pagefind's index of plans, and the entries in them that answer a question.

import { comparer, likeness, oneSlip, parse, stem, words } from "./words.js";

const FIELDS = ["label", "kind", "text", "owners", "deadline", "status", "roles", "years", "hidden"];
const WEIGHTS = { label: 3, kind: 0.6, text: 2, owners: 1.5, deadline: 1, status: 1, roles: 1.5, years: 0.5, hidden: 0.9 };
const NAME = 7;
const ALIAS = 4;
const CONTEXT = 0.8;
const AT_ONCE = 6;
const ENOUGH = 5;
const AT_MOST = 24;
/** Facets that an entry has of its own; the others are the whole plan's. */
const OF_ENTRIES = { type: "kind", omrade: "area", rolle: "roles", status: "status", frist: "years" };

/** What stands in no area, though it comes after them. */
const SECTIONS = new Set(["situasjon", "innledning"]);

const json = async (url) => (await fetch(url)).json();

export async function open(base) {
  const [pagefind, tables] = await Promise.all([
    import(new URL("pagefind/pagefind.js", base)),
    json(new URL("pagefind/planverk-words.json", base)),
  ]);
  await pagefind.options({ baseUrl: "/", noWorker: true, excerptLength: 1 });
  await pagefind.init();
  return new Index(pagefind, comparer(tables.forms), base);
}

class Index {
  constructor(pagefind, canonical, base) {
    Object.assign(this, { pagefind, canonical, base, loaded: new Map() });
  }

  /** Makes the facets known, so that searches count them. */
  facets() {
    return this.pagefind.filters();
  }

  /** What answers the text; `instead` where another word was looked for than the one that was typed. */
  async search(text, chosen, more = 0) {
    const asked = parse(text, this.canonical);
    const found = await this.#find(asked, chosen, more);
    if (found.entries.length || !asked.terms.length || asked.phrases.length) return { ...found, asked };
    const better = await this.#corrected(asked);
    if (better) {
      const again = parse(better, this.canonical);
      return { ...(await this.#find(again, chosen, more)), asked: again, instead: better };
    }
    return { ...found, asked };
  }

  async #find(asked, chosen, more) {
    const query = asked.terms.map((term) => (term.stem.length > 3 ? term.stem : term.plain)).join(" ") || null;
    const filters = Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, [value]]));
    const [all, current] = await Promise.all([
      this.pagefind.search(query, { filters }),
      this.pagefind.search(query, { filters: { ...filters, gjelder: ["ja"] } }),
    ]);
    const newest = new Set(current.results.map((each) => each.id));
    const results = [...all.results].sort((a, b) => newest.has(b.id) - newest.has(a.id));
    const entries = [];
    let seen = 0;
    while (seen < results.length && seen < AT_MOST * (more + 1)) {
      const batch = results.slice(seen, seen + AT_ONCE);
      const records = await Promise.all(batch.map((each) => this.#record(each)));
      entries.push(...records.flatMap((record) => this.#answers(record, asked, chosen)));
      seen += batch.length;
      if (new Set(entries.map((each) => each.record.of)).size >= ENOUGH * (more + 1)) break;
    }
    entries.sort((a, b) => b.score - a.score);
    return { entries, records: results.length, left: results.length - seen, filters: all.filters };
  }

  async #record(result) {
    if (!this.loaded.has(result.id)) this.loaded.set(result.id, result.data().then((data) => takenApart(data)));
    return this.loaded.get(result.id);
  }

  #answers(record, asked, chosen) {
    return record.entries
      .filter((entry) => Object.entries(OF_ENTRIES).every(([facet, field]) => has(entry, field, chosen[facet])))
      .map((entry) => ({ ...entry, record, score: this.#score(record, entry, asked) }))
      .filter((entry) => entry.score > 0);
  }

  /** How well an entry answers: each term by its best place, in the entry itself or in what it stands in. */
  #score(record, entry, { terms, phrases }) {
    const plain = words(entry.text).join(" ");
    if (!phrases.every((phrase) => `${words(entry.label).join(" ")} ${plain}`.includes(phrase))) return 0;
    let sum = terms.length ? 0 : 1;
    let own = 0;
    for (const term of terms) {
      const here = Math.max(...FIELDS.map((field) => worth(entry, field, this.#best(term, entry.words[field]))));
      const around = CONTEXT * Math.max(this.#best(term, entry.around), this.#best(term, record.around));
      if (!here && !around) return 0;
      own += here > 0 ? 1 : 0;
      sum += Math.max(here, around);
    }
    if (terms.length && !own) return 0;
    const typed = terms.map((term) => term.typed).join(" ");
    const together = terms.length > 1 && `${words(entry.label).join(" ")} ${plain}`.includes(typed) ? 1.5 : 1;
    return sum * together * (own / (terms.length || 1)) * record.worth;
  }

  #best(term, list) {
    let best = 0;
    for (const word of list) {
      best = Math.max(best, likeness(term, word, this.canonical));
      if (best === 1) break;
    }
    return best;
  }

  /** The question with each unknown word replaced by its nearest known one, or by its parts; null for none. */
  async #corrected({ terms }) {
    this.vocabulary ??= json(new URL("pagefind/planverk-vocabulary.json", this.base));
    const known = await this.vocabulary;
    const stems = new Set(known.map(stem));
    const isKnown = (word) => stems.has(stem(word)) || known.some((each) => each.startsWith(word));
    const better = terms.map(({ typed, plain }) => {
      if (isKnown(plain)) return typed;
      if (plain.length < 4) return null;
      const ends = known.find((each) => stem(each).endsWith(stem(plain)) && stem(plain).length > 3);
      if (ends || plain.length < 6) return ends ?? null;
      const near = known.filter((each) => oneSlip(plain, each) || oneSlip(stem(plain), stem(each)));
      near.sort((a, b) => (b[0] === plain[0]) - (a[0] === plain[0]) || Math.abs(a.length - plain.length) - Math.abs(b.length - plain.length));
      return near[0] ?? parts(plain, isKnown);
    });
    const text = better.join(" ");
    return better.includes(null) || text === terms.map((term) => term.typed).join(" ") ? null : text;
  }
}

/** What a word's likeness is worth in a field: a whole name counts most, one word of a long text least. */
function worth(entry, field, like) {
  if (field === "label" && entry.name && like > 0.9) return like * NAME;
  if (field === "hidden" && entry.alias && like === 1) return ALIAS;
  return like * WEIGHTS[field] / (field === "text" ? 1 + entry.words.text.length / 80 : 1);
}

const has = (entry, field, wanted) => !wanted || (field === "area" ? entry.area === wanted
  : entry[field].split(field === "years" ? " " : "; ").includes(wanted));

/** A compound's two parts where both are known. */
function parts(word, isKnown) {
  for (let at = 4; at <= word.length - 4; at += 1) {
    const head = word.slice(0, at);
    for (const each of [head, head.replace(/[se]$/, "")]) {
      if (each.length > 3 && isKnown(each) && isKnown(word.slice(at))) return `${each} ${word.slice(at)}`;
    }
  }
  return null;
}

/** A record's entries, each with its fields and the words in them. */
function takenApart({ raw_url: url, raw_content: content, meta, anchors, filters }) {
  const tokens = content.split(/\s+/);
  const places = [...anchors].sort((a, b) => a.location - b.location);
  let area = "";
  const entries = places.map(({ id, location }, at) => {
    const values = tokens.slice(location, places[at + 1]?.location).join(" ").split("¦").map((each) => each.trim());
    const entry = Object.fromEntries(FIELDS.map((field, each) => [field, values[each] ?? ""]));
    const apart = id.includes("/");
    if (id.startsWith("omrade-") || (apart && url.startsWith("/strategi/") && at === 0)) area = entry.label;
    entry.to = apart ? id : `${url.slice(1)}#${id}`;
    if (SECTIONS.has(id) || (apart && !url.startsWith("/strategi/"))) area = "";
    entry.area = area;
    entry.name = apart && (at === 0 || !meta.of);
    entry.alias = entry.name && !url.startsWith("/strategi/");
    entry.words = Object.fromEntries(FIELDS.map((field) => [field, words(entry[field])]));
    entry.around = words(area);
    return entry;
  });
  return {
    entries,
    of: meta.of ?? "",
    period: meta.period ?? "",
    current: meta.current === "1",
    union: filters.fagforening?.[0] ?? "",
    around: words([meta.title, ...(filters.fylke ?? []), filters.fylke ? entries[0].hidden : ""].join(" ")),
    worth: (meta.current === "1" ? 1 : 0.75) * (filters.fagforening ? 1 : 0.85),
  };
}
