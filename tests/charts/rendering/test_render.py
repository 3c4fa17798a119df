"""Vega-Lite drawn: the same each time, with words as words, each value where its scale says."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest
from charts import drawing, layers

from issuebrief.charts.rendering.render import NotDrawn, as_text, first_line, svg_of


def test_bars_are_as_long_as_their_values() -> None:
    found = drawing("type: bar", "n,v\na,3\nb,1.5\nc,-1")
    svg = svg_of(as_text(found.specification))
    svg_of.cache_clear()
    assert svg_of(as_text(found.specification)) == svg
    (bars,) = layers(found, "rect")
    scale = bars["encoding"]["x"]["scale"]
    per_px = (scale["domain"][1] - scale["domain"][0]) / (scale["range"][1] - scale["range"][0])
    widths = [float(width) for width in re.findall(r'd="M[-\d.]+,[-\d.]+h([\d.]+)v', svg)]
    assert [round(width * per_px, 3) for width in widths] == [3, 1.5, 1]
    root = ElementTree.fromstring(svg)
    texts = [node for node in root.iter() if node.tag.endswith("text")]
    assert {"a", "b", "c", "3.0", "1.5", "\u22121.0"} == {node.text for node in texts}
    assert all("Source Sans 3" in str(node.get("font-family")) for node in texts)
    assert root.get("width") == "250"
    assert "aria-" not in svg


def test_words_keep_their_digits_and_signs() -> None:
    found = drawing("type: bar", '"n","v"\n"<1.23456> &""b""",1.2345')
    assert '&lt;1.23456&gt; &amp;"b"' in svg_of(as_text(found.specification))


@pytest.mark.parametrize("url", ["https://example.org/a.csv", "a.csv"])
def test_nothing_is_fetched(url: str) -> None:
    wanted = {"data": {"url": url}, "mark": "bar", "encoding": {"x": {"field": "a", "type": "nominal"}}}
    with pytest.raises(NotDrawn, match="not allowed"):
        svg_of(json.dumps(wanted))


def test_of_a_fault_its_reason_is_told() -> None:
    assert (
        first_line("Vega-Lite to SVG conversion failed:\nError: no such thing\n   at <anonymous>")
        == "no such thing"
    )
    assert first_line("") == "no reason given"
