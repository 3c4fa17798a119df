"""Python's search for cycles, done less often while pages are laid out.

In:  a layout, which makes tens of thousands of boxes that are all kept.
Out: the same layout, not interrupted at every 700 boxes to find that none can be thrown away. What
     falls out of use without a cycle is freed at once as ever; peak memory stays the same.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NEW_OBJECTS = 20_000
"""How many objects may be made before cycles are looked for."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look for cycles less often while the block runs, and as before after it."""
    before = gc.get_threshold()
    gc.set_threshold(max(NEW_OBJECTS, before[0]) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
