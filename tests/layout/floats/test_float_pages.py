"""Figures on real pages: at heads and feet, after their mention, with the text running on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from examples import combined, further
from green_drawings import FOOT, MM, drawing, drawn
from setting import facts_of, paragraph

if TYPE_CHECKING:
    from pathlib import Path

TOP = {"isdp": 6 * 12.5, "policy-note": 6 * 13.5, "report": 5 * 14}
THEMES = ("isdp", "policy-note", "report")
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
EDGES = {".top": (0, 110), ".page": (0, 250), ".bottom": (PAGE_HEIGHT, 110)}
"""By where a picture is to stand, the edge of the page that it runs off, in pt, and its height."""


def many(first: int, last: int) -> str:
    return "\n\n".join(map(paragraph, range(first, last)))


@pytest.mark.parametrize(("theme", "wide"), combined(THEMES, ("", " .wide")))
def test_a_place_is_where_a_figure_stands(tmp_path: Path, theme: str, wide: str) -> None:
    drawing(tmp_path, 100, 60)
    at_top, at_foot = (f"![A](a.svg){{{place}{wide}}}\n:   A caption." for place in (".top", ".bottom"))
    body = "\n\n".join((many(0, 9), at_top, many(9, 22), at_foot, many(22, 36)))
    facts = facts_of(tmp_path, body, theme=theme)
    (first, _, top, _, _), (page, _, _, _, bottom) = drawn(facts)
    assert 0 < first < page
    assert top == pytest.approx(TOP[theme], abs=4)
    assert FOOT[theme] - 3 * 13.5 < bottom < FOOT[theme]
    if theme == "isdp" and not wide:
        lowest = sorted(line.baseline for line in facts.on(page) if line.baseline < FOOT[theme])
        assert lowest[-1] - lowest[-2] < 0.3


def test_a_page_of_its_own_holds_a_figure_alone(tmp_path: Path) -> None:
    drawing(tmp_path, 100, 90)
    facts = facts_of(tmp_path, f"{many(0, 6)}\n\n![A](a.svg){{.page}}\n:   A caption.\n\n{many(6, 22)}")
    ((page, *_),) = drawn(facts)
    assert "So ends" not in facts.copied(page)
    for number in range(22):
        assert facts.text.count(f"Entry {number} begins") == 1


def test_text_runs_on_under_a_figure_amid_a_paragraph(tmp_path: Path) -> None:
    drawing(tmp_path, 100, 90)
    facts = facts_of(tmp_path, f"{many(0, 8)}\n\n![A](a.svg)\n:   A caption.\n\n{many(8, 30)}")
    ((page, *_),) = drawn(facts)
    assert page in (0, 1)
    places = [facts.text.index(f"Entry {number} begins") for number in range(30)]
    assert places == sorted(places)


@pytest.mark.parametrize("theme", THEMES)
def test_figures_stand_after_their_mention_and_are_read_in_the_order_of_typing(
    tmp_path: Path, theme: str
) -> None:
    drawing(tmp_path, 100, 80)
    blocks = []
    for number in range(6):
        blocks += [
            many(4 * number, 4 * number + 3),
            f"As [](#fig-{number}) shows, it is so. {paragraph(90 + number)}",
        ]
        blocks.append(f"![A](a.svg){{#fig-{number}}}\n:   Caption {number}.")
    facts = facts_of(tmp_path, "\n\n".join([*blocks, many(30, 38)]), theme=theme)
    pages = [facts.copied(page) for page in range(len(facts))]
    for number in range(6):
        mention = next(n for n, text in enumerate(pages) if f"Entry {90 + number} begins" in text)
        caption = next(n for n, text in enumerate(pages) if f"Caption {number}." in text)
        assert mention <= caption <= mention + 2
    captions = [facts.text.index(f"Caption {number}.") for number in range(6)]
    assert captions == sorted(captions)


@pytest.mark.parametrize("before", [8, 10, *further(9, 11)])
def test_no_heading_is_left_alone_before_a_figure_that_moves(tmp_path: Path, before: int) -> None:
    drawing(tmp_path, 100, 60)
    body = f"{many(0, before)}\n\n## A Heading\n\n![A](a.svg){{.wide}}\n:   A caption.\n\n{many(20, 32)}"
    facts = facts_of(tmp_path, body)
    page = next(n for n in range(len(facts)) if "A Heading" in facts.copied(n))
    assert "Entry 20 begins" in facts.copied(page)


@pytest.mark.parametrize("theme", THEMES)
def test_a_paragraph_after_a_figure_that_moved_away_begins_like_others(tmp_path: Path, theme: str) -> None:
    drawing(tmp_path, 100, 60)
    facts = facts_of(tmp_path, f"{many(0, 7)}\n\n![A](a.svg){{.top}}\n\n{many(7, 22)}", theme=theme)
    firsts = [line for page in range(len(facts)) for line in facts.on(page) if line.text.startswith("Entry ")]
    after = next(line for line in firsts if line.text.startswith("Entry 7 "))
    others = [line.left for line in firsts if line is not after and abs(line.left - after.left) < 30]
    assert min(abs(left - after.left) for left in others) < 0.5
    assert any(abs(left - after.left) < 0.5 for left in others[1:])


@pytest.mark.parametrize(("theme", "but"), [("policy-note", ["picture.shrunk"]), ("report", [])])
def test_a_tower_across_that_the_last_page_mentions_leaves_no_page_half_empty(
    tmp_path: Path, theme: str, but: list[str]
) -> None:
    drawing(tmp_path, 100, 240)
    ending = "As [](#fig-tower) shows, it is so.\n\n![A](a.svg){#fig-tower .wide}\n:   A caption."
    body = f"{many(0, 26)}\n\n{ending}\n\n{paragraph(26)}"
    facts = facts_of(tmp_path, body, theme=theme, but=but)
    ((page, _, top, _, bottom),) = drawn(facts)
    assert "it is so" in facts.copied(page)
    assert bottom - top < 0.85 * (FOOT[theme] - TOP[theme])


@pytest.mark.parametrize(("theme", "place"), combined(THEMES, EDGES))
def test_a_picture_runs_off_the_edge_of_the_page_that_it_was_given(
    tmp_path: Path, theme: str, place: str
) -> None:
    edge, height = EDGES[place]
    drawing(tmp_path, 210, height)
    body = f"{many(0, 9)}\n\n![A](a.svg){{.bleed {place}}}\n:   A caption.\n\n{many(9, 30)}"
    facts = facts_of(tmp_path, body, theme=theme)
    ((page, left, top, right, bottom),) = drawn(facts)
    assert (left, right) == pytest.approx((0, PAGE_WIDTH), abs=1)
    assert (bottom if edge else top) == pytest.approx(edge, abs=1)
    (caption,) = [line for line in facts.on(page) if "A caption." in line.text]
    assert caption.baseline < top if edge else caption.baseline > bottom
    # The running title, or the folio, gives way.
    heads = [line for line in facts.on(page) if line.baseline < TOP[theme] - 20]
    feet = [line for line in facts.on(page) if line.baseline > FOOT[theme] + 10]
    assert (bool(heads), bool(feet)) == ((True, False) if edge else (False, True))


def test_a_text_too_short_for_it_keeps_its_picture_within_the_page(tmp_path: Path) -> None:
    drawing(tmp_path, 210, 110)
    facts = facts_of(tmp_path, f"{many(0, 13)}\n\n![A](a.svg){{.bleed .bottom}}\n:   A caption.\n\nThe end.")
    ((page, _, top, _, bottom),) = drawn(facts)
    assert top < bottom < PAGE_HEIGHT - 60
    assert any(line.baseline > FOOT["isdp"] + 10 for line in facts.on(page))


def test_figures_that_wait_behind_a_wide_table_stand_within_the_page_below_it(tmp_path: Path) -> None:
    drawing(tmp_path, 100, 50)
    names = [f"A measure {number}" for number in range(6)]
    rows = [[f"{row * number} harbours" for number in range(6)] for row in range(19)]
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in (names, ["-"] * 6, *rows))
    figures = (f"![A](a.svg){{#fig-{name}}}\n:   A caption." for name in ("a .wide", "b"))
    body = "\n\n".join(
        (
            many(0, 14), "As [](#fig-a) has it.", next(figures), paragraph(40), next(figures),
            paragraph(50, 3), f"{table}\n\nTable: Letters. {{.wide #tab-1}}", many(60, 62),
        )
    )  # fmt: skip
    facts = facts_of(tmp_path, body)
    assert all(bottom < FOOT["isdp"] + 5 for *_, bottom in drawn(facts))
    lowest = max(line.baseline for line in facts.lines if line.text.startswith("Figure "))
    assert lowest < FOOT["isdp"] + 5


@pytest.mark.parametrize("lines", [40, *further(42)])
def test_a_column_that_headings_leave_early_has_a_level_one_beside_it_without_figures(
    tmp_path: Path, lines: int
) -> None:
    before, after = (
        "\n\n".join(f"{name} {n} has {thing}." for n in range(count))
        for name, thing, count in (("Quay", "water", lines), ("Ship", "sails", 150))
    )
    heading = "A heading that is long enough for more lines than one of a column"
    facts = facts_of(
        tmp_path, f"{before}\n\n## {heading}\n\n### And another: {heading}\n\n{paragraph(50, 3)}\n\n{after}"
    )
    assert len(facts) > 1
    text = [line for line in facts.on(0) if line.left > 150 and line.baseline < FOOT["isdp"]]
    left, right = (
        max(line.baseline for line in text if (line.left > 350) == is_right) for is_right in (False, True)
    )
    assert abs(left - right) < 13


def test_a_table_without_a_number_may_stand_before_one_that_has_its_own(tmp_path: Path) -> None:
    wide = "| A | B |\n| - | - |\n| a | b |\n\nTable: Letters. {.wide}"
    rows = "\n".join(f"| Quay {n} | {n} |" for n in range(16))
    body = f"{many(0, 9)}\n\n{wide}\n\n{many(9, 11)}\n\n| Quay | Ships |\n| - | - |\n{rows}\n\n{many(11, 14)}"
    facts = facts_of(tmp_path, body)
    page = {
        word: next(line.page for line in facts.lines if word in line.text) for word in ("Letters", "Quay 15")
    }
    assert page["Letters"] == page["Quay 15"]


@pytest.mark.parametrize("rows", [20, 24])
def test_columns_with_a_table_where_it_is_typed_end_level(tmp_path: Path, rows: int) -> None:
    quays = "\n".join(f"| Quay {n} | {n}.5 |" for n in range(rows))
    table = f"| Quay | Ships |\n| - | - |\n{quays}\n\nTable: Ships. {{.here}}"
    before, after = (
        "\n\n".join(f"{name} {n} has {thing}." for n in range(count))
        for name, thing, count in (("Pier", "water", 4), ("Ship", "sails", 60 - rows))
    )
    facts = facts_of(tmp_path, f"{before}\n\n{table}\n\n{after}", abstract=None)
    ships = [line for line in facts.on(0) if "sails" in line.text]
    left, right = (
        max(line.baseline for line in ships if (line.left > 300) == is_right) for is_right in (False, True)
    )
    assert abs(left - right) < 13
