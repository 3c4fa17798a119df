"""Columns of tables that share the measure.

In:  tables that WeasyPrint chooses the widths of columns for, while it lays out.
Out: its choice where no cell needs a second line. Elsewhere the widths with which the table is lowest
     (`pagination/table_columns.py`), in which words are divided at their syllables where that helps. What
     would not fit so is set in smaller type, down to `--table-small`; then words are divided after any
     letter, but never a number. A table that even then is too wide notes by how much.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weasyprint.css.properties import Dimension
from weasyprint.layout import preferred

from issuebrief.engine.patches import AUTO_TABLE_LAYOUT, TABLE_CELL_MIN_CONTENT_WIDTH, replaced
from issuebrief.layout.boxes.fragments import boxes_in
from issuebrief.layout.styles.custom_properties import length, word
from issuebrief.layout.tables.table_cells import CellMeasuring
from issuebrief.pagination.table_columns import CellText, TableColumn, levelled, lowest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import BoxStyle, LayoutBox, PageContext, UnplacedBox

SLACK = 0.1
"""Px by which a table may be wider than the measure because of sums that are not exact."""
WHOLE = 5.0
"""Words up to this width, in em, are left whole for as long as a table fits."""
HEADS_WHOLE = 9.0
"""The same for words of header cells, which head a row or a column alone and are seen first."""
STEP = 0.95
"""How much smaller each step of smaller type is."""


@contextmanager
def shared_measure() -> Iterator[None]:
    """Choose the widths of columns so that tables keep to the measure, while the block runs."""
    plain_layout, plain_width = AUTO_TABLE_LAYOUT.value, TABLE_CELL_MIN_CONTENT_WIDTH.value

    def layout(context: PageContext, wrapper: LayoutBox, containing_block: tuple[float, float]) -> None:
        plain_layout(context, wrapper, containing_block)
        table = wrapper.get_wrapped_table()
        measure = containing_block[0] - _margins(wrapper) - (table.border_width() - table.width)
        wrapper.excess = 0.0
        if table.column_widths and _needs_more(context, wrapper, table, measure):
            _share(context, wrapper, table, measure)
        wrapper.type_share = _shares(context).get(table.element, 1.0)

    def width_of_words(context: PageContext, cell: LayoutBox, outer: bool) -> float:
        measured = CellMeasuring.of(context).cell(cell)
        return measured.words if outer else float(plain_width(context, cell, outer))

    with replaced(AUTO_TABLE_LAYOUT, layout), replaced(TABLE_CELL_MIN_CONTENT_WIDTH, width_of_words):
        yield


def fits(context: PageContext, wrapper: LayoutBox, measure: float, most: float) -> bool:
    """Whether a table fits a measure, in px, with words divided at syllables where they must be.

    With all words whole it may be no wider than `most`, lest too many of them are divided.
    """
    widths = preferred.table_and_columns_preferred_widths(context, wrapper, outer=False)
    if widths[0] <= measure:
        return True
    around = widths[0] - sum(widths[2])
    floors = _floors(context, wrapper.get_wrapped_table(), widths[2])
    return bool(widths[0] <= most and around + sum(floors.syllables) <= measure)


@dataclass(frozen=True)
class _Floors:
    """The least widths of columns, in px.

    With all words whole, with those of header cells and short ones whole, with short ones whole, divided at
    syllables, and after any letter.
    """

    words: tuple[float, ...]
    heads: tuple[float, ...]
    short: tuple[float, ...]
    syllables: tuple[float, ...]
    letters: tuple[float, ...]


def _needs_more(context: PageContext, wrapper: LayoutBox, table: LayoutBox, measure: float) -> bool:
    """Whether some cell needs a second line, or its words do not fit."""
    widths = preferred.table_and_columns_preferred_widths(context, wrapper, outer=False)
    return bool(table.width > measure + SLACK or sum(widths[3]) + widths[6] > table.width + SLACK)


def _share(context: PageContext, wrapper: LayoutBox, table: LayoutBox, measure: float) -> None:
    """Give the columns of a table the widths with which it is lowest."""
    measure = min(measure, max(table.width, _asked(table, measure)))
    widths = preferred.table_and_columns_preferred_widths(context, wrapper, outer=False)
    floors, room = _floors(context, table, widths[2]), measure - widths[6]
    if sum(floors.short) > room:
        factor = _factor(table, sum(floors.short), room)
        if factor < 1:
            _set_smaller(context, table, factor)
            widths = preferred.table_and_columns_preferred_widths(context, wrapper, outer=False)
            floors = _floors(context, table, widths[2])
    # Where a table goes on, WeasyPrint asks for its columns again.
    known: dict[object, list[float]] = context.__dict__.setdefault("widths_of_tables", {})
    key = (table.element, round(room, 3), table.style["font_size"])
    if key not in known:
        known[key] = _chosen(context, wrapper, table, floors, room)
    wrapper.excess = max(0.0, sum(floors.letters) - room)
    if wrapper.excess:
        for cell in _cells(table):
            cell.is_cut = True  # which is told of the table as a whole
    table.width, table.column_widths = measure, [*known[key]]


def _chosen(
    context: PageContext, wrapper: LayoutBox, table: LayoutBox, floors: _Floors, room: float
) -> list[float]:
    """The widths of columns: as asked for where they are, the others so that the table is lowest."""
    widths = preferred.table_and_columns_preferred_widths(context, wrapper, outer=False)
    if sum(floors.letters) > room:
        return [width * room / sum(floors.letters) for width in floors.letters]
    if sum(floors.syllables) > room:
        return levelled(floors.letters, widths[3], room)
    tiers = (floors.heads, floors.short, floors.syllables)
    least = next(tier for tier in tiers if sum(tier) <= room)
    asked = [
        max(low, share * room / 100) if share else max(low, width) if is_fixed else 0.0
        for low, share, is_fixed, width in zip(least, widths[4], widths[5], widths[3], strict=True)
    ]
    free = [number for number, width in enumerate(asked) if not width]
    if not free or sum(asked) + sum(least[number] for number in free) > room:
        wanted = [max(pair) for pair in zip(least, asked, strict=True)]
        return _between(least, wanted, room)
    columns = _columns(context, table, least)
    shared = lowest([columns[number] for number in free], room - sum(asked))
    return [width or shared[free.index(number)] for number, width in enumerate(asked)]


def _between(low: Sequence[float], high: Sequence[float], room: float) -> list[float]:
    """Widths that fill the room, raised from the low ones towards the high ones in proportion."""
    more = [wanted - least for least, wanted in zip(low, high, strict=True)]
    if not sum(more):
        return [width * room / sum(low) for width in low]
    share = (room - sum(low)) / sum(more)
    return [least + each * share for least, each in zip(low, more, strict=True)]


def _asked(table: LayoutBox, measure: float) -> float:
    """The width that a style asks of a table, in px; all of the measure where it says nothing."""
    width = table.style["width"]
    return measure if width == "auto" else 0.0


def _columns(context: PageContext, table: LayoutBox, least: Sequence[float]) -> list[TableColumn]:
    """The columns of a table with the texts of the cells that stand in one of them alone."""
    measuring = CellMeasuring.of(context)
    cells: list[list[tuple[int, tuple[CellText, ...]]]] = [[] for _ in least]
    longest = [1.0] * len(least)
    rows = (row for group in table.children for row in group.children)
    for number, row in enumerate(rows):
        for cell in row.children:
            if cell.colspan == 1 and cell.rowspan == 1:
                measured = measuring.cell(cell)
                cells[cell.grid_x].append((number, measured.texts))
                longest[cell.grid_x] = max(longest[cell.grid_x], measured.longest)
    return [
        TableColumn(tuple(texts), low, long) for texts, low, long in zip(cells, least, longest, strict=True)
    ]


def _factor(table: LayoutBox, wanted: float, room: float) -> float:
    """How much smaller the type of a table is set so that so much fits: as few steps as can be."""
    size = table.style["font_size"]
    least = length(table.style, "__table_small") if word(table.style, "__table_small") else size
    factor = 1.0
    while wanted * factor > room and size * factor * STEP >= least - SLACK / 10:
        factor *= STEP
    return factor


def _set_smaller(context: PageContext, table: LayoutBox, factor: float) -> None:
    """Set all of a table in smaller type, with less white beside its cells; its leading stays on the grid."""
    smaller: dict[int, tuple[BoxStyle, BoxStyle]] = {}
    for box in boxes_in(table):
        known = smaller.get(id(box.style))
        if known is None:
            style = box.style.copy()
            style["font_size"] *= factor
            for side in ("padding_left", "padding_right"):
                if getattr(style[side], "unit", "") == "px":
                    style[side] = Dimension(style[side].value * factor**2, "px")
            known = smaller[id(box.style)] = (style, box.style)
        box.style = known[0]
    _shares(context)[table.element] = factor
    context.tables.pop(table, None)
    context.__dict__.get("floors_of_tables", {}).pop(table.element, None)


def _shares(context: PageContext) -> dict[Element, float]:
    """How large the type of tables is, of what it would be, for those that were set smaller."""
    found: dict[Element, float] = context.__dict__.setdefault("shares_of_tables", {})
    return found


def _floors(context: PageContext, table: LayoutBox, words: Sequence[float]) -> _Floors:
    """The least widths of a table's columns, found once for each table."""
    known: dict[Element, _Floors] = context.__dict__.setdefault("floors_of_tables", {})
    if table.element not in known:
        known[table.element] = _found_floors(context, table, words)
    return known[table.element]


def _found_floors(context: PageContext, table: LayoutBox, words: Sequence[float]) -> _Floors:
    syllables, letters, heads = [0.0] * len(words), [0.0] * len(words), [0.0] * len(words)
    spanning = []
    measuring = CellMeasuring.of(context)
    for cell in _cells(table):
        if cell.colspan > 1:
            spanning.append(cell)
            continue
        measured = measuring.cell(cell)
        syllables[cell.grid_x] = max(syllables[cell.grid_x], measured.syllables)
        letters[cell.grid_x] = max(letters[cell.grid_x], measured.letters)
        if cell.element_tag == "th":
            heads[cell.grid_x] = max(heads[cell.grid_x], measured.words)
    for cell in spanning:
        span = slice(cell.grid_x, cell.grid_x + cell.colspan)
        measured = measuring.cell(cell)
        for floor, least in zip((syllables, letters), (measured.syllables, measured.letters), strict=True):
            lack = max(0.0, least - sum(floor[span])) / len(floor[span])
            floor[span] = [width + lack for width in floor[span]]
    syllables = [min(pair) for pair in zip(syllables, words, strict=True)]
    letters = [min(pair) for pair in zip(letters, syllables, strict=True)]
    size = table.style["font_size"]
    short = [max(least, min(word, WHOLE * size)) for least, word in zip(syllables, words, strict=True)]
    heads = [max(least, min(head, HEADS_WHOLE * size)) for least, head in zip(short, heads, strict=True)]
    return _Floors(tuple(words), tuple(heads), tuple(short), tuple(syllables), tuple(letters))


def _cells(table: LayoutBox) -> Iterator[LayoutBox]:
    return (cell for group in table.children for row in group.children for cell in row.children)


def _margins(wrapper: UnplacedBox) -> float:
    return float(sum(side for side in (wrapper.margin_left, wrapper.margin_right) if side != "auto"))
