// What the reader can do with the plan: share it, print it, call its union one's own.

import { forget, mine, remember } from "../mine.js";

const button = (text, act) => {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", textContent: text });
  made.addEventListener("click", act);
  return made;
};

export function mount(place) {
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  place.after(status);
  status.className = "pv-actions__told";
  const tell = (text) => {
    status.textContent = text;
  };
  if (navigator.share || navigator.clipboard) place.prepend(button(place.dataset.share, () => share(place, tell)));
  place.querySelector(".pv-print").replaceWith(button(place.dataset.print, () => window.print()));
  own(place, tell);
}

async function share(place, tell) {
  const url = location.href;
  try {
    if (navigator.share) await navigator.share({ title: document.title, url });
    else {
      await navigator.clipboard.writeText(url);
      tell(place.dataset.copied);
    }
  } catch (error) {
    // The reader thought better of it, or the browser did; the address stands where it always does.
    if (error.name !== "AbortError") tell(url);
  }
}

/** The button that remembers the union, or that it is remembered, with a way to undo that. */
function own(place, tell) {
  const { union, remember: ask, remembered, notRemembered, mine: isMine, forget: undo, forgotten } = place.dataset;
  const name = document.querySelector("article h1").firstChild.textContent.trim();
  const group = document.createElement("span");
  group.className = "pv-own";
  document.querySelector(".pv-who").append(group);
  const show = () => {
    if (mine()?.id !== union) return group.replaceChildren(button(ask, keep));
    const told = document.createElement("strong");
    told.textContent = isMine;
    return group.replaceChildren(told, button(undo, drop));
  };
  const changed = (words) => {
    tell(words);
    show();
    group.querySelector("button").focus();
  };
  const keep = () => (remember(union, name) ? changed(remembered) : tell(notRemembered));
  const drop = () => {
    forget();
    changed(forgotten);
  };
  show();
}
