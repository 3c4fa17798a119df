"""Emphasis around blocks of HTML, `**<figcaption>…</figcaption>**`, which Markdown cannot read.

In:  the manuscript as it was typed.
Out: cuts that put the signs into the block, around its words.

Editors of web pages write it when somebody makes a caption or a paragraph bold.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import BLOCKS
from issuebrief.markdown_body.source.markdown_source import Substitution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

BLOCK = "|".join(sorted(BLOCKS - {"hr", "ol", "ul", "dl", "table", "tbody", "thead", "tfoot", "tr", "pre"}))
AROUND = re.compile(
    r"(?<![\w*_~\\])(?P<sign>\*{1,3}|_{1,3}|~~)(?P<tags>(?:[ \t]*<(?P<name>"
    rf"{BLOCK})\b[^<>]*>)\s*)(?P<words>[^<>]*(?:<(?!/?(?:{BLOCK})\b)[^<>]*>[^<>]*)*?)"
    r"(?P<end>\s*</(?P=name)\s*>[ \t]*)(?P<close>(?P=sign))(?![\w*_~])",
    re.IGNORECASE,
)
EMPTY_LINE = re.compile(r"\n[ \t]*\n")


def emphasised_blocks(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """The cuts; a block of several paragraphs is left as it is."""
    if "<" not in manuscript.masked:
        return
    for match in AROUND.finditer(manuscript.masked):
        if not match["words"].strip() or EMPTY_LINE.search(match["words"]):
            continue
        sign = match["sign"]
        yield Substitution(match.start("sign"), match.end("sign"), "")
        yield Substitution(match.start("words"), match.start("words"), sign)
        end = match.start("words") + len(match["words"].rstrip())
        yield Substitution(end, end, sign)
        yield Substitution(match.start("close"), match.end("close"), "")
