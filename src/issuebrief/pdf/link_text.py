"""Say in words where each link leads.

In:  the tree of `Branch` that was drawn, and the words of the brief's language.
Out: the same tree, in which each link has an `aria-label`: a note mark names its note, a way back says
     that it is one, a web address stands beside words that hide it, and any other link keeps its own
     words (ISO 14289-1, 7.18.5).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.pdf.content_tree import Branch

if TYPE_CHECKING:
    from issuebrief.l10n import Words

UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x2060))
"""Characters that only say where a line may break."""

SCHEMES = ("https://", "http://", "mailto:")


def with_link_words(branch: Branch, words: Words, note: str = "") -> Branch:
    """A branch whose links have words; `note` is the number of the note that it stands in."""
    if branch.attributes.get("role") == "doc-endnote":
        note = _number(branch)
    attributes = branch.attributes
    if branch.tag == "a" and "aria-label" not in attributes:
        attributes = {**attributes, "aria-label": _words_of(branch, words, note)}
    kids = [with_link_words(kid, words, note) if isinstance(kid, Branch) else kid for kid in branch.kids]
    return replace(branch, attributes=attributes, kids=kids)


def seen(text: str) -> str:
    """A text as it is seen, with single spaces."""
    return " ".join(text.translate(UNSEEN).split())


def _number(note: Branch) -> str:
    """What the first way back in a note says: the number of the note."""
    ways = (kid for kid in note.kids if isinstance(kid, Branch) and kid.tag == "a")
    return seen(next((way.text for way in ways), ""))


def _words_of(link: Branch, words: Words, note: str) -> str:
    own = seen(link.text)
    role = link.attributes.get("role")
    if role == "doc-noteref":
        return seen(words.numbered(words.note, own.removeprefix(seen(words.note_separator)).strip()))
    if role == "doc-backlink":
        return seen(f"{words.numbered(words.note, note)}{words.colon}{words.back}") if note else words.back
    said = seen(link.attributes.get("title", "")) or own
    address = link.attributes.get("href", "")
    if address.startswith("#") or _bare(address) in said:
        return said
    return f"{said}: {address}" if said else address


def _bare(address: str) -> str:
    for scheme in SCHEMES:
        address = address.removeprefix(scheme)
    return address.rstrip("/")
