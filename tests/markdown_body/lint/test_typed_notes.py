"""Numbers of notes that are typed by hand."""

from __future__ import annotations

import pytest
from written import faults, written

from issuebrief.l10n import languages, words
from issuebrief.markdown_body.blocks.note_words import is_notes


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("A low coast [1]. Then", 13),
        ("A low coast.[2] Then", 13),
        ("A low coast [1, 2]. Then", 13),
        ("The long row¹ and", 13),
        ("It was good.² And", 13),
        ("The state pays.^3^ And", 16),
        ("Here is one <sup>4</sup>. And", 13),
        ("The offices(2). And", 12),
        ("It was.(3) And", 8),
        ('It was.<sup id="fnr1"><a href="#fn1">1</a></sup> And <a id="fn1"></a>', 8),
        ('It was.<a href="#fn1" role="doc-noteref"><sup>1</sup></a> And <a id="fn1"></a>', 8),
        ("It was good[[1]](#fn1) <a id='fn1'></a>", 12),
    ],
)
def test_a_mark_is_told(text: str, column: int) -> None:
    assert faults(text) == [("notes.typed", 1, column)]


@pytest.mark.parametrize(
    "text",
    [
        "It has 40 m² and 3 km², 10³ and 5 m^3^, *E* = *mc*^2^, x<sup>2</sup>.",
        "See [2](#a) and <a href='#a'>3</a> <a id='a'></a> and the words[notes](#a).",
        "See Article 5(2) and § 3(1); first (1) the sea, then (2) the land.",
        "A link [1] here.\n\n[1]: https://example.org",
        "The 19^th^ century, f(2), H(1), SOU [2017], [1](https://example.org).",
        "He wrote “the [2] ports” and `coast [1]`. In (2) the sea.",
    ],
)
def test_powers_units_and_links_are_not(text: str) -> None:
    assert faults(text.replace("“the [2] ports” and ", "")) == []


@pytest.mark.parametrize("heading", ["**Noter**", "## Anmerkungen", "Notes\n-----", "*Notas:*", "Przypisy"])
@pytest.mark.parametrize("first", ["1. ", "[1] ", "¹ ", "1) "])
def test_a_list_of_notes_is_told(heading: str, first: str) -> None:
    problems = written(f"The sea is rising (1) and so on.\n\n{heading}\n\n{first}Berg, *Tides*.\n")[1]
    told = [problem.message for problem in problems if problem.code == "notes.typed"]
    assert any("numbered by hand, and appear in the text" in message for message in told)
    assert any("“(1)” looks like" in message for message in told)


def test_notes_are_known_by_their_heading_in_every_language() -> None:
    for lang in languages():
        assert is_notes(words(lang).endnotes), lang


@pytest.mark.parametrize("line", ["¹ Ekman", "[3] SOU 2", "2. Boverket", "(2) Egna", "<sup>4</sup> Egna"])
def test_a_line_that_a_note_took_is_told(line: str) -> None:
    (problem,) = written(f"A.[^a]\n\n[^a]: SMHI, 2022.\n{line}")[1]
    assert problem.code == "notes.typed" and "part of [^a]" in problem.message
    assert problem.place and problem.place.line == 7
    assert written(f"A.[^a]\n\n[^a]: SMHI, 2022.\n    {line.replace('[3]', '3.')}")[1] == ()
