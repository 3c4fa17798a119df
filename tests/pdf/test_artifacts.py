"""What is content, and what only is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drawing import drawn, marks, outline, streams
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

HEADS = """
@page { size: 300px 200px; margin: 40px;
  @top-left { content: "Head" } @bottom-right { content: counter(page) } @left-middle { content: "Side" } }
"""


def test_running_heads_and_folios_are_artifacts_of_their_kind(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, "<p>One<p style='break-before: page'>Two", HEADS)
    wanted = {
        "0",
        "Artifact /Type /Pagination/Subtype /Header",
        "Artifact /Type /Pagination/Subtype /Footer",
        "Artifact /Type /Pagination",
    }
    assert [set(marks(stream)) for stream in streams(drawing)] == [wanted, wanted]
    assert outline(drawing.content) == "html(p(0:0)p(1:0))"
    assert drawing.marked == 2


def test_a_running_element_is_an_artifact_too(tmp_path: Path) -> None:
    style = "@page { @top-left { content: element(head) } } .head { position: running(head) }"
    drawing = drawn(tmp_path, "<p class=head>Head <em>here</em></p><p>Text", style)
    assert outline(drawing.content) == "html(p(0:0))"
    assert "Artifact /Type /Pagination/Subtype /Header" in marks(streams(drawing)[0])


def test_the_head_of_a_table_that_goes_on_is_read_once(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{number}</td></tr>" for number in range(12))
    table = f"<table><thead><tr><th>Head</th></tr></thead><tbody>{rows}</tbody></table>"
    drawing = drawn(tmp_path, table, "@page { size: 300px 200px; margin: 40px }")
    first, second, *_ = streams(drawing)
    assert "Artifact /Type /Pagination" not in marks(first)
    assert marks(second).count("Artifact /Type /Pagination") == 1
    assert outline(drawing.content).count("th(") == 1


def test_a_picture_without_words_is_decoration(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "dot.png")
    drawing = drawn(tmp_path, "<p>A <img src=dot.png alt=''> b <img src=dot.png alt='A dot'> c")
    assert marks(streams(drawing)[0]).count("Artifact /Type /Layout") == 1
    assert outline(drawing.content).count("img(") == 2
    assert outline(drawing.content).count("img()") == 1


def test_what_is_hidden_is_not_marked(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, "<p>A <span style='visibility: hidden'>b</span> c")
    assert marks(streams(drawing)[0]) == [str(number) for number in range(drawing.marked)]
    assert "span()" in outline(drawing.content)


def test_text_that_a_style_makes_transparent_is_noticed(tmp_path: Path) -> None:
    assert drawn(tmp_path, "<p>A").grouped == 0
    assert drawn(tmp_path, "<p style='opacity: 0.5'>A").grouped == 1


def test_backgrounds_are_artifacts(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, "<p style='background: #ddd; border: 1px solid'>A")
    assert {mark for mark in marks(streams(drawing)[0]) if mark != "0"} == {"Artifact"}
