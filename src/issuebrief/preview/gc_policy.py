"""Python's search for cycles, put off until nobody waits.

In:  word that something was done, and that there is nothing to do.
Out: nothing; what fell out of use in cycles is thrown away, at moments when no save waits for it.

A search looks at every object that a brief's pages are made of, which takes as long as setting a changed
page. What has once been found to be in use is therefore passed over until the next search.
"""

from __future__ import annotations

import ctypes
import gc
from contextlib import suppress

SELDOM = (100_000, 20, 1_000)
"""New objects, searches among these, and among older ones, until there is a search all the same."""

OFTEN = 8
MOST = 40
"""Revisions after which all objects are searched: when there is time, and in any case."""

QUIET = 0.5
"""Seconds of quiet after which there is time."""


class GcPolicy:
    """Counts revisions, and searches."""

    def __init__(self) -> None:
        gc.set_threshold(*SELDOM)
        self._revisions = OFTEN

    def revision_made(self) -> None:
        """Another revision was made, and has been told."""
        self._revisions += 1
        if self._revisions > MOST:
            self._search()

    def nothing_to_do(self) -> None:
        """Nobody waits for anything just now."""
        if self._revisions > OFTEN:
            self._search()

    def _search(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        _give_back()
        self._revisions = 0


def _give_back() -> None:
    """Give memory that is free to the system again, where its C library (glibc) does so when asked only."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
