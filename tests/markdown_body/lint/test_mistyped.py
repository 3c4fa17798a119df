"""Slips of the keyboard are told where nothing else can be meant, in several languages."""

from __future__ import annotations

import pytest
from written import faults, written


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("The quay , and more", "text.mistyped", 9),
        ("It is ~old~ now", "markup.printed", 7),
        ("It is <![CDATA[so]]>.", "markup.printed", 7),
        ("<!DOCTYPE html>", "markup.printed", 1),
        ("It is (~two words~).", "markup.printed", 8),
        ("It closed . Then", "text.mistyped", 10),
        ("Why not ? They did", "text.mistyped", 8),
        ("The harbour,, as", "text.mistyped", 12),
        ("It ended.. Then", "text.mistyped", 9),
        ("The govern- ment said", "text.mistyped", 5),
        ("The govern-\nment said", "text.mistyped", 5),
        ("Tides rise in the the bay", "text.mistyped", 15),
        ("The tides of\nof a year", "text.mistyped", 11),
        ("A port near P\u0430ris", "text.mixed-letters", 13),
        ("\u041coscow is far", "text.mixed-letters", 1),
        ("Ο\u0440en sea \u0421anal", "text.mixed-letters", 1),
        ("A harbour12 was", "notes.typed", 3),
        ("1.Erstens war es so.", "markup.list-like", 1),
        ("2)Then\nit was", "markup.list-like", 1),
        ("-One\n\n-Two", "markup.list-like", 1),
        ("•One of them\n\n\n•Two", "markup.list-like", 1),
        ("The harbour.3 Then", "notes.typed", 5),
        ("The harbour,4 then", "notes.typed", 5),
    ],
)
def test_a_slip_is_told_with_its_place(text: str, code: str, column: int) -> None:
    assert faults(text)[0] == (code, 1, column)


@pytest.mark.parametrize(
    "prose",
    [
        "In pre- and post-war ports, a two- to three-day trip.",
        "A dog that had had enough said that that was it.",
        "He waited . . . and went on ... so … yes.",
        "A .NET program, a ratio of 1 : 5 and 3 ; 4.",
        "Press ? to see the keys.",
        "About ~5 of ~6, in ~/notes~ or a~b~c.",
        "1.FC Kiel won 2.5 times.",
        "-Bonjour, dit-il.\n\nElle partit.",
        "It weighs 5 \u03bcm and 3 k\u03a9, \u0394t or \u03b2-rays of \u03b1-helix.",
        "Take boost1 or boost2, on server1 and\nserver12.",
        "COVID19, MP3, H2O, Python3, utf8, B12 and p.5 The end.",
        "Room 4, 5,6 and v.2 So it was.",
        "[a , b](https://example.org/a,,b)",
        "No no, said the the-sayer.",
    ],
)
def test_prose_is_no_slip(prose: str) -> None:
    assert faults(prose) == []


@pytest.mark.parametrize(
    "link",
    ["[a report](report12.pdf)", "[a report](<my report12.pdf>)", "[a report][r]\n\n[r]: report12.pdf"],
)
def test_an_address_may_end_in_a_number(link: str) -> None:
    assert [code for code, *_ in faults(link)] == ["links.local"]


@pytest.mark.parametrize(
    ("prose", "lang"),
    [
        ("Vraiment ? Oui ; bien sûr ! Nous nous levons.", "fr"),
        ("Vor- und Nachteile, Ein- bzw. Ausfuhr; die Partei, die die Wahl gewann.", "de"),
        ("In- och utförsel, för- eller eftermiddag.", "sv"),
        ("Voor- en nadelen van het in- of uitgaan.", "nl"),
        ("SMSка и IP-адрес", "ru"),
    ],
)
def test_each_language_has_its_own_habits(prose: str, lang: str) -> None:
    assert written(prose, lang)[1] == ()


@pytest.mark.parametrize("above", ["", "- item\n\n    ", "> quote\n>\n> ", "Ebb.[^a]\n\n[^a]: note\n\n    "])
def test_indented_code_is_no_prose(above: str) -> None:
    code = "    the the code , [@doe] {{ x }} $x$ TODO [^b] [[c]] ~d~"
    assert not faults(f"Text.\n\n{above}{code}\n\nMore.\n" if above else f"Text.\n\n{code}\n")


def test_a_line_full_of_slips_is_told_by_its_first_ones() -> None:
    found = faults("The sea is calm" + " , calm" * 40 + "\n\nThe quay , and more")
    assert [line for _, line, _ in found] == [1] * 20 + [3]
    problems = written("The sea is calm" + " , calm" * 40)[1]
    assert [" more " in problem.message for problem in problems] == [False] * 19 + [True]
    assert problems[-1].message.endswith("; 20 more on this line")
