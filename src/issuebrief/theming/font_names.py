"""The fonts of a family, found by the names that are in their files.

In:  the name of a family, and the folders of styles.
Out: its faces: files in a folder `fonts/` of those, whether a style sheet declares them or not.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from issuebrief.file_access import MOST_BYTES, is_file, opened
from issuebrief.font_bounds import refuse_endless_names
from issuebrief.theming.font_faces import FontFace, FontSource
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
    """The faces of a family among the fonts in some folders of styles; `place` is where it is asked for."""
    found: dict[tuple[str, Span], FontFace] = {}
    for path, sheet in _files(folders):
        named = _read(path, path.lstat().st_mtime_ns)
        if named and named.family.casefold() == family.casefold():
            source = FontSource(path.relative_to(sheet.parent).as_posix())
            face = FontFace(
                named.family, sheet, (source,), named.slope, named.weights, place=place, excerpt=excerpt
            )
            found.setdefault((named.slope, named.weights), face)
    return tuple(found.values())


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


def _named(font: Any) -> _Named | None:
    refuse_endless_names(font.reader["name"])
    names, about = font["name"], font["OS/2"]
    family = names.getDebugName(FAMILY_OF_MANY) or names.getDebugName(FAMILY)
    axes = font["fvar"].axes if "fvar" in font else ()
    weight = float(about.usWeightClass)
    weights = next(((axis.minValue, axis.maxValue) for axis in axes if axis.axisTag == "wght"), None)
    slope = "italic" if about.fsSelection & ITALIC else "normal"
    return _Named(family, slope, weights or (weight, weight)) if family else None
