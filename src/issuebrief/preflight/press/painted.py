"""What a press file paints, read operator by operator.

In:  a PDF, opened by pikepdf.
Out: `Painted`, everything that is painted, with where it stands and its ink; and `Embedding`, every font
     that is named. Operators are those of ISO 32000-1, annex A.

What lies outside the bleed (registration marks, colour bars) is the printer's, and is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from issuebrief.diagnostics.model import PageRegion
from issuebrief.preflight.press.colours import Colour, foreign, picture_colour
from issuebrief.preflight.press.geometry import (
    IDENTITY,
    UNIT,
    Matrix,
    Point,
    height_of,
    moved,
    numbers,
    points,
    resolution,
    scale_of,
    text_matrix,
    thickness,
    times,
)
from issuebrief.preflight.press.graphics_state import GraphicsState, sets_colour
from issuebrief.units import PX_PER_PT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FILL = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
STROKE = frozenset(("S", "s", "B", "B*", "b", "b*"))
SHOW = frozenset(("Tj", "TJ", "'", '"'))
DEEPEST = 12
"""How deep forms and patterns are followed into each other."""


@dataclass(frozen=True, slots=True)
class Painted:
    """Something painted: where, what it is, its ink in per cent, or its space where that is not of inks.

    `inks` are those of a process colour. `size` is that of a text and `width` that of a rule, in points;
    `resolution` is that of a picture, in dots to the inch.
    """

    spot: PageRegion
    what: str
    ink: float
    space: str = ""
    inks: tuple[float, ...] = ()
    size: float = 0.0
    width: float | None = None
    overprints: bool = False
    resolution: float = 0.0


@dataclass(frozen=True, slots=True)
class Embedding:
    """A font that is named, and whether the file holds it."""

    name: str
    embedded: bool


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
        yield from self._stream(self.page, self.page.obj.get("/Resources") or {}, GraphicsState(), 0)

    def _stream(self, content: Any, resources: Any, state: GraphicsState, depth: int) -> Iterator[Painted]:
        """What a page, a form or a tiling pattern paints."""
        import pikepdf

        if depth > DEEPEST:
            return
        self.fonts += [_embedding(font) for font in (resources.get("/Font") or {}).values()]
        saved: list[GraphicsState] = []
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
                place = times(text, state.matrix)
                size = round(state.size * height_of(place), 2)
                for each in self._painted(UNIT, place, "text", state.fill):
                    yield replace(each, size=size, overprints=state.overprints)
            elif name in ("Do", "sh", "gs"):
                yield from self._named(name, operands, resources, state, depth)
                state = state.changed(operands, resources) if name == "gs" else state
            elif name == "INLINE IMAGE":
                yield from self._painted(UNIT, state.matrix, "picture", picture_colour(operands[0].obj))
            elif sets_colour(name):
                state = state.coloured(name, operands, resources)
                yield from self._pattern(name, operands, resources, state, depth)
            elif name in ("w", "Tf"):
                state = state.measured(name, numbers(operands))

    def _shape(self, path: list[Point], name: str, state: GraphicsState) -> Iterator[Painted]:
        if name in FILL:
            for each in self._painted(path, state.matrix, "shape", state.fill):
                yield replace(each, width=thickness(path, state.matrix), overprints=state.overprints)
        if name in STROKE:
            width = round(state.width * scale_of(state.matrix), 3)
            for each in self._painted(path, state.matrix, "shape", state.stroke):
                yield replace(each, width=width)

    def _named(
        self, name: str, operands: Any, resources: Any, state: GraphicsState, depth: int
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
            pixels = (int(called["/Width"]), int(called["/Height"]))
            for each in self._painted(UNIT, state.matrix, "picture", picture_colour(called)):
                yield replace(each, resolution=resolution(pixels, state.matrix))
        else:
            yield from self._group(called)
            matrix = times(numbers(called.get("/Matrix") or IDENTITY), state.matrix)
            inner = called.get("/Resources") or resources
            yield from self._stream(called, inner, replace(state, matrix=matrix), depth + 1)

    def _pattern(
        self, name: str, operands: Any, resources: Any, state: GraphicsState, depth: int
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
            yield from self._stream(pattern, inner, GraphicsState(matrix=state.matrix), depth + 1)

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
        yield Painted(spot, what, paint.ink, paint.space, paint.inks)


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
