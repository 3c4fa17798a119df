"""Which faces the pages are drawn with, and what they lack.

In:  drawn pages and the brief's source.
Out: problems: a character that no font has, a face that was taken from the machine rather than
     from the style sheets; each with the place in the brief where the character first stands.
"""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, warning
from issuebrief.engine.log import path_of
from issuebrief.engine.patches import FONT_CLEAN, replaced
from issuebrief.file_access import read
from issuebrief.layout.fonts.faces_apart import faces_apart
from issuebrief.layout.fonts.font_places import in_brief, in_drawing, in_labels, language_of, set_in
from issuebrief.layout.fonts.lacking_faces import gap_problems
from issuebrief.layout.fonts.narrow_marks import narrow_marks
from issuebrief.layout.fonts.noto_families import how_to_add, noto_family

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

    from issuebrief.engine.pages import Pages
    from issuebrief.engine.protocols import DrawnFont, FontConfig
    from issuebrief.frontmatter.source import Source

FEW_LETTERS = 3
"""So many letters of a script are told one by one."""

WIDE = re.compile("[\u3000-\u303f\u30fc\uff00-\uffef]")
"""Signs that come with the letters of Chinese and Japanese."""

TEXT = re.compile(r"<(?:[\w.-]+:)?text\b")


@contextmanager
def watched_faces(pages: Pages) -> Iterator[set[str]]:
    """Note, while the block draws, the hashes of fonts that no @font-face rule loaded.

    A font's file is compared just before it is subset, when it is still the file that was loaded.
    """
    known = _loaded_files(pages.document.font_config)
    borrowed: set[str] = set()
    plain_clean = FONT_CLEAN.value

    def clean(font: DrawnFont, *arguments: object) -> None:
        if _digest(font.file_content) not in known:
            borrowed.add(font.hash)
        plain_clean(font, *arguments)

    with replaced(FONT_CLEAN, clean), faces_apart():
        yield borrowed


def face_problems(pages: Pages, source: Source, borrowed: Set[str]) -> tuple[Diagnostic, ...]:
    """The problems with the faces that a drawn document used; `borrowed` as `watched_faces` gave it."""
    fonts = sorted(pages.document.fonts.values(), key=lambda font: font.name)
    # Pango asks for a space in the face of what stands before it, which may be one of figures alone.
    lacking = {character for font in fonts for code in font.missing if not (character := chr(code)).isspace()}
    drawings = {chr(code): name for font in fonts for code, name in getattr(font, "lacking_in", {}).items()}
    problems = [_missing(characters, source, drawings) for characters in _by_script(lacking)]
    for font in fonts:
        if font.hash in borrowed and (letters := _letters(font)):
            drawing = path_of(getattr(font, "drawing", ""))
            problems.append(
                _borrowed_by_drawing(font.family, letters, drawing, source.path.parent)
                if drawing
                else _borrowed(font.family, letters, pages, source)
            )
    by_family: dict[str, str] = {}
    for font in (each for each in fonts if each.hash not in borrowed):
        by_family[font.family] = by_family.get(font.family, "") + _letters(font)
    narrow = narrow_marks(by_family, language_of(source), source)
    return (*dict.fromkeys(problems), *narrow, *gap_problems(pages, source, borrowed))


def _loaded_files(font_config: FontConfig) -> set[bytes]:
    """The digests of the fonts that @font-face rules loaded."""
    if font_config._folder is None:
        return set()
    return {_digest(path.read_bytes()) for path in Path(font_config._folder).iterdir() if path.is_file()}


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def _letters(font: DrawnFont) -> str:
    """The characters that were drawn with a font, in order, without those it lacks."""
    text = "".join(sorted({character for cluster in font.to_unicode.values() for character in cluster}))
    return "".join(
        character for character in text if ord(character) not in font.missing and character.strip()
    )


def _by_script(characters: Set[str]) -> list[list[str]]:
    """Characters one by one, but the letters of a script together where they are many."""
    scripts: dict[str, list[str]] = {}
    for character in sorted(characters):
        letter = unicodedata.category(character)[0] in "LM" or bool(WIDE.match(character))
        scripts.setdefault(_script(character) if letter else character, []).append(character)
    return [
        group
        for found in scripts.values()
        for group in ([found] if len(found) > FEW_LETTERS else [[character] for character in found])
    ]


def _script(character: str) -> str:
    """The script of a letter or a wide sign, as its name in Unicode begins; empty where it has none."""
    return "CJK" if WIDE.match(character) else unicodedata.name(character, "").partition(" ")[0]


def _missing(characters: Sequence[str], source: Source, drawings: Mapping[str, str]) -> Diagnostic:
    """What is told of a character, or of many of a script, at the first of them in the brief.

    What stands in drawings alone is told there, and what is in the words of the language at its tag.
    """
    places = [in_brief(character, source) for character in characters]
    if not any(place.line for place, _ in places):
        asked = [(character, path_of(drawings.get(character, ""))) for character in characters]
        found = [in_drawing(character, path, source.path.parent) for character, path in asked if path]
        places = [each for each in found if each] or places
    of_labels = [each for each in (in_labels(character, source) for character in characters) if each]
    if of_labels and not any(place.line for place, _ in places):
        places = of_labels
    place, excerpt = min(places, key=lambda found: (found[0].line or sys.maxsize, found[0].column))
    named = f"the character {_name(characters[0])}"
    hint = "use another character, or a theme with a face that has it"
    if len(characters) > 1:
        script = _script(characters[0])
        name = script if script == "CJK" else script.capitalize()
        named = f"{len(characters)} characters of a script ({name}): {_some(''.join(characters))}"
        hint = "ship a font that has them with the theme (@font-face)"
    if places is of_labels:
        hint = "ship a font for the language with the theme (@font-face), or give other words under labels:"
    if family := noto_family(_script(characters[0]), language_of(source)):
        hint += f"\n{how_to_add(family)}"
    return error("fonts.no-glyph", f"no font has {named}", place, hint, excerpt)


def _borrowed_by_drawing(family: str, letters: str, path: Path, folder: Path) -> Diagnostic:
    """A face that a drawing (SVG) asks for, at the first text of the drawing."""
    try:
        text = read(path, (folder,)).decode("utf-8", "replace")
    except OSError:
        text = ""
    found = TEXT.search(text)
    offset = found.start() if found else 0
    number = text.count("\n", 0, offset) + 1
    place = SourceRange(path, number, offset - text.rfind("\n", 0, offset)).covering(
        found[0] if found else ""
    )
    message = f"“{family}” was taken from this machine for the text of the drawing: {_some(letters)}"
    hint = "name a font of the theme in the drawing, or export it with its text as outlines"
    return warning("fonts.from-the-machine", message, place, hint, text.split("\n")[number - 1])


def _some(letters: str) -> str:
    return " ".join(letters[:12]) + (" …" if len(letters) > 12 else "")


def _borrowed(family: str, letters: str, pages: Pages, source: Source) -> Diagnostic:
    place, excerpt = set_in(family, letters, pages, source)
    shown = _some(letters)
    message = f"“{family}” was taken from this machine for {shown}: elsewhere the brief will look different"
    hint = "ship the font with the theme (@font-face), or use a character that the theme's faces have"
    scripts = {_script(letter) for letter in letters if unicodedata.category(letter) == "Lo"}
    if noto := next(
        filter(None, (noto_family(script, language_of(source)) for script in sorted(scripts))), ""
    ):
        hint += f"\n{how_to_add(noto)}"
    return warning("fonts.from-the-machine", message, place, hint, excerpt)


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "").lower()
    return f"{character} ({code}, {name})" if name else code
