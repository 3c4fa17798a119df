"""Tags that never end, found out at once.

In:  a parser of HTML.
Out: the same, which does not look through the whole rest of the text for the end of each tag that is open.
"""

from __future__ import annotations


class KnowsLastTag:
    """Knows where the last tag of what it was fed may end.

    It stands before a parser among the bases of a class: Python-Markdown has a copy of the library's.
    """

    rawdata: str
    _known = ""
    _last = -1

    def check_for_whole_start_tag(self, i: int) -> int:
        """Where the tag that begins at `i` ends; below 0 where it does not end."""
        if self.rawdata is not self._known:
            self._known, self._last = self.rawdata, self.rawdata.rfind(">")
        if i > self._last:
            return -1
        whole: int = super().check_for_whole_start_tag(i)  # type: ignore[misc]
        return whole
