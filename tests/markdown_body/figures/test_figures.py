"""Figures and tables: captions, numbers, source lines, cross-references."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from written import NO_BREAK, bare, faults, html_of, make_brief, make_source, written

from issuebrief.markdown_body import write_up

if TYPE_CHECKING:
    from pathlib import Path


def pictured(body: str, folder: Path, lang: str = "en-GB") -> str:
    result, problems = written(body, lang, folder)
    assert problems == ()
    return result.html


def test_a_picture_alone_in_its_paragraph_is_a_figure(folder: Path) -> None:
    assert pictured("![Alt](a.png)", folder) == '<figure class="figure"><img src="a.png" alt="Alt"></figure>'


def test_a_picture_in_a_sentence_is_none(folder: Path) -> None:
    assert pictured("See ![Alt](a.png) here.", folder).startswith("<p>See <img")


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_a_caption_stands_below_its_picture_however_deep_in_lists(folder: Path, depth: int) -> None:
    items = [f"{' ' * 4 * level}- Item {level}.\n" for level in range(depth)]
    edge = " " * 4 * depth
    text = "\n".join([*items, f"{edge}![Alt](a.png)\n{edge}:   The quay.\n{edge}    Source: A map.\n"])
    html = pictured(text, folder)
    assert '<span class="caption">The quay.</span> <span class="source">Source: A map.</span>' in html


def test_a_caption_with_its_source_numbers_a_figure(folder: Path) -> None:
    text = "![Alt](a.png){#fig-moon .wide}\n:   The *Moon*,\n    far off.\n    Source: An atlas.\n"
    assert pictured(text, folder) == (
        '<figure class="figure wide" id="fig-moon"><img src="a.png" alt="Alt"><figcaption>'
        f'<span class="label">Figure{NO_BREAK}1</span> '
        '<span class="caption">The <em>Moon</em>,\nfar off.</span> '
        '<span class="source">Source: An atlas.</span></figcaption></figure>'
    )


@pytest.mark.parametrize(
    "text",
    [
        "![A](a.png) {#fig-x .wide}\n:   Cap.\nSource: Me.\n",
        "![A](a.png){#fig-x .wide}\n:   Cap.\n:   Source: Me.\n",
        "![A](a.png){#fig-x .wide}\n\n:   Cap.\n\n    Source: Me.\n",
    ],
)
def test_caption_and_attributes_may_be_laid_out_in_several_ways(text: str, folder: Path) -> None:
    html = pictured(text, folder)
    assert '<figure class="figure wide" id="fig-x">' in html
    assert '<span class="caption">Cap.</span> <span class="source">Source: Me.</span></figcaption>' in html


def test_caption_and_source_may_stand_in_the_braces(folder: Path) -> None:
    text = '![A](a.png){#fig-x .wide caption="It\'s here." source="Me."}\n'
    assert pictured(text, folder) == (
        '<figure class="figure wide" id="fig-x"><img src="a.png" alt="A"><figcaption>'
        f'<span class="label">Figure{NO_BREAK}1</span> <span class="caption">It’s here.</span> '
        '<span class="source">Source: Me.</span></figcaption></figure>'
    )


@pytest.mark.parametrize(
    "braces", ['{#fig-a fig-cap="Tides"}', '{#fig-a caption="Tides"}', '{#fig-a fig-alt="Waves"}']
)
def test_the_braces_may_hold_caption_and_alternative_text_as_in_quarto(braces: str, folder: Path) -> None:
    html = pictured(f"![{'Tides' if 'alt' in braces else 'Waves'}](a.png){braces}", folder)
    assert 'id="fig-a"' in html
    assert 'alt="Waves"' in html
    assert '<span class="caption">Tides</span>' in html


def test_what_only_quarto_reads_in_a_caption_is_told_and_the_rest_counts() -> None:
    text = '| A |\n|---|\n| b |\n\n: Tides {#tbl-t .wide tbl-colwidths="[60, 40]"}\n\nSee [](#tbl-t).\n'
    body, problems = write_up(make_source(text), make_brief(), classes=frozenset())
    assert [problem.code for problem in problems] == ["markup.unknown-attribute"]
    assert '<figure class="table wide" id="tbl-t">' in bare(body.html)
    assert "colwidths" not in body.html


def test_a_source_line_may_stand_in_emphasis(folder: Path) -> None:
    html = pictured("![Waves](a.png)\n*Tides*, by *year*.\n*Source: Own work.*", folder)
    assert '<span class="caption"><em>Tides</em>, by <em>year</em>.</span>' in html
    assert '<span class="source">Source: Own work.</span>' in html


def test_only_captioned_figures_are_numbered_and_get_ids(folder: Path) -> None:
    html = pictured("![A](a.png)\n\n![B](a.png)\n:   One.\n\n![C](a.png)\n:   Two.\n", folder)
    assert html.count("<figure") == 3
    assert f'id="fig-1"><img src="a.png" alt="B"><figcaption><span class="label">Figure{NO_BREAK}1' in html
    assert f'id="fig-2"><img src="a.png" alt="C"><figcaption><span class="label">Figure{NO_BREAK}2' in html


def test_definition_lists_remain_between_figures(folder: Path) -> None:
    html = pictured("Term\n:   Meaning\n\n![A](a.png)\n:   Cap.\n\nOther\n:   More\n", folder)
    assert html.index("<dl>") < html.index("<figure") < html.rindex("<dl>")
    assert "<dd>More</dd>" in html


TABLE = "| a | b |\n|---|---|\n| **r** | 1 |\n"


def test_a_table_without_caption_is_a_figure_without_number() -> None:
    html = html_of(TABLE)
    assert html.startswith('<figure class="table"><table>')
    assert "figcaption" not in html


def test_header_cells_say_what_they_head() -> None:
    html = html_of(TABLE)
    assert '<th scope="col">a</th>' in html
    assert '<th scope="row"><strong>r</strong></th>' in html
    assert 'data-tail="0">1</td>' in html


@pytest.mark.parametrize("gap", ["\n", ""])
def test_a_table_takes_the_caption_that_follows(gap: str) -> None:
    html = html_of(f"{TABLE}{gap}Table: All *of* it. {{#tab-all .wide}}\nSource: Own work.\n\nText.")
    assert html.startswith(
        '<figure class="table wide" id="tab-all"><figcaption>'
        f'<span class="label">Table{NO_BREAK}1</span> '
        '<span class="caption">All <em>of</em> it.</span></figcaption><table>'
    )
    assert html.endswith('</table><p class="source">Source: Own work.</p></figure>\n<p>Text.</p>')


@pytest.mark.parametrize("gap", ["\n", ""])
def test_a_table_may_have_its_caption_in_braces_below(gap: str) -> None:
    html = html_of(f'{TABLE}{gap}{{#tab-x .wide caption="All." source="Me."}}\n\nSee [](#tab-x).')
    assert html.startswith('<figure class="table wide" id="tab-x"><figcaption>')
    assert '<span class="caption">All.</span></figcaption><table>' in html
    assert '</table><p class="source">Source: Me.</p></figure>' in html
    assert html.endswith(f'<p>See <a class="reference" href="#tab-x">Table{NO_BREAK}1</a>.</p>')


def test_a_paragraph_about_a_table_is_no_caption() -> None:
    body, (problem,) = written("Table: not one.")
    assert body.html == "<p>Table: not one.</p>"
    assert problem.code == "figures.caption-alone"


@pytest.mark.parametrize(
    ("lang", "label", "source"),
    [
        ("de", "Tabelle", "Quelle"),
        ("sv-SE", "Tabell", "Källa"),
        ("fr", "Tableau", "Source"),
        ("cy", "Table", "Source"),
    ],
)
def test_labels_speak_the_language_of_the_brief(lang: str, label: str, source: str) -> None:
    html = html_of(f"{TABLE}\nTable: X\nSource: Y", lang)
    assert f'<span class="label">{label}{NO_BREAK}1</span>' in html
    assert f'<p class="source">{source}' in html


def test_an_empty_link_takes_the_label_of_its_figure_or_the_text_of_its_heading() -> None:
    html = html_of(
        "## The end[^1]\n\nSee [](#tab-x), [](#the-end).[^1]\n\n"
        f"{TABLE}\nTable: X {{#tab-x}}\n\n[^1]: [](#tab-x)"
    )
    assert f'<a class="reference" href="#tab-x">Table{NO_BREAK}1</a>' in html
    assert '<a class="reference" href="#the-end">The end</a>' in html


def test_a_link_to_nowhere_is_an_error_with_the_nearest_id() -> None:
    _, problems = written('## Missions\n\nA [b](#mision) and\n<a href="#zzz">c</a>.')
    assert [
        (problem.code, problem.place and (problem.place.line, problem.place.column)) for problem in problems
    ] == [
        ("references.dead", (6, 7)),
        ("references.dead", (7, 10)),
    ]
    assert problems[0].hint.startswith("did you mean #missions?")
    assert problems[0].excerpt == "A [b](#mision) and"


def test_the_same_dead_link_is_reported_at_each_place() -> None:
    assert faults("[a](#x)\n\n[b](#x)") == [("references.dead", 1, 5), ("references.dead", 3, 5)]


def test_a_link_to_a_note_or_to_the_endnotes_is_alive() -> None:
    assert faults("A[^1] [b](#note-1) [c](#endnotes)\n\n[^1]: N") == []


def test_an_empty_link_to_what_has_no_text_is_an_error(folder: Path) -> None:
    _, problems = written("![A](a.png){#p}\n\n[](#p)", folder=folder)
    assert [problem.code for problem in problems] == ["references.no-text"]


def test_a_picture_without_alternative_text_is_an_error(folder: Path) -> None:
    _, problems = written('![](a.png)\n\n<img src="a.png">', folder=folder)
    assert [(problem.code, problem.place and problem.place.line) for problem in problems] == [
        ("figures.no-alternative-text", 4),
        ("figures.no-alternative-text", 6),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("image", True),
        ("A chart", True),
        ("Bild 3", True),
        ("quay_2", True),
        ("quay_2.png", True),
        ("A boat. Description automatically generated", True),
        ("A chart of the tide", False),
        ("The quay", False),
    ],
)
def test_an_alternative_text_that_says_nothing_is_told(folder: Path, text: str, told: bool) -> None:
    (folder / "a.png").rename(folder / "quay_2.png")
    _, problems = written(f'<img src="quay_2.png" alt="{text}">', folder=folder)
    assert [problem.code for problem in problems] == ["figures.poor-alternative-text"] * told


def test_every_picture_is_looked_at(folder: Path) -> None:
    _, problems = written('A ![x](none.png).\n\n<p><img src="gone.png" alt="y"></p>', folder=folder)
    assert [(problem.code, problem.place and problem.place.line) for problem in problems] == [
        ("picture.missing", 4),
        ("picture.missing", 6),
    ]


def test_a_picture_on_the_network_is_let_pass_where_that_is_allowed() -> None:
    source = make_source("![x](https://example.org/a.png)")
    assert [problem.code for problem in write_up(source, make_brief())[1]] == ["picture.network"]
    assert write_up(source, make_brief(), allow_network=True)[1] == ()
