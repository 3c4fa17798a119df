"""The text of a drawn PDF, read back from what its pages show.

In:  a PDF of pydyf's, drawn and not yet written, and the fonts it was drawn with.
Out: the text of each page, in the order in which it is painted, without running heads and other artifacts
     where these are marked.

Every glyph is looked up in the map from glyphs to characters that goes into the file (ISO 32000-1, 9.10.3,
ToUnicode CMaps), so that this is what searching and copying find. Reading the finished file with another
program takes ten times as long.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pydyf

from issuebrief.layout.paragraphs.leftward_text import BEGIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from issuebrief.engine.protocols import DrawnFont, DrawnStream, PdfFile

UNKNOWN = "\ufffd"
CODES = re.compile(rb"<([0-9a-f]+)>")
REFERENCE = re.compile(rb"(\d+) 0 R")
NEW_LINE, NEW_BOX = "\n", "\u200b"
"""Where letters begin on another baseline, or elsewhere on the same."""
ARTIFACT = "/Artifact"
SHOWING = frozenset((b"TJ", b"Tf", b"Tm", b"MC", b"DC", b"Do"))
"""How the operators end that have a say in what text is shown (ISO 32000-1, annex A)."""
DEEPEST = 12
"""How deep groups are followed into each other."""


def drawn_text(pdf: PdfFile, fonts: Iterable[DrawnFont]) -> tuple[str, ...]:
    """The text of each page of a PDF; a new line begins wherever letters stand on another baseline."""
    tables: dict[bytes, _Table] = {}
    for font in fonts:
        table = tables.setdefault(b"/" + font.hash.encode(), _Table(2 if font.bitmap else 4))
        table.update((b"%0*x" % (table.digits, glyph), text) for glyph, text in font.to_unicode.items())
    reader = _DrawnTextReader(tables, pdf.objects)
    return tuple("".join(reader.read(stream)) for stream in _contents(pdf))


def _contents(pdf: PdfFile) -> Iterator[DrawnStream]:
    """The content streams of the pages, in order."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Page":
            contents = item["Contents"]
            references = contents if isinstance(contents, pydyf.Array) else [contents]
            for number in (match[1] for each in references for match in REFERENCE.finditer(_bytes(each))):
                yield pdf.objects[int(number)]


def _bytes(item: object) -> bytes:
    return item if isinstance(item, bytes) else str(item).encode()


class _Table(dict[bytes, str]):
    """The characters of a font by the codes of its glyphs, each of so many hexadecimal digits."""

    def __init__(self, digits: int) -> None:
        super().__init__()
        self.digits = digits

    def __missing__(self, code: bytes) -> str:
        return UNKNOWN


NO_FONT = _Table(4)


class _DrawnTextReader:
    """Reads streams operator by operator; `objects` are those of the file, by number."""

    def __init__(self, tables: Mapping[bytes, _Table], objects: Sequence[Any]) -> None:
        self.tables, self.objects = tables, objects
        self.table = NO_FONT
        self.baseline = b""

    def read(self, stream: DrawnStream, depth: int = 0) -> Iterator[str]:
        """The text that a stream shows, piece by piece."""
        tag: str | bytes = b""
        # For each mark that is open: whether what is in it counts.
        shown = [True]
        leftward: list[str] | None = None
        for item in stream.stream:
            if not isinstance(item, bytes):
                tag = item if isinstance(item, str) else tag
                continue
            end = item[-2:]
            if end not in SHOWING:
                continue
            if end == b"TJ":
                if shown[-1] and leftward is None:
                    yield self._text(item)
                elif shown[-1] and leftward is not None:
                    leftward += self._texts(item)
            elif end == b"Tf":
                self.table = self.tables.get(item.split(b" ", 1)[0], NO_FONT)
            elif end == b"Tm":
                baseline = item.rsplit(b" ", 2)[1]
                if shown[-1]:
                    yield NEW_BOX if baseline == self.baseline else NEW_LINE
                self.baseline = baseline
            elif item == BEGIN:
                shown.append(shown[-1])
                leftward, depth_of_leftward = [], len(shown)
            elif item == b"EMC":
                if leftward is not None and len(shown) == depth_of_leftward:
                    yield "".join(reversed(leftward))
                    leftward = None
                if len(shown) > 1:
                    shown.pop()
            elif end in (b"DC", b"MC"):
                shown.append(shown[-1] and tag != ARTIFACT)
                tag = b""
            elif shown[-1] and depth < DEEPEST:
                form = self._form(stream, item[1:-3].decode())
                if form is not None:
                    yield from self.read(form, depth + 1)

    def _form(self, stream: DrawnStream, name: str) -> DrawnStream | None:
        """What a stream draws by name, if that has operators of its own: a group."""
        form = getattr(stream, "_resources", {}).get("XObject", {}).get(name)
        if isinstance(form, bytes) and (number := REFERENCE.match(form)):
            form = self.objects[int(number[1])]
        return form if getattr(form, "extra", {}).get("Subtype") == "/Form" else None

    def _text(self, item: bytes) -> str:
        return "".join(self._texts(item))

    def _texts(self, item: bytes) -> list[str]:
        """What each glyph of an operator stands for."""
        codes = b"".join(CODES.findall(item))
        width = self.table.digits
        return [self.table[codes[at : at + width]] for at in range(0, len(codes), width)]
