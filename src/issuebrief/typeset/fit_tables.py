"""Columns of tables that share the measure.

In:  tables that WeasyPrint chooses the widths of columns for, while it lays out.
Out: its choice where each word stays whole. Where that is wider than the measure, words are divided: at their
     syllables, in as few columns as can be, and then after any letter, but never a number; long cells get
     the room that keeps the table low. A table that even then is too wide notes by how much.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from operator import truediv
from typing import TYPE_CHECKING, Any

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes
from weasyprint.layout import preferred
from weasyprint.layout import table as table_layout
from weasyprint.text.line_break import split_first_line

from issuebrief.typeset.fragments import boxes_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SLACK = 0.1
"""Px by which a table may be wider than the measure because of sums that are not exact."""
LETTERS = 4.0
"""What a column keeps at the least where words may be divided after any letter, in em."""
FEW_LINES = 3.0
"""Lines of the longest cell up to which it matters most that words are whole."""
HALVINGS = 30
SMALLEST_PICTURE = 3.0
"""How wide a picture in a cell stays at the least, in em."""


@contextmanager
def shared_measure() -> Iterator[None]:
    """Choose the widths of columns so that tables keep to the measure, while the block runs."""
    plain_layout, plain_width = table_layout.auto_table_layout, preferred.table_cell_min_content_width

    def layout(context: Any, wrapper: Any, containing_block: Any) -> None:
        plain_layout(context, wrapper, containing_block)
        table = wrapper.get_wrapped_table()
        around = table.border_width() - table.width
        measure = containing_block[0] - _margins(wrapper) - around
        wrapper.excess = 0.0
        if table.column_widths and table.width > measure + SLACK:
            _share(context, wrapper, table, measure)

    def width_of_words(context: Any, cell: Any, outer: bool) -> float:
        return float(plain_width(context, _restyled(cell, "manual"), outer))

    table_layout.auto_table_layout = layout
    preferred.table_cell_min_content_width = width_of_words
    try:
        yield
    finally:
        table_layout.auto_table_layout = plain_layout
        preferred.table_cell_min_content_width = plain_width


def fits(context: Any, wrapper: Any, measure: float, most: float) -> bool:
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
    """The least widths of columns, in px: with words whole, at syllables, and after any letter."""

    words: tuple[float, ...]
    syllables: tuple[float, ...]
    letters: tuple[float, ...]


def _share(context: Any, wrapper: Any, table: Any, measure: float) -> None:
    """Give columns that are too wide with their words whole the widths that divided words take."""
    widths = preferred.table_and_columns_preferred_widths(context, wrapper, outer=False)
    floors, contents, room = _floors(context, table, widths[2]), widths[3], measure - widths[6]
    if sum(floors.syllables) <= room:
        chosen = raised(floors.syllables, floors.words, room)
        if max(map(truediv, contents, chosen)) > FEW_LINES:
            chosen = levelled(floors.syllables, contents, room)
    elif sum(floors.letters) <= room:
        chosen = levelled(floors.letters, contents, room)
    else:
        wrapper.excess = sum(floors.letters) - room
        chosen = [width * room / sum(floors.letters) for width in floors.letters]
    table.width, table.column_widths = measure, chosen


def raised(low: Sequence[float], high: Sequence[float], room: float) -> list[float]:
    """Widths from the low ones on, as many as can be raised to the high ones, all as wide as the room."""
    widths, left = list(low), room - sum(low)
    for column in sorted(range(len(low)), key=lambda column: high[column] - low[column]):
        more = min(left, max(0.0, high[column] - low[column]))
        widths[column] += more
        left -= more
    return [width + left / len(widths) for width in widths]


def levelled(floors: Sequence[float], contents: Sequence[float], room: float) -> list[float]:
    """Widths as wide as the room in which the longest cells of all columns take as few lines as can be.

    `contents` are the widths of the longest cells on one line. No column is narrower than its floor.
    """
    few, many = 0.0, max(map(truediv, contents, floors)) + 1
    for _ in range(HALVINGS):
        lines = (few + many) / 2
        if lines and sum(map(max, floors, (content / lines for content in contents))) <= room:
            many = lines
        else:
            few = lines
    widths = [max(floor, content / many) for floor, content in zip(floors, contents, strict=True)]
    return [width + (room - sum(widths)) / len(widths) for width in widths]


def _floors(context: Any, table: Any, words: Sequence[float]) -> _Floors:
    """The least widths of a table's columns, found once for each table."""
    known: dict[Any, _Floors] = context.__dict__.setdefault("floors_of_tables", {})
    if table.element not in known:
        known[table.element] = _found_floors(context, table, words)
    return known[table.element]


def _found_floors(context: Any, table: Any, words: Sequence[float]) -> _Floors:
    syllables, letters = [0.0] * len(words), [0.0] * len(words)
    spanning = []
    for cell in _cells(table):
        if cell.colspan > 1:
            spanning.append(cell)
            continue
        at_syllables, at_letters = _least(context, cell)
        syllables[cell.grid_x] = max(syllables[cell.grid_x], at_syllables)
        letters[cell.grid_x] = max(letters[cell.grid_x], at_letters)
    for cell in spanning:
        span = slice(cell.grid_x, cell.grid_x + cell.colspan)
        for floor, least in zip((syllables, letters), _least(context, cell), strict=True):
            lack = max(0.0, least - sum(floor[span])) / len(floor[span])
            floor[span] = [width + lack for width in floor[span]]
    syllables = [min(pair) for pair in zip(syllables, words, strict=True)]
    letters = [min(pair) for pair in zip(letters, syllables, strict=True)]
    return _Floors(tuple(words), tuple(syllables), tuple(letters))


def _least(context: Any, cell: Any) -> tuple[float, float]:
    """The least widths of a cell with words divided: at syllables, and after any letter."""
    divided = _restyled(cell, "auto")
    width = float(preferred.block_min_content_width(context, divided, True))
    around = width - float(preferred.block_min_content_width(context, divided, False))
    numbers = max((_widest_number(context, box) for box in boxes_in(cell) if _is_text(box)), default=0.0)
    return width, around + max(numbers, min(width - around, LETTERS * cell.style["font_size"]))


def _widest_number(context: Any, box: Any) -> float:
    """The width of the widest word of a text that has figures and no letters."""
    numbers = [
        word for word in box.text.split() if any(map(str.isdecimal, word)) and not any(map(str.isalpha, word))
    ]
    return max(
        (split_first_line(word, box.style, context, None, 0, minimum=True)[3] for word in numbers),
        default=0.0,
    )


def _restyled(cell: Any, hyphens: str) -> Any:
    """A copy of a cell in which words are divided so; pictures in it may be made small."""
    cell = cell.deepcopy()
    for box in boxes_in(cell):
        if _is_text(box) and box.style["hyphens"] != "none" and box.style["hyphens"] != hyphens:
            box.style = box.style.copy()
            box.style["hyphens"] = hyphens
        elif isinstance(box, boxes.ReplacedBox):
            box.style = box.style.copy()
            box.style["max_width"] = Dimension(SMALLEST_PICTURE * box.style["font_size"], "px")
    return cell


def _is_text(box: Any) -> bool:
    return isinstance(box, boxes.TextBox)


def _cells(table: Any) -> Iterator[Any]:
    return (cell for group in table.children for row in group.children for cell in row.children)


def _margins(wrapper: Any) -> float:
    sides = (wrapper.margin_left, wrapper.margin_right)
    return float(sum(side for side in sides if side != "auto"))
