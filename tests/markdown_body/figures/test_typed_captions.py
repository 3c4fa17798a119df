"""Captions and source lines in paragraphs of their own, as word processors export them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image
from written import NO_BREAK, written

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = "![A](a.png)"
TABLE = "| Port | Ships |\n| --- | --- |\n| Riga | 12 |"
LONG = "The words go on and on, as they do in a paragraph and never in a caption. " * 6


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Image.new("RGB", (40, 20), "navy").save(tmp_path / "a.png")
    return tmp_path


def html(body: str, folder: Path, lang: str = "en") -> str:
    found, problems = written(body, folder=folder, lang=lang)
    assert problems == ()
    return found.html


def label(word: str, number: int, caption: str) -> str:
    return f'<span class="label">{word}{NO_BREAK}{number}</span> <span class="caption">{caption}</span>'


@pytest.mark.parametrize(
    "caption",
    ["Figure 1: The tide.", "**Figure 1.** The tide.", "*Figure 1. The tide.*", "Fig. 1 – The tide."],
)
@pytest.mark.parametrize("order", ["{0}\n\n{1}", "{1}\n\n{0}"])
def test_a_paragraph_that_begins_like_a_caption_is_that_of_the_picture_beside_it(
    caption: str, order: str, folder: Path
) -> None:
    found = html(f"Before it.\n\n{order.format(PICTURE, caption)}\n\nBehind it.", folder)
    assert label("Figure", 1, "The tide.") in found
    assert found.count("<p") == 2


@pytest.mark.parametrize("caption", ["Tabelle 1: Schiffe", "**Tabelle 1** | Schiffe", "Tab. 1. Schiffe"])
@pytest.mark.parametrize("order", ["{0}\n\n{1}", "{1}\n\n{0}"])
def test_tables_have_theirs_in_every_language(caption: str, order: str, folder: Path) -> None:
    found = html(f"Text.\n\n{order.format(TABLE, caption)}\n\nText.", folder, lang="de")
    assert label("Tabelle", 1, "Schiffe") in found


def test_each_of_several_captions_goes_to_its_own_figure(folder: Path) -> None:
    below = html("\n\n".join((PICTURE, "Figure 1: One", PICTURE, "Figure 2: Two")), folder)
    above = html("\n\n".join(("Figure 1: One", PICTURE, "Figure 2: Two", PICTURE)), folder)
    for found in (below, above):
        assert found.index(label("Figure", 1, "One")) < found.index(label("Figure", 2, "Two"))


def test_the_source_below_belongs_to_the_figure(folder: Path) -> None:
    found = html(f"{PICTURE}\n\nFigure 1: The tide.\n\n*Source: The harbour master.*\n\nText.", folder)
    assert '<span class="source">Source: The harbour master.</span></figcaption>' in found
    found = html(f"{TABLE}\n\nSources: Two ledgers.\n\nText.", folder)
    assert '<p class="source">Source: Two ledgers.</p></figure>' in found.replace(' data-line="5"', "")


@pytest.mark.parametrize("text", [f"Figure 1: {LONG}", "Figure 1 shows the tide."])
def test_what_is_no_caption_of_the_figure_stays_a_paragraph(text: str, folder: Path) -> None:
    found = html(f"{PICTURE}\n\n{text}", folder)
    assert '<figure class="figure"><img' in found
    assert f"<p>{text.strip()}</p>" in found.replace(NO_BREAK, " ").replace(" </p>", "</p>")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{PICTURE}\n\nTable 1: Ships", 6),
        ("Figura 3: La marea", 4),
        ("Text.\n\n**Abb. 2** | Der Pegel", 6),
        (f"{PICTURE}\n\nFigure 1: The tide.\n\nFigure 2: The ebb.", 8),
        (f": Ships\n\n{TABLE}\n\n: Of the last year", 10),
        ("Text.\n\nTabelle: Die Schiffe", 6),
    ],
)
def test_a_caption_that_no_figure_takes_stays_a_paragraph_and_is_told(
    text: str, line: int, folder: Path
) -> None:
    found, problems = written(text, folder=folder)
    assert [(problem.code, problem.place and problem.place.line) for problem in problems] == [
        ("figures.caption-alone", line)
    ]
    assert "<p>" in found.html


def test_a_number_that_is_another_is_told(folder: Path) -> None:
    found, problems = written(f"{PICTURE}\n\nFigure 4: The tide.", folder=folder)
    assert label("Figure", 1, "The tide.") in found.html
    assert [problem.code for problem in problems] == ["figures.number"]
