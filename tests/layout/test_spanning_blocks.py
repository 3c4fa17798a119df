"""Blocks across the columns, the sidebar and the page, measured on the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from examples import combined
from PIL import ImageChops
from setting import facts_of, paragraph, set_text
from validators import A_2A, UA_1, page_validation, spoken_aloud

if TYPE_CHECKING:
    from pathlib import Path

    from pdf_facts import Facts

MM = 72 / 25.4
SCALE = 4.0
PIXEL = 2 / SCALE
PAGE = 210 * MM
EDGES = {"isdp": (14 * MM, 196 * MM), "policy-note": (20 * MM, 190 * MM), "report": (18 * MM, 192 * MM)}
"""From where to where sidebar and columns go together, in pt, by theme."""
TEXT = {"isdp": 58 * MM, "policy-note": 20 * MM, "report": 70 * MM}
"""Where the text begins."""
QUOTED = "[The ferry waits for nobody who is late by more than a minute or two.]{.pull-quote} "


def drawing(folder: Path, width: int = 800, height: int = 200) -> None:
    """A green drawing, as `a.svg`."""
    folder.mkdir(parents=True, exist_ok=True)
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    shown = f'<path d="M0 0h{width}v{height}H0z" fill="#0f0"/>'
    (folder / "a.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{shown}</svg>')


def green(facts: Facts) -> list[tuple[int, float, float, float, float]]:
    """Page, from 0, left, top, right and bottom of what is green on each page, in pt."""
    found: list[tuple[int, float, float, float, float]] = []
    for page in range(len(facts)):
        red, middle, blue = facts.coloured(page, SCALE).split()
        alone = ImageChops.subtract(middle, ImageChops.lighter(red, blue))
        if box := alone.point(lambda value: 255 if value > 200 else 0).getbbox():
            left, top, right, bottom = (side / SCALE for side in box)
            found.append((page, left, top, right, bottom))
    return found


def text_around(block: str, before: int = 2, after: int = 4) -> str:
    """A block amid paragraphs, those right before and after it with pull-quotes."""
    paragraphs = [*map(paragraph, range(before)), QUOTED + paragraph(before)]
    following = ["[Salt gets into everything on this coast, sooner or later.]{.pull-quote} " + paragraph(90)]
    return "\n\n".join([*paragraphs, block, *following, *map(paragraph, range(50, 50 + after))])


@pytest.mark.parametrize(("theme", "before"), combined(EDGES, (0, 2, 7)))
def test_a_full_picture_goes_across_sidebar_and_columns(tmp_path: Path, theme: str, before: int) -> None:
    drawing(tmp_path)
    body = text_around("![Bars](a.svg){.full}\n:   A caption.", before)
    ((_, left, _, right, _),) = green(facts_of(tmp_path, body, theme=theme))
    assert (left, right) == pytest.approx(EDGES[theme], abs=PIXEL)


@pytest.mark.parametrize(("theme", "before"), combined(EDGES, (0, 2, 7)))
def test_a_bled_picture_reaches_both_edges_and_its_caption_keeps_to_the_text(
    tmp_path: Path, theme: str, before: int
) -> None:
    drawing(tmp_path)
    body = text_around("![Bars](a.svg){.bleed}\n:   Unmistakable caption.", before)
    facts = facts_of(tmp_path, body, theme=theme)
    ((page, left, _, right, _),) = green(facts)
    assert (left, right) == pytest.approx((0, PAGE), abs=PIXEL)
    (caption,) = [line for line in facts.on(page) if "Unmistakable caption." in line.text]
    assert caption.left == pytest.approx(TEXT[theme], abs=1)


@pytest.mark.parametrize(("theme", "span"), combined(EDGES, ("full", "bleed")))
def test_pull_quotes_keep_clear_of_what_takes_their_place(tmp_path: Path, theme: str, span: str) -> None:
    drawing(tmp_path)
    outcome, _ = set_text(tmp_path, text_around(f"![Bars](a.svg){{.{span}}}\n:   Its caption."), theme=theme)
    assert outcome.problems == ()


WORDS = (
    "::: note {.full}\nWords in a box.\n:::",
    "| A | B |\n| - | - |\n| a | b |\n\nTable: Letters. {.full}",
    "> He said so, and said it again when he was asked.\n{: .full}",
    "::: {.full}\n> He said so.\n:::",
)


@pytest.mark.parametrize(("theme", "block"), combined(EDGES, WORDS))
def test_words_go_across_sidebar_and_columns_too(tmp_path: Path, theme: str, block: str) -> None:
    facts_of(tmp_path, text_around(block), theme=theme)


@pytest.mark.parametrize("theme", EDGES)
def test_the_file_keeps_its_standards_with_all_spans_in_it(tmp_path: Path, theme: str) -> None:
    drawing(tmp_path)
    blocks = [f"![Bars](a.svg){{.{span}}}\n:   A caption." for span in ("wide", "full", "bleed")]
    outcome, pdf = set_text(tmp_path, text_around("\n\n".join(blocks)), theme=theme)
    assert outcome.problems == ()
    assert [*page_validation(pdf, UA_1), *page_validation(pdf, A_2A), *spoken_aloud(pdf)] == []


def test_nothing_after_a_block_that_fits_no_more_is_lost(tmp_path: Path) -> None:
    # The text between the second and the third picture is as high as what is left of the page.
    drawing(tmp_path)
    blocks = [f"![Bars](a.svg){{.{span}}}\n:   A caption." for span in ("wide", "full", "bleed")]
    facts = facts_of(tmp_path, text_around("\n\n".join(blocks)), theme="isdp")
    assert len(green(facts)) >= 2
    assert "So ends entry 53." in facts.text
