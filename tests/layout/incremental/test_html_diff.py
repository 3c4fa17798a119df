"""The blocks of HTML that changed: their number, and what they say now."""

from __future__ import annotations

from issuebrief.layout.incremental.html_diff import Exchange, exchanges, marked

HEAD = "<html><head><title>One</title><meta name=a content=b></head><body>"
BODY = (
    '<h2 data-line="3">Head</h2>\n<p data-line="5">First.</p><ul data-line="7"><li>One</li><li>Two</li></ul>'
)


def changed(before: str, after: str) -> tuple[Exchange, ...] | None:
    return exchanges(marked(HEAD + before), marked(HEAD + after))


def test_a_block_that_says_something_else_is_found_by_its_number() -> None:
    assert changed(BODY, BODY) == ()
    assert changed(BODY, BODY.replace("First", "Second")) == (Exchange(1, "<p>First.</p>", "<p>Second.</p>"),)
    both = BODY.replace("Head", "Foot").replace("Two", "Three")
    assert [exchange.number for exchange in changed(BODY, both) or ()] == [0, 3]


def test_lines_are_set_apart() -> None:
    assert changed(BODY, BODY.replace('"5"', '"6"').replace('"7"', '"9"')) == ()
    assert marked(BODY).lines == (3, 5, 7)


def test_what_the_head_says_of_the_brief_is_not_compared() -> None:
    after = HEAD.replace("One", "Two").replace("content=b", "content=c")
    assert exchanges(marked(HEAD + BODY), marked(after + BODY)) == ()


def test_more_than_the_inside_of_blocks_is_too_much() -> None:
    assert changed(BODY, BODY + "<p>More.</p>") is None
    assert changed(BODY, BODY.replace("<p ", "<p id=a ")) is None
    assert changed(BODY, BODY.replace("<ul", "<ol").replace("/ul", "/ol")) is None
    assert changed(BODY, BODY.replace(' data-line="7"', "")) is None
    assert exchanges(marked(HEAD + BODY), marked(HEAD.replace("<html", "<html lang=de") + BODY)) is None


def test_a_block_that_holds_another_is_left_alone() -> None:
    nested = "<ul><li>One<ul><li>{}</li></ul></li></ul>"
    assert changed(nested.format("a"), nested.format("b")) == (Exchange(1, "<li>a</li>", "<li>b</li>"),)
    assert changed(nested.format("a"), nested.format("a").replace("One", "Two")) is None
