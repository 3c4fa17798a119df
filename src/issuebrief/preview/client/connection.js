// The line to the server: what it tells, and what it is told.
// In:  `heard`, a function for each kind of event, and `changed`, told when the line breaks and comes back.
// Out: events as they come; `post` for what the page has to say.

const AGAIN = 1000; // ms between two attempts
const PATIENCE = 1200; // ms without a line before the writer hears of it

/** What this page calls itself, so that the server can tell several apart. */
export const name = crypto.randomUUID?.() ?? String(Math.random()).slice(2);

export function connect(heard, changed) {
  let source;
  let complaint;
  let again;

  function open() {
    // A page that comes back may have been about to try by itself: one line is enough.
    source?.close();
    clearTimeout(again);
    source = new EventSource(`/events?name=${name}`);
    source.onopen = () => {
      clearTimeout(complaint);
      complaint = undefined;
      changed(true);
    };
    source.onerror = () => {
      // Browsers differ in when they try again, and some never do: this page does it itself.
      source.close();
      complaint ??= setTimeout(() => changed(false), PATIENCE);
      again = setTimeout(open, AGAIN);
    };
    for (const [name, hear] of Object.entries(heard)) {
      source.addEventListener(name, (event) => hear(JSON.parse(event.data)));
    }
  }

  open();
  // Lest a page that is being left be told that its server is gone.
  addEventListener("pagehide", () => {
    source.close();
    clearTimeout(again);
  });
  addEventListener("pageshow", (event) => event.persisted && open());
}

export async function post(path, message) {
  return fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(message),
  });
}
