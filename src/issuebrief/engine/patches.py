"""What of WeasyPrint and pydyf is replaced while a brief is read, laid out or drawn: all of it in one table.

In:  a `Symbol` of the table and what stands in for it.
Out: the symbol replaced while a block runs, and what was there before put back after it.

Replacements of one symbol may be nested: each calls the one that it found. They are visible to the whole
process, so the lock is held by the thread that makes one for as long as it lasts.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from issuebrief.engine.loading import load_engine
from issuebrief.engine.lock import LOCK

if TYPE_CHECKING:
    from collections.abc import Iterator

load_engine()


class Phase(Enum):
    """When a symbol is replaced."""

    READ = "style sheets and pictures are read"
    LAY_OUT = "pages are laid out"
    DRAW = "pages are drawn"
    WRITE = "a file is written"


@dataclass(frozen=True, slots=True)
class Symbol:
    """Something of the engine that is called by its name, and why it is replaced.

    `owner` is a module, a class of a module, or a dictionary that WeasyPrint looks functions up in.
    `parameters` are those that the replacement counts on, by their places; none for what is no function.
    """

    owner: str
    name: str
    phase: Phase
    parameters: tuple[str, ...]
    why: str

    @property
    def value(self) -> Any:
        """What stands there now."""
        owner = _owner(self.owner)
        return owner[self.name] if isinstance(owner, dict) else getattr(owner, self.name)


@contextmanager
def replaced(symbol: Symbol, stand_in: Any) -> Iterator[None]:
    """Let something stand in for a symbol while the block runs."""
    with LOCK:
        before = symbol.value
        _put(symbol, stand_in)
        try:
            yield
        finally:
            _put(symbol, before)


def _put(symbol: Symbol, value: Any) -> None:
    owner = _owner(symbol.owner)
    if isinstance(owner, dict):
        owner[symbol.name] = value
    else:
        setattr(owner, symbol.name, value)


@cache
def _owner(path: str) -> Any:
    """The module of a dotted path, or what it names inside of one."""
    try:
        return import_module(path)
    except ModuleNotFoundError:
        parent, _, name = path.rpartition(".")
        return getattr(import_module(parent), name)


def _symbol(phase: Phase, path: str, parameters: str, why: str) -> Symbol:
    owner, _, name = path.rpartition(".")
    return Symbol(owner, name, phase, tuple(parameters.split()), why)


# Style sheets, pictures and elements, as they are read.
FETCH = _symbol(
    Phase.READ, "weasyprint.css.fetch", "url_fetcher url", "A profile that cannot be had stops no sheet."
)
PREPROCESS_IMPORTED = _symbol(
    Phase.READ,
    "weasyprint.css.preprocess_stylesheet",
    "device_media_type base_url stylesheet_rules",
    "It is known which of the imported sheets a message is about.",
)
PREPROCESS = _symbol(
    Phase.READ,
    "weasyprint.preprocess_stylesheet",
    "device_media_type base_url stylesheet_rules",
    "It is known which sheet a message is about; faces are loaded by us.",
)
TINYCSS2 = _symbol(
    Phase.READ, "weasyprint.tinycss2", "", "Rules that were read for tokens are not read again."
)
FIND_STYLE_ATTRIBUTES = _symbol(
    Phase.READ,
    "weasyprint.css.find_style_attributes",
    "tree presentational_hints base_url",
    "Lists keep the numbers that were typed.",
)
RASTER_IMAGE_INIT = _symbol(
    Phase.READ,
    "weasyprint.images.RasterImage.__init__",
    "self pillow_image image_id image_data filename cache orientation options",
    "Pictures are upright, of bounded size, and in colours that a PDF knows.",
)
SVG_IMAGE_INIT = _symbol(
    Phase.READ,
    "weasyprint.images.SVGImage.__init__",
    "self tree base_url url_fetcher context",
    "Drawings have plain styles, and can be drawn more than once.",
)

# Blocks, columns, tables and lines, as they are laid out.
MAKE_PAGE = _symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.page.make_page",
    "context root_box page_type resume_at page_number page_state",
    "Boxes know on which side they stand.",
)
REMAKE_PAGE = _symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.page.remake_page",
    "index context root_box html",
    "A page that is as it was is taken over.",
)
FIND_EARLIER_PAGE_BREAK = _symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.block.find_earlier_page_break",
    "context children absolute_boxes fixed_boxes",
    "No page ends between blocks that span columns, which have no place to go on from.",
)
BLOCK_BOX_LAYOUT = _symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.block.block_box_layout",
    "context box bottom_space skip_stack containing_block page_is_empty absolute_boxes fixed_boxes "
    "adjoining_margins",
    "Columns that were filled on trial are kept; an empty one ends no text.",
)
BLOCK_CONTAINER_LAYOUT = _symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.block.block_container_layout",
    "context box bottom_space skip_stack page_is_empty absolute_boxes fixed_boxes",
    "Heights are rounded up to the grid; cells that were measured are kept.",
)
BLOCK_LEVEL_LAYOUT = _symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.block.block_level_layout",
    "context box bottom_space skip_stack containing_block",
    "Columns begin and end without white.",
)
BLOCK_REPLACED_BOX_LAYOUT = _symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.block.block_replaced_box_layout",
    "context box containing_block",
    "A picture is no larger than its place.",
)
INLINE_REPLACED_BOX_LAYOUT = _symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.inline.inline_replaced_box_layout",
    "box containing_block",
    "A picture in a line is no larger than its place.",
)
COLLAPSE_MARGIN = _symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.block.collapse_margin",
    "adjoining_margins",
    "Thousands of margins that meet are gone through once.",
)
COLUMNS_LAYOUT = _symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.block.columns_layout",
    "context box bottom_space skip_stack containing_block page_is_empty absolute_boxes fixed_boxes "
    "adjoining_margins",
    "Columns are filled by a plan for the whole text, and what stands in them fits.",
)
ITER_LINE_BOXES = _symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.block.iter_line_boxes",
    "context box position_y bottom_space skip_stack containing_block absolute_boxes fixed_boxes",
    "Paragraphs are broken as a whole.",
)
SPLIT_FIRST_LINE = _symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.inline.split_first_line",
    "text style context max_width justification_spacing is_line_start minimum",
    "A line that was split before is not split again.",
)
SPLIT_TEXT_BOX = _symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.inline.split_text_box",
    "context box available_width skip is_line_start",
    "It is noted which lines end at a space; letters of a second face make no line higher.",
)
LAYOUT_SETUP = _symbol(
    Phase.LAY_OUT, "weasyprint.text.line_break.Layout.setup", "self style", "Attributes are given back."
)
INLINE_BOX_HIT_AREA = _symbol(
    Phase.LAY_OUT,
    "weasyprint.formatting_structure.boxes.InlineBox.hit_area",
    "self",
    "A link whose words make no line higher can be clicked.",
)
GRID_LAYOUT = _symbol(
    Phase.LAY_OUT, "weasyprint.layout.block.grid_layout", "context box", "Grids are filled from the right."
)
TABLE_LAYOUT = _symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.block.table_layout",
    "context table bottom_space skip_stack containing_block page_is_empty absolute_boxes fixed_boxes",
    "A table that goes on overleaf says so.",
)
AUTO_TABLE_LAYOUT = _symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.table.auto_table_layout",
    "context box containing_block",
    "Columns of a table share the measure by what they hold.",
)
TABLE_CELL_MIN_CONTENT_WIDTH = _symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.preferred.table_cell_min_content_width",
    "context box outer",
    "A cell is measured once.",
)

# Text, pictures and tags, as they are drawn.
ADD_TAGS = _symbol(
    Phase.DRAW,
    "weasyprint.pdf.add_tags",
    "pdf document pdf_version page_streams",
    "The structure is made of elements, not of boxes.",
)
BUILD_FONTS_DICTIONARY = _symbol(
    Phase.DRAW,
    "weasyprint.pdf.build_fonts_dictionary",
    "pdf fonts compress subset options",
    "A glyph is read as it was typed.",
)
PDF_STREAM = _symbol(Phase.DRAW, "weasyprint.pdf.Stream", "", "A press file is drawn in inks.")
STREAM_ADD_FONT = _symbol(
    Phase.DRAW, "weasyprint.pdf.stream.Stream.add_font", "self pango_font", "Like faces are kept apart."
)
STREAM_ADD_SHADING = _symbol(
    Phase.DRAW,
    "weasyprint.pdf.stream.Stream.add_shading",
    "self shading_type domain coords extend function color_space",
    "Shapes with the same gradient share its colours.",
)
STREAM_MARKED = _symbol(
    Phase.DRAW, "weasyprint.pdf.stream.Stream.marked", "self box tag", "What is no content is marked as such."
)
FONT_CLEAN = _symbol(
    Phase.DRAW,
    "weasyprint.pdf.fonts.Font.clean",
    "self to_unicode hinting",
    "A face that comes from the machine is noted.",
)
DRAW_BLOCK_LEVEL = _symbol(
    Phase.DRAW,
    "weasyprint.draw.draw_block_level",
    "page stream blocks_and_cells",
    "Blocks are painted in the order of reading.",
)
DRAW_STACKING_CONTEXT = _symbol(
    Phase.DRAW,
    "weasyprint.draw.draw_stacking_context",
    "stream stacking_context",
    "What is out of the flow is painted where it is read.",
)
DRAW_FIRST_LINE = _symbol(
    Phase.DRAW,
    "weasyprint.draw.text.draw_first_line",
    "stream textbox text_overflow block_ellipsis matrix",
    "Letters are drawn as measured and fitted, spaces at ends of lines drawn, glyphs read as typed.",
)
RASTER_IMAGE_DRAW = _symbol(
    Phase.DRAW,
    "weasyprint.images.RasterImage.draw",
    "self stream concrete_width concrete_height style",
    "Pictures have the dots that they need, and inks on a press.",
)
RASTER_IMAGE_GET_X_OBJECT = _symbol(
    Phase.DRAW,
    "weasyprint.images.RasterImage.get_x_object",
    "self interpolate dpi_ratio",
    "A smaller picture is taken only where it is lighter.",
)
NODE_GET_CHILD = _symbol(
    Phase.DRAW, "weasyprint.svg.Node.get_child", "self id_", "Parts of a drawing are found by id at once."
)
SVG_STATE = _symbol(
    Phase.DRAW,
    "weasyprint.svg.SVG.set_graphical_state",
    "self node font_size context",
    "A stroke that is painted with a gradient or a pattern is as wide as it should be.",
)
SVG_TEXT = _symbol(
    Phase.DRAW,
    "weasyprint.svg.text",
    "svg node font_size",
    "The words of a drawing that are drawn are counted.",
)
SVG_PATH = _symbol(
    Phase.DRAW,
    "weasyprint.svg.TAGS.path",
    "svg node font_size",
    "A path that was drawn before is not read again.",
)
SVG_TEXT_TAGS = tuple(
    _symbol(Phase.DRAW, f"weasyprint.svg.TAGS.{tag}", "svg node font_size", SVG_TEXT.why)
    for tag in ("a", "text", "textPath", "tspan")
)

# Objects of a file, as they are written.
STREAM_DATA = _symbol(Phase.WRITE, "pydyf.Stream.data", "", "Streams end in a way that cannot be misread.")

SYMBOLS = tuple(
    value
    for found in list(globals().values())
    for value in (found if isinstance(found, tuple) else (found,))
    if isinstance(value, Symbol)
)
"""All of them."""
