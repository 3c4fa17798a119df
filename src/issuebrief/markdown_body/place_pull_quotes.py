"""Pull-quotes in the tree: each beside the passage that it repeats.

In:  the tree of the body, with a station where a block stood and a pair of limits around each
     sentence marked in place; the paragraphs of each block.
Out: a passage mark at the character where the passage begins, the `aside` behind the top-level
     block that holds it, both numbered in the order of the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.markdown_body.blocks.pull_quotes import LONG
from issuebrief.markdown_body.extract import between, places, without_links
from issuebrief.markdown_body.model import PullQuote
from issuebrief.markdown_body.passages import PassageBlock, letters, open_passage
from issuebrief.markdown_body.source.html_tree import HEADINGS, Element, Node, Text, is_blank, text_of, walk
from issuebrief.markdown_body.source.source_lines import LINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

STATION, BEGIN, END = "pull-quote-station", "passage-begin", "passage-end"
NEAR = 200
"""Blocks on either side of a pull-quote among which its passage is looked for."""

ROOMY = 170
"""Letters up to which a pull-quote is set in its full size; longer ones get the class `long`."""


@dataclass
class PullQuoteDraft:
    """A pull-quote on its way: its offsets in the source and its paragraphs."""

    offset: int
    end: int
    paragraphs: list[Node]


def words_of(quote: PullQuoteDraft) -> str:
    """The words of a pull-quote, without markup."""
    return " ".join(text_of(node) for node in quote.paragraphs)


def limit(tag: str, number: int) -> Element:
    """An empty element that keeps a place in the tree until `set_pull_quotes`."""
    return Element(tag, {"number": str(number)})


def set_pull_quotes(
    root: Element, blocks: list[PullQuoteDraft], marked: list[tuple[int, int]], manuscript: MarkdownSource
) -> tuple[tuple[PullQuote, ...], list[Diagnostic]]:
    """Set all pull-quotes; `marked` are the spans of the sentences marked in place."""
    spans: dict[int, PullQuoteDraft] = {}
    for number, neighbours in _take_stations(root).items():
        span = open_passage(root, words_of(blocks[number]), neighbours)
        spans[id(span)] = blocks[number]
    for begin, draft in _lift_marked(root, marked):
        begin.tag, begin.attributes = "span", {}
        spans[id(begin)] = draft
    quotes = _set_asides(root, spans, manuscript)
    in_order = sorted(spans.values(), key=lambda draft: draft.offset)
    return quotes, _check(in_order, manuscript)


def _take_stations(root: Element) -> dict[int, list[PassageBlock]]:
    """Remove the stations; for each, the blocks of the body from the nearest to the farthest."""
    found: list[tuple[int, int]] = []
    blocks: list[PassageBlock] = []
    children: list[Node] = []
    for child in root.children:
        before = len(found)
        if isinstance(child, Element):
            found += [(number, len(blocks)) for number in _remove(child, STATION)]
            if child.tag == STATION:
                found.append((int(child.attributes["number"] or 0), len(blocks)))
        if len(found) > before and isinstance(child, Element) and not _has_content(child):
            if children and is_blank(children[-1]):
                children.pop()
            continue
        children.append(child)
        if isinstance(child, Element) and child.tag not in HEADINGS:
            blocks.append(PassageBlock(child))
    root.children = children
    return {number: _by_nearness(blocks, place) for number, place in found}


def _has_content(node: Element) -> bool:
    return bool(text_of(node).strip()) or any(found.tag in ("img", "svg") for found in walk(node))


def _by_nearness(blocks: list[PassageBlock], place: int) -> list[PassageBlock]:
    """The following block, the preceding one, the one after the following, and so on, as far as is `NEAR`."""
    order = sorted(
        range(max(place - NEAR, 0), min(place + NEAR, len(blocks))),
        key=lambda number: (number - place) * 2 if number >= place else (place - number) * 2 - 1,
    )
    return [blocks[number] for number in order]


def _remove(parent: Element, tag: str) -> Iterator[int]:
    """Remove the elements of a tag below `parent`, and give the numbers they carry."""
    for holder in [parent, *walk(parent)]:
        for child in holder.children:
            if isinstance(child, Element) and child.tag == tag:
                yield int(child.attributes["number"] or 0)
        holder.children = [
            child for child in holder.children if not (isinstance(child, Element) and child.tag == tag)
        ]


def _lift_marked(root: Element, spans: list[tuple[int, int]]) -> list[tuple[Element, PullQuoteDraft]]:
    """Copy the sentences between their limits out of the text, and remove the ends of them."""
    found: list[tuple[Element, PullQuoteDraft]] = []
    for block in root.children:
        if not isinstance(block, Element):
            continue
        begins = [limit for limit in walk(block) if limit.tag == BEGIN]
        found_at = places(block) if begins else {}
        for begin in begins:
            number = begin.attributes["number"]
            nodes = between(block, begin, END, found_at)
            found.append((begin, PullQuoteDraft(*spans[int(number or 0)], [Element("p", {}, nodes)])))
        list(_remove(block, END))
    return found


def _set_asides(
    root: Element, spans: dict[int, PullQuoteDraft], manuscript: MarkdownSource
) -> tuple[PullQuote, ...]:
    """Number the passages, and put the asides behind their blocks, but never behind a heading."""
    quotes: list[PullQuote] = []
    children: list[Node] = []
    waiting: list[Node] = []
    for child in root.children:
        children.append(child)
        if isinstance(child, Text):
            continue
        for found in [child, *walk(child)]:
            if draft := spans.get(id(found)):
                quote = PullQuote(
                    f"pull-quote-{len(quotes) + 1}",
                    f"passage-{len(quotes) + 1}",
                    manuscript.place(draft.offset).line,
                )
                quotes.append(quote)
                found.attributes = {"class": "passage", "id": quote.passage}
                waiting.append(_aside(quote, draft))
        if child.tag not in HEADINGS:
            children += waiting
            waiting = []
    root.children = children + waiting
    return tuple(quotes)


def _aside(quote: PullQuote, draft: PullQuoteDraft) -> Element:
    attributes: dict[str, str | None] = {
        "class": "pull-quote long" if len(words_of(draft)) > ROOMY else "pull-quote",
        "id": quote.id,
        "data-passage": quote.passage,
        LINE: str(quote.line),
    }
    return Element(
        "aside", attributes, [node for node in without_links(draft.paragraphs) if not is_blank(node)]
    )


def _check(drafts: list[PullQuoteDraft], manuscript: MarkdownSource) -> list[Diagnostic]:
    """Pull-quotes that are too long for a sidebar, or stand twice."""
    problems = []
    first: dict[str, int] = {}
    for quote in drafts:
        text = words_of(quote)
        place, excerpt = manuscript.told_of(quote.offset, quote.end)
        if len(text) > LONG:
            message = f"the pull-quote has {len(text)} characters, which is long for a sidebar"
            hint = f"keep to one or two sentences, {LONG} characters at most"
            problems.append(warning("pull-quotes.long", message, place, hint, excerpt))
        key = letters(text)
        if key in first:
            message = f"the pull-quote repeats the one on line {first[key]}"
            problems.append(warning("pull-quotes.repeated", message, place, "delete one of the two", excerpt))
        first.setdefault(key, place.line)
    return problems
