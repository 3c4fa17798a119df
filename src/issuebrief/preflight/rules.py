"""The rules that pages are held to, as data.

In:  nothing.
Out: `RULES`: for each code the function that finds what is against it. Severities are with the codes, in
     `codes.py`; numbers in `limits.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.preflight import (
    astray,
    columns,
    displaced,
    drawn,
    filling,
    grid,
    lines,
    overlaps,
    readers,
    scholars,
    sidebars,
    table_widths,
    text,
    titles,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from issuebrief.preflight.proof import Finding, Proof

RULES: dict[str, Callable[[Proof], Iterable[Finding]]] = {
    "text.off-page": text.off_page,
    "text.over-margin": text.over_margin,
    "text.cut": text.cut_off,
    "text.left-out": titles.hidden_titles,
    "text.moved": displaced.moved_text,
    "text.changed": displaced.mirrored_text,
    "text.overprinted": overlaps.overprinted_text,
    "picture.off-page": astray.pictures_off_page,
    "picture.over-margin": astray.pictures_over_margin,
    "picture.cut": astray.pictures_cut,
    "picture.overprinted": overlaps.overprinted_pictures,
    "formulas.too-wide": astray.wide_formulas,
    "boxes.off-page": astray.boxes_off_page,
    "boxes.over-margin": astray.boxes_over_margin,
    "figures.parted": filling.parted_captions,
    "lines.loose": lines.loose_lines,
    "lines.ladder": lines.ladders,
    "lines.widow": lines.widows,
    "lines.orphan": lines.orphans,
    "headings.stranded": columns.stranded_headings,
    "columns.uneven": columns.uneven_columns,
    "columns.off-grid": grid.lines_off_grid,
    "tables.too-wide": table_widths.too_wide_tables,
    "tables.widened": table_widths.widened_tables,
    "tables.smaller": table_widths.smaller_tables,
    "picture.shrunk": drawn.shrunk_pictures,
    "picture.in-line": drawn.pictures_in_lines,
    "pages.half-empty": filling.half_empty_pages,
    "sidebar.parted": sidebars.parted_blocks,
    "sidebar.spare-lines": sidebars.spare_lines,
    "abstract.long": sidebars.long_abstract,
    "picture.coarse": drawn.coarse_pictures,
    "picture.low-resolution": drawn.pictures_below_print,
    "rules.hairline": drawn.hairlines,
    "contrast.low": drawn.faint_text,
    "text.too-small": drawn.tiny_text,
    "links.wordless": readers.wordless_links,
    "metadata.incomplete": readers.missing_metadata,
    "scholars.title": scholars.title_not_largest,
    "scholars.authors": scholars.authors_not_below_title,
    "scholars.abstract": scholars.abstract_elsewhere,
}
