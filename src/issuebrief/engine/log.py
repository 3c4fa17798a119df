"""What WeasyPrint logs, as problems.

In:  log records written by WeasyPrint (and fontTools) while a `listen` block runs.
Out: the records' sentences, and `as_problem`, which puts one into the words and the place that
     an editor or a designer can use.
"""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, warning
from issuebrief.engine.style_hints import instead_of, unprefixed
from issuebrief.engine.style_sentences import said_of_rule
from issuebrief.engine.svg_text import find_words
from issuebrief.file_access import read
from issuebrief.theming.style_rules import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

QUOTES = "'\""
MOST_SHOWN = 60
"""How many letters of lost text a message shows."""
LISTENED = ("weasyprint", "fontTools")
PASSED_OVER = "prefixed selectors are ignored."
"""How the engine ends what it says, more quietly than all else, of a browser's own property."""
_AT = re.compile(r" at (\d+):(\d+)(?=[.,]|$)")
_QUOTED = re.compile(r"'(?P<text>[^']+)'")
_RULE = re.compile(r"^Ignored `(?P<declaration>.*?)` at \d+:\d+, (?P<reason>.*?)\.?$", re.DOTALL)
_PROFILE = re.compile(r"^Invalid profile file for profile named '(?P<name>[^']*)'")
_NOTDEF = re.compile(
    r'^\.notdef glyph rendered for Unicode string unsupported by fonts: "(?P<text>.*)" ', re.DOTALL
)
_REFUSED = re.compile(
    r"^Failed to load (?P<kind>image|stylesheet) at (?P<url>.*?) ?: (?P<reason>.*)$", re.DOTALL
)
_TEXT_LOST = re.compile(
    r"^Text of SVG image (?P<url>\S+) is (?P<fate>not drawn|cut): (?P<words>.*)$", re.DOTALL
)
_MORE_LOST = re.compile(
    r"^Text of SVG image (?P<url>\S+) is (?P<fate>not drawn|cut) in (?P<more>\d+) more places$"
)
_LEAVES = re.compile(r"^SVG image (?P<url>\S+) leaves (?P<count>\d+) objects$")
_NOT_DRAWN = re.compile(r"^Failed to render SVG image (?P<url>.*)$", re.DOTALL)
_ANCHOR = re.compile(r"No anchor #(?P<anchor>.*?) for internal URI")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if record.levelno >= logging.WARNING or message.endswith(PASSED_OVER):
            self.lines.append(message)


@contextmanager
def listen() -> Iterator[list[str]]:
    """Collect what the engine logs at warning level and above, and keep it from the terminal.

    So is what it passes over in style sheets, which it logs at debug level.
    """
    collector = _Collector()
    loggers = [logging.getLogger(name) for name in LISTENED]
    before = [(logger, logger.propagate, logger.handlers[:], logger.level) for logger in loggers]
    for logger in loggers:
        logger.handlers[:] = [collector]
        logger.propagate = False
    loggers[0].setLevel(logging.DEBUG)
    try:
        yield collector.lines
    finally:
        for logger, propagate, handlers, level in before:
            logger.handlers[:] = handlers
            logger.propagate = propagate
            logger.setLevel(level)


def style_problem(line: str, path: Path, text: str) -> Diagnostic:
    """A message about a style sheet, at its line in that file."""
    number, column = _style_place(line, text)
    lines = lines_of(text)
    if (refused := _REFUSED.match(line)) and refused["kind"] == "stylesheet":
        return _sheet_not_loaded(refused["url"], path, lines)
    excerpt = lines[number - 1] if 0 < number <= len(lines) else ""
    place = SourceRange(path, number, column)
    if profile := _PROFILE.match(line):
        message = f"the colour profile {profile['name']} does not exist, or is not a profile"
        hint = "put the file into the style sheet's folder, and name it from there"
        return error("style.not-understood", message, place, hint, excerpt)
    rule = _RULE.match(line)
    if rule and line.endswith(PASSED_OVER):
        message = f"`{rule['declaration'].strip()}` is left out: the property is a browser's own"
        hint = unprefixed(rule["declaration"])
        return warning("style.prefixed", message, place, hint, excerpt)
    if said := said_of_rule(_AT.sub("", line)):
        return error("style.not-understood", said[0], place, said[1], excerpt)
    declaration = rule["declaration"].strip() if rule else ""
    if excerpt.startswith(declaration, column - 1):
        place = place.covering(declaration)
    message = f"`{declaration}` is left out: {rule['reason']}" if rule else _AT.sub("", line)
    hint = instead_of(declaration or line)
    return error("style.not-understood", message, place, hint, excerpt)


def _sheet_not_loaded(url: str, path: Path, lines: Sequence[str]) -> Diagnostic:
    """A style sheet that another one imports and that is not there, at the line that imports it."""
    name = unquote(url).rstrip("/").rpartition("/")[2]
    imports = (number for number, line in enumerate(lines, 1) if "@import" in line and name in line)
    number = next(imports, 0)
    excerpt = lines[number - 1] if number else ""
    if (address := urlsplit(url)).netloc:
        message = f"the style sheet is on the network, at {address.netloc}, and nothing is fetched from there"
        hint = "put the style sheet and its fonts into the theme's folder, and name them from there"
    else:
        message = f"the style sheet {name} cannot be read from here"
        hint = f"it was looked for as {unquote(address.path)}; give its path from this file"
    place = SourceRange(path, number, excerpt.find(name) + 1).covering(name)
    return error("style.not-understood", message, place, hint, excerpt)


def _style_place(line: str, text: str) -> tuple[int, int]:
    """Line and column that a message names, or else where the words that it quotes stand."""
    if found := _AT.search(line):
        return int(found[1]), int(found[2])
    quoted = _QUOTED.search(line.replace("/**/", " "))
    offset = text.find(quoted["text"].strip(" ")) if quoted else -1
    if offset < 0:
        return 0, 0
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def layout_problem(line: str, path: Path) -> Diagnostic | None:
    """A message of the layout or the drawing; None for one that is reported better elsewhere."""
    if _NOTDEF.match(line) or _LEAVES.match(line):
        return None
    if refused := _REFUSED.match(line):
        reason = re.sub(r"^\w+: |^\[Errno \d+\] |: '[^']*'$", "", refused["reason"])
        reason = reason or "it is damaged, or too large"
        name = unquote(refused["url"].strip(QUOTES)).rpartition("/")[2]
        what = "picture" if refused["kind"] == "image" else "style sheet"
        return error(
            "resources.not-loaded",
            f"the {what} {name} is not used: {reason}",
            SourceRange(path),
            "put it beside what names it, in the brief's folder or that of the styles, and correct its name",
        )
    if lost := _TEXT_LOST.match(line):
        return _lost_text(path_of(lost["url"]) or path, lost["fate"], lost["words"], path.parent)
    if more := _MORE_LOST.match(line):
        return _more_lost(path_of(more["url"]) or path, more["fate"], int(more["more"]))
    if drawing := _NOT_DRAWN.match(line):
        return error(
            "picture.not-drawn",
            "the drawing cannot be drawn, or not to its end",
            SourceRange(path_of(drawing["url"]) or path),
            "open it in a drawing program and export it again, as a plain SVG or as pixels",
        )
    if anchor := _ANCHOR.search(line):
        return error(
            "links.dead",
            f"a link goes to #{anchor['anchor']}, which does not exist in the brief",
            SourceRange(path),
            "name an id that the brief has",
        )
    return _said_by_engine(line, path)


def objects_left(lines: Sequence[str], path: Path) -> Mapping[Path, int]:
    """How many objects each drawing left in a PDF, of those that left many; `path` is that of the brief."""
    found: dict[Path, int] = {}
    for left in filter(None, map(_LEAVES.match, lines)):
        drawing = path_of(left["url"]) or path
        found[drawing] = found.get(drawing, 0) + int(left["count"])
    return found


def _said_by_engine(line: str, path: Path) -> Diagnostic:
    """Any other message; one about a `style` attribute at its line of the brief."""
    rule = _RULE.match(line)
    text = _content(path, path.parent).decode("utf-8", "replace")
    if rule is None or not text:
        return warning("engine.message", line, SourceRange(path))
    declaration = rule["declaration"].strip()
    offset = text.find(declaration)
    number = text.count("\n", 0, offset) + 1 if offset >= 0 else 0
    column = offset - text.rfind("\n", 0, offset) if offset >= 0 else 0
    excerpt = text.split("\n")[number - 1] if number else ""
    message = f"`{declaration}` is left out: {rule['reason']}"
    hint = "look up the property and its values, or put the rule into the theme"
    place = SourceRange(path, number, column).covering(declaration)
    return warning("engine.message", message, place, hint, excerpt)


def _lost_text(path: Path, fate: str, words: str, folder: Path) -> Diagnostic:
    """Text of a drawing that is missing on the page or cut, at its place in the file of the drawing."""
    data = _content(path, folder)
    number, column = find_words(data, "".join(words.split()))
    lines = lines_of(data.decode("utf-8", "replace"))
    excerpt = lines[number - 1] if 0 < number <= len(lines) else ""
    hint = "export the drawing with its text as outlines, or say size and font of the text in plain numbers"
    shown = words if len(words) <= MOST_SHOWN else f"{words[:MOST_SHOWN]}…"
    message = f"text of the SVG is {fate}: “{shown}”"
    if fate == "cut":
        message += " reaches beyond the drawing's edge"
        hint = "move it inwards, or make the viewBox of the drawing larger"
    return error("picture.text-lost", message, SourceRange(path, number, column), hint, excerpt)


def _more_lost(path: Path, fate: str, count: int) -> Diagnostic:
    """How much more text of a drawing is lost than was told piece by piece."""
    pieces = "1 other piece" if count == 1 else f"{count:,} other pieces"
    message = f"{pieces} of text of the SVG {'is' if count == 1 else 'are'} {fate} too"
    return error("picture.text-lost", message, SourceRange(path), "mend those that are named, and look again")


def _content(path: Path, folder: Path) -> bytes:
    """The bytes of a file in a folder; none where it cannot be read."""
    try:
        return read(path, (folder,))
    except OSError:
        return b""


def path_of(address: str) -> Path | None:
    """The file at an address; none where the address is not one of a file."""
    return Path(unquote(urlsplit(address).path)) if address.startswith("file:") else None
