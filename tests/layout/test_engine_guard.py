"""What the adapter leans on in WeasyPrint. A failure here means: read the new version first."""

from __future__ import annotations

import inspect
import re
from types import SimpleNamespace

import cssselect2
import pydyf
import pyphen
import tinycss2
import weasyprint
import weasyprint.pdf
from weasyprint import css, draw, images, layout, pdf, svg
from weasyprint.css import StyleFor, get_all_computed_styles
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.css.targets import TargetCollector
from weasyprint.document import Document
from weasyprint.draw import color
from weasyprint.draw import text as draw_text
from weasyprint.formatting_structure import boxes, build
from weasyprint.images import RasterImage
from weasyprint.layout import absolute, background, block, column, inline, layout_document, page, replaced
from weasyprint.matrix import Matrix
from weasyprint.pdf.anchors import add_links
from weasyprint.pdf.fonts import Font
from weasyprint.pdf.stream import Stream
from weasyprint.svg import defs
from weasyprint.svg import text as svg_text
from weasyprint.text import fonts, line_break
from weasyprint.text.ffi import ffi
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from issuebrief.engine import protocols
from issuebrief.layout.paragraphs import text_metrics


def parameters(function: object) -> list[str]:
    return list(inspect.signature(function).parameters)  # type: ignore[arg-type]


def test_the_version_is_one_that_the_adapter_was_written_for() -> None:
    assert weasyprint.__version__.split(".")[0] == "70", (
        "layout/ was written for WeasyPrint 70: compare Document._render, block_container_layout and "
        "AbsolutePlaceholder with the new version, then move this number"
    )


def test_a_document_is_rendered_in_the_steps_that_the_adapter_repeats() -> None:
    steps = inspect.getsource(Document._render)
    for step in (
        "_build_layout_context(",
        "build_formatting_structure(",
        "layout_document(html, root_box, context)",
        "Page(page_box)",
        "get_html_metadata(html)",
    ):
        assert step in steps, f"Document._render no longer does {step}"
    assert parameters(Document._build_layout_context) == [
        "html",
        "font_config",
        "counter_style",
        "color_profiles",
        "options",
    ]
    assert parameters(Document.__init__) == [
        "self",
        "pages",
        "metadata",
        "url_fetcher",
        "font_config",
        "color_profiles",
        "output_intent",
    ]
    assert parameters(build.build_formatting_structure) == [
        "element_tree",
        "style_for",
        "get_image_from_uri",
        "base_url",
        "target_collector",
        "counter_style",
        "footnotes",
    ]
    assert parameters(layout_document) == ["html", "root_box", "context", "max_loops"]


def test_blocks_get_their_height_where_the_grid_is_applied() -> None:
    assert parameters(block.block_container_layout)[:2] == ["context", "box"]
    assert "block_container_layout(" in inspect.getsource(block.block_box_layout)
    assert "from .block import block_container_layout" in inspect.getsource(absolute.absolute_block)


def test_absolute_blocks_leave_a_placeholder_that_can_be_moved() -> None:
    assert {"translate", "set_laid_out_box"} <= set(dir(absolute.AbsolutePlaceholder))
    assert parameters(boxes.Box.translate) == ["self", "dx", "dy", "ignore_floats"]
    assert parameters(background.layout_box_backgrounds)[:3] == ["page", "box", "get_image_from_uri"]


def test_fonts_tell_what_they_drew_and_where_they_came_from() -> None:
    source = inspect.getsource(Font)
    for attribute in ("self.to_unicode", "self.missing", "self.file_content", "self.family"):
        assert attribute in source
    assert "_folder" in inspect.getsource(FontConfiguration)


def test_columns_are_filled_on_trial_with_margins_and_kept_without() -> None:
    source = inspect.getsource(column.columns_layout)
    assert "from .block import" in source, "columns_layout must look block_box_layout up at each call"
    assert "page_is_empty or not balancing, [], [], [], first_letter_style" in source
    assert "original_page_is_empty, absolute_boxes, fixed_boxes, None," in source
    assert "return None, (0, None), {'break': 'any', 'page': None}, [], False" in source
    assert parameters(column.columns_layout) == [
        "context",
        "box",
        "bottom_space",
        "skip_stack",
        "containing_block",
        "page_is_empty",
        "absolute_boxes",
        "fixed_boxes",
        "adjoining_margins",
        "first_letter_style",
        "first_line_style",
    ]
    making = parameters(column._create_column_box)
    assert making == ["box", "containing_block", "children", "width", "position_y"]
    assert parameters(block.block_level_page_break) == ["sibling_before", "sibling_after"]
    assert parameters(block.block_level_width)[:2] == ["box", "containing_block"]
    assert parameters(block.block_box_layout)[:9] == [
        "context",
        "box",
        "bottom_space",
        "skip_stack",
        "containing_block",
        "page_is_empty",
        "absolute_boxes",
        "fixed_boxes",
        "adjoining_margins",
    ]


def test_lines_are_split_by_one_function_of_text_style_and_width() -> None:
    assert parameters(inline.split_first_line) == [
        "text",
        "style",
        "context",
        "max_width",
        "justification_spacing",
        "is_line_start",
        "minimum",
    ]
    assert parameters(block.block_level_layout)[:5] == [
        "context",
        "box",
        "bottom_space",
        "skip_stack",
        "containing_block",
    ]


def test_a_blocks_lines_are_asked_for_by_one_name() -> None:
    assert parameters(block.iter_line_boxes) == [
        "context",
        "box",
        "position_y",
        "bottom_space",
        "skip_stack",
        "containing_block",
        "absolute_boxes",
        "fixed_boxes",
        "first_letter_style",
        "first_line_style",
    ]
    assert block.iter_line_boxes is inline.iter_line_boxes
    assert "iter_line_boxes(" in inspect.getsource(block._linebox_layout), (
        "composed_paragraphs replaces block.iter_line_boxes: blocks must look it up at each call"
    )
    assert "line.resume_at = resume_at" in inspect.getsource(block._linebox_layout)


def test_lines_can_be_made_of_weasyprints_pieces() -> None:
    assert parameters(inline._adjust_line_height) == ["box"]
    assert parameters(inline.line_box_verticality) == ["box"]
    assert parameters(line_break.create_layout) == [
        "text",
        "style",
        "context",
        "max_width",
        "justification_spacing",
    ]
    assert parameters(line_break.line_size) == ["line", "style"]
    assert parameters(line_break.strut)[0] == "style"
    assert parameters(line_break.get_log_attrs) == ["text", "lang"]
    assert {"copy_with_text", "deepcopy"} <= set(dir(boxes.TextBox))
    assert {"copy_with_children", "remove_decoration"} <= set(dir(boxes.InlineBox))


def test_a_layouts_spaces_are_widened_when_it_is_drawn() -> None:
    source = inspect.getsource(line_break.Layout)
    assert parameters(line_break.Layout.__init__) == ["self", "style", "justification_spacing", "max_width"]
    assert {"get_first_line", "set_text", "deactivate", "reactivate"} <= set(dir(line_break.Layout))
    assert "word_spacing += self.justification_spacing" in source
    assert "self.set_text(self.text, justify=True)" in source


def test_a_layouts_list_of_attributes_is_not_given_up() -> None:
    source = inspect.getsource(line_break.Layout.setup)
    assert "style.font_config.font_features.setdefault(" in source
    assert "unref" not in source.partition("pango_attr_list_new()")[2], (
        "the list is given up by WeasyPrint itself: text_attributes.py would do so a second time, remove it"
    )
    assert source.count("pango_attr_list_new()") == 1


def test_fonts_are_loaded_one_by_one_and_never_twice() -> None:
    source = inspect.getsource(FontConfiguration.add_font_face)
    assert parameters(FontConfiguration.add_font_face) == ["self", "rule_descriptors", "url_fetcher"]
    assert "if font_path.exists():" in source


def test_pages_are_drawn_through_a_stream_that_can_be_replaced() -> None:
    source = inspect.getsource(pdf.generate_pdf)
    assert "stream = Stream(" in source, "drawn_in_inks replaces weasyprint.pdf.Stream: it must be looked up"
    for asked in ("page.width", "page.height", "page.bleed", "page.forms", "page.paint(stream, scale)"):
        assert asked in source, f"PressPage stands in for a page, of which {asked} is asked"
    assert "'lab-d50'" in source
    assert parameters(Stream.__init__)[1:8] == [
        "fonts",
        "page_rectangle",
        "resources",
        "images",
        "tags",
        "color_profiles",
        "output_intent",
    ]


def test_a_stream_sets_all_colours_and_groups_by_methods_that_can_be_replaced() -> None:
    assert parameters(Stream.set_color) == ["self", "color", "stroke"]
    assert parameters(Stream.set_alpha_state) == ["self", "x", "y", "width", "height", "mode"]
    assert parameters(Stream.create_interpolation_function) == ["domain", "c0", "c1", "n"]
    assert parameters(Stream.create_stitching_function) == ["domain", "encode", "bounds", "sub_functions"]
    assert "self._default_color_space" in inspect.getsource(Stream.add_group)
    assert "self._default_color_space" in inspect.getsource(Stream.add_shading)
    users = (inspect.getsource(images.Gradient), inspect.getsource(defs.draw_gradient))
    assert all(".create_interpolation_function(" in source for source in users)
    drawn = inspect.getsource(pdf) + inspect.getsource(svg) + inspect.getsource(draw)
    assert "set_color_rgb" not in drawn
    assert "inline_image" not in drawn


def test_pictures_are_drawn_by_one_method_and_stored_when_all_is_drawn() -> None:
    assert parameters(images.RasterImage.draw) == [
        "self",
        "stream",
        "concrete_width",
        "concrete_height",
        "style",
    ]
    source = inspect.getsource(pdf._use_references)
    assert "image.get_x_object(image_data['interpolate'], dpi_ratio)" in source
    assert "max(image_data['dpi_ratios'])" in source


def test_pictures_are_opened_by_constructors_that_can_be_replaced() -> None:
    assert parameters(images.RasterImage.__init__) == [
        "self",
        "pillow_image",
        "image_id",
        "image_data",
        "filename",
        "cache",
        "orientation",
        "options",
    ]
    assert parameters(images.SVGImage.__init__) == ["self", "tree", "base_url", "url_fetcher", "context"]
    assert parameters(images.rotate_pillow_image) == ["pillow_image", "orientation"]
    assert parameters(svg.SVG.__init__) == ["self", "tree", "url", "font_config", "url_fetcher"]
    assert "self._svg.draw(" in inspect.getsource(images.SVGImage.draw)


def test_backgrounds_are_painted_in_areas_that_can_be_moved() -> None:
    assert background.BackgroundLayer._fields == (
        "image",
        "size",
        "position",
        "repeat",
        "unbounded",
        "painting_area",
        "positioning_area",
        "clipped_boxes",
    )
    assert background.Background._fields == ("color", "layers", "style")
    assert "page.canvas_background" in inspect.getsource(draw.draw_page)
    assert "box.style['object_fit']" in inspect.getsource(replaced.replacedbox_layout)


def test_a_line_of_words_can_be_set_without_a_page() -> None:
    source = inspect.getsource(svg_text)
    assert "split_first_line(\n        node.text, style, svg.context, inf, 0)" in source
    assert "layout.reactivate(style)" in source


def test_text_is_drawn_at_a_matrix_that_letters_can_be_scaled_by() -> None:
    assert parameters(draw_text.draw_first_line) == [
        "stream",
        "textbox",
        "text_overflow",
        "block_ellipsis",
        "matrix",
    ]
    source = inspect.getsource(draw_text.draw_text)
    assert "draw_first_line(" in source, "expanded_letters replaces draw_first_line: it must be looked up"
    assert "Matrix(d=-1, e=x, f=y)" in source
    assert "stream.set_text_matrix(*matrix.values)" in inspect.getsource(draw_text.draw_first_line)


def test_glyphs_are_shown_and_read_in_ways_that_can_be_followed() -> None:
    source = inspect.getsource(draw_text.draw_first_line)
    for step in (
        "string += f'{glyph_id:02x}' if font.bitmap else f'{glyph_id:04x}'",
        "font.to_unicode[glyph_id] = utf8_text[offset+t1:offset+t2].decode()",
        "if glyph_id == pango.PANGO_GLYPH_EMPTY:",
        "clusters = glyph_string.log_clusters",
    ):
        assert step in source, f"draw_first_line no longer does {step}"
    assert "self._current_font = (font, size)" in inspect.getsource(Stream.set_font_size)
    assert "b'] TJ'" in inspect.getsource(pydyf.Stream.show_text)
    assert parameters(weasyprint.pdf.build_fonts_dictionary) == [
        "pdf",
        "fonts",
        "compress",
        "subset",
        "options",
    ]
    assert "pdf_fonts[font.hash] = font_dictionary.reference" in inspect.getsource(
        weasyprint.pdf.build_fonts_dictionary
    )
    assert "build_fonts_dictionary(pdf, document.fonts" in inspect.getsource(weasyprint.pdf.generate_pdf)


def test_glyphs_and_break_attributes_can_be_read_as_numbers() -> None:
    glyph = dict(ffi.typeof("PangoGlyphInfo").fields)
    width = dict(ffi.typeof("PangoGlyphGeometry").fields)["width"]
    assert list(glyph)[:2] == ["glyph", "geometry"]
    assert (glyph["glyph"].offset, glyph["geometry"].offset, width.offset) == (0, 4, 0)
    assert ffi.sizeof("PangoGlyphInfo") % 4 == 0
    assert glyph["glyph"].type.cname in ("unsigned int", "uint32_t")
    line_break = dict(ffi.typeof("PangoLogAttr").fields)["is_line_break"]
    assert (line_break.offset, line_break.bitshift, line_break.bitsize) == (0, 0, 1), (
        "opportunities reads the first bit of each attribute"
    )


def test_a_layout_is_told_by_the_properties_that_a_face_is_told_by() -> None:
    read = set()
    for part in (line_break.Layout, line_break.strut, line_break._font_style_cache_key, line_break.line_size):
        read |= set(re.findall(r"style\['(\w+)'\]", inspect.getsource(part)))
    read |= set(re.findall(r"style\['(\w+)'\]", inspect.getsource(fonts.get_font_description)))
    assert read <= set(text_metrics.TOLD_BY), "faces that look alike would share a layout though they differ"


def test_pyphen_asks_its_patterns_one_by_one() -> None:
    source = inspect.getsource(pyphen.HyphDict.positions)
    assert "self.patterns.get(" in source, "Patterns takes a pattern apart when it is asked for"
    assert "self.maxlen" in source
    assert "self.cache" in source
    assert "hdcache[path]" in inspect.getsource(pyphen.Pyphen.__init__)
    assert pyphen.parse("a1b2")[:3] == [("", "a"), ("1", "b"), ("2", "")]


def test_a_pdf_is_drawn_before_it_is_written() -> None:
    assert parameters(weasyprint.pdf.generate_pdf) == ["document", "target", "zoom", "options"]
    source = inspect.getsource(weasyprint.pdf.generate_pdf)
    assert "add_tags(pdf, document, options['pdf_version'], page_streams)" in source, (
        "draw_tagged replaces weasyprint.pdf.add_tags: generate_pdf must look it up and give it the streams"
    )
    assert "pdf_page['Tabs'] = '/S'" in source
    assert "pdf_page['StructParents'] = page_number" in source


def test_a_document_can_be_copied_to_be_drawn_again() -> None:
    source = inspect.getsource(Document.copy)
    assert "type(self)(" in source
    assert "self.fonts = {}" in inspect.getsource(Document.__init__)


def test_content_is_marked_in_one_place() -> None:
    assert parameters(Stream.marked) == ["self", "box", "tag"]
    assert "self._tags[box] = {'tag': tag, 'mcid': mcid}" in inspect.getsource(Stream.marked)
    assert "'Subtype': '/Form'" in inspect.getsource(Stream.add_group)
    assert parameters(pydyf.Stream.begin_marked_content) == ["self", "tag", "property_list"]


def test_boxes_know_their_elements_and_their_live_areas() -> None:
    assert boxes.Box.link_annotation is None
    assert boxes.Box.link is None
    assert not boxes.Box.is_outside_marker
    assert "box.link_annotation = pydyf.Dictionary" in inspect.getsource(add_links)
    assert "f'{element.tag}::marker'" in inspect.getsource(build.marker_to_box)
    assert "self.at_keyword = at_keyword" in inspect.getsource(boxes.MarginBox)
    assert {"is_header", "is_footer"} <= set(dir(boxes.TableRowGroupBox))


def test_contexts_are_painted_by_names_that_can_be_replaced() -> None:
    assert parameters(draw.draw_stacking_context) == ["stream", "stacking_context"]
    assert parameters(draw.draw_block_level) == ["page", "stream", "blocks_and_cells"]
    source = inspect.getsource(draw.draw_stacking_context)
    assert "draw_block_level(\n" in source
    assert "for child_context in stacking_context.zero_z_contexts:" in source
    assert "draw_block_level(page, stream, blocks_and_cells)" in inspect.getsource(draw.draw_block_level)


def test_lines_lose_their_last_space_where_text_is_split() -> None:
    assert parameters(inline.split_text_box) == ["context", "box", "available_width", "skip", "is_line_start"]
    assert "if not textbox.text.strip():" in inspect.getsource(draw_text.draw_first_line), (
        "drawn_spaces gives draw_first_line a text that is not blank, and the layout of one that is"
    )


def test_pictures_are_reduced_by_a_ratio_that_drawing_finds() -> None:
    assert parameters(RasterImage.draw) == ["self", "stream", "concrete_width", "concrete_height", "style"]
    assert parameters(RasterImage.get_x_object) == ["self", "interpolate", "dpi_ratio"]
    assert "ratio = self._dpi / dpi" in inspect.getsource(RasterImage.draw)
    assert "image.get_x_object(image_data['interpolate'], dpi_ratio)" in inspect.getsource(
        weasyprint.pdf._use_references
    )


def test_objects_are_asked_for_their_bytes() -> None:
    assert parameters(pydyf.PDF.write) == ["self", "output", "version", "identifier", "compress"]
    assert "b'\\n'.join((extra.data, b'stream', stream, b'endstream'))" in inspect.getsource(
        pydyf.Stream.data.fget
    )
    assert {"number", "generation", "free"} <= set(vars(pydyf.Object()))


def test_boxes_tell_a_preflight_what_is_on_a_page() -> None:
    assert {"background", "canvas_background"} <= set(re.findall(r"\w+", inspect.getsource(draw.draw_page)))
    assert background.Background._fields == ("color", "layers", "style")
    assert "image" in background.BackgroundLayer._fields
    assert "box.background = None" in inspect.getsource(background.layout_box_backgrounds)
    assert "vertical_borders, horizontal_borders = table.collapsed_border_grid" in inspect.getsource(
        draw.draw_collapsed_borders
    )
    assert "_, (_, width, _) = border_list[yy][x]" in inspect.getsource(draw.draw_collapsed_borders)
    assert parameters(replaced.replacedbox_layout) == ["box"]
    assert parameters(color.get_color) == ["style", "key"]
    assert {"width", "height"} <= set(re.findall(r"self\.(\w+) =", inspect.getsource(RasterImage.__init__)))
    assert boxes.Box.is_outside_marker is boxes.Box.is_column is boxes.Box.is_flex_item is False
    assert boxes.TextBox.justification_spacing == 0


def test_styles_and_boxes_of_a_part_can_be_made_alone() -> None:
    assert parameters(StyleFor.__init__) == [
        "self",
        "html",
        "sheets",
        "presentational_hints",
        "font_config",
        "target_collector",
    ]
    asked = re.findall(r"html\.(\w+)", inspect.getsource(StyleFor.__init__))
    assert set(asked) == {"etree_element", "base_url", "wrapper_element"}
    assert "html.wrapper_element.iter_subtree()" in inspect.getsource(StyleFor.__init__)
    made = inspect.getsource(build.build_formatting_structure)
    steps = ("element_to_box(", "process_whitespace()", "process_text_transform()", "create_anonymous_boxes(")
    assert all(step in made for step in steps)
    assert parameters(build.element_to_box)[-1] == "state"


def test_the_cascade_can_be_asked_without_a_layout() -> None:
    assert parameters(get_all_computed_styles)[:2] == ["html", "user_stylesheets"]
    assert parameters(StyleFor.__call__) == ["self", "element", "pseudo_type"]
    html = weasyprint.HTML(string="<body><p>a")
    style = get_all_computed_styles(html)(html.etree_element.find(".//p"))
    assert tuple(style["font_family"]) == ("serif",)
    assert (style["font_style"], style["font_weight"], style["font_variant_position"]) == (
        "normal",
        400,
        "normal",
    )
    assert (style["text_transform"], style["display"][0]) == ("none", "block")
    assert get_all_computed_styles(html)(html.etree_element.find(".//p"), "before") is None


def test_paths_are_drawn_by_a_function_that_can_be_replaced() -> None:
    assert svg.TAGS["path"] is svg.path
    assert parameters(svg.path) == ["svg", "node", "font_size"]
    source = inspect.getsource(svg.path)
    assert "svg.stream.move_to(*current_point)" in source
    assert "node.vertices.append(" in source
    assert "TAGS[node.tag](self, node, font_size)" in inspect.getsource(svg.SVG.draw_node)
    assert "b'\\n'.join(_to_bytes(item) for item in self.stream)" in inspect.getsource(pydyf.Stream.data.fget)


def test_pages_are_made_by_functions_that_can_be_replaced_and_repeated() -> None:
    assert parameters(page.remake_page) == ["index", "context", "root_box", "html"]
    assert parameters(page.make_all_pages) == ["context", "root_box", "html", "pages"]
    assert parameters(page.make_margin_boxes) == ["context", "page", "state"]
    assert parameters(background.layout_backgrounds) == ["page", "get_image_from_uri"]
    assert parameters(layout.initialize_page_maker) == ["context", "root_box"]
    assert "remake_page(i, context, root_box, html)" in inspect.getsource(page.make_all_pages)
    assert "return page, resume_at" in inspect.getsource(page.remake_page)
    assert "page.children = [root_box, footnote_area, note_area]" in inspect.getsource(page.make_page)


def test_what_is_known_before_a_page_is_what_is_kept_of_it() -> None:
    source = inspect.getsource(page.remake_page)
    assert "resume_at, next_page, right_page, page_state, _ = page_maker[index]" in source
    assert "item = resume_at, next_page, right_page, page_state, remake_state" in source
    html, context = weasyprint.HTML(string="a"), SimpleNamespace()
    style = get_all_computed_styles(html)(html.etree_element)
    root = boxes.BlockBox("html", style, html.etree_element, [])
    layout.initialize_page_maker(context, root)
    ((resume_at, next_page, right_page, page_state, notes),) = context.page_maker
    assert (resume_at, next_page, right_page) == (None, {"break": "any", "page": ""}, True)
    assert page_state == ([0], {"pages": [0]}, [{"pages"}], [])
    assert notes == {"content_changed": False, "pages_wanted": False, "anchors": [], "content_lookups": []}


def test_a_document_is_laid_out_in_the_steps_that_incremental_layout_repeats() -> None:
    steps = inspect.getsource(layout_document)
    for step in (
        "initialize_page_maker(context, root_box)",
        "list(make_all_pages(context, root_box, html, pages))",
        "page_counter_values['pages'] = [actual_total_pages]",
        "if child.bookmark_label:",
        "checklist = watch_elements_before",
        "context.string_set[string_name][i+1].append(text)",
        "layout_fixed_boxes(context, pages[:i], page)",
        "state = context.page_maker[context.current_page][3]",
        "children.extend(make_margin_boxes(context, page, state))",
        "layout_backgrounds(page, context.get_image_from_uri)",
    ):
        assert step in steps, f"layout_document no longer does {step}"
    context = inspect.getsource(layout.LayoutContext)
    for kept in (
        "self.footnotes = []",
        "self.reported_footnotes = []",
        "self.broken_out_of_flow = {}",
        "self.string_set = defaultdict(lambda: defaultdict(list))",
        "self.running_elements = defaultdict(lambda: defaultdict(list))",
        "self.running_elements[running_name][self.current_page].append(box)",
    ):
        assert kept in context, f"LayoutContext no longer has {kept}"


def test_a_context_can_be_made_again_with_the_same_styles_and_pictures() -> None:
    assert parameters(layout.LayoutContext.__init__) == [
        "self",
        "style_for",
        "get_image_from_uri",
        "font_config",
        "counter_style",
        "target_collector",
    ]
    assert parameters(TargetCollector.collect_anchor) == ["self", "anchor_name"]
    assert TargetCollector().counter_lookup_items == {}
    assert "isinstance(cache, (dict, DiskCache))" in inspect.getsource(Document._build_layout_context)
    source = inspect.getsource(images.get_image_from_uri)
    assert "return cache[url]" in source
    assert "cache[url] = image" in source
    assert "target_collector.collect_anchor(computed['anchor'])" in inspect.getsource(
        StyleFor.set_computed_styles
    )


def test_styles_are_kept_by_element_and_know_their_declarations() -> None:
    html = weasyprint.HTML(string="<style>p::before { content: 'x' } p { color: red }</style><body><p>a")
    style_for = get_all_computed_styles(html)
    paragraph = html.etree_element.find(".//p")
    styles = style_for.get_computed_styles()
    assert styles[paragraph, None] is style_for(paragraph)
    assert set(styles[paragraph, None].cascaded) >= {"color", "display"}
    assert "content" in styles[paragraph, "before"].cascaded
    assert styles[paragraph, None].anonymous_style is styles[paragraph, None].anonymous_style
    assert repr(styles[paragraph, "before"]["content"]) == "(('string', 'x'),)"
    assert (INITIAL_VALUES["counter_increment"], INITIAL_VALUES["string_set"]) == ("auto", "none")


def test_hints_of_attributes_are_found_by_a_function_that_can_be_replaced() -> None:
    assert parameters(css.find_style_attributes) == ["tree", "presentational_hints", "base_url"]
    assert "in find_style_attributes(" in inspect.getsource(StyleFor.__init__)
    # Where `reversed` is heeded, and without the hints that change tables, list_numbers.py can go.
    assert "reversed" not in inspect.getsource(css.find_style_attributes)


def test_boxes_say_what_they_set_elsewhere() -> None:
    html = weasyprint.HTML(string="<body><p>a")
    style = get_all_computed_styles(html)(html.etree_element.find("body"))
    box = boxes.BlockBox("body", style, html.etree_element.find("body"), [])
    assert (box.bookmark_label, box.string_set, box.is_note(), box.is_in_normal_flow()) == (
        None,
        None,
        False,
        True,
    )
    assert list(box.descendants()) == [box]
    assert "page.fixed_boxes = [" in inspect.getsource(page.make_page)
    assert parameters(absolute.AbsolutePlaceholder.__init__)[:2] == ["self", "box"]
    assert issubclass(boxes.BlockBox, boxes.BlockContainerBox | boxes.BlockLevelBox)
    assert not issubclass(boxes.TableBox, boxes.BlockContainerBox)


def test_a_page_is_made_by_a_function_that_is_looked_up_by_name() -> None:
    assert parameters(page.make_page)[:3] == ["context", "root_box", "page_type"]
    assert "page_type, resume_at" in inspect.getsource(page.remake_page)
    assert page.PageType._fields == ("side", "blank", "name", "index", "groups")


def test_styles_are_worked_out_anew_from_what_is_declared_and_their_parents() -> None:
    names = "parent_style cascaded pseudo_type root_style base_url font_config initial_page_sizes"
    assert parameters(css.ComputedStyle) == names.split()
    assert "isinstance(value, Pending)" in inspect.getsource(css.ComputedStyle.__missing__)


def test_margins_that_meet_are_a_list_of_which_two_count() -> None:
    assert parameters(block.collapse_margin) == ["adjoining_margins"]
    assert block.collapse_margin([3, -2, 5, -4, 1]) == block.collapse_margin([5, -4]) == 1
    assert "[*adjoining_margins, child_margin_top]" in inspect.getsource(block)


def test_parts_of_drawings_are_looked_for_through_the_tree() -> None:
    assert parameters(svg.Node.get_child) == ["self", "id_"]
    assert "self._svg.tree.get_child(name)" in inspect.getsource(svg.LazyDefs.get)
    assert "svg.tree.get_child(" in inspect.getsource(defs.get_use_tree)


def test_the_engine_has_the_methods_that_its_protocols_name() -> None:
    kinds = [kind for kind in vars(boxes).values() if isinstance(kind, type)]
    for protocol, classes in (
        (protocols.LayoutBox, kinds),
        (protocols.BoxStyle, [css.ComputedStyle]),
        (protocols.PageContext, [layout.LayoutContext]),
        (protocols.StyleFor, [StyleFor]),
        (protocols.TextLayout, [line_break.Layout]),
        (protocols.ReplacedContent, [RasterImage, images.SVGImage, images.Gradient]),
        (protocols.LaidOutDocument, [Document]),
        (protocols.Fetcher, [URLFetcher]),
        (protocols.CssNode, [tinycss2.ast.Node]),
        (protocols.CssColor, [tinycss2.color5.Color]),
        (protocols.CssElement, [cssselect2.ElementWrapper]),
        (protocols.PdfFile, [pydyf.PDF]),
        (protocols.PdfDictionary, [pydyf.Dictionary]),
        (protocols.DrawnStream, [Stream]),
        (protocols.DrawnPicture, [RasterImage]),
        (protocols.Matrix, [Matrix]),
        (protocols.SvgNode, [svg.Node]),
        (protocols.SvgDrawing, [svg.SVG]),
        (protocols.SvgPicture, [images.SVGImage]),
    ):
        named = [name for name, member in vars(protocol).items() if inspect.isfunction(member)]
        wanted = [name for name in named if name not in ("__init__", "__subclasshook__")]
        assert wanted
        assert [name for name in wanted if not any(hasattr(kind, name) for kind in classes)] == []
