"""What a code stands for, and the kinds of codes.

In:  what a code says.
Out: a `Code`.
"""

from __future__ import annotations

from dataclasses import dataclass

from issuebrief.diagnostics.model import Severity


@dataclass(frozen=True)
class Code:
    """What a code stands for.

    `severity` is what it has unless the house rules otherwise, which it may where the brief can be printed
    in spite of the problem: those are `rules`.
    """

    severity: Severity
    title: str
    rule: bool = False


def a_fault(title: str) -> Code:
    """An error that leaves nothing to print."""
    return Code(Severity.ERROR, title)


def a_error(title: str) -> Code:
    """An error that a house may take for less."""
    return Code(Severity.ERROR, title, rule=True)


def a_warning(title: str) -> Code:
    """A warning that a house may take for more or less."""
    return Code(Severity.WARNING, title, rule=True)


def a_info(title: str) -> Code:
    """A remark that a house may take for more."""
    return Code(Severity.INFO, title, rule=True)
