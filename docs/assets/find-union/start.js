// Where a page lets the reader find a union: the field, and the union that this device remembers.

import { forget, mine } from "../mine.js";

const BASE = new URL("../../", import.meta.url);

function ownLine(line) {
  const own = mine();
  if (!own) return;
  const link = line.querySelector("a");
  link.href = new URL(`fagforeninger/${own.id}/`, BASE);
  link.textContent = own.name;
  line.querySelector("button").addEventListener("click", () => {
    forget();
    line.hidden = true;
    document.querySelector(".pv-choose input")?.focus();
  });
  line.hidden = false;
}

document.querySelectorAll(".pv-choose").forEach(async (place) => {
  const { mount } = await import("./combobox.js");
  mount(place, BASE);
});
document.querySelectorAll(".pv-own-line").forEach(ownLine);
