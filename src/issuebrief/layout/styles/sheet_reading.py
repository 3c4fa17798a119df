"""WeasyPrint's reading of style sheets, followed from sheet to sheet.

In:  style sheets, while WeasyPrint reads them and those that they import.
Out: for each line that it logs the address of the sheet that the line is about.

Its own reading of `@font-face` is passed over: `font_set.py` reads those rules. So is `@charset`, which it
does not know. A colour profile that cannot be had is read as an empty one, which WeasyPrint logs; what
cannot be had makes it fail.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from contextlib import ExitStack, contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

import tinycss2
from weasyprint.urls import URLFetchingError

from issuebrief.engine.patches import FETCH, PREPROCESS, PREPROCESS_IMPORTED, TINYCSS2, replaced
from issuebrief.file_access import real_path
from issuebrief.theming.style_sheets import locate, parsed
from issuebrief.theming.theme import RIGHT_TO_LEFT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from issuebrief.engine.fetcher import ConfinedFetcher
    from issuebrief.engine.pages import LayoutInput
    from issuebrief.engine.protocols import CssNode

READ_ELSEWHERE = ("font-face", "charset")


class _ReadOnce:
    """What WeasyPrint asks of tinycss2 for a style sheet: the rules that were read for its tokens already."""

    parse_stylesheet = staticmethod(parsed)

    @staticmethod
    def parse_stylesheet_bytes(content: bytes, **encodings: str | None) -> tuple[Sequence[CssNode], object]:
        """The rules of a sheet and how it is encoded."""
        with suppress(UnicodeDecodeError):
            if not content.startswith((BOM_UTF8, b"@charset")) and not any(encodings.values()):
                return parsed(content.decode()), None
        rules: tuple[Sequence[CssNode], object] = tinycss2.parse_stylesheet_bytes(content, **encodings)
        return rules


def sheet_at(address: str, layout_input: LayoutInput) -> Path:
    """The file of a style sheet that WeasyPrint knows by its address, named as the theme names it."""
    folders = [real_path(folder) for folder in layout_input.folders]
    path = locate(Path(url2pathname(urlsplit(address).path)), folders)
    return next((named for named in layout_input.styles if real_path(named) == path), path)


@contextmanager
def sheets_followed(lines: list[str], *, mirrored: bool = False) -> Iterator[list[str]]:
    """While the block reads, note whose each of the `lines` is that are logged meanwhile.

    If `mirrored`, WeasyPrint is given the rules with left and right changed over, but for those of the sheet
    for right to left.
    """
    plain_read, plain_fetch = PREPROCESS.value, FETCH.value
    sheets: list[str] = []
    addresses: list[str] = []

    def note() -> None:
        addresses.extend(sheets[-1:] * (len(lines) - len(addresses)))

    def read(
        medium: str, address: str, rules: Iterable[CssNode], *arguments: object, **options: object
    ) -> None:
        note()
        sheets.append(address)
        others: Iterable[CssNode] = (
            rule for rule in rules if getattr(rule, "lower_at_keyword", "") not in READ_ELSEWHERE
        )
        if mirrored and not address.endswith(RIGHT_TO_LEFT):
            from issuebrief.layout.styles import mirrored_rules

            others = mirrored_rules.mirrored(others, within=False)
        try:
            plain_read(medium, address, others, *arguments, **options)
        finally:
            note()
            sheets.pop()

    @contextmanager
    def fetch(fetcher: ConfinedFetcher, address: str) -> Iterator[object]:
        with ExitStack() as stack:
            try:
                profile = stack.enter_context(plain_fetch(fetcher, address))
            except URLFetchingError:
                profile = BytesIO()
            yield profile

    with (
        replaced(TINYCSS2, _ReadOnce),
        replaced(FETCH, fetch),
        replaced(PREPROCESS, read),
        replaced(PREPROCESS_IMPORTED, read),
    ):
        yield addresses
