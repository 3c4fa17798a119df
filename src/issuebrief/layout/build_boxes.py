"""From HTML and its styles to boxes, before these are laid out.

In:  a document and WeasyPrint's context for it; or one whose elements after the text are arranged otherwise.
Out: the boxes of all of it; or those of one part, made with the styles that it has now.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weasyprint.css import StyleFor
from weasyprint.css.targets import TargetCollector
from weasyprint.formatting_structure.build import (
    build_formatting_structure,
    create_anonymous_boxes,
    element_to_box,
)

from issuebrief.layout.floats.bleeding import captions_first
from issuebrief.layout.fonts.superiors import Superiors
from issuebrief.layout.paragraphs.text_metrics import TextMetrics
from issuebrief.layout.styles.global_effects import PSEUDO, effects
from issuebrief.layout.tables.cell_lines import line_cells
from issuebrief.layout.tables.continued_tables import name_tables
from issuebrief.layout.tables.decimal_cells import align_decimals
from issuebrief.layout.tables.table_edges import set_edges

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import CssElement, HtmlDocument, LayoutBox, PageContext


def box_tree(html: HtmlDocument, context: PageContext) -> LayoutBox:
    """A document's boxes before they are laid out."""
    root: LayoutBox = build_formatting_structure(
        html.etree_element,
        context.style_for,
        context.get_image_from_uri,
        html.base_url,
        context.target_collector,
        context.counter_style,
        context.footnotes,
    )
    _complete(root)
    return root


def styles_after_text(html: HtmlDocument, style_for: StyleFor) -> StyleFor:
    """The styles of the root, of the body and all its children, and of all that is in those after the text.

    `style_for` are those that the document had when what follows its text was arranged otherwise.
    """
    styles = StyleFor(_AfterText(html), style_for._sheets, False, style_for.font_config, None)
    styles.initial_page_sizes.update(style_for.initial_page_sizes)
    return styles


def part_boxes(
    element: Element, html: HtmlDocument, context: PageContext, style_for: StyleFor
) -> LayoutBox | None:
    """The box of one child of the body; None where what stands around it has a say in what it holds."""
    if effects(element.iter(), style_for) or _tells_numbers(element, style_for):
        return None
    targets = TargetCollector()
    footnotes: list[LayoutBox] = []
    made = element_to_box(
        element,
        style_for,
        context.get_image_from_uri,
        html.base_url,
        targets,
        context.counter_style,
        footnotes,
    )
    if len(made) != 1 or footnotes or targets.counter_lookup_items:
        return None
    box: LayoutBox = made[0]
    box.process_whitespace()
    box.process_text_transform()
    box = create_anonymous_boxes(box)
    _complete(box)
    return box


def _complete(root: LayoutBox) -> None:
    """Do to boxes what WeasyPrint does not know."""
    Superiors().make(root)
    set_edges(root)
    align_decimals(root, TextMetrics())
    name_tables(root)
    captions_first(root)
    line_cells(root)


def _tells_numbers(element: Element, style_for: StyleFor) -> bool:
    """Whether anything that is generated in an element is counted or quoted elsewhere."""
    styles = style_for.get_computed_styles()
    found = (styles.get((inner, pseudo)) for inner in element.iter() for pseudo in PSEUDO)
    contents = (style["content"] for style in found if style is not None)
    return any("counter" in repr(content) for content in contents if content not in ("normal", "none"))


@dataclass(frozen=True)
class _AfterText:
    """A document, as WeasyPrint's styles ask for its elements: those that may look otherwise, and above."""

    html: HtmlDocument

    @property
    def etree_element(self) -> Element:
        """The root, by which styles are inherited."""
        return self.html.etree_element

    @property
    def base_url(self) -> str:
        """Where addresses begin."""
        return str(self.html.base_url)

    @property
    def wrapper_element(self) -> _AfterText:
        """What is asked for elements."""
        return self

    def iter_subtree(self) -> Iterator[CssElement]:
        """The elements, those around others before them."""
        root = self.html.wrapper_element
        yield root
        is_after = False
        for part in root.iter_children():
            if part.local_name != "body":
                continue
            yield part
            for child in part.iter_children():
                if is_after:
                    yield from child.iter_subtree()
                else:
                    yield child
                is_after = is_after or child.local_name == "main"
