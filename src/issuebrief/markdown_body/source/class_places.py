"""Where a class was asked for: the words in braces that gave it to an element.

In:  a `MarkdownSource`, the name of the class, and an element of the tree with those around it.
Out: the place of `.name` in the source and its line; that of the element where no braces hold it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import Element, walk
from issuebrief.markdown_body.source.source_lines import line_of

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import SourceRange
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource


def class_place(
    name: str, element: Element, manuscript: MarkdownSource, around: tuple[Element, ...] = ()
) -> tuple[SourceRange, str]:
    """The first place from the element's line on at which braces hold a class, and its line.

    `around` are the elements around it, the nearest first: an element that began no line has theirs.
    """
    line = next(filter(None, map(line_of, (element, *walk(element), *around))), 0)
    source = manuscript.source
    if not line:
        return source.place(source.body_line), ""
    asked = re.compile(rf"\{{[^{{}}]*?(\.{re.escape(name)})(?![\w-])[^{{}}]*\}}")
    found = asked.search(manuscript.masked, manuscript.offset(line))
    if found is None:
        return source.place(line), source.line(line)
    return manuscript.told_of(*found.span(1))
