"""The theme `report`: a cover of its own, one column, and a wide margin."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from pdf_facts import MM
from setting import ROOT, facts_of, paragraph

if TYPE_CHECKING:
    from pathlib import Path

    from pdf_facts import Facts

GRID = 14.0
FRONT = {
    "theme": "report",
    "subtitle": "What the ferry knows",
    "abstract": paragraph(900),
    "key_points": ["The ferry is early.", "The tide is late."],
    "keywords": ["ferries"],
}
COVER = {"image": "harbour.svg", "alt": "A harbour", "credit": "Drawing: a pilot"}


def report(folder: Path, paragraphs: int = 3, **front: Any) -> Facts:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "docs/sample/harbour.svg", folder)
    return facts_of(folder, "\n\n".join(map(paragraph, range(paragraphs))), **{**FRONT, **front})


@pytest.mark.parametrize("cover", [COVER, None])
def test_the_cover_is_a_page_of_its_own(tmp_path: Path, cover: dict[str, str] | None) -> None:
    facts = report(tmp_path, cover=cover)
    assert "Notes on a Crossing" in facts.copied(0)
    assert "Entry" not in facts.copied(0)
    assert "Entry 900 begins" in facts.copied(1)
    assert "The tide is late." in facts.copied(1)


def test_a_cover_has_no_folio_and_the_page_after_it_is_the_second(tmp_path: Path) -> None:
    facts = report(tmp_path)
    assert [line.text for line in facts.on(0) if line.baseline > 780] == []
    assert [line.text for line in facts.on(1) if line.baseline > 780] == ["2"]


def test_the_ground_of_the_cover_reaches_all_edges(tmp_path: Path) -> None:
    picture = report(tmp_path).picture(0, 1.0)
    width, height = picture.size
    corners = [(1, 1), (width - 2, 1), (1, height - 2), (width - 2, height - 2)]
    assert max(picture.getpixel(corner) for corner in corners) < 64


def test_the_picture_of_the_cover_keeps_clear_of_the_longest_titles(tmp_path: Path) -> None:
    title = ("Considerations on the Navigation of Narrow Waters " * 6)[:249] + "x"
    assert len(report(tmp_path, cover=COVER, title=title, subtitle="What the ferry knows " * 6)) > 1


def test_a_figure_at_the_foot_has_its_caption_in_the_margin(tmp_path: Path) -> None:
    shutil.copy(ROOT / "docs/sample/harbour.svg", tmp_path)
    body = f"{paragraph(1)}\n\n![A](harbour.svg){{.bottom}}\n:   A caption.\n\n{paragraph(2)}"
    facts = facts_of(tmp_path, body, theme="report")
    caption = next(line for line in facts.on(1) if "A caption." in line.text)
    assert caption.right < 62 * MM + 1


def test_a_quotation_keeps_clear_of_the_rule_over_a_heading(tmp_path: Path) -> None:
    marked = "[The tide is late, and nobody on the whole quay knows it yet or would say so.]{.pull-quote}"
    for sentences in range(1, 7):
        body = f"{paragraph(1, sentences)} {marked}\n\n## On the Quay\n\n{paragraph(2)}\n\n{paragraph(3)}"
        facts = facts_of(tmp_path / str(sentences), body, theme="report")
        heading = next(line for line in facts.on(1) if line.text == "On the Quay")
        quote = [line.baseline for line in facts.on(1) if line.x < 62 * MM and line.size > 10]
        rule = heading.baseline - 2 * GRID
        assert heading.left == pytest.approx(70 * MM, abs=1)
        assert len(quote) > 3
        assert max(quote) < rule or min(quote) > heading.baseline + GRID
