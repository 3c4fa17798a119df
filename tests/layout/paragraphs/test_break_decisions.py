"""What is kept of decisions from one revision to the next."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from issuebrief.layout.paragraphs.break_cache import LineBreaks, LineEnd
from issuebrief.layout.paragraphs.break_decisions import Decision, Decisions

A, B = Decision((), (3,), ()), Decision((), (4,), ())
BREAKS = LineBreaks((LineEnd(12, hyphen=False, ratio=0.0),), 1.0)
SHORTER = LineBreaks((LineEnd(9, hyphen=False, ratio=0.5),), 2.0)


def by_number(element: Any) -> tuple[str, int] | None:
    return (element.get("n"), int(element.get("v", "0"))) if element.get("n") else None


def item(number: str, **more: str) -> Element:
    return Element("li", {"n": number, **more})


def test_a_key_is_what_an_element_is_known_as_and_more() -> None:
    decisions = Decisions(by_number)
    assert decisions.key(item("1"), "more", 2) == ("1", 0, "more", 2)
    assert decisions.key(Element("li"), "more") is None


def test_a_revision_begins_with_what_was_decided_and_leaves_that_as_it_is() -> None:
    first = Decisions(by_number)
    first.children["1", 0, "x"] = A
    second = first.following(by_number)
    second.children["1", 0, "x"] = B
    assert first.children == {("1", 0, "x"): A}
    assert second.changed == set()


def test_what_is_considered_again_is_forgotten_with_all_in_it() -> None:
    decisions = Decisions(by_number)
    outer = item("1")
    SubElement(outer, "p", {"n": "2"})
    decisions.line_breaks = {("1", 0): BREAKS, ("2", 0): BREAKS, ("3", 0): BREAKS}
    decisions.reconsider(outer)
    assert decisions.changed == {"1", "2"}
    assert decisions.line_breaks == {("3", 0): BREAKS}


def test_a_paragraph_that_is_broken_otherwise_than_before_is_noted() -> None:
    first = Decisions(by_number, line_breaks={("1", 0, "a"): BREAKS, ("2", 0, "b"): BREAKS})
    second = first.following(by_number)
    second.line_breaks["2", 0, "b"] = SHORTER
    second.line_breaks["3", 0, "c"] = SHORTER
    for number, text in ("1a", "2b", "3c"):
        second.compare(item(number), (number, 0, text))
    second.compare(item("4"), None)
    assert second.changed == {"2", "3"}
    second.compare(item("1", v="1"), ("1", 1, "a"))
    assert second.changed == {"2", "3"}, "the last revision knew it as the same"


def test_what_is_no_longer_there_is_forgotten() -> None:
    decisions = Decisions(by_number)
    decisions.children = {("1", 0, "x"): A, ("1", 1, "x"): B, ("2", 0, "x"): A}
    decisions.line_breaks = {("2", 0, "y"): BREAKS, ("9", 0, "y"): BREAKS}
    decisions.keep({("1", 1), ("2", 0), None})
    assert decisions.children == {("1", 1, "x"): B, ("2", 0, "x"): A}
    assert decisions.line_breaks == {("2", 0, "y"): BREAKS}
