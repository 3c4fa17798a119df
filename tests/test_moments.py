"""An embargo ends at a moment: a day, or a day with a time and a zone."""

from __future__ import annotations

import re

import pytest

from issuebrief.frontmatter.formats import mend_moment
from issuebrief.moments import PATTERN, moment


@pytest.mark.parametrize(
    ("typed", "time", "since"),
    [
        ("2026-12-12 00:01 CET", "00:01 CET", "2026-12-11T23:01"),
        ("2026-12-12T00:01:00+01:00", "00:01 UTC+1", "2026-12-11T23:01"),
        ("2026-12-12T09:00Z", "09:00 UTC", "2026-12-12T09:00"),
        ("2026-12-12 9:00 -0330", "09:00 UTC−3:30", "2026-12-12T12:30"),
        ("2026-12-12 09:00 EST", "09:00 EST", "2026-12-12T14:00"),
        # A day has come everywhere at noon in UTC.
        ("2026-12-12", "", "2026-12-12T12:00"),
    ],
)
def test_a_moment_is_known_in_its_zone_and_in_utc(typed: str, time: str, since: str) -> None:
    assert re.match(PATTERN, typed)
    found = moment(typed)
    assert found
    assert (found.day.isoformat(), found.time) == ("2026-12-12", time)
    assert found.since.isoformat()[:16] == since


@pytest.mark.parametrize("typed", ["2026-02-30 10:00 CET", "2026-02-20 25:00 CET", "2026-02-20 10:00 +19:00"])
def test_there_is_no_such_moment(typed: str) -> None:
    assert re.match(PATTERN, typed)
    assert moment(typed) is None


@pytest.mark.parametrize(
    "typed", ["2026-12-12 00:01", "2026-12-12 00:01 IST", "12 December 2026", "tomorrow"]
)
def test_a_time_needs_a_zone_that_means_one_thing(typed: str) -> None:
    assert not re.match(PATTERN, typed)


def test_the_form_that_was_meant_is_found() -> None:
    assert mend_moment("12 December 2026, 00:01 CET") == "2026-12-12 00:01 CET"
    assert mend_moment("12 December 2026") == "2026-12-12"
    assert mend_moment("12 December 2026, 00:01") == ""
