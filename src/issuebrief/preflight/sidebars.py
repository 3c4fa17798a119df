"""Rules for the sidebar and the first page: blocks parted from their passages, empty lines, a long abstract.

In:  a `Proof`.
Out: `Finding` values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.preflight.proof import Finding, Proof, quoted, spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.layout.inspect.facts import Aside

QUOTE = "pull-quote"
NAMES = {
    QUOTE: ("a pull-quote is", "the sentence it repeats"),
    "key-points": ("the key points are", "what they belong to begins"),
    "details": ("the data are", "what they belong to begins"),
    "marginal": ("what is set in the margin is", "the paragraph before it begins"),
}
"""What a block of each kind is called, and what it belongs beside."""
OTHER = ("a block of the sidebar is", "what it belongs to begins")


def parted_blocks(proof: Proof) -> Iterator[Finding]:
    """Blocks of the sidebar that stand on another page than their passage."""
    for aside in proof.facts.asides:
        if aside.page != aside.passage:
            what, beside = NAMES.get(aside.kind, OTHER)
            yield Finding(
                f"{what} on page {aside.page}, and {beside} on page {aside.passage}: {quoted(aside.text)}",
                "mark fewer or shorter sentences near it" if aside.kind == QUOTE else "shorten it",
                (spot(aside.page, aside.rect),),
                _source(aside, proof),
                aside.text,
            )


def spare_lines(proof: Proof) -> Iterator[Finding]:
    """Empty lines after a text that is too short for what stands beside it."""
    spare = len(proof.facts.spare_lines)
    if spare <= proof.limits.spare_lines or not proof.facts.asides:
        return
    last = proof.facts.asides[-1]
    yield Finding(
        f"the sidebar is longer than the text: {spare} empty lines follow the text, "
        f"up to {quoted(last.text)}",
        "remove a pull-quote, or shorten some",
        (spot(last.page, last.rect),),
        _source(last, proof),
        last.text,
    )


def long_abstract(proof: Proof) -> Iterator[Finding]:
    """An abstract that goes on on the second page."""
    pieces = proof.facts.opening
    if len({piece.page for piece in pieces}) > 1:
        yield Finding(
            f"the abstract does not fit on page {pieces[0].page}, and ends on page {pieces[-1].page}",
            "shorten it, or give the cover less height in the theme (--cover-height)",
            tuple(spot(piece.page, piece.rect) for piece in pieces),
            pieces[0].source,
        )


def _source(aside: Aside, proof: Proof) -> int:
    """The line of the file that a block came from; that of its first line of text where it does not say."""
    if aside.source:
        return aside.source
    lines = (
        line
        for line in proof.facts.lines
        if line.page == aside.page and line.source and line.rect.common(aside.rect).height
    )
    return next((line.source for line in lines if line.rect.common(aside.rect).width), 0)
