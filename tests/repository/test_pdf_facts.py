"""The measure is right: facts that are known beforehand are read, and faults that were put in are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pdf_facts import Facts, out_of_order, outside, overprinted, spoken, squeezed
from setting import ROOT
from weasyprint import HTML

if TYPE_CHECKING:
    from pathlib import Path

FONT = (ROOT / "styles" / "fonts" / "source-serif" / "SourceSerif4-Regular.otf").as_uri()
STYLE = (
    f'@font-face {{ font-family: "Own"; src: url({FONT}) }}'
    "@page { size: 300pt 200pt; margin: 20pt } body, p { margin: 0 } html { font: 10pt/12pt Own }"
)


def facts_of(folder: Path, body: str) -> Facts:
    path = folder / "out.pdf"
    html = f'<html lang="en"><head><title>T</title><style>{STYLE}</style></head><body>{body}</body></html>'
    HTML(string=html).write_pdf(path, pdf_tags=True)
    return Facts(path)


def test_lines_have_their_places_and_sizes(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, "<p>First line<br>Second <b>one</b></p>")
    first, second = facts.lines
    assert (first.text, second.text) == ("First line", "Second one")
    assert second.baseline - first.baseline == pytest.approx(12, abs=0.01)
    assert first.x == pytest.approx(20, abs=0.01) and first.size == 10
    assert facts.size == pytest.approx((300, 200), abs=0.01)


def test_columns_on_one_baseline_are_two_lines(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, '<div style="columns: 2; column-gap: 20pt"><p>Left<p>Right</div>')
    assert [line.text for line in facts.lines] == ["Left", "Right"]


def test_letters_on_top_of_each_other_are_found(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, '<p>Some words here</p><p style="margin-top: -12pt">Others over them</p>')
    assert overprinted(facts.letters[0])


def test_lines_that_stand_close_are_not_overprinted(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, '<p style="line-height: 8pt">Typography<br>Typography<br>Typography</p>')
    assert overprinted(facts.letters[0]) == []


@pytest.mark.parametrize("style", ["margin-left: -30pt", "margin-left: 255pt", "margin-top: -28pt"])
def test_letters_that_leave_the_page_are_found(tmp_path: Path, style: str) -> None:
    assert outside(facts_of(tmp_path, f'<p style="{style}; white-space: nowrap">Words</p>'))


def test_what_is_missing_or_out_of_order_is_found(tmp_path: Path) -> None:
    text = spoken(facts_of(tmp_path, "<p>One thing.</p><p>Another thing.</p>").reading)
    assert text == squeezed("One thing. Another thing.")
    assert out_of_order(text, ["One thing.", "Another thing."]) == []
    assert out_of_order(text, ["Another thing.", "One thing."]) == ["One thing."]
    assert out_of_order(text, ["A third thing."]) == ["A third thing."]


def test_links_have_their_boxes_and_targets(tmp_path: Path) -> None:
    body = '<p><a href="#end">down</a> <a href="https://example.org/">out</a></p><p id="end">End</p>'
    inner, outer = facts_of(tmp_path, body).links
    assert inner.target and (inner.target.name, inner.target.page) == ("end", 0)
    assert inner.target.top == pytest.approx(32, abs=0.1)
    assert outer.address == "https://example.org/"
    assert outer.box[1] == pytest.approx(20, abs=1) and outer.box[0] > inner.box[2]


def test_structure_is_read_with_its_alternative_texts(tmp_path: Path) -> None:
    picture = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    facts = facts_of(tmp_path, f'<h1>Head</h1><p>Text</p><img src="{picture}" alt="A square">')
    assert [(node.tag, node.text) for node in facts.reading.walk() if node.tag in ("H1", "P")] == [
        ("H1", "Head"),
        ("P", "Text"),
    ]
    assert [node.alt for node in facts.reading.walk() if node.tag == "Figure"] == ["A square"]
    assert [(mark.level, mark.title) for mark in facts.bookmarks] == [(1, "Head")]


def test_faces_are_told_apart(tmp_path: Path) -> None:
    (face,) = facts_of(tmp_path, "<p>Text</p>").faces
    assert face.embedded and face.subset and face.readable
    assert face.name.endswith("+Own")
