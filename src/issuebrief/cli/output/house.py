"""The severity policy of the project, as a command needs it.

In:  the folder the user works in.
Out: `SeverityPolicy`; or what is wrong with `issuebrief.toml`, on standard error.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.cli.output.reporting import report
from issuebrief.diagnostics.model import has_errors
from issuebrief.project.config import read_configuration

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.policy import SeverityPolicy


def house_policy(workplace: Path, *, strict: bool) -> SeverityPolicy | None:
    """What the house has decided; None where that cannot be told."""
    policy, problems = read_configuration(workplace)
    report(problems, workplace)
    return None if has_errors(problems) else replace(policy, strict=strict)
