"""Rules for those who do not see the page."""

from __future__ import annotations

import pytest
from proofs import brief, found, link, messages

from issuebrief.diagnostics.limits import Limits
from issuebrief.frontmatter.model import Author


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("here", "en"),
        ("Click here!", "en-GB"),
        ("", "en"),
        ("→", "en"),
        ("hier", "de"),
        ("Läs mer", "sv"),
        ("cliquez ici", "fr"),
        ("read more", "sw"),
    ],
)
def test_links_whose_words_say_nothing_are_found(text: str, lang: str) -> None:
    assert len(found("links.wordless", link(text, lang=lang))) == 1


@pytest.mark.parametrize(
    ("text", "lang"),
    [("the report", "en"), ("12", "en"), ("here", "de"), ("example.org", "en"), ("here lies the map", "en")],
)
def test_links_whose_words_say_something_are_not(text: str, lang: str) -> None:
    assert found("links.wordless", link(text, lang=lang)) == []


def test_the_target_of_a_wordless_link_is_told() -> None:
    assert messages("links.wordless", link("here", "https://a.eu")) == [
        "the link “here” says nothing of where it leads: https://a.eu"
    ]
    assert messages("links.wordless", link("", "#x")) == [
        "a link has no words and says nothing of where it leads: #x"
    ]


def test_what_catalogues_want_is_told_of_together() -> None:
    assert messages("metadata.incomplete") == [
        "the front matter lacks facts that indexing services need: a DOI, keywords, the ORCID iD of Ann, an "
        "abstract"
    ]


def test_a_whole_front_matter_lacks_nothing() -> None:
    whole = {"doi": "10.1/2", "keywords": ("a",), "abstract": "An abstract."}
    authors = (Author(name="Ann", orcid="0000-0002-1825-0097"),)
    of = brief(**whole)
    assert messages("metadata.incomplete", of=of) == [
        "the front matter lacks facts that indexing services need: the ORCID iD of Ann"
    ]
    complete = type(of)(title=of.title, date=of.date, authors=authors, **whole)  # type: ignore[arg-type]
    assert messages("metadata.incomplete", of=complete) == []


def test_the_house_says_what_is_wanted() -> None:
    assert messages("metadata.incomplete", limits=Limits(wanted=("doi",))) == [
        "the front matter lacks facts that indexing services need: a DOI"
    ]
    assert messages("metadata.incomplete", limits=Limits(wanted=())) == []


def test_an_arrow_that_leads_back_within_the_brief_needs_no_words() -> None:
    assert found("links.wordless", link("\u21a9\ufe0e", "#text")) == []
    assert len(found("links.wordless", link("\u21a9\ufe0e", "https://a.eu"))) == 1
