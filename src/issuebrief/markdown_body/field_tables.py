"""Tables that are drawn with signs in a field of the front matter.

In:  the Markdown of a field in its normal form.
Out: the tables, cuts that put stand-ins in their place, and the tree of the field with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.markdown_body.html_attributes import read_html
from issuebrief.markdown_body.set_text_tables import KIND, Reader, set_tables
from issuebrief.markdown_body.source.html_tree import Text, walk
from issuebrief.markdown_body.source.markdown_source import Substitution
from issuebrief.markdown_body.source.placeholders import PATTERN, stand_in
from issuebrief.markdown_body.tables.text_tables import find_text_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from issuebrief.markdown_body.source.html_tree import Element
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource
    from issuebrief.markdown_body.tables.text_table import TextTable


def tables_of(manuscript: MarkdownSource) -> Sequence[TextTable]:
    """The tables of a field; most have none."""
    return find_text_tables(manuscript)[0] if "--" in manuscript.masked or "+=" in manuscript.masked else ()


def cuts_for(tables: Sequence[TextTable]) -> list[Substitution]:
    """Cuts that put stand-ins in the place of the tables."""
    return [
        Substitution(table.start, table.end, f"\n\n{stand_in(KIND, number)}\n\n")
        for number, table in enumerate(tables)
    ]


def with_tables(
    markdown: str, tables: Sequence[TextTable], manuscript: MarkdownSource, convert: Callable[[str], str]
) -> Element:
    """The tree of a field with the tables where their stand-ins are."""
    root = read_html(convert(markdown))
    if not tables:
        return root
    reader = Reader(lambda start, end: manuscript.text[start:end], convert, lambda offset: 0)
    set_tables(root, tables, reader)
    for found in walk(root):
        for node in found.children:
            if isinstance(node, Text):
                node.value = PATTERN.sub(lambda match: "" if match[1] == "l" else match[0], node.value)
    return root
