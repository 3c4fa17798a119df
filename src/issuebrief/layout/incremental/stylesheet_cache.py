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

from weasyprint import HTML

from issuebrief.layout.paragraphs.break_cache import BreakCache
from issuebrief.layout.paragraphs.text_metrics import TextMetrics
from issuebrief.layout.styles.outweighed import outweighed
from issuebrief.layout.theme_loading import base_url_of, load_theme
from issuebrief.linebreak.hyphens import OwnDivisions
from issuebrief.transient_files import is_passing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.engine.pages import LayoutInput
    from issuebrief.layout.fonts.font_set import FontSet
    from issuebrief.layout.theme_loading import LoadedTheme

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


Stamps: TypeAlias = "tuple[tuple[object, ...], bool, *tuple[FileStamp, ...]]"
"""What is given beside files, whether the network may be used, and the files."""


@dataclass(frozen=True)
class StylesheetCache:
    """A theme, with the stamps of all files that it was read from, what is wrong with it, and pictures."""

    stamps: Stamps
    theme: LoadedTheme
    problems: tuple[Diagnostic, ...]
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
        _given(layout_input),
        layout_input.allow_network,
        *stamps(layout_input),
    )
    if before and before.stamps == now:
        return before, before.problems
    theme, problems = load_theme(layout_input, _known_fonts(now, before))
    if theme is None:
        return None, problems
    page = HTML(string=layout_input.html, base_url=base_url_of(layout_input))
    problems += outweighed(theme.rules, page.wrapper_element)
    is_known = before and before.theme.fonts is theme.fonts
    break_cache = before.break_cache if before and is_known else BreakCache(TextMetrics())
    own = OwnDivisions(layout_input.hyphenation)
    return StylesheetCache(now, theme, problems, break_cache, own), problems


def _given(layout_input: LayoutInput) -> tuple[object, ...]:
    """What a layout is given beside files."""
    tokens, drafts = tuple(layout_input.tokens.items()), tuple(layout_input.drafts.items())
    own = (layout_input.hyphenation, layout_input.faces, layout_input.digits)
    return layout_input.styles, *own, tokens, drafts


def _known_fonts(now: Stamps, before: StylesheetCache | None) -> FontSet | None:
    """The fonts that were loaded before, where their files are the same and not too much was measured."""
    is_good = before and _of_fonts(before.stamps) == _of_fonts(now)
    return (
        before.theme.fonts if before and is_good and before.break_cache.metrics.faces < MOST_FACES else None
    )


def stamps(layout_input: LayoutInput) -> Iterator[FileStamp]:
    """The files that style sheets, fonts and pictures are read from.

    Those that programs leave beside a file for a moment are none, and may be gone while they are looked at.
    """
    for path in _files(layout_input):
        with suppress(OSError):
            state = path.stat()
            if S_ISREG(state.st_mode):
                yield FileStamp(str(path), state.st_mtime_ns, state.st_ctime_ns, state.st_size, state.st_ino)


def _files(layout_input: LayoutInput) -> Iterator[Path]:
    yield from layout_input.files
    for folder in _folders(layout_input):
        for path in sorted(folder.rglob("*")):
            if path != layout_input.source and not is_passing(path.relative_to(folder)):
                yield path


def _folders(layout_input: LayoutInput) -> list[Path]:
    """The folders to look into, without those that lie in others of them."""
    found: list[Path] = []
    for folder in (
        *layout_input.folders,
        *(path.parent for path in layout_input.styles),
        layout_input.source.parent,
    ):
        around = (other for other in found if folder.is_relative_to(other))
        if all(is_passing(folder.relative_to(other)) for other in around):
            found.append(folder)
    return found


def _of_fonts(found: Stamps) -> tuple[object, ...]:
    """The stamps of fonts, and whether fonts may come from the network."""
    _, allow_network, *files = found
    return (allow_network, *(file for file in files if file.path.lower().endswith(FONTS)))
