"""What keeps a page from being taken over: each revision is compared with a fresh layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from revisions import RevisionCheck, small_layout_input

if TYPE_CHECKING:
    from pathlib import Path

SIDEBAR = "main { width: 180px } aside { position: absolute; left: 190px; width: 60px }"


def long(*changed: tuple[int, str]) -> str:
    """Paragraphs of a line each, on five pages; some of them say something else."""
    other = dict(changed)
    return "".join(f"<p>{other.get(number, f'Line {number}.')}</p>" for number in range(70))


def revisions(folder: Path, *bodies: str, css: str = "") -> list[list[int]]:
    """The pages that were made anew in each revision."""
    check = RevisionCheck()
    return [check.set(small_layout_input(folder, body, css)) for body in bodies]


def test_only_the_page_of_a_changed_line_is_made_anew(tmp_path: Path) -> None:
    assert revisions(tmp_path, long(), long((20, "Changed.")), long((21, "Changed."))) == [
        [1, 2, 3, 4, 5],
        [2],
        [2],
    ]


def test_what_stands_next_has_a_say_in_where_a_page_ends(tmp_path: Path) -> None:
    assert revisions(tmp_path, long(), long((17, "Changed.")))[1] == [1, 2]
    assert revisions(tmp_path, long(), long((20, "Changed.")))[1] == [2]


def test_what_is_out_of_the_flow_counts_for_nothing_there(tmp_path: Path) -> None:
    aside = "".join(f"<aside id=a{number}><p>Beside.</p></aside>" for number in range(5))
    body = f"<main>{long()}</main>".replace("<p>Line 16", aside + "<p>Line 16")
    assert revisions(tmp_path, body, body.replace("Line 18.", "Changed."), css=SIDEBAR)[1] == [1, 2]


def test_a_line_more_moves_all_that_follows(tmp_path: Path) -> None:
    words = "Many more words than there is room for in one line of so small a page as this is."
    assert revisions(tmp_path, long(), long((40, words)), long())[1:] == [[3, 4, 5], [3, 4, 5]]


def test_a_page_knows_how_many_there_are(tmp_path: Path) -> None:
    css = '@page { @bottom-left { content: counter(page) " of " counter(pages) } }'
    words = "Many more words than there is room for in one line of so small a page as this is. " * 8
    assert revisions(tmp_path, long(), long((60, words)), css=css)[1] == [1, 2, 3, 4, 5, 6]


def test_running_heads_are_those_of_the_revision(tmp_path: Path) -> None:
    css = "h2 { string-set: head content() } @page { @top-left { content: string(head) } }"
    css += "em { position: running(said) } @page { @top-right { content: element(said) } }"
    body = "<h2>First</h2>" + long() + "<p><em>Aside.</em> Text.</p>"
    revisions(
        tmp_path,
        body,
        body.replace("First", "Second"),
        body.replace("Line 5.", "Line <em>five</em>."),
        body.replace("Aside", "Beside"),
        css=css,
    )


def test_what_is_counted_is_counted_again(tmp_path: Path) -> None:
    css = "body { counter-reset: n } b { counter-increment: n } p::before { content: counter(n) ' ' }"
    revisions(
        tmp_path, long(), long((3, "Now <b>one</b>.")), long((3, "Now <b>one</b>, <b>two</b>.")), css=css
    )


def test_what_is_quoted_is_quoted_with_the_right_marks(tmp_path: Path) -> None:
    css = "q::before, i::before { content: open-quote } q::after { content: close-quote }"
    body = long((60, "He said <q>no</q>."))
    revisions(tmp_path, body, body.replace("Line 3.", "Line <i>three</i>."), css=css)


def test_what_repeats_another_text_is_as_that_is(tmp_path: Path) -> None:
    css = "a::after { content: ' ' target-text(attr(href)) }"
    body = "<h2 id=h>Head</h2>" + long((60, '<a href="#h">See</a>'))
    revisions(tmp_path, body, body.replace(">Head", ">Heading"), css=css)


def test_what_repeats_the_number_of_a_page_is_as_that_is(tmp_path: Path) -> None:
    css = "a::after { content: ' ' target-counter(attr(href), page) }"
    body = long((1, '<a href="#h">See</a>')) + "<h2 id=h>Head</h2>"
    revisions(tmp_path, body, body.replace("Line 3.", "Many words " * 30), css=css)


def test_the_rows_of_a_table_on_two_pages_have_one_width(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>Row {number}</td><td>{number}</td></tr>" for number in range(30))
    body = f"{long()}<table>{rows}</table>{long()}"
    wide = (body.replace(f"Row {row}<", f"Row {row} is wider than all others<") for row in (2, 28))
    changes = [text for other in wide for text in (other, body)]
    revisions(tmp_path, body, *changes, css="table { margin: 0 }")


def test_an_element_has_one_bookmark_however_many_pages_it_is_on(tmp_path: Path) -> None:
    css = "h2 { bookmark-level: 1 } section { bookmark-level: 2; bookmark-label: 'All' }"
    words = "A heading that goes on and on. " * 40
    body = f"<section>{long((16, '</p><h2>' + words + '</h2><p>'))}</section>"
    revisions(
        tmp_path, body, body.replace("Line 30.", "Changed."), body.replace("A head", "The head", 1), css=css
    )


def test_what_is_fixed_on_all_pages_is_the_same_on_all(tmp_path: Path) -> None:
    css = "div { position: fixed; bottom: 0 }"
    body = long() + "<div><p>Fixed.</p></div>"
    revisions(tmp_path, body, body.replace("Fixed.", "Moored."), css=css)


def test_footnotes_go_with_their_text(tmp_path: Path) -> None:
    css = "i { float: footnote }"
    body = long((13, "Here.<i>A footnote that is somewhat longer than a line, so that it takes two.</i>"))
    revisions(
        tmp_path, body, body.replace("A footnote", "The footnote"), body.replace("Line 2.", "More."), css=css
    )


@pytest.mark.parametrize("changed", ["Line <em>3</em>.", "Line <em>40</em>."])
def test_a_selector_that_looks_ahead_is_judged_again(tmp_path: Path, changed: str) -> None:
    css = "body:has(em) h2 { margin-left: 5px } p:has(+ p em) { margin-left: 6px }"
    number = int(changed[9:-6])
    head, foot = "<h2>Head</h2>", "<h2>Foot</h2>"
    bodies = (head + lines + foot for lines in (long(), long((number, changed)), long()))
    revisions(tmp_path, *bodies, css=css)


def test_text_without_a_block_of_its_own_is_set_in_columns(tmp_path: Path) -> None:
    css = (
        ":root { --compose: total-fit; --text-top: 0px; --text-foot: 160px }"
        "main { columns: 2; text-align: justify } h3 { column-span: all; margin: 0 }"
    )
    one, other = "Words of the first text. " * 30, "Other words of the second. " * 12
    body = f"<main>{one}<h3>Between</h3>{other}<p>{one}</p></main>"
    revisions(tmp_path, body, body.replace("Between", "Amid"), body.replace("</p>", " End.</p>"), css=css)
