"""The fonts of a family, found by the names that are in their files.

In:  the name of a family, and the folders of styles.
Out: its faces: files in a folder `fonts/` of those, whether a style sheet declares them or not.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from issuebrief.file_access import MOST_BYTES, is_file, opened
from issuebrief.font_bounds import refuse_endless_names
from issuebrief.theming.font_faces import FontFace, FontSource, runs
from issuebrief.theming.font_files import decompressed
from issuebrief.transient_files import is_passing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from issuebrief.diagnostics.model import SourceRange
    from issuebrief.theming.font_faces import Span

FOLDER = "fonts"
ENDINGS = (".otf", ".ttf", ".woff", ".woff2")
MANY = 500
"""So many files are looked at in a folder."""
FAMILY, FAMILY_OF_MANY = 1, 16
"""The numbers of names in a font: of a family of four, and of one with more weights (OpenType, `name`)."""
INSTANCE = re.compile(
    r"(.+?)(?:[ ](?:Thin|(?:Extra|Semi)?(?:Light|Bold)|Regular|Medium|Black|Heavy|Italic))+[ ]\d{1,3}pt", re.I
)
"""What files that are made of a variable font call their family, with its default weight and design size."""
ITALIC = 1
"""The bit of `fsSelection` that a slanted font has (OpenType, `OS/2`)."""


class _Named(NamedTuple):
    """What a font says of itself."""

    family: str
    slope: str
    weights: Span


def faces_named(
    family: str, folders: Sequence[Path], place: SourceRange, excerpt: str = ""
) -> tuple[FontFace, ...]:
    """The faces of a family among the fonts in some folders of styles; `place` is where it is asked for.

    A weight may be in several files, each with some alphabets: every one is meant for the characters that
    those before it lack.
    """
    found: dict[tuple[str, Span], list[tuple[Path, FontFace]]] = {}
    for path, sheet in _files(folders):
        named = _read(path, path.lstat().st_mtime_ns)
        if named and named.family.casefold() == family.casefold():
            source = FontSource(path.relative_to(sheet.parent).as_posix())
            face = FontFace(
                named.family, sheet, (source,), named.slope, named.weights, place=place, excerpt=excerpt
            )
            found.setdefault((named.slope, named.weights), []).append((path, face))
    return tuple(face for files in found.values() for face in _by_alphabet(files))


def _by_alphabet(files: list[tuple[Path, FontFace]]) -> Iterator[FontFace]:
    """The faces of one weight, those with Latin letters first, each with the characters left for it."""
    if len(files) == 1:
        yield files[0][1]
        return
    held = [(_characters(path, path.lstat().st_mtime_ns), face) for path, face in files]
    taken: set[int] = set()
    for characters, face in sorted(held, key=lambda each: ord("a") not in each[0]):
        if left := characters - taken:
            yield replace(face, ranges=tuple(runs(sorted(left))))
            taken |= left


def families_in(folders: Sequence[Path]) -> tuple[str, ...]:
    """The names of all families in some folders of styles."""
    named = (_read(path, path.lstat().st_mtime_ns) for path, _ in _files(folders))
    return tuple(sorted({each.family for each in named if each}))


def _files(folders: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    """The fonts, each with the style sheet that would declare it."""
    for folder in folders:
        inner = (path for path in sorted((folder / FOLDER).rglob("*")) if path.suffix.lower() in ENDINGS)
        some = (path for path in inner if not is_passing(path.relative_to(folder)))
        yield from ((path, folder / "fonts.css") for path in islice(some, MANY) if is_file(path, (folder,)))


@lru_cache(maxsize=MANY)
def _read(path: Path, _time: int) -> _Named | None:
    """What a file says of its font; None where it holds none."""
    from fontTools.ttLib import TTFont

    try:
        with opened(path, (path.parent,), MOST_BYTES) as file, TTFont(file, lazy=True) as font:
            return _named(font)
    except Exception:  # fontTools raises anything at a damaged file, which is told when it is to be used
        return None


@lru_cache(maxsize=MANY)
def _characters(path: Path, _time: int) -> frozenset[int]:
    """The code points that a file has letters for; none where it cannot be read."""
    import uharfbuzz

    try:
        with opened(path, (path.parent,), MOST_BYTES) as file:
            content = decompressed(file.read())
        return frozenset(uharfbuzz.Face(uharfbuzz.Blob(content)).unicodes)
    except Exception:  # as above
        return frozenset()


def _named(font: Any) -> _Named | None:
    refuse_endless_names(font.reader["name"])
    names, about = font["name"], font["OS/2"]
    family = names.getDebugName(FAMILY_OF_MANY) or names.getDebugName(FAMILY)
    if family and (instance := INSTANCE.fullmatch(family)):
        family = instance[1]
    axes = font["fvar"].axes if "fvar" in font else ()
    weight = float(about.usWeightClass)
    weights = next(((axis.minValue, axis.maxValue) for axis in axes if axis.axisTag == "wght"), None)
    slope = "italic" if about.fsSelection & ITALIC else "normal"
    return _Named(family, slope, weights or (weight, weight)) if family else None
