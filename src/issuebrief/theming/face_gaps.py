"""What the faces of a theme lack of that which a text asks for.

In:  the letters of each cut, the faces that are declared, and the characters of each.
Out: the letters that are set in a face which is no italic, or no bold, though they ask for one, since their
     family has none, or in one that is, though they ask for none; and the families that are asked for first
     and declared nowhere.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.theming.face_matching import matching
from issuebrief.theming.font_faces import GENERIC

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence, Set

    from issuebrief.theming.font_faces import FaceQuery, FontFace

BOLD_FROM = 600
"""From this weight on a text is meant to stand out."""


@dataclass(frozen=True)
class Gap:
    """A family without a cut (`bold`, `bold italic`, `upright`), and the letters that ask for it."""

    family: str
    lacks: str
    cut: FaceQuery
    letters: frozenset[str]


def gaps(
    uses: Mapping[FaceQuery, Set[str]], faces: Sequence[FontFace], characters: Callable[[FontFace], Set[str]]
) -> tuple[Gap, ...]:
    """What faces lack, by family and cut."""
    return tuple(
        Gap(family, lacks, cut, frozenset(letters))
        for cut, wanted in uses.items()
        if _may_lack(cut, faces)
        for (family, lacks), letters in _gaps_of(cut, wanted, faces, characters).items()
    )


def _gaps_of(
    cut: FaceQuery, wanted: Set[str], faces: Sequence[FontFace], characters: Callable[[FontFace], Set[str]]
) -> Mapping[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    left = {character for character in wanted if character.strip()}
    for family in cut.families:
        chosen = matching(family, cut.slope, cut.weight, 100.0, faces)
        # What the chosen faces have no letter for the layout takes from others of the same family.
        others = [face for face in faces if face.family.lower() == family.lower() and face not in chosen]
        for face in (*chosen, *others):
            if not left:
                return found
            if has := left & characters(face):
                left -= has
                # The mark of a note may be plain where the words beside it are not.
                if (lacks := _lack(cut, face)) and (_stands_out(cut) or any(map(str.isalpha, has))):
                    found[face.family, lacks] |= has
    return found


def _stands_out(cut: FaceQuery) -> bool:
    return cut.slope != "normal" or cut.weight >= BOLD_FROM


def _may_lack(cut: FaceQuery, faces: Sequence[FontFace]) -> bool:
    """Whether letters of a cut may be set in another; no font is read for those that cannot."""
    if _stands_out(cut):
        return True
    chosen = (
        face for family in cut.families for face in matching(family, cut.slope, cut.weight, 100.0, faces)
    )
    return any(_lack(cut, face) for face in chosen)


def _lack(cut: FaceQuery, face: FontFace) -> str:
    leans = cut.slope != "normal"
    words = (
        "bold" if cut.weight >= BOLD_FROM > face.weights[1] else "",
        "regular" if cut.weight < BOLD_FROM <= face.weights[0] else "",
        "italic" if leans and face.slope == "normal" else "",
        "upright" if not leans and face.slope != "normal" else "",
    )
    return " ".join(word for word in words if word)


def undeclared(cut: FaceQuery, faces: Sequence[FontFace]) -> tuple[str, ...]:
    """The families that a cut names before any that is declared."""
    declared = {face.family.lower() for face in faces}
    found = []
    for family in cut.families:
        if family.lower() in declared or family.lower() in GENERIC:
            break
        found.append(family)
    return tuple(found)
