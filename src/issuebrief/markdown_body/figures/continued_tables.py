"""What tables say where they go on overleaf, in a brief with labels of its own.

In:  the tree of the body, with its figures.
Out: the same; figures with tables say what is printed behind their label. The layout has its language's word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import walk

if TYPE_CHECKING:
    from issuebrief.l10n import Words
    from issuebrief.markdown_body.source.html_tree import Element

CONTINUED = "data-continued"
"""The attribute that says it."""


def say_continued(root: Element, words: Words) -> None:
    """Let tables print a word of the brief's own where they go on, not that of their language."""
    for figure in walk(root):
        if figure.tag == "figure" and "table" in figure.classes:
            figure.attributes[CONTINUED] = words.enclosed(words.continued)
