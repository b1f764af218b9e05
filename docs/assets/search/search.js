// On every page: the way to the search.  What searches is fetched when the reader touches the field.

/** The way to the search in the language of the page, which begins the addresses of that language. */
const known = [...document.querySelectorAll(".md-nav a, .md-tabs a")].find((each) => each.href.endsWith("/sok/"));
const PAGE = new URL(known?.href ?? "../../sok/", import.meta.url);
const BASE = new URL("../", PAGE);

const field = () => document.querySelector(".pv-find input");

function toField() {
  if (field()) field().focus();
  else location.href = `${PAGE}#sok`;
}

/** The link to the search that stands in the navigation stands in the header too. */
function addToHeader() {
  const header = document.querySelector(".md-header__inner");
  if (!known || !header || field()) return;
  const link = document.createElement("a");
  link.className = "pv-find-link";
  link.href = `${PAGE}#sok`;
  link.textContent = known.textContent.trim();
  header.append(link);
}

function mount(form) {
  const input = form.querySelector("input");
  let mounted;
  const begin = () => {
    mounted ??= import("./results.js").then((module) => module.mount(form, BASE));
    mounted.catch(() => form.classList.add("pv-find--broken"));
  };
  input.addEventListener("focus", begin, { once: true });
  form.addEventListener("submit", (event) => {
    if (!form.classList.contains("pv-find--broken")) event.preventDefault();
  });
  if (location.search.length > 1) begin();
  else if (location.hash === "#sok") input.focus();
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  toField();
});
document.querySelectorAll(".pv-find").forEach(mount);
addToHeader();
if (new URLSearchParams(location.search).has("vis")) import("./highlight.js");
