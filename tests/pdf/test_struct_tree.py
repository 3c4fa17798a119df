"""The structure tree as it stands in a PDF."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pydyf
import pytest

from issuebrief.pdf.content_tree import LinkArea, MarkedContent
from issuebrief.pdf.struct_tree import add_structure
from issuebrief.pdf.structure_elements import StructElement


@pytest.fixture
def made() -> Any:
    return pydyf.PDF()


def written(pdf: Any, *kids: StructElement, pages: int = 2) -> Any:
    """A PDF of some empty pages with this structure; pikepdf types none of what it holds."""
    for number in range(pages):
        page = {"Type": "/Page", "Parent": pdf.pages.reference, "StructParents": number}
        pdf.add_page(pydyf.Dictionary({**page, "MediaBox": pydyf.Array([0, 0, 9, 9])}))
    add_structure(pdf, StructElement("Document", list(kids)))
    output = BytesIO()
    pdf.write(output)
    return pikepdf.open(output)


def area(pdf: Any, page: int = 0) -> LinkArea:
    annotation = pydyf.Dictionary({"Type": "/Annot", "Subtype": "/Link"})
    pdf.add_object(annotation)
    return LinkArea(page, annotation)


def test_elements_know_what_is_in_them_and_around_them(made: Any) -> None:
    pdf = written(
        made,
        StructElement("H1", [MarkedContent(0, 0)]),
        StructElement("P", [MarkedContent(0, 1), MarkedContent(0, 2)]),
    )
    root = pdf.Root.StructTreeRoot
    document = root.K[0]
    heading, paragraph = document.K
    assert pdf.Root.MarkInfo.Marked
    assert (str(document.S), document.P.objgen) == ("/Document", root.objgen)
    assert (str(heading.S), heading.K, heading.Pg.objgen) == ("/H1", 0, pdf.pages[0].objgen)
    assert (list(paragraph.K), paragraph.P.objgen) == ([1, 2], document.objgen)


def test_content_on_a_later_page_says_so(made: Any) -> None:
    pdf = written(made, StructElement("P", [MarkedContent(0, 4), MarkedContent(1, 0)]))
    here, there = pdf.Root.StructTreeRoot.K[0].K.K
    assert here == 4
    assert (str(there.Type), there.MCID, there.Pg.objgen) == ("/MCR", 0, pdf.pages[1].objgen)


def test_content_and_links_know_their_elements(made: Any) -> None:
    link = StructElement("Link", [area(made), MarkedContent(0, 1)], description="There (é)")
    pdf = written(
        made, StructElement("P", [MarkedContent(0, 0), link]), StructElement("P", [MarkedContent(1, 2)])
    )
    root = pdf.Root.StructTreeRoot
    first, second = root.K[0].K
    inner = first.K[1]
    numbers = list(root.ParentTree.Nums)
    keys, owners = numbers[::2], numbers[1::2]
    assert keys == [0, 1, 2]
    assert [each.objgen for each in owners[0]] == [first.objgen, inner.objgen]
    assert [each is None or each.objgen for each in owners[1]] == [True, True, second.objgen]
    assert owners[2].objgen == inner.objgen
    assert root.ParentTreeNextKey == 3
    reference = inner.K[0]
    assert (str(reference.Type), str(reference.Obj.Contents)) == ("/OBJR", "There (é)")
    assert (reference.Obj.StructParent, reference.Obj.F) == (2, 4)


def test_a_link_on_two_pages_says_where_each_part_is(made: Any) -> None:
    pdf = written(
        made, StructElement("Link", [area(made, 0), MarkedContent(0, 0), area(made, 1), MarkedContent(1, 0)])
    )
    link = pdf.Root.StructTreeRoot.K[0].K
    assert ["/Pg" in kid for kid in link.K if not isinstance(kid, int)] == [False, True, True]


def test_what_is_said_of_an_element_is_written(made: Any) -> None:
    cell = StructElement("TH", [MarkedContent(0, 0)]).set("Table", Scope="Row", ColSpan=2)
    picture = StructElement("Figure", [MarkedContent(0, 1)], alt="Ö (wall)").set(
        "Layout", BBox=(1.5, 2, 3, 4)
    )
    both = (
        StructElement("P", [MarkedContent(0, 2)], language="fr", expansion="World")
        .set("List", A=1)
        .set("Table", B=2)
    )
    pdf = written(made, cell, picture, both)
    in_cell, in_picture, in_both = pdf.Root.StructTreeRoot.K[0].K
    assert (str(in_cell.A.O), str(in_cell.A.Scope), in_cell.A.ColSpan) == ("/Table", "/Row", 2)
    assert (str(in_picture.Alt), [float(edge) for edge in in_picture.A.BBox]) == ("Ö (wall)", [1.5, 2, 3, 4])
    assert (str(in_both.Lang), str(in_both.E)) == ("fr", "World")
    assert [str(each.O) for each in in_both.A] == ["/List", "/Table"]


def test_ids_are_found_in_their_order(made: Any) -> None:
    notes = [
        StructElement("Note", [MarkedContent(0, mark)], name=name)
        for mark, name in enumerate(["note-2", "note-10"])
    ]
    pdf = written(made, *notes)
    root = pdf.Root.StructTreeRoot
    names = list(root.IDTree.Names)
    assert [str(name) for name in names[::2]] == ["note-10", "note-2"]
    assert [str(each.ID) for each in names[1::2]] == ["note-10", "note-2"]


def test_types_that_are_not_standard_are_explained(made: Any) -> None:
    pdf = written(made, StructElement("PullQuote", [StructElement("P", [MarkedContent(0, 0)])]))
    assert {str(name): str(role) for name, role in pdf.Root.StructTreeRoot.RoleMap.items()} == {
        "/Aside": "/Sect",
        "/PullQuote": "/BlockQuote",
    }
    assert "/IDTree" not in pdf.Root.StructTreeRoot
