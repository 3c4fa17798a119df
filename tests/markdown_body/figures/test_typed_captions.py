"""Captions and source lines in paragraphs of their own, as word processors export them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from written import NO_BREAK, html_of, written

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


def plain(found: str) -> str:
    """HTML without line breaks and lines of the source."""
    return re.sub(r' data-line="\d+"|\n', "", found)


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


@pytest.mark.parametrize(
    "text",
    [
        f"{PICTURE}\n\nFigure: The tide. {{#fig-tide .wide}}",
        f"{PICTURE}\n\n**Figure 1.** The tide.\n{{#fig-tide .wide}}",
        f"{PICTURE}\n: The tide. {{#fig-tide .wide}}",
        f"Figure 1: The tide. {{#fig-tide .wide}}\n\n{PICTURE}",
    ],
)
def test_the_name_and_classes_behind_a_caption_are_those_of_its_figure(text: str, folder: Path) -> None:
    found = html(f"See [it](#fig-tide).\n\n{text}\n\nText.", folder)
    assert label("Figure", 1, "The tide.") in found
    assert '<figure class="figure wide" id="fig-tide"' in found


def test_a_second_name_behind_a_caption_is_told(folder: Path) -> None:
    text = f"{PICTURE}{{#fig-a}}\n\nFigure 1: The tide. {{#fig-b}}"
    _, problems = written(text, folder=folder)
    assert [problem.code for problem in problems] == ["markup.stray-attributes"]


def test_each_of_several_captions_goes_to_its_own_figure(folder: Path) -> None:
    below = html("\n\n".join((PICTURE, "Figure 1: One", PICTURE, "Figure 2: Two")), folder)
    above = html("\n\n".join(("Figure 1: One", PICTURE, "Figure 2: Two", PICTURE)), folder)
    for found in (below, above):
        assert found.index(label("Figure", 1, "One")) < found.index(label("Figure", 2, "Two"))


@pytest.mark.parametrize("text", ["**Source:** A ledger.", "**Source**: A ledger.", "*Source*\\: A ledger."])
def test_the_word_source_may_be_emphasised(text: str, folder: Path) -> None:
    assert '<p class="source">Source: A ledger.</p></figure>' in plain(html(f"{TABLE}\n\n{text}", folder))


def test_a_list_of_sources_is_one_line(folder: Path) -> None:
    found = plain(html(f"{TABLE}\n\n**Sources:**\n\n- A ledger.\n- *Tides*, 2020.\n\nText.", folder))
    assert '<p class="source">Source: A ledger; <em>Tides</em>, 2020</p></figure>' in found
    assert "<ul>" not in found


@pytest.mark.parametrize("behind", ["Text.", "- One\n\n    Two", "> A quotation."])
def test_the_word_source_alone_is_no_source(behind: str, folder: Path) -> None:
    found = plain(html(f"{TABLE}\n\nSource:\n\n{behind}", folder))
    assert "</table></figure>" in found and "<p>Source:</p>" in found


@pytest.mark.parametrize(
    "text",
    [
        "Note: In prices of *2020*.\n\nSource: A ledger.",
        "Source: A ledger.\n\nNote: In prices of *2020*.",
        "*Note:* In prices of *2020*.\nSource: A ledger.",
        "Source: A ledger.\nNote: In prices of *2020*.",
    ],
)
def test_notes_below_belong_to_the_figure(text: str, folder: Path) -> None:
    note = "Note: In prices of <em>2020</em>."
    found = plain(html(f"{TABLE}\n\n{text}\n\nNote: It goes on.", folder))
    assert f'<p class="figure-note">{note}</p>' in found and found.endswith("<p>Note: It goes on.</p>")
    assert found.index("figure-note") < found.index("</figure>") > found.index("A ledger.")
    captioned = html(f"{PICTURE}\n:   The tide.\n\n{text}", folder)
    assert f'<span class="figure-note">{note}</span>' in captioned
    assert '<span class="source">Source: A ledger.</span>' in captioned


@pytest.mark.parametrize(
    "lines", ["Note: In prices.\n{}Source: A ledger.", "Source: A ledger.\n{}Note: In prices."]
)
def test_notes_may_be_lines_of_the_caption(lines: str, folder: Path) -> None:
    table = plain(html(f"{TABLE}\n\nTable: Tides. {{#tab-x}}\n{lines.format('')}", folder))
    assert '<span class="caption">Tides.</span></figcaption>' in table
    assert table.endswith(
        '<p class="figure-note">Note: In prices.</p><p class="source">Source: A ledger.</p></figure>'
    )
    picture = html(f"{PICTURE}\n:   The tide.\n    {lines.format('    ')}", folder)
    below = '<span class="figure-note">Note: In prices.</span> <span class="source">Source: A ledger.</span>'
    assert picture.endswith(f'<span class="caption">The tide.</span> {below}</figcaption></figure>')


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


NUMBERS = {
    "Figure 2-0-C. Words": "2-0-C",
    "Fig. 3a: Words": "3a",
    "Abb. 4.1 – Words": "4.1",
    "Figure A-2: Words": "A-2",
    "Figure S1. Words": "S1",
    "FIGURE IV: Words": "IV",
    "Figure B. Words": "B",
    "Fig. 2(b): Words": "2(b)",
    "Figure No. 7: Words": "7",
    "Рис. 5. Words": "5",
    "Obr. 6: Words": "6",
    "図8: Words": "8",
    "3. ábra: Words": "3",
    "9 pav. Words": "9",
    "**Figure 7** Words": "7",
    "Figure 5 Words": "5",
}


@pytest.mark.parametrize("caption", NUMBERS)
def test_a_number_of_any_form_is_taken_from_a_caption_and_told(caption: str, folder: Path) -> None:
    body, problems = written(f"![A](a.png)\n:   {caption}\n", folder=folder)
    label = f'<span class="label">Figure{NO_BREAK}1</span>'
    assert f'{label} <span class="caption">Words</span>' in body.html
    told = [problem.message for problem in problems if problem.code == "figures.number"]
    assert told == [
        f"a caption is typed with the number {NUMBERS[caption]}, and its figure is the brief's number 1"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "![A](a.png){caption='Figure 1: Words'}",
        '![A](a.png "Figure 1. Words")',
        "![A](a.png)\n\nFigure 1-A. Words",
        "| a |\n|---|\n| 1 |\n\nTable: Table 1. Words",
    ],
)
def test_no_number_is_printed_twice_wherever_a_caption_stands(text: str, folder: Path) -> None:
    html = written(text, folder=folder)[0].html
    assert '<span class="caption">Words</span>' in html
    assert len(re.findall(r"(?:Figure|Table)\s1", html)) == 1


@pytest.mark.parametrize(
    "caption", ["Photo 2019, Words", "Figures in Words", "Map of 3 Words", "FIGURES: Words"]
)
def test_a_year_or_a_sentence_is_no_number(caption: str, folder: Path) -> None:
    assert (
        f'<span class="caption">{caption}</span>'
        in written(f"![A](a.png)\n:   {caption}\n", folder=folder)[0].html
    )


@pytest.mark.parametrize(
    "credit",
    ["Photo: Jane Doe", "Foto: Hans / dpa", "© Jane Doe", "Photo by Jane Doe", "Фото: Anna", "Bild: TT"],
)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n:   "])
def test_a_credit_alone_under_a_picture_is_no_caption(credit: str, between: str, folder: Path) -> None:
    html = written(f"![A](a.png){between}{credit}\n", folder=folder)[0].html.replace(NO_BREAK, " ")
    assert f'<p class="source credit">{credit}</p>' in html
    assert "figcaption" not in html


def test_a_credit_below_a_caption_stands_as_its_source_line_with_its_own_word(folder: Path) -> None:
    html = written("![A](a.png)\n:   Words.\n    *Photo: Jane Doe*\n", folder=folder)[0].html
    assert '<span class="source credit">Photo: Jane Doe</span>' in html


def test_a_credit_in_running_text_is_text() -> None:
    assert html_of("Words.\n\nPhoto: Jane Doe\n") == "<p>Words.</p>\n<p>Photo: Jane Doe</p>"


@pytest.mark.parametrize(
    "text",
    [
        "![A](a.png)\nFigure: The quay.", "![A](a.png)\n\nFig.: The quay.",
        "![A](a.png)\n:   *Abb.*: The quay.",
        "![A](a.png)\n:   **Figure:** The quay.", "**Rys.:** The quay.\n\n![A](a.png)",
        '![A](a.png "Figure: The quay.")', '![A](a.png){caption="Figura: The quay."}',
    ],
)  # fmt: skip
def test_a_label_without_a_number_is_not_printed_beside_that_of_the_figure(folder: Path, text: str) -> None:
    html = written(text, folder=folder)[0].html
    assert re.search(r'label">Figure.1</span> <span class="caption">The quay\.</span>', html), html


def test_a_number_within_several_tags_is_taken_from_a_caption(folder: Path) -> None:
    caption = "<font size=1><i><b>Figure 1:</b> Words</i></font>"
    text = f'<figure>\n<img src="a.png" alt="A">\n<figcaption>{caption}</figcaption>\n</figure>\n'
    html = written(text, folder=folder)[0].html
    assert html.count("Figure") == 1 and "Words" in html


def test_a_caption_below_a_picture_in_an_element_belongs_to_it(folder: Path) -> None:
    text = '<div class="x">\n  <img src="a.png" alt="A">\n  <p class="caption">Figure 1: Words</p>\n</div>\n'
    html = written(text, folder=folder)[0].html
    assert '<span class="caption">Words</span></figcaption></figure>' in html
    assert html.count("Figure") == 1
