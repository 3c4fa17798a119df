"""The text of pages as it stands: words, their places, and how lines go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drawing import pages_of
from setting import paragraph

from issuebrief.frontmatter.source import Source
from issuebrief.layout.inspect.page_text import TextLine, page_text
from issuebrief.layout.paragraphs.text_metrics import TextMetrics
from issuebrief.pdf.page_preview import proof

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.engine.pages import Pages

NARROW = "@page { size: 220px 400px; margin: 10px } body { font: 12px serif; hyphens: auto }"


def texts(pages: Pages) -> list[tuple[TextLine, ...]]:
    """The lines of all pages."""
    return [page_text(page, TextMetrics()) for page in pages.document.pages]


def as_read(lines: tuple[TextLine, ...]) -> str:
    """The words of some lines, joined as the lines say."""
    return "".join("".join(word.text for word in line.words) + line.after for line in lines)


def test_each_word_stands_where_the_pdf_has_its_letters(tmp_path: Path) -> None:
    import pypdfium2

    body = f"<p style='text-align: justify'>{paragraph(3)} An <em>office</em> of first waffles.</p>"
    pages = pages_of(tmp_path, body, NARROW)
    drawn = proof(pages, pages.document.pages[0], Source(tmp_path / "brief.md", "", "", 1, "", 1)).content
    words = [word for line in texts(pages)[0] for word in line.words]
    rows = {word: line for line in texts(pages)[0] for word in line.words}
    with pypdfium2.PdfDocument(drawn) as document:
        page = document[0]
        text, height = page.get_textpage(), page.get_height()
        for word in words:
            line = rows[word]
            low, high = height - line.y - line.height, height - line.y
            found = text.get_text_bounded(word.x - 0.3, low, word.x + word.width + 0.3, high)
            assert found.replace("\x02", "").strip(" -\u00ad\ufffe\r\n") == word.text.strip(" -"), word
    assert len(words) > 60


def test_a_word_that_is_parted_at_the_end_of_a_line_is_one(tmp_path: Path) -> None:
    words = "Interinstitutional responsibilities notwithstanding, well-established representatives disagree."
    pages = pages_of(tmp_path, f"<p>{words}</p>", NARROW)
    lines = texts(pages)[0]
    assert as_read(lines) == f"{words}\n"
    parted = [line.words[-1].text for line in lines if not line.after]
    assert len(parted) > 1 and not any(word.endswith("\u2010") for word in parted)


def test_a_paragraph_is_one_over_pages(tmp_path: Path) -> None:
    body = f"<p>{paragraph(1, 30)}</p><p>Another.</p>"
    pages = texts(pages_of(tmp_path, body, NARROW))
    assert len(pages) > 1
    long = {line.paragraph for lines in pages for line in lines if line.words[0].text != "Another."}
    assert len(long) == 1
    assert pages[0][-1].after != "\n" and pages[-1][-1].paragraph not in long


def test_an_address_that_is_broken_has_no_space_in_it(tmp_path: Path) -> None:
    address = "https://example.org/a-long-path/to-a-document/with-a-name/and-more-of-it.html"
    body = f"<p>See <a href='{address}'>{address.replace('/', '/<wbr>')}</a> for it.</p>"
    assert address in as_read(texts(pages_of(tmp_path, body, NARROW))[0])


def test_what_stands_in_the_margins_comes_last(tmp_path: Path) -> None:
    style = NARROW + "@page { margin: 40px 10px; @top-left { content: 'A running head' } }"
    lines = texts(pages_of(tmp_path, "<p>Words.</p>", style))[0]
    assert [(as_read((line,)), line.running) for line in lines] == [
        ("Words.\n", False),
        ("A running head\n", True),
    ]


def test_words_from_right_to_left_stand_in_the_order_of_reading(tmp_path: Path) -> None:
    body = "<p dir='rtl' lang='he'>שלום עולם ועוד מילה</p>"
    (line,) = texts(pages_of(tmp_path, body, NARROW))[0]
    assert line.leftward
    assert "".join(word.text for word in line.words) == "שלום עולם ועוד מילה"
    places = [word.x for word in line.words]
    assert places == sorted(places, reverse=True)
    assert all(one.x >= two.x + two.width for one, two in zip(line.words, line.words[1:], strict=False))


def test_a_line_that_is_turned_says_so(tmp_path: Path) -> None:
    body = "<p style='transform: rotate(90deg); transform-origin: 0 0; margin: 0 0 0 100px'>Aslant words</p>"
    (line,) = texts(pages_of(tmp_path, body, NARROW))[0]
    assert line.turn == 90


def test_what_is_not_seen_is_not_read(tmp_path: Path) -> None:
    body = "<p>Seen <span style='visibility: hidden'>hidden</span> too.</p>"
    lines = texts(pages_of(tmp_path, body, NARROW))[0]
    assert as_read(lines).split() == ["Seen", "too."]
