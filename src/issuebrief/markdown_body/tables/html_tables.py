"""Blocks of HTML, and tables typed in HTML whose cells hold Markdown.

In:  lines in which `<table markdown="1">` stands.
Out: the lines for Python-Markdown, with place-holders for blocks of HTML; rows and cells of such a table are
     Markdown as it is, without an attribute on each of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from markdown.extensions.md_in_html import HtmlBlockPreprocessor, HTMLExtractorExtra

from issuebrief.markdown_body.source.html_tree import names
from issuebrief.markdown_body.source.open_tags import KnowsLastTag

if TYPE_CHECKING:
    from collections.abc import Mapping

PARTS = names("caption thead tbody tfoot tr td th")


class TableExtractor(KnowsLastTag, HTMLExtractorExtra):
    """Takes HTML apart; the parts of a table that is Markdown are Markdown."""

    mdstate: list[Literal["block", "span", "off", None]]
    """How the text in each element that is open is read; Python-Markdown's own."""
    mdstack: list[str]
    """The elements that are open and hold Markdown; Python-Markdown's own."""

    def get_state(self, tag: str, attrs: Mapping[str, str]) -> Literal["block", "span", "off", None]:
        """How the text in an element is read."""
        if tag in PARTS and "markdown" not in attrs and self.mdstate and self.mdstate[-1] == "block":
            attrs = {**attrs, "markdown": "span" if tag == "caption" else "1"}
        return super().get_state(tag, attrs)

    def handle_empty_tag(self, data: str, is_block: bool) -> None:
        """Keep what stands behind a block on its line, such as `&amp;` or `<br>`, where it stands.

        Python-Markdown (3.11) puts it before the next block of HTML, or at the end of the text.
        """
        if self.intail and not self.inraw and not self.mdstack:
            self.cleandoc.append(f"\n\n{self.md.htmlStash.store(data)}\n\n" if is_block else data)
        else:
            super().handle_empty_tag(data, is_block)


class HtmlBlocks(HtmlBlockPreprocessor):
    """Keeps blocks of HTML from being read as Markdown, but for what in them is."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with place-holders for blocks of HTML."""
        extractor = TableExtractor(self.md)
        extractor.feed("\n".join(lines))
        extractor.close()
        return "".join(extractor.cleandoc).split("\n")
