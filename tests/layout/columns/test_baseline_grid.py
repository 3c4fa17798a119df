"""Heights on the grid, measured on laid-out boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from issuebrief.engine.pages import LayoutInput
from issuebrief.layout.engine import lay_out
from issuebrief.layout.styles.custom_properties import length

if TYPE_CHECKING:
    from pathlib import Path

STYLE = """
:root { --grid: 12pt }
@page { size: 200pt 400pt; margin: 20pt }
html { font: 8pt/9pt serif }
body, p, div { margin: 0 }
.snapped { --snap: grid }
"""


def tops(tmp_path: Path, body: str, style: str = STYLE) -> dict[str, float]:
    """The top of each element with an id, in pt from the first line of the page."""
    sheet = tmp_path / "style.css"
    sheet.write_text(style)
    pages, problems = lay_out(
        LayoutInput(f"<html lang=en><body>{body}", tmp_path / "brief.md", (sheet,), (tmp_path,))
    )
    assert pages and not problems
    found: dict[str, float] = {}
    for page in pages.document.pages:
        for box in page._page_box.descendants():
            if box.element is not None and box.element.get("id"):
                found.setdefault(box.element.get("id"), box.position_y * 0.75 - 20)
    return found


def test_what_follows_a_snapped_block_is_on_the_grid(tmp_path: Path) -> None:
    assert tops(tmp_path, "<div class=snapped>one</div><p id=next>two")["next"] == pytest.approx(12)


def test_without_it_the_block_is_as_tall_as_its_lines(tmp_path: Path) -> None:
    assert tops(tmp_path, "<div>one</div><p id=next>two")["next"] == pytest.approx(9)


def test_a_height_that_is_on_the_grid_already_stays(tmp_path: Path) -> None:
    body = "<div class=snapped>1<br>2<br>3<br>4</div><p id=next>two"
    assert tops(tmp_path, body)["next"] == pytest.approx(36)


def test_blocks_inside_a_snapped_block_are_not_snapped_themselves(tmp_path: Path) -> None:
    body = "<div class=snapped><p>a</p><p id=inner>b</p></div><p id=next>c"
    assert tops(tmp_path, body) == {"inner": pytest.approx(9), "next": pytest.approx(24)}


def test_the_white_below_a_table_gives_what_its_rules_take(tmp_path: Path) -> None:
    style = STYLE + (
        "figure { --snap: grid; margin: 0 0 12pt } table { border-top: 2pt solid; border-spacing: 0 }"
        "td { padding: 0; line-height: 12pt }"
    )
    table = "<table><tr><td>1<tr><td>2</table>"
    assert tops(tmp_path, f"<figure>{table}</figure><p id=next>two", style)["next"] == pytest.approx(36)
    caption = "<figcaption style='line-height: 12pt'>text</figcaption>"
    lower = tops(tmp_path, f"<figure>{table}{caption}</figure><p id=next>two", style)["next"]
    assert lower == pytest.approx(60)


@pytest.mark.parametrize(("lines", "top"), [(28, 28 * 12), (29, 0)])
def test_the_rule_of_a_table_hangs_below_the_last_line_of_a_page(
    tmp_path: Path, lines: int, top: float
) -> None:
    style = STYLE + (
        "p { line-height: 12pt } figure { --snap: grid; margin: 0 0 12pt; break-inside: avoid }"
        "table { border-top: 2pt solid; border-spacing: 0 } td { padding: 0; line-height: 12pt }"
    )
    body = "<p>text</p>" * lines + "<figure id=table><table><tr><td>1<tr><td>2</table></figure><p>more"
    assert tops(tmp_path, body, style)["table"] == pytest.approx(top)


@pytest.mark.parametrize(
    ("value", "px"), [("12pt", 16), ("25.4mm", 96), ("10px", 10), ("1in", 96), ("2.54cm", 96)]
)
def test_lengths_of_every_unit_are_understood(value: str, px: float) -> None:
    style: Any = {"__grid": [Token(value)]}
    assert length(style, "__grid") == pytest.approx(px)


def test_a_word_is_no_length() -> None:
    style: Any = {"__grid": [Token("wide")]}
    with pytest.raises(ValueError, match="--grid must be a length"):
        length(style, "__grid")


class Token:
    """A token as tinycss2 has them."""

    def __init__(self, text: str) -> None:
        self.text = text

    def serialize(self) -> str:
        return self.text
