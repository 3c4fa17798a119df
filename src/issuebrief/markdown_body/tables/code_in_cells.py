"""Code in the cells of tables.

In:  a row of a table, as a line whose code is masked.
Out: cuts that take the backslash from a pipe in code: there, it only keeps the cell whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.markdown_source import MASK, Substitution

if TYPE_CHECKING:
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource
    from issuebrief.markdown_body.source.text_lines import SourceLine


def pipes_in_code(manuscript: MarkdownSource, row: SourceLine) -> list[Substitution]:
    """Cuts that take the backslash from each pipe in the code of a row."""
    if "\\|" not in (text := manuscript.text[row.offset : row.offset + len(row.text)]):
        return []
    return [
        Substitution(row.offset + found.start(), row.offset + found.start() + 1, "")
        for found in re.finditer(r"\\\|", text)
        if row.text[found.start()] == MASK
    ]
