"""Rules for how pages are filled: pages that are half empty, captions parted from their figures.

In:  a `Proof`.
Out: `Finding` values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.layout.boxes.geometry import Rect
from issuebrief.layout.inspect.facts import Box, SetPicture
from issuebrief.preflight.proof import Finding, Proof, quoted, spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.layout.inspect.facts import Line


def half_empty_pages(proof: Proof) -> Iterator[Finding]:
    """Pages, but covers and the last, whose text ends in the upper part of what it may take.

    Where empty lines were added for the sidebar, that fills the page too: the lines are told as such.
    """
    facts = proof.facts
    spare = set(facts.spare_lines)
    lows: dict[int, float] = {}
    for thing in _flow(proof):
        lows[thing.page] = max(lows.get(thing.page, 0.0), thing.rect.bottom)
    for page, area in enumerate(facts.areas[:-1], 1):
        low = min(max(lows.get(page, area.y), area.y), area.bottom)
        share = (low - area.y) / area.height if area.height else 1.0
        beside = (aside.rect.bottom for aside in facts.asides if aside.page == page and page in spare)
        least = area.y + proof.limits.page_fill * area.height
        if share >= proof.limits.page_fill or page < facts.beginning or max(beside, default=low) >= least:
            continue
        following = min(
            (thing for thing in _flow(proof) if thing.page == page + 1),
            key=lambda thing: thing.rank,
            default=None,
        )
        empty = Rect(area.x, low, area.width, area.bottom - low)
        yield _half_empty(page, share, empty, following, proof)


def _half_empty(
    page: int, share: float, empty: Rect, following: Line | SetPicture | Box | None, proof: Proof
) -> Finding:
    filled = f"{share:.0%}".replace("%", " %")
    message = f"page {page} is filled to {filled} only"
    if page in proof.facts.spare_lines and proof.facts.asides:
        hint = "remove a pull-quote, or shorten some"
        last = proof.facts.asides[-1]
        said = f"{message}: empty lines for the sidebar follow"
        return Finding(said, hint, (spot(page, empty),), last.source, last.text)
    if following is None:
        return Finding(message, "lengthen the text before it", (spot(page, empty),))
    what, text = _named(following, proof)
    hint = "move what follows further down in the text, make it smaller, or let it break across pages"
    return Finding(f"{message}: {what} follows", hint, (spot(page, empty),), following.source, text)


def _named(thing: Line | SetPicture | Box, proof: Proof) -> tuple[str, str]:
    """What something is called in a message, and the text by which it is found in the file."""
    if isinstance(thing, SetPicture):
        return f"the picture {thing.name}", thing.name
    if isinstance(thing, Box):
        text = next((line.text for line in proof.facts.lines if thing.holds(line.rank)), "")
        what = "the table" if thing.kind == "table" else "a box"
        return (f"{what} {quoted(text)}" if text else what), text
    what = "the heading " if thing.level else ""
    return f"{what}{quoted(thing.text)}", thing.text


def _flow(proof: Proof) -> Iterator[Line | SetPicture | Box]:
    """What stands in the flow of the text, from the title to the last note."""
    facts = proof.facts
    for group in (facts.lines, facts.pictures, facts.boxes):
        yield from (thing for thing in group if thing.column >= 0)


def parted_captions(proof: Proof) -> Iterator[Finding]:
    """Captions that begin in another column than the picture or table, or any part of it.

    In the sidebar they only have to be on its page.
    """
    places: dict[int, set[tuple[int, int]]] = {}
    tables = (box for box in proof.facts.boxes if box.kind == "table")
    parts: tuple[SetPicture | Box, ...] = (*proof.facts.pictures, *tables)
    for part in parts:
        if part.figure:
            places.setdefault(part.figure, set()).add((part.page, part.column))
    for caption in proof.facts.captions:
        found = places.get(caption.figure)
        pages = {page for page, _ in found or ()}
        beside = caption.column < 0 and caption.page in pages
        if found and not beside and (caption.page, caption.column) not in found:
            where = "column" if caption.page in pages else "page"
            yield Finding(
                f"a caption is in another {where} than what it belongs to: {quoted(caption.text)}",
                "make the picture or table smaller, or move it to another place in the text",
                (spot(caption.page, caption.rect),),
                caption.source,
                caption.text,
            )
