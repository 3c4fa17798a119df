"""Furnish the pages' sidebars: find what is to stand there, and move it there.

In:  WeasyPrint's page boxes, laid out, in which every sidebar block stands at the top of the page
     that its place in the HTML fell on.
Out: the same page boxes, changed in place: each block beside its passage, on the page the passage
     is on or, where that is full, on a later one.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.layout.background import layout_box_backgrounds

from issuebrief.typeset.sidebar import Grid, Item, Room, Spot, place
from issuebrief.typeset.tokens import length

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

WEIGHTS = {"details": 1e3}
"""What holds its ground when neighbours want its place, by class; all else weighs 1."""
BETWEEN = (2, 1)
"""The least white between two blocks, in grid steps; the lesser where there is no room for more."""
SPARE_LINE = "spare-line"
"""The class of empty lines that are added after the text for sidebar blocks alone."""


class Overfull(Exception):
    """The sidebars of all pages together cannot hold the blocks.

    `lines` grid steps are missing, or more; `end` is the page on which the text ends, and where on it, in px.
    """

    def __init__(self, lines: int, end: tuple[int, float]) -> None:
        super().__init__(lines, end)
        self.lines, self.end = lines, end


class TooTall(Exception):
    """A sidebar block, named by its id, is taller than a whole page's sidebar."""

    def __init__(self, block: str) -> None:
        super().__init__(block)
        self.block = block


@dataclass(frozen=True)
class Spied:
    """A box met on a page: the boxes above it, and the line it stands in, if any."""

    page: int
    box: Any
    parents: tuple[Any, ...]

    @property
    def line_top(self) -> float:
        """The top of the first line in or around the box, in px from the page's top."""
        around = [parent for parent in self.parents if isinstance(parent, boxes.LineBox)]
        if around:
            return float(around[-1].position_y)
        first = next((box for box in _descendants(self.box) if isinstance(box, boxes.LineBox)), self.box)
        return float(first.position_y)


@dataclass(frozen=True)
class PageSurvey:
    """What a walk over a page found that matters to sidebars.

    `blocks` are those for the sidebar, each with the line that it stands level with by itself. `solids` cover
    something; `text` is where blocks may stand beside.
    """

    blocks: tuple[tuple[Spied, float], ...]
    named: dict[str, Spied]
    solids: tuple[Spied, ...]
    text: tuple[Spied, ...]


@dataclass(frozen=True)
class Survey:
    """What a walk over all pages found."""

    blocks: tuple[Spied, ...]
    own_tops: tuple[float, ...]
    passages: dict[str, Spied]
    solids: dict[int, tuple[Spied, ...]]
    """What covers something, by its page."""
    text: dict[int, tuple[Spied, ...]]
    """The text's boxes, by their page."""


def furnish(pages: list[Any], context: Any) -> None:
    """Move every sidebar block to its spot; raises `Overfull` when they cannot all be placed."""
    survey = joined([survey_page(number, page) for number, page in enumerate(pages)])
    for block, spot in zip(survey.blocks, spots(pages, survey), strict=True):
        move(block, spot, survey, pages, context)


def spots(pages: list[Any], survey: Survey) -> Sequence[Spot]:
    """Where each block is to stand; raises `Overfull` when they cannot all be placed."""
    if not survey.blocks:
        return []
    step = length(survey.blocks[0].box.style, "__grid")
    _refuse_giants(pages, survey, step)
    items = [_item(block, top, survey) for block, top in zip(survey.blocks, survey.own_tops, strict=True)]
    rooms = _rooms(pages, survey, step)
    found = next((found for gap in BETWEEN if (found := place(items, rooms, Grid(step, gap * step)))), None)
    if found is None:
        raise Overfull(_missing_lines(items, rooms, Grid(step, step)), _end(survey))
    return found


def survey_page(number: int, page: Any) -> PageSurvey:
    """Walk over a page once, before anything on it is moved."""
    blocks: list[tuple[Spied, float]] = []
    solids: list[Spied] = []
    text: list[Spied] = []
    named: dict[str, Spied] = {}
    for box, parents in _walk(page.children[0], ()):
        spied = Spied(number, box, parents)
        if isinstance(box, AbsolutePlaceholder):
            if is_sidebar_block(box):
                blocks.append((spied, spied.line_top))
            continue
        if box.element is not None and (name := box.element.get("id")):
            named.setdefault(name, spied)
        if isinstance(box, boxes.LineBox | boxes.ReplacedBox) or _painted(box):
            solids.append(spied)
        if _is_text(box):
            text.append(spied)
    return PageSurvey(tuple(blocks), named, tuple(solids), tuple(text))


def joined(surveys: list[PageSurvey]) -> Survey:
    """The surveys of all pages as one."""
    blocks = [found for survey in surveys for found in survey.blocks]
    wanted = {block.box.element.get("data-passage", "") for block, _ in blocks}
    by_id: dict[str, Spied] = {}
    for name, spied in (found for survey in surveys for found in survey.named.items()):
        by_id.setdefault(name, spied)
    return Survey(
        tuple(block for block, _ in blocks),
        tuple(top for _, top in blocks),
        {name: by_id[name] for name in wanted & set(by_id)},
        {number: survey.solids for number, survey in enumerate(surveys) if survey.solids},
        {number: survey.text for number, survey in enumerate(surveys) if survey.text},
    )


def _walk(box: Any, parents: tuple[Any, ...]) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    yield box, parents
    if not isinstance(box, AbsolutePlaceholder):
        for child in getattr(box, "children", ()):
            yield from _walk(child, (*parents, box))


def _descendants(box: Any) -> Iterator[Any]:
    return (child for child, _ in _walk(box, ()))


def is_sidebar_block(box: Any) -> bool:
    """Whether a box is for the sidebar: an `aside` that the style sheets take out of the flow."""
    return box.element is not None and box.element_tag == "aside"


def _is_text(box: Any) -> bool:
    """Whether a box is the text, or a spare line after it: where sidebar blocks may stand beside."""
    if box.element is None or box.is_column:
        return False
    return bool(box.element_tag == "main" or box.element.get("class") == SPARE_LINE)


def _painted(box: Any) -> bool:
    """Whether a box shows by itself: it has a background of its own."""
    if box.element is None or box.element_tag in ("html", "body"):
        return False
    background = box.background
    return bool(background and (background.color.alpha > 0 or background.layers))


def _passage(block: Spied, survey: Survey) -> Spied:
    """What a block belongs beside: the passage it names, else the place it has in the HTML."""
    return survey.passages.get(block.box.element.get("data-passage", ""), block)


def _missing_lines(items: list[Item], rooms: list[Room], grid: Grid) -> int:
    """How many grid steps the rooms are short of what the items need, at the least; never none."""
    needed = sum(grid.share(item.height) for item in items)
    free = sum(room.bottom - room.top for room in rooms)
    return max(4, ceil((needed - free) / grid.step))


def _end(survey: Survey) -> tuple[int, float]:
    """The last page of the text, and where the text ends on it."""
    last = max(survey.text, default=0)
    bottoms = (spied.box.position_y + spied.box.margin_height() for spied in survey.text.get(last, ()))
    return last, max(bottoms, default=0.0)


def _refuse_giants(pages: list[Any], survey: Survey, step: float) -> None:
    """Raise `TooTall` for a block that no page could hold whole."""
    tallest = max(page.height for page in pages[1:] or pages)
    for block in survey.blocks:
        if block.box.margin_height() > tallest - step:
            raise TooTall(block.box.element.get("id", ""))


def _item(block: Spied, own_top: float, survey: Survey) -> Item:
    """A block as numbers: a pull-quote's words are level with its passage, other blocks' heads are."""
    passage = _passage(block, survey)
    top = own_top if passage is block else passage.line_top
    box = block.box
    classes = box.element.get("class", "").split()
    head = box.content_box_y() - box.border_box_y() if "pull-quote" in classes else 0.0
    weight = max((WEIGHTS.get(name, 1.0) for name in classes), default=1.0)
    return Item(passage.page, top - head, box.border_height(), weight)


def _rooms(pages: list[Any], survey: Survey, step: float) -> list[Room]:
    """The free stretches of the sidebars of all pages that carry text."""
    left = min(block.box.border_box_x() for block in survey.blocks)
    right = max(block.box.border_box_x() + block.box.border_width() for block in survey.blocks)
    rooms: list[Room] = []
    for number, text in sorted(survey.text.items()):
        page = pages[number]
        top = page.content_box_y()
        bottom = top + page.height
        walls = _walls(number, left, right, survey)
        text_bottom = max(spied.box.position_y + spied.box.margin_height() for spied in text)
        rooms.extend(
            Room(number, low, high, origin=top)
            for low, high in free_stretches(walls, top, bottom, step)
            if low < text_bottom and high - low >= step
        )
    return rooms


def _walls(number: int, left: float, right: float, survey: Survey) -> list[tuple[float, float]]:
    """The stretches of a page's sidebar that something in the flow covers."""
    walls = []
    for spied in survey.solids.get(number, ()):
        box = spied.box
        x, y, width, height = box.position_x, box.position_y, box.width, box.height
        if not isinstance(box, boxes.LineBox):
            x, y, width, height = (
                box.border_box_x(),
                box.border_box_y(),
                box.border_width(),
                box.border_height(),
            )
        if x < right - 0.5 and x + width > left + 0.5:
            walls.append((y, y + height))
    return walls


def free_stretches(
    walls: Iterable[tuple[float, float]], top: float, bottom: float, clearance: float
) -> list[tuple[float, float]]:
    """What `walls` leave free between `top` and `bottom`, with `clearance` kept from each of them."""
    free = []
    low = top
    for begin, end in sorted(walls):
        if begin - clearance > low:
            free.append((low, begin - clearance))
        low = max(low, end + clearance)
    if bottom > low:
        free.append((low, bottom))
    return free


def move(block: Spied, spot: Spot, survey: Survey, pages: list[Any], context: Any) -> None:
    """Set a block at its spot, in the page's tree too, so that it is read after its passage."""
    box = block.box
    box.translate(dy=spot.top - box.border_box_y())
    if spot.page != block.page:
        parent = block.parents[-1]
        parent.children = [child for child in parent.children if child is not box]
        _insert(box, _passage(block, survey), spot.page, survey)
    layout_box_backgrounds(pages[spot.page], box._box, context.get_image_from_uri)


def _insert(box: Any, passage: Spied, page: int, survey: Survey) -> None:
    """Put a block into another page's tree: after its passage where that is on the page, else first."""
    text = survey.text[page][0].box
    parent, index = text, 0
    if passage.page == page and text in passage.parents:
        chain = (*passage.parents, passage.box)
        depth = chain.index(text) + 1
        parent = text
        if depth < len(chain) and getattr(chain[depth], "is_column", False):
            parent, depth = chain[depth], depth + 1
        index = list(parent.children).index(chain[depth]) + 1 if depth < len(chain) else 0
    children = list(parent.children)
    children.insert(index, box)
    parent.children = children
