/* Opens notes where they are cited. Without this script, or in a browser without popovers, the marks are
   plain links to the endnotes and back. */
(() => {
  const card = document.querySelector("body > .note-card");
  if (!card || !card.showPopover) return;
  const title = card.querySelector(".note-card-title");
  const text = card.querySelector(".note-card-text");
  let opened = null;
  let inside = false;
  card.hidden = false;

  const fill = (mark, note) => {
    const copy = note.cloneNode(true);
    copy.querySelectorAll("[role=doc-backlink]").forEach((back) => back.remove());
    copy.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
    copy.querySelectorAll(".note-mark").forEach((other) => other.replaceWith(other.textContent));
    text.replaceChildren(...copy.childNodes);
    title.querySelector("span").textContent = mark.textContent.replace(/\P{Nd}/gu, "");
    title.href = mark.getAttribute("href");
    card.setAttribute("aria-label", mark.getAttribute("aria-label"));
  };

  /* Under the mark, within the window; a narrow window has the card at its foot, by style sheet. */
  const place = (mark) => {
    card.style.left = card.style.top = "";
    if (getComputedStyle(card).position === "fixed") return;
    const [spot, room] = [mark.getBoundingClientRect(), document.documentElement.clientWidth];
    const left = Math.min(Math.max(spot.left - 32, 16), room - card.offsetWidth - 16);
    const below = spot.bottom + 10;
    const above = spot.top - card.offsetHeight - 10;
    const top = below + card.offsetHeight > innerHeight && above > 0 ? above : below;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  };

  /* Close the card for good; what is focused next is for others to say. */
  const leave = () => {
    opened?.setAttribute("aria-expanded", "false");
    opened = null;
    if (card.matches(":popover-open")) card.hidePopover();
  };

  const open = (mark) => {
    const note = document.getElementById(mark.hash.slice(1));
    if (!note) return false;
    leave();
    fill(mark, note);
    card.showPopover({ source: mark });
    place(mark);
    opened = mark;
    mark.setAttribute("aria-expanded", "true");
    card.focus({ preventScroll: true });
    return true;
  };

  document.querySelectorAll("a.note-mark[href^='#note-']").forEach((mark) => {
    mark.setAttribute("aria-expanded", "false");
    let shown = false;
    mark.addEventListener("pointerdown", () => { shown = opened === mark; });
    mark.addEventListener("click", (event) => {
      if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const again = shown && event.detail > 0;
      shown = false;
      if (again || open(mark)) event.preventDefault();
    });
  });

  /* Who closes the card is back at the mark; who clicks elsewhere is there. */
  card.addEventListener("beforetoggle", (event) => {
    if (event.newState === "closed") inside = card.contains(document.activeElement);
  });
  card.addEventListener("toggle", (event) => {
    if (event.newState !== "closed" || !opened || card.matches(":popover-open")) return;
    const mark = opened;
    leave();
    if (inside && (card.contains(document.activeElement) || document.activeElement === document.body)) {
      mark.focus({ preventScroll: true });
    }
  });
  card.querySelector(".note-card-close").addEventListener("click", () => card.hidePopover());
  title.addEventListener("click", leave);
  /* An element with the id addEventListener hides the method of the window. */
  EventTarget.prototype.addEventListener.call(window, "resize", () => { if (opened) place(opened); });
})();
