"""The works that a page tells of in its head."""

from __future__ import annotations

from issuebrief.citations.files.csl_data import work_of
from issuebrief.web.cited_works import reference_of


def test_an_article_is_told_in_highwires_names() -> None:
    article = {
        "type": "article-journal",
        "title": "Tides; and <i>Ferries</i>",
        "author": [
            {"family": "Berg", "given": "Otto", "non-dropping-particle": "van"},
            {"literal": "Port Board"},
        ],
        "container-title": "Journal of Harbours",
        "issued": {"date-parts": [[2020, 5]]},
        "volume": "7",
        "page": "12–19",
        "DOI": "10.1000/1",
    }
    assert reference_of(work_of("a", article)).split("; ") == [
        "citation_title=Tides, and Ferries",
        "citation_author=Otto van Berg",
        "citation_author=Port Board",
        "citation_journal_title=Journal of Harbours",
        "citation_publication_date=2020/05",
        "citation_volume=7",
        "citation_doi=10.1000/1",
        "citation_firstpage=12",
        "citation_lastpage=19",
    ]


def test_a_report_has_its_institution_and_a_work_without_a_title_is_not_told() -> None:
    report = {"type": "report", "title": "Gauges", "publisher": "Port Board"}
    assert reference_of(work_of("a", report)) == (
        "citation_title=Gauges; citation_technical_report_institution=Port Board"
    )
    assert reference_of(work_of("b", {"type": "book", "publisher": "Quay"})) == ""
