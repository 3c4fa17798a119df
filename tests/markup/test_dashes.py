"""Dashes and ellipses."""

from __future__ import annotations

import pytest
from written import make_brief

from issuebrief.markup import plain


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("a---b", "a—b"),
        ("a--b", "a–b"),
        ("wait...", "wait…"),
        ("a....b", "a....b"),
        ("----", "----"),
        ("x -->", "x -->"),
        ("use --force", "use --force"),
    ],
)
def test_typed_dashes_and_dots(typed: str, expected: str) -> None:
    assert plain(typed, make_brief()) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "2019-2023",
        "2019-23",
        "pp.\u00a0381-407",
        "381-82",
        "10-15",
        "(10-15)",
        "10-15%",
        "$5-$10",
        "1,000-2,500",
        "2.5-3.5",
    ],
)
def test_ranges_have_an_en_dash(typed: str) -> None:
    assert plain(typed, make_brief()) == typed.replace("-", "–")


@pytest.mark.parametrize(
    "typed",
    [
        "2023-10-16",
        "KMS-3-2",
        "Luna-25",
        "S/RES/2321-1",
        "ISBN 978-91-88551-00-0",
        "ISSN 1653-0756",
        "1653-0756",
        "tel. 555-9999",
        "555-1234",
        "08-410",
        "+46-8-123",
        "3-2-1",
        "21-14",
        "43-year",
        "10.1000/182-345",
        "mid-20th",
        "1990-1995s",
        "a@b-1-2.org",
        "https://x.org/10-15",
        "737\u2011800",
    ],
)
def test_other_hyphens_stay(typed: str) -> None:
    assert plain(typed, make_brief()) == typed


def test_a_backslash_keeps_a_hyphen() -> None:
    assert plain("Boeing 737\\-800", make_brief()) == "Boeing 737-800"
