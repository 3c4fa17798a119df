"""What the command line says of the press.

In:  the arguments of `build` or `check`.
Out: a `Printing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.job import Printing

if TYPE_CHECKING:
    import argparse
    from pathlib import Path


def printing_of(arguments: argparse.Namespace, workplace: Path) -> Printing:
    """How the command line wants briefs printed; a profile's file is meant from the `workplace`."""
    return Printing(
        arguments.profile,
        arguments.ink,
        workplace,
        arguments.multiple,
        arguments.imposition,
        arguments.creep,
        arguments.ticket,
    )
