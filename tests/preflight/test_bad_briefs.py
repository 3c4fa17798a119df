"""Briefs that were made bad on purpose: the code, the page and the line of what is found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from setting import SENTENCES, job, paragraph, write_brief

from issuebrief.diagnostics.model import Severity
from issuebrief.diagnostics.policy import SeverityPolicy
from issuebrief.job import Output, Purpose
from issuebrief.pipeline.build import set_brief
from issuebrief.pipeline.check import check_brief, proof_brief

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.job import Job

WORDS = " ".join(SENTENCES)
WHOLE: dict[str, Any] = {
    "doi": "10.1000/182",
    "keywords": ["ferries"],
    "abstract": "The ferry leaves at six.",
    "authors": [{"name": "Jane Doe", "orcid": "0000-0002-1825-0097"}],
}


def held(brief: Path) -> Job:
    """The job of a brief that is held to all rules."""
    return replace(job(brief), policy=SeverityPolicy())


def told(folder: Path, body: str, **front: Any) -> list[tuple[str, int, str]]:
    """Of each problem of a brief: its code, the page it shows on first, and how its line begins."""
    brief = write_brief(folder, body, **{**WHOLE, **front})
    lines = brief.read_text("utf-8").split("\n")
    found = []
    for problem in check_brief(held(brief)).problems:
        assert problem.place is not None
        page = problem.spots[0].page if problem.spots else 0
        found.append((problem.code, page, lines[problem.place.line - 1][:20] if problem.place.line else ""))
    return found


def test_a_good_brief_has_no_problems(tmp_path: Path) -> None:
    assert told(tmp_path, "\n\n".join(paragraph(number) for number in range(20))) == []


def test_a_row_of_long_words_spans_the_columns(tmp_path: Path) -> None:
    word = "incomprehensibilities" * 3
    table = f"| A | B |\n|---|---|\n| {word} | {word} |"
    assert told(tmp_path, f"{WORDS}\n\n{WORDS} {WORDS}\n\n{table}") == [("tables.widened", 1, "| A | B |")]


def test_an_address_in_a_box_too_narrow_for_it_runs_over_its_margin(tmp_path: Path) -> None:
    style = "width: 60pt; hyphens: none; overflow-wrap: normal"
    body = f'{WORDS}\n\n<div style="{style}">Passengerscountedtwice</div>'
    assert told(tmp_path, body) == [("text.over-margin", 1, '<div style="width: 6')]


def test_a_box_of_fixed_height_cuts_its_text(tmp_path: Path) -> None:
    body = f'{WORDS}\n\n<div style="height: 25pt; overflow: hidden">{WORDS}</div>'
    start = '<div style="height: '
    # What is below the cut is not drawn at all; that it is lost is not told once more.
    assert told(tmp_path, body) == [("text.cut", 1, start)]


def test_a_negative_margin_prints_text_over_text(tmp_path: Path) -> None:
    body = f'{WORDS}\n\n{paragraph(1)}\n{{: style="margin-bottom: -30pt" }}\n\n{paragraph(2)}'
    assert set(told(tmp_path, body)) == {
        ("text.overprinted", 1, "Entry 1 begins here."),
        ("columns.off-grid", 1, "Entry 2 begins here."),
    }


@pytest.mark.parametrize(
    ("style", "code"),
    [
        ("position: relative; margin-top: -20pt; background: #eee; padding-top: 20pt", "text.overprinted"),
        ("margin-top: -20pt; padding-top: 20pt; border: 1pt solid", "text.overprinted"),
        ("width: 300mm; border: 1pt solid; text-align: left", "boxes.off-page"),
        ("width: 80mm; background: #eee; text-align: left", "boxes.over-margin"),
    ],
)
def test_a_box_over_something_or_too_wide_is_told_of(tmp_path: Path, style: str, code: str) -> None:
    body = f'{WORDS}\n\n<div style="{style}">Short.</div>\n\n{WORDS}'
    found = told(tmp_path, body)
    assert [problem[:2] for problem in found] == [(code, 1)]


def test_a_long_unbroken_word_leaves_a_loose_line(tmp_path: Path) -> None:
    body = f"{WORDS}\n\nSee <https://a.eu/on-the-use-of-hyphensinverylongaddresses>, a long one. {WORDS}"
    assert told(tmp_path, body) == [("lines.loose", 1, "See <https://a.eu/on")]


@pytest.mark.parametrize(
    ("pixels", "code", "severity"),
    [
        (1100, None, None),
        (600, "picture.low-resolution", Severity.WARNING),
        (300, "picture.coarse", Severity.ERROR),
    ],
)
def test_pictures_are_judged_at_the_size_they_are_set(
    tmp_path: Path, pixels: int, code: str | None, severity: Severity | None
) -> None:
    tmp_path.joinpath("brief").mkdir()
    Image.new("L", (pixels, pixels // 2), 90).save(tmp_path / "brief/dish.png")
    body = f"{WORDS}\n\n![A dish](dish.png)"
    assert told(tmp_path / "brief", body) == ([(code, 1, "![A dish](dish.png)")] if code else [])
    outcome = set_brief(held(tmp_path / "brief/brief.md"))
    assert [problem.severity for problem in outcome.problems] == ([severity] if severity else [])
    assert bool(outcome.written) == (severity is not Severity.ERROR)


def themed(folder: Path, css: str) -> str:
    """The name of a theme that adds a little to the first one."""
    themes = folder / "styles/themes"
    themes.mkdir(parents=True)
    themes.joinpath("odd.css").write_text(f"/* Odd. */\n{css}", "utf-8")
    return "odd"


def test_hairlines_and_faint_text_are_found_in_a_theme(tmp_path: Path) -> None:
    theme = themed(tmp_path, ".body h2 { color: #aab0b6; border-bottom: 0.1pt solid }")
    body = f"{WORDS}\n\n## Heading\n\n{WORDS}\n\n## Another\n\n{WORDS}"
    assert told(tmp_path, body, theme=theme) == [
        ("rules.hairline", 1, "## Heading"),
        ("contrast.low", 1, "## Heading"),
    ]


def test_links_without_words_are_found(tmp_path: Path) -> None:
    body = f"{WORDS}\n\nRead [here](https://a.eu/one) and [the report](https://a.eu/two)."
    assert told(tmp_path, body) == [("links.wordless", 1, "Read [here](https://")]


def test_a_figure_that_begins_a_column_leaves_the_one_before_it_short(tmp_path: Path) -> None:
    theme = themed(tmp_path, ".body figure { break-before: column }")
    table = "| A | B |\n|---|---|\n| 1 | 2 |"
    body = "\n\n".join([paragraph(1), paragraph(2), table, *map(paragraph, range(3, 20))])
    assert told(tmp_path, body, theme=theme) == [("columns.uneven", 1, "Entry 2 begins here.")]


def test_a_heading_parted_from_its_text_is_stranded(tmp_path: Path) -> None:
    theme = themed(tmp_path, ".body h2 { break-after: auto } .body h2 + p { break-before: column }")
    body = "\n\n".join([paragraph(1), "## Stranded", *map(paragraph, range(2, 20))])
    assert ("headings.stranded", 1, "## Stranded") in told(tmp_path, body, theme=theme)


def test_what_indexing_services_want_is_told_by_check_alone(tmp_path: Path) -> None:
    assert told(tmp_path, WORDS, doi=None) == [("metadata.incomplete", 0, "---")]
    outcome = set_brief(job(tmp_path / "brief.md"))
    assert outcome.problems == ()


def test_a_strict_house_lets_no_warning_pass(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, f"{WORDS}\n\nRead [here](https://a.eu).", **WHOLE)
    assert set_brief(job(brief)).written
    strict = set_brief(replace(job(brief), policy=SeverityPolicy(strict=True)))
    assert not strict.written and strict.failed
    easy = SeverityPolicy((("links.wordless", None),), strict=True)
    passed = set_brief(replace(job(brief), policy=easy))
    assert passed.written and passed.problems == ()


def test_a_missing_description_can_be_let_pass(tmp_path: Path) -> None:
    tmp_path.joinpath("a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8"
    )
    brief = write_brief(tmp_path, f"{WORDS}\n\n![](a.svg)", **WHOLE)
    assert set_brief(job(brief)).failed
    weighed = SeverityPolicy((("figures.no-alternative-text", Severity.WARNING),))
    outcome = set_brief(replace(job(brief), policy=weighed))
    assert outcome.written
    assert "figures.no-alternative-text" in [problem.code for problem in outcome.problems]


def test_checking_writes_nothing(tmp_path: Path) -> None:
    brief = write_brief(tmp_path / "brief", WORDS, **WHOLE)
    before = sorted(tmp_path.rglob("*"))
    outcome = check_brief(job(brief))
    assert (outcome.pages, outcome.deliveries) == (1, ())
    assert sorted(tmp_path.rglob("*")) == before


def test_a_proof_is_a_check_with_a_picture_of_every_page(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, "\n\n".join(map(paragraph, range(20))), **WHOLE)
    proof = proof_brief(job(brief))
    assert proof.problems == check_brief(job(brief)).problems == ()
    assert proof.pages == len(proof.pictures) == 3
    assert {(round(each.width), round(each.height)) for each in proof.pictures} == {(794, 1123)}


def test_a_brief_that_cannot_be_read_has_no_pictures(tmp_path: Path) -> None:
    outcome = proof_brief(job(write_brief(tmp_path, "Text.[^gone]", **WHOLE)))
    assert (outcome.pages, outcome.pictures) == (0, ())
    assert [problem.code for problem in outcome.problems] == ["notes.undefined"]


def test_a_style_sheet_with_an_error_leaves_nothing_to_look_at(tmp_path: Path) -> None:
    theme = themed(tmp_path, ".body { colour: red }")
    assert [code for code, _, _ in told(tmp_path, WORDS, theme=theme)] == ["style.not-understood"]


@pytest.mark.parametrize(
    ("purposes", "pages"), [((Purpose.WEB,), 0), ((Purpose.PRESS,), 1), (tuple(Purpose), 1)]
)
def test_every_deliverable_can_be_checked(tmp_path: Path, purposes: tuple[Purpose, ...], pages: int) -> None:
    brief = write_brief(tmp_path, WORDS, **WHOLE)
    outputs = tuple(Output(purpose, tmp_path / f"brief{purpose.ending}") for purpose in purposes)
    outcome = check_brief(replace(job(brief), outputs=outputs))
    assert (outcome.problems, outcome.pages) == ((), pages)
    assert [path.name for path in tmp_path.iterdir()] == ["brief.md"]


def test_authors_whose_box_goes_on_overleaf_stay_whole_and_are_not_uneven(tmp_path: Path) -> None:
    authors = [
        {
            "name": f"Ada Writer {n}",
            "bio": " ".join(f"She has written {book} things about {n} ports." for book in range(sentences)),
        }
        for n, sentences in enumerate((12, 1, 9, 9))
    ]
    brief = write_brief(tmp_path, "\n\n".join(map(paragraph, range(6))), authors=authors)
    outcome = set_brief(job(brief))
    assert outcome.pages == 2
    assert not outcome.problems
