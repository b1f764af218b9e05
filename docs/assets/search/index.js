// Pagefind's index of plans, and the entries in them that answer a question.

import { mine } from "../mine.js";
import { Corrections } from "./corrections.js";
import { comparer, likeness, parse, words } from "./words.js";

const FIELDS = ["label", "kind", "text", "owners", "deadline", "status", "roles", "years", "hidden"];
const WEIGHTS = { label: 3, kind: 0.6, text: 2, owners: 1.5, deadline: 1, status: 1, roles: 1.5, years: 0.5, hidden: 0.9 };
const NAME = 7;
const ALIAS = 4;
const CONTEXT = 0.8;
const HELP = 0.5;
const AT_ONCE = 6;
const ENOUGH = 5;
const AT_MOST = 24;
const MOST_TERMS = 4;
const FEW = 3;
/** Facets that an entry has of its own; the others are the whole plan's. */
const OF_ENTRIES = { type: "kind", omrade: "area", rolle: "roles", status: "status", frist: "years" };

/** What stands in no area, though it comes after them. */
const SECTION = /^(situasjon|innledning|kapittel-\d+)$/;

const json = async (url) => (await fetch(url)).json();

/** The index of the site, with those of the sites in `also` searched as one; all are of one language. */
export async function open(site, also = []) {
  const [{ createInstance }, tables] = await Promise.all([
    import(new URL("pagefind/pagefind.js", site)),
    json(new URL("pagefind/planverk-words.json", site)),
  ]);
  const pagefind = createInstance({ noWorker: true });
  await pagefind.options({ baseUrl: "/", excerptLength: 1 });
  for (const other of also) await pagefind.mergeIndex(new URL("pagefind/", other).href, { baseUrl: new URL(other).href });
  return new Index(pagefind, tables, site);
}

class Index {
  constructor(pagefind, { forms, said }, site) {
    Object.assign(this, { pagefind, said, site, canonical: comparer(forms), loaded: new Map(), own: mine()?.name });
  }

  /** Makes the facets known, so that searches count them. */
  facets() {
    return this.pagefind.filters();
  }

  /**
   * What answers the text.  Where nothing does, `instead` is another text that does; `some` is true where
   * few entries have all the words, and others that have some of them come after.
   */
  async search(text, chosen, more = 0) {
    const asked = parse(text, this.canonical);
    const found = await this.#find(asked, chosen, more);
    if (found.entries.length >= FEW || !asked.terms.length || asked.phrases.length) return { ...found, asked };
    this.corrections ??= json(new URL("pagefind/planverk-vocabulary.json", this.site)).then((known) => new Corrections(known));
    const corrections = await this.corrections;
    for (const instead of found.entries.length ? [] : corrections.of(asked.terms)) {
      const again = parse(instead, this.canonical);
      const better = await this.#find(again, chosen, more);
      if (better.entries.length) return { ...better, asked: again, instead };
      if (again.terms.length > asked.terms.length) return { ...(await this.#some(again, chosen, better)), asked: again };
    }
    const known = asked.terms.every((term) => corrections.knows(term.plain));
    return { ...(known ? await this.#some(asked, chosen, found) : found), asked };
  }

  /** What answers all words but one. */
  async #some({ terms, phrases }, chosen, whole) {
    if (terms.length < 2 || terms.length > MOST_TERMS) return whole;
    const less = terms.map((left) => ({ terms: terms.filter((term) => term !== left), phrases }));
    const all = await Promise.all(less.map((each) => this.#find(each, chosen, 0)));
    const first = new Set(whole.entries.map((entry) => entry.to));
    const best = new Map();
    for (const entry of all.flatMap(({ entries }) => entries)) {
      if (!(best.get(entry.to)?.score >= entry.score)) best.set(entry.to, entry);
    }
    const rest = [...best.values()].filter((entry) => !first.has(entry.to)).sort((a, b) => this.#isOwn(b) - this.#isOwn(a) || b.score - a.score);
    const entries = [...whole.entries, ...rest];
    return { ...whole, entries, records: entries.length, left: 0, some: rest.length > 0 };
  }

  async #find(asked, chosen, more) {
    const query = asked.terms.map((term) => (term.stem.length > 3 ? term.stem : term.plain)).join(" ") || null;
    const filters = Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, [value]]));
    const among = (more) => this.pagefind.search(query, { filters: { ...filters, ...more } });
    const [all, current, own] = await Promise.all([
      among({}),
      among({ gjelder: ["ja"] }),
      this.own && !filters.fagforening ? among({ fagforening: [this.own] }) : { results: [] },
    ]);
    const [newest, first] = [current, own].map(({ results }) => new Set(results.map((each) => each.id)));
    const worth = ({ id }) => 2 * first.has(id) + newest.has(id);
    const results = [...all.results].sort((a, b) => worth(b) - worth(a));
    const entries = [];
    let seen = 0;
    while (seen < results.length && seen < AT_MOST * (more + 1)) {
      const batch = results.slice(seen, seen + AT_ONCE);
      const records = await Promise.all(batch.map((each) => this.#record(each)));
      entries.push(...records.flatMap((record) => this.#answers(record, asked, chosen)));
      seen += batch.length;
      if (new Set(entries.map((each) => each.record.of)).size >= ENOUGH * (more + 1)) break;
    }
    entries.sort((a, b) => this.#isOwn(b) - this.#isOwn(a) || b.score - a.score);
    return { entries, records: results.length, left: results.length - seen, filters: all.filters };
  }

  /** Whether the entry is of the union that the reader keeps as their own. */
  #isOwn({ record }) {
    return record.union !== "" && record.union === this.own;
  }

  async #record(result) {
    if (!this.loaded.has(result.id)) this.loaded.set(result.id, result.data().then((data) => takenApart(data, this.site)));
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
      const here = Math.max(...FIELDS.map((field) => worth(entry, field, this.#best(field === "hidden" ? term.loose : term, entry.words[field]))));
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
}

/** What a word's likeness is worth in a field: a whole name counts most, one word of a long text least. */
function worth(entry, field, like) {
  if (field === "label" && entry.name && like > 0.9) return like * NAME;
  if (field === "hidden" && entry.alias && like === 1) return ALIAS;
  return like * WEIGHTS[field] / (field === "text" ? 1 + entry.words.text.length / 80 : 1);
}

const has = (entry, field, wanted) => !wanted || (field === "area" ? entry.area === wanted
  : entry[field].split(field === "years" ? " " : "; ").includes(wanted));

/** A record's entries, each with its fields and the words in them. */
function takenApart({ url: found, raw_url: url, raw_content: content, meta, anchors, filters }, site) {
  const tokens = content.split(/\s+/);
  const places = [...anchors].sort((a, b) => a.location - b.location);
  let area = "";
  const entries = places.map(({ id, location }, at) => {
    const values = tokens.slice(location, places[at + 1]?.location).join(" ").split("¦").map((each) => each.trim());
    const entry = Object.fromEntries(FIELDS.map((field, each) => [field, values[each] ?? ""]));
    const apart = id.includes("/");
    if (id.startsWith("omrade-") || (apart && url.startsWith("/strategi/") && at === 0)) area = entry.label;
    entry.to = apart ? id : `${url.slice(1)}#${id}`;
    if (SECTION.test(id) || (apart && !url.startsWith("/strategi/"))) area = "";
    entry.area = area;
    entry.name = apart && (at === 0 || !meta.of);
    entry.alias = entry.name && !url.startsWith("/strategi/");
    entry.words = Object.fromEntries(FIELDS.map((field) => [field, words(entry[field])]));
    entry.around = words(area);
    return entry;
  });
  return {
    entries,
    site: found === url ? site : found.slice(0, 1 - url.length),
    of: meta.of ?? "",
    period: meta.period ?? "",
    language: meta.language ?? "",
    current: meta.current === "1",
    union: filters.fagforening?.[0] ?? "",
    around: words([meta.title, ...(filters.fylke ?? []), filters.fylke ? entries[0].hidden : ""].join(" ")),
    worth: (meta.current === "1" ? 1 : 0.75) * (filters.fagforening ? 1 : meta.of && !filters.periode ? HELP : 0.85),
  };
}
