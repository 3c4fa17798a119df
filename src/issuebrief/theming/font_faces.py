"""Faces: what the `@font-face` rules of a theme declare.

In:  the rules of style sheets.
Out: `FontFace`s with the files they are read from; problems with rules and files that cannot be used.

Source: W3C, "CSS Fonts Module Level 4", section 4 (@font-face).
"""

from __future__ import annotations

import os.path
import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error
from issuebrief.file_access import real_path
from issuebrief.theming.font_files import weights_in
from issuebrief.theming.style_rules import line_of, place_of
from issuebrief.theming.style_sheets import address_of, locate, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from issuebrief.engine.protocols import CssNode
    from issuebrief.theming.style_rules import Rule

STRETCHES = {
    "ultra-condensed": 50.0,
    "extra-condensed": 62.5,
    "condensed": 75.0,
    "semi-condensed": 87.5,
    "normal": 100.0,
    "semi-expanded": 112.5,
    "expanded": 125.0,
    "extra-expanded": 150.0,
    "ultra-expanded": 200.0,
}
"""The words of `font-stretch`, in per cent."""

WEIGHTS = {"normal": 400.0, "bold": 700.0}
SLOPES = {"normal": "normal", "italic": "italic", "oblique": "italic"}
FEATURES = ("font-feature-settings", "font-variant")
GENERIC = {
    *("serif", "sans-serif", "monospace", "cursive", "fantasy", "math", "emoji", "system-ui"),
    *("ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded"),
}
"""Families that stand for whatever the machine has."""

Span = tuple[float, float]
"""From and to, both included."""


@dataclass(frozen=True)
class FaceQuery:
    """How letters are asked for: families in order of preference, slope (`normal`, `italic`), weight."""

    families: tuple[str, ...]
    slope: str
    weight: int


@dataclass(frozen=True)
class FontSource:
    """Where a face may be read from: an address as it is written, or the name of a font on the machine."""

    address: str = ""
    local: str = ""


@dataclass(frozen=True)
class FontFace:
    """An `@font-face` rule.

    `weights` are from 1 to 1000, `stretches` in per cent, `ranges` the code points it is meant for (all where
    there are none), `variations` the axes of a variable font that it sets, `features` the descriptors that
    choose glyphs, as they are written.
    """

    family: str
    sheet: Path
    sources: tuple[FontSource, ...]
    slope: str = "normal"
    weights: Span = (400.0, 400.0)
    stretches: Span = (100.0, 100.0)
    ranges: tuple[tuple[int, int], ...] = ()
    variations: tuple[tuple[str, float], ...] = ()
    features: tuple[tuple[str, str], ...] = ()
    place: SourceRange = field(default=SourceRange(Path()), compare=False)
    excerpt: str = field(default="", compare=False)
    """The line that the rule begins on."""

    def is_meant_for(self, character: str) -> bool:
        """Whether its ranges hold a character."""
        return not self.ranges or any(start <= ord(character) <= end for start, end in self.ranges)


def no_font(face: FontFace, reason: str) -> Diagnostic:
    """The problem that a face cannot be loaded, for a reason such as `face.woff2: it is cut off`."""
    message = f"“{face.family}” has no font: {reason}"
    hint = "put a whole font into styles/ and give its path from this style sheet, or take the rule out"
    return error("fonts.not-loaded", message, face.place, hint, face.excerpt)


def file_of(source: FontSource, face: FontFace, folders: Sequence[Path]) -> tuple[Path | None, str]:
    """The file of a source and the name after its `#`; None for what is no file."""
    parts = parts_of(source.address)
    if not parts.path or parts.scheme not in ("", "file"):
        return None, ""
    path = Path(os.path.normpath(real_path(face.sheet).parent / unquote(parts.path)))
    return locate(path, folders), unquote(parts.fragment)


def folders_of(face: FontFace, folders: Sequence[Path]) -> Sequence[Path]:
    """Where the files of a face may lie: in the folders of styles, or without any in that of its sheet."""
    return folders or (real_path(face.sheet).parent,)


def faces_in(rules: Iterable[Rule], folders: Sequence[Path] = ()) -> tuple[FontFace, ...]:
    """The faces that rules declare; those without a family are none.

    A variable font for which no weight is declared has all that are in its file.
    """
    import tinycss2

    found = []
    for rule in rules:
        if rule.node.type != "at-rule":
            continue
        said = {
            declaration.lower_name: declaration.value
            for declaration in tinycss2.parse_blocks_contents(rule.node.content)
            if declaration.type == "declaration"
        }
        if face := _face(said, rule):
            span = None if "font-weight" in said else _weights_of(face, folders)
            face = replace(face, weights=span) if span else face
            slopes = _slopes(said.get("font-style", ()))
            found += [replace(face, slope=slope) for slope in slopes]
    return tuple(found)


def _slopes(tokens: Iterable[CssNode]) -> tuple[str, ...]:
    """The slopes that a face has: two where it leans at any angle from upright on (`oblique 0deg 12deg`)."""
    parts = [token for token in tokens if token.type not in ("whitespace", "comment")]
    slope = SLOPES.get(_word(parts), "normal")
    angles = [float(token.value) for token in parts[1:] if token.type in ("dimension", "number")]
    if not angles or min(angles) > 0 or max(angles) < 0:
        return (slope,)
    return ("normal", "italic") if any(angles) else ("normal",)


def _weights_of(face: FontFace, folders: Sequence[Path]) -> Span | None:
    path, _ = file_of(face.sources[0], face, folders) if face.sources else (None, "")
    return weights_in(path, folders_of(face, folders)) if path else None


def _face(said: Mapping[str, list[CssNode]], rule: Rule) -> FontFace | None:
    from tinycss2 import serialize

    def value(*names: str) -> list[CssNode]:
        tokens = next((said[name] for name in names if name in said), [])
        return [token for token in tokens if token.type not in ("whitespace", "comment")]

    family = " ".join(str(token.value) for token in value("font-family"))
    sources = tuple(_sources(value("src")))
    if not family:
        return None
    ranges = (token for token in value("unicode-range") if token.type == "unicode-range")
    return FontFace(
        family,
        rule.sheet,
        sources,
        "normal",
        _span(value("font-weight"), WEIGHTS, 400.0),
        _span(value("font-stretch", "font-width"), STRETCHES, 100.0),
        tuple((token.start, token.end) for token in ranges),
        tuple(_variations(value("font-variation-settings"))),
        tuple((name, serialize(said[name]).strip()) for name in FEATURES if name in said),
        place_of(rule.sheet, rule.node),
        line_of(rule.text, rule.node.source_line),
    )


def _sources(tokens: list[CssNode]) -> Iterator[FontSource]:
    for token in tokens:
        if address := (token.type in ("url", "function") and address_of(token)):
            yield FontSource(address=address)
        elif token.type == "function" and token.lower_name == "local":
            words = [str(part.value) for part in token.arguments if part.type in ("ident", "string")]
            if words:
                yield FontSource(local=" ".join(words))


def _word(tokens: list[CssNode]) -> str:
    return str(tokens[0].lower_value) if tokens and tokens[0].type == "ident" else ""


def _span(tokens: list[CssNode], words: Mapping[str, float], default: float) -> Span:
    """One or two values, as numbers, per cents or words."""
    values = [
        float(words.get(token.lower_value, default)) if token.type == "ident" else float(token.value)
        for token in tokens
        if token.type in ("ident", "number", "percentage")
    ]
    return (min(values), max(values)) if values else (default, default)


def _variations(tokens: list[CssNode]) -> Iterator[tuple[str, float]]:
    for tag, value in pairwise(tokens):
        if tag.type == "string" and value.type == "number" and re.fullmatch(r"[ -~]{4}", tag.value):
            yield tag.value, float(value.value)


def runs(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Numbers in order, as runs of neighbours, from and to."""
    start = end = -2
    for code in codes:
        if code != end + 1:
            if start >= 0:
                yield start, end
            start = code
        end = code
    if start >= 0:
        yield start, end
