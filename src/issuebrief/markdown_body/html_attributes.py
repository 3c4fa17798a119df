"""HTML read into a tree, with what its attributes mean.

In:  HTML from Python-Markdown, raw HTML of the author's included.
Out: its tree; lists have the numbers that were typed, tasks their boxes, and what is aligned says so in a
     style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.markdown_body.lists.numbered_lists import set_numbers
from issuebrief.markdown_body.lists.task_lists import set_tasks
from issuebrief.markdown_body.source.html_tree import parse
from issuebrief.markdown_body.tables.alignment import set_alignment

if TYPE_CHECKING:
    from issuebrief.markdown_body.source.html_tree import Element


def read_html(html: str) -> Element:
    """The tree of some HTML."""
    root = parse(html)
    if "<ol" in html:
        set_numbers(root)
    if "<ul" in html:
        set_tasks(root)
    if "align" in html or "width=" in html or "<center" in html.lower():
        set_alignment(root)
    return root
