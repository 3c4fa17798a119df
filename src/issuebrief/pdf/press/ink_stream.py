"""A stream whose colours are inks: of type, rules and areas.

In:  a separation, and the colours that WeasyPrint sets while it draws a document.
Out: a content stream in DeviceCMYK; in an `InkRecord`, which pages have something transparent on them.

The colours are turned into inks where they are set, so that nothing is read again once it is drawn. Those of
text are set once more where it is shown, if it is too small for its inks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf
from weasyprint.pdf.stream import Stream

from issuebrief.theming.colours import Cmyk, srgb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.engine.protocols import CssColor, Matrix
    from issuebrief.pdf.press.cmyk_stream import Separation
    from issuebrief.pdf.press.ink_record import InkRecord, PageInks
    from issuebrief.srgb import Rgb
    from issuebrief.theming.theme_spots import SpotTint

BLACK: Cmyk = (0.0, 0.0, 0.0, 1.0)
OPAQUE = "a1.0"
"""What a stream calls its transparency where there is none."""

RULE = 2.0
"""What is no thicker is a rule, in points."""

NORMAL = "Normal"
"""The blend mode that hides what is below."""


class InkStream(Stream):  # type: ignore[misc]
    """A stream whose colours are inks."""

    def __init__(
        self,
        *arguments: Any,
        separation: Separation,
        record: InkRecord,
        page: PageInks | None = None,
        scale: float = 1.0,
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self.separation, self.record = separation, record
        self.page = page or record.new_page()
        self._scale = scale
        self._asked: Rgb | None = None
        self._text_scale = 1.0
        self._overprints = False

    def clone(self, **options: Any) -> InkStream:
        """A stream like this one, for a group, a pattern or a mask within it."""
        return type(self)(**self._inherited(options))

    def _inherited(self, options: dict[str, Any]) -> dict[str, Any]:
        return {
            "fonts": self._fonts,
            "page_rectangle": self.page_rectangle,
            "resources": self._resources,
            "images": self._images,
            "tags": self._tags,
            "color_profiles": self._color_profiles,
            "output_intent": self._output_intent,
            "compress": self.compress,
            "separation": self.separation,
            "record": self.record,
            "page": self.page,
            "scale": self._scale * _scale(self.ctm),
            **options,
        }

    @property
    def _default_color_space(self) -> str:
        return "/DeviceCMYK"

    def set_color(self, color: CssColor, stroke: bool = False) -> None:
        """Set the inks that print a colour of WeasyPrint's, and its transparency."""
        self.set_alpha(color.alpha, stroke)
        if color.space == "device-cmyk":
            cyan, magenta, yellow, black = (part or 0.0 for part in color.coordinates)
            self.set_inks((cyan, magenta, yellow, black), stroke)
        else:
            self.set_color_rgb(*srgb(color), stroke)

    def set_color_rgb(self, r: float, g: float, b: float, stroke: bool = False) -> None:
        """Set the inks that print a colour given in sRGB, or its spot ink."""
        spot = self.separation.spot((r, g, b))
        if spot:
            self.set_spot(spot, stroke)
            return
        self.set_inks(self.separation.inks((r, g, b)), stroke)
        if not stroke:
            self._asked = (r, g, b)

    def set_spot(self, spot: SpotTint, stroke: bool = False) -> None:
        """Set so much of a spot ink."""
        current = "_current_color_stroke" if stroke else "_current_color"
        if getattr(self, current) == spot:
            return
        self.set_color_space(self.record.space(spot), stroke)
        self.set_color_special(None, stroke, spot.tint)
        setattr(self, current, spot)
        if spot.name not in {used.name for used in self.page.spots}:
            self.page.spots.append(spot)

    def set_inks(self, inks: Cmyk, stroke: bool = False) -> None:
        """Set inks as they are."""
        if not stroke:
            self._asked = None
        current = "_current_color_stroke" if stroke else "_current_color"
        if getattr(self, current) == inks:
            return
        setattr(self, current, inks)
        self.stream.append(f"{numbers(inks)} {'K' if stroke else 'k'}".encode())

    def set_color_space(self, space: str, stroke: bool = False) -> None:
        """Choose a space other than that of inks, such as that of patterns."""
        if not stroke:
            self._asked = self._current_color = None
        super().set_color_space(space, stroke)

    def set_alpha(self, alpha: float, stroke: bool = False, fill: bool | None = None) -> None:
        """Set how much of what is below shows through."""
        self.page.transparent |= alpha < 1
        super().set_alpha(alpha, stroke, fill)

    def set_blend_mode(self, mode: str) -> None:
        """Set how a colour is mixed with what is below."""
        self.page.transparent |= mode != NORMAL
        super().set_blend_mode(mode)

    def add_group(self, x: float, y: float, width: float, height: float) -> InkStream:
        """Add a group whose objects are mixed with each other first."""
        self.page.transparent = True
        group: InkStream = super().add_group(x, y, width, height)
        return group

    def pop_state(self) -> None:
        """Go back to the state before; its colour is not known any more, and nothing overprints in it."""
        super().pop_state()
        self._asked, self._overprints = None, False

    def set_text_matrix(self, a: float, b: float, c: float, d: float, e: float, f: float) -> None:
        """Say where text begins, and how large it is drawn."""
        self._text_scale = abs(a * d - b * c) ** 0.5
        super().set_text_matrix(a, b, c, d, e, f)

    def show_text(self, text: bytes) -> None:
        """Show text, small one in few inks.

        Black one is printed over what is below it, which no white shows around then.
        """
        if self._asked and self._current_font:
            asked = self._asked
            size = self._current_font[1] * self._text_scale * self._scale * _scale(self.ctm)
            inks = self.separation.text_inks(asked, size)
            if inks != self.separation.inks(asked):
                self.page.dulled.add(asked)
            self.set_inks(inks)
            self._asked = asked
        if self._is_black:
            self._set_overprint(True)
        super().show_text(text)

    def end_text(self) -> None:
        """End a text, and with it the printing of one ink over others."""
        self._set_overprint(False)
        super().end_text()

    def rectangle(self, x: float, y: float, width: float, height: float) -> None:
        """Begin a rectangle; a rule in black is printed over what is below it, as black text is."""
        thin = min(abs(width), abs(height)) * self._scale * _scale(self.ctm) <= RULE
        if thin and self._is_black:
            self._set_overprint(True)
        super().rectangle(x, y, width, height)

    def fill(self, even_odd: bool = False) -> None:
        """Fill a shape, and end the printing of one ink over others, as all that ends a path does."""
        super().fill(even_odd)
        self._set_overprint(False)

    def fill_and_stroke(self, even_odd: bool = False) -> None:
        """Fill a shape and draw around it."""
        super().fill_and_stroke(even_odd)
        self._set_overprint(False)

    def fill_stroke_and_close(self, even_odd: bool = False) -> None:
        """Close a shape, fill it and draw around it."""
        super().fill_stroke_and_close(even_odd)
        self._set_overprint(False)

    def stroke(self) -> None:
        """Draw along a path."""
        super().stroke()
        self._set_overprint(False)

    def stroke_and_close(self) -> None:
        """Close a path and draw along it."""
        super().stroke_and_close()
        self._set_overprint(False)

    def end(self) -> None:
        """End a path that is not painted."""
        super().end()
        self._set_overprint(False)

    @property
    def _is_black(self) -> bool:
        """Whether what is filled now is solid black ink."""
        fill: object = self._current_color
        return bool(fill == BLACK and self._current_alpha == OPAQUE)

    def _set_overprint(self, on: bool) -> None:
        """Let inks that are not set leave what is below them, or cut it out (ISO 32000-1, 8.6.7)."""
        if on == self._overprints:
            return
        self._overprints = on
        word = "true" if on else "false"
        # Of what is filled alone: the stroke of a black shape may be white, and would vanish.
        state = pydyf.Dictionary({"OP": "false", "op": word, "OPM": 1})
        self._resources["ExtGState"].setdefault(f"o{on:d}", state)
        self.stream.append(f"/o{on:d} gs".encode())


def numbers(values: Sequence[float]) -> str:
    """Numbers as a stream has them."""
    return " ".join(f"{value:.4f}".rstrip("0").rstrip(".") for value in values)


def _scale(matrix: Matrix) -> float:
    """How much larger a matrix makes what is drawn."""
    return float(abs(matrix.determinant) ** 0.5)
