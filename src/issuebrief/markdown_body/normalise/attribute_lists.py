"""Attribute lists: classes and attributes in braces that nothing knows, and braces that nothing takes.

In:  the manuscript, the classes that the style sheets know, and the tree of the body.
Out: problems.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, error, hint_of, warning
from issuebrief.markdown_body.blocks.box_openings import kind_of, opening_of
from issuebrief.markdown_body.blocks.box_words import ALIASES, KINDS, KINDS_OF_REPORTS
from issuebrief.markdown_body.blocks.pull_quotes import is_nearly
from issuebrief.markdown_body.blocks.quotations import FENCES
from issuebrief.markdown_body.source.html_tree import VERBATIM, Element, Text, names, text_of
from issuebrief.theming.body_classes import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

ITEM = r"(?:[.#][\w:.-]+|[A-Za-z][\w:-]*=(?:\"[^\"]*\"|'[^']*'|[^\s{}\"']+))"
BRACES = re.compile(rf"(?<!\\)\{{:?[ ]*({ITEM}(?:\s+{ITEM})*)\s*\}}")
PART = re.compile(r"(?<!\S)(?:\.(?P<class>[\w:-]+)|(?P<key>[A-Za-z][\w:-]*)=)")
BOX = re.compile(r"^ {0,3}:{3,}[ \t]*\{?(?P<class>[^\W\d_][\w-]*)\}?(?![\w=-])[^\n]*", re.MULTILINE)
DOTS = re.compile(r"\{[\s.]*\}")
"""Dots in braces, for what a list or an example leaves out."""
MARKUP = re.compile(r"[*_`<\x00]|\[[^\[\]\n]*\]\(")
STRAY = re.compile(rf"\{{:?[ ]*{ITEM}(?:\s+{ITEM})*\s*\}}")

WRITTEN = (
    "box", "margin", "pull-quote", "smallcaps", "underline", "wide", "full", "bleed", "numbered", "breakable",
    *PLACES, *KINDS, *KINDS_OF_REPORTS,
)  # fmt: skip
"""The classes that authors are told of."""

SILENT = names(
    "chart unnumbered unlisted insertion deletion comment-start comment-end paragraph-insertion "
    "paragraph-deletion"
)
"""Classes that mean nothing here and do no harm, or are told of elsewhere."""

ATTRIBUTES = names(
    "align alt caption class colspan datetime dir download fig-alt fig-cap headers height href hreflang id "
    "lang loading markdown rel reversed role rowspan scope source span src start style target tbl-cap title "
    "translate type value valign width"
)


def check_attributes(manuscript: MarkdownSource, known: AbstractSet[str]) -> list[Diagnostic]:
    """Classes for which there is no style, and attributes that mean nothing."""
    problems: list[Diagnostic] = []
    for start, kind, name in _named(manuscript):
        end = start + len(name) + (manuscript.text[start] == ".")
        place, excerpt = manuscript.told_of(start, end)
        if kind == "class":
            near = get_close_matches(name, [*WRITTEN, *ALIASES], 1, 0.7)
            hint = hint_of(
                f"did you mean {near[0]}?" if near else "",
                _instead(manuscript.masked, start),
            )
            message = f"the class “{name}” is known to no style sheet, and nothing comes of it"
            if not _is_known(name, known) and not _is_told(manuscript.masked, start, name):
                problems.append(warning("markup.unknown-class", message, place, hint, excerpt))
        elif name.lower() not in ATTRIBUTES and not name.startswith(("data-", "aria-")):
            near = get_close_matches(name, ATTRIBUTES, 1, 0.7)
            hint = f"did you mean {near[0]}?" if near else "remove it"
            message = f"the attribute “{name}” means nothing here, and nothing comes of it"
            problems.append(warning("markup.unknown-attribute", message, place, hint, excerpt))
    return problems


def _instead(text: str, start: int) -> str:
    """What an editor may do about a class that nothing knows, which begins at `start`."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if line.lstrip().startswith("::"):
        return (
            f"boxes are called box, {', '.join((*KINDS, *KINDS_OF_REPORTS))}; a theme's maker can add others"
        )
    return "remove it; a theme's maker can add a style for it"


def _is_known(name: str, known: AbstractSet[str]) -> bool:
    return name in known or name in (*SILENT, *WRITTEN, *FENCES) or bool(kind_of(name))


def _is_told(text: str, start: int, name: str) -> bool:
    """Whether a class, which begins at `start`, is told of as a pull-quote's that is spelled wrong."""
    return text[: text.rfind("{", 0, start)].endswith("]") and is_nearly(name)


def _named(manuscript: MarkdownSource) -> Iterator[tuple[int, str, str]]:
    """Where each class and attribute stands, which of both it is, and its name."""
    for braces in BRACES.finditer(manuscript.masked):
        parts = [
            (part.start(), part.lastgroup or "", part[part.lastgroup or 0])
            for part in PART.finditer(braces[1])
        ]
        if not any(name in SILENT for _, kind, name in parts if kind == "class"):
            yield from ((braces.start(1) + start, kind, name) for start, kind, name in parts)
    for box in BOX.finditer(manuscript.masked):
        if opening_of(box[0]).name == box["class"]:
            yield box.start("class"), "class", box["class"]


def check_stray(roots: Sequence[Element], manuscript: MarkdownSource) -> list[Diagnostic]:
    """Braces that are still text when all else has been read, but those of pull-quotes, told elsewhere."""
    problems = []
    position = 0
    for braces in [found for root in roots for found in _stray(root)]:
        offset = manuscript.masked.find(braces, position)
        offset = manuscript.masked.find(braces) if offset < 0 else offset
        position = offset + 1
        place = manuscript.place(offset, offset + len(braces)) if offset >= 0 else manuscript.place(0)
        excerpt = manuscript.excerpt(max(offset, 0))
        shown = braces if len(braces) <= 60 else braces[:60] + "…"
        message = f"{shown} belongs to nothing, and would be printed as typed"
        hint = "put it right behind a picture, a link or [words in brackets], or remove it"
        if _is_below_pictures(manuscript.masked, offset):
            hint = "take out the empty line between the picture and its caption, or put it behind the picture"
        problems.append(error("markup.stray-attributes", message, place, hint, excerpt))
    for start, end in _split(roots, manuscript):
        message = "there is markup in these braces, so that they would be printed as typed"
        hint = "write the caption on a line of its own below: a colon, three spaces and the words"
        place, excerpt = manuscript.told_of(start, end)
        problems.append(error("markup.stray-attributes", message, place, hint, excerpt))
    return problems


def _split(roots: Sequence[Element], manuscript: MarkdownSource) -> Iterator[tuple[int, int]]:
    """Braces that nothing takes, since a value in them holds markup."""
    shown = ""
    for braces in BRACES.finditer(manuscript.masked):
        if found := MARKUP.search(braces[0]):
            shown = shown or "\n".join(map(text_of, roots))
            if braces[0][: found.start()] in shown:
                yield braces.span()


def _is_below_pictures(text: str, offset: int) -> bool:
    """Whether a place is in the paragraph after one that ends with a line of pictures."""
    above = text.rfind("\n\n", 0, max(offset, 0))
    return above > 0 and text.startswith("![", text.rfind("\n", 0, above) + 1)


def _stray(parent: Element) -> Iterator[str]:
    for child in parent.children:
        if isinstance(child, Text):
            found = STRAY.findall(child.value) if "{" in child.value else []
            found = [braces for braces in found if not DOTS.fullmatch(braces)]
            yield from (braces for braces in found if ".pull-quote" not in braces)
        elif child.tag not in VERBATIM:
            yield from _stray(child)
