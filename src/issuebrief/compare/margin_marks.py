"""Draw into the margins of a finished PDF: bars beside changed lines, and numbers of lines.

In:  the bytes of a PDF, and what to draw; lengths are px from the page's top left corner.
Out: the bytes of the PDF with these, each an artifact (ISO 32000-1, 14.8.2.2): no reader reads it aloud,
     and none copies it with the text. Numbers are drawn as outlines, so that no font is needed.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.units import MM_PER_PX, PT_PER_PX

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from issuebrief.srgb import Rgb

ARTIFACT = "/Artifact <</Type /Layout>> BDC q"
DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class MarginBar:
    """A bar: its page, counted from 1, its middle, its top, its height and its width, and its colour."""

    page: int
    x: float
    top: float
    height: float
    width: float
    colour: Rgb


@dataclass(frozen=True, slots=True)
class MarginNumber:
    """A number that ends (or begins, where it is not `ends`) at x, on a baseline, in a size and a colour."""

    page: int
    number: int
    x: float
    baseline: float
    size: float
    colour: Rgb
    ends: bool = True


@dataclass(frozen=True)
class DigitOutlines:
    """The outlines of the ten digits as operators of PDF, their advances, and the units of an em."""

    shapes: Mapping[str, str]
    advances: Mapping[str, float]
    units: float


def with_margin_marks(
    content: bytes,
    bars: Sequence[MarginBar],
    numbers: Sequence[MarginNumber] = (),
    digits: DigitOutlines | None = None,
    *,
    margin: float = 0.0,
    leftward: bool = False,
) -> bytes:
    """The PDF with bars and numbers in its margins; the same bytes for the same input.

    Pages get a strip that is `margin` mm wide on the right, or on the left of a text that runs `leftward`.
    """
    if not bars and not margin and not (numbers and digits):
        return content
    import pikepdf

    strip = margin / MM_PER_PX * PT_PER_PX
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for index, page in enumerate(pdf.pages, 1):
            box = [float(edge) for edge in page.mediabox]
            if strip:
                wide = [box[0] - strip * leftward, box[1], box[2] + strip * (not leftward), box[3]]
                for name in ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox"):
                    if name in page.obj or name == "/MediaBox":
                        page.obj[name] = pikepdf.Array([round(edge, 2) for edge in wide])
            parts = [_bar(bar) for bar in bars if bar.page == index]
            parts += [_number(each, digits) for each in numbers if digits and each.page == index]
            if not parts:
                continue
            # From px that count down from the top left corner to points that count up.
            turn = f"{PT_PER_PX} 0 0 {-PT_PER_PX} {box[0]:g} {box[3]:g} cm"
            stream = " ".join((ARTIFACT, turn, *parts, "Q EMC"))
            page.contents_add(pikepdf.Stream(pdf, b"q"), prepend=True)
            page.contents_add(pikepdf.Stream(pdf, f"Q {stream}".encode("ascii")))
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
        return out.getvalue()


def _bar(bar: MarginBar) -> str:
    left = bar.x - bar.width / 2
    return f"{_colour(bar.colour)} {left:.2f} {bar.top:.2f} {bar.width:.2f} {bar.height:.2f} re f"


def _number(each: MarginNumber, digits: DigitOutlines | None) -> str:
    assert digits is not None
    scale = each.size / digits.units
    text = str(each.number)
    width = sum(digits.advances[digit] for digit in text) * scale
    x = each.x - width if each.ends else each.x
    parts = [_colour(each.colour)]
    for digit in text:
        parts.append(
            f"q {scale:.6f} 0 0 {-scale:.6f} {x:.2f} {each.baseline:.2f} cm {digits.shapes[digit]} f Q"
        )
        x += digits.advances[digit] * scale
    return " ".join(parts)


def _colour(colour: Rgb) -> str:
    return " ".join(f"{part:.3f}" for part in colour) + " rg"


def digit_outlines(font: bytes) -> DigitOutlines | None:
    """The digits of a font file; None where it lacks one."""
    from fontTools.pens.basePen import BasePen
    from fontTools.ttLib import TTFont

    class Operators(BasePen):  # type: ignore[misc]
        """Writes what a pen draws as operators of PDF."""

        def __init__(self, glyphs: object) -> None:
            super().__init__(glyphs)
            self.written: list[str] = []

        def _add(self, operator: str, *points: tuple[float, float]) -> None:
            self.written += [*(f"{x:g} {y:g}" for x, y in points), operator]

        def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 -- the name that fontTools calls
            self._add("m", pt)

        def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
            self._add("l", pt)

        def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802
            self._add("c", *points)

        def _closePath(self) -> None:  # noqa: N802
            self._add("h")

    with TTFont(io.BytesIO(font), lazy=True) as face:
        names, glyphs = face.getBestCmap() or {}, face.getGlyphSet()
        shapes: dict[str, str] = {}
        advances: dict[str, float] = {}
        for digit in DIGITS:
            name = names.get(ord(digit))
            if name is None:
                return None
            pen = Operators(glyphs)
            glyphs[name].draw(pen)
            shapes[digit], advances[digit] = " ".join(pen.written), float(glyphs[name].width)
        return DigitOutlines(shapes, advances, float(face["head"].unitsPerEm))


def joined(bars: Iterable[MarginBar]) -> list[MarginBar]:
    """Bars with those that meet end to end as one."""
    found: list[MarginBar] = []
    for bar in sorted(bars, key=lambda bar: (bar.page, bar.x, bar.top)):
        last = found[-1] if found else None
        if last and (last.page, last.x) == (bar.page, bar.x) and bar.top <= last.top + last.height + 1:
            height = max(last.top + last.height, bar.top + bar.height) - last.top
            found[-1] = MarginBar(bar.page, bar.x, last.top, height, bar.width, bar.colour)
        else:
            found.append(bar)
    return found
