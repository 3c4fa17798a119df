"""A brief for those who register and collect: Crossref, DataCite, Dublin Core."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from metadata_schemas import faults_of_crossref, faults_of_datacite
from records import FRONT, made_record, manuscript_of
from setting import job, write_brief

from issuebrief.metadata.crossref import crossref
from issuebrief.metadata.datacite import datacite
from issuebrief.metadata.deposit_head import DepositHead, deposit_head
from issuebrief.metadata.dublin_core import dublin_core
from issuebrief.metadata.lacks import lacks
from issuebrief.metadata.make_record import record_of
from issuebrief.pipeline.read import read

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.metadata.lacks import Lack
    from issuebrief.metadata.record import Record

HEAD = DepositHead("The Press Office", "metadata@example.org", "The House", "20240602000000")
HOUSE = {**FRONT["publisher"], "ror": "048a87296", "doi_prefix": "10.1000"}
NAMES = {
    "c": "http://www.crossref.org/schema/5.5.0",
    "fr": "http://www.crossref.org/fundref.xsd",
    "ai": "http://www.crossref.org/AccessIndicators.xsd",
    "rel": "http://www.crossref.org/relations.xsd",
    "jats": "http://www.ncbi.nlm.nih.gov/JATS1",
    "dc": "http://purl.org/dc/elements/1.1/",
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return made_record(tmp_path_factory.mktemp("brief"), publisher=HOUSE)


def found(content: bytes, path: str) -> list[str]:
    """The texts at a path, in the order of the file."""
    tree = etree.fromstring(content)
    return [
        "".join(each.itertext()) if hasattr(each, "itertext") else str(each)
        for each in tree.xpath(path, namespaces=NAMES)
    ]


def all_lacks(folder: Path, *agencies: str, **front: Any) -> list[Lack]:
    manuscript = manuscript_of(folder, **{**FRONT, "publisher": HOUSE, **front})
    head = deposit_head(manuscript.brief)
    return list(lacks(manuscript.brief, record_of(manuscript), head, agencies or ("Crossref", "DataCite")))


def test_a_deposit_at_crossref_says_who_what_and_where(record: Record) -> None:
    content = crossref(record, HEAD)
    assert found(content, "//c:head/*//text()[normalize-space()]") == [
        "10-1000-tides-7-20240602000000",
        "20240602000000",
        "The Press Office",
        "metadata@example.org",
        "The House",
    ]
    assert found(content, "//c:series_metadata/c:issn") == ["2049-3630"]
    assert found(content, "//c:person_name/c:surname") == ["Doe", "van Beethoven", "van der Berg", "Öst"]
    assert found(content, "//c:organization") == ["The House"]
    assert found(content, "//c:ORCID") == ["https://orcid.org/0000-0002-1825-0097"]
    assert found(content, "//c:contributors/*/@sequence") == ["first", *["additional"] * 4]
    assert found(content, "//c:institution_id") == ["https://ror.org/048a87296"] * 3
    assert found(content, "//fr:assertion[@name='award_number']") == ["S-12"]
    assert found(content, "//fr:assertion[@name='ror']") == ["https://ror.org/00k4n6c32"]
    assert found(content, "//ai:license_ref") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert found(content, "//jats:p") == list(record.abstract)
    assert found(content, "//c:doi_data/*") == ["10.1000/tides_7", "https://example.org/tides?a=1&b=2"]
    assert found(content, "//c:citation/c:doi") == ["10.1000/xyz(2)", "10.1000/abc"]
    assert found(content, "//rel:intra_work_relation/@relationship-type") == ["replaces", "isVersionOf"]


@pytest.mark.parametrize("issn", ["2049-3630", None])
def test_crossref_s_schema_takes_the_deposit(tmp_path: Path, issn: str | None) -> None:
    assert faults_of_crossref(crossref(made_record(tmp_path, issn=issn, publisher=HOUSE), HEAD)) == []


def test_datacite_s_schema_takes_the_json(record: Record, tmp_path: Path) -> None:
    content = datacite(record)
    assert faults_of_datacite(content) == []
    data = json.loads(content)
    assert data["types"] == {"resourceTypeGeneral": "Report", "resourceType": "Policy Paper"}
    assert data["publisher"]["publisherIdentifier"] == "https://ror.org/048a87296"
    assert [each["name"] for each in data["creators"]] == [
        "Doe, Jane Q.",
        "van Beethoven, Ludwig",
        "The House",
    ]
    assert data["rightsList"][0]["rightsIdentifier"] == "cc-by-4.0"
    assert {each["relationType"] for each in data["relatedIdentifiers"]} == {
        "IsPartOf",
        "Obsoletes",
        "References",
    }
    assert faults_of_datacite(datacite(made_record(tmp_path, issn=None, license=None, funding="Paid."))) == []


def test_dublin_core_has_each_thing_in_an_element(record: Record) -> None:
    content = dublin_core(record)
    assert found(content, "//dc:creator") == ["Doe, Jane Q.", "van Beethoven, Ludwig", "The House"]
    assert found(content, "//dc:identifier") == [
        "https://doi.org/10.1000/tides_7",
        "https://example.org/tides?a=1&b=2",
    ]
    assert found(content, "//dc:subject") == ["tides", "ports & quays", "JEL F51"]
    assert found(content, "//dc:date") == ["2024-05-01"]


def test_the_moment_of_a_deposit_is_that_of_the_last_change(tmp_path: Path) -> None:
    brief = manuscript_of(tmp_path, **FRONT).brief
    assert deposit_head(brief).timestamp == "20240602000000"
    now = datetime.datetime(2025, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
    assert deposit_head(brief, now).timestamp == "20250102030405"


def test_everything_that_a_deposit_lacks_is_told_at_once(tmp_path: Path) -> None:
    told = all_lacks(tmp_path, doi=None, url=None, publisher=None, funding="Paid by friends.", abstract=None)
    assert [each.message for each in told if each.code == "deposit.lacking"] == [
        "a deposit at Crossref and DataCite needs a DOI",
        "a deposit at Crossref and DataCite needs the address that the DOI leads to",
        "a deposit at Crossref and DataCite needs a publisher",
        "a deposit at Crossref needs an e-mail address for the answers",
    ]
    assert "an abstract; the institute’s ROR ID; the ORCID iD of Ludwig van Beethoven" in told[-1].message


def test_a_complete_deposit_lacks_little(tmp_path: Path) -> None:
    assert [each.code for each in all_lacks(tmp_path)] == ["deposit.sparse"]


def test_what_an_agency_would_refuse_is_told(tmp_path: Path) -> None:
    told = all_lacks(
        tmp_path,
        doi="10.5555/tides",
        number="n" * 40,
        draft=True,
        supersedes="Old Tides, doi:10.5555/TIDES",
        authors=[{"name": "J" * 201 + " Doe"}],
    )
    codes = [each.code for each in told]
    assert codes == [
        "deposit.prefix",
        "deposit.same-doi",
        "deposit.unfit",
        "deposit.unfit",
        "deposit.early",
        "deposit.sparse",
    ]


def test_editions_in_several_languages_name_each_other(tmp_path: Path) -> None:
    own = {"authors": [{"name": "Jane Doe"}], "publisher": HOUSE, "issn": "2049-3630"}
    english = {"title": "Tides", "doi": "10.1000/en", "url": "https://example.org/en", "lang": "en-GB"}
    swedish = {"title": "Tidvatten", "doi": "10.1000/sv", "url": "https://example.org/sv", "lang": "sv"}
    path = write_brief(tmp_path, "Text.", **own, **swedish)
    path.rename(tmp_path / "brief.sv.md")
    original = write_brief(tmp_path, "Text.", **own, **english)
    for file, relation, doi in (
        (original, "hasTranslation", "10.1000/sv"),
        (tmp_path / "brief.sv.md", "isTranslationOf", "10.1000/en"),
    ):
        manuscript, problems = read(job(file))
        assert manuscript is not None, problems
        record = record_of(manuscript)
        content = crossref(record, HEAD)
        assert found(content, "//rel:intra_work_relation/@relationship-type") == [relation]
        assert found(content, "//rel:intra_work_relation") == [doi]
        related = json.loads(datacite(record))["relatedIdentifiers"]
        assert (related[1]["relationType"].casefold(), related[1]["relatedIdentifier"]) == (
            relation.casefold(),
            doi,
        )
