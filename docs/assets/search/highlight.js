// Marks what was searched for on the page that a result led to.

import { words } from "./words.js";

const sought = words(new URLSearchParams(location.search).get("vis") ?? "").filter((word) => word.length > 2);
const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
const within = place?.closest(".pv-card") ?? document.querySelector("article");

function mark(node) {
  const at = sought.map((word) => node.data.toLowerCase().indexOf(word)).filter((found) => found >= 0);
  if (!at.length) return;
  const found = node.splitText(Math.min(...at));
  const rest = found.splitText(found.data.match(/^[\p{L}\p{N}.]*[\p{L}\p{N}]/u)[0].length);
  const marked = document.createElement("mark");
  found.replaceWith(marked);
  marked.append(found);
  mark(rest);
}

if (within && sought.length) {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  nodes.forEach(mark);
  if (!place) document.querySelector("article mark")?.scrollIntoView({ block: "center" });
}
