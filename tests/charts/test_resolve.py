"""Charts in a brief become figures that still know their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from charts import block, resolved, source_of

from issuebrief.charts import resolve as resolving
from issuebrief.charts.resolve import resolve

if TYPE_CHECKING:
    from pathlib import Path

DATA = "n,v\na,1\nb,2"


def test_a_block_becomes_a_picture_with_all_that_stands_beside_it(tmp_path: Path) -> None:
    values = "type: bar\ncaption: Some *bars*.\nsource: Own work\nnote: Two of them."
    body = f"Before.\n{block(values, DATA, '{#fig-a .wide}')}After."
    found = resolved(tmp_path, body)
    ((address, picture),) = found.source.pictures.items()
    assert found.source.body == (
        f"Before.\n\n![Bar chart: Some bars. A with 1; b with 2.]({address}){{#fig-a .chart .wide}}\n"
        ":   Some *bars*.\n    Source: Own work. Two of them.\n\nAfter."
    ).replace(":   Some", ":   Some")
    assert picture.startswith(b"<svg")
    (figure,) = found.figures
    assert figure.rows == (("n", "v"), ("a", "1"), ("b", "2"))
    assert found.problems == ()


def test_places_in_the_text_lead_back_to_what_was_typed(tmp_path: Path) -> None:
    found = resolved(tmp_path, f"One.\n\n{block('type: bar', DATA)}\nTwo.").source
    at = found.body.index("Two.")
    assert found.piece_of_body(at, at + 4).line == 11
    assert found.piece_of_body(found.body.index("![")).line == 3
    assert found.typed_offset(at) == found.text.index("Two.")


@pytest.mark.parametrize(
    "opening", ["```chart", "~~~ chart", "```{.chart}", "``` Chart", "```charts", "````chart"]
)
def test_a_block_may_be_opened_in_several_ways(tmp_path: Path, opening: str) -> None:
    mark = opening.partition("chart")[0].partition("C")[0].partition("{")[0].strip()
    assert len(resolved(tmp_path, f"{opening}\ntype: bar\ndata: |\n  n,v\n  a,1\n{mark}\n").figures) == 1


@pytest.mark.parametrize(
    "text", ["`chart`", "```charting\nx\n```", "```python\n```chart\n```", "<!--\n```chart\n```\n-->"]
)
def test_other_code_stays_code(tmp_path: Path, text: str) -> None:
    assert resolve(source_of(tmp_path, text), "en", None) is None


def test_charts_stand_in_lists_and_quotations_too(tmp_path: Path) -> None:
    body = "- item\n\n  ```chart\n  type: bar\n  data: |\n    n,v\n    a,1\n  caption: In it\n  ```\n"
    assert "\n  ![Bar chart: In it. A with 1.]" in resolved(tmp_path, body).source.body
    body = "> ```chart\n> type: bar\n> data: |\n>   n,v\n>   a,1\n> ```\n"
    assert resolved(tmp_path, body).source.body.startswith("> ![Bar chart: v. A with 1.](")


def test_everything_wrong_is_told_at_once_at_its_line_and_column(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("n,v\na,one\nb,2,3\n")
    (tmp_path / "e.csv").write_text("n,v\na,one\nb,2\n")
    body = f"{block('type: pie')}\n{block('type: bar', 'n,v' + chr(10) + 'a,$1')}\n"
    body += "```chart\ntype: bar\ndata: d.csv\n```\n\n```chart\ntype: bar\ndata: e.csv\n```\n"
    told = [
        (p.place.path.name, p.place.line, p.place.column, p.code)
        for p in resolved(tmp_path, body).problems
        if p.place
    ]
    assert told == [
        ("brief.md", 2, 7, "front-matter.wrong-form"),
        ("brief.md", 9, 5, "chart.cell"),
        ("d.csv", 3, 5, "chart.data"),
        ("e.csv", 2, 3, "chart.cell"),
    ]


def test_an_alternative_text_of_the_author_wins(tmp_path: Path) -> None:
    found = resolved(tmp_path, block("type: bar\nalt: What [it] shows", DATA))
    assert "![What \\[it\\] shows](" in found.source.body


def test_a_language_without_words_is_told(tmp_path: Path) -> None:
    assert [p.code for p in resolved(tmp_path, block("type: bar", DATA), "fi").problems] == [
        "chart.in-english"
    ]
    assert resolved(tmp_path, block("type: bar\nalt: Pylväitä", DATA), "fi").problems == ()


def test_without_the_package_the_author_is_told_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resolving, "is_installed", lambda: False)
    (problem,) = resolved(tmp_path, block("type: bar", DATA)).problems
    assert problem.code == "chart.no-package"
    assert "issuebrief[charts]" in problem.hint


def test_an_annex_has_the_tables_that_are_asked_for(tmp_path: Path) -> None:
    body = block("type: bar\ntable: annex\ncaption: A & B", DATA) + "\n" + block("type: bar", DATA)
    text = resolved(tmp_path, body, "de").source.body
    assert text.count("<table>") == 1
    assert "## Daten der Abbildungen\n\n<table><caption>A &amp; B</caption>" in text


def test_more_charts_than_a_brief_may_have_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resolving, "MOST_CHARTS", 1)
    (problem,) = resolved(tmp_path, block("type: bar", DATA) * 2).problems
    assert (problem.code, problem.place and problem.place.line) == ("chart.too-much", 8)


def test_a_chart_may_stand_in_a_file_that_is_used_like_a_picture(tmp_path: Path) -> None:
    (tmp_path / "a.chart.yaml").write_text("type: bar\ncaption: In a file\ndata: |\n  n,v\n  a,1\n")
    text = "Text.\n\n![](a.chart.yaml){#fig-a .wide}\n\n> ![Own words](a.chart.yaml)\n\n`![](a.chart.yaml)`"
    found = resolved(tmp_path, text)
    assert "![Bar chart: In a file. A with 1.](fig-a-" in found.source.body
    assert "){#fig-a .chart .wide}\n:   In a file" in found.source.body
    assert "> ![Own words](chart-" in found.source.body
    assert "`![](a.chart.yaml)`" in found.source.body
    (tmp_path / "a.chart.yaml").write_text("type: bar\nhight: 3\ndata: b.csv\n")
    text += "\n\n![](../b.chart.yaml)\n"
    told = [
        (p.code, p.place and (p.place.path.name, p.place.line)) for p in resolved(tmp_path, text).problems
    ]
    assert told == [
        ("front-matter.unknown-key", ("a.chart.yaml", 2)),
        ("front-matter.unknown-key", ("a.chart.yaml", 2)),
        ("chart.outside", ("brief.md", 9)),
    ]
