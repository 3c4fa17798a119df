"""Drawings (SVG) that can be drawn more than once.

In:  drawings that WeasyPrint opens while it lays out.
Out: the same; each time each is drawn from its text, which is read anew. Drawing changes the tree that is
     drawn (patterns lose their size, for one), and a brief is drawn once for the screen and once for the
     press. A tree takes twenty times the memory of its text, and what is made to draw it ten times that of
     the tree; both are let go when it is drawn. Its operators are made one, unless they show text. Gradients
     and patterns that take their content from others are given a copy of it: WeasyPrint lends it once, so
     that the second shape with the same gradient stays white. Each is put into plain form before it is
     read, and what it says is compared with what was drawn.
"""

from __future__ import annotations

from contextlib import contextmanager
from copy import deepcopy
from itertools import islice
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, fromstring, tostring

from pydyf import _to_bytes
from weasyprint.logger import LOGGER
from weasyprint.svg import SVG

from issuebrief.engine.patches import SVG_IMAGE_INIT, replaced
from issuebrief.exhaustion import exhaustion
from issuebrief.formulas.mathml import FORMULA_TEXT
from issuebrief.formulas.on_page import colour_of, read_as
from issuebrief.images.svg_cost import DEEPEST, MOST, DrawingCost
from issuebrief.images.svg_ids import parts_by_id
from issuebrief.images.svg_nesting import HREFS, OpenDrawings, drop_itself
from issuebrief.images.svg_path_cache import DrawnPaths
from issuebrief.images.svg_plain import local_name, make_plain
from issuebrief.images.svg_resolution import pixels_to_unit
from issuebrief.images.svg_strokes import wide_strokes
from issuebrief.images.svg_words import DrawnWords

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from issuebrief.engine.protocols import BoxStyle, DrawnStream, Fetcher, PageContext, SvgPicture

LENDING = ("linearGradient", "radialGradient", "pattern")
LONGEST_CHAIN = 20
"""So often a gradient may refer to another, which refers to another."""

FEW = 500
"""No drawing that leaves fewer objects in a PDF takes much memory."""

MOST_TOLD = 20
"""So many pieces of text of one drawing that are lost in the same way are told one by one."""

DECLARATION = "{http://www.w3.org/2000/xmlns/}"
"""What the names of attributes begin with that declare the namespaces of XML in HTML."""
SIZES = ("width", "height", "viewBox")
"""What a drawing says of its size."""


@contextmanager
def fresh_drawings() -> Iterator[None]:
    """Keep a copy of each drawing that is opened while the block runs."""
    plain_init = SVG_IMAGE_INIT.value
    being_drawn = OpenDrawings()

    def init(
        self: SvgPicture, tree: Element, base_url: str | None, url_fetcher: Fetcher, context: PageContext
    ) -> None:
        tree = _with_own_root(tree)
        objects = _judged(tree).objects()
        if drop_itself(tree, base_url):
            LOGGER.error("Failed to render SVG image %s", base_url)
        make_plain(tree)
        _inherit_stops(tree)
        plain_init(self, _bare_root(tree), base_url, url_fetcher, context)
        if not _has_sizes(self):
            LOGGER.error("Failed to render SVG image %s", base_url)
            for name in SIZES:
                tree.attrib.pop(name, None)
            plain_init(self, _bare_root(tree), base_url, url_fetcher, context)
        self.pixels_to_unit = pixels_to_unit(tree)
        paths = DrawnPaths()
        words = DrawnWords(tree)
        held = tostring(_without_declarations(tree))

        def draw(stream: DrawnStream, width: float, height: float, style: BoxStyle) -> None:
            with being_drawn.entered(base_url) as may_be_drawn:
                if may_be_drawn and FORMULA_TEXT in tree.attrib:
                    with read_as(stream, tree.attrib[FORMULA_TEXT]):
                        draw_anew(stream, width, height, colour_of(style))
                elif may_be_drawn:
                    draw_anew(stream, width, height)
                else:
                    LOGGER.error("Failed to render SVG image %s", base_url)

        def draw_anew(stream: DrawnStream, width: float, height: float, colour: str = "") -> None:
            read = fromstring(held)
            if colour:
                read.set("fill", colour)
            drawing = SVG(read, base_url, context.font_config if context else None, url_fetcher)
            start = len(stream.stream)
            with (
                parts_by_id(),
                wide_strokes(),
                paths.remembered(),
                words.counted(stream, width, height) as missing,
                _noted_fonts(stream, base_url),
            ):
                # WeasyPrint's own step takes the end of the time, or of the memory, for a broken drawing.
                try:
                    drawing.draw(stream, width, height, base_url, context)
                except Exception as fault:
                    if exhaustion(fault) is not None:
                        raise
                    LOGGER.error("Failed to render SVG image %s", base_url)
                finally:
                    # A drawing and what is made to draw it hold each other.
                    vars(drawing).clear()
            if not words.expected:
                _join(stream, start)
            if objects > FEW:
                LOGGER.warning("SVG image %s leaves %d objects", base_url, objects)
            _tell_lost(base_url, "not drawn", missing)
            _tell_lost(base_url, "cut", dict.fromkeys(words.cut))

        self.draw = draw

    with replaced(SVG_IMAGE_INIT, init):
        yield


def _tell_lost(address: str | None, fate: str, pieces: Collection[str]) -> None:
    """Tell of the first few pieces of text that are lost, and how many more there are."""
    for said in islice(pieces, MOST_TOLD):
        LOGGER.error("Text of SVG image %s is %s: %s", address, fate, said)
    if (more := len(pieces) - MOST_TOLD) > 0:
        LOGGER.error("Text of SVG image %s is %s in %d more places", address, fate, more)


def _join(stream: DrawnStream, start: int) -> None:
    """Make one of the operators of a stream from a place on, which show no text."""
    stream.stream[start:] = [
        b"\n".join(item if isinstance(item, bytes) else _to_bytes(item) for item in stream.stream[start:])
    ]


def _judged(tree: Element) -> DrawingCost:
    """What a drawing costs, whoever names it: a brief, a theme, a template.

    Raises ValueError where that is too much.
    """
    cost = DrawingCost()
    open_elements = [iter((tree,))]
    while open_elements:
        element = next(open_elements[-1], None)
        if element is None:
            open_elements.pop()
            cost.end()
            continue
        if len(open_elements) > DEEPEST:
            raise ValueError(f"more than {DEEPEST} elements are nested in each other")
        name = local_name(element).lower()
        cost.begin(name, {key.rpartition("}")[2]: value for key, value in element.attrib.items()})
        if name == "style":
            cost.sheet("".join(element.itertext()))
        open_elements.append(iter(element))
    if cost.is_endless:
        raise ValueError(f"it draws more than {MOST:,} elements, or has too many rules")
    return cost


def _without_declarations(tree: Element) -> Element:
    """The tree without what HTML makes of `xmlns`: attributes that no XML can write out."""
    for element in tree.iter():
        for name in [name for name in element.attrib if name.startswith(DECLARATION)]:
            del element.attrib[name]
    return tree


def _with_own_root(tree: Element) -> Element:
    """The drawing with a root of its own: where it is part of a page, that says its place to each layout."""
    root = Element(tree.tag, dict(tree.attrib))
    root.text = tree.text
    root.extend(tree)
    return root


def _bare_root(tree: Element) -> Element:
    """The root alone, which says how large a drawing is: styles are attributes by now."""
    return Element(tree.tag, tree.attrib)


def _has_sizes(drawing: SvgPicture) -> bool:
    """Whether what a drawing says of its size can be understood; WeasyPrint fails where it is no number."""
    try:
        drawing.get_intrinsic_size(1, 16)
    except (ValueError, TypeError, IndexError, ZeroDivisionError):
        return False
    return True


@contextmanager
def _noted_fonts(stream: DrawnStream, address: str | None) -> Iterator[None]:
    """Note on each font that a drawing is the first to use which drawing it was, and what it lacks there."""
    known = {key: set(font.missing) for key, font in stream._fonts.items()}
    yield
    for key, font in stream._fonts.items():
        if key not in known:
            font.drawing = address
        if lacking := font.missing.keys() - known.get(key, ()):
            font.lacking_in = getattr(font, "lacking_in", {}) | dict.fromkeys(lacking, address)


def _inherit_stops(tree: Element) -> None:
    """Copy the content of gradients and patterns into those that refer to them and have none."""
    paints = [element for element in tree.iter() if local_name(element) in LENDING]
    named = {f"#{element.get('id')}": element for element in paints}
    for _ in range(LONGEST_CHAIN):
        for element in paints:
            lender = named.get(next((href for name in HREFS if (href := element.get(name))), ""))
            if lender is not None and lender is not element and not len(element):
                element.extend(deepcopy(list(lender)))
