"""Style sheets and fonts, kept for as long as their files are the same.

In:  a `Sheet`, and what was loaded for the one before it.
Out: what this one needs, `Loaded`. Where other files than fonts have changed, style sheets are read again and
     the fonts stay, and with them all that was measured: fontconfig leaves a third of a MiB behind for every
     new set of fonts.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from stat import S_ISREG
from typing import TYPE_CHECKING, Any, NamedTuple

from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration

from issuebrief.fingerprint import is_passing
from issuebrief.problem import fatal
from issuebrief.typeset import engine
from issuebrief.typeset.ruler import Ruler
from issuebrief.typeset.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.problem import Problem
    from issuebrief.typeset.engine import Sheet

FONTS = (".otf", ".ttf", ".otc", ".ttc", ".woff", ".woff2")
MOST_FACES = 300
"""So many ways to set letters may have been measured, in all styles that a theme has had."""


class Stamp(NamedTuple):
    """A file as it was read: its path, the times of its last change, its size in bytes, its number.

    The second time is the system's own, which whoever writes a file cannot set.
    """

    path: str
    time: int
    system_time: int
    size: int
    number: int


class NotedFonts(FontConfiguration):  # type: ignore[misc]
    """Fonts that know which `faces` they have, each by its rule in a style sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.faces: set[str] = set()
        self._asked: set[str] | None = None

    def add_font_face(self, rule_descriptors: Any, url_fetcher: Any) -> None:
        """Load a face, or note merely that it was asked for."""
        rule = str(rule_descriptors)
        if self._asked is not None:
            self._asked.add(rule)
        else:
            self.faces.add(rule)
            super().add_font_face(rule_descriptors, url_fetcher)

    @contextmanager
    def merely_noting(self) -> Iterator[set[str]]:
        """Load nothing while the block runs; gives the rules of the faces that it asks for."""
        asked: set[str] = set()
        self._asked = asked
        try:
            yield asked
        finally:
            self._asked = None


@dataclass(frozen=True)
class Loaded:
    """Style sheets and fonts, with the stamps of all files that they were read from, and pictures."""

    stamps: tuple[Any, ...]
    fetcher: Any
    styles: list[Any]
    fonts: NotedFonts
    counters: Any
    ways: Ways
    pictures: dict[Any, Any] = field(default_factory=dict)


def load(sheet: Sheet, before: Loaded | None) -> tuple[Loaded | None, tuple[Problem, ...]]:
    """What a sheet needs, `before` itself where nothing has changed; None where a style sheet is at fault.

    Also then `before` can be the next one's.
    """
    now = (sheet.styles, sheet.allow_network, *stamps(sheet))
    if before and before.stamps == now:
        return before, ()
    if before and _of_fonts(before.stamps) == _of_fonts(now) and before.ways.ruler.faces < MOST_FACES:
        with before.fonts.merely_noting() as asked:
            found, problems = _read(sheet, now, before.fonts, before.ways)
        if asked == before.fonts.faces:
            return found, problems
    return _read(sheet, now, NotedFonts(), Ways(Ruler()))


def _read(
    sheet: Sheet, now: tuple[Any, ...], fonts: NotedFonts, ways: Ways
) -> tuple[Loaded | None, tuple[Problem, ...]]:
    fetcher, counters = engine.fetcher_of(sheet), CounterStyle()
    styles, problems = engine.load_styles(sheet.styles, fetcher, fonts, counters)
    if fatal(problems):
        return None, problems
    return Loaded(now, fetcher, styles, fonts, counters, ways), problems


def stamps(sheet: Sheet) -> Iterator[Stamp]:
    """The files that style sheets, fonts and pictures are read from.

    Those that programs leave beside a file for a moment are none, and may be gone while they are looked at.
    """
    for folder in (*sheet.folders, *(path.parent for path in sheet.styles), sheet.source.parent):
        for path in sorted(folder.rglob("*")):
            if path == sheet.source or is_passing(path.relative_to(folder)):
                continue
            with suppress(OSError):
                state = path.stat()
                if S_ISREG(state.st_mode):
                    yield Stamp(str(path), state.st_mtime_ns, state.st_ctime_ns, state.st_size, state.st_ino)


def _of_fonts(found: tuple[Any, ...]) -> tuple[Any, ...]:
    """The stamps of fonts, and whether fonts may come from the network."""
    _, allow_network, *files = found
    return (allow_network, *(file for file in files if file.path.lower().endswith(FONTS)))
