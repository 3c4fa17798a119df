"""Pull-quotes: lifted from a block or from the text, each behind the block of its passage."""

from __future__ import annotations

import re

import pytest
from written import NO_BREAK, faults, html_of, written

SPAN = '<span class="passage" id="passage-{}"></span>'


def aside(number: int, html: str) -> str:
    return (
        f'<aside class="pull-quote" id="pull-quote-{number}" data-passage="passage-{number}">'
        f"<p>{html}</p></aside>"
    )


BLOCK = "!!! pull-quote\n    {}\n\n"


def test_a_marked_sentence_stays_in_the_text_and_is_lifted() -> None:
    body, problems = written("One. [The *second* sentence.]{.pull-quote} Three.\n\nNext.")
    assert problems == ()
    assert body.html == (
        f"<p>One. {SPAN.format(1)}The <em>second</em> sentence. Three.</p>"
        f"{aside(1, 'The <em>second</em> sentence.')}\n<p>Next.</p>"
    )
    assert [(quote.id, quote.passage, quote.line) for quote in body.pull_quotes] == [
        ("pull-quote-1", "passage-1", 4)
    ]


def test_notes_links_and_ids_are_not_lifted() -> None:
    html = html_of('[A [link](https://x.org) and <b id="x">b</b>[^1] end.]{.pull-quote}\n\n[^1]: N\n')
    assert html.endswith(aside(1, "A link and <b>b</b> end."))
    assert 'id="mark-1-1"' in html
    assert html.count('id="x"') == 1


def test_line_ends_are_spaces_and_languages_stay_in_what_is_lifted() -> None:
    html = html_of('[One  \ntwo <span lang="fr">trois</span> <u class="x">four</u> ]{.pull-quote}')
    assert html.endswith(aside(1, 'One \ntwo <span lang="fr">trois</span> <u>four</u>'))
    html = html_of(BLOCK.format("One<br>two <i>three</i> [four](https://x.org).") + "Text.")
    assert html.endswith(aside(1, "One two <i>three</i> four."))


def test_the_items_of_a_list_stay_apart_in_what_is_lifted() -> None:
    html = html_of(BLOCK.format("Three words. <ul><li>one</li><li>two</li></ul>") + "Text.")
    assert aside(1, "Three words.</p><p>one</p><p>two") in re.sub(r" (?=</?p>)", "", html)


def test_a_quotation_keeps_the_quotes_that_it_has_in_the_text() -> None:
    html = html_of('He said "wait [for "the end" of it."]{.pull-quote}')
    assert aside(1, "for “the end” of it.”") in html


def test_a_block_stands_at_the_passage_that_it_repeats() -> None:
    html = html_of(
        BLOCK.format("It went 'up' -- and down.") + "Before. It *went* “up”--and[^1] down. After.\n\n[^1]: N"
    )
    assert re.search(r"<p>Before\. <span class=\"passage\" id=\"passage-1\"></span>It <em>went</em>", html)
    assert html.endswith(f"</p>{aside(1, f'It went ‘up’{NO_BREAK}– and down.')}")


def test_a_passage_may_begin_inside_emphasis_and_takes_its_opening_quote_along() -> None:
    html = html_of(BLOCK.format("Big words here.") + "So *very “big* words” here.")
    assert f"<em>very {SPAN.format(1)}“big</em>" in html


@pytest.mark.parametrize(
    "text",
    [
        "Far.\n\n{block}Not this.\n\nThe quoted words stand here.",
        "The quoted words stand here.\n\nNot this.\n\n{block}Nor this.",
        "- Not this.\n- The quoted words stand here.\n\n{block}",
        "> The quoted words stand here.\n\nNot this.\n\n{block}",
    ],
)
def test_a_block_is_found_near_and_far_and_in_lists_and_quotations(text: str) -> None:
    html = html_of(text.format(block=BLOCK.format("The quoted words stand here.")))
    assert f"{SPAN.format(1)}The quoted words stand here." in html
    assert aside(1, "The quoted words stand here.") in html


def test_the_nearest_of_several_passages_is_taken() -> None:
    html = html_of(f"Same words.\n\nOther.\n\n{BLOCK.format('Same words.')}Same words.\n")
    assert html.index("passage-1") > html.index("Other.")


def test_a_quotation_that_departs_from_the_text_is_found_by_its_beginning() -> None:
    quote = "These forty letters and more tell a passage from all the others, really."
    html = html_of(
        BLOCK.format(quote) + "Intro. These forty letters and more tell a passage from all of them."
    )
    assert f"Intro. {SPAN.format(1)}These forty" in html


def test_a_quotation_is_found_by_its_first_sentence() -> None:
    html = html_of(BLOCK.format("Short sentence. Something else.") + "Intro. Short sentence. More.")
    assert f"Intro. {SPAN.format(1)}Short" in html


def test_a_quotation_found_nowhere_stands_at_the_block_that_follows() -> None:
    html = html_of(f"Before.\n\n{BLOCK.format('Nowhere at all.')}## Head\n\nAfter.\n\nEnd.")
    assert f"<p>{SPAN.format(1)}After.</p>{aside(1, 'Nowhere at all.')}" in html


def test_a_quotation_at_the_end_stands_at_the_block_before() -> None:
    assert html_of(f"Before.\n\n{BLOCK.format('Nowhere at all.')}") == (
        f"<p>{SPAN.format(1)}Before.</p>{aside(1, 'Nowhere at all.')}"
    )


@pytest.mark.parametrize("block", ["- item", "| a |\n|---|\n| b |", "> quoted", "1. one\n2. two"])
def test_the_mark_of_a_passage_stands_where_html_allows_it(block: str) -> None:
    html = html_of(f"{BLOCK.format('Nowhere.')}{block}\n")
    assert re.search(r"<(?:li|th scope=\"col\"|p)><span class=\"passage\"", html)


def test_a_brief_of_nothing_but_a_pull_quote_keeps_it() -> None:
    assert html_of(BLOCK.format("Alone.")) == f"{SPAN.format(1)}{aside(1, 'Alone.')}"


def test_a_heading_is_never_parted_from_its_paragraph() -> None:
    html = html_of("## A [head]{.pull-quote}\n\n### Sub\n\nText.\n")
    assert html.endswith(f"<p>Text.</p>{aside(1, 'head')}")


def test_a_block_between_heading_and_paragraph_moves_behind_the_paragraph() -> None:
    html = html_of(f"## Head\n\n{BLOCK.format('The text.')}The text.\n\nMore.")
    assert html.startswith(
        f'<h2 id="head">Head</h2>\n<p>{SPAN.format(1)}The text.</p>{aside(1, "The text.")}'
    )


def test_pull_quotes_are_numbered_in_the_order_of_their_passages() -> None:
    body, _ = written(f"{BLOCK.format('Gamma words.')}Alpha. [Beta words.]{{.pull-quote}}\n\nGamma words.\n")
    assert re.findall(r'data-passage="passage-(\d)"><p>(\w+)', body.html) == [("1", "Beta"), ("2", "Gamma")]
    assert [quote.line for quote in body.pull_quotes] == [7, 4]


def test_a_block_may_have_several_paragraphs_and_tabs() -> None:
    html = html_of("Text.\n\n!!! pull-quote\n\tOne *a*.\n\n\tTwo[^1].\n\nMore[^1].\n\n[^1]: N")
    assert "<p>One <em>a</em>.</p><p>Two.</p></aside>" in html
    assert html.count("note-mark") == 1


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("!!! pull-quote\n\nText.", ("pull-quotes.empty", 1, 1)),
        ("A [ ]{.pull-quote} b", ("pull-quotes.empty", 1, 3)),
        ("A [sentence {.pull-quote} b", ("pull-quotes.unclosed", 1, 13)),
        ("A [sentence]{.pull-quote b", ("pull-quotes.unclosed", 1, 13)),
        ("A [sentence\n\nb]{.pull-quote}", ("pull-quotes.unclosed", 3, 3)),
        ("A sentence]{.pull-quote}", ("pull-quotes.unclosed", 1, 12)),
        ("Text.\n\n!!! pull-qoute\n    Words.", ("pull-quotes.unknown-block", 3, 1)),
        ("A[^1]\n\n[^1]: [note]{.pull-quote}", ("pull-quotes.in-note", 3, 7)),
        (f"[{'long ' * 90}]{{.pull-quote}}", ("pull-quotes.long", 1, 1)),
        ("[Same words]{.pull-quote}.\n\n[same “words”]{.pull-quote}", ("pull-quotes.repeated", 3, 1)),
    ],
)
def test_what_can_be_wrong(text: str, fault: tuple[str, int, int]) -> None:
    assert faults(text) == [fault]


def test_an_unknown_block_is_answered_with_the_right_name() -> None:
    assert written("!!! pullqoute\n    x")[1][0].hint == "did you mean !!! pull-quote?"
    assert (
        written("!!! zebra\n    x")[1][0].hint
        == "a box is written ::: note … :::; the only block with !!! is pull-quote"
    )


def test_code_may_show_how_it_is_written() -> None:
    html = html_of(
        "Write `[x]{.pull-quote}` or\n\n    !!! pull-quote\n    [a]{.pull-quote}\n\n"
        "```\n!!! pull-quote\n```\n"
    )
    assert "aside" not in html
    assert "<code>[x]{.pull-quote}</code>" in html
    assert "[a]{.pull-quote}" in html


@pytest.mark.parametrize("name", ["wide", "full", "bleed", "margin", "top"])
def test_a_pull_quote_cannot_have_a_place_in_the_text_which_is_told_once(name: str) -> None:
    body, problems = written(f"First.\n\nA [sentence]{{.pull-quote .{name}}} here.")
    assert [(problem.code, problem.place and problem.place.line) for problem in problems] == [
        ("figures.span", 6)
    ]
    assert 'class="pull-quote"' in body.html


@pytest.mark.parametrize(
    "braces", ["{.pullquote}", "{pull-quote}", "{.Pull-Quote}", "{.pull_quote .small}", "{.wide .pull_quote}"]
)
def test_a_mark_that_is_spelled_wrong_is_an_error(braces: str) -> None:
    _, problems = written(f"A [sentence]{braces} here.")
    assert [(problem.code, problem.place and problem.place.column) for problem in problems] == [
        ("pull-quotes.misspelt", 13)
    ]
    assert problems[0].message == f"{braces} does not mark a pull-quote"
    assert problems[0].hint == "did you mean {.pull-quote}?"


def test_other_braces_and_code_are_no_marks_that_are_spelled_wrong() -> None:
    _, problems = written("A [word]{.small} and [one]{.pull-quote} and `[x]{.pullquote}`.")
    assert problems == ()


def test_a_note_that_is_written_in_a_block_is_told_to_be_left_out() -> None:
    body, problems = written("Text.^[A note.]\n\n!!! pull-quote\n    Words alone.^[Another note.]")
    assert len(body.notes) == 1
    assert [(problem.code, problem.place and problem.place.column) for problem in problems] == [
        ("notes.unused", 17)
    ]
