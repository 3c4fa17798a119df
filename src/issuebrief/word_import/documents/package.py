"""The parts of a docx or odt file, which is a zip file of XML and pictures.

In:  the bytes of a file that anybody may have made.
Out: its parts as bytes and as trees of XML; or `UnreadableDocument`, with what is wrong and what helps.
     No entity is ever expanded and nothing outside the file is looked at. What a part says of its own size is
     not believed.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from issuebrief.word_import.documents.model import UnreadableDocument

MOST_PARTS = 5_000
MOST_XML = 40_000_000
"""Bytes of the largest part of XML: a text of some thousand pages."""
MOST_PART = 100_000_000
"""Bytes of the largest picture."""
MOST_TOTAL = 400_000_000
"""Bytes of all parts together."""
MOST_RATIO = 400
"""How many times as large as in the file a part of more than `SMALL` bytes may be. Text is some 20 times."""
SMALL = 2_000_000
DEEPEST = 300
"""How deep elements may lie in each other: tables in tables add about five each."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What an encrypted file and a file of Word 97 begin with."""

STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
"""What names begin with in the strict form of the format, which Pandoc does not read."""
PLAIN = rb"http://schemas.openxmlformats.org/\1/2006/"
PASSWORD = "take the password off in Word, and save it again"
AGAIN = "open it in Word or LibreOffice and save it again as .docx"


@dataclass(frozen=True)
class Package:
    """The parts of a file by their names."""

    parts: dict[str, bytes]

    def tree(self, name: str) -> Element | None:
        """A part as a tree; None where there is none."""
        return parsed(self.parts[name], name) if name in self.parts else None


def opened(content: bytes) -> Package:
    """The parts of a file; raises `UnreadableDocument`."""
    if content.startswith(OLE):
        raise UnreadableDocument(
            "word.unreadable",
            "it is protected with a password, or was saved by Word 97",
            "take the password off, or save it as .docx",
        )
    if not content.startswith(b"PK"):
        raise UnreadableDocument("word.unreadable", "it is not a docx file, whatever its name", AGAIN)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return Package(_parts(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as fault:
        if isinstance(fault, UnreadableDocument):
            raise
        raise UnreadableDocument(
            "word.unreadable", "it is incomplete or damaged", f"ask for the file again, or {AGAIN}"
        ) from fault


def _parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MOST_PARTS:
        raise _too_large(f"it has {len(entries):,} parts")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableDocument(
            "word.unreadable", "it is protected with a password", "take the password off"
        )
    parts: dict[str, bytes] = {}
    total = 0
    for entry in entries:
        is_xml = entry.filename.endswith((".xml", ".rels"))
        most = MOST_XML if is_xml else MOST_PART
        if entry.compress_size and entry.file_size > SMALL:
            most = min(most, max(entry.compress_size * MOST_RATIO, SMALL))
        with archive.open(entry) as file:
            part = file.read(min(most, MOST_TOTAL - total) + 1)
        total += len(part)
        if len(part) > most or total > MOST_TOTAL:
            raise _too_large(f"its part {entry.filename} is far too large")
        parts[entry.filename] = STRICT.sub(PLAIN, part) if is_xml else part
    return parts


def _too_large(reason: str) -> UnreadableDocument:
    return UnreadableDocument(
        "word.too-large", reason, "make its pictures smaller, or divide the document into several"
    )


def parsed(content: bytes, name: str) -> Element:
    """A part of XML as a tree, whose tags are `{namespace}name`; raises `UnreadableDocument`."""
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    depth = 0

    def starts(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise UnreadableDocument("word.too-large", f"{name} nests its elements too deeply", AGAIN)
        builder.start(_tag(tag), {_tag(key): value for key, value in attributes.items()})

    def ends(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_tag(tag))

    def refuse(*_given: object) -> None:
        raise UnreadableDocument(
            "word.unreadable", f"{name} declares a document type, as no program does", AGAIN
        )

    parser.StartElementHandler = starts
    parser.EndElementHandler = ends
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = refuse
    parser.buffer_text = True
    try:
        parser.Parse(content, True)
        return builder.close()
    except expat.ExpatError as fault:
        raise UnreadableDocument("word.unreadable", f"{name} is not sound XML: {fault}", AGAIN) from fault


def _tag(name: str) -> str:
    return f"{{{name}" if "}" in name else name
