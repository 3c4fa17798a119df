"""Markdown in blocks of HTML: it is read, and what looks like it is not."""

from __future__ import annotations

import re

import pytest
from written import NO_BREAK, written


def html(text: str) -> str:
    """The HTML of a text, without line breaks between tags."""
    return re.sub(r">\s+<", "><", written(text)[0].html).replace(NO_BREAK, " ")


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("**Riga** and *Ventspils*", "<strong>Riga</strong> and <em>Ventspils</em>"),
        ("[A pier](https://example.org/pier)", '<a href="https://example.org/pier">A pier</a>'),
        ("`a_b` and ~~c~~", "<code>a_b</code> and <s>c</s>"),
        ("\n\n- a\n- b\n\n", "<ul><li>a</li><li>b</li></ul>"),
        ("\n- a\n- b\n", "<ul><li>a</li><li>b</li></ul>"),
        ("\n\n| x |\n|---|\n| y |\n\n| z |\n|---|\n| q |\n\n", ">q</td>"),
    ],
)
def test_a_cell_holds_markdown(cell: str, found: str) -> None:
    shown = html(f"<table>\n<tr><th>Port</th></tr>\n<tr><td>{cell}</td></tr>\n</table>")
    assert found in shown
    assert "|" not in shown and "markdown" not in shown


def test_each_table_of_a_cell_is_one() -> None:
    table = "| Port |\n|---|\n| Riga |\n\n"
    assert html(f"<table><tr><td>\n\n{table}{table}</td></tr></table>").count("<table") == 3


@pytest.mark.parametrize("attribute", ["", ' markdown="1"'])
def test_blanks_before_its_lines_mean_nothing(attribute: str) -> None:
    rows = "  <tr>\n    <td>\n\n      - *a*\n      - b\n\n    </td>\n\n    <td>12. May</td>\n  </tr>\n"
    shown = html(f"<table{attribute}>\n{rows}</table>")
    assert "<td><ul><li><em>a</em></li><li>b</li></ul></td>" in shown
    assert "&lt;" not in shown and "<code>" not in shown


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<summary>**More**</summary>", "<summary><strong>More</strong></summary>"),
        ("<ul><li>*a*</li><li>3. Mai</li></ul>", "<ul><li><em>a</em></li><li>3. Mai</li></ul>"),
        ("<p>*a* b</p>", "<p><em>a</em> b</p>"),
        ("<div><p>3. Mai, *a*</p><p>4. Mai</p></div>", "<div><p>3. Mai, <em>a</em></p><p>4. Mai</p></div>"),
    ],
)
def test_so_does_any_other_block(text: str, found: str) -> None:
    assert found in html(text)


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><td>0.31*</td><td>0.52**</td></tr></table>",
        "<p>a_b_c, 2 * 3 * 4</p>",
        "<div>\n12. Mai 1968\n</div>",
        "<table><tr><td>open *row*<td>no end</tr></table>",
    ],
)
def test_what_is_no_markdown_stays(text: str) -> None:
    words = re.sub(r"<[^<>]+>|\n", "", text)
    assert re.sub(r"<[^<>]+>|\n", "", html(text)) == words


def test_a_figure_in_html_keeps_its_caption() -> None:
    image = '<img src="a.svg" alt="Two piers">'
    shown = html(f"<figure>{image}<figcaption>A *new* pier</figcaption></figure>")
    assert '<span class="caption">A <em>new</em> pier</span></figcaption></figure>' in shown


@pytest.mark.parametrize("attribute", ["", ' markdown="1"'])
def test_a_table_in_html_keeps_its_caption(attribute: str) -> None:
    shown = html(f"<table{attribute}><caption>The *new* piers</caption><tr><td>Riga</td></tr></table>")
    assert '<span class="caption">The <em>new</em> piers</span></figcaption><table>' in shown


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("**<p>Words</p>**", "<p><strong>Words</strong></p>"),
        ("_<div>Words</div>_", "<div><p><em>Words</em></p></div>"),
        ("**<center>Words <i>in</i> it</center>**", "<strong>Words <i>in</i> it</strong>"),
        ("***<h3> Words </h3>***", "<strong><em>Words</em></strong>"),
    ],
)
def test_emphasis_around_a_block_belongs_to_its_words(typed: str, found: str) -> None:
    assert found in html(typed)


def test_emphasis_around_a_caption_is_none_of_its_signs() -> None:
    text = "<figure>\n<img src='a.png' alt='A'>\n**<figcaption>Words</figcaption>**\n</figure>\n"
    assert '<span class="caption">Words</span>' in html(text)
