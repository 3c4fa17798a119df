"""Whether what the design tokens say of the page fits the sheet.

In:  page boxes as they were laid out.
Out: `Misfit`, raised where the text would stand beyond the sheet, or the sheet is another than the tokens of
     the page are made for; given back where the measures leave white that nobody asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.layout.boxes.fragments import class_names
from issuebrief.layout.styles.custom_properties import length, word
from issuebrief.units import MM_PER_PX

if TYPE_CHECKING:
    from issuebrief.engine.protocols import BoxStyle, LayoutBox

ROUNDING = 1.0
"""Pixels by which sums may miss."""
COUNT_ANEW = (
    "recalculate --text-foot, such as calc(58 * var(--grid)); "
    "another sheet is set by --page-width and --page-height"
)
SMALLER_MARGINS = (
    "make the margins (--margin-side), --measure, --sidebar-width or the number of --columns smaller"
)


class Misfit(Exception):
    """Tokens that do not fit the sheet; `token` is the one to be changed, `told` says what is wrong."""

    def __init__(self, token: str, told: str, hint: str) -> None:
        super().__init__(told)
        self.token, self.hint = token, hint


def refuse_misfits(pages: list[LayoutBox]) -> None:
    """Raise `Misfit` where the tokens of the page cannot all hold.

    The first page of a text has a head of its own, so those after it are looked at where there are any. A
    left page may be lower than a right one, or the other way round.
    """
    page = pages[min(1, len(pages) - 1)]
    root = page.children[0].style
    if all(word(root, token) for token in ("__text_foot", "__text_top", "__text_width")):
        _refuse_foot(page, root)
        _refuse_width(page, root)
        _refuse_margins(page)
        if len(pages) > 2:
            _refuse_low(pages[1:3], root)


def _refuse_foot(page: LayoutBox, root: BoxStyle) -> None:
    foot, sheet = length(root, "__text_foot"), page.margin_height()
    if foot > sheet + ROUNDING:
        told = f"the text ends {_mm(foot)} mm below the head of the sheet, which is {_mm(sheet)} mm high"
        raise Misfit("--text-foot", told, COUNT_ANEW)


def _refuse_low(pages: list[LayoutBox], root: BoxStyle) -> None:
    top = length(root, "__text_top")
    room = max(page.height + page.margin_top for page in pages) - top
    wanted = length(root, "__text_foot") - top
    if room < wanted - ROUNDING:
        told = (
            f"--text-top and --text-foot make the text {_mm(wanted)} mm high, the pages have {_mm(room)} mm"
        )
        raise Misfit("@page", told, COUNT_ANEW)


def _refuse_width(page: LayoutBox, root: BoxStyle) -> None:
    beside = length(root, "__sidebar_room") if _is_some(root, "__sidebar_room") else 0.0
    wanted = length(root, "__text_width") + beside
    if wanted > (sheet := page.margin_width()) + ROUNDING:
        told = f"the columns and the sidebar are {_mm(wanted)} mm wide, and the sheet is {_mm(sheet)} mm wide"
        raise Misfit("--measure", told, "make --measure, --sidebar-width or the number of --columns smaller")


def _refuse_margins(page: LayoutBox) -> None:
    text = _text_of(page)
    if text is None:
        return
    right, limit = text.border_box_x() + text.border_width(), page.content_box_x() + page.width
    if right > limit + ROUNDING:
        told = f"the text reaches {_mm(right - limit)} mm into the right margin"
        raise Misfit("@page", told, SMALLER_MARGINS)


def room_left(pages: list[LayoutBox]) -> Misfit | None:
    """What is amiss where sidebar and columns do not fill the width between the margins; else None.

    A theme that gives the text another width than the tokens say is left alone.
    """
    page = pages[min(1, len(pages) - 1)]
    root = page.children[0].style
    text = _text_of(page)
    if text is None or not word(root, "__text_width"):
        return None
    beside = length(root, "__sidebar_room") if _is_some(root, "__sidebar_room") else 0.0
    spare = page.width - length(root, "__text_width") - beside
    if spare <= ROUNDING or abs(text.border_width() - length(root, "__text_width")) > ROUNDING:
        return None
    told = f"margins, sidebar and columns come to {_millimetres(spare)} mm less than the width of the page"
    return Misfit("--measure", told, _widths_that_fill(root, spare))


def _widths_that_fill(root: BoxStyle, spare: float) -> str:
    """The tokens of which any one takes up what is left, each with its value; those that are set only."""
    wider = {"__sidebar_width": spare}
    if (columns := word(root, "__columns")).isdecimal():
        wider = {"__measure": spare / int(columns), **wider}
    wider["__margin_side"] = spare / 2
    ways = (
        f"{token.replace('_', '-')}: {_millimetres(length(root, token) + more)}mm"
        for token, more in wider.items()
        if _is_some(root, token)
    )
    return f"set one of them so that they add up: {' or '.join(ways)}"


def _is_some(style: BoxStyle, token: str) -> bool:
    """Whether a token is a length above 0."""
    try:
        return length(style, token) > 0
    except ValueError:
        return False


def _text_of(page: LayoutBox) -> LayoutBox | None:
    return next((box for box in page.descendants() if "text" in class_names(box.element)), None)


def _millimetres(pixels: float) -> str:
    return f"{round(pixels * MM_PER_PX, 2):g}"


def _mm(pixels: float) -> int:
    return round(pixels * MM_PER_PX)
