"""The names that XMP is written with, and what PDF/A is told of those that it does not know.

In:  which properties a packet has.
Out: namespaces, and extension schemas (ISO 19005-2, 6.6.2.3).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

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
COMMONS = {"cc": "http://creativecommons.org/ns#"}
PAGED_TEXT = "http://ns.adobe.com/xap/1.0/t/pg/"
"""Names that press files alone need (XMP specification, part 2)."""


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
VERSION_PROPERTIES = (
    ("versionIdentifier", "Text", "external", "The version of the text"),
    ("modificationDate", "Date", "external", "The day of the last change"),
    ("embargoDate", "Date", "external", "Until when the text is not to be published"),
)
COMMONS_SCHEMA = Schema(
    "Creative Commons Rights Expression Language",
    "cc",
    (("license", "URI", "external", "The licence by which the work may be used"),),
)


def described_schemas(prism: list[str], ua: bool, licensed: bool) -> str:
    """The extension schemas of a packet: for its lines of PRISM, for PDF/UA, for a licence."""
    versions = tuple(
        each for each in VERSION_PROPERTIES if any(line.startswith(f"<prism:{each[0]}>") for line in prism)
    )
    of_prism = replace(PRISM_SCHEMA, properties=PRISM_SCHEMA.properties + versions)
    wanted = ((UA_SCHEMA, ua), (of_prism, bool(prism)), (COMMONS_SCHEMA, licensed))
    schemas = [_schema(schema) for schema, used in wanted if used]
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
        f"<pdfaSchema:namespaceURI>{(NAMES | COMMONS)[schema.prefix]}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{schema.prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property>"
        "</rdf:li>"
    )
