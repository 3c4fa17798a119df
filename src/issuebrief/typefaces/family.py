"""The files of one family, sorted: which are needed, and for which weights, slopes and letters.

In:  font files with what they say of themselves.
Out: `Family`: its faces, each a file with the part of the letters that it is for; the files that are left
     out, since others have all that is in them; and those that are not asked for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.typefaces.font_sources import FONTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from issuebrief.typefaces.font_facts import FontFacts

SAFE = re.compile(r"[^a-z0-9]+")
LONGEST_SLUG = 80
ONE_FILE = 0.98
"""The part of a family's letters from which on a file is taken to have all of them."""
A = ord("a")


@dataclass(frozen=True)
class FontFile:
    """A font file, what it says of itself, and which of a collection it is, if it is one."""

    name: str
    content: bytes
    facts: FontFacts
    member: str = ""


@dataclass(frozen=True)
class FamilyFace:
    """A face as a style sheet declares it: a file, and the letters that it is for; none for all."""

    file: FontFile
    characters: frozenset[int] = frozenset()


@dataclass(frozen=True)
class WantedFaces:
    """What of a family is asked for: weights, 400 for regular, and code points of letters; none for all."""

    weights: frozenset[int] = frozenset()
    letters: frozenset[int] = frozenset()


EVERYTHING = WantedFaces()


@dataclass(frozen=True)
class Family:
    """A family: its name, its faces in order, the files that are not needed or not asked for."""

    name: str
    faces: tuple[FamilyFace, ...]
    left_out: tuple[FontFile, ...]
    unwanted: tuple[FontFile, ...] = ()

    @property
    def slug(self) -> str:
        """The name of its folder."""
        return SAFE.sub("-", self.name.lower())[:LONGEST_SLUG].strip("-") or "family"


def families_of(files: Iterable[FontFile], wanted: WantedFaces = EVERYTHING) -> list[Family]:
    """The families in some files, by name. One that has nothing that is wanted has no faces."""
    found: dict[str, list[FontFile]] = defaultdict(list)
    for file in files:
        found[file.facts.family].append(file)
    return [_family(name, found[name], wanted) for name in sorted(found)]


def _family(name: str, files: Sequence[FontFile], wanted: WantedFaces) -> Family:
    """A family of the least files: variable fonts make those for single weights needless."""
    faces: list[FamilyFace] = []
    left: list[FontFile] = []
    unwanted = [file for file in files if not _has_weight(file, wanted.weights)]
    for is_italic in (False, True):
        cuts = [file for file in files if file.facts.is_italic is is_italic and file not in unwanted]
        varying = [file for file in cuts if "wght" in file.facts.axes]
        if varying:
            spans = [file.facts.weights for file in varying]
            least, most = min(span[0] for span in spans), max(span[1] for span in spans)
            left += [file for file in cuts if file not in varying and least <= file.facts.weights[0] <= most]
            cuts = [file for file in cuts if file not in left]
        for weights in sorted({file.facts.weights for file in cuts}):
            chosen, others, foreign = _parts(
                [file for file in cuts if file.facts.weights == weights], wanted.letters
            )
            faces += chosen
            left += others
            unwanted += foreign
    return Family(name, tuple(faces), tuple(left), tuple(unwanted))


def _has_weight(file: FontFile, weights: frozenset[int]) -> bool:
    least, most = file.facts.weights
    return not weights or any(least <= weight <= most for weight in weights)


def _parts(
    files: Sequence[FontFile], letters: frozenset[int]
) -> tuple[list[FamilyFace], list[FontFile], list[FontFile]]:
    """The faces of one cut: one file, or several with parts of the letters, each for those it alone has.

    After them, the files that are not needed, and those that have none of the letters that are wanted. The
    first file is kept in any case: it has the figures and the punctuation.
    """
    ordered = sorted(files, key=lambda file: (A not in file.facts.characters, *_work(file), file.name))
    taken: set[int] = set()
    faces: list[FamilyFace] = []
    left: list[FontFile] = []
    unwanted: list[FontFile] = []
    for file in ordered:
        own = file.facts.characters - taken
        # The few letters that one of two files lacks are no reason to have both; those of a small part are.
        few = (
            (1 - ONE_FILE) * len(file.facts.characters) if len(file.facts.characters) > len(taken) / 2 else 0
        )
        if taken and len(own) <= few:
            left.append(file)
            continue
        if taken and letters and not own & letters:
            unwanted.append(file)
            continue
        faces.append(FamilyFace(file, frozenset(own)))
        taken |= own
    return ([FamilyFace(faces[0].file)] if len(faces) == 1 else faces), left, unwanted


def _work(file: FontFile) -> tuple[int, int]:
    """How much is to be done before a file can be used, and how many of the letters it lacks."""
    ending = next((n for n, ending in enumerate(FONTS) if file.name.lower().endswith(ending)), len(FONTS))
    return -len(file.facts.characters), ending
