"""Signs that are text are printed, and what is escaped loses its backslash."""

from __future__ import annotations

import pytest
from written import faults, html_of, written


@pytest.mark.parametrize(
    ("text", "shown", "place"),
    [
        ("where a<b and c>d holds", "where a&lt;b and c&gt;d holds", (1, 8)),
        ("the <name of the port> here", "the &lt;name of the port&gt; here", (1, 5)),
        ("<NAME> fills it in", "&lt;NAME&gt; fills it in", (1, 1)),
        ("a <stong>word</stong>", "a &lt;stong&gt;word&lt;/stong&gt;", (1, 3)),
        ("a word</stong> alone", "a word&lt;/stong&gt; alone", (1, 7)),
        ("<?php echo ?> runs", "&lt;?php echo ?&gt; runs", None),
        ("a <b c, x < y and y > x", "a &lt;b c, x &lt; y and y &gt; x", None),
    ],
)
def test_words_in_angle_brackets_that_are_no_html_are_printed(
    text: str, shown: str, place: tuple[int, int] | None
) -> None:
    assert written(text)[0].html == f"<p>{shown}</p>"
    assert faults(text) == ([("markup.no-element", *place)] if place else [])


@pytest.mark.parametrize(
    "html",
    [
        'x<sub>2</sub> <b>b</b> <a href="https://a.eu">a</a> <br> <kbd title="k">K</kbd>',
        '<span lang="fr">oui</span> <br> <q cite="https://a.eu">b</q> <wbr>',
    ],
)
def test_html_stays_html(html: str) -> None:
    assert html_of(html) == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("5*3*2 = 30", "5*3*2 = 30"),
        ("2**10 and 3**4", "2**10 and 3**4"),
        ("3*x + 4*y", "3*x + 4*y"),
        (
            "un*frigging*real, **2024** and *3*",
            "un<em>frigging</em>real, <strong>2024</strong> and <em>3</em>",
        ),
        ("snake_case_name", "snake_case_name"),
        (r"C:\dossier\new", r"C:\dossier\new"),
        (r"\\server\share and a\\b", r"\\server\share and a\b"),
        (r"\$5, \@home, \~x, \^y, \<b\>, \&amp;, \%, \=", "$5, @home, ~x, ^y, &lt;b&gt;, &amp;amp;, %, ="),
        ("`3*4*5 <x> \\$`", "<code>3*4*5 &lt;x&gt; \\$</code>"),
        ("[1], [sic] and (c)", "[1], [sic] and (c)"),
        ("[a](https://a.eu)&sup1;", '<a href="https://a.eu">a</a>¹'),
        (r"[a](https://a.eu)\*, b\*", '<a href="https://a.eu">a</a>*, b*'),
    ],
)
def test_signs_in_a_line_are_printed(typed: str, shown: str) -> None:
    assert html_of(typed) == f"<p>{shown}</p>"


def test_indented_code_is_set_as_it_is_typed() -> None:
    assert html_of("    3*4*5 <x> https://a.eu/\\_b\n") == (
        "<pre><code>3*4*5 &lt;x&gt; https://a.eu/\\_b\n</code></pre>"
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("12 Quay Road\\\nPort Town", "<p>12 Quay Road<br>\nPort Town</p>"),
        ("> One\\\n> two", "<blockquote>\n<p>One<br>\ntwo</p>\n</blockquote>"),
        ("The end\\", "<p>The end\\</p>"),
        ("The end\\\n\nMore", "<p>The end\\</p>\n<p>More</p>"),
        ("Two \\\\\nsigns", None),
    ],
)
def test_a_backslash_at_the_end_of_a_line_breaks_it(text: str, html: str | None) -> None:
    assert html_of(text) == html if html else "<br" not in html_of(text)
