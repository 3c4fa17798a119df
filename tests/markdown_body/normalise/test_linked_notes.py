"""Notes that other programs have linked with their marks."""

from __future__ import annotations

import pytest
from written import written

MARKS = (
    "[\\[1\\]](#_ftn1)",
    "[[1]](#_ftn1)",
    '<sup id="fnr1"><a href="#fn1">1</a></sup>',
    '<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a>',
    '<a name="_ftnref1" href="#_ftn1">[1]</a>',
)


def notes(body: str) -> list[tuple[str, int]]:
    """The notes of a text about which nothing is told, and how often each is cited."""
    found, problems = written(body)
    assert problems == ()
    assert "linked-" not in found.html
    return [(note.html, len(note.marks)) for note in found.notes]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(
    "begin", ["[\\[1\\]](#_ftnref1)", "[[1]](#_ftnref1)", '<a name="fn1" href="#fnr1">[1]</a>']
)
def test_a_paragraph_that_begins_with_the_number_is_the_note(mark: str, begin: str) -> None:
    found = notes(f"The tide.{mark} It ebbs{mark}.\n\nText.\n\n{begin} A *ledger*.\n")
    assert found == [("A <em>ledger</em>.", 2)]


@pytest.mark.parametrize("mark", MARKS[2:4])
@pytest.mark.parametrize(
    ("above", "below"),
    [("<ol>", "</ol>"), ('<section class="footnotes">\n<hr />\n<ol>', "</ol>\n</section>")],
)
@pytest.mark.parametrize(
    "item",
    [
        '<li id="fn1"><p>A <em>ledger</em>.<a href="#fnref1" class="footnote-back">↩︎</a></p></li>',
        '<li id="fn1"><sup>1</sup> A <em>ledger</em>. <a href="#fnr1">&#8617;</a></li>',
        '<li id="fn1">\n  A <em>ledger</em>.\n</li>',
    ],
)
def test_an_item_that_a_mark_leads_to_is_the_note(mark: str, item: str, above: str, below: str) -> None:
    second = '<li id="fn2">A map.</li>'
    other = mark.replace("1", "2")
    found = notes(f"The tide.{mark} It ebbs.{other}\n\n{above}\n{item}\n{second}\n{below}\n")
    assert found == [("A <em>ledger</em>.", 1), ("A map.", 1)]


@pytest.mark.parametrize(
    "body",
    [
        "See [2](#a) of it.\n\n[1](#b) is a link. <a id='a'></a><a id='b'></a>",
        "See [1](#a) of it. <a id='a'></a>",
        "<ol><li id='a'>One</li></ol>\n\nSee <a href='#a'>the first</a>.",
    ],
)
def test_other_links_and_lists_are_none(body: str) -> None:
    assert notes(body) == []
