"""Letters of a web page that no face of the theme has.

In:  the letters, and the manuscript that they stand in.
Out: a warning at the first of them.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning

if TYPE_CHECKING:
    from issuebrief.manuscript import Manuscript

LETTERS_SHOWN = 12


def _is_unseen(letter: str) -> bool:
    """Whether a character is a space, or not seen at all."""
    return unicodedata.category(letter) in ("Zs", "Cf", "Cc")


def _shown(letter: str) -> str:
    """A character as a message shows it: one that is not seen by its code point and its name."""
    name = unicodedata.name(letter, "without a name").lower()
    return f"U+{ord(letter):04X} ({name})" if _is_unseen(letter) else letter


def borrowed(missing: set[str], manuscript: Manuscript) -> tuple[Diagnostic, ...]:
    """A warning of letters that each reader sees in a font of their own."""
    source = manuscript.source
    # Spaces that nobody typed are those of the typesetter: they are as good from any font.
    letters = sorted(letter for letter in missing if not _is_unseen(letter) or letter in source.text)
    if not letters:
        return ()
    shown = " ".join(map(_shown, letters[:LETTERS_SHOWN])) + (" …" if len(letters) > LETTERS_SHOWN else "")
    line = next((n for n, text in enumerate(source.lines, 1) if letters[0] in text), 0)
    place = source.place(line, source.line(line).find(letters[0]) + 1 if line else 0)
    place = place.covering(letters[0])
    message = f"the theme has no face for {shown}: on the web each reader sees a font of their own there"
    hint = "ship a font that has it with the theme (@font-face), or use another character"
    return (warning("web.no-face", message, place, hint, source.line(line)),)
