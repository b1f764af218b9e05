// Before anything is drawn: light or dark, where the reader has asked for the one the device does not.
{
  document.documentElement.classList.add("pv-scripts");
  let chosen = null;
  try {
    chosen = localStorage.getItem("planverk-scheme");
  } catch {
    // Storage is shut off; the device decides.
  }
  if (chosen) document.getElementById("pv-dark").media = chosen === "dark" ? "screen" : "not all";
}
