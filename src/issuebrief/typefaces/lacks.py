"""What a family has, and what it lacks of that which briefs are set with.

In:  a `Family`, and languages.
Out: sentences: its cuts, its figures; what is missing, with what stands in for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.typefaces.alphabets import SIGNS, letters_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.typefaces.family import Family, FamilyFace

REGULAR, BOLD = (350, 450), (600, 800)
"""The weights that text and what is strong in it are set in."""
MOST_SHOWN = 12


def cuts_of(family: Family) -> str:
    """Its weights, upright and italic, in words."""
    parts = []
    for is_italic, word in ((False, "upright"), (True, "italic")):
        spans = sorted(
            {face.file.facts.weights for face in family.faces if face.file.facts.is_italic is is_italic}
        )
        if spans:
            listed = ", ".join(f"{a:g}" if a == b else f"{a:g} to {b:g}" for a, b in spans)
            parts.append(f"{word} {listed}")
    return "; ".join(parts)


def lacks_of(family: Family, languages: Sequence[str]) -> Iterator[str]:
    """What it lacks, a sentence each."""
    upright = [face for face in family.faces if not face.file.facts.is_italic]
    italic = [face for face in family.faces if face.file.facts.is_italic]
    if not upright:
        yield "no upright face: use it for what is italic alone"
    if not italic:
        yield "no italic: emphasis cannot be seen, and is told when a brief has any"
    for cuts, words in ((upright, "bold"), (italic, "bold italic")):
        if cuts and not _has(cuts, BOLD):
            yield f"no {words}: strong words cannot be seen, and are told when a brief has any"
    if upright and not _has(upright, REGULAR):
        yield "no regular weight: text is set in the nearest there is"
    yield from _features(upright or italic)
    yield from _letters(family, languages)


def _features(faces: Sequence[FamilyFace]) -> Iterator[str]:
    features = frozenset(tag for face in faces for tag in face.file.facts.features)
    if "smcp" not in features:
        yield "no small caps: they are made of smaller capitals"
    if "sups" not in features:
        yield "no superior figures: the marks of notes are made of smaller figures, raised"
    if not {"onum", "lnum"} & features:
        yield "one kind of figures only: figures in text and in tables look the same"
    if "tnum" not in features and "pnum" not in features:
        yield "figures of one width only: columns of numbers may not align"


def _letters(family: Family, languages: Sequence[str]) -> Iterator[str]:
    has = frozenset(code for face in family.faces for code in face.file.facts.characters)
    if missing := [sign for sign in SIGNS if ord(sign) not in has]:
        yield f"signs that are missing: {_shown(missing)}"
    for lang in languages:
        letters = letters_of(lang)
        if letters is None:
            yield f"whether it has the letters of “{lang}” is not known here: look at a page"
        elif missing := sorted(letter for letter in letters if ord(letter) not in has):
            yield f"letters of “{lang}” that are missing: {_shown(missing)}"


def _has(faces: Sequence[FamilyFace], span: tuple[int, int]) -> bool:
    """Whether some face has a weight between two."""
    return any(
        face.file.facts.weights[0] <= span[1] and face.file.facts.weights[1] >= span[0] for face in faces
    )


def _shown(letters: Sequence[str]) -> str:
    more = f" and {len(letters) - MOST_SHOWN} more" if len(letters) > MOST_SHOWN else ""
    return " ".join(letters[:MOST_SHOWN]) + more
