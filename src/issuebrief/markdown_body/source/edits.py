"""A text with cuts made in it that still knows where each of its characters came from.

In:  a text and cuts.
Out: the new text, and `Origin`, which leads from its offsets back to those of the old one.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.markdown_body.source.markdown_source import Substitution


@dataclass(frozen=True)
class Origin:
    """Where stretches of a text begin, and where each of them began in the text that it was made from.

    `before` leads further back, where that text was made from yet another.
    """

    new: tuple[int, ...] = (0,)
    old: tuple[int, ...] = (0,)
    before: Origin | None = None

    def back(self, offset: int) -> int:
        """The offset in the first text of one in the new; of what was put in, that of what it stands for."""
        number = bisect_right(self.new, offset) - 1
        found = self.old[number] + offset - self.new[number]
        found = min(found, self.old[number + 1]) if number + 1 < len(self.old) else found
        return self.before.back(found) if self.before else found

    def forth(self, offset: int) -> int:
        """The offset in the new text of one in the first; of what was taken out, that of what follows it."""
        offset = self.before.forth(offset) if self.before else offset
        number = bisect_right(self.old, offset) - 1
        found = self.new[number] + offset - self.old[number]
        return min(found, self.new[number + 1]) if number + 1 < len(self.new) else found


UNCHANGED = Origin()


def edited(text: str, cuts: Iterable[Substitution]) -> tuple[str, Origin]:
    """The text with cuts made in it; of those that overlap, the first counts."""
    parts: list[str] = []
    new, old, end, length = [0], [0], 0, 0
    for cut in sorted(cuts, key=lambda cut: (cut.start, cut.end)):
        if cut.start < end:
            continue
        kept = text[end : cut.start]
        parts += (kept, cut.replacement)
        length += len(kept)
        new += (length, length + len(cut.replacement))
        old += (cut.start, cut.end)
        length += len(cut.replacement)
        end = cut.end
    return "".join((*parts, text[end:])), Origin(tuple(new), tuple(old))
