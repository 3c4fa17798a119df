"""WeasyPrint's reading of style sheets, followed from sheet to sheet.

In:  style sheets, while WeasyPrint reads them and those that they import.
Out: for each line that it logs the address of the sheet that the line is about.

Its own reading of `@font-face` is passed over: `font_set.py` reads those rules. So is `@charset`, which it
does not know. A colour profile that cannot be had is read as an empty one, which WeasyPrint logs; what
cannot be had makes it fail. A sheet that imports one of its own name is given that of the next folder.
"""

from __future__ import annotations

import os.path
from codecs import BOM_UTF8
from contextlib import ExitStack, contextmanager, suppress
from copy import copy
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import tinycss2
from tinycss2.ast import StringToken
from weasyprint.urls import URLFetchingError

from issuebrief.engine.patches import FETCH, PREPROCESS, PREPROCESS_IMPORTED, TINYCSS2, replaced
from issuebrief.file_access import real_path
from issuebrief.theming.style_sheets import address_of, imported_file, locate, parsed, parts_of
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
def sheets_followed(
    lines: list[str], folders: Sequence[Path], *, mirrored: bool = False
) -> Iterator[list[str]]:
    """While the block reads, note whose each of the `lines` is that are logged meanwhile.

    If `mirrored`, WeasyPrint is given the rules with left and right changed over, but for those of the sheet
    for right to left.
    """
    real_folders = [real_path(folder) for folder in folders]
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
            _of_next_folder(rule, address, real_folders)
            for rule in rules
            if getattr(rule, "lower_at_keyword", "") not in READ_ELSEWHERE
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


def _of_next_folder(rule: CssNode, address: str, folders: Sequence[Path]) -> CssNode:
    """A rule as it is; where it imports a sheet of its own name, with the address of the one meant."""
    if getattr(rule, "lower_at_keyword", "") != "import" or not address.startswith("file:"):
        return rule
    tokens = [token for token in rule.prelude if token.type not in ("whitespace", "comment")]
    named = parts_of(address_of(tokens[0])) if tokens else None
    if not named or named.scheme or not named.path:
        return rule
    sheet = Path(url2pathname(urlsplit(address).path))
    if Path(os.path.normpath(sheet.parent / unquote(named.path))) != sheet:
        return rule
    path = imported_file(sheet, unquote(named.path), folders)
    told = copy(rule)
    told.prelude = [StringToken(0, 0, path.as_uri(), f'"{path.as_uri()}"'), *tokens[1:]]
    return told
