// The texts of pages, as the server has them.
// In:  the key of a page.
// Out: its lines, in the order of reading: see layout/inspect/page_text.py. Lengths are in pt.

const known = new Map();

/** The lines of a page; none where the page is not drawn or the server has gone. */
export function textOf(key) {
  if (!key) return Promise.resolve([]);
  if (!known.has(key)) known.set(key, asked(key));
  return known.get(key);
}

async function asked(key) {
  try {
    const response = await fetch(`/text/${key}.json`);
    if (response.ok) return await response.json();
  } catch {
    // It may be asked for again.
  }
  known.delete(key);
  return [];
}

/** Keep the texts of these pages alone. */
export function keepTexts(keys) {
  for (const key of [...known.keys()]) if (!keys.has(key)) known.delete(key);
}
