"""An EPUB as a reading program takes it apart."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
import right_to_left
from lxml import etree
from setting import paragraph
from validators import epubcheck

import issuebrief

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {
    "x": "http://www.w3.org/1999/xhtml",
    "e": "http://www.idpf.org/2007/ops",
    "o": "http://www.idpf.org/2007/opf",
    "d": "http://purl.org/dc/elements/1.1/",
}
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h90v30z"/></svg>'
TEXT = f"""## First

{paragraph(1)}[^a] [Some data](data.csv) lie beside it, [others](https://example.org/) do not.

![A sail](sail.svg){{#fig-sail}}

Figure: A sail on its way.

### Within

As [](#fig-sail) and the note[^a] say.

| Port | Ships |
|------|------:|
| Lund |    12 |

## Second

{{}}

[^a]: The *log* of the harbour.
"""
FRONT = {
    "title": "The Harbour & the Sea",
    "subtitle": "A study",
    "authors": [{"name": "Ada Berg"}],
    "editors": [{"name": "Bo Ek"}],
    "date": "2024-05-01",
    "lang": "en",
    "abstract": "What ships do.",
    "keywords": ["ships"],
    "series": "Papers",
    "number": "3",
    "publisher": {"name": "Harbour Institute"},
}


@dataclass(frozen=True)
class Book:
    """An EPUB that has been opened."""

    content: bytes

    @property
    def files(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(BytesIO(self.content))

    def find(self, name: str, path: str) -> list[Any]:
        """What an XPath finds in a file."""
        found: list[Any] = etree.fromstring(self.files.read(f"EPUB/{name}")).xpath(path, namespaces=NAMES)
        return found

    def words(self, path: str) -> list[str]:
        """The words of the elements of the package that an XPath finds."""
        return [each.text for each in self.find("package.opf", path)]


def made(body: str = "", *purposes: str, home: Path | None = None, **front: Any) -> issuebrief.Result:
    content = TEXT.replace("{}", body or paragraph(2))
    files = {"sail.svg": DRAWING.encode(), "data.csv": b"a,b"}
    return issuebrief.build(
        {**FRONT, **front}, body=content, purposes=purposes or ("epub",), files=files, home=home
    )


def book(body: str = "", **front: Any) -> Book:
    """The EPUB of the text, with other front matter; `home` is a folder with styles."""
    return Book(made(body, **front).files["brief.epub"])


@pytest.fixture(scope="module")
def harbour() -> Book:
    return book()


def test_epubcheck_finds_nothing_wrong(harbour: Book, tmp_path: Path) -> None:
    (tmp_path / "harbour.epub").write_bytes(harbour.content)
    assert epubcheck(tmp_path / "harbour.epub") == []


def test_the_archive_begins_with_what_it_is_and_the_same_brief_gives_the_same_bytes(harbour: Book) -> None:
    first = harbour.files.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert harbour.files.read("mimetype") == b"application/epub+zip"
    assert harbour.content == book().content


def test_the_package_says_what_the_brief_is(harbour: Book) -> None:
    assert harbour.words("//d:title") == ["The Harbour & the Sea", "A study"]
    assert harbour.words("//d:creator") == ["Ada Berg"]
    assert harbour.words("//d:contributor") == ["Bo Ek"]
    assert harbour.words("//o:meta[@property='role']") == ["aut", "edt"]
    assert harbour.words("//d:language | //d:date | //d:subject") == ["en", "2024-05-01", "ships"]
    assert harbour.words("//o:meta[@property='belongs-to-collection']") == ["Papers"]
    assert harbour.words("//o:meta[@property='group-position']") == ["3"]
    assert harbour.words("//o:meta[@property='dcterms:modified']") == ["2024-05-01T00:00:00Z"]
    assert "alternativeText" in harbour.words("//o:meta[@property='schema:accessibilityFeature']")


def test_documents_are_read_in_the_order_of_the_template(harbour: Book) -> None:
    order = harbour.find("package.opf", "//o:itemref/@idref")
    assert order == [f"document-{name}" for name in ("title", "text", "about", "notes")]


def test_notes_are_pop_ups_and_lead_both_ways_between_files(harbour: Book) -> None:
    marks = harbour.find("text.xhtml", "//x:a[@e:type='noteref']/@href")
    assert marks == ["notes.xhtml#note-1"] * 2
    (note,) = harbour.find("notes.xhtml", "//x:li/x:div[@e:type='footnote']")
    assert (note.get("id"), note.get("role")) == ("note-1", "doc-footnote")
    assert [link.get("href").partition("#")[0] for link in note.findall("x:a", NAMES)] == ["text.xhtml"] * 2


def test_the_contents_list_headings_in_levels(harbour: Book) -> None:
    entries = harbour.find("nav.xhtml", "//x:nav[@e:type='toc']/x:ol/x:li/x:a/text()")
    assert entries[:3] == ["The Harbour & the Sea", "First", "Second"] and entries[-1] == "Endnotes"
    within = "//x:nav[@e:type='toc']/x:ol/x:li[x:a='First']/x:ol/x:li/x:a"
    assert [(link.text, link.get("href")) for link in harbour.find("nav.xhtml", within)] == [
        ("Within", "text.xhtml#within")
    ]


def test_pictures_and_fonts_are_files_and_what_is_named_is_there(harbour: Book) -> None:
    (image,) = harbour.find("text.xhtml", "//x:img")
    assert (image.get("src"), image.get("alt")) == ("images/picture-1.svg", "A sail")
    names = {name.removeprefix("EPUB/") for name in harbour.files.namelist()}
    assert {*harbour.find("package.opf", "//o:item/@href")} <= names
    assert "fonts/font-1.woff2" in names


def test_only_links_that_lead_somewhere_are_links(harbour: Book) -> None:
    links = harbour.find("text.xhtml", "//x:p//x:a[not(@e:type)]")
    assert {"".join(link.itertext()): link.get("href") for link in links} == {
        "others": "https://example.org/",
        "Figure\xa01": "#fig-sail",
    }


def test_colours_and_faces_are_written_out(harbour: Book) -> None:
    sheet = harbour.files.read("EPUB/style.css").decode()
    assert "var(" not in sheet
    assert "#12304f" in sheet and 'url(fonts/font-1.woff2) format("woff2")' in sheet


def test_pages_of_the_pdf_are_marked_at_the_word_they_begin_with() -> None:
    import pymupdf

    files = made("\n\n".join(map(paragraph, range(3, 30))), "screen", "epub").files
    long = Book(files["brief.epub"])
    with pymupdf.open(stream=files["brief.pdf"]) as pdf:
        count = pdf.page_count
        assert count > 2
        marks = {mark.get("id"): mark for mark in long.find("text.xhtml", "//*[@e:type='pagebreak']")}
        for number in range(2, count):
            follow = "".join((marks[f"page-{number}"].tail or "").split())[:20]
            assert follow in "".join(pdf[number - 1].get_text().replace("\u00ad", "").split()), number
    listed = long.find("nav.xhtml", "//x:nav[@e:type='page-list']//x:a/text()")
    assert listed == [str(number) for number in range(1, count + 1)]


def test_a_brief_from_right_to_left_turns_its_pages_so(tmp_path: Path) -> None:
    theme = right_to_left.theme(tmp_path, "he")
    hebrew = book(lang="he", title="הנמל והים", editors=[], theme=theme, home=tmp_path)
    assert hebrew.find("package.opf", "//o:spine/@page-progression-direction") == ["rtl"]
    assert hebrew.find("text.xhtml", "/x:html/@dir") == ["rtl"]


def test_what_runs_is_left_out_and_told() -> None:
    result = made('<script>alert("a")</script>\n\nText & <b data-x="1">more</b>.')
    assert "markup.not-allowed" in [problem.code for problem in result.problems]
    assert Book(result.files["brief.epub"]).find("text.xhtml", "//x:script") == []
