"""The briefs of content/, from their text to the facts of their PDFs."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from pdf_facts import (
    MM,
    Facts,
    Line,
    Link,
    is_ascending,
    out_of_order,
    outside,
    overprinted,
    spoken,
    squeezed,
)

if TYPE_CHECKING:
    from conftest import Shipped

NAMES = [brief.parent.name for brief in Path(__file__).parents[2].glob("content/*/brief.md")]
MAIN = "return-to-the-moon"
DEFINITION = re.compile(r"^\[\^(\S+?)\]: ?(.*)$", re.MULTILINE)
MARKED = re.compile(r"\[([^\[\]]+)\]\{\.pull-quote\}")
BLOCK = re.compile(r"^!!! pull-quote\n    (.*)$", re.MULTILINE)
CHART = re.compile(r"^```chart[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BETWEEN = r"\[\]\(#\S+\)|\n:   |!\[[^\]]*\]\([^)]*\)|\{[#.][^{}]*\}"
"""What parts a paragraph into pieces that stand apart on the page."""
GRID = 12.5


class Script:
    """A brief read from its text with a few plain rules, for comparison with the PDF."""

    def __init__(self, path: Path) -> None:
        _, front, text = path.read_text("utf-8").split("---\n", 2)
        charts = [yaml.safe_load(chart) for chart in CHART.findall(text)]
        text = CHART.sub("", text)
        self.front = yaml.safe_load(front)
        self.quotes = [
            match[1] or match[2] for match in re.finditer(f"{MARKED.pattern}|(?m:{BLOCK.pattern})", text)
        ]
        self.definitions = {name: plain(note) for name, note in DEFINITION.findall(text)}
        self.urls = {name: re.findall(r"<(https?://[^>]+)>", note) for name, note in DEFINITION.findall(text)}
        self.text = re.sub(r"^\*\[.*$", "", BLOCK.sub("", DEFINITION.sub("", text)), flags=re.MULTILINE)
        self.marks = re.findall(r"\[\^(\S+?)\]", self.text)
        self.captions = re.findall(r'(?:caption|source)="([^"]*)"', self.text)
        self.captions += [
            chart[key] for chart in charts for key in ("caption", "source", "note") if key in chart
        ]
        self.notes = list(dict.fromkeys(self.marks))

    @property
    def paragraphs(self) -> list[str]:
        """Paragraphs, headings, list items, quotations and table cells, in order."""
        pieces: list[str] = []
        for block in re.split(r"\n\s*\n", self.text):
            lines = [line for line in block.strip().split("\n") if not re.fullmatch(r"[|: -]*", line)]
            parts = (
                re.split(r"\n|\|", "\n".join(lines))
                if block.lstrip().startswith(("|", "1.", "-"))
                else [block]
            )
            for part in parts:
                pieces += re.split(BETWEEN, part)
        return [text for piece in pieces if squeezed(text := plain(re.sub(r"^\s*\d+\.\s", "", piece)))]

    @property
    def headings(self) -> list[tuple[int, str]]:
        return [
            (len(marks), plain(words))
            for marks, words in re.findall(r"^(##+) (.*)$", self.text, re.MULTILINE)
        ]


def plain(text: str) -> str:
    text = re.sub(r"\[\^\S+?\]", "", MARKED.sub(r"\1", text))
    text = re.sub(r"(?<!!)\[([^\[\]]+)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"<(https?://[^>]+)>", r"\1", text)
    text = re.sub(r"</?\w+[^>]*>|\{[^}]*\}|^#+ |^ *> ", "", text, flags=re.MULTILINE)
    return text.replace("*", "").strip()


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def script(shipped: dict[str, Shipped], name: str) -> Script:
    return Script(shipped[name].brief)


@pytest.fixture
def facts(shipped: dict[str, Shipped], name: str) -> Facts:
    return shipped[name].facts


def read_aloud(facts: Facts, script: Script) -> tuple[str, list[str]]:
    """The text in reading order without its pull-quotes, and the pull-quotes in reading order."""
    wanted = {squeezed(quote) for quote in script.quotes}
    quotes = []

    def read(node) -> str:  # type: ignore[no-untyped-def]
        if isinstance(node, str):
            return squeezed(node)
        if node.tag == "PullQuote" and spoken(node) in wanted:
            quotes.append(spoken(node))
            return ""
        return "" if node.link.startswith("#note-") else "".join(read(kid) for kid in node.kids)

    return read(facts.reading), quotes


def test_nothing_is_wrong_with_it(shipped: dict[str, Shipped], name: str) -> None:
    assert shipped[name].outcome.problems == ()
    assert shipped[name].outcome.written


def test_every_paragraph_heading_and_note_is_read_once_and_in_order(facts: Facts, script: Script) -> None:
    text, _ = read_aloud(facts, script)
    expected = [*script.paragraphs, *(script.definitions[note] for note in script.notes)]
    assert len(expected) > 20
    assert out_of_order(text, expected) == []
    long = [squeezed(passage) for passage in expected if len(squeezed(passage)) > 60]
    assert [passage for passage in long if text.count(passage) != 1] == []


def test_every_pull_quote_is_read_once_and_in_order(facts: Facts, script: Script) -> None:
    _, quotes = read_aloud(facts, script)
    assert quotes == [squeezed(quote) for quote in script.quotes]


def test_every_pull_quote_is_read_right_after_the_paragraph_it_repeats(facts: Facts, script: Script) -> None:
    (text,) = (node for node in facts.reading.walk() if node.tag == "Part")
    blocks = [kid for kid in text.kids if not isinstance(kid, str)]
    pairs = [(before, quote) for before, quote in pairwise(blocks) if quote.tag == "PullQuote"]
    assert len(pairs) == len(script.quotes)
    for before, quote in pairs:
        assert squeezed(quote.text).removesuffix("\u2026")[:40] in squeezed(before.text)


def test_captions_abstract_key_points_and_small_print_are_read(facts: Facts, script: Script) -> None:
    text = spoken(facts.reading)
    assert [caption for caption in script.captions if squeezed(plain(caption)) not in text] == []
    for key in ("title", "subtitle", "abstract", "disclaimer", "copyright", "key_points"):
        value = script.front[key]
        for passage in value if isinstance(value, list) else [value]:
            assert squeezed(passage) in text


def test_every_mark_links_to_its_note_and_the_note_back_to_every_mark(facts: Facts, script: Script) -> None:
    there = [link for link in facts.links if link.target and link.target.name.startswith("note-")]
    back = [link for link in facts.links if link.target and link.target.name.startswith("mark-")]
    numbers = {note: number for number, note in enumerate(script.notes, 1)}
    assert [link.target.name for link in there if link.target] == [
        f"note-{numbers[note]}" for note in script.marks
    ]
    assert len(back) == len(script.marks)
    for link in (*there, *back):
        assert link.target
        name, page, top = link.target.name, link.target.page, link.target.top
        ways_back = [other for other in (there if name.startswith("mark-") else back) if other.page == page]
        assert any(abs(other.box[1] - top) < GRID for other in ways_back), (
            f"{name} is not where the link goes"
        )


def test_a_note_cited_twice_has_as_many_ways_back(facts: Facts, script: Script) -> None:
    back = [link.target.name for link in facts.links if link.target and link.target.name.startswith("mark-")]
    twice = [note for note in script.notes if script.marks.count(note) > 1]
    assert twice
    for note in twice:
        number = script.notes.index(note) + 1
        wanted = [f"mark-{number}-{count + 1}" for count in range(script.marks.count(note))]
        assert [name for name in back if name.startswith(f"mark-{number}-")] == wanted


def test_urls_are_live_and_in_the_order_of_the_notes(facts: Facts, script: Script) -> None:
    wanted = [url for note in script.notes for url in script.urls[note]]
    addresses = [link.address for link in facts.links if link.address]
    assert [
        address
        for address, before in zip(addresses, ["", *addresses], strict=False)
        if address in wanted and address != before
    ] == wanted


def test_urls_copy_whole_and_character_for_character(facts: Facts, script: Script) -> None:
    printed = copied_links(facts)
    for note in script.notes:
        for url in script.urls[note]:
            assert printed[url] == url


def copied_links(facts: Facts) -> dict[str, str]:
    """What stands, letter by letter, where each address is live."""
    printed: dict[str, str] = {}
    for link in facts.links:
        if link.address:
            printed[link.address] = printed.get(link.address, "") + "".join(letters_in(facts, link))
    return printed


def letters_in(facts: Facts, link: Link) -> list[str]:
    left, top, right, bottom = link.box
    return [
        letter.char
        for letter in facts.letters[link.page]
        if letter.char.strip() and left - 0.5 <= letter.x < right - 0.2 and top < letter.baseline < bottom
    ]


def test_every_heading_is_a_bookmark_in_its_place(facts: Facts, script: Script) -> None:
    title, *headings, endnotes = facts.bookmarks
    assert (title.level, title.title) == (1, script.front["title"])
    assert [(mark.level, mark.title) for mark in headings] == script.headings
    assert (endnotes.level, endnotes.title) == (2, "Endnotes")
    for mark in facts.bookmarks:
        near = [line.text for line in facts.on(mark.page) if mark.top <= line.baseline <= mark.top + 60]
        assert any(squeezed(line) and squeezed(line) in squeezed(mark.title) for line in near), mark


def test_the_properties_name_the_brief(facts: Facts, script: Script) -> None:
    metadata = facts.metadata
    assert metadata["Title"] == f"{script.front['title']}: {script.front['subtitle']}"
    assert metadata["Author"] == ", ".join(author["name"] for author in script.front["authors"])
    assert metadata["Keywords"] == ", ".join(script.front["keywords"])
    assert metadata["CreationDate"].startswith("D:20231016")
    assert (facts.language, facts.tagged) == ("en-GB", True)


def test_its_structure_names_headings_lists_tables_and_pictures(facts: Facts, script: Script) -> None:
    nodes = list(facts.reading.walk())
    tags = [node.tag for node in nodes]
    assert tags.count("H1") == 1
    assert {"P", "L", "LI", "LBody", "Table", "THead", "TH", "TBody", "TD", "Link"} <= set(tags)
    assert ("Caption" in tags) == bool(script.captions)
    assert tags.count("Note") == len(script.notes)
    assert tags.count("PullQuote") == len(script.quotes)
    assert all(node.alt for node in nodes if node.tag == "Figure")
    assert tags.count("H3") == sum(level == 3 for level, _ in script.headings)


def test_all_faces_are_shipped_embedded_and_subset(facts: Facts) -> None:
    assert 5 <= len(facts.faces) <= 14
    for face in facts.faces:
        assert face.embedded and face.subset and face.readable, face.name
        assert face.name.partition("+")[2].startswith("Source-S"), face.name


def test_nothing_is_outside_the_page_and_nothing_overprinted(facts: Facts) -> None:
    assert facts.size == pytest.approx((210 * MM, 297 * MM), abs=0.01)
    assert outside(facts) == []
    for letters in facts.letters:
        assert overprinted(letters) == []


def body_lines(facts: Facts, size: float) -> list[Line]:
    return [line for line in facts.lines if line.size == pytest.approx(size, abs=0.03) and len(line.text) > 3]


def test_the_text_stands_in_two_columns_of_66_mm(shipped: dict[str, Shipped]) -> None:
    facts = shipped[MAIN].facts
    lines = [line for line in body_lines(facts, 9.3) if line.right - line.left > 180]
    assert len(lines) > 200
    starts = {58: 0, 130: 0}
    for line in lines:
        column = 58 if line.x < 120 * MM else 130
        indent = line.x - column * MM
        assert (
            indent == pytest.approx(0, abs=0.5)
            or indent == pytest.approx(GRID, abs=0.5)
            or indent < 1.1 * GRID + 0.5
        )
        starts[column] += indent == pytest.approx(0, abs=0.5)
        assert line.right <= (column + 66) * MM + 2
    assert min(starts.values()) > 80


def test_every_line_of_text_is_on_the_grid(facts: Facts, name: str) -> None:
    """The second theme sets half a line of white between its paragraphs."""
    lines, step = (body_lines(facts, 9.3), GRID) if name == MAIN else (body_lines(facts, 10.2), 13.5 / 2)
    phase = lines[0].baseline % step
    off = [line for line in lines if abs((line.baseline - phase + step / 2) % step - step / 2) > 0.3]
    assert [(line.page + 1, line.text) for line in off] == []


def sidebar_quotes(facts: Facts, script: Script, left: float, right: float, size: float) -> list[list[Line]]:
    """The lines of each pull-quote, in the order of the text."""
    inside = [
        line
        for line in facts.lines
        if min(abs(line.size - size), abs(line.size - 0.86 * size)) < 0.03
        and line.x > left * MM - 1
        and line.right < right * MM + 1
    ]
    found: dict[str, list[Line]] = {}
    wanted = [squeezed(quote) for quote in script.quotes]
    quote: list[Line] = []
    for line in sorted(inside, key=lambda line: (line.page, line.baseline)):
        quote.append(line)
        words = squeezed("".join(line.text for line in quote))
        if words in wanted:
            assert words not in found
            found[words], quote = quote, []
    assert not quote
    return [found[words] for words in wanted]


SIDEBARS = {MAIN: (14, 51, 13.4), "reading-the-launch-calendar": (142, 190, 15)}


def test_pull_quotes_stand_in_the_sidebar_whole_on_pages_in_order_and_apart(
    facts: Facts, script: Script, name: str
) -> None:
    quotes = sidebar_quotes(facts, script, *SIDEBARS[name])
    assert len(quotes) == len(script.quotes) >= 1
    for quote in quotes:
        assert len({line.page for line in quote}) == 1
    pages = [quote[0].page for quote in quotes]
    assert pages == sorted(pages)
    for above, below in pairwise(sorted(quotes, key=lambda quote: (quote[0].page, quote[0].baseline))):
        if above[0].page == below[0].page:
            assert below[0].baseline - above[-1].baseline > 1.5 * GRID


def test_no_pull_quote_comes_before_its_passage(facts: Facts, script: Script, name: str) -> None:
    quotes = sidebar_quotes(facts, script, *SIDEBARS[name])
    left, _, _ = SIDEBARS[name]
    pages = [
        "".join(squeezed(line.text) for line in facts.on(page) if not (line.x < 52 * MM and left == 14))
        for page in range(len(facts))
    ]
    whole = "".join(pages)
    for quote, words in zip(quotes, script.quotes, strict=True):
        offset = whole.find(squeezed(words)[:25])
        page = next(number for number in range(len(pages)) if offset < len("".join(pages[: number + 1])))
        assert page <= quote[0].page <= page + 1


def test_the_second_theme_has_its_sidebar_on_the_right(shipped: dict[str, Shipped]) -> None:
    facts = shipped["reading-the-launch-calendar"].facts
    lines = body_lines(facts, 10.2)
    assert min(line.x for line in lines) == pytest.approx(20 * MM, abs=0.5)
    assert max(line.right for line in lines) < 132.5 * MM


def test_pages_are_numbered_and_carry_the_title_but_for_the_first(facts: Facts, script: Script) -> None:
    for page in range(len(facts)):
        texts = [line.text for line in facts.on(page)]
        assert texts.count(str(page + 1)) == 1
        heads = [
            line.text for line in facts.on(page) if line.baseline < 60 and line.text == script.front["title"]
        ]
        assert len(heads) == (page > 0)


def test_footnote_numbers_hang_in_rising_order(facts: Facts, script: Script) -> None:
    back = [link for link in facts.links if link.target and re.fullmatch(r"mark-\d+-1", link.target.name)]
    numbers = ["".join(letters_in(facts, link)) for link in back]
    assert numbers == [str(number) for number in range(1, len(script.notes) + 1)]
    assert is_ascending((link.page, round(link.box[0] / 100), link.box[1]) for link in back)
