"""Who deposits metadata, and when.

In:  a brief, and the moment that the environment sets for the making of files, if it does.
Out: `DepositHead`. Its moment comes from the brief's own days, so that the same brief is deposited in the
     same words; a later change of the brief has a later moment, as agencies ask for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from issuebrief.frontmatter.model import Brief


@dataclass(frozen=True)
class DepositHead:
    """The head of a deposit: who sends it, where answers go, whose names are registered, and when.

    `timestamp` is year, month, day, hour, minute and second in digits.
    """

    depositor: str
    email: str
    registrant: str
    timestamp: str


def deposit_head(brief: Brief, moment: datetime.datetime | None = None) -> DepositHead:
    """The head; the institute stands in for a depositor that is not given."""
    house = brief.publisher
    given = house.depositor if house else None
    name = house.name if house else ""
    days = [brief.date, *(each.date for each in brief.corrections)]
    days += [brief.updated] if brief.updated else []
    return DepositHead(
        depositor=(given.name if given else "") or name,
        email=(given.email if given else "") or (house.email if house else "") or "",
        registrant=name,
        timestamp=f"{moment:%Y%m%d%H%M%S}" if moment else f"{max(days):%Y%m%d}000000",
    )
