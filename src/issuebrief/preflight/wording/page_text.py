"""The text that a web page shows.

In:  HTML that is well formed.
Out: its text as a reader sees it, with the numbers that a browser puts before the entries of lists.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import BLOCKS
from issuebrief.preflight.wording.numerals import letters, roman
from issuebrief.theming.body_classes import BRACKETS, PARENTHESES

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = re.compile(
    r"<!--.*?-->|<(script|style|template|title|math)\b.*?</\1\s*>|<(/?)([a-zA-Z][\w:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL | re.IGNORECASE,
)
ATTRIBUTE = re.compile(r"([\w:-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
NEW_LINE = BLOCKS | {"br"}


def page_text(html: str) -> str:
    """The text of a page, a line for each block."""
    return "".join(_PageTextReader(html).read())


class _PageTextReader:
    """A walk over the tags of a page; `lists` are those that are open."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.lists: list[_Entries | None] = []

    def read(self) -> Iterator[str]:
        """The text, piece by piece."""
        position = 0
        for match in TOKEN.finditer(self.html):
            yield unescape(self.html[position : match.start()])
            position = match.end()
            if match[3]:
                yield self._tag(match[3].lower(), match[4], closing=bool(match[2]))
        yield unescape(self.html[position:])

    def _tag(self, name: str, attributes: str, *, closing: bool) -> str:
        """What a browser shows of a tag."""
        if name in ("ol", "ul"):
            if not closing:
                self.lists.append(self._entries(attributes) if name == "ol" else None)
            elif self.lists:
                self.lists.pop()
        elif name == "li" and not closing and self.lists and (entries := self.lists[-1]):
            return f"\n{entries.next(dict_of(attributes).get('value', ''))} "
        return "\n" if name in NEW_LINE else ""

    def _entries(self, attributes: str) -> _Entries:
        given = dict_of(attributes)
        step = -1 if "reversed" in given else 1
        start = given.get("start", "")
        first = int(start) if re.fullmatch(r"-?\d+", start) else self._count() if step < 0 else 1
        classes = given.get("class", "").split()
        around = ("(", ")") if BRACKETS in classes else ("", ")" if PARENTHESES in classes else ".")
        return _Entries(given.get("type", "1"), first, step, around)

    def _count(self) -> int:
        """How many entries there are at most in a list that is counted from its end."""
        return self.html.count("<li")


def dict_of(attributes: str) -> dict[str, str]:
    """The attributes of a tag by their names."""
    found = ATTRIBUTE.finditer(attributes)
    return {match[1].lower(): unescape(match[2] or match[3] or match[4] or "") for match in found}


class _Entries:
    """The numbers of a list's entries (HTML, 4.4.5)."""

    def __init__(self, kind: str, first: int, step: int, around: tuple[str, str]) -> None:
        self.kind, self.number, self.step, self.around = kind, first, step, around

    def next(self, value: str) -> str:
        """The number of the next entry, as it is shown; `value` is its own, if it has one."""
        number = int(value) if re.fullmatch(r"-?\d+", value) else self.number
        self.number = number + self.step
        shown = {"a": letters, "A": letters, "i": roman, "I": roman}.get(self.kind, str)(number)
        return (shown.upper() if self.kind in "AI" else shown).join(self.around)
