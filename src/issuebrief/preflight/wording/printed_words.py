"""The text that a deliverable shows, ready for passages to be looked for in it.

In:  the text of each page.
Out: `Printed`: the same as bare text, with the way back from a bare character to its page and its words, and
     with a record of what was found.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from issuebrief.preflight.wording.bare_text import bare

if TYPE_CHECKING:
    from collections.abc import Sequence

INNER = re.compile(r"\d[.,:]?\d\D?|.?\d\d.?", re.DOTALL)
"""What stands around a place within a number."""
SEPARATORS = ".,:"
"""Signs that stand within a number."""
CJK = "\u0e00"
"""The first of the scripts of which most part no words."""


class Printed:
    """The text of a deliverable, bare, with the way back to its lines."""

    def __init__(self, pages: Sequence[str]) -> None:
        self.lines = [(number, line) for number, page in enumerate(pages, 1) for line in page.split("\n")]
        parts = [bare(line) for _, line in self.lines]
        self.bare = "".join(parts)
        self.ends = list(accumulate(map(len, parts)))
        self.free = [(0, len(self.bare))]

    def take(self, start: int, end: int) -> None:
        """Note that a part was found, so that it is not found again."""
        number = bisect_right(self.free, (start, len(self.bare) + 1)) - 1
        if number < 0:
            return
        first, last = self.free[number]
        if first <= start and end <= last:
            parts = [(first, start), (end, last)]
            self.free[number : number + 1] = [(one, two) for one, two in parts if one < two]

    def give_back(self, start: int, end: int) -> None:
        """Note that a part that was taken was not the one that was looked for."""
        insort(self.free, (start, end))
        joined: list[tuple[int, int]] = []
        for one, two in self.free:
            if joined and joined[-1][1] == one:
                joined[-1] = (joined[-1][0], two)
            else:
                joined.append((one, two))
        self.free = joined

    def free_between(self, left: int, right: int) -> Sequence[tuple[int, int]]:
        """The parts in which nothing was found yet and that reach between two places, in their order."""
        first = max(bisect_right(self.free, (left, len(self.bare) + 1)) - 1, 0)
        return self.free[first : bisect_left(self.free, (right, 0))]

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing of a part was found yet."""
        number = bisect_right(self.free, (start, len(self.bare) + 1)) - 1
        return number >= 0 and self.free[number][0] <= start and end <= self.free[number][1]

    def is_whole(self, start: int, end: int) -> bool:
        """Whether a part is no mere part of a longer word or number: the 5 of `15` or of `2.5` is none."""
        return not (self._goes_on(start) or self._goes_on(end))

    def _goes_on(self, at: int) -> bool:
        """Whether a bare character and the one before it stand in the same word or number."""
        number = bisect_right(self.ends, at)
        begin = self.ends[number - 1] if number else 0
        if number >= len(self.ends) or at == begin:
            return False
        line = self.lines[number][1]
        place = _raw(line, at - begin)
        before, after = line[max(place - 2, 0) : place], line[place : place + 2]
        if not (before and after):
            return False
        one, two = before[-1], after[0]
        # The sign within a number has digits on both sides.
        if one in SEPARATORS:
            return two.isdigit() and before[:-1].isdigit()
        if two in SEPARATORS:
            return one.isdigit() and after[1:].isdigit()
        if one.isdigit() or two.isdigit():
            is_inner = INNER.fullmatch(one + after) or INNER.fullmatch(before + two)
            return one.isalnum() and two.isalnum() and bool(is_inner)
        return one.isalpha() and two.isalpha() and one < CJK and two < CJK

    def page(self, at: int) -> int:
        """The page of a bare character."""
        number = bisect_right(self.ends, at)
        return self.lines[min(number, len(self.lines) - 1)][0] if self.lines else 0

    def text(self, start: int, end: int) -> str:
        """The text of a part as it is shown, with the signs at its ends."""
        first, last = bisect_right(self.ends, start), bisect_right(self.ends, max(end - 1, start))
        if first >= len(self.ends):
            return ""
        last = min(last, len(self.ends) - 1)
        # Lines that hold nothing but signs belong to what stands before them.
        while end == self.ends[last] and last + 1 < len(self.ends) and self.ends[last + 1] == end:
            last += 1
        # So do those before, where the text begins with a line of its own.
        offset = start - (self.ends[first - 1] if first else 0)
        while not offset and first and self.ends[first - 1] == (self.ends[first - 2] if first > 1 else 0):
            first -= 1
        lines = [line for _, line in self.lines[first : last + 1]]
        after = self.ends[last] - end
        lines[-1] = lines[-1][: len(lines[-1]) - _raw(lines[-1][::-1], after)]
        lines[0] = lines[0][_raw(lines[0], offset) :]
        return "\n".join(lines)


def _raw(line: str, count: int) -> int:
    """How many characters of a line hold so many bare ones, signs behind them not included."""
    return min(bisect_left(_bare_counts(line), count), len(line))


@lru_cache(maxsize=4096)
def _bare_counts(line: str) -> tuple[int, ...]:
    """How many bare characters there are before each character of a line, and in all of it."""
    return tuple(accumulate((len(bare(character)) for character in line), initial=0))
