"""Write what a file says of itself.

In:  facts about a brief, and the standards that a file is to claim.
Out: an XMP packet (ISO 16684-1) with Dublin Core, PRISM and, for each claim, its identification. What
     PDF/A does not know beforehand is described in an extension schema (ISO 19005-2, 6.6.2.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "prism": "http://prismstandard.org/namespaces/basic/2.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
PAGED_TEXT = "http://ns.adobe.com/xap/1.0/t/pg/"
"""Names that press files alone need (XMP specification, part 2)."""

PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF {names}>
<rdf:Description rdf:about="">
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""


class Claim(Enum):
    """A standard that a file can claim to keep, and how it says so."""

    UA_1 = "<pdfuaid:part>1</pdfuaid:part>"
    A_2A = "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>"
    X_4 = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"


@dataclass(frozen=True)
class About:
    """What is known of a brief; what is empty is left out. Dates are in the form of ISO 8601.

    `document` is the id that all versions of a file share, and `trapped` says whether inks were made
    to overlap where they meet; a press file needs both. `plates` are the inks that it is printed in.
    """

    title: str
    language: str
    authors: tuple[str, ...]
    publisher: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    rights: str = ""
    doi: str = ""
    issn: str = ""
    series: str = ""
    number: str = ""
    published: str = ""
    modified: str = ""
    related: tuple[str, ...] = ()
    producer: str = ""
    document: str = ""
    trapped: str = ""
    plates: tuple[str, ...] = ()


def packet(about: About, claims: Iterable[Claim]) -> bytes:
    """The XMP packet."""
    claims = tuple(claims)
    prism = _prism(about)
    properties = [claim.value for claim in claims]
    properties += [*_dublin_core(about), *_of_file(about), *prism]
    described = _described(bool(prism), Claim.UA_1 in claims) if Claim.A_2A in claims else ""
    names = " ".join(f'xmlns:{name}="{address}"' for name, address in NAMES.items())
    inside = "\n".join(part for part in (*properties, described) if part)
    return PACKET.format(names=names, properties=inside).encode()


def _dublin_core(about: About) -> list[str]:
    identifier = f"https://doi.org/{about.doi}" if about.doi else ""
    return [
        "<dc:format>application/pdf</dc:format>",
        _worded("dc:title", about.title, about.language),
        _listed("dc:creator", "Seq", about.authors),
        _worded("dc:description", about.description, about.language),
        _listed("dc:subject", "Bag", about.keywords),
        _listed("dc:publisher", "Bag", [about.publisher]),
        _listed("dc:date", "Seq", [about.published]),
        _listed("dc:language", "Bag", [about.language]),
        _worded("dc:rights", about.rights, about.language),
        _plain("dc:identifier", identifier),
        _listed("dc:relation", "Bag", about.related),
    ]


def _of_file(about: About) -> list[str]:
    return [
        _plain("xmpRights:Marked", "True" if about.rights else ""),
        _plain("pdf:Keywords", ", ".join(about.keywords)),
        _plain("pdf:Producer", about.producer),
        _plain("xmp:CreatorTool", "issuebrief"),
        _plain("xmp:CreateDate", about.modified or about.published),
        _plain("xmp:ModifyDate", about.modified),
        _plain("xmp:MetadataDate", about.modified if about.document else ""),
        _plain("xmpMM:DocumentID", about.document),
        _plain("xmpMM:VersionID", "1" if about.document else ""),
        _plain("xmpMM:RenditionClass", "default" if about.document else ""),
        _plain("pdf:Trapped", about.trapped),
        _listed("xmpTPg:PlateNames", "Seq", about.plates).replace(">", f' xmlns:xmpTPg="{PAGED_TEXT}">', 1),
    ]


def _prism(about: About) -> list[str]:
    found = (
        _plain("prism:doi", about.doi),
        _plain("prism:issn", about.issn),
        _plain("prism:publicationName", about.series),
        _plain("prism:number", about.number),
    )
    return [line for line in found if line]


def _plain(name: str, value: str) -> str:
    return f"<{name}>{_text(value)}</{name}>" if value else ""


def _listed(name: str, kind: str, values: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{_text(value)}</rdf:li>" for value in values if value)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def _worded(name: str, words: str, language: str) -> str:
    """Words in the brief's language, which are also those for whoever asks for another."""
    if not words:
        return ""
    items = "".join(
        f'<rdf:li xml:lang="{escape(tag)}">{_text(words)}</rdf:li>' for tag in ("x-default", language) if tag
    )
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def _text(value: str) -> str:
    """A value as XML text, without the control characters that XML has no place for."""
    return escape("".join(char for char in value if char >= " " or char in "\t\n"), quote=False)


@dataclass(frozen=True)
class Schema:
    """An extension schema: what PDF/A is told of properties that it does not know."""

    name: str
    prefix: str
    properties: tuple[tuple[str, str, str, str], ...]
    """Each with its name, type, category and meaning."""


UA_SCHEMA = Schema(
    "PDF/UA identification",
    "pdfuaid",
    (("part", "Integer", "internal", "The part of ISO 14289 that the file keeps"),),
)
PRISM_SCHEMA = Schema(
    "PRISM basic metadata",
    "prism",
    (
        ("doi", "Text", "external", "The digital object identifier"),
        ("issn", "Text", "external", "The standard number of the series"),
        ("publicationName", "Text", "external", "The title of the series"),
        ("number", "Text", "external", "The number in the series"),
    ),
)


def _described(prism: bool, ua: bool) -> str:
    schemas = [_schema(schema) for schema, used in ((UA_SCHEMA, ua), (PRISM_SCHEMA, prism)) if used]
    if not schemas:
        return ""
    listed = "".join(schemas)
    return f"<pdfaExtension:schemas><rdf:Bag>{listed}</rdf:Bag></pdfaExtension:schemas>"


def _schema(schema: Schema) -> str:
    properties = "".join(
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{name}</pdfaProperty:name>"
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        f"<pdfaProperty:category>{category}</pdfaProperty:category>"
        f"<pdfaProperty:description>{meaning}</pdfaProperty:description>"
        "</rdf:li>"
        for name, kind, category, meaning in schema.properties
    )
    return (
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaSchema:schema>{schema.name}</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{NAMES[schema.prefix]}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{schema.prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property>"
        "</rdf:li>"
    )
