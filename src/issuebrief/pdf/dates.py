"""The date of a file, where the environment sets one.

In:  `SOURCE_DATE_EPOCH`, seconds since 1970.
Out: the date that a file says it was made on, in the forms of PDF and of XMP.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True)
class Moment:
    """A moment in UTC."""

    moment: datetime

    @property
    def pdf(self) -> str:
        """In the form of PDF (ISO 32000-1, 7.9.4)."""
        return self.moment.strftime("D:%Y%m%d%H%M%SZ")

    @property
    def iso(self) -> str:
        """In the form of ISO 8601, which XMP uses."""
        return self.moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def stamp() -> Moment | None:
    """The date of `SOURCE_DATE_EPOCH`; none where it is not set or is no number."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not (epoch.isascii() and epoch.isdigit()):
        return None
    try:
        return Moment(datetime.fromtimestamp(int(epoch), UTC))
    except (OverflowError, ValueError, OSError):
        return None
