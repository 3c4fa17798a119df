"""Look at a picture that a brief names, before anything is typeset.

In:  the name as it was typed, the brief's folder and the place of the name.
Out: a `Picture` (its file, size and kind) or problems: a file that is missing, lies outside
     the brief's folder or on the network, is no picture, is broken, or reaches elsewhere.
"""

from __future__ import annotations

import difflib
import os.path
import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import quote, unquote, urlsplit
from urllib.request import url2pathname

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, warning
from issuebrief.file_access import (
    MOST_BYTES,
    NotRegular,
    Outside,
    TooLarge,
    megabytes,
    read,
    resolved,
)
from issuebrief.frontmatter.read import locate
from issuebrief.images.raster import decode, moves, pixels, too_large
from issuebrief.images.svg import look_at_vectors
from issuebrief.stated_values import funders_of

if TYPE_CHECKING:
    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.source import Source

HOME = "the brief's folder"
ACCEPTED = "PNG, JPEG, GIF, WebP or SVG"
NEIGHBOURS = 2_000
"""How many files near a missing picture are looked through for a similar name."""

SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".tif", ".tiff")
SIGNATURES = (
    (rb"\x89PNG\r\n\x1a\n", "png"),
    (rb"\xff\xd8\xff", "jpeg"),
    (rb"GIF8[79]a", "gif"),
    (rb"RIFF....WEBP", "webp"),
    (rb"(?:II\*\x00|MM\x00\*)", "TIFF"),
    (rb"BM....\x00\x00\x00\x00", "BMP"),
    (rb"....ftyp(?:avif|avis)", "AVIF"),
    (rb"....ftyp(?:hei|hev|mif1|msf1)", "HEIC"),
    (rb"%PDF-", "PDF"),
    (rb"%!PS", "PostScript"),
    (rb"8BPS", "Photoshop"),
    (rb"\x00\x00\x00\x0cjP  ", "JPEG 2000"),
    (rb"\x00\x00\x01\x00", "ICO"),
    (rb"\x1f\x8b", "compressed"),
)
"""How files of each kind begin; kinds in small letters can be set."""

SET = ("png", "jpeg", "gif", "webp")


@dataclass(frozen=True)
class Picture:
    """A picture that can be set: its resolved path, its size in pixels and its kind.

    The kind is `png`, `jpeg`, `gif`, `webp` or `svg`. The pixels of an SVG are CSS pixels, from its
    width and height or its view box.
    """

    path: Path
    width_px: int
    height_px: int
    kind: str


@dataclass(frozen=True)
class _Mention:
    """A picture's name where it stands in a brief."""

    name: str
    folder: Path
    place: SourceRange | None
    excerpt: str
    is_address: bool
    home: str

    def problem(self, code: str, message: str, hint: str = "") -> tuple[None, tuple[Diagnostic, ...]]:
        return None, (error(f"picture.{code}", message, self.place, hint, self.excerpt),)


Look = tuple[Picture | None, tuple[Diagnostic, ...]]


def brief_pictures(source: Source, brief: Brief, *, allow_network: bool = False) -> tuple[Diagnostic, ...]:
    """What is wrong with the pictures that front matter names: the cover, portraits, logos of funders."""
    named: list[tuple[str, tuple[str | int, ...]]] = []
    if brief.cover and brief.cover.image:
        named.append((brief.cover.image, ("cover", "image")))
    named += [
        (author.photo, ("authors", n, "photo")) for n, author in enumerate(brief.authors) if author.photo
    ]
    named += [
        (funder.logo, ("funding", n, "logo")) for n, funder in enumerate(funders_of(brief)) if funder.logo
    ]
    problems: tuple[Diagnostic, ...] = ()
    for name, keys in named:
        place = locate(source, *keys)
        excerpt = source.excerpt(place)
        folder = source.path.parent
        problems += look_at_picture(
            name, folder, place, excerpt, allow_network=allow_network, is_address=False
        )[1]
    return problems


def look_at_picture(
    name: str,
    folder: Path,
    place: SourceRange | None,
    excerpt: str,
    *,
    allow_network: bool = False,
    is_address: bool = True,
    home: str = HOME,
) -> Look:
    """The picture that a brief in `folder`, in words `home`, calls `name`, or what is wrong with it.

    An address may be written with %20 for a space; the front matter has names of files as they are.

    There is neither a picture nor a problem where the name is a web address and the network
    is allowed: such a picture is looked at when it is fetched.
    """
    mention = _Mention(name.strip(), folder, place, excerpt, is_address, home)
    if not mention.name:
        return mention.problem("unnamed", "a picture without a file name", "write the name of its file")
    if re.match(r"[A-Za-z]:[\\/]|\\\\", mention.name):
        alone = re.split(r"[\\/]", mention.name)[-1]
        hint = f"copy the picture into {home}, and write {alone}"
        return mention.problem("outside", f"{mention.name} is outside {home}", hint)
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]+):|//", mention.name)
    if scheme:
        return _elsewhere(mention, (scheme[1] or "https").lower(), allow_network)
    try:
        path = resolved(_file(mention), (folder,))
        data = read(path, (folder,), MOST_BYTES)
    except Outside:
        hint = f"copy the picture into {mention.home} and give its name from there"
        return mention.problem("outside", f"{name} is outside {home}", hint)
    except NotRegular as fault:
        is_folder = str(fault).endswith("folder")
        hint = "give the name of a picture in it" if is_folder else ""
        what = "is a folder" if is_folder else f"is not an ordinary file: {fault}"
        return mention.problem("not-a-file", f"{name} {what}", hint)
    except TooLarge as fault:
        return _too_large(mention, megabytes(fault.size))
    except (FileNotFoundError, NotADirectoryError):
        return mention.problem("missing", f"there is no file {name}", _nearest(mention))
    except OSError as mistake:
        return mention.problem("unreadable", f"{name} cannot be read: {mistake.strerror or mistake}")
    return _look(mention, path, data)


def _elsewhere(mention: _Mention, scheme: str, allow_network: bool) -> Look:
    if scheme == "data":
        hint = f"save it as a file in {mention.home} and give the name of the file"
        return mention.problem("inline", "a picture cannot be embedded in the text", hint)
    if scheme not in ("http", "https", "ftp"):
        message = f"{mention.name} is not the name of a file in {mention.home}"
        hint = f"copy the picture into {mention.home} and give its name from there"
        return mention.problem("outside", message, hint)
    if allow_network and scheme != "ftp":
        return None, ()
    message = f"{mention.name} is on the network, and nothing is fetched from there"
    hint = f"copy the picture into {mention.home}"
    hint += ", or allow fetching with --allow-network" if mention.home == HOME else " and give its name"
    return mention.problem("network", message, hint)


def _file(mention: _Mention) -> Path:
    """The file meant: what an address says once it is decoded, or the name as it is written."""
    if not mention.is_address:
        return mention.folder / mention.name
    decoded = unquote(mention.name)
    # Letters with accents may be written as one character or two, and files come from both kinds of machine.
    written = (decoded, mention.name, *(normalize(form, decoded) for form in ("NFC", "NFD")))
    found = (path for name in written if os.path.lexists(path := mention.folder / name))
    return next(found, mention.folder / decoded)


def address_of(picture: Picture, address: str, folder: Path) -> str:
    """An address of the picture in a brief's folder: `address` where whoever decodes it is led there."""
    path = os.path.normpath(folder / url2pathname(urlsplit(address).path))
    if os.path.realpath(path) == str(picture.path):
        return address
    return quote(picture.path.relative_to(os.path.realpath(folder)).as_posix())


def _nearest(mention: _Mention) -> str:
    """The hint for a missing file: the picture in the brief's folder with the most similar name."""
    name = mention.name.replace("\\", "/").removeprefix("./")
    here = {path.lower(): path for path in _neighbours(mention.folder)}
    near = difflib.get_close_matches(name.lower(), list(here), 1, 0.6)
    same = [path for path in here if Path(path).stem == Path(name.lower()).stem]
    if near or same:
        return f"did you mean {here[(near or same)[0]]}?"
    return f"put the picture into {mention.home}{', beside the text' if mention.home == HOME else ''}"


def _neighbours(folder: Path) -> list[str]:
    """The names of the pictures in a folder and in those in it, from there."""
    found: list[str] = []
    try:
        inner = sorted(part for part in folder.iterdir() if part.is_dir() and not part.is_symlink())
        for each in (folder, *(part for part in inner if not part.name.startswith("."))):
            files = sorted(each.iterdir())[:NEIGHBOURS] if len(found) <= NEIGHBOURS else []
            found += [
                file.relative_to(folder).as_posix() for file in files if file.suffix.lower() in SUFFIXES
            ]
    except OSError:
        pass
    return found


def _look(mention: _Mention, path: Path, data: bytes) -> Look:
    if not data.strip(b"\x00 \r\n\t"):
        return mention.problem("empty", f"{mention.name} is an empty file", "save or copy the picture again")
    kind = next((kind for start, kind in SIGNATURES if re.match(start, data, re.DOTALL)), "")
    if kind in SET:
        return _raster(mention, path, data, kind)
    if kind:
        what = "a compressed file" if kind == "compressed" else f"a picture or page of the kind {kind}"
        message = f"{mention.name} is {what}, which cannot be set"
        return mention.problem("kind", message, f"save it as {ACCEPTED}")
    if b"<" in data[:1000] and (b"<svg" in data or b":svg" in data or path.suffix.lower() == ".svg"):
        size, problems = look_at_vectors(path, data)
        return (None, problems) if size is None else (Picture(path, *size, "svg"), problems)
    return mention.problem("not-a-picture", f"{mention.name} is not a picture", f"save it as {ACCEPTED}")


def _raster(mention: _Mention, path: Path, data: bytes, kind: str) -> Look:
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            width, height = pixels(data, kind)
            if size := too_large(data):
                return _too_large(mention, size)
            state = path.lstat()
            stamp = (state.st_mtime_ns, state.st_size)
            decode(path, mention.folder, stamp, kind, width * height)
            is_moving = moves(data, kind)
    except Image.DecompressionBombError:
        return _too_large(mention, "hundreds of millions of pixels")
    except UnidentifiedImageError:
        message = f"{mention.name} begins like a {kind.upper()} picture and is none"
        return mention.problem("not-a-picture", message, "open it, and save or export it again")
    except (
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        IndexError,
        KeyError,
        TypeError,
        OverflowError,
    ) as mistake:
        cut = "truncated" in str(mistake) or isinstance(mistake, EOFError)
        message = f"{mention.name} is {'cut off: its end is missing' if cut else 'damaged'}"
        return mention.problem("broken", message, "copy it again from its source, or export it again")
    return Picture(path, width, height, kind), _moving(mention) if is_moving else ()


def _moving(mention: _Mention) -> tuple[Diagnostic, ...]:
    """A warning of a picture that moves: nothing moves on paper."""
    message = f"{mention.name} is animated: only its first image is printed"
    hint = "save the image that says most as a file of its own"
    return (warning("picture.moving", message, mention.place, hint, mention.excerpt),)


def _too_large(mention: _Mention, size: str) -> Look:
    hint = "scale it down: 2,500 pixels are enough for the full width of a page"
    return mention.problem("too-large", f"{mention.name} is too large: {size}", hint)
