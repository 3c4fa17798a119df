"""Spaces at which no line may break."""

from __future__ import annotations

import pytest
from written import NO_BREAK, html_of, make_brief

from issuebrief.markdown_body import plain


@pytest.mark.parametrize(
    "typed",
    [
        "K.~J.~Kwon",
        "J.K.~Rowling",
        "10~km",
        "12.5~pt",
        "15~%",
        "10~percent",
        "USD~25,000",
        "25,000~USD",
        "€~5",
        "10~000~km",
        "from −1~234~567 to 2",
        "3~million",
        "n.~5",
        "(p.~5)",
        "pp.~381–407",
        "no.~5",
        "vol.~3",
        "Figure~1",
        "§~5",
        "Dr.~Strange",
        "16~October 2023",
        "October~16, 2023",
        "16th~October",
        "the end~…",
        "this~– that",
        "至少需要18~°C，老人",
        "少なくとも18~°Cが必要",
        "약 10~km를",
    ],
)
def test_what_belongs_together_stays_together(typed: str) -> None:
    assert plain(typed.replace("~", " "), make_brief()) == typed.replace("~", NO_BREAK)


@pytest.mark.parametrize(
    "typed",
    [
        "the U.S. Congress",
        "plan b. The",
        "in 2023 Kim",
        "in 2023 200 ships",
        "1, 200 and",
        "12 3456",
        "5 men",
        "the end. 10 x",
        "no. Five",
        "May be 50 of",
    ],
)
def test_other_spaces_stay(typed: str) -> None:
    assert plain(typed, make_brief()) == typed


def test_a_line_end_in_the_source_is_a_space_too() -> None:
    assert html_of("see p.\n5 of 10\nkm") == f"<p>see p.{NO_BREAK}5 of 10{NO_BREAK}km</p>"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("quoi ?", "quoi\u202f?"),
        ("quoi?!", "quoi\u202f?!"),
        ("a; b : c", "a\u202f; b\u202f: c"),
        ("à 10:30", "à 10:30"),
        ("« mot »", "«\u202fmot\u202f»"),
        ("«mot», «!»", "«\u202fmot\u202f», «\u202f!\u202f»"),
        ("https://x.org:80", "https://x.org:80"),
    ],
)
def test_french_sets_high_punctuation_off(typed: str, expected: str) -> None:
    assert plain(typed, make_brief("fr-FR")) == expected


@pytest.mark.parametrize(
    ("lang", "typed"),
    [
        ("es", "núm.~5, n.º~7, 3~millones"),
        ("fr", "n°~5, Mme~Durand, 12~milliards"),
        ("de", "Abb.~2, Rn.~14, 5~Mio. Euro, -~5~Grad"),
        ("de", "(z.~B., d.~h. bald), S.~5~ff., u.~a., i.~d.~R. so"),
        ("sv", "t.~ex. här, bl.~a. där"),
        ("el", "π.~χ. εδώ"),
        ("es", "p.~ej. aquí, en EE.~UU."),
        ("pl", "16~października, w~domu, str.~4, m.~in. art.~5 ust.~2 pkt~3"),
        ("pl", "i~„W~«środku»” i~(z~psem) o~[5]"),
        ("cs", "16.~října, v~domě a~pak, č.~5, §~3 odst.~2"),
        ("ru", "16~октября, 5~млн, рис.~3"),
        ("fi", "16.~lokakuuta"),
    ],
)
def test_what_belongs_together_in_other_languages(lang: str, typed: str) -> None:
    assert plain(typed.replace("~", " "), make_brief(lang)) == typed.replace("~", NO_BREAK)


@pytest.mark.parametrize("sign", ["±", "+-", "+/-", "≈", "−"])
def test_a_sign_stays_with_its_number(sign: str) -> None:
    assert f"{sign}\u00a025" in html_of(f"It was {sign} 25 so.")
