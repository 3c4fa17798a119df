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

from issuebrief.pdf.extension_schemas import COMMONS, NAMES, PAGED_TEXT, described_schemas

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    to overlap where they meet; a press file needs both. `plates` are the inks that it is printed in. A
    `license` is an address, `terms` are its name.
    """

    title: str
    language: str
    authors: tuple[str, ...]
    publisher: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    rights: str = ""
    doi: str = ""
    page: str = ""
    issn: str = ""
    series: str = ""
    number: str = ""
    published: str = ""
    modified: str = ""
    related: tuple[str, ...] = ()
    producer: str = ""
    document: str = ""
    trapped: str = ""
    contributors: tuple[str, ...] = ()
    version: str = ""
    updated: str = ""
    embargo: str = ""
    license: str = ""
    terms: str = ""
    is_free: bool = False
    plates: tuple[str, ...] = ()


def packet(about: About, claims: Iterable[Claim]) -> bytes:
    """The XMP packet."""
    claims = tuple(claims)
    prism = _prism(about)
    properties = [claim.value for claim in claims]
    properties += [*_dublin_core(about), *_of_file(about), *_of_licence(about), *prism]
    described = (
        described_schemas(prism, Claim.UA_1 in claims, bool(about.license)) if Claim.A_2A in claims else ""
    )
    used = {**NAMES, **COMMONS} if about.license else NAMES
    names = " ".join(f'xmlns:{name}="{address}"' for name, address in used.items())
    inside = "\n".join(part for part in (*properties, described) if part)
    return PACKET.format(names=names, properties=inside).encode()


def _dublin_core(about: About) -> list[str]:
    identifier = f"https://doi.org/{about.doi}" if about.doi else about.page
    return [
        "<dc:format>application/pdf</dc:format>",
        _worded("dc:title", about.title, about.language),
        _listed("dc:creator", "Seq", about.authors),
        _listed("dc:contributor", "Bag", about.contributors),
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
        _plain("xmpRights:Marked", "False" if about.is_free else "True" if about.rights else ""),
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


def _of_licence(about: About) -> list[str]:
    """Where the licence stands, in the words of XMP and in those of Creative Commons."""
    found = (
        _plain("xmpRights:WebStatement", about.license),
        _worded("xmpRights:UsageTerms", about.terms, about.language),
        f'<cc:license rdf:resource="{escape(about.license)}"/>',
    )
    return list(found) if about.license else []


def _prism(about: About) -> list[str]:
    found = (
        _plain("prism:doi", about.doi),
        _plain("prism:issn", about.issn),
        _plain("prism:publicationName", about.series),
        _plain("prism:number", about.number),
        _plain("prism:versionIdentifier", about.version),
        _plain("prism:modificationDate", about.updated),
        _plain("prism:embargoDate", about.embargo),
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
