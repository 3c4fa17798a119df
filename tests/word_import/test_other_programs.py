"""Files of other programs than Word, and what people make with the table and drawing tools of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from word_files import FRONT, NAMES, brief_of, imported, needs_pandoc, par, picture, run, table, text_of, told

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = needs_pandoc
HEADING = par("Start", style="berschrift1")


def test_a_style_for_headings_without_a_number_makes_headings(tmp_path: Path) -> None:
    body = par("The Brief", formats="") + par("Heading One", style="Heading") + par("A text of Pages.")
    made = imported(tmp_path, body + par("Below", style="Subheading") + par("More."))
    assert text_of(made) == "## Heading One\n\nA text of Pages.\n\n### Below\n\nMore."
    assert "title: The Brief" in brief_of(made)


def test_a_table_before_the_title_hides_neither_it_nor_the_authors(tmp_path: Path) -> None:
    body = table(("Policy Brief 12", "Harbour Institute"), ("a", "b")) + par("The Ferry") + par("By Ann Berg")
    made = imported(tmp_path, body + HEADING + par("A text."))
    assert "title: The Ferry" in brief_of(made) and "- name: Ann Berg" in brief_of(made)
    assert "a table before the title stands before the text: “| Policy Brief 12 | Harbour Institute |" in (
        "\n".join(told(made, "word.guess"))
    )


def test_a_table_of_pictures_is_one_figure_with_its_caption(tmp_path: Path) -> None:
    cells = (par(picture("Quay")), par(picture("Port")))
    body = FRONT + HEADING + table(cells, ("(a) quay", "(b) port")) + par("Figure 1. Two places.")
    made = imported(tmp_path, body + par("See ", picture("Icon")))
    assert text_of(made).split("\n\n")[1:3] == [
        "(a) quay (b) port",
        "![Quay](figure-1.png) ![Port](figure-1.png)\nTwo places. {#fig-1}",
    ]
    assert any("a table sets pictures side by side" in each for each in told(made, "word.guess"))
    assert not told(made, "word.lost")


def test_what_only_a_format_or_a_form_says_is_told(tmp_path: Path) -> None:
    box = '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox/></w:ffData></w:fldChar>'
    art = '<w:r><w:pict><v:shape><v:textpath string="For review"/></v:shape></w:pict></w:r>'
    body = par(run("twice gone", "<w:dstrike/>"), " ", run("Nato", "<w:caps/>"), f"<w:r>{box}</w:r>", art)
    made = imported(tmp_path, FRONT + HEADING + body)
    assert text_of(made).endswith("~~twice gone~~ Nato")
    assert told(made, "word.left-out") == [
        "a drawn shape is left out: “For review”",
        "a check box of a form is left out",
    ]
    assert told(made, "word.changed") == ["words in capitals are as they were typed: “Nato”"]


def test_headings_are_counted_only_where_their_numbering_prints_something(tmp_path: Path) -> None:
    counted = '<w:numPr><w:numId w:val="4"/></w:numPr>'
    body = FRONT + par("Start", style="berschrift1", formats=counted) + par("A text.")
    for form, number in (("none", 0), ("decimal", 1)):
        numbering = (
            f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt '
            f'w:val="{form}"/></w:lvl></w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
            "</w:numbering>"
        )
        made = imported(tmp_path, body, {"word/numbering.xml": numbering})
        assert len(told(made, "word.left-out")) == number


def test_typed_numbers_of_figures_and_tables_lead_to_them(tmp_path: Path) -> None:
    body = par("As Table 3 and Fig. 1 show (see table 3, Table 2 and Table 30).")
    body += par("Table 3: Depths") + table(("Port", "Depth"), ("Aber", "4"))
    made = imported(tmp_path, FRONT + HEADING + body + par(picture("Quay")) + par("Figure 1. A quay."))
    assert text_of(made).split("\n\n")[1] == (
        "As [](#tab-1) and [](#fig-1) show (see table 3, Table 2 and Table 30)."
    )
    counted = "numbers of figures and tables that were typed are counted now (2): “Table 3”, “Fig. 1”"
    assert counted in told(made, "word.guess")
    assert not told(made, "word.lost")
