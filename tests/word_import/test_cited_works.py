"""Citations that a reference manager has put into a manuscript."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import yaml
from word_files import FRONT, docx, field, footnotes, imported, needs_pandoc, note, par, text_of, told

from issuebrief.word_import.documents.model import Changes
from issuebrief.word_import.import_document import import_document

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.word_import.documents.model import ImportedBrief

pytestmark = needs_pandoc

GAUGE = {
    "id": 7,
    "type": "book",
    "title": "The Harbour",
    "author": [{"family": "Gauge", "given": "Ada"}],
    "issued": {"date-parts": [["2019"]]},
    "publisher": "Quay",
}
OTHER = {**GAUGE, "id": 8, "title": "The Mole"}
TIDE = {
    "id": 9,
    "type": "article-journal",
    "title": "Counting Ferries",
    "author": [{"family": "Ödman", "given": "Åsa"}],
    "issued": {"date-parts": [["2021", "5"]]},
    "container-title": "Crossings",
    "DOI": "10.1000/xyz",
}
ENDNOTE = (
    "ADDIN EN.CITE <EndNote><Cite><Author>Gauge</Author><Year>2019</Year><RecNum>1</RecNum><record>"
    '<rec-number>1</rec-number><ref-type name="Book">6</ref-type><contributors><authors>'
    "<author>Gauge, Ada</author></authors></contributors><titles><title>The Harbour</title></titles>"
    "<dates><year>2019</year></dates></record></Cite></EndNote>"
)


def zotero(shown: str, *cited: dict[str, Any]) -> str:
    items = [{"id": one["itemData"]["id"], **one} for one in cited]
    return field(f"ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps({'citationItems': items})}", shown)


def cited(work: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"itemData": work, **more}


def works_in(made: ImportedBrief) -> list[dict[str, Any]]:
    (file,) = (file for file in made.files if file.name == "references.json")
    works: list[dict[str, Any]] = json.loads(file.content)
    return works


def front_of(made: ImportedBrief) -> dict[str, Any]:
    text = next(file.content.decode() for file in made.files if file.name == "brief.md")
    front: dict[str, Any] = yaml.safe_load(text.split("---")[1])
    return front


def test_a_citation_becomes_a_key_with_its_page_and_the_words_around_it(tmp_path: Path) -> None:
    body = par("So it is ", zotero("(Gauge 2019, 12)", cited(GAUGE, locator="12", label="page")), ".")
    several = (cited(GAUGE, prefix="see "), cited(TIDE, suffix=", with care"))
    body += par("So it was ", zotero("(see Gauge 2019; Ödman 2021, with care)", *several), ".")
    body += par("Gauge ", zotero("(2019)", cited(GAUGE, **{"suppress-author": True})), " says so.")
    made = imported(tmp_path, FRONT + body)
    assert text_of(made).split("\n\n") == [
        "So it is [@gauge2019, page 12].",
        "So it was [see @gauge2019; @odman2021, with care].",
        "Gauge [-@gauge2019] says so.",
    ]
    assert front_of(made)["references"] == "references.json"
    assert [work["id"] for work in works_in(made)] == ["gauge2019", "odman2021"]
    assert works_in(made)[1]["DOI"] == "10.1000/xyz"
    assert "3 citations of a reference manager are keys now" in " ".join(told(made, "word.changed"))
    assert told(made, "word.lost") == []


def test_works_of_one_author_and_year_have_keys_of_their_own(tmp_path: Path) -> None:
    body = par("A ", zotero("(1)", cited(GAUGE)), " and ", zotero("(2)", cited(OTHER)), ".")
    body += par("B ", zotero("(1)", cited({**GAUGE, "id": 70})), ".")
    made = imported(tmp_path, FRONT + body)
    assert text_of(made) == "A [@gauge2019] and [@gauge2019b].\n\nB [@gauge2019]."


def test_a_citation_in_a_note_stays_in_it(tmp_path: Path) -> None:
    inner = par("As in ", zotero("Gauge, The Harbour, 4", cited(GAUGE, locator="4")), ".")
    made = imported(tmp_path, FRONT + par("So it is.", note(1)), footnotes(inner))
    assert text_of(made).endswith("[^n1]: As in [@gauge2019, 4].")
    assert [(count.before, count.after) for count in made.counts if count.kind == "notes"] == [(1, 1)]


def test_a_raised_number_that_is_a_citation_is_not_lost(tmp_path: Path) -> None:
    raised = zotero("3", cited(GAUGE)).replace(
        "<w:r><w:t", '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t'
    )
    made = imported(tmp_path, FRONT + par("So it is", raised, " here."))
    assert text_of(made) == "So it is[@gauge2019] here."
    assert told(made, "word.lost") == []


def test_the_list_of_works_is_made_anew_where_it_stood(tmp_path: Path) -> None:
    start = field("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", "Gauge, Ada. The Harbour. Quay, 2019.")
    body = par("So it is ", zotero("(Gauge 2019)", cited(GAUGE)), ".")
    body += par("Works", style="berschrift1") + par(start) + par("The end of it all.")
    made = imported(tmp_path, FRONT + body)
    assert "## Works\n\n::: {#refs}\n:::\n\nThe end of it all." in text_of(made)
    assert told(made, "word.lost") == []


def test_works_of_endnote_are_read_too(tmp_path: Path) -> None:
    made = imported(tmp_path, FRONT + par("So it is ", field(ENDNOTE, "(Gauge, 2019)"), "."))
    assert text_of(made) == "So it is [@gauge2019]."


def test_what_has_no_form_as_a_key_keeps_its_words(tmp_path: Path) -> None:
    body = par("A ", zotero("(Gauge [sic] 2019)", cited(GAUGE, suffix=" [sic]")), ".")
    body += par("B ", field('ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[', "(Broken 2020)"), ".")
    body += par("C ", zotero("(Gauge 2019)", cited(GAUGE)), ".")
    made = imported(tmp_path, FRONT + body)
    assert text_of(made).replace("\\", "") == "A (Gauge [sic] 2019).\n\nB (Broken 2020).\n\nC [@gauge2019]."


def test_the_words_are_kept_if_that_is_asked_for_or_no_work_can_be_read(tmp_path: Path) -> None:
    listed = field("ADDIN ZOTERO_BIBL {}", "Gauge, Ada. The Harbour. 2019.")
    path = tmp_path / "manuscript.docx"
    path.write_bytes(docx(FRONT + par("So ", zotero("(Gauge 2019)", cited(GAUGE)), ".") + par(listed)))
    made = import_document(path, Changes.ACCEPT, cites_by_key=False)
    assert text_of(made) == "So (Gauge 2019).\n\nGauge, Ada. The Harbour. 2019."
    broken = field("ADDIN ZOTERO_ITEM CSL_CITATION {", "(Gauge 2019)")
    made = imported(tmp_path, FRONT + par("So ", broken, ".") + par(listed))
    assert text_of(made) == "So (Gauge 2019).\n\nGauge, Ada. The Harbour. 2019."
    assert all(file.name != "references.json" for file in made.files)
