"""Note marks, notes and tables, as a browser and a screen reader want them.

In:  the tree of the page's content.
Out: the same tree: marks and ways back that say what they are, roles that are still in use, tables
     that scroll by themselves, and alignment told by classes, since no style attribute is allowed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from issuebrief.markdown_body.source.html_tree import Element, is_note_mark, text_of, walk
from issuebrief.theming.body_classes import EQUATION
from issuebrief.web.sanitise import ALIGNED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.l10n import Words

SHARE = re.compile(r"share-(\d+)")
NARROW = 12
"""So many signs of a formula stand side by side on any screen."""

JOINER = "\u2060"
PARAGRAPHS = frozenset(("p", "td", "th", "dd", "figcaption"))
LEFTWARD = frozenset(("R", "AL"))
"""Kinds of letters that run from right to left (Unicode Standard Annex 9)."""


def name_notes(root: Element, words: Words) -> None:
    """Say of each mark which note it opens, and of each way back which note it leads back from."""
    for found in walk(root):
        if is_note_mark(found):
            found.attributes["aria-label"] = words.numbered(words.note, _number_in(found, words))
        elif found.attributes.get("role") == "doc-endnote":
            # A list item that says it is a note is no list item any more, and the role is given up.
            del found.attributes["role"]
            _name_ways_back(found, words)
        elif "endnotes" in found.classes:
            found.attributes |= {"role": "doc-endnotes", "aria-labelledby": "endnotes"}


def _name_ways_back(note: Element, words: Words) -> None:
    ways = [link for link in walk(note) if link.attributes.get("role") == "doc-backlink"]
    for count, way in enumerate(ways, 1):
        several = f" ({words.numeral(count)})" if count > 1 else ""
        label = words.numbered(words.note, _number_in(ways[0], words))
        way.attributes["aria-label"] = f"{label}{words.colon}{words.back}{several}"
        way.attributes.pop("title", None)


def _number_in(link: Element, words: Words) -> str:
    text = "".join(text_of(child) for child in link.children)
    return text.removeprefix(words.note_separator).replace(JOINER, "").strip()


def let_tables_scroll(root: Element, words: Words) -> None:
    """Put each table into a region that scrolls sideways, and can be reached by keyboard."""
    tables = [(parent, child) for parent, child in _pairs(root) if child.tag == "table"]
    for count, (parent, table) in enumerate(tables, 1):
        caption = next((each for each in walk(parent) if each.tag == "figcaption"), None)
        name = " ".join(text_of(caption).split()) if caption and parent.tag == "figure" else ""
        attributes: dict[str, str | None] = {
            "class": "scroll",
            "role": "region",
            "tabindex": "0",
            "aria-label": name or words.numbered(words.table, count),
        }
        place = next(number for number, child in enumerate(parent.children) if child is table)
        parent.children[place] = Element("div", attributes, [table])


def let_formulas_scroll(root: Element) -> None:
    """Put formulas that are wider than small screens into regions that scroll sideways, like tables."""
    for found in walk(root):
        if EQUATION not in found.classes:
            continue
        math = found.children[0]
        if isinstance(math, Element) and len(text_of(math)) > NARROW:
            said = math.attributes.get("alttext") or ""
            attributes: dict[str, str | None] = {"class": "scroll", "role": "group", "tabindex": "0"}
            found.children[0] = Element("div", {**attributes, "aria-label": said}, [math])


def _pairs(parent: Element) -> Iterator[tuple[Element, Element]]:
    """Each element below `parent` with the one that holds it, in the order of the text."""
    for child in parent.children:
        if isinstance(child, Element):
            yield parent, child
            yield from _pairs(child)


def forget_lines(root: Element) -> None:
    """Take out what only the preflight wants to know: the line of the brief that a block came from."""
    for found in walk(root):
        found.attributes.pop("data-line", None)


def say_alignment_in_classes(root: Element) -> None:
    """Turn the styles that Markdown gives, the alignment of a table's cells, into classes."""
    for found in walk(root):
        if match := ALIGNED.fullmatch(found.attributes.pop("style", None) or ""):
            across, down = match.groups()
            named = (f"align-{across}" if across else "", f"valign-{down}" if down else "")
            classes = [*found.classes, *filter(None, named)]
            if classes:
                found.attributes["class"] = " ".join(classes)


def share_rules(root: Element) -> str:
    """The rules for pictures side by side: each as wide as makes all of them equally high."""
    names = {name for found in walk(root) if "part" in found.classes for name in found.classes}
    shares = sorted(int(match[1]) for name in names if (match := SHARE.fullmatch(name)))
    return "".join(f".share-{share}{{--share:{share}}}" for share in shares)


def keep_order_of_foreign(root: Element) -> None:
    """On a page from right to left, say of paragraphs that are all in another language which way they run.

    A list's entries keep their direction, which has a say in where their marker is; a note's number is set
    apart from its text.
    """
    for found in walk(root):
        if (found.tag in PARAGRAPHS and "links" not in found.classes) or "note" in found.classes:
            kinds = {bidirectional(letter) for letter in text_of(found)}
            if "L" in kinds and kinds.isdisjoint(LEFTWARD):
                found.attributes.setdefault("dir", "ltr")
