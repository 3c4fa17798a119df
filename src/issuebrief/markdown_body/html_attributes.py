"""HTML read into a tree, with what its attributes mean.

In:  HTML from Python-Markdown, raw HTML of the author's included.
Out: its tree; lists have the numbers that were typed, tasks their boxes, and what is aligned says so in a
     style.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.lists.numbered_lists import set_numbers
from issuebrief.markdown_body.lists.task_lists import set_tasks
from issuebrief.markdown_body.lists.word_lists import set_word_lists
from issuebrief.markdown_body.source.blank_paragraphs import drop_blank_paragraphs
from issuebrief.markdown_body.source.html_tree import parse, walk
from issuebrief.markdown_body.source.parted_paragraphs import part_paragraphs
from issuebrief.markdown_body.tables.alignment import set_alignment

if TYPE_CHECKING:
    from issuebrief.markdown_body.source.html_tree import Element

OF_WORD = re.compile(r"(?:(?<=;)|(?<=\A)|(?<=\s))mso-[\w-]+\s*:[^;]*;?")
"""A declaration that only Word knows."""


def read_html(html: str) -> Element:
    """The tree of some HTML."""
    root = parse(html)
    part_paragraphs(root)
    drop_blank_paragraphs(root)
    if "mso-list" in html:
        set_word_lists(root)
    if "<ol" in html:
        set_numbers(root)
    if "<li" in html:
        set_tasks(root)
    if "align" in html or "width=" in html or "<center" in html.lower():
        set_alignment(root)
    if "mso-" in html:
        _leave_out_declarations(root)
    return root


def _leave_out_declarations(root: Element) -> None:
    """Take out what a word processor says to itself in styles, `mso-list:l0 level1`."""
    for found in walk(root):
        if "mso-" in (style := found.attributes.get("style") or ""):
            kept = OF_WORD.sub("", style).strip("; ")
            found.attributes |= {"style": kept}
            if not kept:
                del found.attributes["style"]
