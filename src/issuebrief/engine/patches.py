"""What of WeasyPrint and pydyf is replaced while a brief is read, laid out or drawn: all of it in one table.

In:  nothing.
Out: the `Symbol`s of the table; `replaced` lets something stand in for one of them while a block runs.
"""

from __future__ import annotations

from issuebrief.engine.symbols import Phase, Symbol, symbol
from issuebrief.engine.symbols import replaced as replaced

# Style sheets, pictures and elements, as they are read.
FETCH = symbol(
    Phase.READ, "weasyprint.css.fetch", "url_fetcher url", "A profile that cannot be had stops no sheet."
)
PREPROCESS_IMPORTED = symbol(
    Phase.READ,
    "weasyprint.css.preprocess_stylesheet",
    "device_media_type base_url stylesheet_rules",
    "It is known which of the imported sheets a message is about.",
)
PREPROCESS = symbol(
    Phase.READ,
    "weasyprint.preprocess_stylesheet",
    "device_media_type base_url stylesheet_rules",
    "It is known which sheet a message is about; faces are loaded by us.",
)
TINYCSS2 = symbol(
    Phase.READ, "weasyprint.tinycss2", "", "Rules that were read for tokens are not read again."
)
FIND_STYLE_ATTRIBUTES = symbol(
    Phase.READ,
    "weasyprint.css.find_style_attributes",
    "tree presentational_hints base_url",
    "Lists keep the numbers that were typed.",
)
RASTER_IMAGE_INIT = symbol(
    Phase.READ,
    "weasyprint.images.RasterImage.__init__",
    "self pillow_image image_id image_data filename cache orientation options",
    "Pictures are upright, of bounded size, and in colours that a PDF knows.",
)
SVG_IMAGE_INIT = symbol(
    Phase.READ,
    "weasyprint.images.SVGImage.__init__",
    "self tree base_url url_fetcher context",
    "Drawings have plain styles, and can be drawn more than once.",
)

# Styles, as they are computed.
COMPUTED_STYLE_MISSING = symbol(
    Phase.LAY_OUT,
    "weasyprint.css.ComputedStyle.__missing__",
    "self key",
    "What is not declared is inherited or initial, which takes no search.",
)
SET_COMPUTED_STYLES = symbol(
    Phase.LAY_OUT,
    "weasyprint.css.StyleFor.set_computed_styles",
    "self element parent root pseudo_type base_url target_collector",
    "Pseudo-elements with the same declarations in the same surroundings share a style.",
)

# Blocks, columns, tables and lines, as they are laid out.
MAKE_PAGE = symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.page.make_page",
    "context root_box page_type resume_at page_number page_state",
    "Boxes know on which side they stand.",
)
REMAKE_PAGE = symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.page.remake_page",
    "index context root_box html",
    "A page that is as it was is taken over.",
)
FIND_EARLIER_PAGE_BREAK = symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.block.find_earlier_page_break",
    "context children absolute_boxes fixed_boxes",
    "No page ends between blocks that span columns, which have no place to go on from.",
)
BLOCK_BOX_LAYOUT = symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.block.block_box_layout",
    "context box bottom_space skip_stack containing_block page_is_empty absolute_boxes fixed_boxes "
    "adjoining_margins",
    "Columns that were filled on trial are kept; an empty one ends no text.",
)
BLOCK_CONTAINER_LAYOUT = symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.block.block_container_layout",
    "context box bottom_space skip_stack page_is_empty absolute_boxes fixed_boxes",
    "Heights are rounded up to the grid; cells that were measured are kept.",
)
BLOCK_LEVEL_LAYOUT = symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.block.block_level_layout",
    "context box bottom_space skip_stack containing_block",
    "Columns begin and end without white.",
)
BLOCK_REPLACED_BOX_LAYOUT = symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.block.block_replaced_box_layout",
    "context box containing_block",
    "A picture is no larger than its place.",
)
INLINE_REPLACED_BOX_LAYOUT = symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.inline.inline_replaced_box_layout",
    "box containing_block",
    "A picture in a line is no larger than its place.",
)
COLLAPSE_MARGIN = symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.block.collapse_margin",
    "adjoining_margins",
    "Thousands of margins that meet are gone through once.",
)
COLUMNS_LAYOUT = symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.block.columns_layout",
    "context box bottom_space skip_stack containing_block page_is_empty absolute_boxes fixed_boxes "
    "adjoining_margins",
    "Columns are filled by a plan for the whole text, and what stands in them fits.",
)
ITER_LINE_BOXES = symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.block.iter_line_boxes",
    "context box position_y bottom_space skip_stack containing_block absolute_boxes fixed_boxes",
    "Paragraphs are broken as a whole.",
)
SPLIT_FIRST_LINE = symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.inline.split_first_line",
    "text style context max_width justification_spacing is_line_start minimum",
    "A line that was split before is not split again.",
)
SPLIT_TEXT_BOX = symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.inline.split_text_box",
    "context box available_width skip is_line_start",
    "It is noted which lines end at a space; letters of a second face make no line higher.",
)
LAYOUT_SETUP = symbol(
    Phase.LAY_OUT, "weasyprint.text.line_break.Layout.setup", "self style", "Attributes are given back."
)
INLINE_BOX_HIT_AREA = symbol(
    Phase.LAY_OUT,
    "weasyprint.formatting_structure.boxes.InlineBox.hit_area",
    "self",
    "A link whose words make no line higher can be clicked.",
)
GRID_LAYOUT = symbol(
    Phase.LAY_OUT, "weasyprint.layout.block.grid_layout", "context box", "Grids are filled from the right."
)
TABLE_LAYOUT = symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.block.table_layout",
    "context table bottom_space skip_stack containing_block page_is_empty absolute_boxes fixed_boxes",
    "A table that goes on overleaf says so.",
)
AUTO_TABLE_LAYOUT = symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.table.auto_table_layout",
    "context box containing_block",
    "Columns of a table share the measure by what they hold.",
)
TABLE_CELL_MIN_CONTENT_WIDTH = symbol(
    Phase.LAY_OUT,
    "weasyprint.layout.preferred.table_cell_min_content_width",
    "context box outer",
    "A cell is measured once.",
)

# Text, pictures and tags, as they are drawn.
ADD_TAGS = symbol(
    Phase.DRAW,
    "weasyprint.pdf.add_tags",
    "pdf document pdf_version page_streams",
    "The structure is made of elements, not of boxes.",
)
BUILD_FONTS_DICTIONARY = symbol(
    Phase.DRAW,
    "weasyprint.pdf.build_fonts_dictionary",
    "pdf fonts compress subset options",
    "A glyph is read as it was typed.",
)
PDF_STREAM = symbol(Phase.DRAW, "weasyprint.pdf.Stream", "", "A press file is drawn in inks.")
STREAM_ADD_FONT = symbol(
    Phase.DRAW, "weasyprint.pdf.stream.Stream.add_font", "self pango_font", "Like faces are kept apart."
)
STREAM_ADD_SHADING = symbol(
    Phase.DRAW,
    "weasyprint.pdf.stream.Stream.add_shading",
    "self shading_type domain coords extend function color_space",
    "Shapes with the same gradient share its colours.",
)
STREAM_MARKED = symbol(
    Phase.DRAW, "weasyprint.pdf.stream.Stream.marked", "self box tag", "What is no content is marked as such."
)
FONT_CLEAN = symbol(
    Phase.DRAW,
    "weasyprint.pdf.fonts.Font.clean",
    "self to_unicode hinting",
    "A face that comes from the machine is noted.",
)
DRAW_BLOCK_LEVEL = symbol(
    Phase.DRAW,
    "weasyprint.draw.draw_block_level",
    "page stream blocks_and_cells",
    "Blocks are painted in the order of reading.",
)
DRAW_STACKING_CONTEXT = symbol(
    Phase.DRAW,
    "weasyprint.draw.draw_stacking_context",
    "stream stacking_context",
    "What is out of the flow is painted where it is read.",
)
DRAW_FIRST_LINE = symbol(
    Phase.DRAW,
    "weasyprint.draw.text.draw_first_line",
    "stream textbox text_overflow block_ellipsis matrix",
    "Letters are drawn as measured and fitted, spaces at ends of lines drawn, glyphs read as typed.",
)
RASTER_IMAGE_DRAW = symbol(
    Phase.DRAW,
    "weasyprint.images.RasterImage.draw",
    "self stream concrete_width concrete_height style",
    "Pictures have the dots that they need, and inks on a press.",
)
RASTER_IMAGE_GET_X_OBJECT = symbol(
    Phase.DRAW,
    "weasyprint.images.RasterImage.get_x_object",
    "self interpolate dpi_ratio",
    "A smaller picture is taken only where it is lighter.",
)
NODE_GET_CHILD = symbol(
    Phase.DRAW, "weasyprint.svg.Node.get_child", "self id_", "Parts of a drawing are found by id at once."
)
SVG_STATE = symbol(
    Phase.DRAW,
    "weasyprint.svg.SVG.set_graphical_state",
    "self node font_size context",
    "A stroke that is painted with a gradient or a pattern is as wide as it should be.",
)
SVG_TEXT = symbol(
    Phase.DRAW,
    "weasyprint.svg.text",
    "svg node font_size",
    "The words of a drawing that are drawn are counted.",
)
SVG_PATH = symbol(
    Phase.DRAW,
    "weasyprint.svg.TAGS.path",
    "svg node font_size",
    "A path that was drawn before is not read again.",
)
SVG_TEXT_TAGS = tuple(
    symbol(Phase.DRAW, f"weasyprint.svg.TAGS.{tag}", "svg node font_size", SVG_TEXT.why)
    for tag in ("a", "text", "textPath", "tspan")
)

# Objects of a file, as they are written.
STREAM_DATA = symbol(Phase.WRITE, "pydyf.Stream.data", "", "Streams end in a way that cannot be misread.")

SYMBOLS = tuple(
    value
    for found in list(globals().values())
    for value in (found if isinstance(found, tuple) else (found,))
    if isinstance(value, Symbol)
)
"""All of them."""
