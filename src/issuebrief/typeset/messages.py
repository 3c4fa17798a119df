"""What WeasyPrint logs, as problems.

In:  log records written by WeasyPrint (and fontTools) while a `listen` block runs.
Out: the records' sentences, and `as_problem`, which puts one into the words and the place that
     an editor or a designer can use.
"""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from issuebrief.problem import Place, Problem, error, warning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LISTENED = ("weasyprint", "fontTools")
_AT = re.compile(
    r"^(?:Ignored|Unsupported|Parse error|Invalid|Unknown|Undefined|This|Expected|Only).*? at (\d+):(\d+)"
)
_RULE = re.compile(r"^Ignored `(?P<declaration>.*?)` at \d+:\d+, (?P<reason>.*?)\.?$", re.DOTALL)
_NOTDEF = re.compile(
    r'^\.notdef glyph rendered for Unicode string unsupported by fonts: "(?P<text>.*)" ', re.DOTALL
)
_IMAGE = re.compile(r"^Failed to load image at (?P<url>.*?): (?P<reason>.*)$", re.DOTALL)
_ANCHOR = re.compile(r"No anchor #(?P<anchor>.*?) for internal URI")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def listen() -> Iterator[list[str]]:
    """Collect what the engine logs at warning level and above, and keep it from the terminal."""
    collector = _Collector()
    loggers = [logging.getLogger(name) for name in LISTENED]
    before = [(logger, logger.propagate, logger.handlers[:]) for logger in loggers]
    for logger in loggers:
        logger.handlers[:] = [collector]
        logger.propagate = False
    try:
        yield collector.lines
    finally:
        for logger, propagate, handlers in before:
            logger.handlers[:] = handlers
            logger.propagate = propagate


def style_problem(line: str, path: Path, text: str) -> Problem:
    """A message about a style sheet, at its line in that file."""
    found = _AT.match(line)
    place, excerpt = Place(path), ""
    if found:
        place = Place(path, int(found[1]), int(found[2]))
        lines = text.splitlines()
        excerpt = lines[place.line - 1] if place.line <= len(lines) else ""
    rule = _RULE.match(line)
    message = f"`{rule['declaration']}` is left out: {rule['reason']}" if rule else line
    return error(
        "style.not-understood",
        message,
        place,
        "look the property and its values up, or take the line out",
        excerpt,
    )


def layout_problem(line: str, path: Path) -> Problem | None:
    """A message of the layout or the drawing; None for one that is reported better elsewhere."""
    if _NOTDEF.match(line):
        return None
    if image := _IMAGE.match(line):
        reason = re.sub(r"^\w+: ", "", image["reason"])
        return error(
            "pictures.not-loaded",
            f"{image['url']} is not set: {reason}",
            Place(path),
            "put the picture into the brief's folder and name it from there",
        )
    if anchor := _ANCHOR.search(line):
        return error(
            "links.dead",
            f"a link goes to #{anchor['anchor']}, which is nowhere in the brief",
            Place(path),
            "name an id that the brief has",
        )
    return warning("engine.message", line, Place(path))
