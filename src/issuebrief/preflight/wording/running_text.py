"""What of a text is printed in the order in which it is typed.

In:  Markdown, its code masked.
Out: where its blocks stand that may be printed elsewhere: figures, tables, boxes, their captions, and what an
     author gives a place of its own.
"""

from __future__ import annotations

import re

from issuebrief.markdown_body.source.gated_patterns import ANY_WORD, GatedPattern
from issuebrief.preflight.wording.caption_labels import CAPTION_NUMBER, LABELS
from issuebrief.preflight.wording.nothing import BREAK

BLOCK = re.compile(r"(?:^[^\S\n]*\S.*(?:\n|\Z))+", re.MULTILINE)
FLOATS = re.compile(
    r"!\[|<(?:img|svg|figure|figcaption|table|t[dhr]|caption|aside|div|section|details|dl|picture)\b"
    rf"|^[ \t>]*(?:{BREAK}|\||:[ \t]|[-:| ]*-[-:]*[ \t]*\|)"
    r"|\{:?[^{}\n]*\.\w[^{}\n]*\}[ \t]*$|\{:[^{}\n]*\}[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""What a block has in it that may be set elsewhere; the label of a box is struck out already."""
LABELLED = GatedPattern(
    (),
    rf"^[ \t>]*[*_]*{ANY_WORD}(?:s?[ \t]?[:：՝]|{CAPTION_NUMBER})",
    re.MULTILINE | re.IGNORECASE,
    LABELS,
)
"""The label of a caption or a source."""
FENCE = re.compile(r"^ {0,3}:{3,}[ \t]*(\S.*)?$", re.MULTILINE)
ELEMENT = re.compile(
    r"<(figure|table|aside|div|section|details)\b(?:[^<]|<(?!/?\1\b))*</\1\s*>", re.IGNORECASE
)


def floating(text: str) -> list[tuple[int, int]]:
    """From where to where blocks may be printed elsewhere than they are typed; in order, and apart."""
    labelled = LABELLED.compiled_for(text)
    found = [
        match.span() for match in BLOCK.finditer(text) if FLOATS.search(match[0]) or labelled.search(match[0])
    ]
    if ":::" in text:
        found += _between_fences(text)
    if "<" in text:
        found += [match.span() for match in ELEMENT.finditer(text)]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _between_fences(text: str) -> list[tuple[int, int]]:
    opened: list[int] = []
    found = []
    for fence in FENCE.finditer(text):
        if (fence[1] or "").strip(": \t"):
            opened.append(fence.start())
        elif opened:
            found.append((opened.pop(), fence.end()))
    return found + [(start, len(text)) for start in opened]
