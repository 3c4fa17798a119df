"""One size of pull-quotes on a page, and smaller ones where room is short, measured on laid-out boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from issuebrief.engine.pages import LayoutInput
from issuebrief.layout.engine import lay_out
from issuebrief.layout.sidebar.set_again import with_classes

if TYPE_CHECKING:
    from pathlib import Path

TAG = '<aside class="pull-quote" id="{0}">'
STYLE = """
:root { --grid: 10pt }
@page { size: 300pt 240pt; margin: 20pt }
html { font: 8pt/10pt serif }
body, p, aside { margin: 0 }
main { margin-left: 100pt; columns: 2; column-gap: 10pt }
aside { position: absolute; top: 0; left: 0; width: 90pt; font-size: 12pt; line-height: 20pt }
aside.long { font-size: 10pt }
aside.crowded { font-size: 8pt; line-height: 10pt }
.spare-line { height: 10pt }
"""
TEXT = f"<p>{'word ' * 40}</p>"


def quote(number: int, lines: int, also: str = "") -> str:
    names = f'id="q{number}" class="pull-quote {also}" data-passage="p{number}"'
    return (
        f'<p><span id="p{number}">A passage</span> of the text.</p>'
        f"<aside {names}>{'quote<br>' * lines}</aside>"
    )


def sizes(tmp_path: Path, body: str) -> list[tuple[int, float]]:
    """The page of each quote, from 0, and the size it is set in, in pt."""
    sheet = tmp_path / "style.css"
    sheet.write_text(STYLE)
    html = f"<html lang=en><body><main>{body}</main>"
    pages, problems = lay_out(LayoutInput(html, tmp_path / "brief.md", (sheet,), (tmp_path,)))
    assert pages, problems
    found: dict[str, tuple[int, float]] = {}
    for number, page in enumerate(pages.document.pages):
        for box in _boxes(page):
            if box.element_tag == "aside" and box.element.get("id"):
                found[box.element.get("id")] = (number, round(box.style["font_size"] * 0.75, 1))
    return [found[name] for name in sorted(found)]


def _boxes(page: Any) -> list[Any]:
    return list(page._page_box.descendants(placeholders=True))


def test_quotes_that_have_room_keep_their_size(tmp_path: Path) -> None:
    assert sizes(tmp_path, quote(1, 2) + TEXT + quote(2, 2) + TEXT) == [(0, 12), (0, 12)]


def test_all_quotes_of_a_page_take_the_size_of_the_smallest(tmp_path: Path) -> None:
    assert sizes(tmp_path, quote(1, 2) + TEXT + quote(2, 2, "long") + TEXT) == [(0, 10), (0, 10)]


def test_a_page_is_not_made_smaller_for_the_quotes_of_another(tmp_path: Path) -> None:
    body = quote(1, 2) + TEXT * 6 + quote(2, 2, "long") + TEXT
    assert sizes(tmp_path, body) == [(0, 12), (2, 10)]


def test_quotes_step_down_together_before_one_leaves_the_page_of_its_passage(tmp_path: Path) -> None:
    body = quote(1, 4) + TEXT + quote(2, 4) + TEXT + quote(3, 4) + TEXT * 6
    assert sizes(tmp_path, body) == [(0, 8), (0, 8), (0, 8)]


def test_a_short_text_gets_smaller_quotes_rather_than_empty_lines(tmp_path: Path) -> None:
    assert sizes(tmp_path, quote(1, 6) + quote(2, 6)) == [(0, 8), (0, 8)]


def test_a_quote_that_leaves_its_page_all_the_same_is_as_small_as_those_around_it(tmp_path: Path) -> None:
    body = quote(1, 14) + quote(2, 14) + TEXT * 9
    assert sizes(tmp_path, body) == [(0, 8), (1, 8)]


def test_only_the_tags_of_the_quotes_that_are_named_change() -> None:
    html = TAG.format("a") + "Words</aside>" + TAG.format("b") + "</aside>"
    changed = TAG.format("b").replace("pull-quote", "pull-quote long")
    assert with_classes(html, {"b": "long"}) == html.replace(TAG.format("b"), changed)
