"""Curly quotes and apostrophes."""

from __future__ import annotations

import pytest
from written import html_of, make_brief

from issuebrief.markup import plain
from issuebrief.markup.quotation_marks import marks_of


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('"a"', "“a”"),
        ("'a'", "‘a’"),
        ('("a")', "(“a”)"),
        ('a "b", c', "a “b”, c"),
        ('a "b." c', "a “b.” c"),
        ("\"'a' b\"", "“‘a’ b”"),
        ("\"a 'b'\"", "“a ‘b’”"),
        ('a—"b"—c', "a—“b”—c"),
        ('a -- "b"', "a\u00a0– “b”"),
        ('"a—" b', "“a—” b"),
        ('pre-"war" x', "pre-“war” x"),
        ("it's O'Brien's", "it’s O’Brien’s"),
        ("workers' rights", "workers’ rights"),
        ("the 1990's", "the 1990’s"),
        ("in the '90s, '68", "in the ’90s, ’68"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("'Tis 'em 'cause", "’Tis ’em ’cause"),
        ("'Course he did", "’Course he did"),
        ("5'10\" tall", "5′10″ tall"),
        ('a 12" disk', "a 12″ disk"),
        ('"in 1957"', "“in 1957”"),
        ("“a” ‘b’", "“a” ‘b’"),
        ('“a "b" c”', "“a “b” c”"),
        ('a " b', 'a " b'),
        ('end of quote" he said', "end of quote” he said"),
        ('"one" "two"', "“one” “two”"),
        ('""', "“”"),
        ('\\"a\\" it\\\'s', '"a" it\'s'),
    ],
)
def test_english(typed: str, expected: str) -> None:
    assert plain(typed, make_brief()) == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("de-AT", "„a ‚b‘“ d’e"),
        ("de-CH", "«a ‹b›» d’e"),
        ("sv", "”a ’b’” d’e"),
        ("fi-FI", "”a ’b’” d’e"),
        ("fr", "«\u202fa “b”\u202f» d’e"),
        ("fr-CH", "«a ‹b›» d’e"),
        ("da", "»a ›b‹« d’e"),
        ("nb-NO", "«a ‘b’» d’e"),
        ("pt-BR", "“a ‘b’” d’e"),
        ("ru", "«a „b“» d’e"),
        ("xx", "“a ‘b’” d’e"),
    ],
)
def test_each_language_has_its_own(lang: str, expected: str) -> None:
    assert plain("\"a 'b'\" d'e", make_brief(lang)) == expected


def test_tags_are_looked_up_whole_first() -> None:
    assert marks_of("de-CH-1996") == marks_of("de-CH") != marks_of("de")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('"*Title*"', "“<em>Title</em>”"),
        ('*"Title"*', "<em>“Title”</em>"),
        ('"[a](https://x.org)"', '“<a href="https://x.org">a</a>”'),
        ("*NASA*'s", "<em>NASA</em>’s"),
        ('`x`\'s `"y"`', '<code>x</code>’s <code>"y"</code>'),
        ('"a  \nb"', "“a<br>\nb”"),
    ],
)
def test_context_is_seen_across_inline_elements(typed: str, expected: str) -> None:
    assert html_of(typed) == f"<p>{expected}</p>"


def test_a_note_mark_does_not_come_between() -> None:
    assert html_of('"a[^1]" b\n\n[^1]: N').endswith("</a>” b</p>")


def test_a_quotation_does_not_run_on_into_the_next_block() -> None:
    assert html_of('- "a\n- b"') == "<ul>\n<li>“a</li>\n<li>b”</li>\n</ul>"
