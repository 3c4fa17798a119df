"""Endnotes: numbering, marks, definitions and what can be wrong with them."""

from __future__ import annotations

import re

import pytest
from written import WORD_JOINER, faults, html_of, written

SEPARATOR = ",\u202f"


def mark(number: int, count: int = 1, *, follows: bool = False) -> str:
    classes = "note-mark follows-mark" if follows else "note-mark"
    return (
        f'<a class="{classes}" id="mark-{number}-{count}" href="#note-{number}" role="doc-noteref">'
        f"{SEPARATOR if follows else ''}{WORD_JOINER}{number}</a>"
    )


def test_notes_are_numbered_by_their_first_citation() -> None:
    body, problems = written("One[^b] two[^a].\n\n[^a]: The A.\n\n[^b]: The *B*.\n")
    assert problems == ()
    assert body.html == f"<p>One{mark(1)} two{mark(2)}.</p>"
    assert [(note.number, note.html, note.marks, note.id) for note in body.notes] == [
        (1, "The <em>B</em>.", ("mark-1-1",), "note-1"),
        (2, "The A.", ("mark-2-1",), "note-2"),
    ]


def test_a_note_cited_twice_has_one_entry_and_two_marks() -> None:
    body, _ = written("One[^1] two[^1].\n\n[^1]: Note.\n")
    assert body.html == f"<p>One{mark(1)} two{mark(1, 2)}.</p>"
    assert [note.marks for note in body.notes] == [("mark-1-1", "mark-1-2")]


@pytest.mark.parametrize("space", ["", " ", "  ", "\n"])
def test_space_between_a_word_and_its_mark_is_taken_out(space: str) -> None:
    assert html_of(f"Word{space}[^1] more.\n\n[^1]: Note.\n") == f"<p>Word{mark(1)} more.</p>"


@pytest.mark.parametrize("behind", [".", " More.", "[^1]", "\n\n- Next"])
def test_a_mark_may_stand_behind_an_exclamation_mark(behind: str) -> None:
    assert f"Done!{mark(1)}" in html_of(f"Done![^1]{behind}\n\n[^1]: Note.\n")
    assert f"Done!{mark(1)}" in written(f"Done!^[Note.]{behind}\n\n[^1]: Another.\n")[0].html


def test_a_mark_right_behind_another_says_so() -> None:
    html = html_of("Word.[^1][^2] [^3]\n\n[^1]: A\n[^2]: B\n[^3]: C\n")
    assert html == f"<p>Word.{mark(1)}{mark(2, follows=True)}{mark(3, follows=True)}</p>"


def test_space_before_emphasis_ends_at_the_mark_behind_it() -> None:
    assert html_of("A *word* [^1]\n\n[^1]: N\n") == f"<p>A <em>word</em>{mark(1)}</p>"


def test_notes_of_a_table_are_numbered_from_its_caption_down() -> None:
    text = "A[^a]\n\n| B[^b] |\n|---|\n| c[^c] |\n\nTable: D[^d] {#t}\nSource: E[^e]\n\nF[^f]\n\n" + "".join(
        f"[^{name}]: {name.upper()}\n" for name in "abcdef"
    )
    body, problems = written(text)
    assert problems == ()
    assert [note.html for note in body.notes] == ["A", "D", "B", "C", "E", "F"]
    assert re.findall(r"\u2060(\d)", body.html) == ["1", "2", "3", "4", "5", "6"]


def test_a_note_runs_on_in_indented_paragraphs_and_lazy_lines() -> None:
    body, problems = written("Word[^1].\n\n[^1]: First\nlazy\n\n    Second.\n\n\tThird.\n\nText.\n")
    assert problems == ()
    assert body.notes[0].html == "<p>First\nlazy</p>\n<p>Second.</p>\n<p>Third.</p>"
    assert body.html.endswith("<p>Text.</p>")


def test_ways_back_end_the_last_paragraph_of_a_note() -> None:
    body, _ = written("A[^1], B[^2], C[^3].\n\n[^1]: One.\n\n    Two.\n\n[^2]: One.\n\n[^3]: > Two.\n")
    assert [note.parted for note in body.notes] == [
        ("<p>One.</p>\n<p>Two.", "</p>"),
        ("One.", ""),
        ("<blockquote>\n<p>Two.</p>\n</blockquote>", ""),
    ]


def test_a_heading_ends_a_note() -> None:
    body, _ = written("Word[^1].\n\n[^1]: Note.\n## Head\n")
    assert '<h2 id="head">Head</h2>' in body.html
    assert body.notes[0].html == "Note."


def test_marks_stand_in_headings_lists_and_tables() -> None:
    body, problems = written(
        "## Head[^1]\n\n- item[^2]\n\n| a[^3] |\n|---|\n| b |\n\n[^1]: A\n[^2]: B\n[^3]: C\n"
    )
    assert problems == ()
    assert f'<h2 id="head" data-bookmark="Head">Head{mark(1)}</h2>' in body.html
    assert f"<li>item{mark(2)}</li>" in body.html
    assert f'<th scope="col">a{mark(3)}</th>' in body.html


def test_a_mark_inside_a_link_stands_behind_it() -> None:
    html = html_of("See [the *page*[^1]](https://example.org).\n\n[^1]: N\n")
    assert html == f'<p>See <a href="https://example.org">the <em>page</em></a>{mark(1)}.</p>'


def test_notes_may_cite_notes() -> None:
    body, problems = written("Word[^1].\n\n[^1]: See[^2].\n[^2]: Deeper.\n")
    assert problems == ()
    assert [note.html for note in body.notes] == [f"See{mark(2)}.", "Deeper."]


@pytest.mark.parametrize(
    "code", ["`[^9]`", "``a ` [^9]``", "    [^9]\n", "```\n[^9]: x [^9]\n```\n", "<!-- [^9] -->"]
)
def test_marks_in_code_and_comments_are_no_marks(code: str) -> None:
    body, problems = written(f"Text.\n\n{code}\n\nEnd.")
    assert problems == ()
    assert body.notes == ()
    assert "note-mark" not in body.html


def test_code_shows_a_mark_as_it_is_typed() -> None:
    assert "<code>a[^1]\n</code>" in html_of("Text[^1].\n\n    a[^1]\n\n[^1]: N\n")


def test_an_undefined_note_is_an_error_with_the_nearest_id() -> None:
    _, problems = written("One[^rand].\n\nTwo words[^randd].\n\n[^rand]: N\n")
    assert [(problem.code, str(problem.place)) for problem in problems] == [
        ("notes.undefined", "briefs/brief.md:6:10")
    ]
    assert problems[0].message == "there is no note [^randd]"
    assert problems[0].hint.startswith("did you mean [^rand]?")
    assert problems[0].excerpt == "Two words[^randd]."


def test_an_unused_note_is_a_warning() -> None:
    assert faults("Text.\n\n[^1]: Nobody cites me.\n") == [("notes.unused", 3, 1)]


def test_a_second_definition_is_an_error_that_names_the_first() -> None:
    body, problems = written("A[^1].\n\n[^1]: One.\n[^1]: Two.\n")
    assert [problem.message for problem in problems] == [
        "note [^1] is defined a second time; the first definition is on line 6"
    ]
    assert body.notes[0].html == "One."


def test_an_empty_note_is_an_error() -> None:
    assert faults("A[^1].\n\n[^1]:\n") == [("notes.empty", 3, 1)]


def test_a_mark_before_a_colon_is_a_mark() -> None:
    assert html_of("As follows[^1]: so.\n\n[^1]: N\n") == f"<p>As follows{mark(1)}: so.</p>"


def test_a_name_in_other_capitals_means_the_one_there_is() -> None:
    body, problems = written("One[^Gauge].\n\n[^gauge]: Note.\n")
    assert problems == ()
    assert [note.html for note in body.notes] == ["Note."]


def test_two_names_that_differ_in_capitals_are_two_notes() -> None:
    body, problems = written("One[^A] two[^a].\n\n[^A]: Upper.\n\n[^a]: Lower.\n")
    assert problems == ()
    assert [note.html for note in body.notes] == ["Upper.", "Lower."]
    assert faults("One[^Ab].\n\n[^AB]: Upper.\n\n[^ab]: Lower.\n")[0][0] == "notes.undefined"


def test_a_note_may_be_written_where_it_is_cited() -> None:
    body, problems = written("One^[An *inner* [way](#text), see[^b]]. Two^[Of ^[its own].].\n\n[^b]: B.\n")
    assert problems == ()
    assert [note.html for note in body.notes] == [
        f'An <em>inner</em> <a href="#text">way</a>, see{mark(3)}',
        f"Of{mark(4)}.",
        "B.",
        "its own",
    ]


@pytest.mark.parametrize("name", ["Doe 2020", "Müller, S. 5", "a  b", "x\ny"])
def test_the_name_of_a_note_may_have_spaces(name: str) -> None:
    body, problems = written(f"Word[^{name}].\n\n[^{' '.join(name.split())}]: Note.\n")
    assert problems == ()
    assert [note.html for note in body.notes] == ["Note."]


def test_a_note_in_place_ends_in_its_paragraph_and_says_something() -> None:
    assert faults("One^[open\n\nTwo] ^[ ]") == [("notes.unclosed", 1, 4), ("notes.empty", 3, 6)]


def test_no_note_is_written_in_place_in_code_or_behind_a_backslash() -> None:
    assert html_of("`^[a]` \\^[b]") == "<p><code>^[a]</code> ^[b]</p>"


def test_code_between_fences_in_a_note_is_whole_and_keeps_its_own_indent() -> None:
    text = "A[^1].\n\n[^1]: See:\n\n    ~~~ py\n    [^2]: x\n\n      y\n    ~~~\n\n    End.\n"
    body, problems = written(text)
    assert problems == ()
    assert [note.html for note in body.notes] == [
        '<p>See:</p>\n<pre><code class="language-py">[^2]: x\n\n  y\n</code></pre>\n<p>End.</p>'
    ]
