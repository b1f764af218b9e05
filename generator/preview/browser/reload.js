// Loads the page anew when it says something else; only while somebody looks at it, for a browser
// keeps few connections to one place open.
const asked = new URLSearchParams({ page: location.pathname, mark: document.currentScript.dataset.mark });
let changes;

function listen() {
  if (document.visibilityState === "visible" && !changes) {
    changes = new EventSource(`/-/preview/changes?${asked}`);
    changes.addEventListener("changed", () => location.reload());
  } else if (document.visibilityState !== "visible" && changes) {
    changes.close();
    changes = undefined;
  }
}

document.addEventListener("visibilitychange", listen);
listen();
