// Where in the plan the reader is, and the way from a mark in the picture of deadlines to its measure.

export function mount(bar) {
  const here = bar.querySelector(".pv-bar__here");
  const headings = [...document.querySelectorAll("article h2[id]")];
  let asked = false;
  const tell = () => {
    asked = false;
    const limit = bar.getBoundingClientRect().bottom + 1;
    const passed = headings.filter((each) => !each.hidden && each.getBoundingClientRect().top < limit + 40);
    const now = passed.at(-1);
    const inside = now && headings.indexOf(now) > 0 && limit < window.innerHeight / 2;
    here.textContent = inside ? now.firstChild.textContent.trim() : "";
  };
  const soon = () => {
    if (!asked) requestAnimationFrame(tell);
    asked = true;
  };
  window.addEventListener("scroll", soon, { passive: true });
  document.addEventListener("narrowed", soon);
  tell();
  document.querySelector(".pv-time svg")?.addEventListener("click", ({ target }) => {
    const mark = target.closest("[data-to]");
    if (mark) location.hash = mark.dataset.to;
  });
}
