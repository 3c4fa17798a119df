"""Look into an SVG: is it well-formed, and does it stay within itself.

In:  the file's path and bytes.
Out: its size in CSS pixels, and problems with their lines in that file: broken XML, scripts,
     references to anything but its own parts and pictures it carries, and what will not be drawn.
"""

from __future__ import annotations

import re
from base64 import b64decode
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes
from xml.parsers import expat

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, warning
from issuebrief.engine.svg_joined_letters import places_letters
from issuebrief.images.raster import too_large
from issuebrief.images.svg_cost import DEEPEST, HELD, MOST, MOST_DRAWING, DrawingCost
from issuebrief.images.svg_gaps import gaps_in, gaps_in_css
from issuebrief.images.svg_undrawn import DrawingParts, undrawn, undrawn_words
from issuebrief.units import PX_PER

if TYPE_CHECKING:
    from pathlib import Path

SVG = "http://www.w3.org/2000/svg"

MOST_REMEMBERED = 4_000_000
"""Bytes of a drawing that is not looked at again when it is named again: the bytes are kept as well."""

LONGEST_TAG = 50
"""Over how many lines an element's attributes are looked for."""

UNITS = {"": 1.0, **PX_PER}
CARRIED = re.compile(
    r"data:(?:image/(?P<kind>png|jpe?g|gif|webp)|font/|application/(?:x-)?font)", re.IGNORECASE
)
"""Data that cannot refer to anything in its turn."""

REFERENCE = re.compile(
    r"""url\(\s*(?P<url>"[^"]*"|'[^']*'|[^)]*)\)?|@import\s*(?P<sheet>"[^"]*"|'[^']*')"""
    r"""|(?:image-set|src)\(\s*(?P<set>"[^"]*"|'[^']*')""",
    re.IGNORECASE,
)
LINKS = ("href", "src", "action", "formaction", "data", "poster")
TEXTS = {"text", "tspan", "textpath"}
MOVING = ("animate", "animatetransform", "animatemotion", "set")
TAG = re.compile(r"<[^<>]*>?|[\w:-]+\s*=\s*(?:\"[^\"]*\"|'[^']*')")
"""A tag, or an attribute that stands on a line of its own."""

HTML_LEFT_OUT = "the SVG contains HTML (foreignObject), which is left out"
MOVES = "the drawing is animated: it is printed as it starts"
NO_SIZE = "the SVG does not say how large it is or what it shows: a part of it may be missing"
HINTS = {
    "size": 'give it a viewBox: viewBox="0 0 400 240" shows all that is 400 wide and 240 high',
    "empty": "export it again, and look at it in a browser",
    "moving": "export it as it should look",
    "foreign": "export it with its text as SVG text, or as outlines",
    "pixels": "put a smaller one in: 2,500 pixels are enough for the full width of a page",
    "work": "simplify it, or export it as pixels; a part must not use itself",
    "refers": "put the other file's picture into this one (embed it), or remove the reference",
    "script": "export it again without scripts, as a plain SVG",
}


class _Enough(Exception):
    """There is no point in reading on."""


LONGEST_LINE = 2_000
"""Characters of a line that is shown: of a drawing on one endless line there is nothing to show."""


@dataclass
class _Switch:
    """What of a `switch` can be drawn, and where the HTML stands that it holds as well."""

    drawn: bool = False
    html: tuple[int, int] | None = None


@dataclass
class _SvgScan:
    """One pass over an SVG; it gathers problems on its way."""

    path: Path
    lines: list[str]
    parser: expat.XMLParserType
    looked_at: str = ""
    """The attribute that is looked at, if one is."""
    places_letters: bool = False
    """Whether the element of text that began last gives places to single letters."""

    open: list[str] = field(default_factory=list)
    style: list[str] = field(default_factory=list)
    root: dict[str, str] | None = None
    switches: list[_Switch] = field(default_factory=list)
    parts: DrawingParts = field(default_factory=DrawingParts)
    work: DrawingCost = field(default_factory=DrawingCost)
    left_out: dict[str, Diagnostic] = field(default_factory=dict)
    """Warnings by their messages: each is told where it comes first."""
    problems: list[Diagnostic] = field(default_factory=list)

    def report(self, code: str, message: str, hint: str = "") -> None:
        line, column = self.here()
        if self.looked_at:
            line, column = self.place_of(self.looked_at) or (line, column)
        self.problems.append(_problem(self.path, self.lines, code, message, line, column, hint))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if self.root is None:
            if local != "svg" or space not in (SVG, ""):
                self.report("not-a-picture", f"this is XML but not SVG: it begins with <{local}>")
                raise _Enough
            self.root = attributes
            if not attributes.get("viewBox") and not all(
                _length(attributes.get(side, "")) for side in ("width", "height")
            ):
                self.warn(NO_SIZE, HINTS["size"])
        self.open.append(local.lower())
        self.work.begin(local.lower(), attributes)
        if len(self.open) > DEEPEST:
            self.report(
                "too-deep", f"more than {DEEPEST} elements are nested in each other", "simplify the drawing"
            )
            raise _Enough
        self.look_for_undrawn(local.lower(), attributes)
        if local.lower() in TEXTS:
            self.places_letters = places_letters(attributes)
        if local.lower() == "script":
            self.report("script", "the SVG contains a script", HINTS["script"])
        for attribute, value in attributes.items():
            self.looked_at = attribute.rpartition(" ")[2]
            self.attribute(local.lower(), self.looked_at.lower(), value)
        self.looked_at = ""

    def place_of(self, attribute: str) -> tuple[int, int] | None:
        """Where an attribute of the element that begins here stands, if it is found in the source."""
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber
        name = re.compile(rf"(?<![\w.-]){re.escape(attribute)}\s*=")
        for number in range(line, min(line + LONGEST_TAG, len(self.lines) + 1)):
            if found := name.search(self.lines[number - 1], column if number == line else 0):
                return number, found.start() + 1
        return None

    def look_for_undrawn(self, element: str, attributes: dict[str, str]) -> None:
        """Warn of what would be missing from the picture without a word."""
        parent = self.open[-2] if len(self.open) > 1 else ""
        if parent == "switch" and element == "foreignobject":
            self.switches[-1].html = self.here()
        elif parent == "switch":
            self.switches[-1].drawn = True
        if element == "switch":
            self.switches.append(_Switch())
        elif element == "foreignobject" and "switch" not in self.open:
            self.warn(HTML_LEFT_OUT, HINTS["foreign"])
        elif element in MOVING:
            self.warn(
                "the drawing is animated: it is printed as it starts", HINTS["moving"], code="picture.moving"
            )
        for message, hint in undrawn(element, attributes, self.open[:-1]):
            self.warn(message, hint)
        self.parts.look(element, attributes, self.here())

    def here(self) -> tuple[int, int]:
        """Where the reading is: line and column."""
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def warn(
        self, message: str, hint: str, at: tuple[int, int] | None = None, *, code: str = "picture.left-out"
    ) -> None:
        if message in self.left_out:
            return
        line, column = at or self.here()
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        place = _place(self.path, line, column, excerpt)
        shown = excerpt if len(excerpt) <= LONGEST_LINE else ""
        self.left_out[message] = warning(code, message, place, hint, shown)

    def attribute(self, element: str, attribute: str, value: str) -> None:
        target = re.sub(r"[\s\x00-\x1f]", "", value)
        if attribute.startswith("on") and len(attribute) > 3:
            self.report("script", f"the SVG contains a script, in {attribute}", HINTS["script"])
        elif attribute in LINKS and target.lower().startswith(("javascript:", "vbscript:")):
            self.report("script", "the SVG contains a script, in a link", HINTS["script"])
        elif attribute in LINKS:
            # A link that a reader may click fetches nothing when the picture is set.
            link = element == "a" and target.lower().startswith(("http:", "https:", "mailto:"))
            if not link and not _stays(target):
                self.elsewhere(value)
            elif (carried := CARRIED.match(target)) and carried["kind"]:
                self.look_at_pixels(target)
        elif attribute == "base" and target:
            self.elsewhere(value)
        else:
            self.css(value)
            # What moves says by `fill` how it ends.
            for message, hint in gaps_in(attribute, value) if element not in MOVING else ():
                self.warn(message, hint, self.place_of(self.looked_at))

    def look_at_pixels(self, address: str) -> None:
        """Look at the size of a picture that the drawing carries; a broken one is told when it is drawn."""
        header, _, content = address.partition(",")
        with suppress(ValueError):
            is_base64 = header.lower().endswith(";base64")
            data = b64decode(unquote(content)) if is_base64 else unquote_to_bytes(content)
            if size := too_large(data, HELD * len(content)):
                self.report(
                    "too-large", f"the SVG contains a picture that is too large: {size}", HINTS["pixels"]
                )

    def css(self, text: str) -> None:
        """Look for references in a style sheet or in an attribute that CSS rules."""
        for found in REFERENCE.finditer(_unescaped(text)):
            target = next(part for part in found.groups() if part is not None).strip().strip("\"'").strip()
            if not _stays(target):
                self.elsewhere(target)

    def elsewhere(self, target: str) -> None:
        target = target if len(target) < 60 else target[:59] + "…"
        self.report("refers", f"the SVG refers to something outside itself: {target}", HINTS["refers"])

    def end(self, name: str) -> None:
        ended = self.open.pop() if self.open else ""
        self.work.end()
        if ended == "switch" and (switch := self.switches.pop()).html and not switch.drawn:
            self.warn(HTML_LEFT_OUT, HINTS["foreign"], switch.html)
        if ended == "style" and self.style:
            self.css("".join(self.style))
            self.work.sheet("".join(self.style))
            for message, hint in gaps_in_css("".join(self.style)):
                self.warn(message, hint)
            self.style.clear()

    def characters(self, text: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style.append(text)
        elif self.places_letters and TEXTS.intersection(self.open):
            for message, hint in undrawn_words(text):
                self.warn(message, hint)

    def instruction(self, target: str, data: str) -> None:
        if target.lower().startswith("xml-stylesheet"):
            self.elsewhere(data)

    def entity(
        self, name: str, _: bool, value: str | None, base: str | None, system: str, *ids: str | None
    ) -> None:
        if value is None:
            self.elsewhere(system or name)


VectorLook = tuple[tuple[int, int] | None, tuple[Diagnostic, ...]]


def look_at_vectors(path: Path, data: bytes) -> VectorLook:
    """The size of the SVG in CSS pixels, none where there are errors; and the problems."""
    return (_remembered if len(data) <= MOST_REMEMBERED else _looked_at)(path, data)


def _looked_at(path: Path, data: bytes) -> VectorLook:
    if len(data) > MOST_DRAWING:
        return None, (_problem(path, [], "too-large", "the SVG is too large", 1, 1, HINTS["work"]),)
    parser = expat.ParserCreate(namespace_separator=" ")
    reading = _SvgScan(path, data.decode("utf-8", "replace").splitlines(), parser)
    parser.StartElementHandler, parser.EndElementHandler = reading.start, reading.end
    parser.CharacterDataHandler = reading.characters
    parser.ProcessingInstructionHandler = reading.instruction
    parser.EntityDeclHandler = reading.entity
    try:
        parser.Parse(data, True)
    except _Enough:
        pass
    except (expat.ExpatError, LookupError, ValueError) as mistake:
        reading.problems.append(_broken(reading, mistake))
    if not reading.problems and reading.work.is_endless:
        message = (
            f"the SVG draws more than {MOST:,} elements, each as often as it is used, or has too many rules"
        )
        reading.problems.append(_problem(path, reading.lines, "too-complex", message, 1, 1, HINTS["work"]))
    if reading.problems or reading.root is None:
        return None, tuple(reading.problems)
    for message, hint, place in reading.parts.missing():
        reading.warn(message, hint, place)
    if not reading.parts.shows and not reading.left_out:
        reading.warn("the SVG shows nothing", HINTS["empty"], (1, 1))
    return _size(reading.root), tuple(reading.left_out.values())


_remembered = lru_cache(maxsize=16)(_looked_at)


def _broken(reading: _SvgScan, mistake: Exception) -> Diagnostic:
    line, column = getattr(mistake, "lineno", 1), getattr(mistake, "offset", 0) + 1
    why = re.sub(r": line \d+, column \d+$", "", str(mistake))
    hint = "open it in a drawing program and export it again"
    message = f"the SVG is broken: {why}"
    return _problem(reading.path, reading.lines, "broken", message, line, column, hint)


def _problem(
    path: Path, lines: list[str], code: str, message: str, line: int, column: int, hint: str
) -> Diagnostic:
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    return error(f"picture.{code}", message, _place(path, line, column, excerpt), hint, excerpt)


def _place(path: Path, line: int, column: int, text: str) -> SourceRange:
    """The place of a tag or an attribute, or of a word where neither begins there."""
    place = SourceRange(path, line, column)
    tag = TAG.match(text, max(column - 1, 0))
    return place.covering(tag[0]) if tag else place


def _stays(target: str) -> bool:
    """Whether a reference stays within the file: to a part of it, or to data it carries."""
    target = target.strip()
    return not target or target.startswith("#") or bool(CARRIED.match(target))


def _unescaped(css: str) -> str:
    r"""CSS without comments and with its escapes resolved, so that `u\72l(` is seen as what it is."""

    def sign(found: re.Match[str]) -> str:
        number = int(found[1], 16)
        return chr(number) if 0 < number < 0x110000 else "\ufffd"

    css = re.sub(r"/\*.*?(?:\*/|$)", " ", css, flags=re.DOTALL)
    css = re.sub(r"\\([0-9a-fA-F]{1,6})\s?", sign, css)
    return re.sub(r"\\(.)", r"\1", css)


def _size(root: dict[str, str]) -> tuple[int, int]:
    """Width and height, from the view box where the one or the other is not given as a length."""
    box = [
        float(number) for number in re.findall(r"-?\d*\.?\d+(?:[eE][+-]?\d{1,2})?", root.get("viewBox", ""))
    ]
    box_width, box_height = (box[2], box[3]) if len(box) == 4 else (300.0, 150.0)
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    ratio = box_width / box_height if box_width > 0 and box_height > 0 else 2.0
    if width is None and height is None:
        width, height = box_width, box_height
    elif width is None:
        width = (height or 0) * ratio
    elif height is None:
        height = width / ratio
    return max(round(width), 1), max(round(height or 0), 1)


def _length(text: str) -> float | None:
    found = re.fullmatch(r"\s*(\d*\.?\d+)\s*([a-zA-Z]*)\s*", text)
    return float(found[1]) * UNITS[found[2].lower()] if found and found[2].lower() in UNITS else None
