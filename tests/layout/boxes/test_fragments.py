"""From pages to lines of the file, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

import pytest
from setting import job, paragraph, write_brief
from small_pages import small_pages

from issuebrief.layout.boxes.fragments import Fragment, class_names, fragments
from issuebrief.layout.boxes.geometry import Rect
from issuebrief.pipeline.read import read
from issuebrief.pipeline.set_pages import lay_out

if TYPE_CHECKING:
    from pathlib import Path

CSS = "main { columns: 2; column-gap: 20px; column-fill: auto; height: 40px }"


def of(folder: Path, body: str) -> list[Fragment]:
    return list(fragments(small_pages(folder, body, CSS)))


def test_a_block_is_a_fragment_with_its_page_its_rectangle_and_its_line(tmp_path: Path) -> None:
    heading = '<h2 data-line="9" style="font-size: 10px; break-before: page; padding: 5px">Three</h2>'
    body = f'<p data-line="4">One</p><p>Two</p>{heading}'
    assert of(tmp_path, body) == [
        Fragment(1, Rect(20, 20, 260, 10), 4),
        Fragment(2, Rect(20, 20, 260, 20), 9),
    ]


def test_a_paragraph_in_two_columns_has_two_fragments(tmp_path: Path) -> None:
    text = "<br>".join("abcdef")
    found = of(tmp_path, f'<main><p data-line="7" style="orphans: 1; widows: 1">{text}</p></main>')
    assert found == [
        Fragment(1, Rect(20, 20, 120, 40), 7),
        Fragment(1, Rect(160, 20, 120, 20), 7),
    ]


def test_outer_blocks_come_before_those_inside_them(tmp_path: Path) -> None:
    body = '<ul data-line="2"><li data-line="2">One<ul><li data-line="3">Two</li></ul></li></ul>'
    assert [(found.line, found.rect.y) for found in of(tmp_path, body)] == [(2, 20), (2, 20), (3, 30)]


def test_what_is_out_of_the_flow_is_found_where_it_stands(tmp_path: Path) -> None:
    aside = '<aside data-line="5" style="position: absolute; left: 7px; top: 30px; width: 40px">A</aside>'
    assert of(tmp_path, f"<main><p>One</p>{aside}</main>") == [Fragment(1, Rect(27, 50, 40, 10), 5)]


def test_rows_of_a_table_are_fragments(tmp_path: Path) -> None:
    rows = "".join(f'<tr data-line="{line}"><td>x</td></tr>' for line in (3, 5))
    style = "border-spacing: 0; width: 50px"
    found = of(tmp_path, f'<table data-line="3" style="{style}">{rows}</table>')
    assert [(fragment.line, fragment.rect.y) for fragment in found][-2:] == [(3, 20), (5, 32)]


@pytest.mark.parametrize("value", ["", "0", "-3", "x"])
def test_what_is_no_line_is_none(tmp_path: Path, value: str) -> None:
    assert of(tmp_path, f'<p data-line="{value}">One</p>') == []


def test_every_block_of_a_brief_is_found_again_on_its_pages(tmp_path: Path) -> None:
    body = "\n\n".join(
        [
            *(paragraph(number) for number in range(1, 6)),
            "## A heading",
            "- An item\n- Another",
            "> A quotation of a few words.",
            "| A | B |\n|---|---|\n| 1 | 2 |\nTable: A caption.",
            "!!! pull-quote\n    Salt gets into the charts.",
            paragraph(6) + "[^a]",
            "[^a]: A note.",
        ]
    )
    brief = write_brief(tmp_path / "brief", body)
    task = job(brief)
    manuscript, problems = read(task)
    assert manuscript and problems == ()
    pages, _ = lay_out(task, manuscript)
    assert pages
    lines = brief.read_text("utf-8").split("\n")
    found = {lines[fragment.line - 1].split(" ")[0] for fragment in fragments(pages)}
    assert {"Entry", "##", "-", ">", "|", "Table:", "!!!", "[^a]:"} <= found
    assert all(fragment.rect.width > 0 and fragment.rect.height > 0 for fragment in fragments(pages))
    assert max(fragment.page for fragment in fragments(pages)) == len(pages)


@pytest.mark.parametrize(
    ("element", "names"),
    [
        (Element("div", {"class": " boxes  stacked\nboxes "}), ("boxes", "stacked", "boxes")),
        (Element("div", {"class": ""}), ()),
        (Element("div"), ()),
        (None, ()),
    ],
)
def test_an_element_has_the_class_names_that_are_written(
    element: Element | None, names: tuple[str, ...]
) -> None:
    assert class_names(element) == names
