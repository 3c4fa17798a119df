"""What Pango keeps of a layout goes with the layout."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from small_pages import small_pages
from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import Layout, line_size

from issuebrief.engine.pango_leak_fix import attributes_given_back

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

STATE = Path("/proc/self/statm")
MIB = 1 << 20
MANY = 10_000
TEXT = "the quick brown fox jumps over the lazy dog, and then over all the others"
FIGURES = "p { font-variant-numeric: oldstyle-nums; text-align: justify }"


def taken() -> int:
    """The bytes of memory that this process takes."""
    gc.collect()
    return int(STATE.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def style_of(folder: Path) -> Any:
    (page,) = small_pages(folder, f"<p>{TEXT}", FIGURES).document.pages
    return next(box for box in page._page_box.descendants() if isinstance(box, boxes.TextBox)).style


def width(style: Any, spacing: float) -> float:
    layout = Layout(style, spacing)
    layout.set_text(TEXT, justify=True)
    wide: float = line_size(layout.get_first_line()[0], style)[0]
    return wide


def growth(style: Any, block: AbstractContextManager[None]) -> int:
    with block:
        for _ in range(200):
            width(style, 0.5)
        before = taken()
        for _ in range(MANY):
            width(style, 0.5)
        return taken() - before


@pytest.mark.skipif(not STATE.exists(), reason="this system has no /proc to read memory from")
def test_ten_thousand_justified_lines_leave_nothing_behind(tmp_path: Path) -> None:
    style = style_of(tmp_path)
    assert growth(style, attributes_given_back()) < MIB


def test_lines_are_as_wide_as_without(tmp_path: Path) -> None:
    style = style_of(tmp_path)
    plain = [width(style, spacing) for spacing in (0.0, 0.5, -0.2)]
    with attributes_given_back():
        assert [width(style, spacing) for spacing in (0.0, 0.5, -0.2)] == plain
    assert len(set(plain)) == 3
    assert [width(style, spacing) for spacing in (0.0, 0.5, -0.2)] == plain, "nor do later ones differ"


def test_a_layout_from_before_can_be_used_within_and_after(tmp_path: Path) -> None:
    style = style_of(tmp_path)
    before = Layout(style, 0.5)
    with attributes_given_back():
        within = Layout(style, 0.5)
        for layout in (before, within):
            layout.set_text(TEXT, justify=True)
    for layout in (before, within):
        layout.set_text(TEXT[:20], justify=True)
        assert layout.get_first_line()[0].length == 20
