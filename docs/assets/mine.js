// The reader's own union, kept on this device alone, and only after having asked for it.

const KEY = "planverk.fagforening";
const NAME = `${KEY}.navn`;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The union that the reader chose, by id and name; null for none, and where nothing can be kept. */
export function mine() {
  try {
    const id = localStorage.getItem(KEY);
    return id && ID.test(id) ? { id, name: localStorage.getItem(NAME) || id } : null;
  } catch {
    return null;
  }
}

/** Keeps the union; whether that could be done. */
export function remember(id, name) {
  try {
    localStorage.setItem(NAME, name);
    localStorage.setItem(KEY, id);
    return true;
  } catch {
    return false;
  }
}

/** Keeps nothing any more. */
export function forget() {
  try {
    localStorage.removeItem(KEY);
    localStorage.removeItem(NAME);
  } catch {
    // What cannot be reached was never kept.
  }
}
