"""Endnotes: `[^id]` in the text, `[^id]: the note` on a line of its own; or `^[the note]` in place.

In:  the manuscript, then the trees of the body and of each note.
Out: definitions and marks with their places; marks set as links and numbered in the order in
     which the text cites them; problems: a note undefined, unused, empty or defined twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, error, warning
from issuebrief.markdown_body.source.html_tree import Element, Node, Text, element, is_note_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

DEFINITION = re.compile(r"^ {0,3}\[\^([^\[\]\n]*[^\[\]\s][^\[\]\n]*)\]:[ \t]*")
NO_PICTURE = r"(?:(?<![\\!])|(?<=!)(?!\[[^\[\]]+\](?:\(|\[(?!\^))))"
"""What stands before a mark: an exclamation mark as well, where no address makes a picture of the two."""
MARK = re.compile(NO_PICTURE + r"\[\^((?:[^\[\]\n]|\n(?![ \t]*\n))+)\]")
IN_PLACE = re.compile(r"(?<!\\)\^\[(?!\^)")
BRACKET = re.compile(r"(?<!\\)[\[\]]|\n[ \t]*\n")
BLOCK_BEGINS = re.compile(r"^ {0,3}(?:#{1,6}\s|!!!)")
INDENT = re.compile(r"^(?: {4}|\t| {1,3}\t)", re.MULTILINE)
WORD_JOINER = "\u2060"
IN_PLACE_ID = "\x00"
"""What the names of notes in place begin with; nobody types it."""


@dataclass(frozen=True)
class Definition:
    """A note as it is defined: offsets of the whole and of its text."""

    id: str
    start: int
    text: int
    end: int


@dataclass(frozen=True)
class Mark:
    """A place that cites a note."""

    id: str
    start: int
    end: int


@dataclass(frozen=True)
class NoteInPlace:
    """A note written where it is cited: offsets of `^[`, of its text, of `]`, and of what follows."""

    start: int
    text: int
    close: int
    end: int


@dataclass
class Citations:
    """What cites what, filled while the marks are set in the order of the text."""

    numeral: Callable[[object], str] = str
    """Writes a number in the digits of the brief."""
    numbers: dict[str, int] = field(default_factory=dict)
    marks: dict[str, list[str]] = field(default_factory=dict)

    def cite(self, note: str) -> Element:
        """A mark that cites a note; the first one gives it its number."""
        number = self.numbers.setdefault(note, len(self.numbers) + 1)
        marks = self.marks.setdefault(note, [])
        marks.append(f"mark-{number}-{len(marks) + 1}")
        attributes: dict[str, str | None] = {
            "class": "note-mark",
            "id": marks[-1],
            "href": f"#note-{number}",
            "role": "doc-noteref",
        }
        # The joiner before the number keeps the line from breaking between word and mark.
        return element("a", attributes, f"{WORD_JOINER}{self.numeral(number)}")


def find_definitions(manuscript: MarkdownSource) -> tuple[Definition, ...]:
    """All definitions in the order of the file, duplicates included."""
    return tuple(_definitions(list(manuscript.lines()), manuscript.text))


def _definitions(lines: list[tuple[int, str]], text: str) -> Iterator[Definition]:
    number = 0
    while number < len(lines):
        start, line = lines[number]
        number += 1
        if match := DEFINITION.match(line):
            last = _last_line(lines, number, text)
            end = lines[last - 1][0] + len(lines[last - 1][1])
            yield Definition(id_of(match.group(1)), start, start + match.end(), end)
            number = last


def _last_line(lines: list[tuple[int, str]], number: int, text: str) -> int:
    """The line after a definition's last one: paragraphs, and code, that are indented go on with it."""
    last = number
    after_blank = False
    while number < len(lines):
        start, line = lines[number]
        number += 1
        if not line.strip():
            after_blank = True
            continue
        if (
            DEFINITION.match(line)
            or BLOCK_BEGINS.match(line)
            or (after_blank and not INDENT.match(text, start))
        ):
            break
        after_blank = False
        last = number
    return last


def find_marks(manuscript: MarkdownSource, definitions: tuple[Definition, ...]) -> tuple[Mark, ...]:
    """All marks outside code; the `[^id]:` that begins a definition is none."""
    heads = {(definition.start, definition.text) for definition in definitions}
    starts = sorted(heads)
    marks = []
    for match in MARK.finditer(manuscript.masked):
        while starts and starts[0][1] <= match.start():
            starts.pop(0)
        if not (starts and starts[0][0] <= match.start()):
            marks.append(Mark(id_of(match.group(1)), *match.span()))
    return tuple(mark for mark in marks if mark.id)


def id_of(name: str) -> str:
    """The name of a note as it is compared: how many spaces it has between its words does not matter."""
    return " ".join(name.split())


def find_in_place(manuscript: MarkdownSource) -> tuple[tuple[NoteInPlace, ...], list[Diagnostic]]:
    """All notes written where they are cited, outside code; and those that are empty or never end."""
    found: list[NoteInPlace] = []
    problems: list[Diagnostic] = []
    for match in IN_PLACE.finditer(manuscript.masked):
        close = _closing(manuscript.masked, match.end())
        end = close + 1 if close >= 0 else match.end()
        place, excerpt = manuscript.place(match.start(), end), manuscript.excerpt(match.start())
        if close < 0:
            hint = "put ] behind its last word; an inline note is one paragraph, with its brackets in pairs"
            message = "a note starts with ^[ but does not end in its paragraph"
            problems.append(error("notes.unclosed", message, place, hint, excerpt))
        elif not manuscript.text[match.end() : close].strip():
            hint = "write its text between the brackets: ^[the text]"
            problems.append(error("notes.empty", "a note in place is empty", place, hint, excerpt))
        else:
            found.append(NoteInPlace(match.start(), match.end(), close, close + 1))
    return tuple(found), problems


def definition_of(note: NoteInPlace) -> Definition:
    """A note in place as if it were defined elsewhere, under a name that nobody types."""
    return Definition(f"{IN_PLACE_ID}{note.start}", note.start, note.text, note.close)


def mark_of(note: NoteInPlace) -> Mark:
    """The mark that cites a note in place."""
    return Mark(f"{IN_PLACE_ID}{note.start}", note.start, note.end)


def _closing(text: str, start: int) -> int:
    """Where the bracket closes that is open at `start`; -1 where its paragraph ends before."""
    depth = 1
    for match in BRACKET.finditer(text, start):
        if match.group().isspace():
            return -1
        depth += 1 if match.group() == "[" else -1
        if not depth:
            return match.start()
    return -1


def dedent(text: str) -> str:
    """The text of a definition without the indent of its further lines."""
    return INDENT.sub("", text).strip()


def check_definitions(manuscript: MarkdownSource, definitions: tuple[Definition, ...]) -> list[Diagnostic]:
    """Notes that are empty or defined twice."""
    problems = []
    first: dict[str, Definition] = {}
    for definition in definitions:
        place, excerpt = manuscript.told_of(definition.start, definition.end)
        if definition.id in first:
            line = manuscript.place(first[definition.id].start).line
            message = (
                f"note [^{definition.id}] is defined a second time; the first definition is on line {line}"
            )
            problems.append(
                error("notes.duplicated", message, place, "give one of the two another name", excerpt)
            )
        elif not manuscript.text[definition.text : definition.end].strip():
            message = f"note [^{definition.id}] is empty"
            hint = f"write its text after the colon: [^{definition.id}]: the text"
            problems.append(error("notes.empty", message, place, hint, excerpt))
        first.setdefault(definition.id, definition)
    return problems


def unused(manuscript: MarkdownSource, definition: Definition) -> Diagnostic:
    """The problem of a note that nothing cites, or that a pull-quote holds, which is not printed."""
    message = f"note [^{definition.id}] is never cited, and is left out"
    hint = f"put [^{definition.id}] where the text refers to it, or delete the note"
    if definition.id.startswith(IN_PLACE_ID):
        message = "a pull-quote has no notes: the note written in it is left out"
        hint = "write the note in the text, where the quoted sentence is"
    place, excerpt = manuscript.told_of(definition.start, definition.end)
    return warning("notes.unused", message, place, hint, excerpt)


def tie_marks(parent: Element) -> list[Node]:
    """Tie each mark to the word before it; marks inside a link are handed out, to stand behind it."""
    children: list[Node] = []
    for child in parent.children:
        if isinstance(child, Text) or is_note_mark(child):
            _append(children, child)
            continue
        freed = tie_marks(child)
        children.append(child)
        for mark in freed:
            _append(children, mark)
    parent.children = children
    if parent.tag != "a":
        return []
    parent.children = [child for child in children if not is_note_mark(child)]
    return [child for child in children if is_note_mark(child)]


def _append(children: list[Node], node: Node) -> None:
    if isinstance(node, Element):
        if children and isinstance(before := children[-1], Text):
            before.value = before.value.rstrip()
            if not before.value:
                children.pop()
        if children and is_note_mark(children[-1]):
            node.attributes["class"] = "note-mark follows-mark"
    children.append(node)
