"""Cells that are remembered stand where they would stand otherwise, and are laid out once."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import pytest
from examples import further
from revisions import assert_same, layout_input_for
from setting import job, paragraph, write_brief
from weasyprint.formatting_structure import boxes
from weasyprint.layout import block, layout_document

from issuebrief.layout import engine

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.engine.pages import LayoutInput, Pages

ROWS, COLUMNS = 60, 6


def cell(row: int, column: int) -> str:
    """A number, a few words, a link or several lines."""
    if column == 0:
        return f"[Row {row}](https://example.org/{row})"
    return f"*{row * 37 % 1000}*" if column % 2 else " ".join(paragraph(row, 1).split()[: 2 + row % 9])


def table() -> str:
    rows = ["| " + " | ".join(cell(row, column) for column in range(COLUMNS)) + " |" for row in range(ROWS)]
    head = "| " + " | ".join(f"Column {column}" for column in range(COLUMNS)) + " |"
    return "\n".join([head, "|---" * COLUMNS + "|", *rows])


def layout_input(folder: Path, theme: str) -> LayoutInput:
    return layout_input_for(
        job(write_brief(folder, f"{paragraph(1)}\n\n{table()}\n\n{paragraph(2)}", theme=theme))
    )


def laid_out(layout_input: LayoutInput) -> Pages:
    pages, problems = engine.lay_out(layout_input)
    assert pages is not None
    assert not problems
    return pages


@pytest.mark.parametrize("theme", ["isdp", *further("policy-note")])
def test_a_table_on_several_pages_is_the_same(
    theme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered = laid_out(layout_input(tmp_path, theme))
    assert len(remembered) > 2
    monkeypatch.setattr(engine, "remembered_cells", nullcontext)
    assert_same(remembered, laid_out(layout_input(tmp_path, theme)))


def test_each_cell_is_laid_out_about_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, cells = block.block_container_layout, list[Any]()

    def counted(context: Any, box: Any, *arguments: Any, **options: Any) -> Any:
        if isinstance(box, boxes.TableCellBox):
            cells.append(box)
        return plain(context, box, *arguments, **options)

    monkeypatch.setattr(block, "block_container_layout", counted)
    layouts = []

    def layout_counted(*given: Any) -> Any:
        layouts.append(1)
        return layout_document(*given)

    monkeypatch.setattr(engine, "layout_document", layout_counted)
    laid_out(layout_input(tmp_path, "isdp"))
    assert ROWS * COLUMNS < len(cells) < 1.5 * ROWS * COLUMNS * len(layouts)
