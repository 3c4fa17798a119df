"""Whole texts: Markdown's own syntax, places, and text that nobody would write."""

from __future__ import annotations

import re

from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from written import faults, html_of, make_brief, make_source, written

from issuebrief.markdown_body import write_up
from issuebrief.markdown_body.source.html_tree import is_note_mark, parse, text_of, walk

SYNTAX = st.sampled_from(
    [
        "# ",
        "## ",
        "- ",
        "1. ",
        "> ",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "[^1]",
        "[^1]: ",
        "[^a]: x",
        "!!! pull-quote\n    ",
        "[",
        "]{.pull-quote}",
        "](",
        ")",
        "![",
        "{#id .wide}",
        "| a | b |\n|---|---|\n",
        "Table: ",
        "\n:   ",
        "Source: ",
        "`",
        "```\n",
        "*",
        "**",
        "_",
        "<div>",
        "</div>",
        "<b",
        ">",
        "<!--",
        "-->",
        "&amp;",
        "&",
        "\\",
        '"',
        "'",
        "--",
        "https://x.org/a_b",
        "me@x.org",
        "*[AB]: ",
        "AB",
        "word",
        "zwei",
        "\x02",
        "\ufdd0",
        "\r",
        "  \n",
        "<br>",
        "\x00",
    ]
)
MARKDOWN = st.lists(st.one_of(SYNTAX, st.text(max_size=6)), max_size=25).map("".join)
WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyzåäöß", min_size=1, max_size=8), min_size=1, max_size=12)


@settings(max_examples=examples(300), deadline=None)
@given(MARKDOWN)
def test_no_text_is_refused_and_what_comes_of_it_holds_together(text: str) -> None:
    body, problems = write_up(make_source(text), make_brief(), allow_network=True)
    root = parse(body.html)
    ids = [found.attributes["id"] for found in walk(root) if "id" in found.attributes]
    ids += [
        str(found.attributes["id"])
        for note in body.notes
        for found in walk(parse(note.html))
        if "id" in found.attributes
    ]
    assert len(ids) == len(set(ids))
    marks = [found.attributes["href"] for found in walk(root) if is_note_mark(found)]
    assert {f"#{note.id}" for note in body.notes} >= set(marks)
    assert {mark for note in body.notes for mark in note.marks} <= set(ids)
    assert [quote.passage for quote in body.pull_quotes] == re.findall(r'data-passage="([^"]*)"', body.html)
    assert all(quote.passage in ids and quote.id in ids for quote in body.pull_quotes)
    assert not re.search("[\x02\x03\ufdd0-\ufdef]", body.html + "".join(note.html for note in body.notes))
    assert all(problem.place and problem.place.line >= 1 for problem in problems)


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_no_word_of_a_paragraph_is_lost(paragraphs: list[list[str]]) -> None:
    text = "\n\n".join(" ".join(words) for words in paragraphs)
    body, problems = written(text)
    assert text_of(parse(body.html)).split() == text.split()
    # A little word may well come twice in a row.
    assert {problem.code for problem in problems} <= {"text.mistyped"}


@settings(max_examples=examples(200), deadline=None)
@given(st.text("ab*_ []", max_size=20))
def test_emphasis_never_swallows_a_letter(text: str) -> None:
    body, _ = written(f"x{text}x")
    assert re.sub("[^abx]", "", text_of(parse(body.html))) == re.sub("[^abx]", "", f"x{text}x")


def test_places_are_those_of_the_file() -> None:
    body = "Text.\n\nä b[^x]\n\n## H\n\n- a\n\n    [c](#d)\n"
    assert faults(body) == [("notes.undefined", 3, 4), ("references.dead", 9, 9)]


def test_markdown_extra_is_understood() -> None:
    html = html_of(
        'Term\n:   Meaning\n\nHTML.\n\n*[HTML]: A language\n\n~~~\ncode "x"\n~~~\n\n'
        "*a*{lang=fr} 1\\. x\n\n3. a\n4. b\n"
    )
    assert "<dl>\n<dt>Term</dt>\n<dd>Meaning</dd>\n</dl>" in html
    assert '<abbr title="A language">HTML</abbr>' in html
    assert '<pre><code>code "x"\n</code></pre>' in html
    assert '<em lang="fr">a</em> 1. x' in html
    assert '<ol start="3">' in html


def test_an_empty_text_is_an_empty_body() -> None:
    body, problems = written("")
    assert (body.html, body.notes, body.pull_quotes, problems) == ("", (), (), ())


def test_forty_pages_are_written_up_whole() -> None:
    page = 'Words "here" [and there]{.pull-quote} 10-15 km.[^%d] ' + "More of it all. " * 100
    text = "\n\n".join(page % number for number in range(200))
    text += "\n\n" + "\n".join(f"[^{number}]: Note <https://x.org/{number}>" for number in range(200))
    body, problems = written(text)
    assert len(body.notes) == len(body.pull_quotes) == 200
    assert {problem.code for problem in problems} == {"pull-quotes.repeated"}


def test_absurd_texts_come_to_an_end() -> None:
    for text in (
        ">" * 3000 + " a",
        "[" * 600,
        "<b>" * 3000,
        "`" * 3000,
        "- " * 2000,
        "[^1]" * 2000,
        "***a " * 800,
    ):
        written(text)


def test_what_is_nested_too_deeply_is_a_problem() -> None:
    body, problems = written("<b>" * 20_000 + "x")
    assert [problem.code for problem in problems] == ["markup.too-deep"]
    assert body.html == ""
