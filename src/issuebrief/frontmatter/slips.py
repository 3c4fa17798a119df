"""Slips in front matter of editors who know no YAML: curly marks, long dashes, spaces left out.

In:  a value, or a line.
Out: what was meant, and where the slip stands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from issuebrief.frontmatter.yaml_nodes import YamlPosition, YamlRange

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from issuebrief.frontmatter.yaml_nodes import Scalar

CURLY = re.compile(r"[“”„«»‟]\s*([^“”„«»‟]+?)\s*[“”„«»‟]|[‘’‚‹›]\s*([^‘’‚‹›]+?)\s*[‘’‹›]")
"""A text between curly quotation marks."""
ENTRY_LIKE = re.compile(r"\s*((?:-|[•*·][ \t]+|-[ \t]+)[^\W\d_].*)")
"""A line that begins like the entry of a list."""
GLUED = re.compile(r"(?P<before>\s*(?:- +)*(?P<key>\w+):|\s*-)(?P<after>\S.*)$")


class MissingSpace(NamedTuple):
    """What is said of a line that lacks a space, and the line with it."""

    message: str
    hint: str
    line: str


def straight(text: str) -> str:
    """A text without the curly quotation marks around all of it."""
    match = CURLY.fullmatch(text)
    return (match[1] or match[2]) if match else text


def without_space(line: str, keys: Collection[str]) -> MissingSpace | None:
    """What is wrong with a line that has no space behind its hyphen, or the colon of one of the keys."""
    match = GLUED.match(line)
    if not match or (match["key"] or next(iter(keys))) not in keys:
        return None
    mended = f"{match['before']} {match['after']}"
    if match["key"]:
        return MissingSpace("a space is missing after the colon", "write ", mended)
    message = "there is no space after the hyphen of an entry"
    return (
        MissingSpace(message, "put a space after the hyphen: ", mended)
        if match["after"][0].isalpha()
        else None
    )


def entry_among(value: Scalar, line_of: Callable[[int], str]) -> tuple[YamlRange, str] | None:
    """The first line of a text that begins like the entry of a list, and where it stands.

    Behind an empty line in a text that keeps its lines (`|`), such lines are a list in Markdown. Behind a
    backslash that YAML takes away, a line goes on with the word before it. What stands before the text on its
    first line, such as the hyphen of an entry, is none of it.
    """
    for number in range(value.at.line + (value.text[:1] != "-"), value.end.line + 1):
        line = line_of(number)
        if number == value.at.line and line[: value.at.column - 1].strip():
            continue
        is_joined = line_of(number - 1).endswith("\\") and "\\" not in value.text
        if (match := ENTRY_LIKE.match(line)) and not is_joined:
            if re.search(rf"\n[ \t]*\n\s*{re.escape(match[1].rstrip())}", value.text):
                return None
            at, end = YamlPosition(number, match.start(1) + 1), YamlPosition(number, len(line) + 1)
            return YamlRange(at, end), match[1]
    return None


def is_rule(line: str) -> bool:
    """Whether a line consists of dashes, as a word processor makes them of hyphens."""
    signs = set(line.strip())
    return bool(signs) and signs <= set("-–—―−‐‑") and signs != {"-"}
