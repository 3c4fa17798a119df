"""Pages of another size than a theme was made for.

In:  the design tokens of a theme, and the name of a page size.
Out: the tokens that change with it: the sheet, margins, sidebar and columns, the foot of the text, the cover,
     the title. Lines of text stay as long as they are where the page has room for that; on a smaller page,
     margins and sidebar shrink with it, and columns too narrow to be justified become fewer and wider.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from issuebrief.theming.design_tokens import resolved
from issuebrief.theming.token_lengths import length_of
from issuebrief.units import MM_PER_PX, PT_PER_PX

if TYPE_CHECKING:
    from collections.abc import Mapping


class PageSize(NamedTuple):
    """A trimmed page, in mm."""

    width: float
    height: float


PAGE_SIZES = {
    "a4": PageSize(210, 297),
    "letter": PageSize(215.9, 279.4),
    "a5": PageSize(148, 210),
    "b5": PageSize(176, 250),
    "square": PageSize(210, 210),
}
"""The sizes that have a name. B5 is ISO's (ISO 216), Letter that of ANSI Y14.1."""
ALIKE = 12.0
"""Millimetres by which a page may be wider or narrower and keep sidebar and columns, with other margins."""
LEAST_MARGIN = 11.0
"""The least margin at the side, in mm."""
LEAST_SCALE = 0.74
"""How much smaller margins, sidebar and title become at most: type on them keeps its size."""
LEAST_SIDEBAR = 27.0
"""The narrowest sidebar, in mm: three words of a pull-quote."""
LEAST_MEASURE = 50.0
"""The narrowest of several columns of text, in mm: some 30 letters."""
LEAST_NOTES = 40.0
"""The narrowest of several columns of notes, in mm."""
SAME_TITLE = 0.87
"""How much narrower a page may be and keep the size of its title."""
TITLE_LEADING = 1.08
"""The least leading of a title, in parts of its size."""
WIDER = 1.15
"""How much longer lines become at most where there is no sidebar."""
HALF = 0.5
"""Millimetres to which measures are rounded."""


class _Page(NamedTuple):
    """What a theme has, in mm; counts are of columns."""

    width: float
    height: float
    grid: float
    foot: float
    margin: float
    sidebar: float
    gap: float
    column_gap: float
    columns: int
    cover: float
    notes: int


def tokens_of_size(size: str, tokens: Mapping[str, str]) -> dict[str, str]:
    """The tokens that are other ones on a page of that size.

    None where the page has that size, where the size has no name, or where the theme's own measures are no
    lengths, which is told elsewhere.
    """
    page = _page_of(tokens)
    if page is None:
        return {}
    wanted = PAGE_SIZES.get(size) or PageSize(page.width, page.height)
    has_sidebar = resolved("var(--sidebar-side)", tokens) != "none"
    if (page.width, page.height) == wanted:
        return {} if has_sidebar else _without_sidebar(page)
    across = _across(page, wanted.width)
    if not has_sidebar:
        across |= _without_sidebar(_page_of({**tokens, **across, "--page-width": _mm(wanted.width)}) or page)
    return {
        "--page-width": _mm(wanted.width),
        "--page-height": _mm(wanted.height),
        **_down(page, wanted.height),
        **across,
        **_title(tokens, wanted.width / page.width),
    }


def _page_of(tokens: Mapping[str, str]) -> _Page | None:
    names = ("--page-width", "--page-height", "--grid", "--text-foot", "--margin-side", "--sidebar-width",
             "--sidebar-gap", "--column-gap", "--cover-height")  # fmt: skip
    found = [length_of(resolved(f"var({name})", tokens)) for name in names]
    counts = [resolved(f"var({name})", tokens) for name in ("--columns", "--notes-columns")]
    if None in found or not all(count.isdecimal() and int(count) for count in counts):
        return None
    width, height, grid, foot, margin, sidebar, gap, column_gap, cover = (
        round((each or 0) * MM_PER_PX, 3) for each in found
    )
    columns, notes = map(int, counts)
    return _Page(width, height, grid, foot, margin, sidebar, gap, column_gap, columns, cover, notes)


def _down(page: _Page, height: float) -> dict[str, str]:
    """The foot of the text, with as much white below it, and the cover.

    The title and the abstract take as many lines on a low page as on a high one, so the cover gives way.
    """
    share = min(1.0, height / page.height)
    lines = floor((height - (page.height - page.foot) * max(share, LEAST_SCALE)) / page.grid)
    cover = max(1, round(page.cover * share**2 / page.grid))
    return {
        "--text-foot": f"calc({lines} * var(--grid))",
        "--cover-height": f"calc({cover} * var(--grid))",
    }


def _across(page: _Page, width: float) -> dict[str, str]:
    """Margins, sidebar and columns that add up to a width."""
    room = page.sidebar + page.gap
    measure = (page.width - 2 * page.margin - room - (page.columns - 1) * page.column_gap) / page.columns
    more = (width - page.width) / 2
    if abs(2 * more) <= ALIKE and page.margin + more >= LEAST_MARGIN:
        return {"--margin-side": _mm(page.margin + more), "--measure": _mm(measure)}
    scale = min(1.0, max(width / page.width, LEAST_SCALE))
    margin = max(LEAST_MARGIN, _halves(page.margin * scale))
    sidebar = max(min(LEAST_SIDEBAR, page.sidebar), _halves(page.sidebar * scale))
    gap, between = _halves(page.gap * scale), _halves(page.column_gap * scale)
    text = width - 2 * margin - sidebar - gap
    columns = max(1, min(page.columns, floor((text + between) / (LEAST_MEASURE + between))))
    notes = max(1, min(page.notes, floor((width - 2 * margin + between) / (LEAST_NOTES + between))))
    return {
        "--margin-side": _mm(margin),
        "--sidebar-width": _mm(sidebar),
        "--sidebar-gap": _mm(gap),
        "--column-gap": _mm(between),
        "--columns": str(columns),
        "--measure": _mm((text - (columns - 1) * between) / columns),
        "--notes-columns": str(notes),
    }


def _without_sidebar(page: _Page) -> dict[str, str]:
    """The room of the sidebar, given to columns until their lines are long enough, and then to margins."""
    between = (page.columns - 1) * page.column_gap
    room = page.width - 2 * page.margin - between
    measure = min(room / page.columns, WIDER * (room - page.sidebar - page.gap) / page.columns)
    return {
        "--sidebar-width": "0mm",
        "--sidebar-gap": "0mm",
        "--measure": _mm(measure),
        "--margin-side": _mm((page.width - page.columns * measure - between) / 2),
    }


def _title(tokens: Mapping[str, str], scale: float) -> dict[str, str]:
    """A title on a much narrower page, with a leading of whole or half lines of the grid."""
    size, grid = (length_of(resolved(f"var({name})", tokens)) for name in ("--title-size", "--grid"))
    if scale > SAME_TITLE or not (size and grid):
        return {}
    size *= max(scale, LEAST_SCALE)
    lines = ceil(2 * TITLE_LEADING * size / grid) / 2
    return {
        "--title-size": f"{round(size * PT_PER_PX, 1):g}pt",
        "--title-leading": f"calc({lines:g} * var(--grid))",
        "--long-title-leading": f"calc({lines - 0.5:g} * var(--grid))",
        "--very-long-title-leading": f"calc({lines - 1:g} * var(--grid))",
    }


def _halves(length: float) -> float:
    return round(length / HALF) * HALF


def _mm(length: float) -> str:
    return f"{round(length, 3):g}mm"
