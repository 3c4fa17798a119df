"""What a printer would object to, on small press files."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from issuebrief.diagnostics.model import PageRegion, Severity, SourceRange
from issuebrief.frontmatter.source import Source
from issuebrief.preflight.press import inspect_fonts, inspect_press

SOURCE = Source(Path("brief.md"), "", "", 1, "", 1)
BOX = "10 10 30 20 re f"


class Sheet:
    """A file of one page, 300 by 400 pt with 50 pt around the trim and 10 pt of bleed."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self.pdf.add_blank_page(page_size=(300, 400))
        self.page = self.pdf.pages[0].obj
        self.page.TrimBox = Array([50, 50, 250, 350])
        self.page.BleedBox = Array([40, 40, 260, 360])
        self.page.Resources = Dictionary()

    def resource(self, kind: str, **named: Any) -> Sheet:
        self.page.Resources[kind] = Dictionary(**named)
        return self

    def stream(self, content: str, **entries: Any) -> Any:
        return self.pdf.make_indirect(Stream(self.pdf, content.encode(), Dictionary(**entries)))

    def icc(self, channels: int) -> Any:
        return Array([Name.ICCBased, self.stream("", N=channels)])

    def bytes(self, content: str = "") -> bytes:
        self.page.Contents = self.stream(content)
        target = BytesIO()
        self.pdf.save(target)
        return target.getvalue()

    def problems(self, content: str = "") -> list[tuple[str, str]]:
        found = inspect_press(self.bytes(content), SOURCE, 300)
        return [(problem.code, problem.message) for problem in found]


def codes(content: str, sheet: Sheet | None = None) -> list[str]:
    return [code for code, _ in (sheet or Sheet()).problems(content)]


@pytest.mark.parametrize(
    "content",
    [
        f"0 0 0 1 k {BOX}",
        f"0.4 g {BOX}",
        "1 0.6 0.4 1 K 10 10 m 90 90 l S",
        "BT 0 0 0 1 k /F 12 Tf (words) Tj ET",
        # A colour that is set and not used, and one that comes back with the state.
        "1 0 0 rg 0 0 0 1 k 60 60 9 9 re f",
        f"q 1 0 0 rg Q {BOX}",
        f"1 0 0 rg 60 60 9 9 re n 0 g {BOX}",
    ],
)
def test_inks_alone_are_no_problem(content: str) -> None:
    assert codes(content) == []


def test_rgb_is_found_with_the_place_it_shows_in() -> None:
    (problem,) = inspect_press(Sheet().bytes("1 0 0 rg 60 300 30 20 re f"), SOURCE, 300)
    assert (problem.code, problem.severity) == ("press.colour", Severity.ERROR)
    assert problem.message == "1 shape is set in RGB, not in the inks of the press"
    assert problem.place == SourceRange(Path("brief.md"))
    assert problem.spots == (PageRegion(1, 13.3, 40.0, 40.0, 26.7),)


@pytest.mark.parametrize(
    "content",
    [
        "1 0 0 RG 60 60 m 90 90 l S",
        "BT 1 0 0 rg /F 12 Tf 60 60 Td (words) Tj ET",
        "BT 0.1 0.2 0.3 rg 1 0 0 1 60 60 Tm [(w) 3 (ords)] TJ ET",
        "/DeviceRGB cs 1 0 0 sc 60 60 9 9 re f",
        "/C cs 1 0 0 scn 60 60 9 9 re f",
        "/I cs 0 scn 60 60 9 9 re f",
        "/Spot cs 1 scn 60 60 9 9 re f",
        "q 2 0 0 2 0 0 cm 1 0 0 rg 30 30 9 9 re B Q",
        "/Shade sh",
        "q 9 0 0 9 60 60 cm /Picture Do Q",
        "/Form Do",
        "/Mixed Do",
        "/Masked gs",
        "/Pattern cs /Tiles scn 60 60 9 9 re f",
        "/Pattern cs /Shades scn 60 60 9 9 re f",
        "q 9 0 0 9 60 60 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q",
    ],
)
def test_rgb_is_found_wherever_it_is_set(content: str) -> None:
    sheet = Sheet()
    rgb = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB)
    form = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": Array([0, 0, 99, 99])}
    red = "1 0 0 rg 60 60 9 9 re f"
    sheet.resource(
        "/ColorSpace",
        C=sheet.icc(3),
        I=Array([Name.Indexed, Name.DeviceRGB, 1, b"abcdef"]),
        Spot=Array([Name.Separation, Name.Gold, Name.DeviceRGB, sheet.stream("")]),
    )
    sheet.resource("/Shading", Shade=shading)
    sheet.resource(
        "/XObject",
        Picture=sheet.stream("abc", Subtype=Name.Image, Width=1, Height=1, ColorSpace=Name.DeviceRGB),
        Form=sheet.stream(red, **form),
        Mixed=sheet.stream("", **form, Group=rgb),
    )
    sheet.resource("/ExtGState", Masked=Dictionary(SMask=Dictionary(G=sheet.stream("", **form, Group=rgb))))
    sheet.resource(
        "/Pattern",
        Tiles=sheet.stream(red, PatternType=1),
        Shades=Dictionary(PatternType=2, Shading=shading),
    )
    assert codes(content, sheet) == ["press.colour"]


def test_a_page_whose_colours_are_mixed_in_rgb_is_found() -> None:
    sheet = Sheet()
    sheet.page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    assert sheet.problems() == [("press.colour", "1 group is set in RGB, not in the inks of the press")]


def test_what_is_set_in_rgb_is_counted() -> None:
    content = "1 0 0 rg 60 60 9 9 re f 70 70 9 9 re f BT 60 60 Td (a) Tj 9 9 Td (b) Tj (c) Tj ET"
    assert Sheet().problems(content) == [
        ("press.colour", "2 shapes and 2 texts are set in RGB, not in the inks of the press")
    ]


def test_lab_is_not_made_of_inks_either() -> None:
    sheet = Sheet().resource("/ColorSpace", C=Array([Name.Lab, Dictionary()]))
    assert sheet.problems("/C cs 1 0 0 scn 60 60 9 9 re f") == [
        ("press.colour", "1 shape is set in Lab, not in the inks of the press")
    ]


def test_more_ink_than_the_paper_takes_is_found() -> None:
    content = "1 0.8 0.7 0.5 k 60 60 9 9 re f 1 1 0.5 0.5 k 80 60 9 9 re f 90 60 9 9 re f"
    assert Sheet().problems(content) == []
    found = inspect_press(Sheet().bytes(content), SOURCE, 280)
    assert [problem.message for problem in found] == [
        "3 shapes are set in 300 % of ink, and the paper takes 280 %"
    ]


def test_each_sum_of_inks_is_told_of_once_the_heaviest_first() -> None:
    content = "1 1 1 0.1 k 60 60 9 9 re f 1 1 1 1 k 80 60 9 9 re f 90 60 9 9 re f"
    assert Sheet().problems(content) == [
        ("press.too-much-ink", "2 shapes are set in 400 % of ink, and the paper takes 300 %"),
        ("press.too-much-ink", "1 shape is set in 310 % of ink, and the paper takes 300 %"),
    ]


def test_marks_outside_the_bleed_are_the_printers() -> None:
    sheet = Sheet().resource(
        "/ColorSpace", All=Array([Name.Separation, Name.All, Name.DeviceCMYK, Sheet().stream("")][:3])
    )
    assert codes("1 1 1 1 k 5 5 20 20 re f", sheet) == []
    assert codes("/All cs 1 scn 60 60 9 9 re f", sheet) == []


@pytest.mark.parametrize(("channels", "heavy"), [(4, True), (1, False)])
def test_colours_of_a_profile_are_summed_by_their_channels(channels: int, heavy: bool) -> None:
    sheet = Sheet()
    sheet.resource("/ColorSpace", C=sheet.icc(channels))
    values = " ".join(["1"] * channels)
    assert codes(f"/C cs {values} scn 60 60 9 9 re f", sheet) == ["press.too-much-ink"] * heavy


def cmyk(sheet: Sheet, colour: tuple[int, int, int, int], form: str, **entries: Any) -> Any:
    """A picture of one colour, of which a hundredth is in all inks at once."""
    picture = Image.new("CMYK", (40, 40), colour)
    picture.paste((255, 255, 255, 255), (0, 0, 4, 4))
    target = BytesIO()
    if form == "JPEG":
        picture.save(target, "JPEG", quality=95)
        data, entries = target.getvalue(), {**entries, "Filter": Name.DCTDecode}
    else:
        data = picture.tobytes()
    entries |= {"Subtype": Name.Image, "Width": 40, "Height": 40, "BitsPerComponent": 8}
    return sheet.pdf.make_indirect(Stream(sheet.pdf, data, Dictionary(**entries)))


def test_the_heaviest_parts_of_a_picture_are_weighed() -> None:
    sheet = Sheet()
    sheet.resource("/XObject", P=cmyk(sheet, (10, 10, 10, 10), "", ColorSpace=Name.DeviceCMYK))
    assert sheet.problems("q 90 0 0 90 60 60 cm /P Do Q") == [
        ("press.too-much-ink", "1 picture is set in 400 % of ink, and the paper takes 300 %")
    ]


def test_a_picture_within_the_limit_is_no_problem() -> None:
    sheet = Sheet()
    picture = Image.new("CMYK", (40, 40), (200, 200, 200, 100)).tobytes()
    image: dict[str, Any] = {"Subtype": Name.Image, "Width": 40, "Height": 40, "BitsPerComponent": 8}
    stream = Stream(sheet.pdf, picture, Dictionary(**image, ColorSpace=sheet.icc(4)))
    sheet.resource("/XObject", P=sheet.pdf.make_indirect(stream))
    assert sheet.problems("q 90 0 0 90 60 60 cm /P Do Q") == []


@pytest.mark.parametrize(("decode", "ink"), [([1, 0] * 4, 400), (None, 384)])
def test_a_jpeg_of_inks_is_read_the_way_its_file_says(decode: list[int] | None, ink: int) -> None:
    sheet = Sheet()
    entries = {"Decode": Array(decode)} if decode else {}
    sheet.resource("/XObject", P=cmyk(sheet, (10, 10, 10, 10), "JPEG", ColorSpace=Name.DeviceCMYK, **entries))
    ((_, message),) = sheet.problems("q 90 0 0 90 60 60 cm /P Do Q")
    found = int(message.split("set in ")[1].split(" %")[0])
    assert found == pytest.approx(ink, abs=5)


def test_a_mask_has_no_ink_of_its_own() -> None:
    sheet = Sheet()
    mask = sheet.stream("a", Subtype=Name.Image, Width=1, Height=1, ImageMask=True)
    sheet.resource("/XObject", P=mask)
    assert sheet.problems("q 90 0 0 90 60 60 cm /P Do Q") == []


def fonts(*held: bool) -> Sheet:
    sheet = Sheet()
    named = {}
    for number, embedded in enumerate(held):
        program = {"FontFile3": sheet.stream("")} if embedded else {}
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType0,
            FontDescriptor=sheet.pdf.make_indirect(Dictionary(**program)),
        )
        named[f"F{number}"] = sheet.pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=Name(f"/Face{number}"),
                DescendantFonts=Array([sheet.pdf.make_indirect(descendant)]),
            )
        )
    return sheet.resource("/Font", **named)


def test_fonts_that_the_file_does_not_hold_are_found() -> None:
    message = "the font Face1 is not embedded in the file: it will look different elsewhere"
    sheet = fonts(True, False)
    assert sheet.problems() == [("fonts.not-embedded", message)]
    (problem,) = inspect_fonts(sheet.bytes(), SOURCE)
    assert (problem.code, problem.message) == ("fonts.not-embedded", message)


def test_a_font_made_of_drawings_holds_itself() -> None:
    sheet = Sheet()
    drawn = sheet.pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type3))
    sheet.resource("/Font", F=drawn)
    assert sheet.problems() == []
    assert inspect_fonts(sheet.bytes(), SOURCE) == ()


def test_forms_that_stand_inside_themselves_end() -> None:
    sheet = Sheet()
    form = sheet.stream("/Form Do", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    sheet.resource("/XObject", Form=form)
    assert sheet.problems("/Form Do") == []


def test_what_is_named_and_not_there_is_passed_over() -> None:
    assert Sheet().problems("/Nothing Do /Nothing gs /Pattern cs /Nothing scn 60 60 9 9 re f Q Q") == []


SMALL = "BT /F 8 Tf 1 0 0 1 60 60 Tm {} k (Words) Tj ET"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (SMALL.format("0 .9 .8 .2"), ["press.small-text"]),
        (SMALL.format(".3 0 0 .9"), ["press.small-text"]),
        (SMALL.format("0 .9 .8 0"), []),
        (SMALL.format("0 .9 .8 .2").replace("1 0 0 1", "2 0 0 2"), []),
        ("q .5 0 0 .5 0 0 cm 0 .9 .8 .2 k BT /F 16 Tf 150 150 Td (Words) Tj ET Q", ["press.small-text"]),
        ("60 60 100 .2 re f", ["press.thin-line"]),
        (".1 w 60 60 m 90 60 l S", ["press.thin-line"]),
        ("q .1 0 0 .1 0 0 cm 600 600 m 900 600 l S Q", ["press.thin-line"]),
        (".25 w 60 60 m 90 60 l S 60 60 100 .25 re f", []),
        (".1 w 60 10 m 90 10 l S", []),
        ("0 0 0 0 k 60 60 100 .2 re f", []),
    ],
)
def test_text_and_rules_are_held_to_what_a_press_can_print(content: str, found: list[str]) -> None:
    assert codes(content) == found


def test_white_that_overprints_is_told_and_black_is_not() -> None:
    over = Sheet().resource("/ExtGState", O=Dictionary(op=True, OPM=1), K=Dictionary(op=False))
    assert codes("/O gs 0 0 0 0 k 60 60 30 20 re f", over) == ["press.white-overprint"]
    assert codes("/O gs 0 0 0 1 k 60 60 30 20 re f", over) == []
    assert codes("/O gs /K gs 0 0 0 0 k 60 60 30 20 re f", over) == []


def test_a_problem_of_small_text_names_size_and_inks() -> None:
    ((_, message),) = Sheet().problems(SMALL.format(".85 .5 0 .7"))
    assert "text of 8 pt is printed in a rich black (inks 85 50 0 70)" in message
