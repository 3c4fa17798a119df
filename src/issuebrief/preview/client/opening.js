// From the page to the file: open a line in the writer's editor.
// In:  a line and a file of the brief's folder.
// Out: the editor comes forward, by an address that it answers to, by the server's hand, or by the clipboard.

import { post } from "./connection.js";
import { toast } from "./say.js";

const PATIENCE = 1500; // ms that an editor has to come up
// In a frame, as of an editor's own browser, no address of another program is followed.
const place = window.top === window ? {} : { framed: true };

export async function open(line, file) {
  let answer;
  try {
    const response = await post("/open", { line, file, ...place });
    if (!response.ok) throw new Error(String(response.status));
    answer = response.status === 204 ? {} : await response.json();
  } catch {
    toast(`Line ${line} could not be opened: the preview does not answer.`);
    return;
  }
  if (answer.url) follow(answer.url, line);
  else if (answer.copied) await copy(answer.copied);
  else toast(`Line ${line} is open in the editor.`);
}

// An anchor, since going to an address of an editor must not look like leaving the page.
function follow(url, line) {
  const scheme = new URL(url).protocol;
  if (scheme === "javascript:" || scheme === "data:") return;
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.click();
  // A browser does not say whether any program answers to an address; one that does takes the focus.
  setTimeout(() => {
    if (document.hasFocus()) toast(`Line ${line} was sent to the editor. If none came up: issuebrief preview --editor NAME`);
  }, PATIENCE);
}

async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    toast(`Copied: ${words}`);
  } catch {
    toast(words);
  }
}
