"""Boxes in items of lists and in quotations."""

from __future__ import annotations

import re

import pytest
from written import html_of, make_source, written

from issuebrief.markdown_body.normalise import inner_boxes
from issuebrief.markdown_body.source import containers
from issuebrief.markdown_body.source.markdown_source import read_manuscript


def shape(text: str) -> str:
    """The HTML of a text without white space between tags."""
    return re.sub(r"\s*(<[^<>]*>)\s*", r"\1", html_of(text))


BOX = '<div class="box box-note"><p class="label">Note</p><p>It falls.</p></div>'


@pytest.mark.parametrize(
    "box", ["::: note\nIt falls.\n:::", "!!! note\n    It falls.", "> [!NOTE]\n> It falls."]
)
@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_box_stands_in_an_item_and_in_a_quotation(box: str, gap: str) -> None:
    indented = "".join(f"    {line}\n" for line in box.splitlines())
    item = shape(f"- Ebb\n\n{indented}{gap}\n    After it.\n- Flood\n")
    assert item == f"<ul><li><p>Ebb</p>{BOX}<p>After it.</p></li><li><p>Flood</p></li></ul>"
    quoted = "".join(f"> {line}\n" for line in f"Ebb\n\n{box}\n\nAfter it.".splitlines())
    assert shape(quoted) == f"<blockquote><p>Ebb</p>{BOX}<p>After it.</p></blockquote>"


def test_boxes_in_an_item_stay_apart() -> None:
    text = "- Ebb\n\n    ::: note\n    It falls.\n    :::\n\n    !!! note\n        It falls.\n"
    assert shape(text) == f"<ul><li><p>Ebb</p>{BOX}{BOX}</li></ul>"


def test_a_box_in_an_item_has_its_title_and_holds_what_a_box_holds() -> None:
    text = "- Ebb\n\n    ::: tip Of tides\n    It falls.\n\n    - And goes.\n    - It does.\n    :::\n"
    html = shape(text)
    assert '<p class="label">Of tides</p><p>It falls.</p><ul><li>And goes.</li><li>It does.</li></ul>' in html


def test_a_box_that_is_shown_as_code_is_none() -> None:
    body, _ = written("    ::: note\n    It falls.\n    :::\n")
    assert body.html.startswith("<pre><code>::: note")


@pytest.mark.parametrize("box", ["> ::: note\n", "- a\n\n    ::: note\n", "> !!! note\n>     a\n"])
def test_each_line_is_looked_at_a_few_times_however_many_boxes_begin(
    monkeypatch: pytest.MonkeyPatch, box: str
) -> None:
    looked = 0

    def counted(line: str) -> tuple[str, str]:
        nonlocal looked
        looked += 1
        return parted(line)

    parted = containers.parted
    monkeypatch.setattr(inner_boxes, "parted", counted)
    list(inner_boxes.inner_boxes(read_manuscript(make_source(f"Text.\n\n{box * 400}"))))
    assert 0 < looked <= 4 * 400 * box.count("\n")
