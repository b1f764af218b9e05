// On every page: light or dark, a menu that closes, the way up, and where in the page one is.

const KEY = "planverk-scheme";
const sheet = document.getElementById("pv-dark");
const device = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => matchMedia(sheet.media).matches;

/** Only a choice that differs from the device's is kept. */
function keep(dark) {
  try {
    if (dark === device.matches) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, dark ? "dark" : "light");
  } catch {
    // Storage is shut off: the choice lasts as long as the page.
  }
}

function scheme(button) {
  const tell = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    const dark = !isDark();
    sheet.media = dark ? "screen" : "not all";
    keep(dark);
    tell();
  });
  device.addEventListener("change", tell);
  tell();
}

function menu(details) {
  const close = () => details.removeAttribute("open");
  document.addEventListener("click", (event) => details.contains(event.target) || close());
  details.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !details.contains(event.relatedTarget)) close();
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    close();
    details.querySelector("summary").focus();
  });
}

/** The way up is shown once the title is out of sight. */
function wayUp(link) {
  const title = document.querySelector("h1");
  const seen = new IntersectionObserver(([{ isIntersecting }]) => link.classList.toggle("pv-top--far", !isIntersecting));
  if (title) seen.observe(title);
}

/** Marks the heading that was passed last. */
function follow(contents) {
  const links = [...contents.querySelectorAll("a")];
  const headings = links.map((each) => document.getElementById(decodeURIComponent(each.hash.slice(1))));
  const tell = () => {
    const here = headings.findLastIndex((each) => each && each.getBoundingClientRect().top < innerHeight / 3);
    links.forEach((each, at) => {
      if (at === here) each.setAttribute("aria-current", "true");
      else each.removeAttribute("aria-current");
    });
  };
  let asked = 0;
  addEventListener("scroll", () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(tell);
  }, { passive: true });
}

document.querySelectorAll(".pv-scheme").forEach(scheme);
document.querySelectorAll(".pv-menu").forEach(menu);
document.querySelectorAll(".pv-top").forEach(wayUp);
document.querySelectorAll(".pv-beside--toc").forEach(follow);
