// What a problem means, in a dialog.
// In:  a problem; the server's page about its code.
// Out: the text of that page, without leaving the preview.

const dialog = document.getElementById("explanation");
const name = document.getElementById("explanation-name");
const room = document.getElementById("explained");

export async function explain(problem) {
  name.textContent = problem.code;
  room.replaceChildren();
  try {
    const response = await fetch(problem.explain);
    if (!response.ok) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const text = page.querySelector("main") ?? page.body;
    // What is wrong, in a sentence, is the name of the dialog.
    const title = text.querySelector("h1");
    if (title) name.textContent = title.textContent.replace(/\.$/, "");
    title?.remove();
    room.replaceChildren(...text.children);
  } catch {
    const sorry = document.createElement("p");
    sorry.textContent = `No explanation available. Try: issuebrief explain ${problem.code}`;
    room.replaceChildren(sorry);
  }
  if (!dialog.open) dialog.showModal();
  room.scrollTop = 0;
}

/** Dialogs close by their button and by a click beside them. */
export function dialogs() {
  for (const each of document.querySelectorAll("dialog")) {
    each.querySelector(".close").addEventListener("click", () => each.close());
    each.addEventListener("click", (event) => event.target === each && each.close());
  }
}
