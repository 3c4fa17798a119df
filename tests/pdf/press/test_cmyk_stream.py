"""Whatever WeasyPrint can draw is drawn in inks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image
from press_facts import PLAIN, Box, Colour, PressFacts, needs_ghostscript
from press_text import painted_text

from issuebrief.engine.pages import LayoutInput
from issuebrief.layout.engine import lay_out
from issuebrief.pdf.press.draw import draw_for_press
from issuebrief.pdf.press.icc import Profile, read_profile
from issuebrief.pdf.press.separation import Inks
from issuebrief.pdf.press.sheet import Surround
from issuebrief.pdf.serialize import write
from issuebrief.preflight.press.painted import read_press
from issuebrief.resources import shipped
from issuebrief.theming.small_text import prints_at

if TYPE_CHECKING:
    from pathlib import Path

POINTS = 72 / 96
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
CSS = "@page { size: 300px 200px; margin: 0 } html { --bleed: 4px } body { margin: 0 }"
GRADIENT = (
    '<linearGradient id="g"><stop stop-color="#c03020"/>'
    '<stop offset="1" stop-color="#2040c0"/></linearGradient>'
)
FADING = (
    '<radialGradient id="g"><stop stop-color="red"/>'
    '<stop offset="1" stop-color="blue" stop-opacity=".2"/></radialGradient>'
)
TILES = (
    '<pattern id="g" width=".2" height=".2"><rect width="9" height="9" fill="orange"/>'
    '<circle cx="9" cy="9" r="3" fill="#123456"/></pattern>'
)
MASK = (
    '<mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="200" height="100">'
    '<rect width="200" height="100" fill="#777"/><circle cx="50" cy="50" r="40" fill="yellow"/>'
    '<rect width="40" height="40" fill="url(#g)"/><image href="wide.png" width="20" height="10"/></mask>'
)


def coated(**named: tuple[float, float, float, float]) -> Inks:
    profile = read_profile(shipped("styles") / "profiles" / "coated-fogra39.icc")
    assert isinstance(profile, Profile)
    given = {tuple(bytes.fromhex(name[1:])): inks for name, inks in named.items()}
    return Inks(profile, given, 3.0)  # type: ignore[arg-type]


def press(folder: Path, body: str, css: str = "", inks: Inks | None = None) -> PressFacts:
    """The press file of a page, without marks."""
    picture = Image.new("RGB", (40, 20), "#c03020")
    picture.save(folder / "wide.png")
    picture.putalpha(Image.linear_gradient("L").resize((40, 20)))
    picture.save(folder / "clear.png")
    html = f'<html lang="en"><head><style>{CSS} {css}</style></head><body>{body}</body></html>'
    pages, problems = lay_out(LayoutInput(html, folder / "brief.md", (), (folder,)))
    assert pages, problems
    drawing = draw_for_press(pages, inks or coated(), Surround(12, lambda stream, sheet: None, ""))
    assert drawing.lines == ()
    path = folder / "press.pdf"
    path.write_bytes(write(drawing.pdf))
    return PressFacts(path)


def drawn(folder: Path, inside: str) -> PressFacts:
    (folder / "drawing.svg").write_text(SVG.format('width="200" height="100"', inside), "utf-8")
    return press(folder, '<img src="drawing.svg">')


def fills(facts: PressFacts) -> set[tuple[float, ...]]:
    return {colour.numbers for colour in facts.colours if colour.operator == "k"}


@pytest.mark.parametrize(
    "style",
    [
        "background: #c03020; color: teal; border: 3px solid #2040c0",
        "background: linear-gradient(90deg, #c03020, #2040c0 60%, white)",
        "background: linear-gradient(#c03020, rgba(0, 0, 255, .2))",
        "background: radial-gradient(circle at 20% 20%, gold, 30%, teal)",
        "background: repeating-linear-gradient(45deg, gold 0 5px, teal 5px 10px)",
        "background: url(wide.png) 0 0/20px 10px",
        "background: url(clear.png) no-repeat",
        "box-shadow: 2px 2px 6px 1px #c03020",
        "box-shadow: inset 2px 2px 6px 1px #c03020; border-radius: 5px",
        "border: 6px inset #39c",
        "border: 6px double #39c; border-radius: 8px",
        "border: 6px solid; border-image: url(wide.png) 4 / 6px repeat",
        "opacity: .5; background: gold; color: #c03020",
        "transform: rotate(10deg); background: gold",
        "color: hsl(200 60% 40%); text-decoration: underline wavy oklch(60% .2 20)",
        "color: lch(50 40 20); background: lab(60 40 20)",
        "mask-border: url(clear.png) 4; background: gold",
        "columns: 2; column-rule: 2px dashed #c03020",
        "outline: 3px dotted #c03020",
    ],
)
def test_all_that_css_draws_is_in_inks(tmp_path: Path, style: str) -> None:
    with press(tmp_path, f'<div style="margin: 20px; height: 50px; {style}">Words</div>') as facts:
        assert facts.spaces <= PLAIN
        assert "/DeviceCMYK" in facts.spaces


@pytest.mark.parametrize(
    "inside",
    [
        '<rect width="90" height="50" fill="#c03020" stroke="teal" stroke-width="4"/>',
        f'<defs>{GRADIENT}</defs><rect width="90" height="50" fill="url(#g)" stroke="url(#g)"/>',
        f'<defs>{FADING}</defs><rect width="90" height="50" fill="url(#g)"/>',
        f'<defs>{TILES}</defs><rect width="90" height="50" fill="url(#g)"/>',
        f'<defs>{GRADIENT}{MASK}</defs><rect width="200" height="100" fill="purple" mask="url(#m)"/>',
        '<g opacity=".5"><rect width="90" height="50" fill="green"/><circle r="30" fill="red"/></g>',
        '<text x="10" y="40" fill="#c03020" stroke="teal">Words</text>',
        '<image href="data:image/gif;base64,R0lGODlhAQABAPAAAP8AAAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="'
        ' width="50" height="50"/>',
    ],
)
def test_all_that_svg_draws_is_in_inks(tmp_path: Path, inside: str) -> None:
    with drawn(tmp_path, inside) as facts:
        assert facts.spaces <= PLAIN
        assert "/DeviceCMYK" in facts.spaces


def test_text_is_in_the_inks_that_are_given_for_its_colour(tmp_path: Path) -> None:
    inks = coated(c1b1f24=(0, 0, 0, 1), cc2352b=(0, 0.9, 0.8, 0.22))
    text = '<p style="color: #1b1f24">A <b style="color: #c2352b">b</b></p>'
    with press(tmp_path, text, "", inks) as facts:
        assert fills(facts) == {(0, 0, 0, 1), (0, 0.9, 0.8, 0.22)}


def test_transparency_does_not_change_the_inks(tmp_path: Path) -> None:
    inks = coated(cc2352b=(0, 0.9, 0.8, 0.22))
    with press(tmp_path, '<p style="color: rgb(194 53 43 / 40%)">A</p>', "", inks) as facts:
        assert fills(facts) >= {(0, 0.9, 0.8, 0.22)}
        assert {float(state.ca) for state in facts.pdf.pages[0].obj.Resources.ExtGState.values()} >= {0.4}


def test_inks_that_css_names_itself_are_taken_as_they_are(tmp_path: Path) -> None:
    with press(tmp_path, '<p style="color: device-cmyk(0.1 0.2 0.3 0.4)">A</p>') as facts:
        assert Colour("k", (0.1, 0.2, 0.3, 0.4)) in facts.colours


def test_what_is_drawn_by_its_lightness_is_in_grey(tmp_path: Path) -> None:
    inside = f'<defs>{GRADIENT}{MASK}</defs><rect width="200" height="100" fill="purple" mask="url(#m)"/>'
    with drawn(tmp_path, inside) as facts:
        (state,) = (
            state for state in facts.pdf.pages[0].obj.Resources.ExtGState.values() if "/SMask" in state
        )
        assert str(state.SMask.G.Group.CS) == "/DeviceGray"
        greys = {colour.numbers[0] for colour in facts.colours if colour.operator == "g"}
        assert sorted(greys) == pytest.approx([0x77 / 255, 0.89], abs=1e-3)


def test_a_picture_is_held_once_at_the_resolution_of_its_largest_use(tmp_path: Path) -> None:
    Image.effect_noise((1000, 500), 60).convert("RGB").save(tmp_path / "large.png")
    small, large = (
        f'<img src="large.png" style="display: block; margin: 9px; width: {width}px">' for width in (48, 96)
    )
    with press(tmp_path, small + large) as facts:
        (picture,) = facts.pictures
        assert (int(picture.Width), int(picture.Height)) == (350, 175)
    with press(tmp_path, '<img src="large.png" style="display: block; width: 280px">') as facts:
        assert facts.pictures[0].Width == 1000


def test_a_turned_picture_is_measured_as_it_lies(tmp_path: Path) -> None:
    Image.effect_noise((1000, 500), 60).convert("RGB").save(tmp_path / "large.png")
    style = "display: block; margin: 9px; width: 96px; transform: rotate(90deg)"
    with press(tmp_path, f'<img src="large.png" style="{style}">') as facts:
        assert facts.pictures[0].Width == 350


def test_the_screen_is_not_drawn_in_inks_afterwards(tmp_path: Path) -> None:
    with press(tmp_path, '<p style="color: red">A</p>') as facts:
        assert fills(facts)
    html = f"<html><head><style>{CSS}</style></head><body><p style='color: red'>A</p></body></html>"
    pages, _ = lay_out(LayoutInput(html, tmp_path / "brief.md", (), (tmp_path,)))
    assert pages
    path = tmp_path / "screen.pdf"
    path.write_bytes(pages.document.write_pdf())
    with PressFacts(path) as facts:
        assert Colour("rg", (1, 0, 0)) in facts.colours


@needs_ghostscript
def test_a_gradient_looks_like_the_colours_between_its_ends(tmp_path: Path) -> None:
    inks = coated()
    style = "height: 100px; background: linear-gradient(90deg, #2040c0, #e0d020)"
    with press(tmp_path, f'<div style="{style}"></div>', "", inks) as facts:
        for share in (0.05, 0.3, 0.5, 0.8, 0.95):
            x = (16 + 300 * share) * POINTS
            ink = facts.ink(0, Box(x - 0.5, 120, x + 0.5, 150))
            first, last = (0x20, 0x40, 0xC0), (0xE0, 0xD0, 0x20)
            rgb = tuple((a + (b - a) * share) / 255 for a, b in zip(first, last, strict=True))
            assert ink == pytest.approx(inks.inks(rgb), abs=0.06)  # type: ignore[arg-type]


@needs_ghostscript
def test_a_hint_bends_a_gradient_as_it_does_on_the_screen(tmp_path: Path) -> None:
    inks = coated()
    style = "height: 100px; background: linear-gradient(90deg, #2040c0, 25%, #e0d020)"
    with press(tmp_path, f'<div style="{style}"></div>', "", inks) as facts:
        x = (16 + 300 * 0.25) * POINTS
        half = tuple((a + b) / 2 / 255 for a, b in zip((0x20, 0x40, 0xC0), (0xE0, 0xD0, 0x20), strict=True))
        assert facts.ink(0, Box(x - 0.5, 120, x + 0.5, 150)) == pytest.approx(inks.inks(half), abs=0.08)  # type: ignore[arg-type]


@needs_ghostscript
def test_a_band_at_the_edge_is_printed_up_to_the_edge_of_the_bleed_and_no_farther(tmp_path: Path) -> None:
    inks = coated(c336699=(1, 0, 0, 0))
    with press(tmp_path, '<div style="height: 50px; background: #336699"></div>', "", inks) as facts:
        top = facts.box(0, "MediaBox").top
        bleed, trim = 12 * POINTS, 16 * POINTS
        within = Box(bleed, top - trim - 30, trim, top - bleed)
        beyond = Box(0, 0, bleed - 0.1, top)
        assert facts.ink(0, within) == pytest.approx((1, 0, 0, 0), abs=0.02)
        assert facts.ink(0, beyond) == (0, 0, 0, 0)


@needs_ghostscript
def test_black_text_is_printed_over_its_ground_and_nothing_else_is(tmp_path: Path) -> None:
    inks = coated(c336699=(0.5, 0, 0, 0), cc2352b=(0, 1, 0, 0))
    style = "margin: 20px; background: #336699; font: 80px serif"
    rule = '<div style="height: 9px; margin: 9px; background: black"></div>'
    red = '<span style="color: #c2352b">\u25a0</span>'
    with press(tmp_path, f'<div style="{style}">{rule}\u25a0{red}</div>', "", inks) as facts:
        pixels = facts.plates(0, 72).getcolors(100_000) or ()
        seen = {colour for count, colour in pixels if count > 100}
        assert (127, 0, 0, 255) in seen  # a black sign on the ground
        assert (0, 0, 0, 255) in seen  # a black rule in place of it
        assert (0, 255, 0, 0) in seen  # a red sign in place of it
        assert (127, 255, 0, 0) not in seen


def test_transparent_black_text_is_not_printed_over(tmp_path: Path) -> None:
    with press(tmp_path, '<p style="color: rgb(0 0 0 / 50%)">A</p>') as facts:
        assert not [state for state in facts.pdf.pages[0].obj.Resources.ExtGState.values() if "/op" in state]


NAVY = {"#12304f": (0.85, 0.5, 0, 0.7)}


def test_small_text_is_set_in_two_inks_and_what_follows_in_its_own(tmp_path: Path) -> None:
    body = (
        '<div style="color: #12304f"><p style="font-size: 8pt">Small</p><p style="font-size: 20pt">Large</p>'
        '<hr style="border: 0; height: 9px; background: #12304f"></div>'
    )
    with press(tmp_path, body, inks=coated(**NAVY)) as facts:
        small, large, _ = painted_text(facts.pdf.pages[0])
    assert (round(small.size, 1), round(large.size, 1)) == (8, 20)
    assert large.inks == NAVY["#12304f"]
    assert prints_at(small.inks, 8)


@pytest.mark.parametrize("wrapper", ["opacity: .5", "transform: scale(.5)", "transform: rotate(90deg)"])
def test_the_size_of_text_is_that_on_the_page_wherever_it_is_drawn(tmp_path: Path, wrapper: str) -> None:
    body = f'<div style="{wrapper}; color: #12304f; font-size: 11pt">Words</div>'
    with press(tmp_path, body, inks=coated(**NAVY)) as facts:
        text, _ = painted_text(facts.pdf.pages[0])
    assert text.size == pytest.approx(5.5 if "scale" in wrapper else 11, abs=0.05)
    assert prints_at(text.inks, text.size)


def test_small_text_of_a_drawing_is_set_in_two_inks(tmp_path: Path) -> None:
    with drawn(tmp_path, '<text x="10" y="40" font-size="9" fill="#b04a28">Words</text>') as facts:
        text, *_ = painted_text(facts.pdf.pages[0])
    assert prints_at(text.inks, text.size)


@pytest.mark.parametrize(
    ("style", "blends"),
    [
        ("background: gold", False),
        ("opacity: .5", True),
        ("color: rgb(9 9 99 / .5)", True),
        ("background: url(clear.png)", True),
        ("border: 3px solid red", False),
        ("background: linear-gradient(red, transparent)", True),
    ],
)
def test_a_page_names_its_blend_space_where_something_is_transparent(
    tmp_path: Path, style: str, blends: bool
) -> None:
    with press(tmp_path, f'<div style="{style}">Words</div>') as facts:
        page = facts.pdf.pages[0]
        assert ("/Group" in page.obj) == blends
        if blends:
            assert page.obj.Group.CS == "/DeviceCMYK"


def test_black_rules_overprint_as_black_text_does_and_areas_do_not(tmp_path: Path) -> None:
    rule = '<div style="margin: 20px; height: 1px; background: #000"></div>'
    area = '<div style="height: 40px; background: #000"></div>'
    for body, over in ((rule, True), (area, False), (rule.replace("#000", "#fff"), False)):
        with press(tmp_path, body) as facts:
            content = facts.pdf.pages[0].Contents.read_bytes()
        assert (b"/o1 gs" in content) == over
        assert content.count(b"/o1 gs") == content.count(b"/o0 gs")


@pytest.mark.parametrize(
    "thin",
    [
        '<rect width="90" height="1" stroke="white"/>',
        '<rect width="90" height="1" fill="none" stroke="white"/>',
        '<rect width="90" height="1" fill="black" stroke="white" stroke-width="4"/>',
        '<g transform="scale(.1)"><rect width="900" height="9"/></g>',
        '<text x="5" y="20">Words</text>',
    ],
)
def test_nothing_overprints_after_a_black_rule_or_text(tmp_path: Path, thin: str) -> None:
    white = '<rect width="200" height="100" fill="black"/><rect width="90" height="50" fill="white"/>'
    with drawn(tmp_path, f"{thin}{white}") as facts:
        painted, _ = read_press(facts.pdf)
    assert not any(each.overprints for each in painted if not any(each.inks))
    last = [each for each in painted if each.what == "shape"][-1]
    assert (last.ink, last.overprints) == (0, False)


def test_the_stroke_of_a_black_shape_does_not_overprint(tmp_path: Path) -> None:
    with drawn(tmp_path, '<rect width="90" height="1" stroke="white"/>') as facts:
        states = facts.pdf.pages[0].obj.Resources.ExtGState
        assert all(not state.get("/OP") for state in states.values())
