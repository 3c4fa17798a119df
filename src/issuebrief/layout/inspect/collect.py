"""One walk over laid-out pages that notes what a preflight asks for.

In:  `Pages`.
Out: `Facts`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.drawn_facts import ink_of, thinnest_stroke
from issuebrief.layout.boxes.fragments import class_names, laid_out, rectangle
from issuebrief.layout.boxes.geometry import Rect
from issuebrief.layout.boxes.watermarks import without_watermark
from issuebrief.layout.inspect.block_facts import Elements, shown
from issuebrief.layout.inspect.facts import Box, Column, Facts, Ink, Line, Link, SetPicture, Stroke, Table
from issuebrief.layout.inspect.line_facts import LineSetting, Spacing
from issuebrief.layout.inspect.picture_facts import PictureGrounds, set_picture
from issuebrief.layout.inspect.surroundings import (
    BELOW,
    BLOCKS,
    LINES,
    NOWHERE,
    LineSurroundings,
    inside,
    of_page,
)
from issuebrief.units import PT_PER_PX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.engine.pages import Pages
    from issuebrief.engine.protocols import LayoutBox

BOLD = 700


def find_facts(pages: Pages, between: Callable[[], None] = lambda: None) -> Facts:
    """The facts of all pages; nothing of the pages is changed.

    `between` is called before each page, and may raise.
    """
    finder = _Finder()
    sheets = []
    for number, page in enumerate(pages.document.pages, 1):
        between()
        box = page._page_box
        sheets.append(Rect(0.0, 0.0, box.margin_width(), box.margin_height()))
        finder.page(box, number)
    return finder.facts(tuple(sheets))


@dataclass(slots=True)
class _Finder:
    """What has been found so far, and what is open: paragraphs that go on, columns of the same text."""

    spacing: Spacing = field(default_factory=Spacing)
    lines: list[Line] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    pictures: list[SetPicture] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    inks: dict[tuple[object, ...], Ink] = field(default_factory=dict)
    links: dict[int, Link] = field(default_factory=dict)
    tables: dict[int, Table] = field(default_factory=dict)
    areas: list[Rect] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    elements: Elements = field(default_factory=Elements)
    texts: dict[int, int] = field(default_factory=dict)
    open_paragraphs: dict[tuple[int, bool], int] = field(default_factory=dict)
    paragraphs: int = 0
    stretches: int = 0
    groups: int = 0
    rank: int = 0
    grounds: PictureGrounds = field(init=False)

    def facts(self, sheets: tuple[Rect, ...]) -> Facts:
        """All that was found."""
        return Facts(
            sheets,
            tuple(self.lines),
            tuple(_running_on(self.columns)),
            tuple(self.pictures),
            tuple(self.strokes),
            tuple(self.inks.values()),
            tuple(self.links.values()),
            tuple(self.tables.values()),
            tuple(self.areas),
            tuple(self.boxes),
            tuple(self.elements.captions.values()),
            self.elements.asides,
            tuple(self.elements.opening),
            tuple(self.elements.spare_lines),
            self.elements.beginning,
            tuple(self.elements.displaced.values()),
        )

    def page(self, page: LayoutBox, number: int) -> None:
        """Note what is on a page: the text's area first, then the margins."""
        here = of_page(page, number, self._stretch())
        self.areas.append(here.page_area)
        self.grounds = PictureGrounds(page, here.ground)
        for child in without_watermark(page):
            margin = isinstance(child, boxes.MarginBox)
            self._box(child, replace(here, column=NOWHERE, stretch=self._stretch()) if margin else here)

    def _box(self, box: LayoutBox, here: LineSurroundings) -> None:
        box = laid_out(box)
        self.rank += 1
        if isinstance(box, boxes.TextBox):
            self._ink(box, here)
            return
        rank, around = self.rank, here
        if isinstance(box, boxes.LineBox):
            paragraph = self._line(box, here, rank)
            if not all(isinstance(child, boxes.TextBox) for child in box.children):
                here = replace(here, paragraph=paragraph)
        else:
            here = inside(box, here, rank, self._stretch)
            self.elements.note(box, here)
        if isinstance(box, boxes.ReplacedBox):
            if picture := set_picture(box, here, rank):
                self.pictures.append(picture)
        elif box.is_table_wrapper:
            self._table(box, here)
        self._stroke(box, here)
        self._link(box, here)
        if not isinstance(box, boxes.ParentBox):
            return
        columns = [child for child in box.children if getattr(child, "is_column", False)]
        if columns:
            here = replace(here, area=here.page_area)
            self._columns(columns, box, here)
        for child in box.children:
            if child not in columns:
                self._box(child, here)
        order = here.order(BELOW, 0) if here.context != around.context else here.order(BLOCKS, rank)
        self.boxes.extend(shown(box, here, around.room, (rank, self.rank), order))

    def _stretch(self) -> int:
        self.stretches += 1
        return self.stretches

    def _columns(self, columns: list[LayoutBox], parent: LayoutBox, here: LineSurroundings) -> None:
        """Note the columns of a text on a page; what spans all columns parts them into groups."""
        top = None
        for box in columns:
            if box.position_y != top:
                top, self.groups = box.position_y, self.groups + 1
            number, text = self._stretch(), self.texts.setdefault(id(parent.element), len(self.texts) + 1)
            boxed = "authors" in class_names(parent.element)
            column = Column(here.page, rectangle(box), number, text, self.groups, runs_on=False, boxed=boxed)
            self.columns.append(column)
            self._box(box, replace(here, column=number, stretch=number))

    def _line(self, box: LayoutBox, here: LineSurroundings, rank: int) -> int:
        """Note a line, and give its paragraph; that of the line around it where it is none itself."""
        found = self.spacing.setting(box)
        if found is None or here.room is None:
            return here.paragraph
        key = (id(box.element), here.stretch == here.column)
        first = key not in self.open_paragraphs
        if first:
            self.paragraphs += 1
            self.open_paragraphs[key] = self.paragraphs
        paragraph = self.open_paragraphs[key]
        last = box.resume_at is None
        if last:
            del self.open_paragraphs[key]
        self.lines.append(_line(found, here, paragraph, rank, first=first, last=last))
        return paragraph

    def _ink(self, box: LayoutBox, here: LineSurroundings) -> None:
        if not box.text.strip() or box.style["visibility"] != "visible":
            return
        here, style = self.grounds.below(box, here), box.style
        colour, bold = style["color"], style["font_weight"] >= BOLD
        size = style["font_size"] * here.scale * PT_PER_PX
        # Colours are compared as they are given: to convert each again would take as long as all else.
        given = (colour.space, tuple(colour.coordinates), colour.alpha, here.opacity)
        key = (here.page, given, here.ground, size, bold)
        if key in self.inks:
            return
        shown = ink_of(style, here.ground, here.opacity)
        if shown is None:
            return
        rect = here.seen(Rect(box.position_x, box.position_y, box.width, box.height))
        self.inks[key] = Ink(here.page, rect, box.text.strip(), shown, here.ground, size, bold, here.source)

    def _table(self, box: LayoutBox, here: LineSurroundings) -> None:
        """A table, in the box around it that tells whether it fits."""
        if id(box.element) not in self.tables:
            steps_up, excess = getattr(box, "steps_up", ""), getattr(box, "excess", 0.0)
            rect, share = rectangle(box), getattr(box, "type_share", 1.0)
            self.tables[id(box.element)] = Table(here.page, rect, here.source, steps_up, excess, share)

    def _stroke(self, box: LayoutBox, here: LineSurroundings) -> None:
        if (width := thinnest_stroke(box)) is not None:
            self.strokes.append(Stroke(here.page, rectangle(box), width, here.source))

    def _link(self, box: LayoutBox, here: LineSurroundings) -> None:
        element = box.element
        if box.element_tag != "a" or element is None or id(element) in self.links:
            return
        target = element.get("href")
        if not target:
            return
        words = [*element.itertext(), *(picture.get("alt", "") for picture in element.iter("img"))]
        if not any(letter.isalnum() for word in words for letter in word):
            words += [element.get("aria-label", ""), element.get("title", "")]
        text, lang = " ".join(" ".join(words).split()), box.style["lang"] or ""
        self.links[id(element)] = Link(here.page, rectangle(box), text, target, lang, here.source)


def _running_on(columns: list[Column]) -> Iterator[Column]:
    """The columns, with a word on those whose text goes on on another page; in boxes authors stay whole."""
    last_page = {column.text: column.page for column in columns}
    last_group = {(column.text, column.page): column.group for column in columns}
    for column in columns:
        is_last_group = last_group[column.text, column.page] == column.group
        is_left = last_page[column.text] > column.page and not column.boxed
        yield replace(column, runs_on=is_last_group and is_left)


def _turned(found: LineSetting, rect: Rect) -> LineSetting:
    """A line that is turned, moved or scaled, as one whose letters fill the rectangle around it."""
    return replace(found, rect=rect, size=rect.height / 0.7, baseline=rect.y + rect.height * 6 / 7)


def _line(
    found: LineSetting, here: LineSurroundings, paragraph: int, rank: int, *, first: bool, last: bool
) -> Line:
    assert here.room is not None
    if here.matrix is not None:
        found = _turned(found, here.seen(found.rect))
    return Line(
        page=here.page,
        rect=found.rect,
        text=found.text,
        source=here.source,
        paragraph=paragraph,
        column=here.column,
        stretch=here.stretch,
        level=here.level,
        first=first,
        last=last,
        gap=found.gap,
        size=found.size,
        baseline=found.baseline,
        room=here.seen(here.room),
        window=here.window,
        area=here.area,
        rank=rank,
        order=here.order(LINES, rank),
        slant=here.context if here.is_slanted else (),
        crowded=found.crowded,
    )
