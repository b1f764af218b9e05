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

function wayUp(link) {
  const tell = () => link.classList.toggle("pv-top--far", scrollY > innerHeight);
  addEventListener("scroll", tell, { passive: true });
  tell();
}

/** Marks the heading that was passed last. */
function follow(contents) {
  const links = new Map([...contents.querySelectorAll("a[href^='#']")].map((each) => [each.hash.slice(1), each]));
  const headings = [...links.keys()].map((id) => document.getElementById(decodeURIComponent(id))).filter(Boolean);
  const seen = new IntersectionObserver(() => {
    const passed = headings.filter((each) => each.getBoundingClientRect().top < innerHeight / 3);
    const here = passed.length ? links.get(encodeURIComponent(passed.at(-1).id)) ?? links.get(passed.at(-1).id) : null;
    links.forEach((link) => (link === here ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));
  }, { rootMargin: "0px 0px -66% 0px" });
  headings.forEach((each) => seen.observe(each));
}

document.querySelectorAll(".pv-scheme").forEach(scheme);
document.querySelectorAll(".pv-menu").forEach(menu);
document.querySelectorAll(".pv-top").forEach(wayUp);
document.querySelectorAll(".pv-beside--toc").forEach(follow);
