"""What follows the text, arranged so that pages are full."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import facts_of, paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pdf_facts import Facts

FOOT = 62 * 12.5
USUAL_FOLIO = 806.2
"""Where folios stand below pages of the usual length, in points."""
BIO = " ".join(paragraph(number, 3) for number in range(4))
FURTHER = (15, 16, 17, 18, 19, 20, 21, 23, 24, 25)
"""Numbers of paragraphs, with which the end comes to stand at further places of the page."""
NOTES = "\n".join(f"[^{n}]: {paragraph(n, 2)}" for n in range(20))


def many(count: int) -> str:
    return "\n\n".join(paragraph(number) for number in range(count))


def set_with_boxes(folder: Path, count: int, notes: str = "") -> Facts:
    marks = "".join(f"[^{n}]" for n in range(20)) if notes else ""
    authors = [{"name": "Jane Doe", "bio": BIO}]
    publisher = {"name": "A House", "about": BIO}
    body = f"{many(count)}{marks}\n\n{notes}"
    return facts_of(folder, body, authors=authors, publisher=publisher)


def lowest(facts: Facts, page: int) -> float:
    return max(line.baseline for line in facts.on(page) if line.baseline < FOOT)


@pytest.fixture(scope="module", params=[(14, 22), pytest.param(FURTHER, marks=pytest.mark.exhaustive)])
def with_notes(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[int, Facts]:
    """Texts with notes and boxes after them, by the number of their paragraphs."""
    folder = tmp_path_factory.mktemp("notes")
    return {count: set_with_boxes(folder / str(count), count, NOTES) for count in request.param}


def test_notes_come_before_boxes_that_would_leave_a_page_half_empty(with_notes: Mapping[int, Facts]) -> None:
    for count, facts in with_notes.items():
        for page in range(len(facts) - 1):
            assert lowest(facts, page) > FOOT - 12 * 12.5, (count, page)


def test_all_is_printed_once_however_it_is_arranged(with_notes: Mapping[int, Facts]) -> None:
    for facts in with_notes.values():
        assert facts.text.count("About A House") == 1
        assert facts.text.count("How to cite") == 1
        assert facts.text.count("Endnotes") == 1


def test_pages_are_a_line_longer_or_shorter_all_alike_where_that_fills_the_last(tmp_path: Path) -> None:
    depths = []
    for count in range(12, 24, 2):
        facts = set_with_boxes(tmp_path / str(count), count)
        folios = [
            line.baseline for page in range(len(facts)) for line in facts.on(page)
            if line.text == str(page + 1) and line.baseline > FOOT
        ]  # fmt: skip
        assert len(folios) == len(facts)
        assert max(folios) - min(folios) < 0.01
        depths.append(round((folios[0] - USUAL_FOLIO) / 12.5))
        last = [line.baseline for line in facts.on(len(facts) - 1) if line.baseline < folios[0] - 1]
        assert max(last) > 6 * 12.5 + (FOOT - 6 * 12.5) / 5, count
    assert 0 in depths
    assert set(depths) & {-3, -2, -1, 1}
    assert set(depths) <= {-3, -2, -1, 0, 1}


def test_a_single_note_fills_the_page_that_boxes_are_too_high_for(tmp_path: Path) -> None:
    authors = [{"name": f"Jane Doe {n}", "bio": BIO} for n in range(3)]
    publisher = {"name": "A House", "about": BIO}
    for count in (3, 4, 5):
        body = f"{many(count)}[^a]\n\n[^a]: One source."
        facts = facts_of(tmp_path / str(count), body, theme="report", authors=authors, publisher=publisher)
        page = next(n for n in range(len(facts)) if "One source." in facts.copied(n))
        assert f"So ends entry {count - 1}." in facts.copied(page), count
