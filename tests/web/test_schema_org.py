"""What machines are told of a brief: JSON-LD, Highwire's tags, Open Graph."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
from web_pages import BRIEFS, Page, made, page_of

from issuebrief.frontmatter.model import Brief
from issuebrief.metadata.field_words import licence_address
from issuebrief.web.meta_tags import short

if TYPE_CHECKING:
    from pathlib import Path

FRONT: dict[str, Any] = {
    "title": 'Tides & "Tables"',
    "subtitle": "A subtitle",
    "series": "Policy Paper",
    "number": 7,
    "lang": "en-US",
    "abstract": "An *abstract* of the paper.",
    "keywords": ["tides", "ports"],
    "doi": "10.1000/182",
    "issn": "2049-3630",
    "url": "https://example.org/tides",
    "copyright": "© The House, 2024. Licence: <https://creativecommons.org/licenses/by/4.0/>.",
    "authors": [
        {
            "name": "Jane Doe",
            "role": "Fellow",
            "email": "jane@example.org",
            "orcid": "0000-0002-1825-0097",
            "url": "https://example.org/jane",
        },
        {"name": "John Roe"},
    ],
    "publisher": {"name": "The House", "short": "TH", "place": "Oslo", "url": "https://example.org"},
}
TEXT = (
    "Text.[^a][^b][^c]\n\n[^a]: Jane Doe, *A Book* (House, 2020), <https://example.org/book>.\n"
    "[^b]: Ibid.\n[^c]: John Roe, *Another* (House, 2021)."
)


@pytest.fixture
def page(tmp_path: Path) -> Page:
    return page_of(tmp_path, TEXT, **FRONT)


def test_the_report_says_who_what_when_and_where(page: Page) -> None:
    data = page.data
    assert data["@context"] == "https://schema.org"
    assert data["@type"] == ["Report", "ScholarlyArticle"]
    assert data["@id"] == data["sameAs"] == "https://doi.org/10.1000/182"
    assert data["headline"] == "Tides & “Tables”"
    assert data["alternativeHeadline"] == "A subtitle"
    assert (data["datePublished"], data["inLanguage"], data["reportNumber"]) == ("2024-05-01", "en-US", "7")
    assert data["abstract"] == "An abstract of the paper."
    assert data["keywords"] == ["tides", "ports"]
    assert data["url"] == "https://example.org/tides"
    assert data["identifier"]["value"] == "10.1000/182"
    assert data["isPartOf"] == {"@type": "CreativeWorkSeries", "name": "Policy Paper", "issn": "2049-3630"}


def test_authors_have_their_orcid_and_the_publisher_its_name(page: Page) -> None:
    jane, john = page.data["author"]
    assert jane["@id"] == jane["sameAs"] == "https://orcid.org/0000-0002-1825-0097"
    assert (jane["@type"], jane["jobTitle"], jane["email"]) == ("Person", "Fellow", "jane@example.org")
    assert john["name"] == "John Roe" and "@id" not in john and "email" not in john
    assert jane["affiliation"]["name"] == page.data["publisher"]["name"] == "The House"


def test_rights_are_told_and_a_licence_by_its_address(page: Page) -> None:
    data = page.data
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert data["copyrightNotice"].startswith("© The House, 2024.")
    assert (data["copyrightYear"], data["copyrightHolder"]["name"]) == (2024, "The House")
    assert page.one("//link[@rel='license']/@href") == data["license"]


def test_what_the_notes_cite_is_cited_and_what_they_repeat_is_not(page: Page) -> None:
    assert page.data["citation"] == [
        {
            "@type": "CreativeWork",
            "name": "Jane Doe, A Book (House, 2020), https://example.org/book.",
            "url": "https://example.org/book",
        },
        {"@type": "CreativeWork", "name": "John Roe, Another (House, 2021)."},
    ]


def test_what_is_not_known_is_not_told(tmp_path: Path) -> None:
    data = page_of(tmp_path, "Text.").data
    assert not {"doi", "identifier", "license", "keywords", "citation", "url", "@id", "publisher"} & set(data)
    assert None not in data.values() and "" not in data.values()


def test_an_institute_that_signs_itself_is_an_organisation() -> None:
    page = Page(made(BRIEFS["return-to-the-moon"])[0])
    (author,) = page.data["author"]
    assert author["@type"] == "Organization"


def test_the_data_cannot_end_the_element_it_stands_in(tmp_path: Path) -> None:
    page = page_of(tmp_path, "Text.", title="A </script> & a <!-- title", subtitle="\u2028")
    assert page.data["headline"] == "A </script> & a <!-- title"
    assert "</script" not in page.one("//script[@type]").text


def test_reference_managers_get_highwires_tags(page: Page) -> None:
    expected = {
        "citation_title": ["Tides & “Tables”: A subtitle"],
        "citation_author": ["Jane Doe", "John Roe"],
        "citation_author_institution": ["The House", "The House"],
        "citation_author_email": ["jane@example.org"],
        "citation_author_orcid": ["https://orcid.org/0000-0002-1825-0097"],
        "citation_publication_date": ["2024/05/01"],
        "citation_technical_report_institution": ["The House"],
        "citation_technical_report_number": ["7"],
        "citation_series_title": ["Policy Paper"],
        "citation_publisher": ["The House"],
        "citation_doi": ["10.1000/182"],
        "citation_issn": ["2049-3630"],
        "citation_language": ["en-US"],
        "citation_abstract": ["An abstract of the paper."],
        "citation_fulltext_html_url": ["https://example.org/tides"],
        "citation_keywords": ["tides", "ports"],
    }
    told = {name: page.tag(name) for name, _ in page.tags if name.startswith("citation_")}
    assert told == expected


def test_what_belongs_to_an_author_follows_the_authors_name(page: Page) -> None:
    names = [name for name, _ in page.tags if name.startswith("citation_author")]
    assert names == [
        "citation_author",
        "citation_author_institution",
        "citation_author_email",
        "citation_author_orcid",
        "citation_author",
        "citation_author_institution",
    ]


def test_those_who_share_the_page_get_open_graph_and_a_card(page: Page) -> None:
    assert page.tag("og:type") == ["article"]
    assert page.tag("og:title") == page.tag("twitter:title") == ["Tides & “Tables”: A subtitle"]
    assert page.tag("og:description") == ["An abstract of the paper."]
    assert page.tag("og:url") == ["https://example.org/tides"]
    assert page.tag("og:locale") == ["en_US"]
    assert page.tag("article:published_time") == ["2024-05-01"]
    assert page.tag("article:tag") == ["tides", "ports"]
    assert page.tag("twitter:card") == ["summary"]
    assert page.all("//meta[@property='og:title']") != []


def test_a_long_description_ends_with_a_whole_word() -> None:
    text = "word " * 60
    assert len(short(text)) <= 200 and short(text).endswith("word…")
    assert short("A short one.") == "A short one."


@pytest.mark.parametrize(
    ("line", "licence"),
    [
        (
            "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/.",
            "https://creativecommons.org/licenses/by/4.0/",
        ),
        (
            "[CC0](https://creativecommons.org/publicdomain/zero/1.0/)",
            "https://creativecommons.org/publicdomain/zero/1.0/",
        ),
        ("© The House. See https://example.org/terms", ""),
        ("", ""),
    ],
)
def test_a_licence_is_found_in_the_line_of_rights(line: str, licence: str) -> None:
    brief = Brief(title="T", date=datetime.date(2024, 5, 1), authors=(), copyright=line)
    assert licence_address(brief) == licence
