"""Where a brief has charts.

In:  a `Source`.
Out: `ChartBlock`s: fenced code whose language is `chart` or `vega-lite`, with what stands in braces behind
     it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.fences import Fence, find_fences

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import SourceRange
    from issuebrief.frontmatter.source import Source

CHART, GIVEN = "chart", "vega-lite"
KIND = r"(charts?|vega[-_]?lite)"
INFO = re.compile(rf"\.?{KIND}\s*(\{{.*\}})?\s*|\{{\s*\.{KIND}(?![\w-])(.*)\}}\s*", re.IGNORECASE)
FILE = re.compile(
    r"^(?P<prefix>[ \t>]*)!\[(?P<alt>[^\[\]\n]*)\]\((?P<name>[^()\s]+\.chart\.ya?ml)\)"
    r"(?:\{(?P<braces>[^{}\n]*)\})?[ \t]*$",
    re.MULTILINE,
)
"""A picture on a line of its own whose file holds a chart."""
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@dataclass(frozen=True)
class ChartBlock:
    """A fenced block by its offsets in the body; `line` is the first line between the fences.

    `attributes` stand in braces behind the language; `text` is what stands between the fences. A picture that
    names a `file` with a chart is a block of one line, whose `alt` is the author's words for it.
    """

    kind: str
    fence: Fence
    line: int
    text: str
    attributes: tuple[tuple[str, str], ...]
    source: Source
    file: str = ""
    alt: str = ""

    @property
    def as_front_matter(self) -> Source:
        """The brief's file with the block in the place of its front matter, for readers of YAML."""
        source = self.source
        return replace(source, front_matter=self.text, front_matter_line=self.line, shared=None)

    @property
    def place(self) -> SourceRange:
        """The line that opens the fence."""
        at = max(self.line - 1, 1)
        return self.source.place(at, 1, at, len(self.source.line(at)) + 1)


def find_blocks(source: Source) -> list[ChartBlock]:
    """The charts of a brief, in their order."""
    body = source.body
    starts = [0, *(found.end() for found in re.finditer("\n", body))]
    comments = [found.span() for found in COMMENT.finditer(body)]
    blocks = []
    code = []
    for fence in find_fences(body):
        code.append((fence.start, fence.end))
        match = INFO.fullmatch(fence.info)
        begun = bisect_right(comments, (fence.start, len(body))) - 1
        if match is None or (begun >= 0 and fence.start < comments[begun][1]):
            continue
        line = source.body_line + bisect_right(starts, fence.text) - 1
        text = _text(body[fence.text : fence.text_end], fence)
        braces = (match[2] or match[4] or "").strip().strip("{}")
        kind = CHART if (match[1] or match[3]).lower().startswith(CHART) else GIVEN
        blocks.append(ChartBlock(kind, fence, line, text, _pairs(braces), source))
    spans = sorted([*code, *comments])
    begins, ends = [start for start, _ in spans], list(accumulate((end for _, end in spans), max))
    for match in FILE.finditer(body):
        before = bisect_right(begins, match.start()) - 1
        if before < 0 or ends[before] <= match.start():
            blocks.append(_of_picture(match, source, starts))
    return sorted(blocks, key=lambda block: block.fence.start)


def _of_picture(match: re.Match[str], source: Source, starts: list[int]) -> ChartBlock:
    """The block of a picture that names a file with a chart."""
    start, end = match.span()
    fence = Fence(start, end, end, end, match["prefix"], "")
    line = source.body_line + bisect_right(starts, start)
    pairs = _pairs(match["braces"] or "")
    return ChartBlock(CHART, fence, line, "", pairs, source, match["name"], match["alt"].strip())


def _text(text: str, fence: Fence) -> str:
    """The lines of a block; the signs of quotations before them become blanks, so that columns stay."""
    if ">" not in fence.prefix:
        return text
    depth = fence.prefix.count(">")

    def bare(line: str) -> str:
        found = re.match(rf"(?:[ \t]*>){{0,{depth}}}", line)
        size = found.end() if found else 0
        return " " * size + line[size:]

    return "\n".join(map(bare, text.split("\n")))


def _pairs(braces: str) -> tuple[tuple[str, str], ...]:
    if not braces:
        return ()
    from markdown.extensions.attr_list import get_attrs_and_remainder

    return tuple((str(name), str(value)) for name, value in get_attrs_and_remainder(braces)[0])
