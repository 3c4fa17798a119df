"""The cover of a brief as a file of its own, for its page on a site.

In:  a brief that has been read.
Out: a file that browsers show: an SVG with the fonts of its words, or pixels in sRGB; the cover's place
     and size on the page.
"""

from __future__ import annotations

import base64
import re
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from issuebrief.file_access import read
from issuebrief.images.resolve import look_at_picture
from issuebrief.site.model import CoverPicture
from issuebrief.web.fonts import faces_of
from issuebrief.web.images import drawing, raster
from issuebrief.web.svg_fonts import letter

if TYPE_CHECKING:
    from issuebrief.manuscript import Manuscript
    from issuebrief.resources import SearchPath

ENDING = "-cover"
"""What follows the brief's name in the name of the file, before the ending of its kind."""
MOST = 1600
"""Pixels across."""
KINDS = {
    "image/svg+xml": ".svg",
    "image/webp": ".webp",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
}
ADDRESS = re.compile(r"data:([a-z+/]+)(;base64)?,")


def cover_file(manuscript: Manuscript, search_path: SearchPath) -> tuple[str, bytes] | None:
    """The ending of the file and its bytes; None if there is no cover, or none that can be shown.

    What is wrong with a cover is told when the brief is set.
    """
    cover, folder = manuscript.brief.cover, manuscript.source.path.parent
    if not cover:
        return None
    picture, _ = look_at_picture(cover.image, folder, manuscript.source.place(0), "", is_address=False)
    if picture is None:
        return None
    try:
        data = read(picture.path, (folder,))
        if picture.kind == "svg":
            faces = faces_of(manuscript.theme.rules.found, search_path.styles, manuscript.theme.faces)
            return file_in(drawing(picture, data, partial(letter, faces=faces)).url)
        return file_in(raster(data, MOST).url)
    except (OSError, ValueError, SyntaxError, LookupError):
        return None


def file_in(address: str) -> tuple[str, bytes]:
    """The ending and the bytes of a file that a `data:` address holds."""
    found = ADDRESS.match(address)
    if not found:
        raise ValueError(address[:40])
    rest = address[found.end() :]
    return KINDS[found[1]], base64.b64decode(rest) if found[2] else unquote_to_bytes(rest)


def cover_picture(manuscript: Manuscript, path: str) -> CoverPicture | None:
    """The cover as it stands on a page, whose file is at a path of the site."""
    brief, source = manuscript.brief, manuscript.source
    if not brief.cover:
        return None
    picture, _ = look_at_picture(brief.cover.image, source.path.parent, source.place(0), "", is_address=False)
    if picture is None:
        return None
    width = min(picture.width_px, MOST)
    height = max(round(picture.height_px * width / max(picture.width_px, 1)), 1)
    return CoverPicture(path, width, height, brief.cover.alt, brief.cover.credit)
