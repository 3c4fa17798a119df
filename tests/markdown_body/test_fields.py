"""Markdown in the fields of the front matter: set, told by its words, and with notes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pymupdf
import pytest
from pdf_facts import Facts
from setting import job, set_text
from written import make_brief, make_source

from issuebrief.markdown_body import inline, plain, write_up
from issuebrief.pipeline.build import set_in_memory
from issuebrief.pipeline.read import read

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic

NOTES = "Text[^a].\n\n[^a]: The *first*.\n\n[^b]: The second.\n"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("The *Vasa* and **us**", "The Vasa and us"),
        ("A_B_C 5 < 6 & more", "A_B_C 5 < 6 & more"),
        ("CO~2~ by [2030](https://example.org)", "CO2 by 2030"),
        ("CO<sub>2</sub> and <b onclick=x>", "CO2 and <b onclick=x>"),
        ('Plain and "quoted"', "Plain and “quoted”"),
        ("Noted^[Here.] and[^a] so", "Noted and so"),
        (r"Not \*set\*", "Not *set*"),
    ],
)
def test_metadata_have_the_words_of_a_field_alone(typed: str, words: str) -> None:
    assert plain(typed, make_brief()) == words


def test_a_title_sets_markdown_and_prints_tags_as_they_are_typed() -> None:
    assert inline("A *b* <i>c</i> <script>d</script>", make_brief(), html=False) == (
        "A <em>b</em> <i>c</i> &lt;script&gt;d&lt;/script&gt;"
    )


def test_notes_of_fields_are_numbered_with_those_of_the_text_in_the_order_of_reading() -> None:
    fields: dict[str, Any] = {
        "abstract": "First.^[In *place*.]",
        "key_points": ("Point[^b].",),
        "disclaimer": "Last.^[End.]",
    }
    body, problems = write_up(make_source(NOTES), make_brief(**fields))
    assert problems == ()
    assert [re.sub(" ?<a.*", "", note.html) for note in body.notes] == [
        "In <em>place</em>.",
        "The second.",
        "The <em>first</em>.",
        "End.",
    ]
    assert 'href="#note-2"' in inline("Point[^b].", make_brief(), marks=body.field_marks)
    assert 'href="#note-3"' in body.html


def test_a_note_that_a_field_cites_and_nobody_wrote_is_told_with_its_line() -> None:
    front = "title: T\nabstract: So.[^gone]\n"
    source = replace(make_source(NOTES), text=f"---\n{front}---\n{NOTES}", front_matter=front)
    _, problems = write_up(source, make_brief(abstract="So.[^gone]"))
    told = [problem for problem in problems if problem.code == "notes.undefined"]
    assert [(problem.place.line, problem.place.column) for problem in told if problem.place] == [(3, 14)]


def test_notes_and_markup_stand_on_the_page_and_not_in_what_the_file_says_of_itself(tmp_path: Path) -> None:
    outcome, pdf = set_text(
        tmp_path,
        "## Head *one*[^a]\n\nText.\n\n[^a]: N.\n",
        title="The *Vasa*^[A ship.] at 400",
        subtitle="H~2~O",
        abstract="Short.[^a]",
    )
    assert outcome.problems == ()
    with Facts(pdf) as facts:
        assert facts.metadata["Title"] == "The Vasa at 400: H2O"
        assert [bookmark.title for bookmark in facts.bookmarks] == ["The Vasa at 400", "Head one", "Endnotes"]
        assert "A ship." in facts.copied(0)


def test_a_note_in_place_in_a_field_may_cite_notes_in_turn() -> None:
    abstract = "One.^[Inside[^x] and ^[deeper].] Two.^[Lost [^gone].]"
    body, problems = write_up(make_source("Text.\n\n[^x]: Defined."), make_brief(abstract=abstract))
    assert [re.sub("<[^>]+>|\u2060", "", note.html) for note in body.notes] == [
        "Inside3 and4.",
        "Lost.",
        "Defined.",
        "deeper",
    ]
    assert [problem.code for problem in problems] == ["notes.undefined"]


def test_markdown_in_blocks_of_html_is_read() -> None:
    shown = inline("<div>*Riga*</div>\n\n<p>3. Mai, **so**</p>", make_brief(), blocks=True)
    assert "<em>Riga</em>" in shown and "<p>3.\u00a0Mai, <strong>so</strong></p>" in shown


def test_a_tag_that_a_field_prints_as_it_is_typed_is_not_told_as_left_out() -> None:
    source = make_source("Text.")
    brief = make_brief(abstract="A <b>bold</b> letter with <spam> in it.")
    _, problems = write_up(source, brief)
    assert problems == ()
    assert "&lt;spam&gt;" in inline(brief.abstract, brief)


@pytest.mark.parametrize(
    "value", [r'"One o\u2019clock"', r'"10\xA0km and \U0001F6A2"', r'"A \"quay\", \u201eso\u201c"']
)
def test_letters_that_yaml_gives_by_number_are_letters(tmp_path: Path, value: str) -> None:
    path = tmp_path / "brief.md"
    front = f"title: T\nsubtitle: {value}\ndate: 2024-05-01\nauthors:\n  - name: A\n"
    path.write_text(f"---\n{front}---\n\nText.\n")
    assert read(job(path))[1] == ()


def test_a_table_drawn_as_a_grid_in_a_field_is_a_table() -> None:
    text = "Words:\n\n+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+\n\nMore."
    html = str(inline(text, make_brief(), blocks=True))
    assert html.count("<td") == 2 and html.count("<th") >= 2 and "+" not in html
    assert html.index("Words") < html.index("<table") < html.index("More")


@pytest.mark.parametrize(
    "box",
    [
        "::: tip\nWords.\n:::",
        "> [!TIP]\n> Words.",
        "!!! tip\n    Words.",
        "- One\n\n    ::: tip\n    Words.\n    :::",
    ],
)
def test_boxes_are_set_in_fields_of_several_paragraphs(box: str) -> None:
    html = inline(f"Text.\n\n{box}\n\nMore.", make_brief(), blocks=True)
    assert re.search(r'<div class="box box-tip">\s*<p class="label">Tip</p>\s*<p>Words\.</p>\s*</div>', html)
    assert html.endswith("<p>More.</p>")


def test_a_box_that_does_not_end_is_left_as_it_is_typed_in_a_field() -> None:
    assert "::: tip" in inline("Text.\n\n::: tip\n\nWords.", make_brief(), blocks=True)


def test_no_space_is_left_where_a_mark_falls_away() -> None:
    assert plain("Tides ^[A note.]", make_brief()) == "Tides"
    assert re.sub("<[^>]*>", "", inline("Tides [^a], and ebb", make_brief())) == "Tides, and ebb"


def test_a_note_in_a_field_that_prints_none_is_told_at_its_mark(tmp_path: Path) -> None:
    authors = [{"name": "Jo Ferry[^a]", "role": "Fellow^[Of a *kind*.]"}]
    front: dict[str, Any] = {"authors": authors, "keywords": ["tide[^a]"], "series": "Papers[^b]"}
    outcome, _ = set_text(tmp_path, "Text[^a] and `[^b]`.\n\n[^a]: A note.", **front)
    problems = [problem for problem in outcome.problems if problem.code == "notes.no-place"]
    assert sorted((each.message.partition(" cites ")[0], _underlined(each)) for each in problems) == [
        ("authors.name", "[^a]"),
        ("authors.role", "^[Of a *kind*.]"),
        ("keywords", "[^a]"),
        ("series", "[^b]"),
    ]


@pytest.mark.parametrize("field", ["abstract", "bio", "disclaimer"])
@pytest.mark.parametrize("style", ["|-", '"'])
def test_code_in_a_field_is_no_prose(tmp_path: Path, field: str, style: str) -> None:
    code = "    \\textbf{x} [[y]] [@doe2020] TODO $x^2$"
    text = f"Before.\n\n{code}\n\nBehind."
    value = (
        "|-\n" + "".join(f"      {line}".rstrip() + "\n" for line in text.split("\n"))
        if style == "|-"
        else '"' + text.replace("\\", "\\\\").replace("\n", "\\n") + '"\n'
    )
    author = "authors:\n  - name: Jo Ferry\n" + (f"    bio: {value}" if field == "bio" else "")
    rest = "" if field == "bio" else f"{field}: {value}"
    path = tmp_path / "brief.md"
    path.write_text(f"---\ntitle: Tides\ndate: 2026-03-01\n{author}{rest}---\n\nText.\n")
    outcome = set_in_memory(job(path))
    assert not [problem for problem in outcome.problems if problem.severity]
    with pymupdf.open(stream=outcome.files[0][1]) as pdf:
        shown = " ".join(pdf[0].get_text().split())
    assert r"Before. \textbf{x} [[y]] [@doe2020] TODO $x^2$ Behind." in shown


def test_escapes_of_yaml_are_no_slips_and_slips_behind_them_are_told(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    typed = r'abstract: "One.\n\nTwo \"three\" \\emph{four}."'
    path.write_text(
        f"---\ntitle: Tides\ndate: 2026-03-01\nauthors: [{{name: Jo Ferry}}]\n{typed}\n---\n\nText.\n"
    )
    (problem,) = set_in_memory(job(path)).problems
    assert problem.code == "markup.tex"
    assert _underlined(problem) == r"\emph{four}"


def _underlined(problem: Diagnostic) -> str:
    assert problem.place
    return problem.excerpt[problem.place.column - 1 : problem.place.end_column - 1]
