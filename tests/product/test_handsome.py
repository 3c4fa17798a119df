"""Whatever a brief is like, its pages hold together: nothing lost, outside, overprinted or astray."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from examples import further
from pdf_facts import MM, Facts, Line, out_of_order, outside, overprinted, spoken, squeezed
from setting import facts_of, paragraph, set_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

GRID = 12.5
QUOTE_SIZES = (13.4, 0.86 * 13.4, 0.78 * 13.4)
COVER = {"image": "cover.png", "alt": "A harbour", "credit": "Photo: Desk"}
FULL: dict[str, Any] = {
    "subtitle": "What the ferry knows",
    "number": "3/2024",
    "abstract": paragraph(900, 3),
    "key_points": ["The ferry is early.", "The tide is late."],
    "keywords": ["ferries", "tides"],
    "cover": COVER,
    "disclaimer": "These are the views of the desk.",
    "copyright": "© The House, 2024.",
    "publisher": {
        "name": "The House",
        "short": "TH",
        "place": "Oslo",
        "url": "https://example.org",
        "about": "The House looks at harbours.",
    },
}


def texts(count: int) -> list[str]:
    return [paragraph(number) for number in range(1, count + 1)]


def quote(number: int) -> str:
    return f"Saying {number} is one that the crew repeats whenever the wind turns."


def block(number: int) -> str:
    return f"!!! pull-quote\n    {quote(number)}"


def with_notes(paragraphs: Sequence[str]) -> str:
    marked = [f"{text}[^{number}]" for number, text in enumerate(paragraphs)]
    notes = [
        f"[^{number}]: Note to {number}, see <https://example.org/entry-{number}>."
        for number in range(len(marked))
    ]
    return "\n\n".join([*marked, *notes])


def full(**changes: Any) -> dict[str, Any]:
    return {**FULL, **changes}


@pytest.fixture(autouse=True)
def pictures(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (1200, 500), "navy").save(tmp_path / "cover.png", dpi=(300, 300))
    for number in range(6):
        Image.new("RGB", (300, 400), (40 * number, 90, 120)).save(
            tmp_path / f"portrait-{number}.png", dpi=(300, 300)
        )


def assert_handsome(facts: Facts, paragraphs: Sequence[str] = (), quotes: Sequence[str] = ()) -> None:
    """What holds for every brief of this theme, whatever is in it."""
    assert outside(facts) == []
    for number, letters in enumerate(facts.letters):
        assert overprinted(letters) == [], f"on page {number + 1}"
    text = spoken(facts.reading)
    for said in quotes:
        assert text.count(squeezed(said)) == 1
        text = text.replace(squeezed(said), "")
    assert out_of_order(text, paragraphs) == []
    assert all(face.embedded and face.subset for face in facts.faces)
    assert_sidebar(facts, quotes)
    assert_grid(facts)


def assert_sidebar(facts: Facts, quotes: Sequence[str]) -> None:
    """Pull-quotes are in the sidebar, whole and apart; those of a page come before those of the next."""
    found: list[list[Line]] = [[]]
    left = {squeezed(said): number for number, said in enumerate(quotes)}
    pages: dict[int, list[int]] = {}
    for line in sorted(quote_lines(facts), key=lambda line: (line.page, line.baseline)):
        found[-1].append(line)
        number = left.pop(squeezed("".join(line.text for line in found[-1])), None)
        if number is not None:
            pages.setdefault(line.page, []).append(number)
            found.append([])
    assert left == {} and found.pop() == []
    assert [number for page in sorted(pages) for number in sorted(pages[page])] == [*range(len(quotes))]
    for lines_of_one in found:
        assert len({line.page for line in lines_of_one}) == 1
        assert all(line.x >= 14 * MM - 0.5 and line.right <= 51 * MM + 1 for line in lines_of_one)
    for above, below in pairwise(found):
        assert (above[-1].page, above[-1].baseline + GRID) < (below[0].page, below[0].baseline)


def quote_lines(facts: Facts) -> list[Line]:
    return [line for line in facts.lines if any(abs(line.size - size) < 0.03 for size in QUOTE_SIZES)]


def body_lines(facts: Facts) -> list[Line]:
    return [line for line in facts.lines if line.size == pytest.approx(9.3, abs=0.03) and line.x > 57 * MM]


def stranded(facts: Facts) -> list[str]:
    """The headings of the text without two lines of it below them in their column."""
    found, lines = [], body_lines(facts)
    for mark in facts.bookmarks:
        head = [line for line in facts.on(mark.page) if squeezed(line.text) == squeezed(mark.title)]
        for line in head:
            below = [
                other
                for other in lines
                if other.page == line.page
                and abs(other.x - line.x) < 20
                and 0 < other.baseline - line.baseline < 4 * GRID
            ]
            if mark.level > 1 and mark.title != "Endnotes" and len(below) < 2:
                found.append(mark.title)
    return found


def assert_grid(facts: Facts) -> None:
    lines = body_lines(facts)
    phase = lines[0].baseline % GRID if lines else 0
    off = [line.text for line in lines if abs((line.baseline - phase + GRID / 2) % GRID - GRID / 2) > 0.3]
    assert off == []


def test_a_full_brief(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, with_notes(texts(12)), **full())
    assert_handsome(facts, [FULL["abstract"], *texts(12), "Note to 0", "Note to 11"])
    assert len(facts) <= 4


@pytest.mark.parametrize(
    "left_out",
    [
        ("key_points", "keywords", "copyright"),
        *further((("cover",),), (("abstract", "subtitle"),), (("publisher", "disclaimer"),)),
        *further(*(((name,),) for name in ("abstract", "publisher", "key_points"))),
        *further(*(((name,),) for name in ("subtitle", "keywords", "disclaimer", "copyright"))),
    ],
)
def test_a_brief_without_some_of_its_parts(tmp_path: Path, left_out: Sequence[str]) -> None:
    facts = facts_of(tmp_path, with_notes(texts(5)), **full(**dict.fromkeys(left_out)))
    assert_handsome(facts, texts(5))


@pytest.mark.parametrize(
    "left_out", [("abstract", "cover"), ("cover",), *further((("abstract",),), (("abstract", "subtitle"),))]
)
def test_the_first_page_is_on_the_grid_of_the_second(tmp_path: Path, left_out: Sequence[str]) -> None:
    facts = facts_of(tmp_path, with_notes(texts(12)), **full(**dict.fromkeys(left_out)))
    assert {line.page for line in body_lines(facts)} >= {0, 1}
    assert_grid(facts)


def test_a_brief_without_notes(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, "\n\n".join(texts(5)), **full())
    assert_handsome(facts, texts(5))
    assert "Endnotes" not in [mark.title for mark in facts.bookmarks]


def test_a_brief_that_has_nothing_but_what_it_must(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, "\n\n".join(texts(8)))
    assert_handsome(facts, texts(8))


def test_a_paragraph_of_three_words(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, "Just three words.")
    assert_handsome(facts, ["Just three words."])
    assert len(facts) == 1


def test_half_a_page_of_text(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, "\n\n".join(texts(2)), **full(cover=None))
    assert_handsome(facts, texts(2))
    assert len(facts) <= 2


def test_hardly_any_text_but_notes(tmp_path: Path) -> None:
    marks = " ".join(f"Word[^{number}]" for number in range(60))
    notes = "\n\n".join(f"[^{number}]: {paragraph(number, 2)}" for number in range(60))
    facts = facts_of(tmp_path, f"{marks}\n\n{notes}")
    assert_handsome(facts, [paragraph(number, 2) for number in range(60)])
    assert len([link for link in facts.links if link.target]) == 120


@pytest.mark.parametrize(("pages", "count"), [(12, 97), *further((40, 313))])
def test_many_pages(tmp_path: Path, pages: int, count: int) -> None:
    parts = []
    for number in range(1, count):
        if number % 12 == 1:
            parts.append(f"## Part {number}")
        parts.append(paragraph(number, 9))
        if number % 20 == 0:
            parts.append(block(number))
    facts = facts_of(tmp_path, "\n\n".join(parts), **full())
    assert len(facts) >= pages
    assert_handsome(
        facts,
        [paragraph(number, 9) for number in range(1, count)],
        [quote(number) for number in range(20, count, 20)],
    )
    assert [mark.title for mark in facts.bookmarks if mark.level == 2] == [
        f"Part\u00a0{n}" for n in range(1, count, 12)
    ]
    assert stranded(facts) == []
    assert emptiness(facts) == []


# Pull-quotes


def test_a_quote_stands_on_the_page_of_its_passage_and_beside_it(tmp_path: Path) -> None:
    body = [*texts(14)]
    said = "Nobody on the quay believed a word of the timetable that evening."
    body[11] = f"Once more. [{said}]{{.pull-quote}} Then rain."
    facts = facts_of(tmp_path, "\n\n".join(body))
    lines = quote_lines(facts)
    start = next(line for line in body_lines(facts) if line.text.startswith("Once more."))
    assert {line.page for line in lines} == {start.page}
    assert abs(lines[0].baseline - start.baseline) <= 2 * GRID
    assert_sidebar(facts, [said])


def test_two_quotes_of_one_paragraph_follow_each_other(tmp_path: Path) -> None:
    body = [*texts(14)]
    body[10] = (
        "[The tide is a clerk and keeps its own hours.]{.pull-quote} "
        "So [a ferry is a promise with a hull.]{.pull-quote}"
    )
    facts = facts_of(tmp_path, "\n\n".join(body))
    quotes = ["The tide is a clerk and keeps its own hours.", "a ferry is a promise with a hull."]
    lines = [squeezed(line.text) for line in quote_lines(facts)]
    assert squeezed("".join(quotes)).casefold() == "".join(lines).casefold()


RUN_OVER = ("sidebar.parted", "sidebar.spare-lines")
"""What is told of a sidebar that holds more than the text has room for beside it."""


def test_twelve_quotes_lifted_from_a_short_text(tmp_path: Path) -> None:
    body = [f"[{quote(number)}]{{.pull-quote}} It is said often." for number in range(12)]
    facts = facts_of(tmp_path, "\n\n".join([*texts(1), *body]), but=RUN_OVER, **full())
    quotes = [quote(number) for number in range(12)]
    assert_sidebar(facts, quotes)
    assert outside(facts) == [] and all(overprinted(letters) == [] for letters in facts.letters)
    assert all(spoken(facts.reading).count(squeezed(said)) == 2 for said in quotes)


@pytest.mark.parametrize("paragraphs", [1, 4])
def test_twelve_quotes_in_a_short_text(tmp_path: Path, paragraphs: int) -> None:
    body = "\n\n".join([*texts(paragraphs), *(block(number) for number in range(12))])
    facts = facts_of(tmp_path, body, but=RUN_OVER, **full())
    assert_handsome(facts, texts(paragraphs), [quote(number) for number in range(12)])
    assert len(facts) <= 5


def test_a_short_text_with_two_short_quotes_is_one_page(tmp_path: Path) -> None:
    body = "[The lamp is lit at dusk.]{.pull-quote} Yes.\n\n[The keeper sleeps by day.]{.pull-quote} He does."
    facts = facts_of(tmp_path, body)
    assert_sidebar(facts, ["The lamp is lit at dusk.", "The keeper sleeps by day."])
    assert len(facts) == 1


def test_a_long_quote_at_the_foot_of_the_text_is_not_cut(tmp_path: Path) -> None:
    said = "The crew counts the passengers twice and writes the lower number down, for the sea " * 3
    body = "\n\n".join([*texts(3), f"!!! pull-quote\n    {said}"])
    facts = facts_of(tmp_path, body, **full())
    assert_handsome(facts, texts(3), [said])


def test_a_quote_taller_than_a_page_is_a_problem_at_its_line(tmp_path: Path) -> None:
    said = "The crew counts the passengers twice and writes the lower number down. " * 40
    outcome, pdf = set_text(tmp_path, f"Text.\n\n!!! pull-quote\n    {said}\n")
    assert outcome.failed and not pdf.exists()
    assert all(problem.place and problem.place.line == 10 for problem in outcome.problems)


def test_twenty_key_points(tmp_path: Path) -> None:
    points = [
        f"Point {number} is that the ferry of {number} o\u2019clock leaves when it is full."
        for number in range(20)
    ]
    facts = facts_of(tmp_path, "\n\n".join(texts(8)), but=RUN_OVER, **full(key_points=points))
    assert_handsome(facts)
    assert out_of_order(spoken(facts.reading), points) == []


def emptiness(facts: Facts) -> list[int]:
    """The pages, from 1, whose first line below the running head stands in their lower half."""
    return [
        page + 1
        for page in range(len(facts))
        if min((line.baseline for line in facts.on(page) if line.baseline > 60), default=842) > 421
    ]


def test_long_key_points_leave_no_page_empty(tmp_path: Path) -> None:
    points = [f"Point {number} is that the ferry of {number} leaves when it is full." for number in range(20)]
    facts = facts_of(tmp_path, "\n\n".join(texts(8)), but=RUN_OVER, **full(key_points=points))
    assert emptiness(facts) == []


# Titles and people


@pytest.mark.parametrize("theme", ["isdp", "policy-note", "report"])
def test_a_title_of_250_characters(tmp_path: Path, theme: str) -> None:
    title = ("Considerations on the Navigation of Narrow Waters " * 6)[:249] + "x"
    facts = facts_of(tmp_path, "\n\n".join(texts(3)), **full(title=title, theme=theme))
    assert outside(facts) == [] and overprinted(facts.letters[0]) == []
    assert spoken(facts.reading).count(squeezed(title)) == 2
    assert facts.metadata["Title"].startswith(title)
    heads = [line for line in facts.on(1) if line.baseline < 60]
    assert all(line.left > 13 * MM and line.right < 197 * MM for line in heads)


def test_a_title_of_one_unbroken_word(tmp_path: Path) -> None:
    facts = facts_of(
        tmp_path, paragraph(1), title="Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter"
    )
    assert_handsome(facts, [paragraph(1)])


def test_six_authors_with_portraits(tmp_path: Path) -> None:
    authors = [
        {
            "name": f"Person Number {number}",
            "role": "Research Fellow",
            "photo": f"portrait-{number}.png",
            "bio": paragraph(number, 2),
            "email": f"person.{number}@example.org",
            "url": f"https://example.org/{number}",
            "orcid": "0000-0002-1825-0097",
        }
        for number in range(6)
    ]
    facts = facts_of(tmp_path, "\n\n".join(texts(4)), **full(authors=authors))
    assert_handsome(facts, [*texts(4), *(paragraph(number, 2) for number in range(6))])
    portraits = [node.alt for node in facts.reading.walk() if node.tag == "Figure" and "Portrait" in node.alt]
    assert portraits == [f"Portrait of Person Number {number}" for number in range(6)]
    assert {f"mailto:person.{number}@example.org" for number in range(6)} <= {
        link.address for link in facts.links
    }


@pytest.mark.parametrize("number", [1, 2])
def test_the_words_of_an_author_stand_beside_the_portrait(tmp_path: Path, number: int) -> None:
    authors = [
        {
            "name": f"Person {one}",
            "role": "Research Fellow",
            "photo": "portrait-0.png",
            "bio": paragraph(one, 2),
        }
        for one in range(number)
    ]
    facts = facts_of(tmp_path, "\n\n".join(texts(4)), **full(authors=authors, cover=None))
    portraits = [(page, box) for page in range(len(facts)) for box in facts.pictures(page)]
    assert len(portraits) == number
    for page, (left, top, right, bottom) in portraits:
        on_it = [
            letter.char
            for letter in facts.letters[page]
            if letter.left < right and letter.right > left and letter.top < bottom and letter.bottom > top
        ]
        assert on_it == []


def test_a_note_of_several_paragraphs_begins_on_the_line_of_its_number(tmp_path: Path) -> None:
    body = "\n\n".join(texts(4)) + "[^a]\n\n[^a]: The first paragraph.\n\n    The second paragraph."
    facts = facts_of(tmp_path, body, **full())
    (first,) = (line for line in facts.lines if line.text.endswith("The first paragraph."))
    assert first.text.removeprefix("1").strip() == "The first paragraph."
    assert any(line.text == "The second paragraph." for line in facts.lines)


# What stands in the text


def test_a_table_of_sixty_rows(tmp_path: Path) -> None:
    rows = "\n".join(f"| Row {number} | {number * 7} | harbour {number} |" for number in range(60))
    facts = facts_of(
        tmp_path,
        f"{paragraph(1)}\n\n| Name | Count | Place |\n| --- | ---: | --- |\n{rows}\n\n{paragraph(2)}",
    )
    text = spoken(facts.reading)
    assert (
        out_of_order(
            text,
            [
                paragraph(1),
                *(f"Row {number} {number * 7} harbour {number}" for number in range(60)),
                paragraph(2),
            ],
        )
        == []
    )
    assert outside(facts) == []
    assert all(overprinted(letters) == [] for letters in facts.letters)


def test_a_table_of_sixty_rows_leaves_the_first_page_its_text(tmp_path: Path) -> None:
    rows = "\n".join(f"| Row {number} | {number * 7} |" for number in range(60))
    facts = facts_of(
        tmp_path, f"{paragraph(1)}\n\n| Name | Count |\n| --- | ---: |\n{rows}\n\n{paragraph(2)}"
    )
    assert any(line.text.startswith("Entry 1 begins") for line in facts.on(0))


def test_the_text_after_a_table_without_a_caption_is_on_the_grid(tmp_path: Path) -> None:
    table = "| Name | Count |\n| --- | ---: |\n| Row | 7 |\n| Row | 8 |"
    assert_grid(facts_of(tmp_path, f"{paragraph(1)}\n\n{table}\n\n{paragraph(2)}"))


def test_the_text_after_a_table_with_a_caption_is_on_the_grid(tmp_path: Path) -> None:
    table = '| Name | Count |\n| --- | ---: |\n| Row | 7 |\n{#tab-rows caption="Rows" source="the desk"}'
    facts = facts_of(tmp_path, f"{paragraph(1)}\n\n{table}\n\n{paragraph(2)}")
    assert_handsome(facts, [paragraph(1), paragraph(2)])


@pytest.mark.parametrize(
    "between",
    [
        "- One\n- Two\n- Three",
        "1. One\n2. Two",
        "> Quoted words\n> stand here.",
        "## A Heading",
        "## A\n\n### B",
        "## A\n\n### B\n\n#### C",
        "Term\n:   Its meaning",
        "* * *",
        "- One\n\n    More of one.\n\n- Two\n    - Inner",
    ],
)
def test_the_text_after_anything_is_on_the_grid(tmp_path: Path, between: str) -> None:
    facts = facts_of(tmp_path, f"{paragraph(1)}\n\n{between}\n\n{paragraph(2)}\n\n{paragraph(3)}")
    assert_handsome(facts, [paragraph(1), paragraph(2), paragraph(3)])


def test_code_with_long_lines(tmp_path: Path) -> None:
    code = "\n".join(
        f"    result_{number} = harbour.count(passengers, twice=True, lower=True, weather='foul')"
        for number in range(5)
    )
    outcome, pdf = set_text(tmp_path, f"{paragraph(1)}\n\n{code}\n\n{paragraph(2)}")
    assert outcome.written, outcome.problems
    with Facts(pdf) as facts:
        assert outside(facts) == []
        assert overprinted(facts.letters[0]) == []
        assert (
            out_of_order(spoken(facts.reading), [paragraph(1), "result_4 = harbour.count", paragraph(2)])
            == []
        )
        assert all(
            line.right <= 124 * MM + 1 for line in facts.on(0) if "result" in line.text and line.x < 120 * MM
        )


def test_code_needs_no_face_of_the_machine(tmp_path: Path) -> None:
    outcome, _ = set_text(tmp_path, "A word of `code` here.")
    assert outcome.problems == ()


def test_a_word_of_three_hundred_letters(tmp_path: Path) -> None:
    word = "ferry" * 60
    facts = facts_of(tmp_path, f"{paragraph(1)} {word} {paragraph(2)}", but=["lines.ladder"])
    assert spoken(facts.reading).count(word) == 1
    assert outside(facts) == []
    assert overprinted(facts.letters[0]) == []


@pytest.mark.parametrize(
    ("lang", "text", "quoted", "but"),
    [
        (
            "de",
            'Er sagte: "Die Überfahrt dauert länger." Straßenbahnhaltestelle und Fährgesellschaft.',
            "„Die",
            (),
        ),
        (
            "sv",
            'Hon sade: "Färjan går klockan sex." Överfartsbestämmelserna gäller även här på kajen.',
            "”Färjan",
            (),
        ),
        (
            "fr",
            "Elle dit : \"Le bac part à six heures.\" L'après-midi, il n'y a plus d'œuvre à faire.",
            "«",
            (),
        ),
    ],
)
def test_other_languages(tmp_path: Path, lang: str, text: str, quoted: str, but: Sequence[str]) -> None:
    body = "\n\n".join([text] * 6) + "[^1]\n\n[^1]: " + text
    facts = facts_of(tmp_path, body, but=but, lang=lang)
    assert facts.language == lang
    assert facts.copied(0).count(quoted) >= 7
    assert_handsome(facts)
    assert spoken(facts.reading).count(squeezed(text)) == 7


@pytest.mark.parametrize("theme", ["isdp", "policy-note", "report"])
def test_everything_at_once(tmp_path: Path, theme: str) -> None:
    body = (
        with_notes([*texts(6)])
        + f"\n\n## Aside\n\n{block(1)}\n\n{paragraph(7)}\n\n{block(2)}\n\n{paragraph(8)}"
    )
    facts = facts_of(tmp_path, body, **full(theme=theme, accent="#0f6b5c"))
    assert outside(facts) == []
    assert all(overprinted(letters) == [] for letters in facts.letters)
    text = spoken(facts.reading)
    assert all(text.count(squeezed(passage)) == 1 for passage in [*texts(8), quote(1), quote(2)])
