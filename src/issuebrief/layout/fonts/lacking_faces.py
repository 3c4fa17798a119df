"""What the theme's faces lack for the text of the pages.

In:  drawn pages and the brief's source.
Out: problems: emphasis that does not show, since its family has no italic or no bold; small capitals that are
     mere capitals made smaller; families that the theme asks for and does not declare. Each with the place
     where the text first asks for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure.boxes import TextBox

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.layout.fonts.superiors import glyphs
from issuebrief.theming.face_gaps import Gap, gaps, undeclared
from issuebrief.theming.font_faces import FaceQuery

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Set

    from issuebrief.diagnostics.model import SourceRange
    from issuebrief.engine.pages import Pages
    from issuebrief.engine.protocols import BoxStyle
    from issuebrief.frontmatter.source import Source

CAPS = "font_variant_caps"
SMALL = ("small-caps", "all-small-caps")

WORDS_SHOWN = 40
"""So many letters of a text are shown."""

MOST = 12
"""So many single letters are shown."""


def gap_problems(pages: Pages, source: Source, borrowed: Set[str]) -> tuple[Diagnostic, ...]:
    """What the faces of the pages lack; `borrowed` are the hashes of fonts that came from the machine."""
    fonts = pages.document.font_config
    faces = getattr(fonts, "faces", ())
    texts: dict[FaceQuery, list[str]] = {}
    inside = _text_boxes(pages)
    styles = {id(box.style): box.style for box in inside}
    cuts = {known: _cut(style) for known, style in styles.items()}
    for box in inside:
        texts.setdefault(cuts[id(box.style)], []).append(box.text)
    letters = {cut: set("".join(parts)) for cut, parts in texts.items()}
    found: dict[tuple[str, str], Diagnostic] = {}
    for gap in gaps(letters, faces, fonts.characters) if faces else ():
        found.setdefault((gap.family, gap.lacks), _lacking(gap, texts[gap.cut], source))
    for family, text in _false_small_capitals(inside, styles):
        found.setdefault((family, CAPS), _false_capitals(family, text, source))
    machine = {font.family.lower() for font in pages.document.fonts.values() if font.hash in borrowed}
    for cut in texts:
        for family in undeclared(cut, faces):
            if family.lower() not in machine:
                found.setdefault((family, ""), _undeclared(family, cut, texts, source))
    return tuple(found.values())


def _text_boxes(pages: Pages) -> list[Any]:
    """All text of the pages, in few styles that many boxes share."""
    every = (box for page in pages.document.pages for box in page._page_box.descendants())
    return [box for box in every if isinstance(box, TextBox)]


def _false_small_capitals(inside: list[Any], styles: Mapping[int, Any]) -> Iterator[tuple[str, str]]:
    """Texts in small capitals of which the face has none: family and text; `styles` are theirs."""
    small = {known for known, style in styles.items() if style[CAPS] in SMALL}
    for box in inside if small else ():
        if id(box.style) in small:
            plain = box.style.copy()
            plain[CAPS] = "normal"
            letter = next(filter(str.islower, box.text), "")
            if letter and glyphs(letter, box.style) in (
                glyphs(letter, plain),
                glyphs(letter.upper(), plain),
            ):
                yield box.style["font_family"][0], box.text


def _false_capitals(family: str, text: str, source: Source) -> Diagnostic:
    place, excerpt = _find(text, source)
    return warning(
        "fonts.no-cut",
        f"“{family}” has no small capitals: “{_shown(text)}” is printed in others, made of its capitals",
        place,
        "bring a face that has them (smcp) with the theme, or mark the text in another way",
        excerpt,
    )


def _cut(style: BoxStyle) -> FaceQuery:
    return FaceQuery(tuple(style["font_family"]), style["font_style"], int(style["font_weight"]))


def _lacking(gap: Gap, texts: list[str], source: Source) -> Diagnostic:
    text = next(text for text in texts if gap.letters & set(text))
    place, excerpt = _find(text, source)
    instead = {"italic": "upright", "bold": "no bolder than the rest"}
    how = instead.get(gap.lacks, "upright and no bolder than the rest")
    some = "" if gap.letters >= set("".join(text.split())) else " " + " ".join(sorted(gap.letters)[:MOST])
    return warning(
        "fonts.no-cut",
        f"“{gap.family}” has no {gap.lacks}{some}: “{_shown(text)}” is printed {how}"
        + (" there" if some else ""),
        place,
        f"bring the {gap.lacks} with the theme (@font-face), or mark the text in another way",
        excerpt,
    )


def _undeclared(
    family: str, cut: FaceQuery, texts: Mapping[FaceQuery, list[str]], source: Source
) -> Diagnostic:
    text = next((text for text in texts[cut] if text.strip()), "")
    place, excerpt = _find(text, source)
    return warning(
        "fonts.undeclared",
        f"the theme asks for “{family}” and declares no such face: “{_shown(text)}” is set in another",
        place,
        "declare it with @font-face, mend its name, or take it out of the theme",
        excerpt,
    )


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= WORDS_SHOWN else text[:WORDS_SHOWN].rstrip() + "…"


def _find(text: str, source: Source) -> tuple[SourceRange, str]:
    """Where a text stands in the brief: all of it, or else its first word."""
    for part in (text.strip(), *text.split()[:1]):
        for number, line in enumerate(source.text.split("\n"), 1):
            if part and part in line:
                return source.place(number, line.index(part) + 1).covering(part), line
    return source.place(0), ""
