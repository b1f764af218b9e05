// Starts Sveltia CMS.  Of the languages that its own buttons have, Danish is the nearest to Norwegian.
const kept = "sveltia-cms.prefs";
if (!localStorage.getItem(kept)) localStorage.setItem(kept, JSON.stringify({ locale: "da" }));
const { init } = await import("./sveltia/npm/index.js");
init();
