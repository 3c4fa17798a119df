"""Where characters stand that a face lacks, or that are set in a face of the machine.

In:  drawn pages, the brief's source, the drawings (SVG) that pages show.
Out: places in the brief or in a drawing, each with the line it is on.
"""

from __future__ import annotations

import re
from dataclasses import astuple
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure.boxes import TextBox

from issuebrief.diagnostics.model import SourceRange
from issuebrief.file_access import read
from issuebrief.frontmatter.read import locate
from issuebrief.l10n import words
from issuebrief.layout.fonts.text_places import place_of
from issuebrief.theming.face_gaps import undeclared
from issuebrief.theming.font_faces import FaceQuery

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from issuebrief.engine.pages import Pages
    from issuebrief.engine.protocols import BoxStyle
    from issuebrief.frontmatter.source import Source

Place = tuple[SourceRange, str]
"""A place and the line that it is on."""


def in_brief(character: str, source: Source) -> Place:
    """Where a character first stands in the brief; line 0 where it does not."""
    for number, line in enumerate(source.text.split("\n"), 1):
        if character in line:
            return source.place(number, line.index(character) + 1).covering(character), line
    return source.place(0), ""


def in_labels(character: str, source: Source) -> Place | None:
    """The tag of the brief's language, if a character is in the words that the program prints in it."""
    place, line, tag = _language(source)
    return (place, line) if character in repr(astuple(words(tag))) else None


def language_of(source: Source) -> str:
    """The tag of the brief's language, as it was typed in the brief or for its institute; else nothing."""
    return _language(source)[2]


def _language(source: Source) -> tuple[SourceRange, str, str]:
    place = locate(source, "lang")
    home = source.holder(place)
    line = home.line(place.line)
    return place, line, line[place.column - 1 : place.end_column - 1].strip("\"'")


def set_in(family: str, letters: str, pages: Pages, source: Source) -> Place:
    """Where text first stands that is set in a family which the machine has, and the theme does not bring.

    Where the theme asks for the family, that is the first such text. Otherwise it is taken for another that
    the theme asks for in vain or, for single characters, for what the theme's faces lack.
    """
    faces = getattr(pages.document.font_config, "faces", ())
    boxes = [box for box in _text_boxes(pages) if not set(letters).isdisjoint(box.text)]
    asking = (box for box in boxes if family.casefold() in map(str.casefold, box.style["font_family"]))
    in_vain = (box for box in boxes if list(undeclared(_cut(box.style), faces)))
    first = next(asking, None) or next(in_vain, None)
    return place_of(first, pages, source) if first else in_brief(letters[0], source)


def _text_boxes(pages: Pages) -> Iterator[Any]:
    for page in pages.document.pages:
        for box in page._page_box.descendants():
            if isinstance(box, TextBox):
                yield box


def _cut(style: BoxStyle) -> FaceQuery:
    return FaceQuery(tuple(style["font_family"]), style["font_style"], int(style["font_weight"]))


def in_drawing(character: str, path: Path, folder: Path) -> Place | None:
    """Where a character first stands in a drawing, as itself or by its number."""
    try:
        text = read(path, (folder,)).decode("utf-8", "replace")
    except OSError:
        return None
    code = ord(character)
    found = re.search(rf"{re.escape(character)}|&#(?:0*{code}|[xX]0*(?i:{code:x}));", text)
    if not found:
        return SourceRange(path), ""
    number = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    return SourceRange(path, number, column).covering(found[0]), text.split("\n")[number - 1]
