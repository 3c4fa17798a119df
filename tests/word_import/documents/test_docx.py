"""What a docx file says of itself, read without Pandoc."""

from __future__ import annotations

from pathlib import Path

from word_files import FRONT, docx, footnotes, note, par, run, table

from issuebrief.word_import.documents.docx import read_docx
from issuebrief.word_import.documents.model import Changes, SourceDocument

PATH = Path("manuscript.docx")
DELETED = '<w:del w:id="1" w:author="Ed" w:date="2026-01-02T00:00:00Z"/>'


def read(content: bytes, changes: Changes = Changes.ACCEPT) -> SourceDocument:
    return read_docx(content, PATH, changes)


def test_paragraphs_are_counted_with_empty_ones_and_those_of_tables() -> None:
    document = read(docx(par("One") + par("") + table(("a", "b")) + par("Five")))
    assert {number: each.text for number, each in document.paragraphs.items()} == {
        1: "One",
        2: "",
        3: "a",
        4: "b",
        5: "Five",
    }


def test_styles_have_the_names_of_word_whatever_their_ids() -> None:
    assert read(docx(par("Kopf", style="berschrift1"))).paragraphs[1].style == "heading 1"


def test_words_of_notes_count_too() -> None:
    document = read(docx(FRONT + par("Text", note(1)), footnotes(par("In a note."))))
    assert [words for number, words in document.words.items() if number < 0] == ["In a note."]
    assert document.counts["notes"] == 1


def test_a_deleted_end_joins_two_paragraphs() -> None:
    body = par("One", formats=f"<w:rPr>{DELETED}</w:rPr>") + par(" and two")
    document = read(docx(body))
    assert [(change.kind, change.words) for change in document.changes] == [
        ("end of paragraph deleted", "One")
    ]
    assert document.words == {1: "One and two"}
    assert read(docx(body), Changes.REJECT).words == {1: "One", 2: "and two"}


def test_a_deleted_row_goes_with_its_cells() -> None:
    row = f"<w:tr><w:trPr>{DELETED}</w:trPr><w:tc>{par('gone')}</w:tc></w:tr>"
    body = f"<w:tbl><w:tr><w:tc>{par('kept')}</w:tc></w:tr>{row}</w:tbl>"
    assert read(docx(body)).words == {1: "kept"}
    assert read(docx(body), Changes.REJECT).words == {1: "kept", 2: "gone"}


def test_the_strict_form_of_the_format_is_read() -> None:
    names = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    body = f"<w:document {names}><w:body><w:p><w:r><w:t>Strict</w:t></w:r></w:p></w:body></w:document>"
    assert read(docx("", {"word/document.xml": body})).words == {1: "Strict"}


def test_one_form_of_what_word_offers_in_several_is_kept() -> None:
    box = f"<w:txbxContent>{par('In a box')}</w:txbxContent>"
    forms = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert read(docx(par("Text", f"<w:r>{forms}</w:r>"))).words == {1: "Text In a box"}


def test_the_language_is_the_one_that_most_letters_are_in() -> None:
    german = '<w:lang w:val="de-DE"/>'
    body = par(run("Die meisten Wörter sind hier deutsch", german), " few")
    assert read(docx(body, language="en-US")).properties["language"] == "de-DE"


def test_numbers_that_word_gives_to_headings_are_told() -> None:
    counted = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    problems = read(docx(par("Start", style="berschrift1", formats=counted))).problems
    assert [problem.message for problem in problems] == [
        "the numbers that Word gives to headings are left out"
    ]
