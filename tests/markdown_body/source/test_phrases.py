"""Phrases that other dialects of Markdown know: set where they are meant, left alone where they are prose."""

from __future__ import annotations

import pytest
from written import html_of, make_brief

from issuebrief.markdown_body import inline


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("the 19^th^ century", "the 19<sup>th</sup> century"),
        ("H~2~O and CO~2~-free", "H<sub>2</sub>O and CO<sub>2</sub>-free"),
        ("^14^C dating, 40 km^2^.", "<sup>14</sup>C dating, 40 km<sup>2</sup>."),
        ("x~*i*~ and a^**b**^", "x<sub><em>i</em></sub> and a<sup><strong>b</strong></sup>"),
        ("~~no *longer*~~ so", "<s>no <em>longer</em></s> so"),
        ("~~over\ntwo lines~~", "<s>over\ntwo lines</s>"),
        ("==this== counts", "<mark>this</mark> counts"),
        ("un==believ==able", "un<mark>believ</mark>able"),
        ("the ==two word==s", "the <mark>two word</mark>s"),
        ("中文==重点 一==文字", "中文<mark>重点 一</mark>文字"),
        ("한국어==강조==는", "한국어<mark>강조</mark>는"),
        ("[nato]{.smallcaps}", '<span class="smallcaps">nato</span>'),
        ("[a *b* [c]]{.underline}", '<span class="underline">a <em>b</em> [c]</span>'),
        ("the [Zeitgeist]{lang=de}", 'the <span lang="de">Zeitgeist</span>'),
    ],
)
def test_a_phrase_is_set(typed: str, set_as: str) -> None:
    assert html_of(typed) == f"<p>{set_as}</p>"
    assert inline(typed.replace("\n", " "), make_brief()) == set_as.replace("\n", " ")


@pytest.mark.parametrize(
    "prose",
    [
        "about ~5 and ~6 per cent",
        "between ~5/~6 of them",
        "from 10^6 and 10^7 on",
        "10^6/10^7 of it",
        "a ~~ b ~~ c",
        "if a == b and c == d",
        "mode==linear or kind==cubic",
        "a ~ b, c ^ d",
        "[a] {b}",
    ],
)
def test_prose_stays_as_it_is_typed(prose: str) -> None:
    assert html_of(prose) == f"<p>{prose}</p>"


@pytest.mark.parametrize("typed", [r"H\~2\~O", r"19\^th\^", r"\=\=a\=\=", r"five \& six \@ home"])
def test_a_backslash_keeps_a_sign_from_meaning_anything(typed: str) -> None:
    printed = typed.replace("\\", "").replace("&", "&amp;")
    assert html_of(typed) == f"<p>{printed}</p>"


def test_nothing_of_it_counts_in_code_or_in_an_address() -> None:
    assert html_of("`H~2~O ~~x~~`") == "<p><code>H~2~O ~~x~~</code></p>"
    assert 'href="https://example.org/~a~/b^c^"' in html_of("<https://example.org/~a~/b^c^>")
