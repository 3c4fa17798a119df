"""The package document of an EPUB: what it is, what it is made of, and in which order it is read.

In:  a brief, its documents and the files beside them.
Out: the XML of the package (EPUB 3.3, 5 Package document), with what EPUB Accessibility 1.1 wants readers to
     be told before they open the file. That the text conforms to a standard is for people to say: it is not.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from issuebrief.epub.xhtml import as_xml
from issuebrief.frontmatter.keys.formats import from_right_to_left
from issuebrief.markdown_body import plain
from issuebrief.markdown_body.source.html_tree import Element, Text, walk
from issuebrief.metadata.field_words import licence_address, words_of
from issuebrief.stated_values import contributors_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.epub.documents import Document
    from issuebrief.epub.resources import Resource
    from issuebrief.frontmatter.model import Brief

HEAD = """<?xml version="1.0" encoding="utf-8"?>
"""
NAMESPACE = "http://www.idpf.org/2007/opf"
ELEMENTS = "http://purl.org/dc/elements/1.1/"
XHTML, CSS = "application/xhtml+xml", "text/css"
IDENTIFIER, DOCUMENT = "publication-id", "document-"
ROLES = {"editors": "edt", "translators": "trl", "reviewers": "rev"}
"""Keys of people in the front matter, and what MARC calls what they did."""
FEATURES = (
    "alternativeText",
    "displayTransformability",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
)
SUMMARY = (
    "Pictures have alternative texts, headings give the structure, and notes have links both ways. Size and "
    "colours of the text are left to the reader."
)
"""It holds for every file, and is told in one language."""
PAGED = ("pageBreakMarkers", "pageNavigation")


@dataclass(frozen=True)
class PackageContents:
    """What a package lists: the documents in the order of reading, the files, and the pages of the PDF."""

    documents: Sequence[Document]
    resources: Sequence[Resource]
    pages: int = 0


def package(brief: Brief, contents: PackageContents) -> str:
    """The package document."""
    turned: dict[str, str | None] = {"page-progression-direction": "rtl"}
    root = Element(
        "package",
        {
            "xmlns": NAMESPACE,
            "version": "3.0",
            "unique-identifier": IDENTIFIER,
            "xml:lang": brief.lang,
        },
        [
            Element("metadata", {"xmlns:dc": ELEMENTS}, list(_metadata(brief, contents))),
            Element("manifest", {}, list(_manifest(contents))),
            Element(
                "spine",
                turned if from_right_to_left(brief.lang) else {},
                [_item_ref(each.name) for each in contents.documents],
            ),
        ],
    )
    return HEAD + as_xml([root])


def identifier_of(brief: Brief) -> str:
    """The DOI or the address of a brief; else a name made of what it is called (RFC 9562, version 5)."""
    if brief.doi:
        return f"https://doi.org/{brief.doi}"
    if brief.url:
        return brief.url
    house = brief.publisher.name if brief.publisher else ""
    said = "\n".join(
        (house, brief.series, str(brief.number), brief.title, brief.date.isoformat(), brief.lang)
    )
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, said)}"


def _metadata(brief: Brief, contents: PackageContents) -> Iterator[Element]:
    house = brief.publisher.name if brief.publisher else ""
    yield _core("identifier", identifier_of(brief), id=IDENTIFIER)
    yield _core("title", plain(brief.title, brief), id="title")
    yield _meta("title-type", "main", refines="#title")
    if brief.subtitle:
        yield _core("title", plain(brief.subtitle, brief), id="subtitle")
        yield _meta("title-type", "subtitle", refines="#subtitle")
    yield _core("language", brief.lang)
    for number, author in enumerate(brief.authors, 1):
        yield from _person("creator", plain(author.name, brief), f"author-{number}", "aut")
    for key, role in ROLES.items():
        for number, person in enumerate(contributors_of(brief, key), 1):
            yield from _person("contributor", plain(person.name, brief), f"{key}-{number}", role)
    yield from (
        _core(name, words)
        for name, words in (
            ("publisher", house),
            ("date", brief.date.isoformat()),
            ("description", words_of(brief.abstract, brief)),
            *(("subject", plain(keyword, brief)) for keyword in brief.keywords),
            ("rights", words_of(brief.copyright, brief)),
        )
        if words
    )
    if licence := licence_address(brief):
        yield Element("link", {"rel": "dcterms:license", "href": licence})
    if brief.series:
        yield _meta("belongs-to-collection", brief.series, id="series")
        yield _meta("collection-type", "series", refines="#series")
        if brief.number:
            yield _meta("group-position", str(brief.number), refines="#series")
    day = datetime.combine(brief.updated or brief.date, time(), UTC)
    yield _meta("dcterms:modified", day.strftime("%Y-%m-%dT%H:%M:%SZ"))
    yield from _accessibility(contents)


def _accessibility(contents: PackageContents) -> Iterator[Element]:
    has_pictures = any(each.media_type.startswith("image/") for each in contents.resources)
    modes = ("textual", "visual") if has_pictures else ("textual",)
    has_formulas = any(_has(document, "math") for document in contents.documents)
    features = (*FEATURES, *(PAGED if contents.pages else ()), *(("MathML",) if has_formulas else ()))
    yield from (_meta("schema:accessMode", mode) for mode in modes)
    yield _meta("schema:accessModeSufficient", "textual")
    yield from (_meta("schema:accessibilityFeature", name) for name in sorted(features))
    yield _meta("schema:accessibilityHazard", "none")
    yield Element("meta", {"property": "schema:accessibilitySummary", "xml:lang": "en"}, [Text(SUMMARY)])
    if contents.pages:
        yield _meta("pageBreakSource", "the PDF edition")


def _manifest(contents: PackageContents) -> Iterator[Element]:
    yield _item("nav", "nav.xhtml", XHTML, "nav")
    yield _item("style", "style.css", CSS)
    for document in contents.documents:
        properties = [name for name, tag in (("svg", "svg"), ("mathml", "math")) if _has(document, tag)]
        yield _item(f"{DOCUMENT}{document.name}", document.file, XHTML, " ".join(properties))
    for number, each in enumerate(contents.resources, 1):
        yield _item(f"file-{number}", each.name, each.media_type, "cover-image" if each.is_cover else "")


def _has(document: Document, tag: str) -> bool:
    return any(found.tag == tag for found in walk(document.root))


def _person(kind: str, name: str, key: str, role: str) -> Iterator[Element]:
    yield _core(kind, name, id=key)
    yield _meta("role", role, refines=f"#{key}", scheme="marc:relators")


def _core(name: str, words: str, **attributes: str) -> Element:
    return Element(f"dc:{name}", {**attributes}, [Text(words)])


def _meta(name: str, words: str, **attributes: str) -> Element:
    return Element("meta", {**attributes, "property": name}, [Text(words)])


def _item(key: str, address: str, media_type: str, properties: str = "") -> Element:
    said: dict[str, str | None] = {"id": key, "href": address, "media-type": media_type}
    return Element("item", said | ({"properties": properties} if properties else {}))


def _item_ref(key: str) -> Element:
    return Element("itemref", {"idref": DOCUMENT + key})
