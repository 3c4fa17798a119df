"""Headings and ids.

In:  the manuscript and the tree of the body.
Out: headings from h2 downwards with ids that are unique in the document, and problems: a
     heading without words or of the first level, a skipped level, an id that is given twice.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.markdown_body.source.html_tree import (
    HEADINGS,
    Element,
    Text,
    is_blank,
    is_note_mark,
    text_of,
    walk,
)
from issuebrief.markdown_body.source.placeholders import UNESCAPE
from issuebrief.markdown_body.source.source_lines import line_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

BOOKMARK = "data-bookmark"
"""The words of a heading without the numbers of its notes, for the bookmarks of the PDF."""

# Ids that the stages after this one give out themselves.
OURS = re.compile(r"(?:note|mark|passage|pull-quote)-\d|(?:fig|tab)-\d+$")
RESERVED = re.compile(r"(?:note|mark|passage|pull-quote)-\d")
# Ids that the templates use; a heading may not take them, but a link may lead there.
PAGE_IDS = frozenset(("endnotes", "standfirst", "text"))
GIVEN = re.compile(r"(?:#|(?:id|name)=[\"']?)([\w-][\w.:-]*)")
NO_LINK = re.compile(r"[^()\n]+")
"""An id where it is given, and a stretch of text in which it may be: what stands in parentheses is a link."""

SPELLED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h"}
)


def _is_ours(name: str) -> bool:
    """Whether an id is one that notes, marks and parts of the page have."""
    return name in PAGE_IDS or RESERVED.match(name) is not None


def slug(text: str) -> str:
    """A heading as an id: ASCII letters, digits and hyphens; empty where nothing of it is Latin."""
    spelled = unicodedata.normalize("NFKD", text.lower().translate(SPELLED).replace("'", "").replace("’", ""))
    return re.sub(
        r"[^a-z0-9]+", "-", "".join(char for char in spelled if not unicodedata.combining(char))
    ).strip("-")


def number_levels(root: Element, manuscript: MarkdownSource) -> list[Diagnostic]:
    """Let the body begin at h2; where the author uses `#`, all headings go down one level."""
    headings = [found for found in walk(root) if found.tag in HEADINGS]
    demote = any(heading.tag == "h1" for heading in headings)
    problems = []
    before = 1
    for heading in headings:
        offset = manuscript.offset(line_of(heading))
        level = min(int(heading.tag[1]) + demote, 6)
        if not text_of(heading).strip() and not any(found.tag == "img" for found in walk(heading)):
            problems.append(_empty(manuscript, offset))
        if heading.tag == "h1":
            problems.append(_first_level(manuscript, offset, _typed(heading)))
        if level > before + 1:
            problems.append(_skipped(manuscript, heading, before, demote=demote))
        heading.tag = f"h{level}"
        before = level
    return problems


def check_sections(root: Element, manuscript: MarkdownSource) -> list[Diagnostic]:
    """Headings below which nothing stands: another one of their level or a higher one follows, or the end."""
    return [
        _without_text(manuscript, manuscript.offset(line_of(heading)), _typed(heading))
        for parent in (root, *walk(root))
        for heading, following in _headings_with_next(parent)
        if text_of(heading).strip()
        and (following.tag <= heading.tag if following else parent is root)
        and (following is None or following.tag in HEADINGS)
    ]


def _headings_with_next(parent: Element) -> Iterator[tuple[Element, Element | None]]:
    """The headings in an element, each with the element that follows it; none where text does."""
    held = [child for child in parent.children if not is_blank(child)]
    for found, following in zip_longest(held, held[1:]):
        if isinstance(found, Element) and found.tag in HEADINGS and not isinstance(following, Text):
            yield found, following


def _typed(heading: Element) -> str:
    """The words of a heading; what was escaped in it has its stand-ins still."""
    return text_of(heading).translate(UNESCAPE)


def give_ids(roots: list[Element], manuscript: MarkdownSource) -> list[Diagnostic]:
    """Give each heading an id, and see that no id stands twice in all the trees."""
    problems: list[Diagnostic] = []
    taken: set[str] = set()
    last: dict[str, int] = {}
    elements = [found for root in roots for found in walk(root) if not is_note_mark(found)]
    for found in elements:
        if found.tag == "a" and "id" not in found.attributes and (name := found.attributes.pop("name", None)):
            # Word processors and old HTML name places so.
            found.attributes["id"] = name
        given = found.attributes.get("id")
        if given is None:
            found.attributes.pop("id", None)
        elif not given.strip() or given in taken or _is_ours(given):
            last = last or _last_places(manuscript.masked)
            problems.append(_duplicate(manuscript, given, last.get(given, 0)))
            del found.attributes["id"]
        else:
            taken.add(given)
    numbers: Counter[str] = Counter()
    for heading in elements:
        if heading.tag in HEADINGS and "id" not in heading.attributes:
            heading.attributes["id"] = _free(slug(text_of(heading)), taken, numbers)
        if heading.tag in HEADINGS and any(
            is_note_mark(each) or each.tag == "math" for each in walk(heading)
        ):
            heading.attributes[BOOKMARK] = " ".join(text_of(heading).split())
    return problems


def _free(wanted: str, taken: set[str], numbers: Counter[str]) -> str:
    """The id that is wanted, with a number behind it where it is taken; `numbers` has the last of each."""
    if not wanted or wanted in PAGE_IDS or OURS.match(wanted):
        wanted = f"section-{wanted}".rstrip("-")
    found = wanted
    while found in taken:
        numbers[wanted] += 1
        found = f"{wanted}-{numbers[wanted] + 1}"
    taken.add(found)
    return found


def _first_level(manuscript: MarkdownSource, offset: int, text: str) -> Diagnostic:
    message = (
        f"“{text.strip()}” is a heading of the first level, which is the title's; all move down one level"
    )
    hint = "start the headings of the text with ##"
    return warning(
        "headings.level-one", message, manuscript.place_of_line(offset), hint, manuscript.excerpt(offset)
    )


def _empty(manuscript: MarkdownSource, offset: int) -> Diagnostic:
    message = "a heading has no words"
    hint = "write its words, or remove the number signs"
    return warning(
        "headings.empty", message, manuscript.place_of_line(offset), hint, manuscript.excerpt(offset)
    )


def _without_text(manuscript: MarkdownSource, offset: int, text: str) -> Diagnostic:
    message = f"there is no text below the heading “{text.strip()}”"
    hint = "write its text, or remove it; notes and sources at the end get their heading automatically"
    return warning(
        "headings.no-text", message, manuscript.place_of_line(offset), hint, manuscript.excerpt(offset)
    )


def _skipped(manuscript: MarkdownSource, heading: Element, before: int, *, demote: bool) -> Diagnostic:
    """The level before is that of the page, the heading's own is as it is typed."""
    offset = manuscript.offset(line_of(heading))
    after = "the title" if before == 1 else f"a heading with {'#' * (before - demote)}"
    message = f"“{_typed(heading).strip()}” skips a level: it follows {after}"
    hint = f"write {'#' * (before + 1 - demote)} instead of {'#' * int(heading.tag[1])}"
    if demote:
        hint += f", or {'#' * (before + 1)} once the headings of the text start with ##"
    return warning(
        "headings.skipped", message, manuscript.place_of_line(offset), hint, manuscript.excerpt(offset)
    )


def _last_places(masked: str) -> dict[str, int]:
    """Where each id is given for the last time, in an attribute list or a tag; found in one pass for all."""
    found: dict[str, int] = {}
    for part in NO_LINK.finditer(masked):
        brace = part[0].rfind("}")
        for match in GIVEN.finditer(part[0]):
            if match[0][0] != "#" or match.start() < brace:
                offset = part.start() + match.start()
                found[match[1]] = found[match[1].split(".")[0]] = offset
    return found


def _duplicate(manuscript: MarkdownSource, given: str, offset: int) -> Diagnostic:
    why = "the typesetter gives out itself" if _is_ours(given) else "is given twice"
    hint = (
        "an id may be used only once, not begin with note-, mark-, passage- or pull-quote- and a number, "
        f"and be none of {', '.join(sorted(PAGE_IDS))}"
    )
    message = f"the id “{given}” {why}" if "twice" in why else f"“{given}” is an id that {why}"
    place = manuscript.place(offset, manuscript.text.find(given, offset) + len(given))
    return warning("references.duplicate-id", message, place, hint, manuscript.excerpt(offset))
