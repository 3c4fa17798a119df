"""The style sheet of a site, with its fonts, and the logo.

In:  the institute's theme, the sheets of `styles/site/`, and the HTML of pages.
Out: one sheet; files of the logo; problems of fonts.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
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
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.layout.fonts.glyph_usage import GlyphUsage
    from issuebrief.manuscript import Manuscript
    from issuebrief.resources import SearchPath
    from issuebrief.theming.font_faces import FaceQuery
    from issuebrief.web.fonts import WebFace

SHEETS = ("tokens", "page", "lists", "brief", "print")
"""The files of styles/site/ in the order of the cascade; one of the theme's name comes last."""
TAG = re.compile(r"<[^>]*>")
ELEMENT = re.compile(r"<[a-z][a-z0-9]*(?: class=\"[^\"]*\")?")
WITHIN_LINES = frozenset({"<em", "<strong", "<i", "<b", "<bdi"})
"""Elements whose cut depends on what is around them."""
EMPHASIS = re.compile(r"(</?(?:em|strong|i|b)(?: [^>]*)?>)")
LOGO_WIDTH = 640
"""Pixels across of a logo."""
ICON = "assets/icon.svg"
OWN_ICONS = ("favicon.svg", "favicon.ico", "favicon.png")
"""Files of an institute's own that browsers show in tabs, in its site's folder; the first that is there."""


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


@dataclass(frozen=True)
class SiteFonts:
    """The rules and the files of fonts, the names of those that each page begins with, and what is wrong."""

    rules: str
    files: dict[str, bytes]
    by_page: tuple[tuple[str, ...], ...]
    problems: tuple[Diagnostic, ...]


def site_fonts(blank: Manuscript, search_path: SearchPath, rules: str, pages: Iterable[str]) -> SiteFonts:
    """The fonts of the site.

    Each cut that some page uses has the letters of all pages, so that a browser loads it once; one that is
    for emphasised words alone has the letters of those. Letters that no font of the theme has are left to the
    browser: where a brief has them, that is told when it is set. Figures are those that fonts have by
    default, without others that would double the weight of the fonts.
    """
    from issuebrief.layout.fonts.glyph_usage import GlyphUsage

    faces = faces_of(blank.theme.rules.found, search_path.styles, blank.theme.faces)
    texts, letter_rules = list(pages), for_letters(rules)
    letters = set("0123456789").union(*(TAG.sub("", text) for text in texts))
    kinds = [_kind(text) for text in texts]
    examples = dict(zip(reversed(kinds), reversed(texts), strict=True))
    uses = _uses_of_kinds(examples, letter_rules)
    plain = {_kind(rest): rest for rest in (_without_emphasis(text)[1] for text in examples.values())}
    of_plain = {cut for some in _uses_of_kinds(plain, letter_rules).values() for cut in some}
    emphasised = set[str]().union(*(_without_emphasis(text)[0] for text in texts))
    cuts = dict.fromkeys(cut for some in uses.values() for cut in some)
    wanted = {cut: GlyphUsage(all=set(letters if cut in of_plain else emphasised)) for cut in cuts}
    shares, _ = share_out(wanted, faces)
    fonts = [pack(cut_down(face, share, BY_THEMSELVES)) for face, share in shares.items()]
    names = [f"font-{hashlib.sha256(font).hexdigest()[:8]}.woff2" for font in fonts]
    files = {f"assets/{name}": font for name, font in zip(names, fonts, strict=True)}
    by_face = dict(zip(shares, names, strict=True))
    first = {kind: tuple(dict.fromkeys(_first_fonts(some, faces, by_face))) for kind, some in uses.items()}
    return SiteFonts(
        face_rules(shares, names) if names else "",
        files,
        tuple(first[kind] for kind in kinds),
        not_loaded(faces),
    )


def _kind(page: str) -> frozenset[str]:
    """The elements and classes of a page, those within a line with what is around them."""
    found, around = set(), ""
    for element in ELEMENT.findall(page):
        if element in WITHIN_LINES:
            found.add(around + element)
        else:
            found.add(element)
            around = element
    return frozenset(found)


def _without_emphasis(page: str) -> tuple[set[str], str]:
    """The letters that are emphasised on a page, and the page without emphasis."""
    letters: set[str] = set()
    rest: list[str] = []
    depth = 0
    for number, part in enumerate(EMPHASIS.split(page)):
        if number % 2:
            depth = max(depth + (-1 if part.startswith("</") else 1), 0)
            continue
        rest.append(part)
        if depth:
            letters.update(TAG.sub("", part))
    return letters, "".join(rest)


def _uses_of_kinds(
    examples: Mapping[frozenset[str], str], rules: str
) -> dict[frozenset[str], dict[FaceQuery, GlyphUsage]]:
    """The letters of each cut on pages of each kind, by an example.

    A kind that has nothing but what simpler kinds have among them uses what these use: pages differ in
    more combinations than anybody has time to look at.
    """
    from issuebrief.layout.fonts.glyph_usage import letters_in_use

    looked_at: dict[frozenset[str], dict[FaceQuery, GlyphUsage]] = {}
    found: dict[frozenset[str], dict[FaceQuery, GlyphUsage]] = {}
    for kind in sorted(examples, key=lambda kind: (len(kind), sorted(kind))):
        simpler = [each for each in looked_at if each <= kind]
        if frozenset().union(*simpler) == kind:
            found[kind] = {cut: use for each in simpler for cut, use in looked_at[each].items()}
        else:
            found[kind] = looked_at[kind] = letters_in_use(examples[kind], rules)
    return found


def _first_fonts(
    uses: Mapping[FaceQuery, GlyphUsage], faces: tuple[WebFace, ...], names: Mapping[WebFace, str]
) -> Iterator[str]:
    """The font that most of the letters of each cut on a page are in."""
    for cut, letters in uses.items():
        shares, _ = share_out({cut: letters}, faces)
        if shares:
            yield names[max(shares, key=lambda face: len(shares[face].characters))]


def icon_file(blank: Manuscript) -> bytes:
    """A page in the colours of the institute, for tabs of browsers."""
    tokens = blank.theme.tokens
    brand, on_brand = tokens.get("--brand", "#000000"), tokens.get("--on-brand", "#ffffff")
    accent = blank.brief.accent or tokens.get("--accent", on_brand)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="5" fill="{brand}"/>'
        f'<rect x="7" y="7" width="11" height="3.5" fill="{accent}"/>'
        f'<path d="M7 15.5h18M7 20h18M7 24.5h12" stroke="{on_brand}" stroke-width="2"/></svg>\n'
    ).encode()


def own_icon(folder: Path, ours: Collection[str]) -> str:
    """The icon that somebody put into the folder of the site, or else ours; a path on the site."""
    return next((name for name in OWN_ICONS if name not in ours and (folder / name).is_file()), ICON)


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
