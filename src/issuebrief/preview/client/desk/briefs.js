// The list of all briefs of the project.
// In:  the briefs that the server finds.
// Out: buttons; the one that is chosen is shown, in this window and all others.

import { post } from "../connection.js";
import { toast } from "../say.js";
import { make } from "./elements.js";

export function briefs(body) {
  async function refresh() {
    let listed;
    try {
      const response = await fetch("/briefs");
      if (!response.ok) return;
      listed = (await response.json()).briefs;
    } catch {
      return; // the list stays as it was
    }
    body.replaceChildren(make("ol", { class: "briefs" }, ...listed.map(entry)));
  }

  function entry({ name, title, current }) {
    const words = [make("span", { class: "brief-title" }, title), make("span", { class: "brief-path" }, name)];
    const button = make("button", { type: "button", ...(current ? { "aria-current": "true" } : {}) }, ...words);
    button.addEventListener("click", () => !current && choose(name, title));
    return make("li", {}, button);
  }

  async function choose(name, title) {
    try {
      const response = await post("/briefs", { name });
      if (response.status === 409) toast("The theme has changes that are not saved. Save or discard them first.");
      else if (!response.ok) {
        toast(`${name} is not there any more.`);
        refresh();
      } else toast(`Opening “${title}” …`);
    } catch {
      toast("The preview does not answer.");
    }
  }

  return { refresh };
}
