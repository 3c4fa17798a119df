"""Style sheets and fonts, kept for as long as their files are the same.

In:  a `LayoutInput`, and what was loaded for the one before it.
Out: what this one needs, `StylesheetCache`. Where other files than fonts have changed, style sheets are read
     again and the fonts stay, and with them all that was measured: fontconfig leaves a third of a MiB behind
     for every new set of fonts.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from stat import S_ISREG
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from issuebrief.diagnostics.model import has_errors
from issuebrief.layout import engine
from issuebrief.layout.fonts.font_set import FontSet
from issuebrief.layout.paragraphs.break_cache import BreakCache
from issuebrief.layout.paragraphs.text_metrics import TextMetrics
from issuebrief.layout.styles.counter_styles import BoundedCounterStyle
from issuebrief.layout.styles.sheet_loading import load_styles
from issuebrief.linebreak.hyphens import OwnDivisions
from issuebrief.theming.font_faces import faces_in
from issuebrief.theming.style_sheets import read_rules
from issuebrief.transient_files import is_passing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from weasyprint import CSS

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.engine.fetcher import ConfinedFetcher
    from issuebrief.engine.pages import LayoutInput
    from issuebrief.theming.style_sheets import StyleRules

FONTS = (".otf", ".ttf", ".otc", ".ttc", ".woff", ".woff2")
MOST_FACES = 300
"""So many ways to set letters may have been measured, in all styles that a theme has had."""


class FileStamp(NamedTuple):
    """A file as it was read: its path, the times of its last change, its size in bytes, its number.

    The second time is the system's own, which whoever writes a file cannot set.
    """

    path: str
    time: int
    system_time: int
    size: int
    number: int


Stamps: TypeAlias = "tuple[tuple[tuple[Path, ...], tuple[str, ...]], bool, *tuple[FileStamp, ...]]"
"""The style sheets and the words that may be divided, whether the network may be used, and the files."""


@dataclass(frozen=True)
class StylesheetCache:
    """Style sheets and fonts, with the stamps of all files that they were read from, and pictures."""

    stamps: Stamps
    fetcher: ConfinedFetcher
    styles: list[CSS]
    fonts: FontSet
    counters: BoundedCounterStyle
    break_cache: BreakCache
    own: OwnDivisions
    pictures: dict[str, object] = field(default_factory=dict)


def load(
    layout_input: LayoutInput, before: StylesheetCache | None
) -> tuple[StylesheetCache | None, tuple[Diagnostic, ...]]:
    """What a sheet needs, `before` itself where nothing has changed; None where a style sheet is at fault.

    Also then `before` can be the next one's.
    """
    now: Stamps = (
        (layout_input.styles, layout_input.hyphenation),
        layout_input.allow_network,
        *stamps(layout_input),
    )
    if before and before.stamps == now:
        return before, ()
    rules = read_rules(layout_input.styles, layout_input.folders)
    fonts, break_cache, problems = _fonts(layout_input, rules, now, before)
    fetcher, counters = engine.fetcher_of(layout_input), BoundedCounterStyle()
    styles, found = load_styles(layout_input, rules, fetcher, counters)
    problems = found + problems
    if has_errors(problems):
        return None, problems
    return StylesheetCache(
        now, fetcher, styles, fonts, counters, break_cache, OwnDivisions(layout_input.hyphenation)
    ), problems


def _fonts(
    layout_input: LayoutInput, rules: StyleRules, now: Stamps, before: StylesheetCache | None
) -> tuple[FontSet, BreakCache, tuple[Diagnostic, ...]]:
    """The fonts that the rules declare, and what was measured of them; kept where they are the same."""
    faces = faces_in(rules.found, layout_input.folders)
    if (
        before
        and before.fonts.faces == faces
        and _of_fonts(before.stamps) == _of_fonts(now)
        and before.break_cache.metrics.faces < MOST_FACES
    ):
        return before.fonts, before.break_cache, ()
    fonts = FontSet()
    return fonts, BreakCache(TextMetrics()), fonts.load(faces, engine.fetcher_of(layout_input))


def stamps(layout_input: LayoutInput) -> Iterator[FileStamp]:
    """The files that style sheets, fonts and pictures are read from.

    Those that programs leave beside a file for a moment are none, and may be gone while they are looked at.
    """
    for folder in (
        *layout_input.folders,
        *(path.parent for path in layout_input.styles),
        layout_input.source.parent,
    ):
        for path in sorted(folder.rglob("*")):
            if path == layout_input.source or is_passing(path.relative_to(folder)):
                continue
            with suppress(OSError):
                state = path.stat()
                if S_ISREG(state.st_mode):
                    yield FileStamp(
                        str(path), state.st_mtime_ns, state.st_ctime_ns, state.st_size, state.st_ino
                    )


def _of_fonts(found: Stamps) -> tuple[object, ...]:
    """The stamps of fonts, and whether fonts may come from the network."""
    _, allow_network, *files = found
    return (allow_network, *(file for file in files if file.path.lower().endswith(FONTS)))
