"""Mend in a brief's file what the house style leaves no judgement about.

In:  the bytes of the file and what rules found in it.
Out: the bytes mended, and how many places; the difference, line by line, as people read it.

Line ends, the byte order mark and all else stay as they are. A mend of the front matter is made only if YAML
then reads the same keys and values but for the mended words.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.frontmatter.source import read_source
from issuebrief.frontmatter.text_file import BYTE_ORDER_MARK
from issuebrief.frontmatter.yaml_nodes import Mapping, Scalar, Sequence, Tree
from issuebrief.frontmatter.yaml_tree import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Sequence as Several
    from pathlib import Path

    from issuebrief.frontmatter.source import Source
    from issuebrief.house_style.finding import StyleFinding


MOST_TRIED = 50
"""So many mends are tried one by one where not all can be made at once."""


@dataclass(frozen=True)
class MendedFile:
    """A file before and after; `places` is how many were mended, `refused` how many could not be."""

    path: Path
    before: bytes
    after: bytes
    places: int
    refused: int = 0

    def difference(self, name: str) -> str:
        """A unified difference, which `patch` takes as well."""
        old, new = (data.decode("utf-8").splitlines(keepends=True) for data in (self.before, self.after))
        lines = difflib.unified_diff(old, new, f"a/{name}", f"b/{name}")
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
        )


def mended(source: Source, data: bytes, findings: Iterable[StyleFinding]) -> MendedFile:
    """The file with all mends made that can be."""
    chosen = _apart([each for each in findings if each.mend is not None])
    body = len(source.text) - len(source.body)
    front = [each for each in chosen if each.start < body]
    good = front if _is_sound(source, front) else _sound_ones(source, front)
    made = [*good, *(each for each in chosen if each.start >= body)]
    text = data.decode("utf-8")
    offsets = _Offsets(text)
    after = _with_mends(text, [offsets.in_file(each) for each in made])
    return MendedFile(source.path, data, after.encode("utf-8"), len(made), len(front) - len(good))


def _sound_ones(source: Source, findings: list[StyleFinding]) -> list[StyleFinding]:
    """Those of the first mends of the front matter that can be made, one by one."""
    good: list[StyleFinding] = []
    for finding in findings[:MOST_TRIED]:
        if _is_sound(source, [*good, finding]):
            good.append(finding)
    return good


def _apart(findings: Several[StyleFinding]) -> list[StyleFinding]:
    """Mends that do not touch one another, the first of those that do."""
    kept: list[StyleFinding] = []
    for finding in sorted(findings, key=lambda each: (each.start, -each.end)):
        if not kept or finding.start >= kept[-1].end:
            kept.append(finding)
    return kept


def _with_mends(text: str, mends: Iterable[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    last = 0
    for start, end, mend in sorted(mends):
        parts += (text[last:start], mend)
        last = end
    return "".join((*parts, text[last:]))


class _Offsets:
    """Leads from offsets of a text as it is read to those of the file, which may end its lines otherwise."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._mark = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
        # Of each pair of signs that ends a line, one was left out.
        self._left_out = [
            match.start() - self._mark - number for number, match in enumerate(re.finditer("\r\n", text))
        ]

    def in_file(self, finding: StyleFinding) -> tuple[int, int, str]:
        """Where a mend begins and ends in the file, and what is written there."""
        start, end, mend = self.raw(finding.start), self.raw(finding.end), finding.mend or ""
        return start, end, mend.replace("\n", "\r\n") if "\r\n" in self._text[start:end] else mend

    def raw(self, offset: int) -> int:
        """The offset in the file."""
        return offset + self._mark + bisect_right(self._left_out, offset - 1)


def _is_sound(source: Source, findings: Several[StyleFinding]) -> bool:
    """Whether the front matter with these mends has the same keys, and the same values but for them.

    Letters are counted: what YAML reads otherwise than it was meant shows in their number.
    """
    after = _with_mends(source.text, [(each.start, each.end, each.mend or "") for each in findings])
    changed, problems = read_source(source.path, after.encode("utf-8"))
    if changed is None or problems or changed.body != source.body:
        return False
    (old, _), (new, found) = read_yaml(source), read_yaml(changed)
    before, now = list(_values(old)), list(_values(new))
    if found or len(before) != len(now):
        return False
    expected = _letters(before)
    for each in findings:
        expected.subtract(_letters([source.text[each.start : each.end]]))
        expected.update(_letters([each.mend or ""]))
    return +expected == _letters(now)


def _letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(letter for text in texts for letter in text if not letter.isspace())


def _values(tree: Tree | None) -> Iterator[str]:
    """All keys and values, in their order."""
    if isinstance(tree, Scalar):
        yield tree.text
    elif isinstance(tree, Sequence):
        for item in tree.items:
            yield from _values(item)
    elif isinstance(tree, Mapping):
        for key, (_, value) in tree.entries.items():
            yield key
            yield from _values(value)
