"""Characters that Markdown would take for its own, written so that they are printed.

In:  words as they stand in a manuscript.
Out: the same words as Markdown, with a backslash where one is needed and nowhere else; whole lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.word_import.documents.marks import (
    ALL,
    FORMULA,
    LITERAL_CLOSE,
    LITERAL_OPEN,
    PARAGRAPH_MARK,
    unmarked,
)

if TYPE_CHECKING:
    from issuebrief.word_import.inlines import Gathering

ALWAYS = re.compile(r"[\\*`<{]|_(?=\S)|(?<=\S)_|==|[~^](?=\S)|\^(?=\[)")
ADDRESS = re.compile(r"[(<\"“]?(?:https?://|www\.)[^*\[\]]+$")
"""In addresses no sign has another meaning."""
DOLLAR = re.compile(r"(?<!\\)\$")
"""Harmless alone; two, or one beside a formula, could be taken for a formula."""

BLOCK_BEGINNING = re.compile(r"(?:#{1,6}(?=\s)|>|[+-](?=\s)|:(?=\s)|:::|!!!|\||={3,}|-{3,}|_{3,})")
CAPTION = "Table:"
"""What begins the caption of a table in a brief."""
SPACES = re.compile(" {2,}")
NUMBER_BEGINNING = re.compile(r"(\d{1,9})([.)])(?=\s)")


def literal(text: str) -> str:
    """Words in a line. Square brackets are marked, and settled by `settled` once the line is whole."""
    if ADDRESS.match(text):
        return text
    escaped = ALWAYS.sub(lambda sign: "".join(f"\\{each}" for each in sign[0]), text)
    return escaped.replace("[", LITERAL_OPEN).replace("]", LITERAL_CLOSE)


def settled(line: str) -> str:
    """A line that is whole: brackets that could be taken for links, and several dollars, with a backslash."""
    if FORMULA in line or len(DOLLAR.findall(line)) > 1:
        line = DOLLAR.sub(r"\\$", line)
    doubtful = re.search(
        rf"{LITERAL_CLOSE}[\[({{:]|{LITERAL_OPEN}[\^ xX]?{LITERAL_CLOSE}|{LITERAL_OPEN}\^", line
    )
    return line.replace(LITERAL_OPEN, "\\[" if doubtful else "[").replace(LITERAL_CLOSE, "]")


def begun(line: str, gathered: Gathering) -> int:
    """The number of the paragraph that a line begins."""
    found = PARAGRAPH_MARK.search(line)
    return int(found[1]) if found else gathered.number


def finished(line: str) -> str:
    """A line without marks of paragraphs and without needless spaces, its breaks as Markdown has them."""
    line = settled(PARAGRAPH_MARK.sub("", line))
    parts = [SPACES.sub(" ", part).strip(" \t") for part in line.strip().split("\n")]
    return "  \n".join(part for part in parts if part)


def as_paragraph(line: str) -> str:
    """A line that begins a paragraph, and none of the things that such a beginning might stand for."""
    if line.startswith(CAPTION):
        return line.replace(":", "\\:", 1)
    beginning = BLOCK_BEGINNING.match(line)
    if beginning:
        return "".join(f"\\{sign}" for sign in beginning[0]) + line[beginning.end() :]
    return NUMBER_BEGINNING.sub(r"\1\\\2", line, count=1) if NUMBER_BEGINNING.match(line) else line


def plain_words(text: str) -> str:
    """Words without the marks of the import."""
    return ALL.sub("", unmarked(text))
