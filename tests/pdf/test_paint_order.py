"""The order in which a page is painted is the order in which it is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drawing import drawn, outline
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path


def numbers(text: str) -> list[int]:
    """The numbers of the marked content in an outline, as they stand there."""
    return [int(number) for number in re.findall(r"0:(\d+)", text.replace("(", " ").replace("@", " "))]


STYLE = "aside { position: absolute; top: 0; right: 0 }"


def test_an_aside_is_painted_after_its_paragraph(tmp_path: Path) -> None:
    content = drawn(tmp_path, "<main><p>One</p><aside><p>Beside</aside><p>Two</main>", STYLE).content
    assert outline(content) == "html(main(p(0:0)aside(p(0:1))p(0:2)))"


def test_marks_of_lists_are_painted_before_their_items(tmp_path: Path) -> None:
    content = drawn(tmp_path, "<ol><li>One<ol><li>Inner</ol><li>Two</ol><p>End").content
    assert outline(content) == (
        "html(ol(li(li::marker(0:0)0:1ol(li(li::marker(0:2)0:3)))li(li::marker(0:4)0:5))p(0:6))"
    )


def test_pictures_are_painted_where_they_stand(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "dot.png")
    body = "<p>One<figure><img src=dot.png alt=Dot><figcaption>Two</figcaption></figure><p>Three"
    content = drawn(tmp_path, body, "img { overflow: hidden; display: block }").content
    assert outline(content) == "html(p(0:0)figure(img(0:1)figcaption(0:2))p(0:3))"


def test_what_lies_on_something_is_painted_last_as_css_says(tmp_path: Path) -> None:
    content = drawn(tmp_path, "<p>One<p style='position: relative'>Two<p>Three").content
    assert outline(content) == "html(p(0:0)p(0:2)p(0:1))"


def test_nothing_is_painted_twice(tmp_path: Path) -> None:
    body = "<main><p>One<aside><ul><li>A<li>B</ul></aside><aside><p>C</aside><ul><li>D</ul></main>"
    drawing = drawn(tmp_path, body, STYLE)
    found = numbers(outline(drawing.content))
    assert found == list(range(drawing.marked))
