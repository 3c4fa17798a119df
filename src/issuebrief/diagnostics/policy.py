"""The project's severity policy.

In:  problems, as the stages found them.
Out: the same problems with the severities that the house gives them; those it has turned off are gone.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from issuebrief.diagnostics.limits import Limits
from issuebrief.diagnostics.model import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.house_style.settings.shapes import HouseStyle


@dataclass(frozen=True)
class SeverityPolicy:
    """What a house has decided, for all its briefs.

    `severities` has a pair for each rule that is not to keep its own: None turns it off. `strict` makes
    errors of warnings. Without a `style` nothing is said of the words of a brief.
    """

    severities: tuple[tuple[str, Severity | None], ...] = ()
    limits: Limits = field(default_factory=Limits)
    strict: bool = False
    style: HouseStyle | None = None

    def apply(self, problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The problems as the house takes them."""
        severities = dict(self.severities)
        judged = []
        for problem in problems:
            severity = severities.get(problem.code, problem.severity)
            if self.strict and severity is Severity.WARNING:
                severity = Severity.ERROR
            if severity is not None:
                judged.append(replace(problem, severity=severity))
        return tuple(judged)
