"""The faces of a page's letters.

In:  the content of a page, the rules of its style sheet, and the faces that the theme has.
Out: what each face has to show of the page, and problems: faces whose file holds no font, and letters that no
     face has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic
from issuebrief.l10n import words
from issuebrief.markdown_body.source.html_tree import serialise
from issuebrief.web.borrowed_letters import borrowed
from issuebrief.web.fonts import not_loaded, share_out
from issuebrief.web.stylesheet import for_letters

if TYPE_CHECKING:
    from issuebrief.manuscript import Manuscript
    from issuebrief.markdown_body.source.html_tree import Element
    from issuebrief.web.fonts import Share, WebFace

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
    return shares, (*not_loaded(faces), *borrowed(missing, manuscript))
