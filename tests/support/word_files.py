"""Small Word files, written as XML by hand.

In:  the XML of a body, or words.
Out: the bytes of a docx file.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from html import escape
from typing import TYPE_CHECKING

import pytest

from issuebrief.word_import.documents.model import Changes
from issuebrief.word_import.documents.pandoc import pandoc_program
from issuebrief.word_import.import_document import import_document

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.word_import.documents.model import ImportedBrief

needs_pandoc = pytest.mark.skipif(
    pandoc_program() is None, reason="Pandoc is not installed: issuebrief[word]"
)

FORMATS = "http://schemas.openxmlformats.org/"
NAMES = (
    f'xmlns:w="{FORMATS}wordprocessingml/2006/main" xmlns:r="{FORMATS}officeDocument/2006/relationships" '
    f'xmlns:a="{FORMATS}drawingml/2006/main" xmlns:pic="{FORMATS}drawingml/2006/picture" '
    f'xmlns:wp="{FORMATS}drawingml/2006/wordprocessingDrawing" xmlns:m="{FORMATS}officeDocument/2006/math" '
    f'xmlns:mc="{FORMATS}markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
)
LINKS = f'xmlns="{FORMATS}package/2006/relationships"'
KIND = f"{FORMATS}officeDocument/2006/relationships"
TYPES = (
    f'<Types xmlns="{FORMATS}package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="png" ContentType="image/png"/></Types>'
)
STYLES = {
    "Title": "Title",
    "Subtitle": "Subtitle",
    "Author": "Author",
    "Date": "Date",
    "berschrift1": "heading 1",
    "berschrift2": "heading 2",
    "berschrift3": "heading 3",
    "Caption": "caption",
    "Quote": "Quote",
}
LEVELS = {"berschrift1": 0, "berschrift2": 1, "berschrift3": 2}


def run(text: str, formats: str = "") -> str:
    """A run; `formats` are elements such as `<w:b/>`."""
    return f'<w:r><w:rPr>{formats}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def par(*content: str, style: str = "", formats: str = "") -> str:
    """A paragraph; plain words are a run."""
    runs = "".join(part if part.startswith("<") else run(part) for part in content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{formats}</w:pPr>{runs}</w:p>"


def bold(text: str) -> str:
    """A bold run."""
    return run(text, "<w:b/>")


def table(*rows: tuple[str, ...]) -> str:
    """A table of words, or of paragraphs in its cells."""
    cells = [
        "".join(f"<w:tc>{cell if cell.startswith('<w:') else par(cell)}</w:tc>" for cell in row)
        for row in rows
    ]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def field(instruction: str, result: str) -> str:
    """A field with the words that it printed last."""
    parts = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    code = f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    return parts[0] + code + parts[1] + run(result) + parts[2]


def note(number: int) -> str:
    """The mark of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def picture(alternative: str = "", crop: str = "") -> str:
    """A picture in a run."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/>'
        f'<wp:docPr id="1" name="Picture 1" descr="{escape(alternative)}"/>'
        f'<a:graphic><a:graphicData uri="{FORMATS}drawingml/2006/picture"><pic:pic><pic:blipFill>'
        f'<a:blip r:embed="rId9"/>{crop}</pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def png(side: int = 40) -> bytes:
    """A grey square."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x80" * side) * side
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def docx(
    body: str, parts: dict[str, str | bytes] | None = None, *, language: str = "en-GB", links: str = ""
) -> bytes:
    """A file with a body; `parts` are further ones by their names, `links` the relations of the text."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        + (f'<w:pPr><w:outlineLvl w:val="{LEVELS[key]}"/></w:pPr>' if key in LEVELS else "")
        + "</w:style>"
        for key, name in STYLES.items()
    )
    spoken = f'<w:rPr><w:lang w:val="{language}"/></w:rPr>'
    usual = f"<w:docDefaults><w:rPrDefault>{spoken}</w:rPrDefault></w:docDefaults>"
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships {LINKS}><Relationship Id="r1" Type="{KIND}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMES}>{usual}{styles}</w:styles>",
        "word/_rels/document.xml.rels": f"<Relationships {LINKS}>"
        f'<Relationship Id="rId9" Type="{KIND}/image" Target="media/image1.png"/>{links}</Relationships>',
        "word/media/image1.png": png(),
        **(parts or {}),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def footnotes(*notes: str) -> dict[str, str | bytes]:
    """The part with footnotes; each is the XML of its paragraphs."""
    inner = "".join(
        f'<w:footnote w:id="{number}">{note}</w:footnote>' for number, note in enumerate(notes, 1)
    )
    return {"word/footnotes.xml": f"<w:footnotes {NAMES}>{inner}</w:footnotes>"}


FRONT = par("A Title", style="Title") + par("Jane Doe", style="Author") + par("3 May 2025", style="Date")


def imported(
    folder: Path,
    body: str,
    parts: dict[str, str | bytes] | None = None,
    *,
    changes: str = "accept",
    links: str = "",
) -> ImportedBrief:
    """The brief made of a body."""
    path = folder / "manuscript.docx"
    path.write_bytes(docx(body, parts, links=links))
    return import_document(path, Changes(changes))


def brief_of(made: ImportedBrief) -> str:
    """The text of the brief, which the import must have made."""
    return next(file.content.decode() for file in made.files if file.name == "brief.md")


def text_of(made: ImportedBrief) -> str:
    """The text of the brief below its front matter."""
    return brief_of(made).split("---\n", 2)[2].strip()


def told(made: ImportedBrief, code: str) -> list[str]:
    """What was told under a code."""
    return [problem.message for problem in made.problems if problem.code == code]
