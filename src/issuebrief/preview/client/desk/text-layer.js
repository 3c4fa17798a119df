// The words of the pages, laid over their pictures: they can be selected, copied, found and read aloud.
// In:  pages on the table, and their texts.
// Out: a layer over each page near the window, a paragraph for each paragraph; `copy` gives its plain text. A
//      click that selects nothing goes through to the line below.

import { make } from "./elements.js";
import { textOf } from "./texts.js";

const TWICE = 250; // ms in which a second click makes a double click
const WIDE = 3; // ems: what is farther away does not follow as the next word
const FACE = "sans-serif";

export function textLayers(list) {
  let revision = null;
  const { canvas, widths } = { canvas: document.createElement("canvas").getContext("2d"), widths: new Map() };
  canvas.font = `100px ${FACE}`;

  /** The width of a text in ems of the layer's face. */
  function measured(text) {
    if (!widths.has(text)) {
      if (widths.size > 20_000) widths.clear();
      widths.set(text, canvas.measureText(text).width / 100);
    }
    return widths.get(text);
  }

  async function dress(item) {
    const key = revision?.pages[item.number]?.key ?? "";
    // A page that looks the same keeps its words, and what is selected of them.
    const { width, trim } = item.page;
    const look = [key, width, trim?.x, trim?.y].join();
    if (item.textLook === look) return;
    item.textLook = look;
    const lines = await textOf(key);
    if (item.textLook !== look) return;
    item.text?.remove();
    item.text = lines.length ? layerOf(item, lines) : null;
    if (item.text) item.paper.append(item.text);
    else item.textLook = ""; // it may be asked for again
  }

  function layerOf(item, lines) {
    const layer = make("div", { class: "text" });
    let paragraph = null;
    let before = null;
    for (const line of lines) {
      const goesOn = before && before.after !== "\n" && before.paragraph === line.paragraph;
      if (!goesOn) {
        paragraph = make("p", line.running ? { class: "running" } : {});
        layer.append(paragraph);
      }
      for (const part of wordsOf(line, item.page)) paragraph.append(part);
      before = line;
    }
    layer.append(make("div", { class: "end" }));
    return layer;
  }

  /** The words of a line, each as wide as it is printed. The spaces after them belong to them. */
  function* wordsOf(line, { width, height, trim }) {
    const { x: left, y: top } = trim ?? { x: 0, y: 0 };
    const last = line.words.length - 1;
    for (const [number, [typed, x, across]] of line.words.entries()) {
      const plain = typed.trimEnd();
      const spaced = number < last ? typed !== plain : line.after === " ";
      const [from, to, isWide] = reach(line, number, x, across);
      const text = spaced && isWide ? `${plain} ` : plain;
      const word = make("span", line.leftward ? { dir: "rtl" } : {}, text);
      const along = (to - from) / line.size / (measured(text) || 1);
      word.style.left = `${(100 * (left + (line.turn ? line.x : from))) / width}%`;
      word.style.top = `${(100 * (top + line.y)) / height}%`;
      word.style.fontSize = `${(100 * line.size) / width}cqw`;
      word.style.lineHeight = String(line.height / line.size);
      const shift = line.turn ? `rotate(${line.turn}deg) translateX(${(100 * (from - line.x)) / width}cqw) ` : "";
      word.style.transform = `${shift}scaleX(${along.toFixed(4)})`;
      yield word;
      if (spaced && !isWide) yield " ";
    }
  }

  /** From where to where a word goes, with the space behind it if the next one stands there. */
  function reach(line, number, x, across) {
    const next = line.words[number + 1];
    if (!next) return [x, x + across, false];
    const gap = line.leftward ? x - next[1] - next[2] : next[1] - x - across;
    if (gap < 0 || gap > WIDE * line.size) return [x, x + across, false];
    return line.leftward ? [x - gap, x + across, true] : [x, x + across + gap, true];
  }

  const blockAt = ({ clientX, clientY }) =>
    document.elementsFromPoint(clientX, clientY).find((element) => element.matches(".block"));

  let hovered = null;
  function hover(block) {
    if (hovered === block) return;
    hovered?.classList.remove("hovered");
    block?.classList.add("hovered");
    hovered = block;
  }
  let frame = 0;
  list.addEventListener("pointermove", (event) => {
    if (frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      hover(event.target.closest?.(".text") && !event.buttons ? blockAt(event) : null);
    });
  });
  list.addEventListener("pointerleave", () => hover(null));

  // While one selects, the whole page takes part, so that beside a line nothing else is met.
  list.addEventListener("pointerdown", (event) => event.target.closest(".text")?.classList.add("selecting"));
  for (const end of ["pointerup", "pointercancel", "dragend"]) {
    document.addEventListener(end, () => {
      for (const layer of list.querySelectorAll(".selecting")) layer.classList.remove("selecting");
    });
  }

  let opening;
  list.addEventListener("click", (event) => {
    clearTimeout(opening);
    if (!event.target.closest(".text") || event.detail !== 1 || event.shiftKey) return;
    const block = blockAt(event);
    opening = setTimeout(() => getSelection().isCollapsed && block?.isConnected && block.click(), TWICE);
  });

  document.addEventListener("copy", (event) => {
    const text = selectedText();
    if (!text || event.target.closest?.("input, textarea")) return;
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
  });

  /** What is selected on the pages: a line for each paragraph, without what stands in the margins. */
  function selectedText() {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return "";
    const range = selection.getRangeAt(0);
    if (!list.contains(range.commonAncestorContainer)) return "";
    const around = range.commonAncestorContainer;
    const single = (around.nodeType === 1 ? around : around.parentElement).closest(".text p");
    if (single) return range.toString().trim();
    const parts = [...range.cloneContents().querySelectorAll("p")];
    const own = parts.filter((part) => !part.matches(".running") && part.textContent.trim());
    return own.map((part) => part.textContent.trim()).join("\n");
  }

  return { dress, take: (next) => (revision = next) };
}
