"""Typographic niceties, on plain text and across the inline elements of a tree.

In:  text or a tree, and the brief, whose language and `niceties` say what is done.
Out: the same letters with curly quotes, dashes and no-break spaces; note marks parted from each other.
     Code, URLs, addresses and DOIs are left alone. What is nice already stays as it is: doing it twice
     changes nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from issuebrief.l10n import words
from issuebrief.language_tags import slopes
from issuebrief.markdown_body.source.html_tree import BLOCKS, VERBATIM, Element, Text, is_note_mark, walk
from issuebrief.markdown_body.source.placeholders import ESCAPED, RESERVED, UNESCAPE
from issuebrief.markdown_body.source.urls import ADDRESS, BARE_URL, is_url, trim
from issuebrief.markdown_body.typography.dashes import draw_dashes
from issuebrief.markdown_body.typography.quotation_marks import curl
from issuebrief.markdown_body.typography.spaces import tie_spaces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.frontmatter.model import Brief

DOI = r"\b10\.\d{4,9}/[^\s\"<>]+"
PROTECTED = re.compile(f"{BARE_URL}|{ADDRESS}|{DOI}")
ESCAPE = re.compile(r"\\([\"'.-])")
JOINING = re.compile("[\u0620-\u06ff]")
"""Letters that may join over the edge of an element."""
# Stands in a run for what is not text: a picture, code, a printed URL.
OBJECT = "\ufffc"


def plain(text: str, brief: Brief) -> str:
    """The niceties on plain text, such as a title; a backslash keeps them from a quote or hyphen."""
    text = RESERVED.sub("\ufffd", text)
    shielded = ESCAPE.sub(lambda match: ESCAPED[match.group(1)], text)
    return "".join(_nice(shielded, brief, brief.lang)).translate(UNESCAPE)


def make_nice(root: Element, brief: Brief) -> None:
    """The niceties on all text of a tree; a quotation may begin in one element and end in another."""
    for run in _runs(root, brief.lang):
        text = "".join(piece.value for piece, _ in run)
        nice = {lang: _nice(text, brief, lang) for lang in {lang for _, lang in run}}
        start = 0
        for piece, lang in run:
            end = start + len(piece.value)
            piece.value = "".join(nice[lang][start:end])
            start = end
        if len(run) > 1 and JOINING.search(text):
            from issuebrief.markdown_body.typography.joined_letters import join_pieces

            join_pieces([piece for piece, _ in run])
    if brief.niceties.chemistry:
        from issuebrief.markdown_body.typography.chemical_names import set_indices

        set_indices(root)
    if not slopes(brief.lang):
        from issuebrief.markdown_body.typography.sloping_words import mark_sloping_words

        mark_sloping_words(root)
    for found in walk(root):
        if "follows-mark" in found.classes and is_note_mark(found):
            part_mark(found, words(brief.lang, brief.labels).note_separator)
        for name in ("alt", "title", "data-bookmark"):
            if value := found.attributes.get(name):
                found.attributes[name] = "".join(
                    _nice(value, brief, found.attributes.get("lang") or brief.lang)
                )


def part_mark(mark: Element, separator: str) -> None:
    """Part the mark of a note from the mark before it, so that they are two numbers for eye, ear and copy."""
    first = mark.children[0]
    if isinstance(first, Text) and not first.value.startswith(separator):
        first.value = separator + first.value


def _nice(text: str, brief: Brief, lang: str) -> list[str]:
    """What each character of a text in a language becomes: as a rule itself, now and then nothing or two."""
    niceties, out = brief.niceties, list(text)
    for place, now in _changes(
        text, lang, quotes=niceties.quotes, dashes=niceties.dashes, spaces=niceties.spaces
    ):
        out[place] = now
    return out


@lru_cache(maxsize=4000)
def _changes(
    text: str, lang: str, *, quotes: bool, dashes: bool, spaces: bool
) -> tuple[tuple[int, str], ...]:
    """The characters that become something else; of a brief read again, most texts are as they were."""
    out = list(text)
    if quotes:
        curl(text, out, lang)
    if dashes:
        draw_dashes(text, out, lang)
    if spaces:
        tie_spaces(text, out, lang)
    for match in PROTECTED.finditer(text):
        end = match.start() + len(trim(match.group()))
        out[match.start() : end] = text[match.start() : end]
    return tuple((place, now) for place, (was, now) in enumerate(zip(text, out, strict=True)) if was != now)


def _runs(root: Element, lang: str) -> Iterator[list[tuple[Text, str]]]:
    """The text of each block with its language, piece by piece; note marks are as if they were not there."""
    run: list[tuple[Text, str]] = []
    # None marks the end of a block, whose text does not run on into the next.
    stack: list[tuple[Text | Element | None, str]] = [(root, lang)]
    while stack:
        node, lang = stack.pop()
        if node is None:
            yield run
            run = []
        elif isinstance(node, Text):
            run.append((node, lang))
        elif node.tag == "br":
            run.append((Text("\n"), lang))
        elif node.tag == "img" or node.tag in VERBATIM or is_url(node):
            run.append((Text(OBJECT), lang))
        elif not is_note_mark(node):
            block = not node.tag or node.tag in BLOCKS
            if block:
                yield run
                run = []
                stack.append((None, lang))
            inner = node.attributes.get("lang") or lang
            stack.extend((child, inner) for child in reversed(node.children))
