"""What each part of a brief is called in the structure of a PDF."""

from __future__ import annotations

from itertools import count

import pydyf
import pytest

from issuebrief.pdf.content_tree import Branch, LinkArea, MarkedContent
from issuebrief.pdf.structure import structure
from issuebrief.pdf.structure_elements import StructElement

NUMBERS = count()


def piece() -> MarkedContent:
    return MarkedContent(0, next(NUMBERS))


def branch(
    tag: str, *kids: Branch | MarkedContent | LinkArea, inline: bool = False, **attributes: str
) -> Branch:
    names = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    return Branch(tag, names, not inline, kids=list(kids))


def text(tag: str = "p", **attributes: str) -> Branch:
    """An element with a piece of text in it."""
    return branch(tag, piece(), inline=False, **attributes)


def inline(tag: str, *kids: Branch | MarkedContent | LinkArea, **attributes: str) -> Branch:
    return branch(tag, *(kids or (piece(),)), inline=True, **attributes)


def link(href: str, *kids: Branch | MarkedContent | LinkArea, **attributes: str) -> Branch:
    return inline("a", LinkArea(0, pydyf.Dictionary()), *(kids or (piece(),)), href=href, **attributes)


def outline(element: StructElement) -> str:
    """An element as `P(·Link(@·))`: a dot is marked content, @ a live area."""
    kids = "".join(
        outline(kid) if isinstance(kid, StructElement) else "·" if isinstance(kid, MarkedContent) else "@"
        for kid in element.kids
    )
    return f"{element.tag}({kids})"


def made(*kids: Branch | MarkedContent | LinkArea) -> str:
    shape = outline(structure(branch("html", *kids)))
    return shape.removeprefix("Document(").removesuffix(")")


def first(tag: str, *kids: Branch | MarkedContent | LinkArea) -> StructElement:
    return next(element for element in structure(branch("html", *kids)).walk() if element.tag == tag)


def test_paragraphs_and_headings_keep_their_names() -> None:
    assert made(text("h1"), text("p"), text("h2"), text("h6")) == "H1(·)P(·)H2(·)H6(·)"


def test_what_only_groups_leaves_no_trace() -> None:
    assert made(branch("div", branch("header", text("h1")), text("p"))) == "H1(·)P(·)"
    assert made(branch("p", piece(), inline("em", piece(), inline("strong")), inline("sup"))) == "P(····)"


def test_parts_of_the_page_are_named_by_what_they_are() -> None:
    assert made(branch("main", branch("section", text("h2")))) == "Part(Sect(H2(·)))"
    assert made(branch("article", branch("nav", text("p")))) == "Art(Sect(P(·)))"
    assert made(branch("blockquote", text("p"), text("p"))) == "BlockQuote(P(·)P(·))"


def test_a_pull_quote_is_a_quote_and_another_aside_is_none() -> None:
    assert made(branch("aside", text("p"), class_="pull-quote long")) == "PullQuote(P(·))"
    assert made(branch("aside", text("p"), class_="details")) == "Aside(P(·))"


def test_text_beside_blocks_is_a_paragraph_of_its_own() -> None:
    assert made(branch("section", piece(), inline("em"), text("p"), piece())) == "Sect(P(··)P(·)P(·))"
    assert made(branch("blockquote", piece())) == "BlockQuote(P(·))"


def test_two_divs_of_text_are_two_paragraphs() -> None:
    assert made(branch("section", text("div"), text("div"))) == "Sect(P(·)P(·))"


def test_what_has_no_content_is_left_out() -> None:
    assert (
        made(branch("section", branch("p"), branch("ul", branch("li"))), inline("span", branch("em"))) == ""
    )


def test_code_quotations_and_abbreviations_are_told_apart() -> None:
    shape = made(branch("p", inline("code"), inline("q"), inline("abbr", title="World"), inline("abbr")))
    assert shape == "P(Code(·)Quote(·)Span(·)·)"
    assert first("Span", branch("p", inline("abbr", title="World"))).expansion == "World"


@pytest.mark.parametrize(
    ("tag", "attributes", "numbering"),
    [
        ("ul", {}, "Disc"),
        ("ol", {}, "Decimal"),
        ("ol", {"type": "a"}, "LowerAlpha"),
        ("ol", {"type": "I"}, "UpperRoman"),
    ],
)
def test_list_items_have_labels_and_bodies(tag: str, attributes: dict[str, str], numbering: str) -> None:
    item = branch("li", branch("li::marker", piece()), piece(), inline("em"))
    assert made(branch(tag, item, item)) == "L(LI(Lbl(·)LBody(··))LI(Lbl(·)LBody(··)))"
    assert first("L", branch(tag, item, inline=False, **attributes)).attributes == {
        "List": {"ListNumbering": numbering}
    }


def test_items_without_marks_have_bodies_alone() -> None:
    assert made(branch("ul", text("li"))) == "L(LI(LBody(·)))"
    assert first("L", branch("ul", text("li"))).attributes["List"]["ListNumbering"] == "None"


def test_a_list_in_a_list_stands_in_the_body_of_its_item() -> None:
    inner = branch("ul", text("li"))
    assert made(branch("ul", branch("li", piece(), inner))) == "L(LI(LBody(P(·)L(LI(LBody(·))))))"


def test_whatever_else_stands_in_a_list_is_an_item() -> None:
    assert made(branch("ul", text("p"))) == "L(LI(LBody(P(·))))"


def test_terms_are_labels_and_what_is_said_of_them_bodies() -> None:
    assert made(branch("dl", text("dt"), text("dd"), branch("div", text("dt"), text("dd"), text("dd")))) == (
        "L(LI(Lbl(·)LBody(·))LI(Lbl(·)LBody(·)LBody(·)))"
    )
    assert made(branch("dl", text("dt"))) == "L(LI(LBody(·)))"


def test_notes_have_a_label_that_leads_back_and_an_id() -> None:
    back = link("#mark-1", role="doc-backlink")
    more = link("#mark-1-2", role="doc-backlink")
    note = branch("li", back, piece(), inline("em"), text("p"), more, role="doc-endnote", id="note-1")
    shape = "Note(Lbl(Reference(Link(@·)))P(··)P(·)P(Reference(Link(@·))))"
    assert made(branch("section", text("h2"), branch("ol", note))) == f"Sect(H2(·){shape})"
    assert first("Note", branch("ol", note)).name == "note-1"


def test_a_note_without_a_way_back_is_a_note() -> None:
    assert made(branch("ol", text("li", role="doc-endnote"))) == "Note(P(·))"


def test_links_within_the_document_are_references() -> None:
    assert made(branch("p", link("#note-1"), link("https://example.org"))) == "P(Reference(Link(@·))Link(@·))"


def test_a_link_says_of_itself_what_its_label_says() -> None:
    assert first("Link", branch("p", link("#note-1", aria_label="Note 1"))).description == "Note 1"


def test_what_is_no_live_area_is_no_link() -> None:
    assert made(branch("p", inline("a", href="#gone"))) == "P(·)"


def picture(alt: str = "A wall") -> Branch:
    return branch("img", MarkedContent(0, next(NUMBERS), (1.0, 2.0, 3.0, 4.0)), alt=alt)


def test_a_picture_stands_beside_its_caption_so_that_both_are_read() -> None:
    assert made(branch("figure", picture(), text("figcaption"))) == "Div(Figure(·)Caption(·))"
    figure = first("Figure", picture("A\u00adwall,\n\u200bold"))
    assert figure.alt == "Awall, old"
    assert figure.attributes == {"Layout": {"BBox": (1.0, 2.0, 3.0, 4.0), "Placement": "Block"}}


def test_a_picture_that_is_not_drawn_is_not_there() -> None:
    assert made(branch("figure", branch("img", alt=""), text("figcaption"))) == "Div(Caption(·))"


def test_a_picture_in_a_line_stays_in_its_paragraph() -> None:
    assert made(branch("p", piece(), inline("img", alt="A dot"), piece())) == "P(·Figure(·)·)"
    assert made(branch("div", inline("img", alt="A dot"))) == "Figure(·)"


def table(*kids: Branch | MarkedContent | LinkArea) -> Branch:
    row = branch("tr", text("th"), text("td"))
    return branch("table", *kids, branch("thead", row), branch("tbody", row))


ROWS = "THead(TR(TH(·)TD(·)))TBody(TR(TH(·)TD(·)))"


def test_the_caption_of_a_table_stands_in_it_where_it_stands_on_the_page() -> None:
    assert made(branch("figure", text("figcaption"), table())) == f"Table(Caption(·){ROWS})"
    assert made(branch("figure", table(), text("figcaption"))) == f"Table({ROWS}Caption(·))"
    assert made(table(text("caption"))) == f"Table(Caption(·){ROWS})"
    assert made(branch("figure", text("figcaption"), table(), text("p"))) == f"Table(Caption(·){ROWS})P(·)"


def test_two_tables_in_one_figure_share_its_caption() -> None:
    assert made(branch("figure", table(), table(), text("figcaption"))) == (
        f"Div(Table({ROWS})Table({ROWS})Caption(·))"
    )


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        ({}, "Column"),
        ({"scope": "row"}, "Row"),
        ({"scope": "colgroup"}, "Column"),
        ({"scope": "x"}, "Column"),
    ],
)
def test_header_cells_say_what_they_head(scope: dict[str, str], said: str) -> None:
    head = text("th", **scope)
    assert first("TH", branch("table", branch("tr", head))).attributes == {"Table": {"Scope": said}}


def test_cells_say_how_far_they_reach_and_empty_ones_stay() -> None:
    row = branch(
        "tr", branch("td", piece(), colspan="2", rowspan="3"), branch("td", colspan="1", rowspan="x")
    )
    wide, empty = (kid for kid in first("TR", branch("table", row)).kids if isinstance(kid, StructElement))
    assert wide.attributes == {"Table": {"ColSpan": 2, "RowSpan": 3}}
    assert (empty.tag, empty.kids, empty.attributes) == ("TD", [], {})


def test_blocks_in_a_cell_are_kept_apart() -> None:
    assert made(branch("table", branch("tr", branch("td", piece(), text("p"))))) == "Table(TR(TD(P(·)P(·))))"


def test_a_change_of_language_is_told() -> None:
    said = structure(
        branch(
            "html",
            text("p", lang="de"),
            branch("p", piece(), inline("em", lang="fr")),
            branch("div", text("p"), text("p"), lang="sv"),
            branch("ul", text("li", lang="fi")),
            branch("dl", text("dt", lang="da"), text("dd", lang="nb")),
        )
    )
    told = [(element.tag, element.language) for element in said.walk() if element.language]
    assert told == [
        ("P", "de"),
        ("Span", "fr"),
        ("Div", "sv"),
        ("LI", "fi"),
        ("Lbl", "da"),
        ("LBody", "nb"),
    ]


def test_code_in_lines_of_its_own_is_code_in_a_paragraph() -> None:
    assert made(branch("pre", inline("code"))) == "P(Code(·))"
