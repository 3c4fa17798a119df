"""Whatever is done to a picture, it comes out right on the screen and in print, or is told."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from PIL import Image, ImageCms
from press_facts import PLAIN, Box, Ink, PressFacts, needs_ghostscript
from setting import ROOT, SMALL_PICTURES, write_brief

from issuebrief.job import Job, Outcome, Output, Purpose
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COATED = ROOT / "styles" / "profiles" / "coated-fogra39.icc"
SIZE = (120, 80)
QUARTERS = ("#d02020", "#20b020", "#2030c0", "#ffffff")
"""Upper left, upper right, lower left, lower right."""


def quarters(size: tuple[int, int] = SIZE, colours: tuple[str, ...] = QUARTERS) -> Image.Image:
    """A picture of four colours, which shows at once if it is turned, mirrored or inverted."""
    width, height = size
    picture = Image.new("RGB", size)
    for number, colour in enumerate(colours):
        x, y = width // 2 * (number % 2), height // 2 * (number // 2)
        picture.paste(colour, (x, y, x + width // 2, y + height // 2))
    return picture


def stored(picture: Image.Image, kind: str, **options: Any) -> bytes:
    target = BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def inks() -> Image.Image:
    found = ImageCms.profileToProfile(
        quarters(), ImageCms.createProfile("sRGB"), str(COATED), outputMode="CMYK"
    )
    assert found
    return found


def on_its_side() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return stored(quarters().transpose(Image.Transpose.ROTATE_90), "JPEG", quality=95, exif=exif)


def of_sixteen_bits() -> bytes:
    grey = Image.new("I;16", SIZE)
    for number, value in enumerate((0, 21845, 43690, 65535)):
        x, y = 60 * (number % 2), 40 * (number // 2)
        grey.paste(value, (x, y, x + 60, y + 40))
    return stored(grey, "PNG")


def moving() -> bytes:
    frames = [quarters().quantize(8), quarters(colours=QUARTERS[::-1]).quantize(8)]
    return stored(frames[0], "GIF", save_all=True, append_images=frames[1:])


def transparent() -> bytes:
    picture = quarters()
    picture.putalpha(255)
    picture.paste((0, 0, 0, 0), (60, 40, 120, 80))
    return stored(picture, "PNG")


def see_through_palette() -> bytes:
    picture = quarters().quantize(4)
    return stored(picture, "PNG", transparency=picture.getpixel((100, 70)))


SOUND: dict[str, tuple[Callable[[], bytes], list[str]]] = {
    "inks.jpg": (lambda: stored(inks(), "JPEG", quality=95), []),
    "inks-with-profile.jpg": (
        lambda: stored(inks(), "JPEG", quality=95, icc_profile=COATED.read_bytes()),
        [],
    ),
    "on-its-side.jpg": (on_its_side, []),
    "moving.gif": (moving, ["picture.moving"]),
    "palette.png": (lambda: stored(quarters().quantize(4), "PNG"), []),
    "transparent.png": (transparent, []),
    "see-through-palette.png": (see_through_palette, []),
    "progressive.jpg": (lambda: stored(quarters(), "JPEG", quality=95, progressive=True), []),
    "web.webp": (lambda: stored(quarters(), "WEBP", lossless=True), []),
    "large.png": (lambda: stored(quarters((3600, 2400)), "PNG"), []),
}


def set_both(folder: Path, name: str, content: bytes) -> tuple[Outcome, Path, Path]:
    """A brief with a picture set for the screen and for the press."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    brief = write_brief(folder, "Text.", cover={"image": name, "alt": "Four quarters"})
    screen, press = folder / "screen.pdf", folder / "press.pdf"
    outputs = (Output(Purpose.SCREEN, screen), Output(Purpose.PRESS, press))
    return set_brief(Job(brief, outputs, search_path(folder), policy=SMALL_PICTURES)), screen, press


def on_screen(pdf: Path) -> list[tuple[int, int, int]]:
    """The colours in the middles of the quarters of the cover."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        (picture,) = (item for item in page.get_objects() if item.type == 3)
        shown = page.render(scale=1).to_pil().convert("RGB")
        middles = _middles(Box(*picture.get_bounds()), page.get_height())
    return [shown.getpixel(middle) for middle in middles]


def _middles(box: Box, height: float) -> list[tuple[int, int]]:
    """The middles of what is seen of the quarters: of a cover, a band across the middle."""
    across = box.left + (box.right - box.left) * 0.25, box.left + (box.right - box.left) * 0.75
    middle = height - (box.bottom + box.top) / 2
    return [(round(x), round(middle + dy)) for dy in (-40, 40) for x in across]


def in_print(pdf: Path) -> list[Ink]:
    """The inks in the middles of the quarters of the cover."""
    with PressFacts(pdf) as facts:
        assert facts.spaces <= PLAIN
        with pypdfium2.PdfDocument(pdf) as document:
            (picture,) = (item for item in document[0].get_objects() if item.type == 3)
            bounds, height = Box(*picture.get_bounds()), document[0].get_height()
        return facts.inks(
            [(0, Box(x - 2, height - y - 2, x + 2, height - y + 2)) for x, y in _middles(bounds, height)]
        )


@needs_ghostscript
@pytest.mark.parametrize("name", SOUND)
def test_an_unusual_picture_comes_out_right_for_both(tmp_path: Path, name: str) -> None:
    make, codes = SOUND[name]
    outcome, screen, press = set_both(tmp_path / "brief", name, make())
    assert [problem.code for problem in outcome.problems] == codes
    assert len(outcome.written) == 2
    red, green, blue, white = on_screen(screen)
    assert red[0] > red[1] + 60 and red[0] > red[2] + 60
    assert green[1] > green[0] + 60 and green[1] > green[2] + 30
    assert blue[2] > blue[0] + 40 and blue[2] > blue[1] + 40
    assert min(white) > 250
    red_inks, green_inks, blue_inks, no_inks = in_print(press)
    assert min(red_inks.magenta, red_inks.yellow) > red_inks.cyan + 0.4
    assert min(green_inks.cyan, green_inks.yellow) > green_inks.magenta + 0.4
    assert min(blue_inks.cyan, blue_inks.magenta) > blue_inks.yellow + 0.4
    assert max(no_inks) < 0.02


@needs_ghostscript
def test_sixteen_bits_of_grey_come_out_as_grey(tmp_path: Path) -> None:
    outcome, screen, press = set_both(tmp_path / "brief", "grey.png", of_sixteen_bits())
    assert outcome.problems == ()
    for found, wanted in zip(on_screen(screen), (0, 85, 170, 255), strict=True):
        assert found == pytest.approx((wanted,) * 3, abs=2)
    quarters_in_print = in_print(press)
    assert all(ink[:3] == (0, 0, 0) for ink in quarters_in_print)
    blacks = [ink.black for ink in quarters_in_print]
    assert blacks == sorted(blacks, reverse=True)
    assert (blacks[0], blacks[-1]) == (1, 0)


def without_its_end(kind: str) -> bytes:
    content = stored(Image.effect_noise(SIZE, 80).convert("P" if kind == "GIF" else "RGB"), kind)
    return content[: len(content) * 2 // 3]


def carrying(picture: bytes) -> bytes:
    """A drawing with a picture in it."""
    address = f"data:image/png;base64,{b64encode(picture).decode()}"
    return f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{address}"/></svg>'.encode()


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "cut.jpg": (lambda: without_its_end("JPEG"), "picture.broken"),
    "cut.png": (lambda: without_its_end("PNG"), "picture.broken"),
    "cut.gif": (lambda: without_its_end("GIF"), "picture.broken"),
    "cut.webp": (lambda: without_its_end("WEBP"), "picture.broken"),
    "enormous.png": (lambda: stored(Image.new("1", (12_000, 9_000)), "PNG"), "picture.too-large"),
    "script.svg": (
        lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "picture.script",
    ),
    "enormous.svg": (
        lambda: carrying(stored(Image.new("1", (7000, 7000)), "PNG")),
        "picture.too-large",
    ),
    "long.svg": (
        lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>' + b" " * 60_000_000,
        "picture.too-large",
    ),
    "button.svg": (
        lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><rect onclick="go()" width="9" height="9"/></svg>',
        "picture.script",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_picture_is_told_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    make, code = BAD[name]
    outcome, screen, press = set_both(tmp_path / "brief", name, make())
    assert [problem.code for problem in outcome.problems] == [code]
    (problem,) = outcome.problems
    assert problem.message
    assert problem.hint
    assert problem.place
    assert not screen.exists()
    assert not press.exists()


@pytest.mark.parametrize(
    "inside",
    [
        '<foreignObject width="90" height="40"><p xmlns="http://www.w3.org/1999/xhtml">A</p></foreignObject>',
        '<mask id="m"><rect width="9" height="9"/></mask><rect width="9" height="9" mask="url(#m)"/>',
        '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect filter="url(#f)"/>',
    ],
)
def test_what_would_be_missing_from_a_drawing_is_told_where_it_stands(tmp_path: Path, inside: str) -> None:
    content = f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40">\n{inside}\n</svg>'
    outcome, _, _ = set_both(tmp_path / "brief", "drawing.svg", content.encode())
    assert [problem.code for problem in outcome.problems] == ["picture.left-out"]
    place = outcome.problems[0].place
    assert place
    assert (place.path.name, place.line) == ("drawing.svg", 2)
    assert len(outcome.written) == 2


def test_html_in_a_drawing_that_has_something_else_to_show_is_no_problem(tmp_path: Path) -> None:
    inside = "<switch><foreignObject/><rect width='9' height='9'/></switch>"
    content = f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40">{inside}</svg>'
    outcome, _, _ = set_both(tmp_path / "brief", "drawing.svg", content.encode())
    assert outcome.problems == ()
