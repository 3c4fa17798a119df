"""Bounds of what is read: Python-Markdown's patterns take too long over a text that is one endless piece.

In:  the manuscript, and the tree that Python-Markdown makes of it before it reads phrases.
Out: a problem, in place of a reading that might take minutes. What is bounded is far from anything that a
     brief has: a line and a paragraph of 20,000 characters, a word of 2,000, 2,000 lines without an empty
     one, tags nested 100 deep.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.treeprocessors import Treeprocessor

from issuebrief.diagnostics.model import Diagnostic, error
from issuebrief.markdown_body.source.fences import find_fences
from issuebrief.markdown_body.source.gated_patterns import GatedPattern
from issuebrief.markdown_body.source.html_tree import names
from issuebrief.markdown_body.source.source_lines import PATTERN

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

LONGEST = 20_000
LONGEST_WORD = 2_000
MOST_LINES = 2_000
DEEPEST = 100
DEEPEST_TABLE = 3
"""How deep tags nest, and tables: the layout measures a table several times, and each time all in it."""


WORD = GatedPattern(
    (),
    "[^\\s\x00<>|\u0e00-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\uffef\U00020000-\U0003ffff]"
    f"{{{LONGEST_WORD + 1},}}",
)
"""An endless word; not of a script that does without spaces, nor a row of tags or cells."""

WRITTEN_OUT = re.compile(r"data:[\w.+-]+/[\w.+-]+;base64,[A-Za-z0-9+/=%]+")
"""A picture that is written out in the text, which is told elsewhere."""

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>]*>")
COUNTED = names(
    "a abbr article aside b bdi bdo blockquote button cite code del details dfn div dl em fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header i ins kbd label legend main mark menu nav ol pre q s samp"
    " section small span strong sub summary sup table u ul var"
)
"""Elements that end with a tag of their own and so nest where it is missing."""


class TooLong(Exception):
    """A paragraph is too long to be read; `line` is its line in the file, 0 where that is not known."""

    def __init__(self, text: str) -> None:
        super().__init__(text[:100])
        found = PATTERN.match(text)
        self.length, self.line = len(text), int(found[1]) if found else 0


class ParagraphBound(Treeprocessor):
    """Looks at the length of each paragraph, heading and cell before phrases are read in it."""

    def run(self, root: Element) -> None:
        """Raise `TooLong` where one is too long."""
        for found in root.iter():
            for text in (found.text, found.tail):
                # Code and raw HTML are kept as they are, and cost nothing.
                if type(text) is str and len(text) > LONGEST and len(WRITTEN_OUT.sub("", text)) > LONGEST:
                    raise TooLong(text)


def find_unbounded(manuscript: MarkdownSource) -> Diagnostic | None:
    """The first line, block of lines or tag that is beyond what is read."""
    return _deep_tag(manuscript) or _long_block(manuscript)


def too_long(manuscript: MarkdownSource, paragraph: TooLong) -> Diagnostic:
    """The problem of a paragraph that is too long."""
    offset = manuscript.offset(paragraph.line)
    return _too_long(manuscript, offset, f"a paragraph has {paragraph.length:,} characters", LONGEST)


def _long_block(manuscript: MarkdownSource) -> Diagnostic | None:
    fences = iter([*find_fences(manuscript.text)])
    fence = next(fences, None)
    first, count = 0, 0
    for start, line in manuscript.lines():
        while fence and fence.end <= start:
            fence = next(fences, None)
        in_fence = fence is not None and fence.start <= start
        if len(line) > LONGEST_WORD:
            line = WRITTEN_OUT.sub("", line)
        if not in_fence and len(line) > LONGEST:
            return _too_long(manuscript, start, f"this line has {len(line):,} characters", LONGEST)
        if not in_fence and len(line) > LONGEST_WORD and (word := WORD.search(line)):
            message = f"this word has {len(word[0]):,} characters"
            return _too_long(manuscript, start + word.start(), message, LONGEST_WORD)
        first, count = (first if count else start, count + 1) if line.strip() and not in_fence else (0, 0)
        if count > MOST_LINES:
            message = f"more than {MOST_LINES:,} lines follow each other here without an empty one"
            return _too_long(manuscript, first, message, 0)
    return None


def _deep_tag(manuscript: MarkdownSource) -> Diagnostic | None:
    depth = tables = 0
    for match in TAG.finditer(manuscript.masked) if "<" in manuscript.masked else ():
        if match[2].lower() not in COUNTED:
            continue
        depth = max(depth - 1, 0) if match[1] else depth + 1
        if match[2].lower() == "table":
            tables = max(tables - 1, 0) if match[1] else tables + 1
        if tables > DEEPEST_TABLE:
            message = f"tables are nested in each other more than {DEEPEST_TABLE} deep here"
            place, excerpt = manuscript.told_of(*match.span())
            return error("markup.too-deep", message, place, "take the inner ones out", excerpt)
        if depth > DEEPEST:
            message = f"HTML is nested more than {DEEPEST} deep here, or its tags are never closed"
            place, excerpt = manuscript.told_of(*match.span())
            return error("markup.too-deep", message, place, f"look for the missing </{match[2]}>", excerpt)
    return None


def _too_long(manuscript: MarkdownSource, offset: int, message: str, most: int) -> Diagnostic:
    hint = "part it with empty lines; was something pasted here that is no text?"
    message += f", and may have {most:,}" if most else ""
    return error(
        "markup.too-long", message, manuscript.place_of_line(offset), hint, manuscript.excerpt(offset)
    )
