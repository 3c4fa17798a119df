"""The Markdown that briefs are written in.

In:  nothing.
Out: Python-Markdown with the extensions of a brief: all of its `extra` but footnotes, which are
     ours, sane lists, Pandoc's phrases, and URLs and addresses that become links as they stand.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html.entities import html5
from string import punctuation
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.md_in_html import MarkdownInHtmlExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import (
    ENTITY_RE,
    AutolinkInlineProcessor,
    Delimiter,
    DelimiterProcessor,
    HtmlInlineProcessor,
    InlineProcessor,
)
from markdown.util import INLINE_PLACEHOLDER_RE, AtomicString, Registry

from issuebrief.compile_cache import lasting
from issuebrief.markdown_body.fenced_code import FencedCode
from issuebrief.markdown_body.lists.list_parser import BulletListProcessor, NumberedListProcessor
from issuebrief.markdown_body.normalise.bounds import ParagraphBound
from issuebrief.markdown_body.source.attribute_braces import pair_braces
from issuebrief.markdown_body.source.block_parts import take_apart
from issuebrief.markdown_body.source.brackets import pair_brackets
from issuebrief.markdown_body.source.html_tree import names
from issuebrief.markdown_body.source.phrases import add_phrases
from issuebrief.markdown_body.source.urls import ADDRESS, BARE_URL, IN_BRACKETS, trim
from issuebrief.markdown_body.tables.html_tables import HtmlBlocks
from issuebrief.markdown_body.typography.abbreviations import share_beginnings

if TYPE_CHECKING:
    from collections.abc import Iterator

PHRASE_TAG = r"(</?(?:b|cite|em|i|q|small|strong|sub|sup)>)"
SIGN = re.compile(f"{INLINE_PLACEHOLDER_RE.pattern}|.", re.DOTALL)
URL = f'{BARE_URL}(?:{INLINE_PLACEHOLDER_RE.pattern}[^\\s<>"\x00-\x1f]*)*'
MAIL_IN_BRACKETS = "<(?i:mailto:)?([^<> !\x02]+@[^@<> \x02]+)>"


class UrlProcessor(InlineProcessor):
    """Makes a link of a URL that stands in the text as it is."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The link; punctuation that belongs to the sentence stays outside."""
        signs = list(self._signs(m.group()))
        url = trim("".join(sign for sign, _ in signs))
        if url.endswith("://"):
            return None, None, None
        href = url if "://" in url else f"https://{url}"
        return _link(href, url), m.start(), m.start() + sum(length for _, length in signs[: len(url)])

    def _signs(self, text: str) -> Iterator[tuple[str, int]]:
        """The characters of a URL with their lengths in `text`, where escaped ones have place-holders."""
        stash = self.md.treeprocessors["inline"].stashed_nodes  # type: ignore[attr-defined]
        for match in SIGN.finditer(text):
            kept = stash.get(match[1]) if match[1] else match.group()
            if not isinstance(kept, str):
                return
            if match[1]:
                number = kept.strip("\x02\x03")
                if not number.isdecimal():  # raw HTML, which ends the URL
                    return
                kept = chr(int(number))
            yield kept, len(match.group())


class AddressProcessor(InlineProcessor):
    """Makes a link of an e-mail address, spelled out in the HTML as it is typed."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The link, without the angle brackets that may stand around the address."""
        return _link(f"mailto:{m.group(1)}", m.group(1)), m.start(), m.end()


class EntityProcessor(HtmlInlineProcessor):
    """Takes only what is the name of a character for one: HTML would read `&notes;` as `¬es;`."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        """The character's name, or what was typed."""
        typed = m.group(1)
        known = typed.startswith("&#") or typed[1:] in html5
        return self.md.htmlStash.store(typed if known else f"&amp;{typed[1:]}"), m.start(), m.end()


OF_PYTHON = names("init repr str dict eq iter len getattr setattr getitem setitem pycache")
"""Names that Python writes between two underscores, but for those that are words."""


class CarefulEmphasis(DelimiterProcessor):
    """Emphasis that never takes a letter for an asterisk.

    In `*a **b*c` Python-Markdown 3.11 closes the two asterisks with one and the letter behind
    it, which is lost; such a pair is left as it is typed. So are the rules of a form, as in `____/____`:
    underscores with nothing to emphasise between them, and names of Python that are no words, as `__init__`.
    """

    _data = ""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The emphasis that begins at a match, if any does."""
        self._data = data
        return super().handleMatch(m, data)

    def add_region(self, delim: Delimiter, a: int, b: int, c: int, d: int, size: int) -> None:
        """Pair the delimiters that end at `b` with those from `c` to `d`, if delimiters they are."""
        inside = self._data[b:c]
        is_typed = delim.token == "_" and (not any(map(str.isalnum, inside)) or inside in OF_PYTHON)
        if self._data[c:d] == delim.token * size and not is_typed:
            super().add_region(delim, a, b, c, d, size)


def _link(href: str, text: str) -> Element:
    link = Element("a", href=href)
    link.text = AtomicString(text)
    return link


def dialect() -> Markdown:
    """A fresh converter for one brief."""
    return lasting(_dialect)


def _dialect() -> Markdown:
    converter = Markdown(
        output_format="html",
        extensions=[
            TableExtension(),
            AbbrExtension(),
            AttrListExtension(),
            DefListExtension(),
            MarkdownInHtmlExtension(),
            SaneListExtension(),
        ],
    )
    # Python-Markdown takes the caption of a table for a phrase, which a paragraph holds.
    converter.block_level_elements.append("caption")
    # A backslash before any sign of punctuation goes, as in CommonMark.
    converter.ESCAPED_CHARS = sorted({*converter.ESCAPED_CHARS, *punctuation})
    converter.preprocessors.register(FencedCode(converter), "fenced_code", 25)
    converter.preprocessors.register(HtmlBlocks(converter), "html_block", 20)
    converter.parser.blockprocessors.register(BulletListProcessor(converter.parser), "ulist", 30)
    converter.parser.blockprocessors.register(NumberedListProcessor(converter.parser), "olist", 40)
    emphasis = CarefulEmphasis("*", "strong,em", converter)
    emphasis.add("_", "strong,em", smart=True)
    converter.inlinePatterns.register(emphasis, "em_strong", 60)
    converter.inlinePatterns.register(EntityProcessor(ENTITY_RE, converter), "entity", 80)
    converter.inlinePatterns.register(AddressProcessor(MAIL_IN_BRACKETS, converter), "automail", 110)
    any_scheme = AutolinkInlineProcessor(f"<({IN_BRACKETS})>", converter)
    converter.inlinePatterns.register(any_scheme, "autolink_any", 109)
    converter.inlinePatterns.register(UrlProcessor(URL, converter), "bare_url", 86)
    converter.inlinePatterns.register(AddressProcessor(ADDRESS, converter), "bare_address", 85)
    add_phrases(converter)
    converter.treeprocessors.register(ParagraphBound(converter), "bound", 21)
    take_apart(converter)
    share_beginnings(converter)
    pair_brackets(converter)
    pair_braces(converter)
    return converter


@lru_cache(maxsize=1)
def lone_dialect() -> Markdown:
    """The converter of texts that know nothing of each other, such as notes; reset before each."""
    return dialect()


def dialect_of_lines(*, html: bool = True) -> Markdown:
    """A converter for single lines, in which nothing makes a list, a heading or a block of code.

    Without `html`, tags are what they look like, but for the few that set a word apart, such as `<sub>`.
    """
    converter = dialect()
    converter.parser.blockprocessors = Registry()
    converter.parser.blockprocessors.register(ParagraphProcessor(converter.parser), "paragraph", 10)
    if not html:
        converter.preprocessors.deregister("html_block")
        converter.inlinePatterns.register(HtmlInlineProcessor(PHRASE_TAG, converter), "html", 90)
        converter.inlinePatterns.deregister("entity")
    return converter
