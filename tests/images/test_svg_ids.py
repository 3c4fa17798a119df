"""The parts of drawings are found by their ids, and without going through all of a drawing for each."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import fromstring

from steps import assert_grows_no_faster_than_its_size
from weasyprint.svg import SVG

from issuebrief.images.svg_ids import parts_by_id

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg"><defs><g id="outer"><path id="inner" class="first"/></g></defs>'
    '<path id="inner" class="second"/><text id="words">a <tspan id="part">b</tspan> c</text><g/>{}</svg>'
)


def drawing(inside: str = "") -> Any:
    return SVG(fromstring(DRAWING.format(inside)), None, None)


def test_the_same_parts_are_found_as_without_an_index() -> None:
    names = ("outer", "inner", "words", "nowhere", "")
    plain = [drawing().tree.get_child(name) for name in names]
    with parts_by_id():
        tree = drawing().tree
        found = [tree.get_child(name) for name in names]
        assert tree.get_child("inner") is found[1]
    assert [part and part.attrib for part in found] == [part and part.attrib for part in plain]
    assert found[1].get("class") == "first"
    assert found[3:] == [None, None]


def test_parts_of_words_are_looked_for_as_before() -> None:
    plain = drawing().tree.get_child("part")
    with parts_by_id():
        found = drawing().tree.get_child("part")
    assert (found and found.text) == (plain and plain.text)


def test_many_gradients_take_as_many_times_the_steps() -> None:
    def look(number: int) -> None:
        tree = drawing("".join(f'<linearGradient id="g{n}"/>' for n in range(number))).tree
        with parts_by_id():
            for n in range(number):
                assert tree.get_child(f"g{n}").get("id") == f"g{n}"

    assert_grows_no_faster_than_its_size(look)
