"""Make the template: a Word file in which an author writes a brief.

In:  the look of a theme, the language, the name of the institute.
Out: the bytes of a `.dotx` or `.docx` file. The same look gives the same bytes.

The parts of the package are those of Office Open XML (ECMA-376, part 1).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from issuebrief.word_template.style_sheet import styles_xml
from issuebrief.word_template.template_text import DECLARATION, FORMATS, SPACES, document_xml, footnotes_xml

if TYPE_CHECKING:
    from issuebrief.word_template.template_look import TemplateLook

ENDINGS = (".dotx", ".docx")
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KINDS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "fontTable": "fontTable",
}
RELATIONS = f"{FORMATS}/officeDocument/2006/relationships"
LINKS = f"{FORMATS}/package/2006/relationships"
WORD = "http://schemas.microsoft.com/office/word"
NO_DAY = (1980, 1, 1, 0, 0, 0)
SAMPLE = (720, 240)
"""The size of the sample picture in pixels."""


def make_template(look: TemplateLook, language: str, institute: str, *, as_template: bool = True) -> bytes:
    """The file; a `.docx` opens as a text of its own in every program, a `.dotx` begins a new one."""
    parts = {
        "[Content_Types].xml": _types(as_template),
        "_rels/.rels": _links(
            ("rDocument", f"{RELATIONS}/officeDocument", "word/document.xml"),
            ("rCore", f"{LINKS}/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(language, institute),
        "word/document.xml": document_xml(),
        "word/_rels/document.xml.rels": _links(
            *((f"r{kind}", f"{RELATIONS}/{kind}", f"{kind}.xml") for kind in KINDS),
            ("rPicture", f"{RELATIONS}/image", "media/sample.png"),
        ),
        "word/styles.xml": styles_xml(look, language),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(language),
        "word/footnotes.xml": footnotes_xml(),
        "word/fontTable.xml": _fonts(look),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            _write(archive, name, content.encode())
        _write(archive, "word/media/sample.png", _picture(look))
    return target.getvalue()


def _write(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, NO_DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)


def _types(as_template: bool) -> str:
    kind = "template" if as_template else "document"
    own = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{content}+xml"/>'
        for name, content in KINDS.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'{DECLARATION}<Types xmlns="{FORMATS}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN}.{kind}.main+xml"/>{own}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _links(*links: tuple[str, str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in links
    )
    return f'{DECLARATION}<Relationships xmlns="{LINKS}">{inner}</Relationships>'


def _core(language: str, institute: str) -> str:
    of = f" of {institute}" if institute else ""
    properties = f"{FORMATS}/package/2006/metadata/core-properties"
    title = escape(f"Template for briefs{of}")
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{properties}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:language>{escape(language)}</dc:language>"
        "</cp:coreProperties>"
    )


def _numbering() -> str:
    """A list with bullets, and one with numbers."""
    levels = (("bullet", "•"), ("decimal", "%1."))
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="426" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>'
        for number, (kind, sign) in enumerate(levels, 1)
    )
    uses = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in (1, 2)
    )
    return f"{DECLARATION}<w:numbering {SPACES}>{lists}{uses}</w:numbering>"


def _settings(language: str) -> str:
    mode = f'<w:compatSetting w:name="compatibilityMode" w:uri="{WORD}" w:val="15"/>'
    return (
        f'{DECLARATION}<w:settings {SPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="426"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f"<w:compat>{mode}</w:compat><w:themeFontLang w:val={quoteattr(language)}/></w:settings>"
    )


def _fonts(look: TemplateLook) -> str:
    """The faces, and what Word takes where it has not got them."""
    faces = {
        look.title: look.text_stand_in,
        look.text: look.text_stand_in,
        look.heading: look.heading_stand_in,
    }
    inner = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(other)}/></w:font>"
        for name, other in faces.items()
    )
    return f"{DECLARATION}<w:fonts {SPACES}>{inner}</w:fonts>"


def _picture(look: TemplateLook) -> bytes:
    """The sample picture: the brand's colour over the tint, as a PNG."""
    width, height = SAMPLE
    bands = (bytes.fromhex(look.colours["brand"]), bytes.fromhex(look.colours["tint"]))
    rows = b"".join(b"\0" + bands[row >= height * 2 // 3] * width for row in range(height))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    made = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + made
