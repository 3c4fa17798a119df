"""Python's search for cycles, done less often while a brief is set.

In:  work on a brief, which makes hundreds of thousands of objects that are nearly all kept.
Out: the same work, not interrupted at every 700 objects to find that none can be thrown away. What
     falls out of use without a cycle is freed at once as ever; peak memory grows by a few per cent.
"""

from __future__ import annotations

import atexit
import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NEW_OBJECTS = 300_000
"""How many objects may be made before cycles are looked for."""
ROUNDS = 50
"""How many such looks at new objects may pass before older ones are looked at too: what a document is made
of outlives them all."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look for cycles less often while the block runs, and as before after it."""
    before = gc.get_threshold()
    gc.set_threshold(max(NEW_OBJECTS, before[0]) if before[0] else 0, max(ROUNDS, before[1]), before[2])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def uncollected_at_exit() -> None:
    """Look for no cycles when the process ends: the system takes back all its memory at once."""
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
