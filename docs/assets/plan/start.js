// On every page: what the page of a plan has to offer is fetched there and nowhere else.

const begin = (selector, load) => {
  const place = document.querySelector(selector);
  if (place) load().then((module) => module.mount(place));
};

begin(".pv-actions", () => import("./actions.js"));
begin(".pv-narrow", () => import("./narrow.js"));
begin(".pv-bar", () => import("./places.js"));
