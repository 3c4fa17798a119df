"""How much a command says of what it does.

In:  `--quiet` or `--verbose`; `--format`, which is declared here for commands that report as text or JSON.
Out: a `Detail`; problems are told at each.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Detail(IntEnum):
    """From problems alone to every stage of every brief."""

    QUIET = 0
    NORMAL = 1
    VERBOSE = 2


def add_format(verb: ArgumentParser) -> None:
    """Declare how a command reports."""
    verb.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="how to report: text (default) or json, on standard output",
    )
