"""The fonts that a brief is set in: every face that its style sheets declare, as fontconfig takes them.

In:  faces, and what opens files.
Out: a `FontSet`, which is WeasyPrint's `FontConfiguration`; problems with faces that could not be loaded.

WeasyPrint reads `@font-face` itself, but neither ranges of weight nor collections, and does not say what is
wrong with a file. So its own reading of those rules is passed over, by `sheet_reading.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

import tinycss2
from weasyprint.css.tokens import InvalidValues
from weasyprint.css.validation.descriptors import DESCRIPTORS
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetchingError, fetch

from issuebrief.engine.fetcher import OUTSIDE, FetchedFile, Refused
from issuebrief.engine.log import listen
from issuebrief.file_access import real_path
from issuebrief.font_bounds import Unusable
from issuebrief.layout.fonts.font_folder import font_folder
from issuebrief.theming.font_faces import STRETCHES, FontFace, FontSource, no_font, runs
from issuebrief.theming.font_files import font_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.engine.fetcher import ConfinedFetcher

HUNDREDS = range(100, 1000, 100)
LONGEST = 60
"""So many letters of a file's name are shown."""


class CodePoints(NamedTuple):
    """Code points from and to, both included."""

    start: int
    end: int


class FontSet(FontConfiguration):  # type: ignore[misc]
    """Fonts that know which faces they were loaded for."""

    _folder: Path | None

    def __init__(self) -> None:
        super().__init__()
        self.faces: tuple[FontFace, ...] = ()
        self._characters: dict[FontFace, frozenset[str]] = {}
        self._contents: dict[FontFace, Path] = {}
        self._given = _Given()
        self._addresses: dict[Path, str] = {}

    def load(self, faces: Sequence[FontFace], fetcher: ConfinedFetcher) -> tuple[Diagnostic, ...]:
        """Load faces, the first source of each that can be had; gives problems with those that have none."""
        self.faces = tuple(faces)
        self._addresses = {sheet: real_path(sheet).as_uri() for sheet in {face.sheet for face in faces}}
        found = (self._load(face, fetcher) for face in dict.fromkeys(faces))
        return tuple(problem for problem in found if problem)

    def _load(self, face: FontFace, fetcher: ConfinedFetcher) -> Diagnostic | None:
        reason = ""
        for source in face.sources:
            try:
                self._add(face, source, fetcher)
            except Unusable as fault:
                reason = reason or f"{_shown(source)}: {fault}"
            else:
                return None
        return no_font(face, reason)

    def _add(self, face: FontFace, source: FontSource, fetcher: ConfinedFetcher) -> None:
        """Hand a face to fontconfig; raises `Unusable` where it has no font there."""
        if source.local:
            rule, opener = {**_descriptors(face), "src": (("local", source.local),)}, fetcher
        else:
            try:
                address = urljoin(self._addresses[face.sheet], source.address)
            except ValueError:
                raise Unusable("its address is none") from None
            content = font_of(_fetched(address, fetcher), face, unquote(urlsplit(address).fragment))
            characters = _in_range(face, content)
            if face.ranges and not characters:
                return
            rule = {**_descriptors(face), "src": (("external", address),), "unicode_range": characters}
            self._given.content, opener = content, self._given
        known = self._files()
        self._folder = self._folder or font_folder(self)
        with listen() as lines:
            self.add_font_face(rule, opener)
        if lines:
            raise Unusable("this machine has none of that name" if source.local else "it is damaged")
        self._contents.update((face, Path(self._folder, name)) for name in self._files() - known)

    def _files(self) -> set[str]:
        return {path.name for path in Path(self._folder).iterdir()} if self._folder else set()

    def characters(self, face: FontFace) -> frozenset[str]:
        """All characters that a face is meant for and its font has."""
        if face not in self._characters:
            codes = _codes(self._contents[face].read_bytes()) if face in self._contents else ()
            self._characters[face] = frozenset(filter(face.is_meant_for, map(chr, codes)))
        return self._characters[face]


class _Given(URLFetcher):  # type: ignore[misc]
    """Has what is asked for at hand: one for all faces, since making one takes longer than what it does."""

    content = b""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> FetchedFile:
        """What is at hand, whatever the address."""
        return FetchedFile(url, self.content)


def _shown(source: FontSource) -> str:
    name = unquote(source.address.rsplit("/", 1)[-1]) if source.address else f"local({source.local})"
    return name if len(name) <= LONGEST else name[:LONGEST] + "…"


def _fetched(address: str, fetcher: ConfinedFetcher) -> bytes:
    try:
        with fetch(fetcher, address.partition("#")[0]) as response:
            return bytes(response.read())
    except (URLFetchingError, OSError) as fault:
        kind, _, reason = str(fault).partition(": ")
        if kind == FileNotFoundError.__name__:
            raise Unusable(f"there is no such file in {_folder(address)}") from None
        if kind == Refused.__name__ and reason == OUTSIDE:
            raise Unusable("it lies outside the folder of styles, where a theme's fonts have to be") from None
        raise Unusable(reason) from None


def _folder(address: str) -> str:
    """The folder that a file was looked for in, from the one that is worked in where it lies there."""
    folder = Path(unquote(urlsplit(address).path)).parent
    here = real_path(Path.cwd())
    return folder.relative_to(here).as_posix() if folder.is_relative_to(here) else str(folder)


def _descriptors(face: FontFace) -> dict[str, object]:
    """A face in WeasyPrint's terms, but for where it is read from."""
    found: dict[str, object] = {"font_family": face.family, "font_style": face.slope}
    if face.weights[0] == face.weights[1]:
        found["font_weight"] = min(HUNDREDS, key=lambda weight: abs(weight - face.weights[0]))
    if face.stretches[0] == face.stretches[1]:
        words = STRETCHES.items()
        found["font_stretch"] = min(words, key=lambda word: abs(word[1] - face.stretches[0]))[0]
    for name, value in face.features:
        try:
            understood = DESCRIPTORS["font-face"][name](tinycss2.parse_component_value_list(value))
        except InvalidValues:
            continue
        if understood:
            found[name.replace("-", "_")] = understood
    return found


def _in_range(face: FontFace, content: bytes) -> tuple[CodePoints, ...]:
    """The characters that a face is meant for and its font has; fontconfig believes what it is told."""
    if not face.ranges:
        return ()
    wanted = sorted(code for code in _codes(content) if face.is_meant_for(chr(code)))
    return tuple(CodePoints(*run) for run in runs(wanted))


def _codes(content: bytes) -> Iterable[int]:
    import uharfbuzz

    found: Iterable[int] = uharfbuzz.Face(uharfbuzz.Blob(content)).unicodes
    return found
