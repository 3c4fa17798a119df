"""The lengths of paragraphs are chosen so that columns are full, and no paragraph is spoilt for it."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

import pytest
from composing import SIZE, TEXT, Setting, compose
from weasyprint.formatting_structure import boxes
from weasyprint.layout import block

from issuebrief.layout import engine
from issuebrief.layout.columns.column_blocks import LOOSEST
from issuebrief.layout.columns.column_plan import Plan, split_lines
from issuebrief.layout.floats import patch_columns
from issuebrief.layout.paragraphs.composer import Composer
from issuebrief.pagination.columns import ColumnBlock, Filling

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.layout.paragraphs.break_cache import LineBreaks
    from issuebrief.layout.paragraphs.paragraph import Paragraph

SENTENCES = [said.strip() + "." for said in TEXT.replace(";", ".").split(".") if said.strip()]
STYLE = (
    "@page { size: 560px 376px; margin: 36px 80px 20px } :root { --text-top: 27pt; --text-foot: 267pt } "
    "main { columns: %d; width: %dpx; column-gap: 20px; orphans: 2; widows: 2 } p + p { text-indent: 12px }"
)


def text(folder: Path, columns: int) -> Setting:
    """Forty paragraphs of two to five sentences; a page has twenty lines."""
    said = (
        " ".join(SENTENCES[(7 * start + place) % len(SENTENCES)] for place in range(2 + start % 4))
        for start in range(40)
    )
    body = "".join(f"<p>{paragraph}</p>" for paragraph in said)
    return compose(folder, f"<main>{body}</main>", STYLE % (columns, 210 * columns - 20))


def feet(setting: Setting) -> list[list[float]]:
    """Where the columns of each page end, in px from the top."""
    found = []
    for page in setting.pages.document.pages:
        columns = [box for box in page._page_box.descendants() if getattr(box, "is_column", False)]
        found.append(
            [
                round(max(line.position_y + line.height for line in column.descendants() if is_line(line)), 1)
                for column in columns
            ]
        )
    return found


def is_line(box: Any) -> bool:
    return isinstance(box, boxes.LineBox)


@pytest.mark.parametrize("columns", [1, 2])
def test_every_page_but_the_last_is_full(tmp_path: Path, columns: int) -> None:
    *pages, _ = feet(text(tmp_path, columns))
    assert len(pages) >= 2
    assert pages == [[356.0] * columns] * len(pages)


NOTES = (
    "@page { size: 700px 376px; margin: 36px 40px 20px } :root { --text-top: 27pt; --text-foot: 267pt } "
    "html { text-align: left; orphans: 2; widows: 2 } .before { height: %dpx } "
    "section { columns: 3; column-gap: 16px; font-size: 9px; line-height: 12px } "
    "h2 { column-span: all; margin: 0 0 12px; font-size: 10px; line-height: 16px; break-after: avoid } "
    "ol { list-style: none; margin: 0; padding: 0 } li { padding-left: 12px; text-indent: -12px }"
)


def notes(folder: Path, before: int, count: int = 40) -> Setting:
    """Notes of one to four sentences under a heading, `before` px below the top of the first page."""
    items = (
        "<li>"
        + " ".join(SENTENCES[(5 * start + place) % len(SENTENCES)] for place in range(1 + start * start % 4))
        for start in range(count)
    )
    body = f"<div class=before></div><section><h2>Notes</h2><ol>{''.join(items)}</ol></section>"
    return compose(folder, body, NOTES % before)


@pytest.mark.parametrize("before", [0, 60, 100, 150, 200])
def test_the_columns_of_the_notes_end_level_too(tmp_path: Path, before: int) -> None:
    *pages, last = feet(notes(tmp_path, before))
    assert pages
    assert all(max(columns) - min(columns) < 0.1 for columns in pages)
    assert len(last) == 3 and max(last) - min(last) <= 12.1


@pytest.mark.parametrize("before", [0, 60, 100, 150, 200])
def test_no_note_goes_on_overleaf(tmp_path: Path, before: int) -> None:
    pages = notes(tmp_path, before).pages.document.pages
    on_pages = [
        {box.element for box in page._page_box.descendants() if box.element_tag == "li"} for page in pages
    ]
    assert len(pages) > 1
    assert all(one.isdisjoint(other) for one, other in pairwise(on_pages))


@pytest.mark.parametrize("count", range(2, 14))
def test_a_few_notes_are_balanced_within_a_line(tmp_path: Path, count: int) -> None:
    (last,) = feet(notes(tmp_path, 0, count))
    assert len(last) == 3 and max(last) - min(last) <= 12.1


@pytest.mark.parametrize("count", range(4, 14))
def test_a_note_of_one_line_is_not_broken_to_level_the_columns(tmp_path: Path, count: int) -> None:
    said = [f"Roe, The Harbour, p. {number}." for number in range(count)]
    items = "".join(f"<li>{words}</li>" for words in said)
    setting = compose(tmp_path, f"<section><h2>Notes</h2><ol>{items}</ol></section>", NOTES % 0)
    assert setting.texts == ["Notes", *said]


def fillings(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often a column of the notes is filled anew while they are laid out."""
    count = 0
    plain = block.block_box_layout

    def counted(context: Any, box: Any, *rest: Any, **options: Any) -> Any:
        nonlocal count
        count += box.is_column
        return plain(context, box, *rest, **options)

    with monkeypatch.context() as patch:
        patch.setattr(block, "block_box_layout", counted)
        notes(folder, 0, 23)
    return count


def test_the_height_of_the_last_columns_is_known_and_not_searched_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = fillings(tmp_path, monkeypatch)
    monkeypatch.setattr(patch_columns, "plan_columns", lambda *_: Plan(-1, 0.0))
    assert known < fillings(tmp_path, monkeypatch)


def test_columns_that_do_not_end_where_they_were_planned_to_are_balanced_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patch_columns, "plan_columns", lambda *_: Plan(0, 24.0))
    (last,) = feet(notes(tmp_path, 0, 13))
    assert len(last) == 3 and max(last) - min(last) <= 24.1


@pytest.mark.parametrize("before", range(240, 310, 10))
def test_a_heading_of_notes_has_two_lines_of_them_under_it(tmp_path: Path, before: int) -> None:
    first = notes(tmp_path, before).pages.document.pages[0]._page_box
    said = [box.text for box in first.descendants() if isinstance(box, boxes.TextBox)]
    assert ("Notes" in said) == (before + 28 + 24 <= 320)
    assert "Notes" not in said or len(said) >= 1 + 3 * 2


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[Paragraph]:
    """The paragraphs that are composed while a test runs."""
    found: list[Paragraph] = []

    class Keeping(Composer):
        def paragraph(self, context: Any, linebox: Any, containing_block: Any) -> Paragraph | None:
            paragraph = super().paragraph(context, linebox, containing_block)
            if paragraph is not None and all(paragraph is not other for other in found):
                found.append(paragraph)
            return paragraph

    monkeypatch.setattr(engine, "Composer", Keeping)
    return found


def faults(paragraph: Paragraph, line_breaks: LineBreaks) -> set[str]:
    """What is wrong with a way to break a paragraph."""
    text, places = paragraph.run.text, paragraph.run.places
    hyphens = [cut.hyphen or text[cut.offset - 1] == "-" for cut in line_breaks.cuts[:-1]]
    found = {"ladder" for hyphened, run in groupby(hyphens) if hyphened and len(list(run)) > 2}
    begin, end = line_breaks.cuts[-2].offset, line_breaks.cuts[-1].offset
    if places[end] - places[begin] < 1.5 * SIZE:
        found.add("runt")
    if hyphens[-1] and " " not in text[begin:end].strip():
        found.add("rest of a word")
    return found


def test_another_length_has_no_fault_that_the_best_has_not(tmp_path: Path, kept: list[Paragraph]) -> None:
    for width in range(120, 420, 6):
        compose(tmp_path, f"<p>{TEXT}</p>", f"p {{ width: {width}px }}")
    others = 0
    for paragraph in kept:
        best = paragraph.line_breaks
        for line_breaks in paragraph.alternatives(LOOSEST).values():
            assert faults(paragraph, line_breaks) <= faults(paragraph, best)
            assert line_breaks.loosest <= max(LOOSEST, best.loosest)
            others += line_breaks is not best
    assert others >= 8


def test_the_lines_that_end_a_column_amid_a_block_are_told() -> None:
    blocks = [ColumnBlock(((4, 0.0),)), ColumnBlock(((7, 0.0),), above=1), ColumnBlock(((3, 0.0),))]
    assert split_lines(blocks, Filling((4, 7, 3), 0.0, (8, 6, 1))) == [(1, 2), (2, 1)]


def test_columns_that_end_between_blocks_have_none() -> None:
    blocks = [ColumnBlock(((4, 0.0),)), ColumnBlock(((7, 0.0),), above=1)]
    assert split_lines(blocks, Filling((4, 7), 0.0, (4, 7))) == []
