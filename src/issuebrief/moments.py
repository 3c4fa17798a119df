"""Moments with a time and a zone, as an embargo has them.

In:  a moment as it was typed: a day, or a day with a time and a zone.
Out: the moment, and what is wrong with it.
"""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

ZONES = {
    "UTC": 0, "GMT": 0, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180,
    "EST": -300, "EDT": -240, "CDT": -300, "MDT": -360, "PST": -480, "PDT": -420, "JST": 540, "KST": 540,
    "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
}  # fmt: skip
"""Minutes that a zone is ahead of UTC. Names that mean several zones, such as CST and IST, are left out."""

PATTERN = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}"
    rf"(?:[T ][0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})? ?(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}}|{'|'.join(ZONES)}))?$"
)
_PARTS = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d{1,2}):(\d\d)(?::(\d\d))? ?(.+))?$", re.ASCII)
WHOLE_DAY = datetime.timedelta(hours=12)
"""A day without a time has come everywhere once it is noon in UTC: the last zone is twelve hours behind."""
FURTHEST = 14 * 60
"""Minutes that a zone is ahead of UTC at the most."""


class ZonedMoment(NamedTuple):
    """A day, and where one was given the time with its zone as it is printed; `since` is both in UTC."""

    day: datetime.date
    time: str
    since: datetime.datetime


def moment(text: str) -> ZonedMoment | None:
    """The moment that a text stands for which fits the pattern; none where there is no such day or time."""
    found = _PARTS.match(text)
    if not found:
        return None
    try:
        day = datetime.date.fromisoformat(found[1])
        if not found[2]:
            return ZonedMoment(
                day, "", datetime.datetime.combine(day, datetime.time(), datetime.UTC) + WHOLE_DAY
            )
        time = datetime.time(int(found[2]), int(found[3]), int(found[4] or 0))
        ahead = datetime.timedelta(minutes=_minutes(found[5]))
        since = datetime.datetime.combine(day, time, datetime.UTC) - ahead
    except (ValueError, OverflowError):
        return None
    return ZonedMoment(day, f"{time:%H:%M} {_zone(found[5])}", since)


def _minutes(zone: str) -> int:
    """How far a zone is ahead of UTC; raises `ValueError` where none can be so far."""
    if zone in ZONES or zone == "Z":
        return ZONES.get(zone, 0)
    digits = zone[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:])
    if minutes > 59 or hours * 60 + minutes > FURTHEST:
        raise ValueError
    return (hours * 60 + minutes) * (-1 if zone[0] == "-" else 1)


def _zone(zone: str) -> str:
    """A zone as it is printed: its name, or how far it is from UTC."""
    minutes = _minutes(zone)
    if zone in ZONES:
        return zone
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")


def moment_fault(text: str) -> str:
    """What is wrong with a moment that fits the pattern; nothing for most."""
    return "" if moment(text) else f"there is no such day or time as {text}"
