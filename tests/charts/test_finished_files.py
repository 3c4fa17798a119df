"""Charts in finished files: their words, colours, description and data, as readers and printers get them."""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from charts import block
from pdf_facts import Facts
from press_facts import PressFacts
from setting import job, write_brief
from validators import A_2A, UA_1, page_validation, spoken_aloud
from web_pages import Page

from issuebrief.job import Output, Purpose
from issuebrief.pipeline.build import set_brief
from issuebrief.pipeline.read import read

if TYPE_CHECKING:
    from pathlib import Path

BARS = block(
    "type: bar\nhighlight: China\nunit: Landings\ncaption: Who has *landed*.\nsource: NASA[^1]",
    "Country,Landings\nUnited States,11\nChina,3\nJapan,\nIndia,1",
    "{#fig-bars}",
)
LINES = block(
    "type: line\ncaption: Launches, by year.\ntable: annex", "Year,China\n2019,34\n2020,39.5", "{.here}"
)
TEXT = f"[](#fig-bars) shows it.\n\n{BARS}\nText between two figures.\n\n{LINES}\n[^1]: A note.\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A brief with two charts, set for every purpose."""
    folder = tmp_path_factory.mktemp("charts")
    brief = write_brief(folder, TEXT)
    outputs = tuple(Output(purpose, folder / f"brief{purpose.ending}") for purpose in Purpose)
    outcome = set_brief(replace(job(brief), outputs=outputs, keep_in=folder))
    assert {problem.code for problem in outcome.problems} <= {"chart.missing-values", "columns.uneven"}
    assert len(outcome.written) == len(Purpose)
    return folder


def test_words_are_words_and_the_picture_is_described(built: Path) -> None:
    with Facts(built / "brief.pdf") as facts:
        figures = [node for node in facts.reading.walk() if node.tag == "Figure"]
        assert [figure.alt for figure in figures] == [
            "Bar chart: Who has landed. Unit: Landings. United States with 11; China with 3; India with 1. "
            "There is no value for Japan.",
            "Line chart: Launches, by year. Year ranges from 2019 to 2020. A rise from 34 to 39.5.",
        ]
        text = facts.copied(0)
        assert "Figure 1 shows it." in text
        assert "United States" in text
        (line,) = [line for line in facts.lines if "United States" in line.text]
        assert {round(letter.size, 2) for letter in line.letters} == {7.6}
        tables = [node.text for node in facts.reading.walk() if node.tag == "Table"]
        assert len(tables) == 1
        assert "39.5" in tables[0]


def test_validators_find_nothing(built: Path) -> None:
    assert page_validation(built / "brief.pdf", UA_1) == []
    assert page_validation(built / "brief.pdf", A_2A) == []
    assert spoken_aloud(built / "brief.pdf") == []


def test_for_the_press_charts_are_in_inks_and_their_words_in_black_alone(built: Path) -> None:
    with PressFacts(built / "brief-press.pdf") as facts:
        numbers = {colour.numbers for colour in facts.colours}
        assert (0.0, 0.0, 0.0, 1.0) in numbers
        assert (0.0, 0.9, 0.8, 0.22) in numbers  # the accent, of the bar that is highlighted
        assert {colour.operator for colour in facts.colours} <= {"k", "K", "g", "G", "scn", "SCN", "sc", "SC"}


def test_the_web_page_has_the_data_behind_each_chart(built: Path) -> None:
    page = Page((built / "brief.html").read_bytes())
    (details,) = page.all("//figure/following-sibling::details[@class='chart-data']")
    assert [" ".join(row.text_content().split()) for row in details.iter("tr")] == [
        "CountryLandings", "United States11", "China3", "Japan", "India1",
    ]  # fmt: skip
    link = details.find(".//a")
    assert link.get("download") == "fig-bars.csv"
    data = base64.b64decode(link.get("href").partition("base64,")[2])
    assert data.decode("utf-8-sig").split("\r\n")[:2] == ["Country,Landings", "United States,11"]
    assert (
        len(page.all("//figure/following-sibling::div[@class='chart-data']//a")) == 1
    )  # the table itself stands in the annex
    scroll = details.find("div")
    assert scroll.get("aria-label") == "Data of the figure: Who has landed."


def test_a_chart_that_is_kept_is_not_drawn_again_and_the_file_is_the_same(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> str:
        raise AssertionError("it is drawn already")

    monkeypatch.setattr("issuebrief.charts.rendering.drawing_store.svg_of", never)
    before = (built / "brief.pdf").read_bytes()
    outcome = set_brief(replace(job(built / "brief.md"), keep_in=built))
    assert outcome.written
    assert (built / "brief.pdf").read_bytes() == before


def test_a_chart_and_citations_may_stand_in_one_brief(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(
        "@book{a1, author={Gauge, Ada}, title={Night}, publisher={P}, year=2019}"
    )
    chart = block("type: bar\ncaption: Bars [@a1]\nsource: See [@a1, p. 4]", "n,v\na,1", "{#fig-a}")
    brief = write_brief(
        tmp_path, f"First [@a1].\n\n{chart}\nLast [@a1]. And [](#nowhere).", references="refs.bib"
    )
    _, problems = read(job(brief))
    assert [(problem.code, problem.excerpt) for problem in problems] == [
        ("references.dead", "Last [@a1]. And [](#nowhere).")
    ]
    brief.write_text(brief.read_text().replace("[](#nowhere)", "[](#fig-a)"))
    manuscript, problems = read(job(brief))
    assert manuscript is not None, problems
    assert len(manuscript.body.notes) == 4
    assert "4" in manuscript.body.notes[2].html


def test_what_is_wrong_with_a_drawing_is_told_at_its_block(tmp_path: Path) -> None:
    long = "Incomprehensibilities" * 6
    brief = write_brief(tmp_path, f"Text.\n\n{block('type: bar', f'n,v{chr(10)}{long},1')}")
    problems = set_brief(job(brief)).problems
    assert {(problem.code, problem.excerpt) for problem in problems} == {
        ("chart.crowded", "```chart"),
        ("picture.text-lost", "```chart"),
    }


def test_a_chart_keeps_its_size_where_a_picture_would_be_made_smaller(tmp_path: Path) -> None:
    charts = [
        block("type: bar", "Name,n\n" + "".join(f"{name} number {n},{50 - n}\n" for n in range(1, 21)))
        for name in ("Quay", "Mole")
    ]
    text = f"{charts[0]}\nShort words.\n\n{charts[1]}\nWords."
    brief = write_brief(tmp_path, text, theme="policy-note")
    outcome = set_brief(job(brief))
    assert {problem.code for problem in outcome.problems} <= {"page.underfull"}
    with Facts(brief.with_suffix(".pdf")) as facts:
        sizes = {line.size for line in facts.lines if "number" in line.text}
    assert len(sizes) == 1
    assert min(sizes) > 7
