"""Figures and tables on real pages: across the columns, no higher than a page, broken where they must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from examples import combined, further
from green_drawings import FOOT, MM, PIXEL, drawing, drawn
from pdf_facts import Facts
from setting import TEXT_PAGE, facts_of, paragraph, set_text

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = {"isdp": (58 * MM, 196 * MM), "policy-note": (20 * MM, 132 * MM), "report": (70 * MM, 192 * MM)}
"""From where to where the text goes, in pt, by theme."""


@pytest.mark.parametrize(("theme", "before"), combined(COLUMNS, (1, 9)))
def test_a_wide_picture_is_as_wide_as_the_columns(tmp_path: Path, theme: str, before: int) -> None:
    drawing(tmp_path, 800, 200)
    text = "\n\n".join(map(paragraph, range(before)))
    body = f"{text}\n\n![Bars](a.svg){{.wide}}\n:   A caption.\n\n{paragraph(20)}\n\n{paragraph(21)}"
    ((_, left, _, right, _),) = drawn(facts_of(tmp_path, body, theme=theme))
    assert (left, right) == pytest.approx(COLUMNS[theme], abs=PIXEL)


@pytest.mark.parametrize(("theme", "braces"), combined(COLUMNS, ("", "{.wide}")))
def test_a_tower_is_scaled_to_the_page_with_its_caption(tmp_path: Path, theme: str, braces: str) -> None:
    drawing(tmp_path, 100, 1500)
    after = "\n\n".join(map(paragraph, range(2, 14)))
    body = f"{paragraph(1)}\n\n![A tower](a.svg){braces}\n:   Its caption.\n\n{after}"
    facts = facts_of(tmp_path, body, theme=theme, but=["picture.shrunk"])
    ((page, left, top, right, bottom),) = drawn(facts)
    assert (right - left) / (bottom - top) == pytest.approx(100 / 1500, rel=0.01)
    caption = next(line for line in facts.on(page) if "Its caption" in line.text)
    if theme == "report":  # whose captions stand in the margin
        assert caption.right < left and caption.baseline < bottom
    else:
        assert bottom < caption.baseline < FOOT[theme]


def test_figures_that_fit_no_more_leave_the_text_before_them_where_it_is(tmp_path: Path) -> None:
    drawing(tmp_path, 100, 130)
    body = paragraph(0) + "\n\n![A](a.svg)\n:   One." * 5 + f"\n\n## Then\n\n{paragraph(1)}"
    facts = facts_of(tmp_path, body)
    assert "Entry 0 begins" in facts.copied(0)
    assert drawn(facts)[0][0] == 0


UNDER_HEADINGS = {"a line": "One line.", "an item": "- One item.\n- Item {0}."}


@pytest.mark.parametrize(
    ("before", "kind"), [*combined((4, 7), UNDER_HEADINGS), *further((2, "a line"), (12, "an item"))]
)
def test_one_line_under_a_heading_stays_with_what_follows(tmp_path: Path, before: int, kind: str) -> None:
    under = UNDER_HEADINGS[kind]
    sections = [f"## Tide {n}\n\n{under.format(n)}\n\n{paragraph(n, 2 + n % 4)}" for n in range(24)]
    body = "\n\n".join([paragraph(30, before), *sections])
    facts = facts_of(tmp_path, body, theme="policy-note")
    pages = [[line.text for line in facts.on(page)] for page in range(len(facts))]
    for n in range(24):
        (page,) = (lines for lines in pages if f"Tide {n}" in lines)
        second = [*page[page.index(f"Tide {n}") + 1 :], "", ""][1]
        assert f"Item {n}." in second if kind == "an item" else second.startswith(f"Entry {n} begins")


def rows(count: int, cell: str = "a value") -> str:
    return "| Hour | Boats |\n| --- | --- |\n" + "".join(f"| row {n} | {cell} |\n" for n in range(count))


def test_a_wide_table_breaks_over_pages_under_its_header_row(tmp_path: Path) -> None:
    body = f"{paragraph(1)}\n\n{rows(150)}\nTable: Boats. {{.wide}}\n\n{paragraph(2)}"
    facts = facts_of(tmp_path, body)
    printed = [line for page in range(len(facts)) for line in facts.on(page) if "row " in line.text]
    assert len(printed) == 150
    for page in range(len(facts)):
        if any("row " in line.text for line in facts.on(page)):
            assert "Hour" in facts.copied(page)
    assert "So ends entry 2" in facts.text


def test_a_table_of_few_high_rows_breaks_between_them(tmp_path: Path) -> None:
    body = f"{paragraph(1)}\n\n{rows(9, paragraph(3, 9))}\n\n{paragraph(2)}"
    facts = facts_of(tmp_path, body)
    assert "row 0 Entry 3 begins" in " ".join(facts.copied(0).split())


def test_a_row_higher_than_a_page_breaks(tmp_path: Path) -> None:
    long = " ".join(paragraph(number, 6) for number in range(30))
    body = f"{paragraph(1)}\n\n{rows(1, long)}\n\n{paragraph(2)}"
    facts = facts_of(tmp_path, body)
    assert all(f"Entry {number} begins" in facts.text for number in range(30))


WIDER_ROW = (
    "| Telecommunication | Administration | Representatives | Intergovernmental | Responsibilities "
    "| Infrastructure | Accountability |"
)
WIDE_ROW = (
    "| " + " | ".join(["Telecommunication", "Intergovernmental", "Responsibilities", "Infrastructure"]) + " |"
)


def test_a_table_that_fits_no_column_spans_all_of_them(tmp_path: Path) -> None:
    table = f"{WIDE_ROW}\n|---|---|---|---|\n{WIDE_ROW}\n"
    outcome, pdf = set_text(tmp_path, f"{paragraph(1)}\n\n{table}\n{paragraph(2)}")
    assert outcome.problems == ()
    with Facts(pdf) as facts:
        cells = [line for line in facts.on(0) if "Telecommunication" in line.text]
        last = [line for line in facts.on(0) if "Infrastructure" in line.text]
        assert len(cells) == len(last) == 2
        assert cells[0].left == pytest.approx(58 * MM, abs=1)
        assert last[0].right > 150 * MM


@pytest.mark.parametrize(("theme", "left", "right"), [("policy-note", 20, 190), ("report", 18, 192)])
def test_a_table_that_fits_no_single_column_spans_the_sidebar_too(
    tmp_path: Path, theme: str, left: float, right: float
) -> None:
    table = f"{WIDER_ROW}\n{'|---' * 7}|\n{WIDER_ROW}\n"
    quoted = f"[What the quay is told]{{.pull-quote}} is known. {paragraph(1)}"
    facts = facts_of(tmp_path, f"{quoted}\n\n{table}\n{paragraph(2)}\n\n{paragraph(3)}", theme=theme)
    lines = [line for page in range(len(facts)) for line in facts.on(page)]
    (first, *_) = [line for line in lines if "Telecommunication" in line.text]
    last = max(line.right for line in lines if "Accountability" in line.text)
    assert first.left == pytest.approx(left * MM, abs=6)
    assert right * MM - 70 < last <= right * MM + 1


def test_a_table_that_fits_no_page_is_an_error_at_its_line(tmp_path: Path) -> None:
    row = "|" + " 1,234,567,890 |" * 14
    rule = "|" + "---|" * 14
    outcome, _ = set_text(tmp_path, f"{paragraph(1)}\n\n{row}\n{rule}\n{row}\n")
    (problem,) = [problem for problem in outcome.problems if problem.code == "tables.too-wide"]
    assert problem.place and problem.place.line == 10
    assert not outcome.written


@pytest.mark.parametrize(("theme", "braces"), combined(COLUMNS, ("", "{.wide}")))
def test_text_fills_the_page_before_a_figure_that_fits_on_the_next(
    tmp_path: Path, theme: str, braces: str
) -> None:
    drawing(tmp_path, 100, 170)
    texts = "\n\n".join(map(paragraph, range(2, 16)))
    body = f"{paragraph(1)}\n\n![A](a.svg){braces}\n:   A caption.\n\n{texts}"
    facts = facts_of(tmp_path, body, theme=theme)
    lines = facts.on(TEXT_PAGE[theme])
    lowest = max(line.baseline for line in lines if line.baseline < FOOT[theme])
    assert lowest > FOOT[theme] - 12 * 13.5
    places = [facts.text.index(f"Entry {number} begins") for number in range(1, 16)]
    assert places == sorted(places)
    assert places[0] < facts.text.index("A caption")


def test_a_picture_in_a_box_is_as_wide_as_the_box_however_short_the_text(tmp_path: Path) -> None:
    drawing(tmp_path, 300, 200)
    box = "::: note\nA box.\n\n![A quay](a.svg)\n\nIts end.\n:::"
    facts = facts_of(tmp_path, f"{paragraph(1, 1)}\n\n{box}\n\n{paragraph(2, 1)}")
    ((_, left, _, right, _),) = drawn(facts)
    assert right - left > 150


@pytest.mark.parametrize("before", [23, *further(21, 22)])
def test_a_page_of_its_own_follows_the_text_however_its_end_is_drawn_back(
    tmp_path: Path, before: int
) -> None:
    drawing(tmp_path, 100, 60)
    text = "\n\n".join(paragraph(n, 4 + n % 4) for n in range(before))
    facts = facts_of(
        tmp_path,
        f"{text}\n\n{paragraph(90, 1)}\n\n![Bars](a.svg){{.page}}\n:   A caption.",
    )
    (page,) = (n for n in range(len(facts)) if "So ends entry 90." in facts.copied(n))
    assert [at for at, *_ in drawn(facts)] == [page + 1]


@pytest.mark.parametrize(("theme", "braces"), combined(COLUMNS, ("", "{.wide}")))
def test_a_box_higher_than_a_page_goes_on_overleaf(tmp_path: Path, theme: str, braces: str) -> None:
    inside = "\n\n".join(paragraph(n, 4) for n in range(1, 26))
    body = f"{paragraph(0)}\n\n::: note A long box {braces}\n{inside}\n:::\n\n{paragraph(26)}"
    facts = facts_of(tmp_path, body, theme=theme)
    pages = [page for page in range(len(facts)) for line in facts.on(page) if "Entry" in line.text]
    assert pages == sorted(pages)
    assert len(set(pages)) > 1
    assert (
        max(line.baseline for page in set(pages) for line in facts.on(page) if "Entry" in line.text)
        < FOOT[theme]
    )


def test_spaces_that_end_a_line_of_code_in_a_list_are_no_text_beyond_its_column(tmp_path: Path) -> None:
    code = "of from counted northern March the were again had harbour old tide and come back from it"
    facts = facts_of(tmp_path, f"{paragraph(0)}\n\n- Counted:\n\n        {code}")
    assert any(line.text.endswith("the were") for line in facts.on(0))
