"""Tables and pictures that are turned on pages of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pytest
from examples import further
from setting import facts_of, job, paragraph, set_text, write_brief
from validators import A_2A, UA_1, page_validation, spoken_aloud

from issuebrief.job import Output, Purpose
from issuebrief.pipeline.build import set_brief

if TYPE_CHECKING:
    from pathlib import Path

BEFORE = "\n\n".join(["Look at [](#tab-ports).", *map(paragraph, range(4))])
BEHIND = "\n\n".join(map(paragraph, range(10, 14)))
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0h40v30H0z" fill="#0f0"/></svg>'
)


def turned(rows: int, name: str = "tab-ports") -> str:
    """A text with a turned table of so many rows, whose ports are numbered from 100."""
    ports = "\n".join(f"| Port {100 + row} | {row} ships |" for row in range(rows))
    table = f"| Port | Ships |\n| --- | --- |\n{ports}\n\nTable: Ships by port. {{#{name} .turned}}"
    return f"{BEFORE}\n\n{table}\nSource: The ledgers.\n\n{BEHIND}"


def rotations(pdf: Path) -> list[int]:
    with pikepdf.open(pdf) as file:
        return [int(page.get("/Rotate", 0)) for page in file.pages]


def test_a_turned_table_has_a_page_of_its_own_which_a_screen_shows_upright(tmp_path: Path) -> None:
    outcome, pdf = set_text(tmp_path, turned(9))
    assert outcome.problems == ()
    assert rotations(pdf).count(90) == 1
    assert set(rotations(pdf)) == {0, 90}
    assert [*page_validation(pdf, UA_1), *page_validation(pdf, A_2A), *spoken_aloud(pdf)] == []


@pytest.mark.parametrize("theme", ["isdp", *further("policy-note")])
def test_a_longer_one_goes_on_page_by_page_with_its_head_and_each_row_once(
    tmp_path: Path, theme: str
) -> None:
    facts = facts_of(tmp_path, turned(42), theme=theme)
    found = [n for n, angle in enumerate(rotations(tmp_path / "brief.pdf")) if angle]
    assert len(found) >= 2
    assert found == list(range(found[0], found[0] + len(found)))
    for row in range(42):
        assert facts.text.count(f"Port {100 + row}") == 1
    assert "continued" not in facts.copied(found[0])
    assert all("continued" in facts.copied(number) for number in found[1:])
    assert "The ledgers" in facts.copied(found[-1])


def test_rows_that_a_cell_spans_stay_on_one_page(tmp_path: Path) -> None:
    pairs = "".join(
        f'<tr><td rowspan="2">Port {100 + row}</td><td>in {row}</td></tr><tr><td>out {row}</td></tr>'
        for row in range(30)
    )
    head = "<tr><th>Port</th><th>Ships</th></tr>"
    table = f'<figure class="turned"><table><thead>{head}</thead><tbody>{pairs}</tbody></table></figure>'
    facts = facts_of(tmp_path, f"{paragraph(1)}\n\n{table}\n\n{BEHIND}", but=())
    pages = [facts.copied(number) for number in range(len(facts))]
    for row in range(30):
        (page,) = [text for text in pages if f"Port {100 + row}" in text]
        assert f"out {row}" in page


def test_a_turned_picture_stays_on_the_page_with_its_caption(tmp_path: Path) -> None:
    tmp_path.mkdir(exist_ok=True)
    (tmp_path / "a.svg").write_text(SVG)
    facts = facts_of(
        tmp_path,
        f"{paragraph(1)}\n\n![Green land beside a river](a.svg){{.turned}}\n:   The map.\n\n{BEHIND}",
    )
    (number,) = [n for n, angle in enumerate(rotations(tmp_path / "brief.pdf")) if angle]
    assert "The map." in facts.copied(number)


def test_a_press_file_has_all_its_pages_upright(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, turned(9))
    press = Output(Purpose.PRESS, tmp_path / "press.pdf")
    outcome = set_brief(replace(job(brief), outputs=(press,)))
    assert outcome.written
    assert set(rotations(tmp_path / "press.pdf")) == {0}


def test_what_cannot_be_turned_is_told(tmp_path: Path) -> None:
    outcome, _ = set_text(tmp_path, f"{paragraph(1)}\n\n::: note {{.turned}}\nWords.\n:::\n\n{paragraph(2)}")
    (problem,) = outcome.problems
    assert problem.code == "figures.span"
    assert problem.message.startswith(".turned is for pictures and tables")
