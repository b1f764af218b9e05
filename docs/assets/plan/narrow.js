// Shows only the goals and measures that the reader asks for.  What is asked for stands in the address alone.

const areaOf = (heading) => {
  const inside = [];
  for (let each = heading.nextElementSibling; each && each.tagName !== "H2"; each = each.nextElementSibling) inside.push(each);
  return { heading, inside };
};

export const mount = (form) => new Narrowing(form);

class Narrowing {
  constructor(form) {
    this.form = form;
    this.selects = [...form.querySelectorAll("select")];
    this.status = form.querySelector("[role=status]");
    this.all = form.querySelector("button");
    this.cards = [...document.querySelectorAll("[data-omrade]")];
    this.areas = [...document.querySelectorAll("h2[id^='omrade-']")].map(areaOf);
    form.hidden = false;
    form.addEventListener("change", () => this.#narrow());
    form.addEventListener("submit", (event) => event.preventDefault());
    this.all.addEventListener("click", () => {
      this.#clear();
      this.selects[0].focus();
    });
    window.addEventListener("hashchange", () => this.#uncover());
    window.addEventListener("popstate", () => this.#restore());
    this.#restore();
    this.#uncover();
  }

  #restore() {
    const address = new URLSearchParams(location.search);
    this.selects.forEach((select) => {
      const wanted = address.get(select.name) ?? "";
      select.value = [...select.options].some((each) => each.value === wanted) ? wanted : "";
    });
    this.#show();
  }

  #clear() {
    this.selects.forEach((select) => {
      select.value = "";
    });
    this.#narrow();
  }

  #narrow() {
    const address = new URL(location.href);
    this.selects.forEach(({ name, value }) => {
      address.searchParams.delete(name);
      if (value) address.searchParams.set(name, value);
    });
    history.replaceState(history.state, "", address);
    this.#show();
  }

  /** Where the address leads to something that is not shown, everything is. */
  #uncover() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("[hidden]")) return;
    this.#clear();
    target.scrollIntoView();
  }

  #show() {
    const wanted = this.selects.filter(({ value }) => value).map(({ name, value }) => [name, value]);
    const answers = new Set(this.cards.filter(({ dataset }) =>
      wanted.every(([name, value]) => dataset[name].split(" ").includes(value))));
    const narrowed = wanted.length > 0;
    this.areas.forEach((area) => this.#showArea(area, narrowed, answers));
    this.all.hidden = !narrowed;
    const { count, none } = this.form.dataset;
    const told = answers.size ? count.replace("%n", answers.size).replace("%m", this.cards.length) : none;
    this.status.textContent = narrowed ? told : "";
    this.form.dispatchEvent(new CustomEvent("narrowed", { bubbles: true }));
  }

  /** An area's heading, its answers, and the headings that these stand under; nothing where there are none. */
  #showArea({ heading, inside }, narrowed, answers) {
    const some = inside.some((each) => answers.has(each));
    heading.hidden = narrowed && !some;
    let answered = false;
    [...inside].reverse().forEach((each) => {
      if (answers.has(each)) answered = true;
      each.hidden = narrowed && !(answers.has(each) || (each.tagName === "H3" && answered));
      if (each.tagName === "H3") answered = false;
    });
  }
}
