"""Raw HTML that is left open, and addresses in it.

In:  the manuscript.
Out: cuts that let the Markdown in a block be read as such; cuts that close each block left open where its
     paragraph ends, so that it does not swallow the text behind it, and a warning for each element left
     open; cuts that make links of addresses in angle brackets, which would be read as tags.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.markdown_body.source.html_tree import BLOCKS, RAW_TEXT, VOID, names
from issuebrief.markdown_body.source.markdown_source import MarkdownSource, Substitution
from issuebrief.markdown_body.source.urls import IN_BRACKETS

if TYPE_CHECKING:
    from collections.abc import Iterator

TAG = re.compile(r"(?<!\\)(?<!\]\()<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s[^<>]*)?)>")
ADDRESS = re.compile(rf"<({IN_BRACKETS}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>")
MAIL = re.compile(r"\Amailto:", re.IGNORECASE)
PARAGRAPH_END = re.compile(r"\n[ \t]*\n|\Z")
# What stands in code is not left open; in a list, Python-Markdown closes it with the item.
INDENTED = re.compile(r" {4}| {0,3}\t")
# HTML lets these end by themselves where the next one begins.
SELF_ENDING = names("li dt dd tr td th thead tbody tfoot option colgroup")


OPEN_BLOCK = re.compile(
    r" {0,3}<(article|aside|blockquote|center|details|div|footer|header|main|nav|section)\b"
    r"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*(?<!/)(?P<end>>)(?:\s*<summary\b[^\n]*</summary>)?[ \t]*\n[ \t]*\n",
    re.IGNORECASE,
)
"""A tag with an empty line behind it: what follows is Markdown to other programs, as CommonMark has it."""


def open_blocks(manuscript: MarkdownSource) -> list[Substitution]:
    """Cuts that let Markdown be read in the elements whose tags stand apart from it."""
    text = manuscript.masked
    if "<" not in text:
        return []
    found = (_open_block(text, match.start()) for match in LINE_OF_TAG.finditer(text))
    return [Substitution(end, end, ' markdown="1"') for end in found if end is not None]


LINE_OF_TAG = re.compile(r"^ {0,3}<[a-zA-Z]", re.MULTILINE)


def _open_block(text: str, line: int) -> int | None:
    """Where the tag ends that opens a block of Markdown on a line; none where none does."""
    match = OPEN_BLOCK.match(text, line)
    if not match or f"</{match[1]}" not in text[match.end() :]:
        return None
    if "markdown" in text[line : match.end("end")]:
        return None
    return match.start("end")


def html_blocks(text: str, *, holding_markdown: bool = False) -> Iterator[tuple[int, int]]:
    """Where blocks of raw HTML are whose text is not read as Markdown; `text` is masked.

    With those `holding_markdown`, where the first tag says that the text is.
    """
    start, name, depth = -1, "", 0
    for match in TAG.finditer(text) if "<" in text else ():
        tag = match[2].lower()
        if start < 0:
            line = text.rfind("\n", 0, match.start()) + 1
            begins = tag in BLOCKS and not match[1] and match.start() - line < 4
            begins = begins and not text[line : match.start()].strip()
            begins = begins and (holding_markdown or "markdown" not in match[3])
            if begins and _open_block(text, line) is None:
                start, name, depth = line, tag, 1
        elif tag == name:
            depth += -1 if match[1] else 1
            if not depth:
                yield start, match.end()
                start = -1
    if start >= 0 and (end := PARAGRAPH_END.search(text, start)):
        yield start, end.start()


def close_elements(manuscript: MarkdownSource) -> tuple[list[Substitution], list[Diagnostic]]:
    """Find the tags that nothing closes."""
    cuts: list[Substitution] = []
    problems: list[Diagnostic] = []
    for name, start in _left_open(manuscript.masked):
        place, excerpt = manuscript.told_of(start, manuscript.masked.find(">", start) + 1)
        message = f"<{name}> is opened but never closed"
        problems.append(
            warning("markup.unclosed-tag", message, place, f"write </{name}> where it ends", excerpt)
        )
        if name in BLOCKS | RAW_TEXT or name in ("textarea", "title", "iframe"):
            end = PARAGRAPH_END.search(manuscript.masked, start)
            offset = end.start() if end else len(manuscript.text)
            cuts.append(Substitution(offset, offset, f"</{name}>"))
    return cuts, problems


def link_addresses(manuscript: MarkdownSource) -> list[Substitution]:
    """Find the addresses in angle brackets that stand in raw HTML, where Markdown makes no links."""
    text = manuscript.masked
    if not ADDRESS.search(text):
        return []
    return [
        Substitution(*match.span(), _link(match[1]))
        for start, end in html_blocks(text)
        for match in ADDRESS.finditer(text, start, end)
    ]


def _link(address: str) -> str:
    words = MAIL.sub("", address)
    is_mail = words != address or ":" not in address
    return f'<a href="{"mailto:" * is_mail}{escape(words)}">{escape(words)}</a>'


def _left_open(text: str) -> list[tuple[str, int]]:
    if "<" not in text:
        return []
    opened: list[tuple[str, int]] = []
    counts: dict[str, int] = {}
    for match in TAG.finditer(text):
        closing, name, rest = match.group(1), match.group(2).lower(), match.group(3)
        if name in VOID or name in SELF_ENDING or rest.endswith("/"):
            continue
        if not closing:
            if INDENTED.match(text, text.rfind("\n", 0, match.start()) + 1):
                continue
            opened.append((name, match.start()))
            counts[name] = counts.get(name, 0) + 1
        elif counts.get(name):
            counts[name] -= 1
            last = max(place for place, (other, _) in enumerate(opened) if other == name)
            del opened[last]
    return opened
