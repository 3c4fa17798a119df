"""Dashes and ellipses."""

from __future__ import annotations

import pytest
from written import make_brief

from issuebrief.markdown_body import plain


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
        ("use --dry-run and --force", "use --dry-run and --force"),
        ("install --upgrade it -- so", "install --upgrade it\u00a0– so"),
        ("he said --and knew-- that", "he said –and knew– that"),
        ("so --no--, --yes--", "so –no–, –yes–"),
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
        "1,5-10",
        "500-1.000",
        "3\u00a0000-4\u00a0000",
        "S.\u00a012-15",
        "S.\u00a01\u00a0200-1\u00a0204",
        "no.\u00a03-4",
        "articles 7-9",
        "EU 2021-2027",
        "USD\u00a0100-150",
        "09:30-11:00",
    ],
)
def test_ranges_have_an_en_dash(typed: str) -> None:
    assert plain(typed, make_brief()) == typed.replace("-", "–")


@pytest.mark.parametrize(
    "typed",
    [
        "2023-10-16",
        "KMS-3-2",
        "Az. 2 BvR 12-34",
        "Rs. C-12-34",
        "zaak nr.\u00a012-345",
        "expediente 12-34",
        "page 5-1",
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
        "020 7946-0958",
        "+49 30 1234-567",
        "+46 8\u00a0123 45-67",
        "(030) 2234-567",
        "Telefon: 8\u00a0123 45-67",
        "ISSN (online) 1653-1756",
        "C-131/12",
        "A/RES/70-1",
        "S/2023-12",
        "L. 121-25",
        "n°\u00a083-1025",
        "No.\u00a012-145",
        "Public Law 116-283",
        "EN 301-549",
        "SP 800-53",
        "12-2024",
        "F-16, B-52",
        "at -5",
    ],
)
def test_other_hyphens_stay(typed: str) -> None:
    assert plain(typed, make_brief()) == typed


def test_a_backslash_keeps_a_hyphen() -> None:
    assert plain("Boeing 737\\-800", make_brief()) == "Boeing 737-800"


@pytest.mark.parametrize(
    ("lang", "typed", "expected"),
    [
        ("en-GB", "one - or two", "one~– or two"),
        ("de", "ein Satz - mit -\nvielen", "ein Satz~– mit~–\nvielen"),
        ("en-US", "one - or two", "one—or two"),
        ("en-US", "one -- or two", "one~– or two"),
        ("fr", "Lyon - Marseille", "Lyon~– Marseille"),
        ("sv", "1990 - 2000", "1990~–~2000"),
    ],
)
def test_a_hyphen_between_words_is_a_dash(lang: str, typed: str, expected: str) -> None:
    assert plain(typed, make_brief(lang)) == expected.replace("~", "\u00a0")


@pytest.mark.parametrize("typed", ["a - b", "x - 1", "10 - 5", "- one", "one -", "Vor- und", "ein -e"])
def test_a_hyphen_with_spaces_may_be_something_else(typed: str) -> None:
    assert plain(typed, make_brief("de")).replace("\u00a0", " ") == typed


@pytest.mark.parametrize(
    ("typed", "nice"),
    [
        ("um -0,05 oder (-0.3)", "um −0,05 oder (−0.3)"),
        ("p < -.05 and r=-0.35", "p < −.05 and r=−0.35"),
        ("fell by -1,000 tonnes", "fell by −1,000 tonnes"),
        ("from -5 to -3 °C, then -40%", "from −5 to −3 °C, then −40%"),
        ("[-2.5, 3.5]", "[−2.5, 3.5]"),
        ("-12", "−12"),
        ("-$5", "−$5"),
        ("the 800 and -900 of it", "the 800 and -900 of it"),
        ("version -1.2.3 of x-0.5", "version -1.2.3 of x-0.5"),
        ("formel-1 und -2", "formel-1 und -2"),
        ("3 -0.5", "3 -0.5"),
    ],
)
def test_a_hyphen_before_a_number_below_zero_is_a_minus_sign(typed: str, nice: str) -> None:
    assert plain(typed, make_brief()).replace("\u00a0", " ") == nice
