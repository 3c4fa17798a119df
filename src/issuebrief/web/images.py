"""The pictures of a web page, put into the page itself.

In:  the tree of the page's content, the brief's folder, the faces of the theme.
Out: every `img` with its picture as a `data:` URL and its width and height in pixels, so that the text
     does not jump when it is shown; problems where a picture cannot be had.

A picture has at most two pixels for each that the style sheet gives it (twice that many on screens as
fine as a telephone's). Photographs that are small enough already stay as they are, byte for byte; others
become WebP. Colours come out as sRGB and upright, and of what moves the first picture is shown.
"""

from __future__ import annotations

import base64
import re
import warnings
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import quote

from issuebrief.diagnostics.model import Diagnostic, Severity, error
from issuebrief.file_access import read
from issuebrief.images.resolve import SET, Picture, look_at_picture
from issuebrief.markdown_body.figures.drawn_pictures import look_at_any
from issuebrief.markdown_body.source.html_tree import Element

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PIL import Image

    from issuebrief.frontmatter.source import Source
    from issuebrief.images.logo_image import LogoImage

WIDTHS = {"photo": 240, "logo": 640, "cover": 2000, "wide": 1760, "full": 1760, "bleed": 1760}
"""Most pixels across, by the class of a picture or of the figure around it."""

PATTERN = "cover-pattern"
"""The class of the cover that is drawn from the title, which holds itself."""

WIDTH = 1200
NEARLY = 1.25
"""A picture that is larger by no more than this keeps its pixels: scaling it would only blur them."""

QUALITY, EFFORT = 80, 2
"""Of lossy WebP; the effort is one that takes a tenth of a second for a cover."""

ON_SCREEN = 1.5
"""How many times as large as in print the words of a drawing are to be on a screen."""

LIGHT = 60_000
"""Bytes that a photograph may have and stay as it is."""

GRAPHIC_COLOURS = 4096
"""With so many colours or fewer a picture is a drawing, and no detail of it is given up."""

TYPES = {"jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp"}
DECLARED = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']""")
ENCODING = re.compile(r"""^(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"'>]*["']""")
"""The encoding that an XML file declares; what holds it is UTF-8 in any case."""
PLAIN = "!$&'()*+,-./:;=?@_~"
"""What may stand in a URL as it is."""


@dataclass(frozen=True)
class Embedded:
    """A picture as it goes into the page: its `data:` URL and its size in pixels."""

    url: str
    width: int
    height: int


def embed_pictures(
    root: Element,
    source: Source,
    letter: Callable[[str], str],
    *,
    fetch: Callable[[str], bytes] | None = None,
    logo: Sequence[LogoImage] = (),
) -> tuple[Diagnostic, ...]:
    """Put all pictures into the tree.

    `letter` gives an SVG the fonts of its words; `fetch` gets a picture from the network, where
    that is allowed. The files of the `logo` lie elsewhere than the brief.
    """
    elsewhere = {image.address: image for image in logo}
    problems: list[Diagnostic] = []
    made: dict[tuple[str, int], Embedded | None] = {}
    for picture, most in _pictures(root, WIDTH):
        key = (picture.attributes.get("src") or "", most)
        if key not in made:
            made[key], found = _embedded(key[0], source, most, letter, fetch, elsewhere.get(key[0]))
            problems += found
        if embedded := made[key]:
            picture.attributes |= {
                "src": embedded.url,
                "width": str(embedded.width),
                "height": str(embedded.height),
                "decoding": "async",
            }
    return tuple(problems)


def _pictures(parent: Element, most: int) -> list[tuple[Element, int]]:
    """The pictures below an element, each with the most pixels it may have across."""
    found = []
    for child in parent.children:
        if isinstance(child, Element):
            width = next((WIDTHS[name] for name in child.classes if name in WIDTHS), most)
            if child.tag != "img":
                found += _pictures(child, width)
            elif PATTERN not in child.classes:
                found.append((child, width))
    return found


def _embedded(
    name: str,
    source: Source,
    most: int,
    letter: Callable[[str], str],
    fetch: Callable[[str], bytes] | None,
    logo: LogoImage | None,
) -> tuple[Embedded | None, tuple[Diagnostic, ...]]:
    place, folder = source.place(0), logo.folder if logo else source.path.parent
    if logo:
        picture, found = look_at_picture(logo.name, folder, place, "", is_address=False)
    else:
        allowed = fetch is not None
        picture, found = look_at_any(name, folder, place, "", source.pictures, allow_network=allowed)
    # Warnings have been given, each with its line, when the brief was read.
    problems = tuple(problem for problem in found if problem.severity is Severity.ERROR)
    try:
        if picture is None:
            return (raster(fetch(name), most), problems) if fetch and not problems else (None, problems)
        if drawn := source.pictures.get(name):
            return enlarged(drawing(picture, drawn, letter)), problems
        if picture.kind == "svg":
            return drawing(picture, read(picture.path, (folder,)), letter), problems
        return raster(read(picture.path, (folder,)), most), problems
    except (OSError, ValueError, SyntaxError, LookupError) as mistake:
        message = f"the picture {name} cannot be put into the web page: {mistake}"
        return None, (error("web.picture", message, place, "open it, and save or export it again"),)


def enlarged(embedded: Embedded) -> Embedded:
    """A picture that was drawn for print, its words as large as those of a page on a screen."""
    width, height = (round(side * ON_SCREEN) for side in (embedded.width, embedded.height))
    return replace(embedded, width=width, height=height)


def drawing(picture: Picture, data: bytes, letter: Callable[[str], str]) -> Embedded:
    """An SVG as it is, with the fonts of its words put into it, since it cannot use those of the page."""
    text = letter(_spelled_in_utf8(data))
    spelled = f"data:image/svg+xml,{quote(text, safe=PLAIN)}"
    packed = f"data:image/svg+xml;base64,{base64.b64encode(text.encode('utf-8')).decode('ascii')}"
    return Embedded(min(spelled, packed, key=len), picture.width_px, picture.height_px)


def _spelled_in_utf8(data: bytes) -> str:
    """The text of an SVG in any encoding, which its first bytes or its declaration name."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        text = data.decode("utf-16")
    else:
        declared = DECLARED.match(data)
        text = data.decode(declared[1].decode("ascii") if declared else "utf-8-sig")
    return ENCODING.sub(r"\1", text, count=1)


def raster(data: bytes, most: int) -> Embedded:
    """A picture of pixels, at most `most` across."""
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(BytesIO(data), formats=[kind.upper() for kind in SET]) as opened:
            kind = (opened.format or "").lower()
            fits = opened.width <= NEARLY * most
            ready = fits and _is_plain(opened)
            if ready and kind in ("jpeg", "webp") and len(data) <= LIGHT:
                return _as_it_is(data, kind, opened.width, opened.height)
            if kind == "jpeg":
                opened.draft(None, (2 * most, 2 * most * opened.height // opened.width))
            image = in_srgb(ImageOps.exif_transpose(opened))
    if image.width > NEARLY * most:
        size = (most, max(round(image.height * most / image.width), 1))
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    packed = _as_webp(image, drawn=kind in ("png", "gif") and _is_graphic(image))
    if ready and len(data) <= len(packed):
        return _as_it_is(data, kind, image.width, image.height)
    return _as_it_is(packed, "webp", image.width, image.height)


def _as_it_is(data: bytes, kind: str, width: int, height: int) -> Embedded:
    encoded = base64.b64encode(data).decode("ascii")
    return Embedded(f"data:{TYPES[kind]};base64,{encoded}", width, height)


def _is_plain(image: Image.Image) -> bool:
    """Whether a browser shows the picture as it is meant: upright, in sRGB, unmoving.

    Nor may it tell where it was taken, and with what: a camera's notes are left out.
    """
    return (
        image.mode in ("L", "LA", "P", "RGB", "RGBA", "1")
        and not image.info.get("icc_profile")
        and not image.getexif()
        and not getattr(image, "is_animated", False)
    )


def in_srgb(image: Image.Image) -> Image.Image:
    """The picture as a screen shows it, 8 bits a channel, understood as for the PDF."""
    from issuebrief.images.normalise import understood

    sound = understood(image)
    return sound.convert("RGBA" if sound.has_transparency_data else "RGB")


def _is_graphic(image: Image.Image) -> bool:
    """Whether the picture is drawn rather than photographed: it has few colours."""
    return image.getcolors(GRAPHIC_COLOURS) is not None


def _as_webp(image: Image.Image, *, drawn: bool) -> bytes:
    target = BytesIO()
    if drawn:
        image.save(target, "WEBP", lossless=True, quality=60, method=3)
    else:
        image.save(target, "WEBP", quality=QUALITY, method=EFFORT)
    return target.getvalue()
