// What the writer chose, kept from one visit to the next.
// In:  names and values; the browser's store, where it may be used.
// Out: `get` and `set`; without a store, what was chosen lasts as long as the page.

const STORE = "issuebrief.preview";
const FIRST = { layout: "single", zoom: "width", surround: "system", left: "pages", right: "", keys: true };

export function preferences() {
  const chosen = { ...FIRST, ...stored() };
  return {
    get: (name) => chosen[name],
    set(name, value) {
      chosen[name] = value;
      try {
        localStorage.setItem(STORE, JSON.stringify(chosen));
      } catch {
        // A browser that keeps nothing is no reason to stop.
      }
    },
  };
}

function stored() {
  try {
    return JSON.parse(localStorage.getItem(STORE)) ?? {};
  } catch {
    return {};
  }
}
