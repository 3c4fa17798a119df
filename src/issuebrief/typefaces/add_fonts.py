"""Put families into a folder of fonts.

In:  the files at some paths, and the folder.
Out: what was written and what was refused, by family. A file that is there and differs is never replaced,
     unless that is asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain, count
from typing import TYPE_CHECKING

from issuebrief.atomic_write import write_file
from issuebrief.diagnostics.model import SourceRange, error
from issuebrief.file_access import read, real_path
from issuebrief.font_bounds import Unusable
from issuebrief.theming.font_files import decompressed
from issuebrief.typefaces.face_rules import style_sheet
from issuebrief.typefaces.family import EVERYTHING, Family, FontFile, families_of
from issuebrief.typefaces.font_facts import facts_of
from issuebrief.typefaces.font_sources import FONTS, MOST_BYTES, FoundFile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.typefaces.family import WantedFaces

FONTSOURCE = re.compile(r"-([1-9]00)-(?:normal|italic)$")
"""The weight in the names of Fontsource's files."""


@dataclass(frozen=True)
class SortedFonts:
    """The families in some files, and the fonts that can't be used, each with the reason."""

    families: tuple[Family, ...]
    refused: tuple[tuple[str, str], ...]
    licences: tuple[FoundFile, ...]


@dataclass(frozen=True)
class AddedFamily:
    """What became of a family: its style sheet, what was written, what is there and differs."""

    family: Family
    sheet: Path
    written: tuple[Path, ...] = ()
    differing: tuple[Path, ...] = ()
    problems: tuple[Diagnostic, ...] = field(default=())


def sort_fonts(files: Sequence[FoundFile], wanted: WantedFaces = EVERYTHING) -> SortedFonts:
    """The families in some files, or what of them is wanted.

    A font whose maker forbids to embed it is refused. Compressed fonts are unpacked, once for all builds.
    """
    usable: list[FontFile] = []
    refused = [(file.name, file.fault) for file in files if file.fault]
    names: dict[str, bytes] = {}
    for file in _worth_unpacking([file for file in files if not file.fault], wanted):
        try:
            content = decompressed(file.content)
            found = facts_of(content)
        except Unusable as fault:
            refused.append((file.name, str(fault)))
            continue
        name = _own_name(_plain_name(file.name, content), content, names)
        for facts in found:
            if facts.may_be_embedded:
                member = facts.postscript if len(found) > 1 else ""
                usable.append(FontFile(name, content, facts, member))
            else:
                reason = "its maker does not allow that it is embedded in a PDF (fsType in the table OS/2)"
                refused.append((file.name, reason))
    licences = tuple(
        FoundFile(_own_name(file.name, file.content, names), file.content)
        for file in files
        if not file.is_font and not file.fault
    )
    return SortedFonts(tuple(families_of(usable, wanted)), tuple(refused), licences)


def _worth_unpacking(files: Sequence[FoundFile], wanted: WantedFaces) -> list[FoundFile]:
    """The fonts among some files, each in the form that takes least work, without those of other weights.

    Families of Chinese are divided into hundreds of files, and each may be there as WOFF2 and as WOFF.
    """
    forms: dict[str, FoundFile] = {}
    for ending in FONTS:
        for file in files:
            if file.name.lower().endswith(ending):
                forms.setdefault(file.name[: -len(ending)], file)
    wrong = {
        file.name
        for stem, file in forms.items()
        if wanted.weights and (weight := FONTSOURCE.search(stem)) and int(weight[1]) not in wanted.weights
    }
    kept = {file.name for file in forms.values()} - wrong
    return [file for file in files if file.name in kept]


def add_family(
    family: Family, licences: Sequence[FoundFile], folder: Path, *, replace: bool = False
) -> AddedFamily:
    """Write the files of a family, its licences and its style sheet below a folder."""
    place = folder / family.slug
    if not real_path(place).is_relative_to(real_path(folder)):
        message = f"{family.slug} is a link that leads out of the folder of fonts"
        hint = "remove the link; the family gets a folder in its place"
        problem = error("output.not-written", message, SourceRange(place), hint)
        return AddedFamily(family, place, problems=(problem,))
    sheet = place / f"{family.slug}.css"
    files = {place / face.file.name: face.file.content for face in family.faces}
    files |= {place / file.name: file.content for file in licences}
    files[sheet] = style_sheet(family).encode()
    new = {path: content for path, content in files.items() if not _is_there(path, content)}
    differing = tuple(path for path in new if path.exists())
    if differing and not replace:
        return AddedFamily(family, sheet, differing=differing)
    problems = tuple(problem for path, content in new.items() for problem in write_file(path, content))
    return AddedFamily(family, sheet, tuple(new), problems=problems)


def _own_name(name: str, content: bytes, names: dict[str, bytes]) -> str:
    """The name of a file, with a number where another file of that name came from another folder."""
    stem, dot, ending = name.rpartition(".")
    numbered = (f"{stem}-{number}{dot}{ending}" for number in count(2))
    own = next(each for each in chain((name,), numbered) if names.get(each.lower(), content) == content)
    names[own.lower()] = content
    return own


def _plain_name(name: str, content: bytes) -> str:
    """The name of a font file that is no longer compressed."""
    stem, _, ending = name.rpartition(".")
    if not ending.lower().startswith("woff"):
        return name
    kind = ending.lower().removeprefix("woff")
    return f"{stem}{f'-{kind}' if kind else ''}.{'otf' if content[:4] == b'OTTO' else 'ttf'}"


def _is_there(path: Path, content: bytes) -> bool:
    try:
        return path.is_file() and read(path, (path.parent,), MOST_BYTES) == content
    except OSError:
        return False
