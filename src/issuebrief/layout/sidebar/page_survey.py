"""Survey pages: what is to stand in their sidebars, and what stands about there.

In:  WeasyPrint's page boxes, laid out.
Out: a `PageSurvey` of each, and a `Survey` of all: sidebar blocks, passages by their names, the text that
     blocks may stand beside, and what covers something.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from issuebrief.layout.boxes.drawn_facts import thinnest_stroke
from issuebrief.layout.boxes.fragments import class_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import LayoutBox

SPARE_LINE = "spare-line"
"""The class of empty lines that are added after the text for sidebar blocks alone."""
CAPTION = "figcaption"
SIDES = ("aside", CAPTION)
"""The elements that stand in the sidebar where they are taken out of the flow."""
ACROSS = {"full", "bleed"}
"""The classes of what stands across sidebar and text, its white included."""
TEXT = {"text", SPARE_LINE}
"""The classes of what sidebar blocks may stand beside."""


@dataclass(frozen=True)
class SurveyedBox:
    """A box met on a page: the boxes above it, and the line it stands in, if any."""

    page: int
    box: LayoutBox
    parents: tuple[LayoutBox, ...]

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

    blocks: tuple[tuple[SurveyedBox, float], ...]
    named: dict[str, SurveyedBox]
    solids: tuple[SurveyedBox, ...]
    text: tuple[SurveyedBox, ...]


@dataclass(frozen=True)
class Survey:
    """What a walk over all pages found."""

    blocks: tuple[SurveyedBox, ...]
    own_tops: tuple[float, ...]
    passages: dict[str, SurveyedBox]
    solids: dict[int, tuple[SurveyedBox, ...]]
    """What covers something, by its page."""
    text: dict[int, tuple[SurveyedBox, ...]]
    """The text's boxes, by their page."""


def survey_page(number: int, page: LayoutBox) -> PageSurvey:
    """Walk over a page once, before anything on it is moved."""
    blocks: list[tuple[SurveyedBox, float]] = []
    solids: list[SurveyedBox] = []
    text: list[SurveyedBox] = []
    named: dict[str, SurveyedBox] = {}
    body: LayoutBox | None = None
    for box, parents in _walk(page.children[0], ()):
        surveyed = SurveyedBox(number, box, parents)
        if isinstance(box, AbsolutePlaceholder):
            if is_sidebar_block(box):
                blocks.append((surveyed, surveyed.line_top))
            continue
        if box.element is not None and (name := box.element.get("id")):
            named.setdefault(name, surveyed)
        if box.element_tag == "body":
            body = box
        if _is_text(box):
            text.append(surveyed)
        elif isinstance(box, boxes.LineBox | boxes.ReplacedBox) or _painted(box) or _is_across(box):
            solids.append(surveyed)
        elif text and parents[-1] is body:
            # What follows the text goes across the page: nothing is to stand in the white of it.
            solids.append(surveyed)
    return PageSurvey(tuple(blocks), named, tuple(solids), tuple(text))


def joined(surveys: list[PageSurvey]) -> Survey:
    """The surveys of all pages as one."""
    blocks = [found for survey in surveys for found in survey.blocks]
    wanted = {block.box.element.get("data-passage", "") for block, _ in blocks}
    by_id: dict[str, SurveyedBox] = {}
    for name, surveyed in (found for survey in surveys for found in survey.named.items()):
        by_id.setdefault(name, surveyed)
    return Survey(
        tuple(block for block, _ in blocks),
        tuple(top for _, top in blocks),
        {name: by_id[name] for name in wanted & set(by_id)},
        {number: survey.solids for number, survey in enumerate(surveys) if survey.solids},
        {number: survey.text for number, survey in enumerate(surveys) if survey.text},
    )


def _walk(
    box: LayoutBox, parents: tuple[LayoutBox, ...]
) -> Iterator[tuple[LayoutBox, tuple[LayoutBox, ...]]]:
    left = [(box, parents)]
    while left:
        box, parents = left.pop()
        yield box, parents
        children = () if isinstance(box, AbsolutePlaceholder) else getattr(box, "children", ())
        if children:
            around = (*parents, box)
            left.extend([(child, around) for child in reversed(children)])


def _descendants(box: LayoutBox) -> Iterator[LayoutBox]:
    return (child for child, _ in _walk(box, ()))


def is_sidebar_block(box: LayoutBox) -> bool:
    """Whether a box is for the sidebar: an `aside` or a caption that style sheets take out of the flow."""
    return box.element is not None and box.element_tag in SIDES


def is_caption(box: LayoutBox) -> bool:
    """Whether a block of the sidebar is the caption of a figure beside it."""
    return bool(box.element_tag == CAPTION)


def _is_text(box: LayoutBox) -> bool:
    """Whether sidebar blocks may stand beside a box: the standfirst, the text, or a spare line after it."""
    if box.element is None or box.is_column:
        return False
    return box.element_tag == "main" or not TEXT.isdisjoint(class_names(box.element))


def _is_across(box: LayoutBox) -> bool:
    """Whether a box of the text takes the sidebar's place too."""
    return not ACROSS.isdisjoint(class_names(box.element))


def _painted(box: LayoutBox) -> bool:
    """Whether a box shows by itself: it has a background or a border of its own."""
    if box.element is None or box.element_tag in ("html", "body"):
        return False
    background = box.background
    if background and (background.color.alpha > 0 or background.layers):
        return True
    return thinnest_stroke(box) is not None


def passage_of(block: SurveyedBox, survey: Survey) -> SurveyedBox:
    """What a block belongs beside: the passage it names, else the place it has in the HTML."""
    return survey.passages.get(block.box.element.get("data-passage", ""), block)
