"""What is remembered between two layouts of the same lines changes nothing but the time."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block, inline

from issuebrief.engine.pages import LayoutInput
from issuebrief.layout import engine
from issuebrief.layout.engine import lay_out
from issuebrief.layout.paragraphs import layout_memo

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

STYLE = """
:root { --grid: 10pt }
@page { size: 300pt 200pt; margin: 20pt }
html { font: 8pt/10pt serif; hyphens: auto; text-align: justify }
body, p, h2, aside { margin: 0 }
main { margin-left: 80pt; columns: 2; column-gap: 10pt }
aside { position: absolute; top: 0; left: 0; width: 70pt }
"""
WORDS = (
    "considerable extraordinary typesetting of several hyphenated words in columns, <i>with</i> emphasis; "
)
BODY = "".join(
    f'<p><span id="p{n}"></span>{WORDS * 6}</p><aside class="pull-quote" data-passage="p{n}">quote</aside>'
    for n in range(9)
)


def layout_input_for(tmp_path: Path, body: str = BODY) -> LayoutInput:
    style = tmp_path / "style.css"
    style.write_text(STYLE)
    html = f"<html lang=en><body><p>A title.</p><main>{body}</main><p>The end."
    return LayoutInput(html, tmp_path / "brief.md", (style,), (tmp_path,))


def texts(tmp_path: Path, body: str = "") -> list[tuple[int, float, float, str]]:
    """Every piece of text with its page and place."""
    pages, problems = lay_out(layout_input_for(tmp_path, body or BODY))
    assert pages and not problems
    return [
        (number, round(box.position_x, 3), round(box.position_y, 3), box.text)
        for number, page in enumerate(pages.document.pages)
        for box in page._page_box.descendants(placeholders=True)
        if isinstance(box, boxes.TextBox)
    ]


def test_every_word_stands_where_it_would_stand_without_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered = texts(tmp_path)
    monkeypatch.setattr(engine, "remembered_lines", nullcontext)
    monkeypatch.setattr(engine, "remembered_columns", nullcontext)
    assert remembered == texts(tmp_path)
    assert max(page for page, *_ in remembered) >= 2


def test_columns_and_lines_are_laid_out_less_often(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = {"columns": 0, "lines": 0}
    plain_columns, plain_lines = block.block_box_layout, inline.split_first_line

    def columns(context: Any, box: Any, *rest: Any, **options: Any) -> Any:
        counts["columns"] += bool(box.is_column)
        return plain_columns(context, box, *rest, **options)

    def lines(*arguments: Any, **options: Any) -> Any:
        counts["lines"] += 1
        return plain_lines(*arguments, **options)

    monkeypatch.setattr(block, "block_box_layout", columns)
    monkeypatch.setattr(inline, "split_first_line", lines)
    texts(tmp_path)
    with_memory = dict(counts)
    counts.update(columns=0, lines=0)
    monkeypatch.setattr(engine, "remembered_lines", nullcontext)
    monkeypatch.setattr(engine, "remembered_columns", nullcontext)
    texts(tmp_path)
    assert with_memory["columns"] < counts["columns"]
    assert with_memory["lines"] < 0.7 * counts["lines"]


def test_of_a_long_word_only_what_a_line_can_hold_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters = 0
    plain_lines = inline.split_first_line

    def lines(text: str, *arguments: Any, **options: Any) -> Any:
        nonlocal letters
        letters += len(text)
        return plain_lines(text, *arguments, **options)

    data = ",".join(str(n) for n in range(2000))
    code = f'<pre style="white-space: pre-wrap; overflow-wrap: anywhere; hyphens: none">{data}</pre>'
    monkeypatch.setattr(inline, "split_first_line", lines)
    ahead, looked_at = texts(tmp_path, code), letters
    monkeypatch.setattr(layout_memo, "_split_ahead", lambda *_: None)
    letters = 0
    assert ahead == texts(tmp_path, code)
    assert looked_at < letters / 5


def test_what_was_put_in_place_is_taken_out_again(tmp_path: Path) -> None:
    before = (
        block.block_box_layout,
        block.block_level_layout,
        block.block_container_layout,
        inline.split_first_line,
    )
    lay_out(layout_input_for(tmp_path))
    assert before == (
        block.block_box_layout,
        block.block_level_layout,
        block.block_container_layout,
        inline.split_first_line,
    )
