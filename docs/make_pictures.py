"""Draw the pictures of the documentation: `make pictures`, or some: `docs/make_pictures.py grid accent`.

In:  docs/sample/brief.md, set once with the tokens as they are and once for each token moved, and the
     briefs of content/.
Out: PNG files in docs/pictures/: for each token of styles/tokens.css one that shows a part of a page
     before and after; the plan of a page; the pages that the README shows; a sheet of the press; the example.

A new token needs a line in `PAIRS` and one in docs/theming.md; tests/repository/test_docs.py notices both.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial, reduce
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from issuebrief.job import Job, Output, Purpose
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import SearchPath, search_path
from issuebrief.theming.design_tokens import settings_of
from issuebrief.theming.page_sizes import PAGE_SIZES
from issuebrief.theming.style_sheets import read_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs/pictures"
SAMPLE = ROOT / "docs/sample/brief.md"
EXAMPLE = ROOT / "examples/kvarnholt"
MOON = ROOT / "content/return-to-the-moon/brief.md"
LABEL_FACE = ROOT / "styles/fonts/source-sans/SourceSans3-Regular.otf"
LABEL_FACE_BOLD = ROOT / "styles/fonts/source-sans/SourceSans3-Semibold.otf"

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
MM = 72 / 25.4
WHITE = (255, 255, 255)
HALF, GUTTER, STRIP = 384, 14, 26
VIOLET, LIGHT_VIOLET, YELLOW = "#7a3fc4", "#e6d9f7", "#ffd166"
MARK, PALE, EDGE, GROUND, WRITING = (
    (214, 0, 108),
    (240, 150, 195),
    (178, 186, 194),
    (240, 242, 244),
    (27, 31, 36),
)


@dataclass(frozen=True)
class Window:
    """The part of a page to show, in mm, seen from where `anchor` stands.

    `above` and `before` are what is shown over its baseline and left of its first letter (negative to
    begin right of it); without `before` the whole width of the page is shown. Where the words occur twice
    on the page, as those of a pull-quote do, `last` takes the last of them.
    """

    anchor: str
    above: float
    height: float
    before: float | None = None
    width: float = PAGE_WIDTH
    last: bool = False


@dataclass(frozen=True)
class Pair:
    """A token, the value that it is moved to, and where to look.

    `along` are tokens that must move too for the page to keep its width. `spans` are the two widths to
    measure out, before and after, each from x to x in mm. `pitch` has the grid drawn, in pt.
    """

    token: str
    value: str
    window: Window
    along: str = ""
    spans: tuple[tuple[float, float], ...] = ()
    pitch: tuple[float, ...] = ()

    @property
    def file(self) -> Path:
        """The picture of this token."""
        return PICTURES / f"{self.token.removeprefix('--')}.png"

    @property
    def css(self) -> str:
        """The declarations that move it."""
        return f"{self.token}: {self.value}" + (f"; {self.along}" if self.along else "")


MASTHEAD = Window("Institute of Sample Pages", 6.5, 14, 14, 100)
TITLE = Window("Keeping Time at", 12, 54, 8, 180)
FIRST_PAGE = Window("Keeping Time at", 30, 150)
STANDFIRST = Window("A ship that waits", 8, 26, 6, 150)
SPREAD = Window("Most tide tables", 42, 84)
TEXT = Window("Most tide tables", 6, 43, 4, 76)
SECOND = Window("The error is small", 6, 24, 8, 76)
COLUMN_EDGE = Window("Most tide tables", 6, 36, -28, 44)
COLUMNS = Window("Most tide tables", 6, 36, 4, 120)
HEADING = Window("What a Gauge Tells", 7, 27, 4, 76)
SUBHEADING = Window("Three ways of reading", 7, 27, 4, 76)
CODE = Window("A gauge on the harbour", 6, 24, 4, 76)
QUOTE = Window("The table", 8, 32, 6, 76, last=True)
SIDEBAR = Window("Key points", 24, 52, 6, 110)
TABLE = Window("Who reads the gauge", 6, 33, 16, 84)
BOXES = Window("About ISP", 9, 42, 100, 150)
ENDNOTES = Window("Notes on Walls", 14, 26, 10, 194)
NOTES = Window("Notes on Walls", 14, 26, 10, 110)
QUOTED = Window("Most tide tables", 6, 84)
CAPTIONED = Window("2019 2020", 18, 118)
FOOT = Window("", -215, 82)
LOGO = "{light: logo.svg, dark: logo-white.svg, wordmark: true}"
BRAND = """\
  colors: {brand: "#1f5a4c", accent: "#0b62a0", tint: "#eef4ee"}
  faces: {title: Source Sans 3, heading: Source Serif 4}
"""
LOGO_PLACE = Window("Sample Brief No.", 11, 42, 60, 130)
LEGAL = Window("How to cite", 6, 26, 6, 110)

PAIRS = (
    Pair("--grid", "11pt", COLUMNS, pitch=(12.5, 11)),
    Pair("--text-top", "calc(9 * var(--grid))", Window("ISP Sample Brief", 12, 62)),
    Pair("--text-foot", "calc(56 * var(--grid))", FOOT),
    Pair("--margin-side", "20mm", SPREAD, "--measure: 60mm", ((0, 14), (0, 20))),
    Pair("--binding", "7mm", SPREAD, spans=((0, 14), (0, 21))),
    Pair("--sidebar-side", "right", SPREAD),
    Pair("--sidebar-width", "49mm", SPREAD, "--measure: 60mm", ((14, 51), (14, 63))),
    Pair("--sidebar-gap", "19mm", SPREAD, "--measure: 60mm", ((51, 58), (51, 70))),
    Pair("--columns", "1", SPREAD, "--measure: 138mm"),
    Pair("--measure", "72mm", SPREAD, "--sidebar-width: 25mm", ((58, 124), (46, 118))),
    Pair("--column-gap", "14mm", SPREAD, "--measure: 62mm", ((124, 130), (120, 134))),
    Pair("--notes-columns", "2", ENDNOTES),
    Pair("--notes-gap", "20mm", ENDNOTES),
    Pair("--ink", VIOLET, Window("Most tide tables", 6, 36, 50, 124)),
    Pair("--quiet", VIOLET, LEGAL),
    Pair("--brand", VIOLET, Window("Institute of Sample Pages", 7, 66, 14, 165)),
    Pair("--on-brand", YELLOW, MASTHEAD),
    Pair("--on-brand-quiet", YELLOW, BOXES),
    Pair("--accent", VIOLET, Window("Most tide tables", 42, 84, 50, 124)),
    Pair("--tint", LIGHT_VIOLET, BOXES),
    Pair("--hairline", VIOLET, TABLE),
    Pair("--serif", '"Source Sans 3"', TEXT),
    Pair("--serif-display", '"Source Sans 3"', TITLE),
    Pair("--serif-subhead", '"Source Sans 3"', STANDFIRST),
    Pair("--serif-small", '"Source Sans 3"', NOTES),
    Pair("--sans", '"Source Serif 4"', SIDEBAR),
    Pair("--mono", '"Source Serif 4"', CODE),
    Pair("--text-face", "var(--sans)", TEXT),
    Pair("--heading-face", "var(--serif-display)", HEADING),
    Pair("--title-face", "var(--sans)", TITLE),
    Pair("--quote-face", "var(--sans)", QUOTE),
    Pair("--code-face", "var(--sans)", CODE),
    Pair("--text-size", "10.4pt", TEXT),
    Pair("--heading-size", "16pt", HEADING),
    Pair("--subheading-size", "13pt", SUBHEADING),
    Pair("--title-size", "40pt", TITLE),
    Pair("--title-leading", "calc(4 * var(--grid))", TITLE),
    Pair("--subtitle-size", "21pt", TITLE),
    Pair("--standfirst-size", "13pt", STANDFIRST),
    Pair("--standfirst-leading", "calc(1.75 * var(--grid))", STANDFIRST),
    Pair("--quote-size", "18pt", QUOTE),
    Pair("--quote-leading", "calc(2 * var(--grid))", QUOTE),
    Pair("--label-size", "10.5pt", BOXES),
    Pair("--small-size", "9pt", TABLE),
    Pair("--small-leading", "var(--grid)", TABLE),
    Pair("--notes-size", "8.8pt", NOTES),
    Pair("--notes-leading", "var(--grid)", NOTES),
    Pair("--table-rule", "3pt", TABLE),
    Pair("--table-head-rule", "2pt", TABLE),
    Pair("--table-row-rule", "1.4pt", TABLE),
    Pair("--table-zebra", LIGHT_VIOLET, TABLE),
    Pair("--compose", "greedy", TEXT),
    Pair("--tracking", "0em", TEXT),
    Pair("--expansion", "0.06", TEXT),
    Pair("--hanging", "0", COLUMN_EDGE, spans=((124, 124), (124, 124))),
    Pair("--tolerance", "0.2", SECOND),
    Pair("--text-align", "left", TEXT),
    Pair("--text-indent", "calc(3 * var(--grid))", TEXT),
    Pair("--cover-height", "calc(9 * var(--grid))", FIRST_PAGE),
    Pair("--rule", "6pt", QUOTE),
)


def main(names: Iterable[str]) -> None:
    """Draw the pictures of these names, or all; prints each with its size."""
    wanted = set(names)
    others = {
        "page": draw_plan,
        "press-sheet": draw_press_sheet,
        "caption-place": draw_caption_place,
        "logo-height": partial(draw_logo, "height", "calc(3 * var(--grid))"),
        "logo-width": partial(draw_logo, "width", "20mm"),
        "logo": draw_logo_on_grounds,
        "institute": draw_brand,
        "quotes-in-the-text": draw_quotes_in_the_text,
        "return-to-the-moon": draw_brief,
        "themes": draw_themes,
        "page-size": draw_page_sizes,
        "kvarnholt": draw_example,
        "kvarnholt-editions": draw_example_editions,
    }
    unknown = wanted - set(others) - {pair.file.stem for pair in PAIRS}
    if unknown:
        raise SystemExit(f"there is no picture of {', '.join(sorted(unknown))}")
    PICTURES.mkdir(exist_ok=True)
    with ProcessPoolExecutor() as crew:
        pairs = [pair for pair in PAIRS if not wanted or pair.file.stem in wanted]
        rest = [draw for name, draw in others.items() if not wanted or name in wanted]
        for path in (*crew.map(_run, rest), *crew.map(draw_pair, pairs)):
            print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} KB")


def _run(draw: Callable[[], Path]) -> Path:
    return draw()


# ---- Setting -------------------------------------------------------------------------------------


@cache
def set_pdf(brief: Path, theme: str = "isdp", css: str = "", purpose: Purpose = Purpose.SCREEN) -> bytes:
    """The PDF of a brief that asks for `isdp`, in another theme or with some CSS after it.

    The styles come as a user's own would: from a folder that is searched before the shipped one.
    """
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder, "styles")
        own.joinpath("themes").mkdir(parents=True)
        shipped = (ROOT / f"styles/themes/{theme}.css").read_text("utf-8")
        own.joinpath("themes/isdp.css").write_text(f"{shipped}\n{css}\n", "utf-8")
        output = Path(folder, "brief.pdf")
        places = SearchPath((ROOT / "templates",), (own, ROOT / "styles"))
        outcome = set_brief(Job(brief, (Output(purpose, output),), places))
        if not outcome.written:
            raise SystemExit(f"{css or theme}: {[problem.message for problem in outcome.problems]}")
        return output.read_bytes()


@cache
def tokens() -> dict[str, str]:
    """The tokens and their defaults, as they are written."""
    rules = read_rules([ROOT / "styles/tokens.css"])
    return {setting.token: setting.value for setting in settings_of(rules)}


def page_picture(pdf: bytes, number: int, width: float) -> Image.Image:
    """A page, so many pixels wide; drawn at twice the size, for finer lines."""
    page = pdfium.PdfDocument(pdf)[number]
    twice: Image.Image = page.render(scale=2 * width / page.get_width()).to_pil().convert("RGB")
    return twice.resize(
        (round(width), round(width * page.get_height() / page.get_width())), Image.Resampling.LANCZOS
    )


# ---- Pairs ---------------------------------------------------------------------------------------


def draw_pair(pair: Pair) -> Path:
    """The picture of one token: before on the left, after on the right."""
    marks = (*pair.spans, *((),) * (2 - len(pair.spans)))
    pitches = (*pair.pitch, *(0.0,) * (2 - len(pair.pitch)))
    before = _half(set_pdf(SAMPLE), pair.window, marks[0], pitches[0])
    after = _half(set_pdf(SAMPLE, css=f":root {{ {pair.css} }}"), pair.window, marks[1], pitches[1])
    return _save_halves(pair.file, (before, f"{pair.token}: {tokens()[pair.token]}"), (after, pair.css))


def _save_halves(file: Path, *halves: tuple[Image.Image, str]) -> Path:
    picture = Image.new("RGB", (2 * HALF + GUTTER, halves[0][0].height + STRIP), "white")
    draw = ImageDraw.Draw(picture)
    for number, (half, label) in enumerate(halves):
        left = number * (HALF + GUTTER)
        picture.paste(half, (left, STRIP))
        draw.rectangle((left, STRIP, left + HALF - 1, picture.height - 1), outline=EDGE)
        _write(draw, (left, 3), label, 14, HALF, bold=bool(number))
    return save(picture, file, 48)


def _half(pdf: bytes, window: Window, span: tuple[float, ...] = (), pitch: float = 0) -> Image.Image:
    """The window's part of a page, with what is to be measured."""
    number, x, line = find(pdf, window)
    left, top = 0.0 if window.before is None else max(0.0, x - window.before), max(0.0, line - window.above)
    scale = HALF / window.width
    corner = (round(left * scale), round(top * scale))
    page = page_picture(pdf, number, PAGE_WIDTH * scale)
    half = page.crop((*corner, corner[0] + HALF, corner[1] + round(window.height * scale)))
    draw = ImageDraw.Draw(half)
    if span:
        ends = [(end - left) * scale for end in span]
        for end in ends:
            draw.line((end, 0, end, half.height), fill=PALE, width=1)
        _measure(draw, ends[0], ends[1], half.height - 10)
    if pitch:
        for count in range(-60, 60):
            y = (line - top + count * pitch / MM) * scale
            draw.line((0, y, HALF, y), fill=PALE, width=1)
    return half


def find(pdf: bytes, window: Window) -> tuple[int, float, float]:
    """The page that a window's anchor is on, the anchor's left edge and its baseline, in mm."""
    if not window.anchor:
        return 0, 0.0, 0.0
    for number, page in enumerate(pdfium.PdfDocument(pdf)):
        text = page.get_textpage()
        search = text.search(window.anchor)
        found = list(iter(search.get_next, None))
        if found:
            left, bottom, _, _ = text.get_charbox(found[-1 if window.last else 0][0])
            return number, left / MM, (page.get_height() - bottom) / MM
    raise SystemExit(f'"{window.anchor}" is on no page of the sample')


def draw_caption_place() -> Path:
    """A caption below its figure, and beside it, in a theme with one column."""
    css = ":root { --caption-place: sidebar }"
    before = _half(set_pdf(MOON, "policy-note"), CAPTIONED)
    after = _half(set_pdf(MOON, "policy-note", css), CAPTIONED)
    token = "--caption-place"
    return _save_halves(
        PICTURES / "caption-place.png", (before, f"{token}: {tokens()[token]}"), (after, f"{token}: sidebar")
    )


@cache
def set_with_brand(css: str = "", logo: str = LOGO, brand: str = "") -> bytes:
    """The sample, with a logo in its masthead and its institute's box, and what more its institute says."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "sample")
        shutil.copytree(SAMPLE.parent, copy)
        brief = copy / SAMPLE.name
        text = brief.read_text("utf-8").replace("publisher:\n", f"publisher:\n  logo: {logo}\n{brand}")
        brief.write_text(text, "utf-8")
        return set_pdf(brief, css=css)


def draw_logo(what: str, value: str) -> Path:
    """A logo in the masthead as it is, and with one of its measures moved."""
    token = f"--logo-{what}"
    before = _half(set_with_brand(), LOGO_PLACE)
    after = _half(set_with_brand(css=f":root {{ {token}: {value} }}"), LOGO_PLACE)
    return _save_halves(
        PICTURES / f"logo-{what}.png", (before, f"{token}: {tokens()[token]}"), (after, f"{token}: {value}")
    )


def draw_logo_on_grounds() -> Path:
    """A logo with a file for each ground, and one with a single file."""
    two = _half(set_with_brand(), LOGO_PLACE)
    one = _half(set_with_brand(logo="{light: logo.svg, wordmark: true}"), LOGO_PLACE)
    return _save_halves(PICTURES / "logo.png", (two, "light and dark"), (one, "light alone: on a plate"))


def draw_brand() -> Path:
    """The sample in the theme's colours and faces, and in those of an institute."""
    window = Window("Sample Brief No.", 11, 118, 58, 196)
    own = _half(set_with_brand(brand=BRAND), window)
    return _save_halves(
        PICTURES / "institute.png", (_half(set_with_brand(), window), "theme"), (own, "institute")
    )


def draw_quotes_in_the_text() -> Path:
    """Pull-quotes beside the text, and in it."""
    css = ".pull-quote { position: static; width: auto; margin: var(--grid) 0; --snap: grid }"
    before = _half(set_pdf(SAMPLE), QUOTED)
    after = _half(set_pdf(SAMPLE, css=css), QUOTED)
    return _save_halves(
        PICTURES / "quotes-in-the-text.png", (before, "position: absolute"), (after, "position: static")
    )


# ---- The plan of a page --------------------------------------------------------------------------


def draw_plan() -> Path:
    """A page with its measures across."""
    width, row = 2 * HALF + GUTTER, 19
    scale = width / PAGE_WIDTH
    number, _, line = find(set_pdf(SAMPLE), SPREAD)
    page = page_picture(set_pdf(SAMPLE), number, width)
    top = round((line - 36) * scale)
    part = page.crop((0, top, width, top + 290))
    rows = _measures()
    picture = Image.new("RGB", (width, part.height + row * len(rows) + 8), GROUND)
    picture.paste(part)
    draw = ImageDraw.Draw(picture)
    for count, (name, spans) in enumerate(rows):
        y = part.height + row * count + 13
        for first, last in spans:
            _measure(draw, first * scale, last * scale, y)
            for x in (first, last):
                draw.line((x * scale, 0, x * scale, y), fill=PALE, width=1)
        _write_beside(draw, name, [(first * scale, last * scale) for first, last in spans], y, width)
    return save(picture, PICTURES / "page.png", 64)


def _measures() -> list[tuple[str, list[tuple[float, float]]]]:
    """The tokens that add up to a page's width, with where they lie, in mm."""

    def value(name: str) -> float:
        return float(tokens()[name].removesuffix("mm"))

    margin, sidebar, gap = value("--margin-side"), value("--sidebar-width"), value("--sidebar-gap")
    measure, between, columns = value("--measure"), value("--column-gap"), int(tokens()["--columns"])
    text = margin + sidebar + gap
    starts = [text + count * (measure + between) for count in range(columns)]
    return [
        ("--margin-side", [(0, margin), (PAGE_WIDTH - margin, PAGE_WIDTH)]),
        ("--sidebar-width", [(margin, margin + sidebar)]),
        ("--sidebar-gap", [(margin + sidebar, text)]),
        ("--measure", [(start, start + measure) for start in starts]),
        ("--column-gap", [(start - between, start) for start in starts[1:]]),
        ("--sidebar-room", [(margin, text)]),
        ("--text-width", [(text, starts[-1] + measure)]),
    ]


def _write_beside(
    draw: ImageDraw.ImageDraw, name: str, spans: list[tuple[float, float]], y: float, width: int
) -> None:
    """A name beside the first span, on whichever side has room."""
    font = ImageFont.truetype(str(LABEL_FACE_BOLD), 14)
    length = draw.textlength(name, font=font)
    first, last = spans[0]
    x = last + 8 if last + 8 + length < width else first - 8 - length
    if len(spans) > 1 and x + length > spans[1][0]:
        x = first - 8 - length
    draw.text((x, y), name, font=font, fill=WRITING, anchor="lm")


# ---- A sheet of the press ------------------------------------------------------------------------


def draw_press_sheet() -> Path:
    """The first sheet of a press file with its parts named, and one corner of it larger."""
    pad, width, zoom = 40, 1600, 3.0
    pdf = set_pdf(MOON, purpose=Purpose.PRESS)
    page = pdfium.PdfDocument(pdf)[0]
    trim, bleed = (
        [part / page.get_width() for part in box] for box in (page.get_trimbox(), page.get_bleedbox())
    )
    across = 0.5 * width
    sheet, large = page_picture(pdf, 0, across), page_picture(pdf, 0, across * zoom)
    picture = Image.new("RGB", (width, sheet.height + 2 * pad), GROUND)
    lay(picture, sheet, (pad, pad))
    room, left = round(width - across - 3 * pad), round(across) + 2 * pad
    corner = large.crop((0, 0, room, 520))
    _outline(corner, trim[0] * across * zoom, MARK)
    _outline(corner, bleed[0] * across * zoom, PALE)
    lay(picture, corner, (left, pad))
    patches = large.crop((60, large.height - 230, 60 + room, large.height))
    lay(picture, patches, (left, sheet.height + pad - patches.height))
    notes = (
        ("where the page is cut (TrimBox)", MARK),
        ("how far bands and pictures run over it (BleedBox)", PALE),
        ("outside both: where to cut, how the plates lie", EDGE),
        ("on each other, how strong the inks are", None),
    )
    draw = ImageDraw.Draw(picture)
    for count, (words, colour) in enumerate(notes):
        y = pad + corner.height + 60 + count * 44
        if colour:
            draw.rectangle((left, y, left + 24, y + 24), fill=colour)
        _write(draw, (left + 40, y - 5), words, 26, room - 40, bold=False)
    return save(picture, PICTURES / "press-sheet.png", 256)


def _outline(corner: Image.Image, at: float, colour: tuple[int, int, int]) -> None:
    """The two edges of a box that meet in a corner."""
    draw = ImageDraw.Draw(corner)
    draw.line((at, corner.height, at, at, corner.width, at), fill=colour, width=3)


# ---- Pages for the README ------------------------------------------------------------------------


def draw_brief() -> Path:
    """The first page large, and four later ones beside it."""
    pad, gap, width = 40, 32, 1600
    large = (width - 2 * pad - 2 * gap + gap * PAGE_WIDTH / PAGE_HEIGHT) / 2
    small = (large - gap * PAGE_WIDTH / PAGE_HEIGHT) / 2
    pdf = set_pdf(MOON)
    first, step = page_picture(pdf, 0, large), small * PAGE_HEIGHT / PAGE_WIDTH + gap
    picture = Image.new("RGB", (width, first.height + 2 * pad), GROUND)
    lay(picture, first, (pad, pad))
    for number in range(1, 5):
        across, down = (number - 1) % 2, (number - 1) // 2
        place = (round(pad + large + gap + across * (small + gap)), round(pad + down * step))
        lay(picture, page_picture(pdf, number, small), place)
    return save(picture, PICTURES / "return-to-the-moon.png", 176)


def draw_themes() -> Path:
    """The same brief in every theme: two pages of each."""
    pad, gap, strip, width = 40, 24, 40, 1800
    page_width = (width - 2 * pad - 7 * gap) / 6
    picture = Image.new(
        "RGB", (width, round(page_width * PAGE_HEIGHT / PAGE_WIDTH) + 2 * pad + strip), GROUND
    )
    draw = ImageDraw.Draw(picture)
    for count, theme in enumerate(("isdp", "policy-note", "report")):
        left = pad + count * (2 * page_width + 3 * gap)
        _write(draw, (round(left), pad - 8), f"theme: {theme}", 24, width, bold=True)
        for place, number in enumerate((0, 2)):
            page = page_picture(set_pdf(MOON, theme), number, page_width)
            lay(picture, page, (round(left + place * (page_width + gap)), pad + strip))
    return save(picture, PICTURES / "themes.png", 256)


def draw_page_sizes() -> Path:
    """The first page of a brief in every size, one as large as the others."""
    pad, gap, strip, width = 40, 36, 40, 1800
    scale = (width - 2 * pad - (len(PAGE_SIZES) - 1) * gap) / sum(size.width for size in PAGE_SIZES.values())
    picture = Image.new(
        "RGB",
        (width, round(max(size.height for size in PAGE_SIZES.values()) * scale) + 2 * pad + strip),
        GROUND,
    )
    draw, left = ImageDraw.Draw(picture), float(pad)
    for name, size in PAGE_SIZES.items():
        _write(draw, (round(left), pad - 8), f"--page-size: {name}", 24, width, bold=True)
        pdf = set_pdf(MOON, css=f":root {{ --page-size: {name} }}")
        lay(picture, page_picture(pdf, 0, size.width * scale), (round(left), pad + strip))
        left += size.width * scale + gap
    return save(picture, PICTURES / "page-size.png", 256)


@cache
def set_example(tag: str = "", size: str = "") -> bytes:
    """An edition of the brief in `examples/`, as its own folder has it."""
    with tempfile.TemporaryDirectory() as folder:
        brief, output = EXAMPLE / f"content/one-warm-room/brief{tag}.md", Path(folder, "brief.pdf")
        outputs = (Output(Purpose.SCREEN, output),)
        outcome = set_brief(Job(brief, outputs, search_path(EXAMPLE), page_size=size))
        if not outcome.written:
            raise SystemExit(f"{brief}: {[problem.message for problem in outcome.problems]}")
        return output.read_bytes()


def draw_example() -> Path:
    """The first page of the example, and the two that face each other after it."""
    pad, gap, width = 40, 36, 1600
    page_width = (width - 2 * pad - gap) / 3
    pages = [page_picture(set_example(), number, page_width) for number in range(3)]
    picture = Image.new("RGB", (width, pages[0].height + 2 * pad), GROUND)
    for number, page in enumerate(pages):
        lay(picture, page, (round(pad + number * page_width + (gap if number else 0)), pad))
    return save(picture, PICTURES / "kvarnholt.png", 256)


def draw_example_editions() -> Path:
    """The first page of the example in English, in Swedish and in US Letter."""
    pad, gap, strip, width = 40, 36, 40, 1200
    shown = (("brief.md", "", ""), ("brief.sv.md", ".sv", ""), ("--page-size letter", "", "letter"))
    letter = PAGE_SIZES["letter"].width
    scale = (width - 2 * pad - 2 * gap) / (2 * PAGE_WIDTH + letter)
    picture = Image.new("RGB", (width, round(PAGE_HEIGHT * scale) + 2 * pad + strip), GROUND)
    draw, left = ImageDraw.Draw(picture), float(pad)
    for words, tag, size in shown:
        across = (letter if size else PAGE_WIDTH) * scale
        _write(draw, (round(left), pad - 8), words, 24, width, bold=True)
        lay(picture, page_picture(set_example(tag, size), 0, across), (round(left), pad + strip))
        left += across + gap
    return save(picture, PICTURES / "kvarnholt-editions.png", 256)


def lay(picture: Image.Image, page: Image.Image, place: tuple[int, int]) -> None:
    """Lay a page on the picture, with its shadow."""
    shade = Image.new("L", picture.size, 0)
    x, y = place
    shade.paste(90, (x + 2, y + 5, x + page.width + 2, y + page.height + 5))
    picture.paste((60, 70, 80), mask=shade.filter(ImageFilter.GaussianBlur(8)))
    picture.paste(page, place)


# ---- Drawing -------------------------------------------------------------------------------------


def _measure(draw: ImageDraw.ImageDraw, first: float, last: float, y: float) -> None:
    """A line with an end mark on each side."""
    draw.line((first, y, last, y), fill=MARK, width=2)
    for x in (first, last):
        draw.line((x, y - 5, x, y + 5), fill=MARK, width=2)


def _write(
    draw: ImageDraw.ImageDraw, place: tuple[int, int], text: str, size: int, room: int, *, bold: bool
) -> None:
    """Write one line, cut where the room ends."""
    font = ImageFont.truetype(str(LABEL_FACE_BOLD if bold else LABEL_FACE), size)
    if draw.textlength(text, font=font) > room:
        while draw.textlength(text + " …", font=font) > room:
            text = text[:-1]
        text += " …"
    draw.text(place, text, font=font, fill=WRITING)


def save(picture: Image.Image, file: Path, colours: int) -> Path:
    """Save with few colours: white, the commonest ones, and rare ones, lest a thin red rule turn grey."""
    rare = _palette(picture.quantize(colours // 4, Image.Quantize.MAXCOVERAGE))
    common = _palette(picture.quantize(colours - len(rare) // 3 - 1))
    palette = Image.new("P", (1, 1))
    palette.putpalette([*WHITE, *common, *rare])
    reduced = picture.quantize(palette=palette, dither=Image.Dither.NONE)
    # Pillow rounds before it looks a colour up, and would take a near neighbour for white; the ringing
    # of the smaller size beside letters goes the same way.
    darkest = reduce(ImageChops.darker, picture.split())
    reduced.paste(0, mask=darkest.point(lambda value: 255 if value > 246 else 0))
    reduced.save(file, optimize=True)
    return file


def _palette(picture: Image.Image) -> list[int]:
    return picture.getpalette() or []


if __name__ == "__main__":
    main(sys.argv[1:])
