"""Pull-quotes in the source: a block `!!! pull-quote`, or `[the sentence]{.pull-quote}` in place.

In:  the manuscript.
Out: the blocks and the marked sentences with their offsets, and problems: an empty pull-quote,
     an unclosed mark, a block of a kind that does not exist. `place_pull_quotes.py` sets them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, error, warning
from issuebrief.theming.body_classes import PLACES, SPANS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.blocks.notes import Definition
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

NAME = "pull-quote"
LONG = 400
BLOCK = re.compile(r"^(?P<indent>[ \t]*)!!![ \t]*(?P<name>[^\s]*)[ \t]*")
INDENTED = re.compile(r"^(?: {4}|\t| {1,3}\t)")
CANDIDATE = re.compile(r"\{:?[^{}\n]*?\.pull-quote(?![\w-])[^{}\n]*(\})?")
NAMED = re.compile(r"\]\{:?([^{}\n]*)\}")
WORD = re.compile(r"(?<!\S)\.?([\w-]+)(?!\S)")
SPAN = re.compile(rf"(?<!\S)\.({'|'.join(('margin', *SPANS, *PLACES))})(?![\w-])")
"""Classes of what stands in the text, or might."""
GAP = 4
"""So many characters before braces, at most, the bracket stands that they belong to: spaces slip in."""
RAW = re.compile(
    r"(?<!\])\{:?(?P<braces>[\w-]+)\}|(?<![\]!])\[(?P<brackets>[\w-]+)\](?![(\[:{])"
    r"|\]\(\.?(?P<address>[\w-]+)\)|^ {0,3}(?P<begin>[\w-]+(?: quote)?):[ \t]+(?=\S)",
    re.MULTILINE,
)
"""The name of pull-quotes where it marks nothing."""
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
BRACKET = re.compile(r"(?<!\\)[\[\]]|\n[ \t]*\n")


@dataclass(frozen=True)
class QuoteBlock:
    """A pull-quote as a block: offsets of the whole and of its text."""

    start: int
    text: int
    end: int


@dataclass(frozen=True)
class MarkedSentence:
    """A pull-quote marked in place: offsets of `[`, of `]` and of what follows the braces."""

    start: int
    close: int
    end: int


def find_blocks(manuscript: MarkdownSource) -> tuple[tuple[QuoteBlock, ...], list[Diagnostic]]:
    """All blocks that begin with `!!!`; only those that are pull-quotes with a text are kept."""
    blocks: list[QuoteBlock] = []
    problems: list[Diagnostic] = []
    lines = list(manuscript.lines())
    for number, (start, line) in enumerate(lines):
        match = BLOCK.match(line)
        if not match or len(match.group("indent").expandtabs(4)) > 3:
            continue
        end = _block_end(lines, number)
        block = QuoteBlock(start, start + match.end(), end)
        problem = _check_block(manuscript, block, match.group("name"))
        if problem:
            problems.append(problem)
        else:
            blocks.append(block)
    return tuple(blocks), problems


def _block_end(lines: list[tuple[int, str]], number: int) -> int:
    """Where the indented lines after line `number` end."""
    end = lines[number][0] + len(lines[number][1])
    for start, line in lines[number + 1 :]:
        if line.strip():
            if not INDENTED.match(line):
                break
            end = start + len(line)
    return end


def _check_block(manuscript: MarkdownSource, block: QuoteBlock, name: str) -> Diagnostic | None:
    place, excerpt = manuscript.place_of_line(block.start), manuscript.excerpt(block.start)
    if name != NAME:
        from difflib import get_close_matches

        near = get_close_matches(name.lower(), [NAME], 1, 0.5)
        hint = (
            f"did you mean !!! {NAME}?"
            if near
            else f"a box is written ::: note … :::; the only block with !!! is {NAME}"
        )
        return error("pull-quotes.unknown-block", f'there is no block "!!! {name}"', place, hint, excerpt)
    if not manuscript.text[block.text : block.end].strip():
        hint = "write its text on the next lines, indented by four spaces"
        return error("pull-quotes.empty", "the pull-quote is empty", place, hint, excerpt)
    return None


def find_marked(
    manuscript: MarkdownSource, blocks: tuple[QuoteBlock, ...], notes: tuple[Definition, ...]
) -> tuple[tuple[MarkedSentence, ...], list[Diagnostic]]:
    """All sentences marked in place, outside code and outside blocks."""
    marked: list[MarkedSentence] = []
    problems: list[Diagnostic] = []
    brackets = _brackets(manuscript.masked)
    for match in CANDIDATE.finditer(manuscript.masked):
        if any(block.start <= match.start() < block.end for block in blocks):
            continue
        close = len(manuscript.masked[max(match.start() - GAP, 0) : match.start()].rstrip(" \t"))
        close += max(match.start() - GAP, 0) - 1
        start = brackets.get(close, -1) if match.group(1) else -1
        if start < 0:
            problems.append(_unclosed(manuscript, *match.span()))
        elif any(note.start <= start < note.end for note in notes):
            problems.append(_in_note(manuscript, start, match.end()))
        elif not manuscript.masked[start + 1 : close].strip():
            place, excerpt = manuscript.place(start, match.end()), manuscript.excerpt(start)
            hint = "put the sentence between the square brackets"
            problems.append(error("pull-quotes.empty", "the pull-quote is empty", place, hint, excerpt))
        else:
            marked.append(MarkedSentence(start, close, match.end()))
            problems += _placed(manuscript, match.start() + 1, match[0][1:].rstrip("}"))
    return tuple(marked), problems


def check_names(manuscript: MarkdownSource) -> list[Diagnostic]:
    """Braces behind brackets that name nearly a pull-quote, such as `{.pullquote}` or `{pull-quote}`."""
    problems: list[Diagnostic] = []
    for match in NAMED.finditer(manuscript.masked):
        words = [word[0] for word in WORD.finditer(QUOTED.sub("", match[1]))]
        if f".{NAME}" in words or not any(is_nearly(word.removeprefix(".")) for word in words):
            continue
        offset = match.start() + 1
        message = f"{match[0][1:]} does not mark a pull-quote"
        hint, excerpt = f"did you mean {{.{NAME}}}?", manuscript.excerpt(offset)
        problems.append(
            error("pull-quotes.misspelt", message, manuscript.place(offset, match.end()), hint, excerpt)
        )
    return problems + list(_raw(manuscript))


def _raw(manuscript: MarkdownSource) -> Iterator[Diagnostic]:
    """The name of pull-quotes in signs that mark nothing, as `{pull-quote}…` or `Pull-quote: …`."""
    for match in RAW.finditer(manuscript.masked):
        name = (match[match.lastgroup or 0]).replace(" ", "-").replace("_", "-")
        if name.lower() not in (NAME, NAME.replace("-", "")):
            continue
        offset = match.start() + len(match[0]) - len(match[0].lstrip("] "))
        message = f"“{match[0].strip(' ]')}” does not mark a pull-quote"
        hint = f"write [the sentence]{{.{NAME}}} in the text, or !!! {NAME} above lines that are indented"
        excerpt = manuscript.excerpt(offset)
        place = manuscript.place(offset, match.end())
        yield error("pull-quotes.misspelt", message, place, hint, excerpt)


def is_nearly(name: str) -> bool:
    """Whether a word is the name of pull-quotes, or that with a slip in it."""
    from difflib import get_close_matches

    return bool(get_close_matches(name.lower(), [NAME], 1, 0.8))


def _placed(manuscript: MarkdownSource, offset: int, braces: str) -> list[Diagnostic]:
    """A problem where braces, which begin at `offset`, ask for a place that a pull-quote cannot have."""
    match = SPAN.search(braces)
    if match is None:
        return []
    message = f"a pull-quote is set in the sidebar, and .{match[1]} has no effect"
    start, end = offset + match.start(), offset + match.end()
    place, excerpt = manuscript.told_of(start, end)
    return [warning("figures.span", message, place, f"write {{.{NAME}}} alone", excerpt)]


def _brackets(text: str) -> dict[int, int]:
    """For each `]` the `[` that belongs to it; a pair never reaches beyond its paragraph."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for match in BRACKET.finditer(text):
        if match.group() == "[":
            opened.append(match.start())
        elif match.group() != "]":
            opened = []
        elif opened:
            pairs[match.start()] = opened.pop()
    return pairs


def _unclosed(manuscript: MarkdownSource, start: int, end: int) -> Diagnostic:
    message = "the mark of a pull-quote is not closed"
    hint = "put the whole sentence in brackets, followed directly by the braces: [the sentence]{.pull-quote}"
    return error(
        "pull-quotes.unclosed", message, manuscript.place(start, end), hint, manuscript.excerpt(start)
    )


def _in_note(manuscript: MarkdownSource, start: int, end: int) -> Diagnostic:
    message = "a sentence of a note cannot be a pull-quote"
    hint = "mark a sentence of the text, or quote the note with !!! pull-quote"
    return error(
        "pull-quotes.in-note", message, manuscript.place(start, end), hint, manuscript.excerpt(start)
    )
