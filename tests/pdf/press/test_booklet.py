"""A booklet: pages imposed on sheets that are folded and stitched."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from press_facts import MM, Box, PressFacts, needs_ghostscript
from setting import SMALL_PICTURES, write_brief

from issuebrief.job import Job, Output, Printing, Purpose
from issuebrief.pdf.press.booklet import SheetSide, impose, sides
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path
from issuebrief.units import PX_PER_MM

if TYPE_CHECKING:
    from pathlib import Path

METADATA = b"<x>urn:uuid:00000000-0000-0000-0000-000000000000</x>"


def press_file(pages: int, sizes: tuple[float, ...] = (300.0,)) -> bytes:
    """A press file of numbered pages, with 40 pt around the trim and 10 pt of bleed."""
    pdf = pikepdf.new()
    registration = pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name.All, pikepdf.Name.DeviceCMYK, {}])
    for number in range(1, pages + 1):
        width = sizes[number % len(sizes)]
        pdf.add_blank_page(page_size=(width + 80, 480))
        page = pdf.pages[-1].obj
        page.TrimBox, page.BleedBox = [40, 40, width + 40, 440], [30, 30, width + 50, 450]
        page.Contents = pdf.make_stream(f"0 0 0 1 k % page {number}".encode())
        page.Resources = pikepdf.Dictionary(ColorSpace=pikepdf.Dictionary(All=registration))
    pdf.Root.Metadata = pdf.make_stream(METADATA)
    target = BytesIO()
    pdf.save(target, fix_metadata_version=False)
    return target.getvalue()


def numbers(page: Any) -> tuple[int, int]:
    forms = page.obj.Resources.XObject
    left, right = (int(forms[name].read_bytes().rpartition(b" ")[2]) for name in ("/L", "/R"))
    return left, right


def _operands(page: Any, wanted: str) -> list[list[float]]:
    instructions: Any = pikepdf.parse_content_stream(page)
    return [
        [float(value) for value in operands] for operands, operator in instructions if str(operator) == wanted
    ]


@pytest.mark.parametrize(
    ("pages", "order"),
    [
        (4, [(4, 1), (2, 3)]),
        (8, [(8, 1), (2, 7), (6, 3), (4, 5)]),
        (12, [(12, 1), (2, 11), (10, 3), (4, 9), (8, 5), (6, 7)]),
        (16, [(16, 1), (2, 15), (14, 3), (4, 13), (12, 5), (6, 11), (10, 7), (8, 9)]),
    ],
)
def test_pages_stand_where_they_are_read_in_order_once_folded(
    pages: int, order: list[tuple[int, int]]
) -> None:
    with pikepdf.open(BytesIO(impose(press_file(pages), 0, 1))) as pdf:
        assert [numbers(page) for page in pdf.pages] == order
    assert sides(pages) == [SheetSide(n // 2, left, right) for n, (left, right) in enumerate(order)]
    assert sorted(number for side in order for number in side) == list(range(1, pages + 1))


@pytest.mark.parametrize("pages", [0, 1, 2, 6, 9])
def test_pages_that_fill_no_sheets_are_refused(pages: int) -> None:
    with pytest.raises(ValueError, match="a multiple of four"):
        sides(pages)


def test_pages_of_two_sizes_make_no_booklet() -> None:
    with pytest.raises(ValueError, match="of one size"):
        impose(press_file(4, (300, 310)), 0, 1)


def test_a_sheet_is_two_pages_wide_and_says_where_it_is_cut() -> None:
    with pikepdf.open(BytesIO(impose(press_file(8), 0, 1))) as pdf:
        for page in pdf.pages:
            assert [float(value) for value in page.obj.MediaBox] == [0, 0, 680, 480]
            assert [float(value) for value in page.obj.TrimBox] == [40, 40, 640, 440]
            assert [float(value) for value in page.obj.BleedBox] == [30, 30, 650, 450]


def test_inner_sheets_are_moved_towards_the_fold_and_cut_narrower() -> None:
    creep = 0.1 * PX_PER_MM
    with pikepdf.open(BytesIO(impose(press_file(12), creep, 1))) as pdf:
        for number, page in enumerate(pdf.pages):
            push = number // 2 * 0.1 * MM
            left, _, right, _ = (float(value) for value in page.obj.TrimBox)
            assert (left, right) == pytest.approx((40 + push, 640 - push), abs=0.001)
            moves = [operands[4] for operands in _operands(page, "cm")]
            assert moves[0] == pytest.approx(push, abs=0.001)
            assert moves[3] == pytest.approx(300 - push, abs=0.001)


def test_pages_are_cut_off_at_the_fold_and_keep_their_bleed_elsewhere() -> None:
    with pikepdf.open(BytesIO(impose(press_file(4), 0, 1))) as pdf:
        areas = _operands(pdf.pages[0], "re")
    assert areas[0] == [30, 30, 310, 420]
    assert areas[3] == [340, 30, 310, 420]


def test_a_booklet_is_another_document_and_the_same_for_the_same_pages() -> None:
    press = press_file(4)
    first, second = impose(press, 0, 1), impose(press, 0, 1)
    assert first == second
    with pikepdf.open(BytesIO(first)) as pdf:
        said = pdf.Root.Metadata.read_bytes()
        assert pdf.pdf_version == "1.6"
    assert b"urn:uuid:" in said
    assert said != METADATA


@pytest.fixture(scope="module")
def booklet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("booklet")
    brief = write_brief(folder, "Words. " * 900)
    job = Job(
        brief,
        (Output(Purpose.PRESS, folder / "moon-press.pdf"),),
        search_path(folder),
        policy=SMALL_PICTURES,
        printing=Printing(imposition="booklet", creep="0.1mm"),
    )
    outcome = set_brief(job)
    assert [problem.code for problem in outcome.problems] == ["press.blank-pages"]
    assert outcome.deliveries[0].copies == ("moon-booklet.pdf",)
    return folder / "moon-booklet.pdf"


def test_the_file_lies_beside_the_press_file_and_claims_what_that_claims(booklet: Path) -> None:
    with PressFacts(booklet) as sheets, PressFacts(booklet.with_name("moon-press.pdf")) as press:
        assert len(press) == 2 * len(sheets) == 4
        assert sheets.said["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert sheets.said["xmpMM:DocumentID"] != press.said["xmpMM:DocumentID"]
        assert sheets.intent.DestOutputProfile.N == 4
        assert str(sheets.pdf.docinfo.Trapped) == "/False"


@needs_ghostscript
def test_the_first_page_is_on_the_right_and_the_blank_last_one_on_the_left(booklet: Path) -> None:
    with PressFacts(booklet) as sheets:
        trim = sheets.box(0, "TrimBox")
        middle = (trim.left + trim.right) / 2
        left = Box(trim.left, trim.bottom, middle, trim.top)
        right = Box(middle, trim.bottom, trim.right, trim.top)
        band = Box(middle + 1, trim.top - 20, middle + 60, trim.top)
        beyond = Box(middle - 60, trim.top - 20, middle - 1, trim.top)
        for area, ink in zip(
            (left, right, band, beyond),
            sheets.inks([(0, a) for a in (left, right, band, beyond)]),
            strict=True,
        ):
            assert (sum(ink) > 0.01) == (area in (right, band)), area


@needs_ghostscript
def test_a_fold_mark_stands_outside_the_bleed_on_every_plate(booklet: Path) -> None:
    with PressFacts(booklet) as sheets:
        trim = sheets.box(0, "TrimBox")
        fold = (trim.left + trim.right) / 2
        marks = [
            Box(fold - 2, trim.top + 4 * MM, fold + 2, trim.top + 9 * MM),
            Box(fold - 2, trim.bottom - 9 * MM, fold + 2, trim.bottom - 4 * MM),
        ]
        for ink in sheets.inks([(0, mark) for mark in marks]):
            assert min(ink) > 0.01
            assert ink == pytest.approx([ink[0]] * 4)
