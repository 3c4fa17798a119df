"""Cross-references, links inside the brief, and the pictures that the text shows.

In:  the manuscript and the trees of body and notes.
Out: the text of empty links (`[](#fig-missions)`), and problems: a link to nowhere, a picture
     without alternative text, and whatever the check of the picture itself finds.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, hint_of, warning
from issuebrief.markdown_body.figures.alternative_texts import says_nothing
from issuebrief.markdown_body.figures.picture_parts import RATIO, part_label
from issuebrief.markdown_body.figures.picture_sizes import distorted, set_size
from issuebrief.markdown_body.headings import PAGE_IDS, RESERVED
from issuebrief.markdown_body.source.html_tree import HEADINGS, Element, Text, text_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

MOST_SEARCHES = 200
"""How many different pieces are searched for, each in all of the text."""

MOST_COMPARED = 1_000
"""So many ids are compared with one that there is not."""
MOST_GUESSES = 50
"""How many dead links are told what was probably meant."""

BEFORE_ADDRESS = re.compile(r"(?:\]\(\s*<?|\]:\s*<?|[\w-]\s*=\s*[\"']?|(?<=\s)<|\A<)\Z")
"""What stands before the address of a link or a picture."""
LONGEST_GAP = 20
NO_NAME = re.compile(r"[\W_]+")
WORD = re.compile(r"[^\s()<>\[\]{}\"']+")

EMPTY = r"(?<=\]\()[ \t]*(?=\))|(?<=\]\(<)>"
"""Where an address is missing."""


class Finder:
    """Finds pieces of the source again, each occurrence once.

    The first pieces are searched for one by one; where a text has very many, the others are looked up among
    its words, so that the time grows no faster than the text.
    """

    def __init__(self, manuscript: MarkdownSource) -> None:
        self.manuscript = manuscript
        self._found: dict[str, list[int]] = {}
        self._seen: Counter[str] = Counter()

    def find(self, piece: str) -> int:
        """The offset of the next occurrence of a target, whole; the last one when all were given."""
        if piece not in self._found and len(self._found) >= MOST_SEARCHES:
            self._found[piece] = self._words.get(piece, [])
        elif piece not in self._found:
            pattern = re.compile(rf"(?<![\w./-]){re.escape(piece)}(?![\w-])" if piece else EMPTY)
            self._found[piece] = [match.start() for match in pattern.finditer(self.manuscript.masked)]
        if piece not in self._seen:
            self._found[piece] = self._addressed(self._found[piece])
        found = self._found[piece]
        number = self._seen[piece]
        self._seen[piece] += 1
        return found[min(number, len(found) - 1)] if found else 0

    def _addressed(self, found: list[int]) -> list[int]:
        """Those of the offsets at which an address stands; all where none does."""
        text = self.manuscript.masked
        return [at for at in found if BEFORE_ADDRESS.search(text, max(at - LONGEST_GAP, 0), at)] or found

    def place(self, piece: str) -> tuple[SourceRange, str]:
        """The place of the next occurrence, and its line; the beginning of the text where there is none."""
        offset = self.find(piece)
        end = offset + len(piece) if piece and self.manuscript.masked.startswith(piece, offset) else 0
        return self.manuscript.place(offset, end), self.manuscript.excerpt(offset)

    @cached_property
    def _words(self) -> dict[str, list[int]]:
        """Where each word stands: what is between white space, brackets and quotation marks."""
        words: dict[str, list[int]] = {}
        for match in WORD.finditer(self.manuscript.masked):
            words.setdefault(match[0], []).append(match.start())
        return words


def lead_to_headings(root: Element, trees: Iterable[Element]) -> None:
    """Let links lead to the headings that other programs would name so.

    Those keep accents and other alphabets in a heading's name, or leave its number or full stops out; ours do
    not. Headings of the same words are `words`, `words-1`, `words-2` with them.
    """
    ids = {name for found in walk(root) if (name := found.attributes.get("id"))}
    named: dict[str, str] = {}
    used: Counter[str] = Counter()
    for heading in walk(root):
        if heading.tag in HEADINGS and (name := heading.attributes.get("id")):
            words = _letters(text_of(heading))
            again = str(used[words] or "")
            named.setdefault(words + again, name)
            named.setdefault(words.lstrip("0123456789") + again, name)
            used[words] += 1
    for tree in (root, *trees):
        for link in walk(tree):
            href = link.attributes.get("href") or ""
            if link.tag == "a" and href.startswith("#") and (wanted := _target(href)) not in ids:
                found = named.get(_letters(wanted)) if wanted else None
                link.attributes["href"] = f"#{found}" if found else href


def _letters(words: str) -> str:
    """The letters and figures of words, without accents: what all names of a heading have in common."""
    spelled = unicodedata.normalize("NFD", words).casefold()
    return NO_NAME.sub("", "".join(sign for sign in spelled if not unicodedata.combining(sign)))


def set_references(root: Element, notes: Iterable[Element], names: Mapping[str, str]) -> None:
    """Fill empty links with the label of the figure, or the text of the heading, that they point at.

    `names` are those of formulas, by their ids.
    """
    wholes = {id(part): figure for figure in walk(root) if "parts" in figure.classes for part in walk(figure)}
    targets = {found.attributes["id"]: found for found in walk(root) if found.attributes.get("id")}
    for tree in (root, *notes):
        for link in walk(tree):
            href = link.attributes.get("href") or ""
            if link.tag != "a" or not href.startswith("#") or link.children:
                continue
            if label := names.get(_target(href)):
                pass
            elif target := targets.get(_target(href)):
                label = _label(target, wholes.get(id(target), target))
            if label:
                link.attributes = {"class": "reference", **link.attributes}
                link.children = [Text(label)]


def _label(target: Element, whole: Element) -> str:
    """What a target is called; a part of a figure by its letter too."""
    number = next((found for found in walk(target) if "box-number" in found.classes), None)
    if number and "box" in target.classes:
        return text_of(number)
    for found in walk(whole):
        if "label" in found.classes:
            part = part_label(target)
            return f"{text_of(found)}\u00a0{part}" if part else text_of(found)
    return " ".join(text_of(target).split())


def _target(href: str) -> str:
    return unquote(href[1:])


def linked_ids(body: Element, notes: Iterable[Element], numbers: Iterable[int]) -> set[str]:
    """Every id that a link in the text may lead to; `numbers` are those of the notes."""
    ids = {found.attributes.get("id") or "" for tree in (body, *notes) for found in walk(tree)}
    return (ids | {f"note-{number}" for number in numbers} | PAGE_IDS) - {""}


def check_links(roots: list[Element], ids: set[str], finder: Finder) -> list[Diagnostic]:
    """Links to places of the brief that do not exist."""
    problems: list[Diagnostic] = []
    offered = sorted(name for name in ids if not RESERVED.match(name))[:MOST_COMPARED]
    for root in roots:
        for link in walk(root):
            href = link.attributes.get("href") or ""
            if link.tag != "a" or not href.startswith("#"):
                continue
            if _target(href) not in ids:
                guesses = offered if len(problems) < MOST_GUESSES else []
                problems.append(_dead(href, guesses, finder))
            elif not text_of(link).strip() and not link.children:
                problems.append(_nameless(href, finder))
    return problems


def _dead(href: str, offered: list[str], finder: Finder) -> Diagnostic:
    from difflib import get_close_matches

    near = get_close_matches(_target(href), offered, 1)
    meant = f"did you mean #{near[0]}?" if near else ""
    hint = hint_of(meant, "a heading, figure or table gets a name of your choice from {#name} behind it")
    place, excerpt = finder.place(href)
    return error("references.dead", f"the link {href} leads nowhere in this brief", place, hint, excerpt)


def _nameless(href: str, finder: Finder) -> Diagnostic:
    place, excerpt = finder.place(href)
    message = f"the link to {href} has no text, and its target provides none"
    hint = "write its text between the square brackets; a figure or table is numbered once it has a caption"
    return error("references.no-text", message, place, hint, excerpt)


def check_pictures(roots: list[Element], finder: Finder, *, allow_network: bool) -> list[Diagnostic]:
    """Pictures that say nothing to a reader who cannot see them, or cannot be shown; their sizes are set."""
    problems: list[Diagnostic] = []
    for root in roots:
        for picture in walk(root):
            if picture.tag == "img":
                problems += _check_picture(picture, finder, allow_network=allow_network)
    return problems


def _check_picture(picture: Element, finder: Finder, *, allow_network: bool) -> list[Diagnostic]:
    from issuebrief.images.resolve import address_of
    from issuebrief.markdown_body.figures.drawn_pictures import look_at_any

    name = picture.attributes.get("src") or ""
    place, excerpt = finder.place(name)
    problems = []
    text = (picture.attributes.get("alt") or "").strip()
    if not text:
        message = f"the picture “{name}” has no alternative text"
        hint = f"say what it shows, for readers who cannot see it: ![what it shows]({name})"
        problems.append(error("figures.no-alternative-text", message, place, hint, excerpt))
    elif says_nothing(text, name):
        message = f"the alternative text “{text}” does not say what the picture shows"
        hint = "say in a sentence what a reader who cannot see it should know"
        problems.append(warning("figures.poor-alternative-text", message, place, hint, excerpt))
    folder = finder.manuscript.source.path.parent
    drawn = finder.manuscript.source.pictures
    seen, found = look_at_any(name, folder, place, excerpt, drawn, allow_network=allow_network)
    problems += set_size(picture, place, excerpt)
    if seen is not None:
        picture.attributes["src"] = address_of(seen, name, folder)
        if RATIO in picture.attributes:
            picture.attributes[RATIO] = f"{seen.width_px / seen.height_px:.4f}"
        problems += distorted(picture, seen.width_px / seen.height_px, place, excerpt)
    return [*problems, *found]
