"""Niceties as a whole: switchable, harmless, idempotent."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import make_brief, make_source

from issuebrief.frontmatter.model import Niceties
from issuebrief.markdown_body import inline, write_up
from issuebrief.markdown_body.source.placeholders import RESERVED
from issuebrief.markdown_body.typography.smart_typography import plain

TYPED = 'It\'s "10-15" km -- p. 5...'
LANGUAGES = ["en-GB", "de", "fr", "sv", "da"]
MARKS = re.compile("[\\s\"'“”‘’„‚«»‹›′″–—−\u2060-]")
TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from(
            [
                '"',
                "'",
                " ",
                "-",
                "--",
                "---",
                "...",
                "…",
                "10",
                "5",
                "a",
                "B.",
                "p.",
                "km",
                "!",
                "?",
                ":",
                ";",
                "«",
                "»",
                "“",
                "”",
                "‘",
                "’",
                "\xa0",
                "\u202f",
                "(",
                ")",
                ",",
                "90s",
                "n",
                "USD",
                "October",
                "\n",
            ]
        ),
        max_size=14,
    ).map("".join),
)


@pytest.mark.parametrize(
    ("off", "expected"),
    [
        ({"quotes": False}, 'It\'s "10–15" km – p.\u00a05…'),
        ({"dashes": False}, "It’s “10-15” km\u00a0-- p.\u00a05..."),
        ({"spaces": False}, "It’s “10–15” km – p. 5…"),
        ({"quotes": False, "dashes": False, "spaces": False}, TYPED),
    ],
)
def test_each_can_be_switched_off(off: dict[str, bool], expected: str) -> None:
    got = plain(TYPED, make_brief(niceties=Niceties(**off)))
    assert got.replace("km\u00a0–", "km –") == expected.replace("km\u00a0–", "km –")


@given(TEXTS, st.sampled_from(LANGUAGES))
def test_no_nicety_changes_letters(text: str, lang: str) -> None:
    text = RESERVED.sub("", text.replace("\\", ""))
    nice = plain(text, make_brief(lang)).replace("…", "...")
    assert MARKS.sub("", nice) == MARKS.sub("", text.replace("…", "..."))


@given(TEXTS, st.sampled_from(LANGUAGES))
def test_twice_is_as_good_as_once(text: str, lang: str) -> None:
    once = plain(text.replace("\\", ""), make_brief(lang))
    assert plain(once, make_brief(lang)) == once


def test_plain_text_is_not_escaped() -> None:
    assert plain("a < b & c", make_brief()) == "a < b & c"


def test_text_for_those_who_cannot_see_is_nice_too() -> None:
    body, _ = write_up(make_source('![It\'s "x"](https://x.org/a.png)'), make_brief(), allow_network=True)
    assert 'alt="It’s “x”"' in body.html


@pytest.mark.parametrize(
    ("typed", "blocks", "expected"),
    [
        ('*A* "b"', False, "<em>A</em> “b”"),
        ("1957. The *start*", False, "1957. The <em>start</em>"),
        ("# no heading", False, "# no heading"),
        ("One.\n\nTwo.", False, "One. Two."),
        ("One.\n\nTwo.", True, "<p>One.</p>\n<p>Two.</p>"),
        ("- a\n- b", True, "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("", False, ""),
        ("", True, ""),
        ("a < b & c", False, "a &lt; b &amp; c"),
        ("737\\-800", False, "737-800"),
    ],
)
def test_fields_of_the_front_matter(typed: str, blocks: bool, expected: str) -> None:
    assert inline(typed, make_brief(), blocks=blocks) == expected


def test_urls_in_fields_are_live() -> None:
    assert inline("https://a.org", make_brief()).startswith('<a class="url" href="https://a.org">')


@pytest.mark.parametrize(
    ("typed", "quotes"),
    [
        ('He said "no" and [il dit "oui"]{lang=fr}, "so".', "“”«»“”"),
        ('A <span lang="de">"Nein"</span> to "it".', "„““”"),
        ('Hon svarade "nej".\n{: lang=sv}', "””"),
    ],
)
def test_a_phrase_in_another_language_has_the_quotes_of_that_language(typed: str, quotes: str) -> None:
    body, _ = write_up(make_source(typed), make_brief(lang="en-GB"))
    assert "".join(re.findall("[“”„«»]", body.html)) == quotes


@pytest.mark.parametrize("typed", ["«\nMot\n»\n!", "« Mot » !", "«\tMot» !"])
def test_a_line_that_ends_inside_guillemets_or_before_high_punctuation_is_a_space(typed: str) -> None:
    assert plain(typed, make_brief("fr")) == "«\u202fMot\u202f»\u202f!"
