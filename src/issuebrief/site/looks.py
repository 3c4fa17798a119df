"""The style sheet of a site, with its fonts, and the logo.

In:  the institute's theme, the sheets of `styles/site/`, and the HTML of pages.
Out: one sheet; files of the logo; problems of fonts.
"""

from __future__ import annotations

import hashlib
import re
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from issuebrief.file_access import read
from issuebrief.images.resolve import look_at_picture
from issuebrief.site.cover_files import file_in
from issuebrief.theming.style_sheets import text_of
from issuebrief.web.fonts import BY_THEMSELVES, cut_down, face_rules, faces_of, not_loaded, share_out
from issuebrief.web.images import drawing, raster
from issuebrief.web.stylesheet import for_letters, root_rules, squeezed
from issuebrief.web.svg_fonts import letter
from issuebrief.web.woff2 import pack

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.manuscript import Manuscript
    from issuebrief.resources import SearchPath
    from issuebrief.theming.font_faces import FaceQuery

SHEETS = ("tokens", "page", "lists", "brief", "print")
"""The files of styles/site/ in the order of the cascade; one of the theme's name comes last."""
TAG = re.compile(r"<[^>]*>")
ELEMENT = re.compile(r"<[a-z][a-z0-9]*(?: class=\"[^\"]*\")?")
LOGO_WIDTH = 640
"""Pixels across of a logo."""


class SiteLogo(Struct, frozen=True):
    """An image of the logo: its path, the grounds it is for, its size in pixels, its words."""

    path: str
    classes: str
    width: int
    height: int
    alt: str


def site_rules(blank: Manuscript, search_path: SearchPath) -> str:
    """The rules of the site in the looks of its institute, without the fonts."""
    theme, brief = blank.theme, blank.brief
    tokens = {**theme.tokens, **({"--accent": brief.accent} if brief.accent else {})}
    names = (*(f"site/{name}.css" for name in SHEETS), f"site/themes/{theme.name}.css")
    found = (search_path.style(name) for name in names)
    return root_rules(tokens) + "".join(
        squeezed(text_of(sheet, search_path.styles)) for sheet in found if sheet
    )


def site_fonts(
    blank: Manuscript, search_path: SearchPath, rules: str, pages: Iterable[str]
) -> tuple[str, dict[str, bytes], tuple[Diagnostic, ...]]:
    """The fonts of the site: their rules, their files, and those that cannot be loaded.

    Each cut that some page uses has the letters of all pages, so that a browser loads it once. Letters that
    no font of the theme has are left to the browser: where a brief has them, that is told when it is set.
    Figures are those that fonts have by default, without others that would double the weight of the fonts.
    """
    from issuebrief.layout.fonts.glyph_usage import GlyphUsage, letters_in_use

    faces = faces_of(blank.theme.rules.found, search_path.styles, blank.theme.faces)
    texts, letter_rules = list(pages), for_letters(rules)
    letters = set("0123456789").union(*(TAG.sub("", text) for text in texts))
    cuts: dict[FaceQuery, None] = {}
    for text in _with_every_element(texts):
        cuts |= dict.fromkeys(letters_in_use(text, letter_rules))
    shares, _ = share_out({cut: GlyphUsage(all=set(letters)) for cut in cuts}, faces)
    fonts = [pack(cut_down(face, share, BY_THEMSELVES)) for face, share in shares.items()]
    names = [f"font-{hashlib.sha256(font).hexdigest()[:8]}.woff2" for font in fonts]
    files = {f"assets/{name}": font for name, font in zip(names, fonts, strict=True)}
    return face_rules(shares, names) if names else "", files, not_loaded(faces)


def _with_every_element(pages: Iterable[str]) -> list[str]:
    """Some of the pages, which have among them every element and class that any has."""
    seen: set[str] = set()
    found = []
    for page in pages:
        own = set(ELEMENT.findall(page))
        if not own <= seen:
            seen |= own
            found.append(page)
    return found


def logo_files(blank: Manuscript, search_path: SearchPath) -> tuple[tuple[SiteLogo, ...], dict[str, bytes]]:
    """The logo for the head of each page, and its files by their paths on the site."""
    publisher = blank.brief.publisher
    mark = publisher.logo if publisher else None
    if not mark or not publisher:
        return (), {}
    faces = faces_of(blank.theme.rules.found, search_path.styles, blank.theme.faces)
    said = mark.alt or (publisher.name if mark.wordmark else "")
    logos: list[SiteLogo] = []
    files: dict[str, bytes] = {}
    for number, image in enumerate(blank.logo, 1):
        picture, _ = look_at_picture(image.name, image.folder, blank.source.place(0), "", is_address=False)
        if picture is None:
            continue
        data = read(picture.path, (image.folder,))
        if picture.kind == "svg":
            shown = drawing(picture, data, partial(letter, faces=faces))
        else:
            shown = raster(data, LOGO_WIDTH)
        ending, content = file_in(shown.url)
        path = f"assets/logo-{number}{ending}"
        files[path] = content
        logos.append(SiteLogo(path, image.classes, shown.width, shown.height, said))
    return tuple(logos), files
