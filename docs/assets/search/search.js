// On every page: the way to the search.  What searches is fetched when the reader touches a field.

const forms = [...document.querySelectorAll(".pv-find")];
const inHeader = document.querySelector(".md-header .pv-find");
const isShown = (form) => form.getClientRects().length > 0;

/** Asks for all modules at once, which would otherwise find one another only one by one. */
function preload(site) {
  const near = ["results.js", "entries.js", "index.js", "corrections.js", "words.js"].map((name) => new URL(name, import.meta.url));
  for (const href of [...near, new URL("pagefind/pagefind.js", site)]) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
  }
}

function mount(form) {
  const input = form.querySelector("input");
  const site = new URL("../", form.action);
  let mounted;
  const begin = () => {
    if (mounted) return;
    preload(site);
    mounted = import("./results.js").then((module) => module.mount(form, site, form !== inHeader));
    mounted.catch(() => form.classList.add("pv-find--broken"));
  };
  input.addEventListener("focus", begin, { once: true });
  form.addEventListener("submit", (event) => {
    if (form !== inHeader && !form.classList.contains("pv-find--broken")) event.preventDefault();
  });
  if (form === inHeader) return;
  if (location.search.length > 1) begin();
  else if (location.hash === "#sok") input.focus();
}

function toField() {
  const form = [...forms].reverse().find(isShown);
  if (form) form.querySelector("input").focus();
  else if (inHeader) location.href = `${inHeader.action}#sok`;
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  toField();
});
forms.forEach(mount);
if (new URLSearchParams(location.search).has("vis")) import("./highlight.js");
