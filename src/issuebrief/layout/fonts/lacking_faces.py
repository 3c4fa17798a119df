"""What the theme's faces lack for the text of the pages.

In:  drawn pages and the brief's source.
Out: problems: emphasis that does not show, since its family has no italic or no bold; small capitals that are
     mere capitals made smaller; families that the theme asks for and does not declare. Each with the place
     where the text first asks for it.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure.boxes import TextBox

from issuebrief.diagnostics.model import Diagnostic, hint_of, warning
from issuebrief.layout.fonts.superiors import glyphs
from issuebrief.layout.fonts.text_places import place_of
from issuebrief.theming.face_gaps import Gap, gaps, undeclared
from issuebrief.theming.font_faces import FaceQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Set

    from issuebrief.diagnostics.model import SourceRange
    from issuebrief.engine.pages import Pages
    from issuebrief.engine.protocols import BoxStyle, LayoutBox
    from issuebrief.frontmatter.source import Source
    from issuebrief.theming.font_faces import FontFace

CAPS = "font_variant_caps"
SMALL = ("small-caps", "all-small-caps")

INSTEAD = {
    "italic": "upright",
    "bold": "no bolder than the rest",
    "upright": "in italics",
    "regular": "in bold",
}
"""How text is printed for which there is no such face."""

WORDS_SHOWN = 40
"""So many letters of a text are shown."""

MOST = 12
"""So many single letters are shown."""


def gap_problems(pages: Pages, source: Source, borrowed: Set[str]) -> tuple[Diagnostic, ...]:
    """What the faces of the pages lack; `borrowed` are the hashes of fonts that came from the machine."""
    fonts: Any = pages.document.font_config  # which knows faces where it is a `FontSet`
    faces = getattr(fonts, "faces", ())
    texts: dict[FaceQuery, list[LayoutBox]] = {}
    inside = _text_boxes(pages)
    styles = {id(box.style): box.style for box in inside}
    cuts = {known: _cut(style) for known, style in styles.items()}
    for box in inside:
        texts.setdefault(cuts[id(box.style)], []).append(box)
    letters = {cut: set("".join(box.text for box in some)) for cut, some in texts.items()}
    found: dict[tuple[str, str], Diagnostic] = {}

    def tell(key: tuple[str, str], make: Callable[..., Diagnostic], subject: object, box: LayoutBox) -> None:
        if key not in found:
            found[key] = make(subject, box.text, *place_of(box, pages, source))

    for gap in gaps(letters, faces, fonts.characters) if faces else ():
        first = next(box for box in texts[gap.cut] if gap.letters & set(box.text))
        tell((gap.family, gap.lacks), _lacking, gap, first)
    for family, how, box in _false_small_capitals(inside, styles):
        tell((family, CAPS), partial(_false_capitals, how), family, box)
    machine = {font.family.lower() for font in pages.document.fonts.values() if font.hash in borrowed}
    for cut, some in texts.items():
        first = next((box for box in some if box.text.strip()), some[0])
        for family in undeclared(cut, faces):
            if family.lower() not in machine:
                tell((family, ""), partial(_undeclared, _meant(family, faces)), family, first)
    return tuple(found.values())


def _text_boxes(pages: Pages) -> list[LayoutBox]:
    """All text of the pages, in few styles that many boxes share."""
    every = (box for page in pages.document.pages for box in page._page_box.descendants())
    return [box for box in every if isinstance(box, TextBox)]


def _false_small_capitals(
    inside: list[LayoutBox], styles: Mapping[int, BoxStyle]
) -> Iterator[tuple[str, str, LayoutBox]]:
    """Text in small capitals of which the face has none: family, how it is printed, and box.

    `styles` are those of the boxes.
    """
    small = {known for known, style in styles.items() if style[CAPS] in SMALL}
    for box in inside if small else ():
        if id(box.style) in small:
            plain = box.style.copy()
            plain[CAPS] = "normal"
            letter = next(filter(str.islower, box.text), "")
            shown = glyphs(letter, box.style) if letter else ()
            if letter and shown == glyphs(letter, plain):
                yield box.style["font_family"][0], "in lower-case letters", box
            elif letter and shown == glyphs(letter.upper(), plain):
                yield box.style["font_family"][0], "in others, made of its capitals", box


def _false_capitals(how: str, family: str, text: str, place: SourceRange, excerpt: str) -> Diagnostic:
    return warning(
        "fonts.no-cut",
        f"“{family}” has no small capitals: “{_shown(text)}” is printed {how}",
        place,
        "add a font that has them (smcp) to the theme, or mark the text in another way",
        excerpt,
    )


def _cut(style: BoxStyle) -> FaceQuery:
    return FaceQuery(tuple(style["font_family"]), style["font_style"], int(style["font_weight"]))


def _lacking(gap: Gap, text: str, place: SourceRange, excerpt: str) -> Diagnostic:
    how = " and ".join(INSTEAD[word] for word in reversed(gap.lacks.split()))
    some = "" if gap.letters >= set("".join(text.split())) else " " + " ".join(sorted(gap.letters)[:MOST])
    return warning(
        "fonts.no-cut",
        f"“{gap.family}” has no {gap.lacks}{some}: “{_shown(text)}” is printed {how}"
        + (" there" if some else ""),
        place,
        f"bring the {gap.lacks} with the theme (@font-face), or mark the text in another way",
        excerpt,
    )


def _meant(family: str, faces: Iterable[FontFace]) -> str:
    """The declared family that is nearly called so, or begins or ends likewise; empty where none is."""
    declared = sorted({face.family for face in faces})
    alike = (name for name in declared if family.lower() in name.lower() or name.lower() in family.lower())
    return next(alike, "") or next(iter(get_close_matches(family, declared, 1, 0.75)), "")


def _undeclared(meant: str, family: str, text: str, place: SourceRange, excerpt: str) -> Diagnostic:
    return warning(
        "fonts.undeclared",
        f"the theme asks for “{family}” and declares no such face: it is left open what “{_shown(text)}” is "
        "set in, and the web page may be set in another",
        place,
        hint_of(
            f"did you mean “{meant}”?" if meant else "",
            "declare it with @font-face, correct its name, or remove it from the theme",
        ),
        excerpt,
    )


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= WORDS_SHOWN else text[:WORDS_SHOWN].rstrip() + "…"
