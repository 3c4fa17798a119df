"""Pictures and text in one paragraph, and figures typed in HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image
from written import FIRST_LINE, NO_BREAK, html_of, written

if TYPE_CHECKING:
    from pathlib import Path

LONG = "The words go on and on, as they do in a paragraph and never in a caption. " * 5


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Image.new("RGB", (40, 20), "navy").save(tmp_path / "a.png")
    return tmp_path


def html(body: str, folder: Path) -> str:
    found, problems = written(body, folder=folder)
    assert problems == ()
    return found.html


def captioned(caption: str, number: int = 1) -> str:
    return (
        f'<figure class="figure" id="fig-{number}"><img src="a.png" alt="A"><figcaption><span class="label">'
        f'Figure{NO_BREAK}{number}</span> <span class="caption">{caption}</span></figcaption></figure>'
    )


@pytest.mark.parametrize(
    "text",
    [
        "![A](a.png)\nThe tide.",
        "![A](a.png)  \nThe tide.",
        "![A](a.png)\n*The tide.*",
        "![A](a.png)\nFigure 1: The tide.",
        "![A](a.png)\n**Fig. 1.** The tide.",
        "![A](a.png)*The tide.*",
        "![A](a.png) _The tide._",
        "![A](a.png) Figure 1: The tide.",
        "![A](a.png)\nAbbildung 1 – The tide.",
        "![A](a.png)\n:   Figure 1. The tide.",
        '![A](a.png "The tide.")',
        "<figure>\n<img src='a.png' alt='A'>\n<figcaption>Figure 1: The tide.</figcaption>\n</figure>",
        "<figure><figcaption>The tide.</figcaption><p><img src='a.png' alt='A'></p></figure>",
    ],
)
def test_what_is_right_below_a_picture_is_its_caption(text: str, folder: Path) -> None:
    assert html(text, folder).replace('alt="A" src="a.png"', 'src="a.png" alt="A"') == captioned("The tide.")


def test_a_paragraph_right_below_a_picture_is_none(folder: Path) -> None:
    found = html(f"![A](a.png)\n{LONG}", folder)
    assert found.startswith('<figure class="figure"><img src="a.png" alt="A"></figure><p>The words')


def test_a_picture_below_its_lead_is_a_figure_after_it(folder: Path) -> None:
    assert html("This is how it looks:\n![A](a.png)", folder) == (
        '<p>This is how it looks:</p><figure class="figure"><img src="a.png" alt="A"></figure>'
    )


def test_several_pictures_in_a_paragraph_are_several_figures(folder: Path) -> None:
    assert html("![A](a.png)\n![A](a.png)\n![A](a.png)", folder).count("<figure") == 3


def test_pictures_on_one_line_are_parts_of_one_figure(folder: Path) -> None:
    written = html("![A](a.png) ![A](a.png)\n![A](a.png)", folder)
    assert written.count('class="figure') == 2
    assert written.count('class="part ') == 2


def test_a_linked_picture_keeps_its_link(folder: Path) -> None:
    assert html("[![A](a.png)](https://example.org/){#fig-x}\n", folder).startswith('<figure class="figure"')
    found = html("[![A](a.png)](https://example.org/)", folder)
    assert found == (
        '<figure class="figure"><a href="https://example.org/"><img src="a.png" alt="A"></a></figure>'
    )


def test_a_picture_in_bold_type_is_a_figure(folder: Path) -> None:
    assert html("**![A](a.png)**", folder) == '<figure class="figure"><img src="a.png" alt="A"></figure>'


@pytest.mark.parametrize("text", ["- ![A](a.png)", "| ![A](a.png) | b |\n|---|---|\n| c | d |"])
def test_a_picture_alone_in_an_item_or_a_cell_is_a_figure_there(text: str, folder: Path) -> None:
    assert '><figure class="figure"><img src="a.png" alt="A"></figure></' in html(text, folder)


def test_a_picture_in_a_sentence_stays_there(folder: Path) -> None:
    assert html("See ![A](a.png) here,\nand there.", folder).startswith("<p>See <img")


@pytest.mark.parametrize(
    "text", ["![A](a.png) *Note* that.", "![A](a.png) **Advice**", "Words ![A](a.png) *end.*"]
)
def test_a_picture_that_begins_a_sentence_has_no_caption(text: str, folder: Path) -> None:
    assert html(text, folder).startswith("<p>")


def test_another_number_than_was_typed_is_told(folder: Path) -> None:
    found, (problem,) = written("Text.\n\n![A](a.png)\nFigure 3: The tide.", folder=folder)
    assert captioned("The tide.") in found.html
    assert problem.code == "figures.number"
    assert problem.place
    assert problem.place.line in (FIRST_LINE + 2, FIRST_LINE + 3)


def test_a_table_in_html_has_its_caption_above_it() -> None:
    found = html_of("<table><caption>Boats.\nSource: Own count.</caption><tr><td>1</td></tr></table>")
    assert found.startswith('<figure class="table" id="tab-1"><figcaption><span class="label">')
    assert found.index("Boats.") < found.index("<table>") < found.index("Own count.")
    assert "<caption>" not in found


@pytest.mark.parametrize(
    "figure",
    [
        "<figure>\n<img src=a.png alt=A>\n\n**<figcaption>The tide.</figcaption>**\n</figure>",
        "<figure><img src=a.png alt=A><figcaption><em>The tide.</em></figcaption></figure>",
        "![A](a.png)\n:   **The tide.**",
    ],
)
def test_a_caption_is_not_emphasised_as_a_whole(figure: str, folder: Path) -> None:
    assert '<span class="caption">The tide.</span>' in html(figure, folder)


def test_a_word_of_a_caption_may_be_emphasised(folder: Path) -> None:
    found = html("![A](a.png)\n:   The *tide*.", folder)
    assert '<span class="caption">The <em>tide</em>.</span>' in found
