"""What the command line says of the press.

In:  the arguments of `build` or `check`.
Out: a `Printing`. Options of the press file that are typed where none is made are raised as `WrongUsage`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.job import Printing, Purpose
from issuebrief.project.workspace import WrongUsage

if TYPE_CHECKING:
    import argparse
    from pathlib import Path


FINISHING = {
    "multiple": "--pages-multiple",
    "imposition": "--imposition",
    "creep": "--creep",
    "ticket": "--ticket",
}
"""The options of how a press file is finished, by the names of their arguments."""


def printing_of(arguments: argparse.Namespace, workplace: Path) -> Printing:
    """How the command line wants briefs printed; a profile's file is meant from the `workplace`."""
    typed = next((option for name, option in FINISHING.items() if getattr(arguments, name)), "")
    if typed and Purpose.PRESS not in (arguments.purposes or ()):
        raise WrongUsage(f"{typed} is for the press file, and none is made", "add --for press")
    return Printing(
        arguments.profile,
        arguments.ink,
        workplace,
        arguments.multiple,
        arguments.imposition,
        arguments.creep,
        arguments.ticket,
    )
