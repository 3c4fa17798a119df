"""What notes and pictures are compared by: not by numbers, nor by the names of files alone.

In:  the pages of both versions.
Out: the key of each mark of a note and of each picture, by the identity of its element. The earlier
     version's links to notes are led to the same notes of the later one, if it has them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from issuebrief.compare.copies import OLD_PREFIX, PICTURES
from issuebrief.compare.likeness import Sketch, pair_blocks
from issuebrief.compare.tokens import signature, text_within, words_of
from issuebrief.markdown_body.source.html_tree import Element, is_note_mark, serialise, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    Digest = Callable[[str], str]
    """What is in the file of a picture, by its address; an address that leads to no file is its own
    digest."""


def keys_of(old: Element, new: Element, digest_old: Digest, digest_new: Digest) -> dict[int, Hashable]:
    """The keys of both versions; the links of the earlier one are changed in place."""
    found: dict[int, Hashable] = {}
    renamed = _same_notes(_notes(old), _notes(new))
    for each in walk(old):
        href = each.attributes.get("href") or ""
        if href.startswith("#") and href[1:] in renamed:
            each.attributes["href"] = "#" + renamed[href[1:]]
    for root, digest in ((old, digest_old), (new, digest_new)):
        for each in walk(root):
            if is_note_mark(each):
                found[id(each)] = ("note", each.attributes.get("href"))
            elif each.tag == "img":
                found[id(each)] = (
                    "picture",
                    digest(each.attributes.get("src") or ""),
                    each.attributes.get("alt"),
                )
            elif each.tag in PICTURES:
                found[id(each)] = ("picture", serialise([each]))
            elif each.tag == "a" and "url" in each.classes:
                found[id(each)] = (signature(each), text_within(each))
    return found


def _notes(root: Element) -> list[Element]:
    return [each for each in walk(root) if each.attributes.get("role") == "doc-endnote"]


def _same_notes(old: list[Element], new: list[Element]) -> dict[str, str]:
    """By the id of each earlier note, that of the same note in the later version, or one of its own."""
    sketches = [
        [Sketch(text_within(note), Counter(words_of(note)), "note") for note in notes] for notes in (old, new)
    ]
    names: dict[str, str] = {}
    # A note that was moved is the same note if it says the same.
    by_text = {sketch.key: note for sketch, note in zip(sketches[1], new, strict=True)}
    for at, to in pair_blocks(sketches[0], sketches[1]):
        if at is None:
            continue
        same = new[to] if to is not None else by_text.get(sketches[0][at].key)
        own = old[at].attributes.get("id") or ""
        names[own] = (same.attributes.get("id") or "") if same is not None else OLD_PREFIX + own
    return names
