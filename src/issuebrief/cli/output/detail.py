"""How much a command says of what it does.

In:  `--quiet` or `--verbose`.
Out: a `Detail`; problems are told at each.
"""

from __future__ import annotations

from enum import IntEnum


class Detail(IntEnum):
    """From problems alone to every stage of every brief."""

    QUIET = 0
    NORMAL = 1
    VERBOSE = 2
