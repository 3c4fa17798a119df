"""Fenced code is code, wherever its fences stand and whatever is written behind them."""

from __future__ import annotations

import re

import pytest
from written import faults, html_of, written


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("```\na  b\n```", "<pre><code>a  b\n</code></pre>"),
        ("~~~\n```\n~~~", "<pre><code>```\n</code></pre>"),
        ("```c {.x linenos=true}\na\n```", '<pre class="x"><code class="language-c">a\n</code></pre>'),
        ('```js title="a.js"\na\n```', '<pre><code class="language-js">a\n</code></pre>'),
        ("```{.c #x .y}\na\n```", '<pre class="y" id="x"><code class="language-c">a\n</code></pre>'),
        ("````\n```\na\n```\n````", "<pre><code>```\na\n```\n</code></pre>"),
        ("```\na\n`````", "<pre><code>a\n</code></pre>"),
        ("Text\n```\na\n```\nText", "<p>Text</p>\n<pre><code>a\n</code></pre>\n<p>Text</p>"),
        ("> ```\n> a\n>   b\n> ```", "<blockquote>\n<pre><code>a\n  b\n</code></pre>\n</blockquote>"),
        (
            "> One\n>\n> ```\n> a\n> ```\n> Two",
            "<blockquote>\n<p>One</p>\n<pre><code>a\n</code></pre>\n<p>Two</p>\n</blockquote>",
        ),
        ("```\n```", "<pre><code></code></pre>"),
        ("Text with\n``` in the middle\nof it", "<p>Text with\n``` in the middle\nof it</p>"),
    ],
)  # fmt: skip
def test_fenced_code(text: str, html: str) -> None:
    assert html_of(text) == html


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_code_in_a_definition_stays_in_it_and_keeps_its_indents(fence: str) -> None:
    html = html_of(f"Ebb\n:   It falls.\n\n    {fence}\n    a\n      b\n    {fence}\n\nAfter.\n")
    assert "<pre><code>a\n  b\n</code></pre></dd>" in html.replace("\n</dd>", "</dd>")
    assert html.endswith("<p>After.</p>")


def test_code_in_a_list_stays_in_its_item_and_keeps_its_indents() -> None:
    html = html_of("- One\n\n    ```\n    a\n      b\n\n    c\n    ```\n\n- Two")
    assert "<li>\n<p>One</p>\n<pre><code>a\n  b\n\nc\n</code></pre>\n</li>" in html


@pytest.mark.parametrize(
    "item", ["- ```py\n  a\n    *b*\n  ```\n- Two", "10. ~~~py\n    a\n      *b*\n    ~~~\n11. Two"]
)
def test_an_item_may_begin_with_code(item: str) -> None:
    assert '<pre><code class="language-py">a\n  *b*\n</code></pre>\n</li>' in html_of(item)
    assert "<p>Two</p>\n</li>" in html_of(item)
    assert not faults(item)


@pytest.mark.parametrize(
    "text",
    ["> - ```\n>   a\n>   ```\n> - Two", "Ebb\n:   ```\n    a\n    ```", "* 1. ```\n     a\n     ```\n* Two"],
)
def test_what_stands_in_another_block_may_begin_with_code(text: str) -> None:
    assert "<pre><code>a\n</code></pre>" in html_of(text)
    assert not faults(text)


@pytest.mark.parametrize("indent", ["    ", "      "])
def test_a_note_may_begin_with_code(indent: str) -> None:
    body, problems = written(f"Text.[^a]\n\n[^a]: ```\n{indent}a [^b]\n{indent}```\n")
    assert "<pre><code>a [^b]\n</code></pre>" in body.notes[0].html
    assert not problems


def test_code_that_begins_one_item_is_not_closed_by_that_of_the_next() -> None:
    html = html_of("- ```\n  a\n  ```\n- ```\n  b\n  ```\n\nText *c*.")
    assert html.count("<pre>") == 2
    assert "<em>c</em>" in html


@pytest.mark.parametrize("text", ["```\na\nb\n\nText.", "```\na\nb\n\nText.\n\n```py\nc\n```"])
def test_code_that_nothing_closes_ends_with_its_lines_and_is_told(text: str) -> None:
    assert faults(text) == [("markup.unclosed-fence", 1, 1)]
    assert written(text)[0].html.startswith("<pre><code>a\nb\n</code></pre>\n<p>Text.</p>")


def test_code_in_an_item_right_below_text_is_in_a_list() -> None:
    html = html_of("Text\n- ```\n  a\n  ```\n\nMore")
    assert re.search(
        r"<p>Text</p>\s*<ul>\s*<li>\s*<pre><code>a\n</code></pre>\s*</li>\s*</ul>\s*<p>More</p>", html
    )
