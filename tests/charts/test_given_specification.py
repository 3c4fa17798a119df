"""Vega-Lite specifications as they are given: their data read by us, and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from charts import block, look, resolved

from issuebrief.charts.drawing.given_look import in_the_look
from issuebrief.charts.given_specification import RefusedChart, read_given

if TYPE_CHECKING:
    from pathlib import Path

BARS: dict[str, Any] = {
    "description": "Bars.",
    "data": {"url": "d.csv"},
    "mark": "bar",
    "encoding": {"x": {"field": "v", "type": "quantitative"}, "y": {"field": "n"}},
}


def given(folder: Path, specification: object) -> list[str]:
    """The codes of what is wrong with a specification in a block."""
    text = specification if isinstance(specification, str) else json.dumps(specification)
    return [problem.code for problem in resolved(folder, f"```vega-lite\n{text}\n```\n").problems]


def test_data_are_read_by_us_and_put_into_the_specification(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("n;v;d\na;1,5;2023-01\nb;;2023-02\n")
    found = resolved(
        tmp_path, f'```vega-lite {{#fig-v caption="As it is"}}\n{json.dumps(BARS)}\n```\n', drawn=True
    )
    assert found.problems == ()
    assert "![Bars.](fig-v-" in found.source.body
    assert "{#fig-v .chart}\n:   As it is" in found.source.body
    assert found.figures[0].rows == (("n", "v", "d"), ("a", "1.5", "2023-01-01"), ("b", "", "2023-02-01"))
    (picture,) = found.source.pictures.values()
    assert picture.count(b"<path") >= 1


def test_a_file_may_hold_the_specification(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("n,v\na,1\n")
    (tmp_path / "bars.vl.json").write_text(json.dumps(BARS))
    found = resolved(tmp_path, block("spec: bars.vl.json\nalt: Better words\nwidth: wide"))
    assert "![Better words](" in found.source.body
    assert found.problems == ()
    (tmp_path / "bars.vl.json").write_text("{\n,}")
    (problem,) = resolved(tmp_path, block("spec: bars.vl.json")).problems
    assert problem.message.startswith("bars.vl.json, line 2: the specification is no JSON")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"data": {"url": "https://example.org/d.csv"}}, "chart.outside"),
        ({"data": {"url": "file:///etc/passwd"}}, "chart.outside"),
        ({"data": {"url": "../d.csv"}}, "chart.outside"),
        ({"data": {"url": "absent.csv"}}, "chart.data"),
        ({"data": {"values": "a,b"}}, "chart.given"),
        ({"data": {"url": 5}}, "chart.given"),
        ({"data": {"values": [{"n": 1}]}, "mark": "image"}, "chart.outside"),
        ({"data": {"values": [{"n": 1}]}, "mark": {"type": "text", "href": "https://a.b"}}, "chart.outside"),
        ({"data": {"values": [{"n": 1}]}, "encoding": {"url": {"value": "a.png"}}}, "chart.outside"),
        ({"data": {"values": [{"n": 1}]}, "mark": "barr"}, "chart.given"),
        ({"data": {"sequence": {"start": 0, "stop": 1e9}}}, "chart.given"),
        ({"data": {"values": [{"n": 1}]}, "description": ""}, "chart.undescribed"),
        ({"$schema": "https://vega.github.io/schema/vega/v5.json"}, "chart.given"),
        (
            {"transform": [{"lookup": "n", "from": {"data": {"url": "//example.org/x"}, "key": "n"}}]},
            "chart.outside",
        ),
    ],
)
def test_what_leads_elsewhere_or_is_no_specification_is_told(
    tmp_path: Path, change: dict[str, Any], code: str
) -> None:
    (tmp_path / "d.csv").write_text("n,v\na,1\n")
    assert given(tmp_path, {**BARS, **change}) == [code]


@pytest.mark.parametrize("text", ["", "[]", "{", "3", '{"mark": NaN}', '{"a":' * 90_000])
def test_what_is_no_object_of_json_is_told(tmp_path: Path, text: str) -> None:
    assert given(tmp_path, text) == ["chart.given"]


def test_a_specification_of_endless_parts_is_refused() -> None:
    nested: Any = []
    for _ in range(80):
        nested = [nested]
    with pytest.raises(RefusedChart, match="too large"):
        read_given(json.dumps({"layer": nested}), lambda name: (None, ()))


def test_the_look_of_the_house_lies_below_what_the_specification_says() -> None:
    found = in_the_look(
        {"mark": "bar", "config": {"axis": {"grid": False, "labelColor": "red"}}}, look(), 250
    )
    assert found["config"]["axis"]["labelColor"] == "red"
    assert found["config"]["axis"]["titleColor"] == look().quiet
    assert found["width"] == 250
    assert "width" not in in_the_look({"hconcat": []}, look(), 250)
