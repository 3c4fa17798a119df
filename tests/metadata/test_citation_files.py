"""A brief for citation managers: BibTeX, RIS and CSL JSON, read back by our own readers."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from records import made_record

from issuebrief.citations.csl.works import PersonName
from issuebrief.citations.files.bibtex_file import read_bibtex
from issuebrief.citations.files.csl_data import read_json
from issuebrief.citations.files.ris import read_ris
from issuebrief.metadata.bibtex import bibtex
from issuebrief.metadata.csl_json import csl_json
from issuebrief.metadata.record import Agent, NotedWork, Record
from issuebrief.metadata.ris import ris

if TYPE_CHECKING:
    from issuebrief.citations.csl.works import Work
    from issuebrief.citations.files.entries import ReferenceFile

TITLE = "Tides & Tables: 100% of $5_000 in {braces}: What the harbour #1 says"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return made_record(tmp_path_factory.mktemp("brief"))


def only(file: ReferenceFile) -> Work:
    assert file.problems == []
    (entry,) = file.entries.values()
    return entry.read()


def test_a_record_has_the_words_of_the_brief(record: Record) -> None:
    assert record.full_title == TITLE
    assert record.abstract == ("An abstract of the paper.", "It has two paragraphs.")
    assert [agent.inverted for agent in record.authors] == [
        "Doe, Jane Q.",
        "van Beethoven, Ludwig",
        "The House",
    ]
    assert [agent.is_organization for agent in record.authors] == [False, False, True]
    assert [place.name for place in record.authors[0].affiliations] == ["Uppsala University", "The House"]
    assert [place.name for place in record.authors[1].affiliations] == ["The House"]
    assert record.reviewers[0].inverted == "Smith, Mary, III"
    assert [each.identifier for each in record.funding] == [
        "10.13039/501100000780",
        "https://ror.org/00k4n6c32",
    ]
    assert record.noted_works == (
        NotedWork("Anna Ek, Ebb (House, 2019)."),
        NotedWork(
            "Jane Doe, A Book (House, 2020), https://doi.org/10.1000/xyz(2).",
            "10.1000/xyz(2)",
            "https://doi.org/10.1000/xyz(2)",
        ),
        NotedWork("John Roe, Another, doi:10.1000/abc.", "10.1000/abc"),
    )
    assert (record.related[0].relation, record.related[0].doi) == ("supersedes", "10.1000/tides_6")
    assert record.licence == "https://creativecommons.org/licenses/by/4.0/"


def test_bibtex_is_a_report_that_tex_can_set(record: Record) -> None:
    text = bibtex(record).decode()
    assert text.startswith("@techreport{doe2024tides,\n")
    assert (
        r"title       = {{Tides \& Tables: 100\% of \$5\_000 in \{braces\}: What the harbour \#1 says}}"
        in text
    )
    assert "author      = {Doe, Jane Q. and van Beethoven, Ludwig and {The House}}" in text
    assert "url         = {https://example.org/tides?a=1&b=2}" in text
    assert "month       = may" in text
    work = only(read_bibtex(Path("x.bib"), text))
    assert work.type == "report"
    assert work.texts["title"].replace('<span class="nocase">', "").replace("</span>", "") == TITLE
    assert work.names["author"][1] == PersonName(family="Beethoven", given="Ludwig", kept="van")
    assert work.names["author"][2] == PersonName(literal="The House")
    assert (work.texts["genre"], work.texts["number"]) == ("Policy Paper", "7/2024")
    assert (work.texts["publisher"], work.texts["publisher-place"]) == ("The House", "Malmö")
    assert work.texts["DOI"] == "10.1000/tides_7"


def test_ris_has_a_value_on_each_line(record: Record) -> None:
    text = ris(record).decode()
    assert text.startswith("TY  - RPRT\r\nAU  - Doe, Jane Q.\r\n")
    assert text.endswith("\r\nER  - \r\n")
    work = only(read_ris(Path("x.ris"), text))
    assert (work.type, work.texts["title"]) == ("report", TITLE)
    assert work.names["author"][2] == PersonName(literal="The House")
    assert (work.texts["genre"], work.texts["number"]) == ("Policy Paper", "7/2024")
    assert work.dates["issued"].parts == ((2024, 5, 1),)


def test_csl_json_has_all_parts_of_names(record: Record) -> None:
    (item,) = json.loads(csl_json(record))
    assert item["author"] == [
        {"family": "Doe", "given": "Jane Q."},
        {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
        {"literal": "The House"},
    ]
    work = only(read_json(Path("x.json"), csl_json(record).decode()))
    assert (work.type, work.texts["title"], work.texts["ISSN"]) == ("report", TITLE, "2049-3630")
    assert work.dates["issued"].parts == ((2024, 5, 1),)


def test_odd_names_and_titles_are_read_back_as_they_were() -> None:
    names = (
        PersonName(family="Doe and Roe", given="Jane"),
        PersonName(family="al-Farsi", given="Salman"),
        PersonName(family="习近平"),
        PersonName(literal="Salt, Sand and Sea \\ Ltd. {5%}"),
    )
    title = r"C:\temp ~ x^2 “quoted” – and “{unclosed”"
    record = Record(
        title, datetime.date(2024, 12, 31), "en", authors=tuple(Agent("", name) for name in names)
    )
    work = only(read_bibtex(Path("x.bib"), bibtex(record).decode()))
    assert work.texts["title"].replace('<span class="nocase">', "").replace("</span>", "") == title
    read = work.names["author"]
    assert [name.family or name.literal for name in read] == [name.family or name.literal for name in names]
    assert [name.given for name in read] == ["Jane", "Salman", "", ""]
