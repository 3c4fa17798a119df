"""The brief that travels inside a Word file.

In:  the bytes of a `.docx` file and the text of the brief that it was made of.
Out: the file with that text as a custom part (ISO/IEC 29500-1, 22.5), which Word keeps and does not show;
     and, later, the text again.
"""

from __future__ import annotations

import base64
import io
import re
import zipfile
import zlib

PART, PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
SPACE = "urn:issuebrief:exported-brief"
ITEM = "{6C1F3B1E-5A0D-4B53-9D7C-2C3F1E8B7A10}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
UNREADABLE = (zipfile.BadZipFile, ValueError, KeyError, OSError, zlib.error, RuntimeError)
MOST = 20_000_000
"""Bytes of the largest text that is taken out of a file."""
KEPT = re.compile(rb"<brief\b[^>]*>([A-Za-z0-9+/=\s]+)</brief>")


def with_brief(content: bytes, text: str) -> bytes:
    """The file with the text of its brief in it; the same bytes for the same input."""
    packed = base64.b64encode(zlib.compress(text.encode("utf-8"), 9)).decode("ascii")
    parts = {
        PART: f'<?xml version="1.0" encoding="UTF-8"?>\n<brief xmlns="{SPACE}">{packed}</brief>',
        PROPERTIES: (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<ds:datastoreItem ds:itemID="{ITEM}" xmlns:ds="{OFFICE}/customXml">'
            f'<ds:schemaRefs><ds:schemaRef ds:uri="{SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
        ),
        "customXml/_rels/item1.xml.rels": (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{PACKAGE}">'
            '<Relationship Id="rId1" '
            f'Type="{OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>'
        ),
    }
    kind = f"{OFFICE}/relationships/customXml"
    relation = f'<Relationship Id="rIdBrief" Type="{kind}" Target="../{PART}"/>'
    override = (
        f'<Override PartName="/{PROPERTIES}" '
        'ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>'
    )
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for entry in before.infolist():
            data = before.read(entry)
            if entry.filename == "word/_rels/document.xml.rels":
                data = data.replace(b"</Relationships>", relation.encode() + b"</Relationships>")
            elif entry.filename == "[Content_Types].xml":
                data = data.replace(b"</Types>", override.encode() + b"</Types>")
            after.writestr(_dated(entry.filename), data)
        for part, said in parts.items():
            after.writestr(_dated(part), said)
    return target.getvalue()


def _dated(name: str) -> zipfile.ZipInfo:
    """An entry whose date is that of every other."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def kept_brief(content: bytes) -> str:
    """The text of the brief that a file was made of; nothing where it does not hold one."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            for entry in file.infolist():
                if not re.fullmatch(r"customXml/item\d+\.xml", entry.filename) or entry.file_size > MOST:
                    continue
                data = file.read(entry)
                found = KEPT.search(data) if SPACE.encode() in data else None
                if found:
                    return _unpacked(base64.b64decode(found[1]))
    except UNREADABLE:
        return ""
    return ""


def _unpacked(packed: bytes) -> str:
    """The text, if it is not longer than any brief is."""
    stream = zlib.decompressobj()
    data = stream.decompress(packed, MOST)
    return "" if stream.unconsumed_tail else data.decode("utf-8")
