"""Headings and rules that follow each other without an empty line, taken apart at once.

In:  a converter.
Out: the same, which reads such blocks in a time that grows with their length. Python-Markdown takes off one
     heading at a time and tries all its patterns on the whole rest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.blockprocessors import HashHeaderProcessor, HRProcessor, SetextHeaderProcessor

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

HEADING = re.compile(HashHeaderProcessor.RE.pattern.removeprefix(r"(?:^|\n)"))
UNDERLINED = re.compile(r".*\n(?:=+|-+)[ ]*(?:\n|$)")
STARS = re.compile(r" {0,3}(?:(?:\* {0,2}){3,}|(?:_ {0,2}){3,}) *(?:\n|$)")


class Headings(HashHeaderProcessor):
    """Makes headings of lines with number signs."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make the first heading of a block, and blocks of those that follow at once."""
        waiting = len(blocks)
        super().run(parent, blocks)
        if len(blocks) == waiting and not self.parser.state.isstate("looselist"):
            blocks[:1] = parts(HEADING, blocks[0])


class UnderlinedHeadings(SetextHeaderProcessor):
    """Makes headings of underlined lines."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make the first heading of a block, and blocks of those that follow at once."""
        blocks[:1] = parts(UNDERLINED, blocks[0])
        super().run(parent, blocks)


class RuleProcessor(HRProcessor):
    """Makes rules of lines of asterisks, underscores and hyphens."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make the first rule of a block, and blocks of those of asterisks that follow at once."""
        waiting = len(blocks)
        super().run(parent, blocks)
        if len(blocks) == waiting:
            blocks[:1] = parts(STARS, blocks[0])


def parts(pattern: re.Pattern[str], block: str) -> list[str]:
    """A block cut behind each of the pieces that it begins with, one after another, that match."""
    found, start = [], 0
    while (match := pattern.match(block, start)) and match.end() > start:
        found.append(block[start : match.end()].strip("\n"))
        start = match.end()
    return [*found, block[start:]] if start < len(block) else found


def take_apart(converter: Markdown) -> None:
    """Let a converter take such blocks apart."""
    parser = converter.parser
    parser.blockprocessors.register(Headings(parser), "hashheader", 70)
    parser.blockprocessors.register(UnderlinedHeadings(parser), "setextheader", 60)
    parser.blockprocessors.register(RuleProcessor(parser), "hr", 50)
