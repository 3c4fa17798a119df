"""What the theme's faces lack for the text of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import ROOT, job, set_text, told, write_brief

from issuebrief.pipeline.build import set_brief

if TYPE_CHECKING:
    from pathlib import Path

FONTS = ROOT / "styles/fonts/source-serif"
UPRIGHT = f'@font-face {{ font-family: Own; src: url("{(FONTS / "SourceSerif4-Regular.otf").as_uri()}") }}\n'
ITALIC = UPRIGHT.replace("Regular", "It").replace(" }", "; font-style: italic }")
BODY = "Some words, then *leaning words* and **loud words** and ***both of them***."


def problems_of(folder: Path, css: str, body: str = BODY) -> list[tuple[str, str]]:
    """What is said of a brief in a theme: place and code, and the message."""
    theme = folder / "styles/themes/own.css"
    theme.parent.mkdir(parents=True)
    theme.write_text(css, "utf-8")
    outcome = set_brief(job(write_brief(folder / "brief", body, theme="own"), folder))
    return list(zip(told(outcome.problems), (problem.message for problem in outcome.problems), strict=True))


def test_emphasis_that_does_not_show_is_told_where_it_first_stands(tmp_path: Path) -> None:
    found = problems_of(tmp_path, UPRIGHT + ":root { --serif: Own }")
    assert [place for place, _ in found] == ["brief.md:9 fonts.no-cut"] * 3
    messages = " ".join(message for _, message in found)
    assert "“Own” has no italic: “leaning words” is printed upright" in messages
    assert "“Own” has no bold: “loud” is printed no bolder than the rest" in messages
    assert "“Own” has no bold italic: “both of them” is printed upright and no bolder" in messages


def test_a_letter_that_only_the_upright_face_has_is_told(tmp_path: Path) -> None:
    css = UPRIGHT + ITALIC.replace(" }", "; unicode-range: U+0-FF }") + ":root { --serif: Own }"
    found = problems_of(tmp_path, css, "Some words and *caf\u00e9 \u0141\u00f3d\u017a*.")
    assert [place for place, _ in found] == ["brief.md:9 fonts.no-cut"]
    assert (
        "has no italic \u0141 \u017a: “caf\u00e9 \u0141\u00f3d\u017a” is printed upright there" in found[0][1]
    )


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("font-style: italic", "“Own” has no upright: “Some words.” is printed in italics"),
        ("font-weight: 700", "“Own” has no regular: “Some words.” is printed in bold"),
        ("font: x; font-style: italic; font-weight: 700", "no regular upright: “Some words.” is printed in"),
    ],
)
def test_plain_text_that_is_emphasised_throughout_is_told(tmp_path: Path, more: str, said: str) -> None:
    css = UPRIGHT.replace(" }", f"; {more} }}") + ".body p { font-family: Own }"
    (found,) = problems_of(tmp_path, css, "Some words.")
    assert found[0] == "brief.md:9 fonts.no-cut"
    assert said in found[1]


def test_a_family_that_nothing_declares_is_told(tmp_path: Path) -> None:
    (found,) = problems_of(
        tmp_path, ':root { --serif: "Sourse Serif", "Source Serif 4", serif }', "Some words."
    )
    assert found[0] == "brief.md:9 fonts.undeclared"
    assert "asks for “Sourse Serif”" in found[1]


@pytest.mark.parametrize("theme", ["isdp", "policy-note", "report"])
def test_the_shipped_faces_lack_nothing(tmp_path: Path, theme: str) -> None:
    body = f"{BODY}\n\n## A *leaning* heading\n\n> Quoted *words* and **loud**.\n\n**`code`** it is.[^1]"
    outcome, _ = set_text(tmp_path, f"{body}\n\n[^1]: A note, *leaning*, **loud**.", theme=theme)
    assert [problem for problem in outcome.problems if problem.code.startswith("fonts.")] == []


def test_small_capitals_of_a_title_in_capitals_need_no_small_letters(tmp_path: Path) -> None:
    css = ".title, .body h2, .body em { font-variant: small-caps } .body h2 { text-transform: uppercase }"
    assert problems_of(tmp_path, css, "## A heading\n\nIn *EU 27* words.") == []


def test_small_capitals_that_the_face_does_not_have_are_told_once(tmp_path: Path) -> None:
    body = "The [nato]{.smallcaps} is there.\n\nIn [*eu*]{.smallcaps} words, *the [un]{.smallcaps}* too."
    outcome, _ = set_text(tmp_path, body)
    (problem,) = [problem for problem in outcome.problems if problem.code.startswith("fonts.")]
    assert problem.code == "fonts.no-cut"
    assert "has no small capitals: “eu” is printed" in problem.message


def test_short_words_are_told_where_their_own_block_stands(tmp_path: Path) -> None:
    body = "An animal and an island.\n\nThen *an* apple."
    found = problems_of(tmp_path, UPRIGHT + ":root { --serif: Own }", body)
    assert [place for place, _ in found] == ["brief.md:11 fonts.no-cut"]


def test_words_of_the_abstract_are_told_there(tmp_path: Path) -> None:
    theme = tmp_path / "styles/themes/own.css"
    theme.parent.mkdir(parents=True)
    theme.write_text(UPRIGHT + ".standfirst p { font: 10pt Own } .standfirst strong { font: bold 10pt Own }")
    brief = write_brief(tmp_path / "brief", "Text.", theme="own", abstract="An art: **a** bold tale.")
    (problem,) = set_brief(job(brief, tmp_path)).problems
    assert problem.place
    line = brief.read_text("utf-8").split("\n")[problem.place.line - 1]
    assert line[problem.place.column - 1 :].startswith("a** bold tale")
