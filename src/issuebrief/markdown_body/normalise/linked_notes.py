"""Notes that another program has linked to their marks, as the notes of a brief.

In:  the manuscript as it was typed.
Out: cuts that write each mark as `[^linked-1]` and each note as its definition. Marks are links whose words
     are a number; a note is a paragraph that begins with such a link, as Word's notes arrive in Markdown, or
     an item of a list in HTML with the id that a mark leads to, as Pandoc, kramdown and Hugo write them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.markdown_source import Substitution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

NUMBER = r"[1-9]\d{0,2}"
LINK = re.compile(
    rf"(?:<sup\b[^<>]*>\s*|\^(?=\[))?(?:<a\b[^<>]*\bhref=[\"']?#(?P<html>[^\"'\s<>]+)[^<>]*>\s*(?:<sup\b[^<>]*>\s*)?"
    rf"(?:\\?\[)?(?P<number>{NUMBER})(?:\\?\])?(?:\s*</sup>)?\s*</a>"
    rf"|\[(?:\\?\[)?(?P<typed>{NUMBER})(?:\\?\])?\]\(#(?P<address>[^()\s]+)\))(?:\s*</sup>|(?<=\))\^)?"
)
"""A link whose words are a number, raised or not."""
BEGINS = re.compile(r"(?:\A|\n)[ \t]*\n {0,3}\Z|\A {0,3}\Z")
"""What stands before a link that begins a paragraph."""
ITEM = re.compile(r"<li\b[^<>]*\bid=[\"']?(?P<id>[^\"'\s<>]+)[^<>]*>(?P<note>(?:(?!<li\b)[\s\S])*?)</li\s*>")
OPENING = re.compile(
    r"(?:<(?:section|div|aside|footer)\b[^<>]*>\s*)?(?:<hr\b[^<>]*>\s*)?<[ou]l\b[^<>]*>\s*\Z"
)
CLOSING = re.compile(r"\s*</[ou]l\s*>(?:\s*</(?:section|div|aside|footer)\s*>)?")
"""The tags before and behind a list of notes."""
FARTHEST = 300
"""Characters before a list in which its tags stand."""
BACK = re.compile(
    r"(?:&nbsp;|\s)*<a\b[^<>]*\bhref=[\"']?#[^<>]*>\s*"
    r"(?:[\u2190-\u21ff\u2934\u2935^«]\ufe0e?|&#?\w+;|\[?\w{1,9}\]?)\s*</a>(?=\s*(?:</p\s*>\s*)?\Z)"
)
"""The link at the end of a note that leads back to its mark."""
LEADING = re.compile(rf"\s*(?:<p\b[^<>]*>\s*)?(?:<sup>\s*{NUMBER}\s*</sup>|{NUMBER}[.)])?\s*")
BREAK = re.compile(r"\s*</?p\b[^<>]*>\s*|[ \t]*\n[ \t]*")
BLANKS = re.compile(r"[ \t]*")
NAME = "linked-"
BEFORE = 8


def linked_notes(manuscript: MarkdownSource) -> list[Substitution]:
    """The cuts for the notes that are linked with their marks in both directions."""
    text = manuscript.masked
    links = list(LINK.finditer(text)) if "#" in text else []
    starts = [link for link in links if BEGINS.search(text[max(link.start() - BEFORE, 0) : link.start()])]
    begun = {link.start() for link in starts}
    marks = [link for link in links if link.start() not in begun]
    return [*_items(text, marks), *_paragraphs(marks, starts)] if marks else []


def number_of(link: re.Match[str]) -> str:
    """The number that is the words of a link."""
    return link["number"] or link["typed"]


def _target(link: re.Match[str]) -> str:
    return link["html"] or link["address"]


def _paragraphs(marks: list[re.Match[str]], starts: list[re.Match[str]]) -> Iterator[Substitution]:
    """The cuts for notes that are paragraphs; each has the number of a mark before it."""
    cited = {number_of(mark): mark.start() for mark in reversed(marks)}
    notes: dict[str, re.Match[str]] = {}
    for start in starts:
        if cited.get(number_of(start), start.end()) < start.start():
            notes.setdefault(number_of(start), start)
    for number, start in notes.items():
        blanks = BLANKS.match(start.string, start.end())
        yield Substitution(start.start(), blanks.end() if blanks else start.end(), f"[^{NAME}{number}]: ")
    yield from (_cited(mark, number_of(mark)) for mark in marks if number_of(mark) in notes)


def _cited(mark: re.Match[str], name: str) -> Substitution:
    return Substitution(mark.start(), mark.end(), f"[^{NAME}{name}]")


def _items(text: str, marks: list[re.Match[str]]) -> Iterator[Substitution]:
    """The cuts for notes that are items of a list in HTML."""
    cited = set(map(_target, marks))
    items = [item for item in ITEM.finditer(text) if item["id"] in cited]
    for item in items:
        start, end = item.span("note")
        begin, back = LEADING.match(text, start, end), BACK.search(text[start:end])
        begins = begin.end() if begin else start
        stop = max(start + back.start() if back else end, begins)
        yield Substitution(item.start(), begins, f"\n\n[^{NAME}{item['id']}]: ")
        yield from (Substitution(*each.span(), " ") for each in BREAK.finditer(text, begins, stop))
        yield Substitution(stop, item.end(), "\n\n")
    if items:
        before = text[max(items[0].start() - FARTHEST, 0) : items[0].start()]
        opening, closing = OPENING.search(before), CLOSING.match(text, items[-1].end())
        if opening and closing:
            yield Substitution(items[0].start() - len(opening[0]), items[0].start(), "\n\n")
            yield Substitution(*closing.span(), "\n\n")
    ids = {item["id"] for item in items}
    yield from (_cited(mark, _target(mark)) for mark in marks if _target(mark) in ids)
