"""The faces of a page's letters.

In:  the content of a page, the rules of its style sheet, and the faces that the theme has.
Out: what each face has to show of the page, and problems: faces whose file holds no font, and letters that no
     face has.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.l10n import words
from issuebrief.markdown_body.source.html_tree import serialise
from issuebrief.web.fonts import not_loaded, share_out
from issuebrief.web.stylesheet import for_letters

if TYPE_CHECKING:
    from issuebrief.manuscript import Manuscript
    from issuebrief.markdown_body.source.html_tree import Element
    from issuebrief.web.fonts import Share, WebFace

LETTERS_SHOWN = 12

Problems = tuple[Diagnostic, ...]


def page_faces(
    content: Element, rules: str, manuscript: Manuscript, faces: tuple[WebFace, ...]
) -> tuple[dict[WebFace, Share], Problems]:
    """The letters that the content sets in each face."""
    from issuebrief.layout.fonts.glyph_usage import NUMERALS, letters_in_use

    tag = f'<html lang="{manuscript.brief.lang}" data-sidebar="{manuscript.theme.sidebar}">'
    page = f"{tag}<body>{serialise(content.children)}"
    labels = words(manuscript.brief.lang, manuscript.brief.labels)
    used = letters_in_use(page, for_letters(rules), labels.numeral(NUMERALS))
    shares, missing = share_out(used, faces)
    return shares, (*not_loaded(faces), *_borrowed(missing, manuscript))


def _is_unseen(letter: str) -> bool:
    """Whether a character is a space, or not seen at all."""
    return unicodedata.category(letter) in ("Zs", "Cf", "Cc")


def _shown(letter: str) -> str:
    """A character as a message shows it: one that is not seen by its code point and its name."""
    name = unicodedata.name(letter, "without a name").lower()
    return f"U+{ord(letter):04X} ({name})" if _is_unseen(letter) else letter


def _borrowed(missing: set[str], manuscript: Manuscript) -> Problems:
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
