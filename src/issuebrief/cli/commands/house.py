"""The rulings of the house, as a command needs them.

In:  the folder the user works in.
Out: `Rulings`; or what is wrong with `issuebrief.toml`, on standard error.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.commands.reporting import report
from issuebrief.configuration import read_configuration
from issuebrief.problem import fatal

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.rulings import Rulings


def house_rulings(workplace: Path, *, strict: bool) -> Rulings | None:
    """What the house has decided; None where that cannot be told."""
    rulings, problems = read_configuration(workplace)
    report(problems, workplace)
    return None if fatal(problems) else replace(rulings, strict=strict)
