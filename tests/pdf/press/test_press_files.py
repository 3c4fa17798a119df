"""The press files of all shipped briefs in all themes, as the programs of others see them."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from examples import combined
from press_facts import MM, PLAIN, Box, PressFacts, needs_ghostscript
from press_text import is_transparent, painted_text
from setting import ROOT
from shipped_files import NAMES

from issuebrief.resources import search_path
from issuebrief.theming.small_text import prints_at
from issuebrief.theming.theme import theme_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shipped_files import ShippedBriefs

QPDF = shutil.which("qpdf")
THEMES = theme_names(search_path(ROOT))
HAIR = 0.01  # points


PRESSED = [
    pytest.param(some.values, marks=some.marks, id="-".join(map(str, some.values)))
    for some in combined(NAMES, THEMES)
]


@pytest.fixture(scope="module", params=PRESSED)
def press(request: pytest.FixtureRequest, shipped_in: ShippedBriefs) -> Iterator[PressFacts]:
    made = shipped_in.set(*request.param)
    assert [problem for problem in made.outcome.problems if problem.severity] == []
    with PressFacts(made.press) as facts:
        assert len(facts) == made.outcome.pages > 1
        yield facts


@pytest.mark.skipif(not QPDF, reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(press: PressFacts) -> None:
    done = subprocess.run([QPDF or "qpdf", "--check", press.path], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "No syntax or stream encoding errors found" in done.stdout


def test_every_page_says_where_it_is_trimmed_and_how_far_it_bleeds(press: PressFacts) -> None:
    for number, page in enumerate(press.pdf.pages):
        trim, bleed, media = (press.box(number, name) for name in ("TrimBox", "BleedBox", "MediaBox"))
        assert (trim.right - trim.left, trim.top - trim.bottom) == pytest.approx(
            (210 * MM, 297 * MM), abs=HAIR
        )
        assert bleed == pytest.approx(trim.grown(3 * MM), abs=HAIR)
        assert media == pytest.approx(trim.grown(13 * MM), abs=HAIR)
        assert (media.left, media.bottom) == (0, 0)
        assert {"/ArtBox", "/CropBox", "/Annots", "/AA"} & set(page.obj.keys()) == set()


def test_nothing_is_in_any_space_but_that_of_inks(press: PressFacts) -> None:
    assert press.spaces <= PLAIN
    assert "/DeviceCMYK" in press.spaces
    assert all(0 <= number <= 1 for colour in press.colours for number in colour.numbers)


def test_no_colour_has_more_ink_than_allowed(press: PressFacts) -> None:
    assert max(sum(colour.numbers) for colour in press.colours if colour.operator in "kK") <= 3.0


def test_its_inks_are_meant_for_the_profile_that_it_carries(press: PressFacts) -> None:
    profile = bytes(press.intent.DestOutputProfile.read_bytes())
    assert profile == (ROOT / "styles" / "profiles" / "coated-fogra39.icc").read_bytes()
    assert press.intent.DestOutputProfile.N == 4
    assert str(press.intent.S) == "/GTS_PDFX"
    assert str(press.intent.OutputConditionIdentifier) == "FOGRA39"
    assert str(press.intent.RegistryName) == "http://www.color.org"


def test_it_says_that_it_is_pdf_x_4_and_what_it_says_twice_agrees(press: PressFacts) -> None:
    info, said = press.pdf.docinfo, press.said
    assert press.pdf.pdf_version == "1.6"
    assert said["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
    assert (str(info.Trapped), said["pdf:Trapped"]) == ("/False", "False")
    assert said["xmp:CreateDate"] == said["xmp:ModifyDate"] == said["xmp:MetadataDate"]
    written = re.sub(r"\D", "", said["xmp:CreateDate"])
    assert str(info.CreationDate) == str(info.ModDate) == f"D:{written}Z"
    assert str(info.Title) in bytes(press.pdf.Root.Metadata.read_bytes()).decode().replace("&amp;", "&")
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", said["xmpMM:DocumentID"])
    assert {"xmpMM:VersionID", "xmpMM:RenditionClass"} <= set(said)
    assert len(press.pdf.trailer.ID) == 2


def test_nothing_in_it_acts(press: PressFacts) -> None:
    assert {"/OpenAction", "/AA", "/AcroForm", "/Outlines", "/Names"} & set(press.pdf.Root.keys()) == set()


def test_all_faces_are_embedded_and_subset(press: PressFacts) -> None:
    fonts = press.pdf.pages[0].obj.Resources.Font
    assert len(fonts) > 3
    for font in fonts.values():
        (descendant,) = font.DescendantFonts
        assert re.match(r"/[A-Z]{6}\+", str(descendant.BaseFont))
        assert {"/FontFile3", "/FontFile2"} & set(descendant.FontDescriptor.keys())


def test_pictures_are_not_enlarged(press: PressFacts) -> None:
    assert [picture for picture in press.pictures if picture.get("/Interpolate")] == []


@needs_ghostscript
def test_text_that_is_black_is_printed_in_black_alone(press: PressFacts) -> None:
    looked_at = 0
    for page in range(len(press)):
        plates = press.plates(page, 100)
        for box in press.black_text(page):
            ink = press.spot(plates, page, box, 100)
            assert ink[:3] == (0, 0, 0), (page, box)
            looked_at += ink.black == 1
    assert looked_at > 100


@needs_ghostscript
def test_ghostscript_finds_no_coloured_ink_where_there_is_black_text(press: PressFacts) -> None:
    page = max(range(len(press)), key=lambda page: len(press.black_text(page)))
    found = press.inks([(page, box) for box in press.black_text(page)[:12]])
    assert len(found) > 8
    for ink in found:
        assert ink[:3] == (0, 0, 0)
        assert ink.black > 0.02


@needs_ghostscript
def test_nowhere_on_the_sheet_is_more_ink_than_allowed(press: PressFacts) -> None:
    for page in range(len(press)):
        pixels = press.plates(page, 100).tobytes()
        heaviest = max(map(sum, zip(*(pixels[ink::4] for ink in range(4)), strict=True)))
        assert heaviest <= 3.0 * 255 + 1


def test_no_small_text_is_in_more_inks_than_a_press_lays_on_each_other(press: PressFacts) -> None:
    texts = [text for page in press.pdf.pages for text in painted_text(page)]
    assert len(texts) > 100
    assert min(text.size for text in texts) < 9
    assert [text for text in texts if not prints_at(text.inks, text.size)] == []


def test_pages_with_something_transparent_say_that_it_is_mixed_in_inks(press: PressFacts) -> None:
    for page in press.pdf.pages:
        group = page.obj.get("/Group")
        assert (group is not None) == is_transparent(page)
        assert group is None or [str(group.S), str(group.CS)] == ["/Transparency", "/DeviceCMYK"]


@needs_ghostscript
def test_marks_are_outside_the_bleed_and_on_every_plate(press: PressFacts) -> None:
    trim = press.box(0, "TrimBox")
    across, down = (trim.left + trim.right) / 2, (trim.top + trim.bottom) / 2
    crops = [
        Box(x + side * 4 * MM - MM, y - MM, x + side * 8 * MM + MM, y + MM)
        for x, side in ((trim.left, -1), (trim.right, 1))
        for y in (trim.bottom, trim.top)
    ]
    middles = ((across, trim.top + 8 * MM), (across, trim.bottom - 8 * MM), (trim.left - 8 * MM, down))
    targets = [Box(x - 2 * MM, y - 2 * MM, x + 2 * MM, y + 2 * MM) for x, y in middles]
    for ink in press.inks([(0, area) for area in (*crops, *targets)]):
        assert min(ink) > 0.005
        assert ink == pytest.approx([ink[0]] * 4)


@needs_ghostscript
def test_patches_show_each_ink_alone(press: PressFacts) -> None:
    trim = press.box(0, "TrimBox")
    left, middle = trim.left + 10 * MM, trim.bottom - 8 * MM
    patches = [
        Box(left + n * 5 * MM + MM, middle - MM, left + n * 5 * MM + 4 * MM, middle + MM) for n in range(4)
    ]
    found = press.inks([(0, patch) for patch in patches])
    assert found == [pytest.approx([1.0 if n == ink else 0 for ink in range(4)]) for n in range(4)]
