"""What a press file paints, read operator by operator.

In:  a PDF, opened by pikepdf.
Out: `Painted`, everything that is painted, with where it stands and its ink; and `Embedding`, every font
     that is named. Operators are those of ISO 32000-1, annex A.

What lies outside the bleed (registration marks, colour bars) is the printer's, and is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from issuebrief.diagnostics.model import PageRegion
from issuebrief.preflight.press_colours import Colour, colour, foreign, picture_colour
from issuebrief.preflight.press_geometry import (
    IDENTITY,
    UNIT,
    Matrix,
    Point,
    moved,
    numbers,
    points,
    text_matrix,
    times,
)
from issuebrief.units import PX_PER_PT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FILL = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
STROKE = frozenset(("S", "s", "B", "B*", "b", "b*"))
SHOW = frozenset(("Tj", "TJ", "'", '"'))
DEVICE = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}
DEEPEST = 12
"""How deep forms and patterns are followed into each other."""


@dataclass(frozen=True, slots=True)
class Painted:
    """Something painted: where, what it is, its ink in per cent, or its space where that is not of inks."""

    spot: PageRegion
    what: str
    ink: float
    space: str = ""


@dataclass(frozen=True, slots=True)
class Embedding:
    """A font that is named, and whether the file holds it."""

    name: str
    embedded: bool


@dataclass(frozen=True, slots=True)
class _GraphicsState:
    """The graphics state, as far as it matters."""

    matrix: Matrix = IDENTITY
    fill: Colour = field(default_factory=Colour)
    stroke: Colour = field(default_factory=Colour)
    fill_space: Any = "/DeviceGray"
    stroke_space: Any = "/DeviceGray"


def read_press(file: Any) -> tuple[list[Painted], list[Embedding]]:
    """Everything that the pages of a file paint, each once, and the fonts they name."""
    painted: dict[Painted, None] = {}
    fonts: dict[Embedding, None] = {}
    for number, page in enumerate(file.pages, 1):
        reader = _PressPage(number, page)
        painted |= dict.fromkeys(reader.read())
        fonts |= dict.fromkeys(reader.fonts)
    return list(painted), list(fonts)


def fonts_of(file: Any) -> list[Embedding]:
    """The fonts that a file names, wherever it does."""
    named = [each for each in file.objects if hasattr(each, "get") and each.get("/Type") == "/Font"]
    return list(dict.fromkeys(_embedding(font) for font in named if not _is_part(font)))


class _PressPage:
    """One page, read from its first operator to its last."""

    def __init__(self, number: int, page: Any) -> None:
        self.number, self.page = number, page
        self.trim = [float(value) for value in page.trimbox]
        self.bleed = [float(value) for value in page.obj.get("/BleedBox") or page.trimbox]
        self.fonts: list[Embedding] = []

    def read(self) -> Iterator[Painted]:
        yield from self._group(self.page.obj)
        yield from self._stream(self.page, self.page.obj.get("/Resources") or {}, _GraphicsState(), 0)

    def _stream(self, content: Any, resources: Any, state: _GraphicsState, depth: int) -> Iterator[Painted]:
        """What a page, a form or a tiling pattern paints."""
        import pikepdf

        if depth > DEEPEST:
            return
        self.fonts += [_embedding(font) for font in (resources.get("/Font") or {}).values()]
        saved: list[_GraphicsState] = []
        path: list[Point] = []
        text = IDENTITY
        instructions: Any = pikepdf.parse_content_stream(content)
        for operands, operator in instructions:
            name = str(operator)
            if name == "q":
                saved.append(state)
            elif name == "Q":
                state = saved.pop() if saved else state
            elif name == "cm":
                state = replace(state, matrix=times(numbers(operands), state.matrix))
            elif name in ("re", "m", "l", "c", "v", "y"):
                path += points(name, numbers(operands))
            elif name in FILL | STROKE | {"n"}:
                yield from self._shape(path, name, state)
                path = []
            elif name in ("BT", "Tm", "Td", "TD"):
                text = text_matrix(name, numbers(operands), text)
            elif name in SHOW:
                yield from self._painted(UNIT, times(text, state.matrix), "text", state.fill)
            elif name in ("Do", "sh", "gs"):
                yield from self._named(name, operands, resources, state, depth)
            elif name == "INLINE IMAGE":
                yield from self._painted(UNIT, state.matrix, "picture", picture_colour(operands[0].obj))
            elif name in ("cs", "CS", "sc", "SC", "scn", "SCN") or name.lower() in DEVICE:
                state = _coloured(state, name, operands, resources)
                yield from self._pattern(name, operands, resources, state, depth)

    def _shape(self, path: list[Point], name: str, state: _GraphicsState) -> Iterator[Painted]:
        if name in FILL:
            yield from self._painted(path, state.matrix, "shape", state.fill)
        if name in STROKE:
            yield from self._painted(path, state.matrix, "shape", state.stroke)

    def _named(
        self, name: str, operands: Any, resources: Any, state: _GraphicsState, depth: int
    ) -> Iterator[Painted]:
        """What a picture, a form, a shading or a graphics state paints that is called by its name."""
        kind = {"Do": "/XObject", "sh": "/Shading", "gs": "/ExtGState"}[name]
        called = (resources.get(kind) or {}).get(str(operands[0]))
        if called is None:
            return
        if name == "sh":
            yield from self._all_over("shading", called["/ColorSpace"])
        elif name == "gs":
            mask = called.get("/SMask")
            if hasattr(mask, "get") and mask.get("/G") is not None:
                yield from self._group(mask["/G"])
        elif called.get("/Subtype") == "/Image":
            yield from self._painted(UNIT, state.matrix, "picture", picture_colour(called))
        else:
            yield from self._group(called)
            matrix = times(numbers(called.get("/Matrix") or IDENTITY), state.matrix)
            inner = called.get("/Resources") or resources
            yield from self._stream(called, inner, replace(state, matrix=matrix), depth + 1)

    def _pattern(
        self, name: str, operands: Any, resources: Any, state: _GraphicsState, depth: int
    ) -> Iterator[Painted]:
        """What a pattern paints that is set as a colour."""
        if name not in ("scn", "SCN") or not operands or not str(operands[-1]).startswith("/"):
            return
        pattern = (resources.get("/Pattern") or {}).get(str(operands[-1]))
        if pattern is None:
            return
        if int(pattern.get("/PatternType", 1)) == 2:
            yield from self._all_over("shading", pattern["/Shading"]["/ColorSpace"])
        else:
            inner = pattern.get("/Resources") or resources
            yield from self._stream(pattern, inner, _GraphicsState(matrix=state.matrix), depth + 1)

    def _group(self, form: Any) -> Iterator[Painted]:
        """A group of transparent objects whose colours are mixed in a space that is not of inks."""
        group = form.get("/Group")
        if group is not None:
            yield from self._all_over("group", group.get("/CS"))

    def _all_over(self, what: str, space: Any) -> Iterator[Painted]:
        """Something that may show anywhere on the page, where its space is not of inks."""
        if name := foreign(space):
            left, low, right, high = self.trim
            sheet = PageRegion(
                self.number, 0, 0, round((right - left) * PX_PER_PT, 1), round((high - low) * PX_PER_PT, 1)
            )
            yield Painted(sheet, what, 0.0, name)

    def _painted(
        self, outline: Iterable[Point], matrix: Matrix, what: str, paint: Colour
    ) -> Iterator[Painted]:
        """The object that covers some points, unless it shows outside of the bleed alone."""
        corners = [moved(point, matrix) for point in outline]
        if not corners:
            return
        left, right = min(x for x, _ in corners), max(x for x, _ in corners)
        low, high = min(y for _, y in corners), max(y for _, y in corners)
        x0, y0, x1, y1 = self.bleed
        if right < x0 or left > x1 or high < y0 or low > y1:
            return
        spot = PageRegion(
            self.number,
            round((left - self.trim[0]) * PX_PER_PT, 1),
            round((self.trim[3] - high) * PX_PER_PT, 1),
            round((right - left) * PX_PER_PT, 1),
            round((high - low) * PX_PER_PT, 1),
        )
        yield Painted(spot, what, paint.ink, paint.space)


def _coloured(state: _GraphicsState, name: str, operands: Any, resources: Any) -> _GraphicsState:
    """The state after an operator that sets a colour or its space."""
    side = "stroke" if name[0].isupper() else "fill"
    if (device := DEVICE.get(name.lower())) is not None:
        return _with(state, side, device, colour(device, numbers(operands)))
    if name.lower() == "cs":
        space = (resources.get("/ColorSpace") or {}).get(str(operands[0]), operands[0])
        return _with(state, side, space, Colour(0.0, foreign(space)))
    space = getattr(state, f"{side}_space")
    return _with(state, side, space, colour(space, numbers(operands)))


def _with(state: _GraphicsState, side: str, space: Any, paint: Colour) -> _GraphicsState:
    if side == "fill":
        return replace(state, fill_space=space, fill=paint)
    return replace(state, stroke_space=space, stroke=paint)


def _is_part(font: Any) -> bool:
    """Whether a font is only a part of a composite one."""
    return str(font.get("/Subtype")) in ("/CIDFontType0", "/CIDFontType2")


def _embedding(font: Any) -> Embedding:
    """Whether a font's program is in the file; a Type 3 font is made of its own drawings."""
    base = (font.get("/DescendantFonts") or [font])[0]
    descriptor = base.get("/FontDescriptor") or {}
    programs = ("/FontFile", "/FontFile2", "/FontFile3")
    held = font.get("/Subtype") == "/Type3" or any(name in descriptor for name in programs)
    return Embedding(str(font.get("/BaseFont", "without a name")).lstrip("/"), held)
