"""Every type of chart shows the numbers of its data, and no others."""

from __future__ import annotations

from typing import Any

import pytest
from charts import drawing, layers, look, words_in

BARS = "Country,2010,2020\nSweden,12.5,14.1\nFinland,9.8,15\nNorway,-3.2,4"
YEARS = "Year,China,Russia\n2018,39,17\n2019,34,22\n2020,39,\n2021,56,24"


def values(found: Any, *types: str) -> list[float]:
    return [row["value"] for layer in layers(found, *types) for row in layer["values"] if "value" in row]


def test_bars_of_names_lie_and_end_in_their_values() -> None:
    found = drawing("type: bar", BARS)
    assert sorted(values(found, "rect")) == [-3.2, 4, 9.8, 12.5, 14.1, 15]
    assert {"Sweden", "Finland", "Norway", "2010", "2020", "12.5", "15.0", "\u22123.2"} <= set(
        words_in(found)
    )
    bar = next(layer for layer in layers(found, "rect") if "value" in layer["values"][0])
    low, high = bar["encoding"]["x"]["scale"]["domain"]
    assert (low, high) == (-3.2, 15)
    assert bar["encoding"]["x2"] == {"field": "zero"}
    assert {row["zero"] for row in bar["values"]} == {0}


def test_a_highlight_stands_out_in_colour_and_weight() -> None:
    found = drawing("type: bar\nhighlight: b", "n,v\na,1\nb,2")
    (bar,) = layers(found, "rect")
    assert [row["colour"] == look().accent for row in bar["values"]] == [False, True]
    bold = [layer for layer in layers(found, "text") if layer["mark"]["fontWeight"] == 600]
    assert {row["words"] for layer in bold for row in layer["values"]} == {"b", "2"}


def test_bars_are_sorted_where_it_is_asked_for() -> None:
    found = drawing("type: bar\nsort: descending", "n,v\na,1\nb,3\nc,2")
    places = {row["words"]: row["y"] for layer in layers(found, "text") for row in layer["values"]}
    assert places["b"] < places["c"] < places["a"]


def test_bars_over_time_stand_where_their_periods_are() -> None:
    found = drawing("type: bar\nhighlight: 2021", "Year,n\n2018,3\n2019,\n2021,5")
    (bars,) = layers(found, "rect")
    assert [(row["value"], round((row["start"] + row["end"]) / 2, 6)) for row in bars["values"]] == [
        (3, 2018),
        (5, 2021),
    ]
    assert bars["values"][1]["colour"] == look().accent
    assert {"3", "5", "–"} <= set(words_in(found))


def test_many_bars_over_time_have_an_axis_in_place_of_their_values() -> None:
    rows = "\n".join(f"{year},{1000 + year}" for year in range(1990, 2020))
    found = drawing("type: bar", f"Year,n\n{rows}", width=200)
    assert "2,990" not in words_in(found)
    assert {"0", "2,000", "4,000"} <= set(words_in(found))


def test_stacked_bars_lie_on_each_other_and_end_in_their_sum() -> None:
    found = drawing("type: stacked", "n,coal,gas\nNorth,12.5,3\nSouth,2.5,")
    rows = [row for layer in layers(found, "rect") for row in layer["values"] if "value" in row]
    assert [(row["zero"], row["value"]) for row in rows] == [(0, 12.5), (12.5, 15.5), (0, 2.5)]
    assert {"15.5", "2.5"} <= set(words_in(found))
    over_time = drawing("type: stacked", "Year,coal,gas\n2000,5,3\n2010,4,6")
    assert sorted(
        row["value"] - row["zero"]
        for layer in layers(over_time, "rect")
        for row in layer["values"]
        if "value" in row
    ) == [3, 4, 5, 6]


def test_lines_break_where_a_value_is_missing_and_are_named_at_their_ends() -> None:
    found = drawing("type: line", YEARS)
    assert sorted(values(found, "line", "point")) == [17, 22, 24, 34, 39, 39, 56]
    (alone,) = layers(found, "point")
    assert [row["value"] for row in alone["values"]] == [24]
    assert {"China", "Russia", "2018", "2021"} <= set(words_in(found))
    names = {row["words"]: row["y"] for layer in layers(found, "text") for row in layer["values"]}
    assert names["China"] < names["Russia"]


def test_an_axis_that_does_not_begin_at_zero_has_no_line_of_zero() -> None:
    def dark(found: Any) -> list[Any]:
        return [layer for layer in layers(found, "rule") if layer["mark"]["color"] == look().ink]

    assert dark(drawing("type: line", YEARS)) != []
    assert dark(drawing("type: line", "Year,n\n2000,1001\n2001,1009")) == []


def test_lines_that_colours_do_not_tell_apart_are_dashed() -> None:
    head = "Year," + ",".join("abcdefgh")
    found = drawing("type: line", f"{head}\n2000,1,2,3,4,5,6,7,8\n2001,2,3,4,5,6,7,8,9")
    dashes = {tuple(layer["mark"].get("strokeDash", ())) for layer in layers(found, "line")}
    assert len(dashes) == 4


def test_areas_lie_on_each_other() -> None:
    found = drawing("type: area", "Year,coal,gas\n2000,5,3\n2010,4,6")
    rows = [row for layer in layers(found, "area") for row in layer["values"]]
    assert [(row["key"], row["zero"], row["value"]) for row in rows] == [
        (2000, 0, 5), (2010, 0, 4), (2000, 5, 8), (2010, 4, 10),
    ]  # fmt: skip


def test_slopes_have_names_on_one_side_and_values_on_both() -> None:
    found = drawing("type: slope\nx: y\nseries: c", "c,y,v\nA,2010,12.5\nA,2020,14\nB,2010,9\nB,2020,15")
    assert sorted(values(found, "line")) == [9, 12.5, 14, 15]
    assert {"A", "B", "2010", "2020", "12.5", "15.0"} <= set(words_in(found))


def test_dots_over_time_are_named_and_differ_in_shape() -> None:
    data = "Who,When,Name,How\nX,2019-01-03,One,landed\nX,2020-12-01,Two,lost\nY,2023-08-23,Three,landed"
    found = drawing("type: dot\nx: When\ny: Who\nseries: How\nlabel: Name", data)
    shapes = {layer["mark"]["shape"] for layer in layers(found, "point")}
    assert len(shapes) == 2
    assert {"One", "Two", "Three", "2019", "2020", "2021", "2022", "2023", "landed", "lost"} <= set(
        words_in(found)
    )
    days = [row["value"] for layer in layers(found, "point") for row in layer["values"] if "value" in row]
    assert sorted(days) == [737062, 737760, 738755]


def test_dots_of_one_series_have_their_values_beside_them() -> None:
    found = drawing("type: dot", "n,v\na,1\nb,2.5")
    assert {"1.0", "2.5"} <= set(words_in(found))
    assert drawing("type: dot", "n,v,w\na,1,4\nb,2,8").specification != found.specification


def test_ranges_go_from_one_value_to_the_other() -> None:
    found = drawing("type: range\ny: [lo, hi]", "crop,lo,hi\nWheat,2.1,8.5\nOats,1.5,5")
    bars = [row for layer in layers(found, "rule") for row in layer["values"] if "low" in row]
    assert [(row["low"], row["value"]) for row in bars] == [(2.1, 8.5), (1.5, 5)]
    assert {"lo", "hi", "2.1", "8.5", "1.5", "5.0"} <= set(words_in(found))


def test_dots_of_a_scatter_plot_are_named_where_there_is_room() -> None:
    found = drawing("type: scatter\nlabel: who", "who,x,y\nA,1,2\nB,5,7.5\nC,9,4\nC2,9,4")
    rows = [row for layer in layers(found, "point") for row in layer["values"]]
    assert [(row["key"], row["value"]) for row in rows] == [(1, 2), (5, 7.5), (9, 4), (9, 4)]
    assert {"A", "B", "C", "x"} <= set(words_in(found))
    many = "\n".join(f"Name {n},5,5" for n in range(9))
    assert drawing("type: scatter\nlabel: who", f"who,x,y\n{many}").misfits != ()


def test_small_multiples_have_a_panel_for_each_series() -> None:
    found = drawing("type: small-multiples", "Year,A,B,C\n2000,1,2,3\n2010,4,5,6", width=400)
    strong = [layer for layer in layers(found, "line") if layer["mark"]["color"] == look().brand]
    assert [[row["value"] for row in layer["values"]] for layer in strong] == [[1, 4], [2, 5], [3, 6]]
    assert {"A", "B", "C", "2000", "2010"} <= set(words_in(found))


@pytest.mark.parametrize("theme", ["policy-note", "report"])
def test_other_themes_have_their_own_colours_faces_and_sizes(theme: str) -> None:
    found = drawing("type: bar", BARS, theme=theme)
    colours = {row.get("colour") for layer in layers(found, "rect") for row in layer["values"]}
    assert colours == {look(theme).brand, look(theme).accent}
    assert {layer["mark"]["fontSize"] for layer in layers(found, "text")} == {look(theme).size}


def test_names_without_room_are_told() -> None:
    long = "Incomprehensibilities-and-more-of-them-without-end"
    assert drawing("type: bar", f"n,v\n{long},1", width=120).misfits == (f"“{long[:40]}”",)
    many = ",".join(f"Series{n}" for n in range(12))
    row = ",".join("5" for n in range(12))
    assert drawing("type: line", f"y,{many}\n2000,{row}\n2001,{row}", width=150).misfits != ()


LONG = "Verkehrsinfrastrukturfinanzierung"


@pytest.mark.parametrize("kind", ["dot", "range"])
def test_names_that_leave_dots_no_room_stand_above_them(kind: str) -> None:
    found = drawing(f"type: {kind}", f"n,from,to\n{LONG},12,50\nShort,20,60", width=250)
    names = {
        row["words"]: (row["x"], row["y"])
        for layer in layers(found, "text")
        for row in layer["values"]
        if row["words"] in {LONG, "Short"}
    }
    dots = sorted({row["y"] for layer in layers(found, "point") for row in layer["values"] if "value" in row})
    assert {x for x, _ in names.values()} == {0}
    assert names[LONG][1] < dots[0] < names["Short"][1] < dots[1]
    assert dots[0] - names[LONG][1] > 0.6 * look().size


def test_names_that_are_too_wide_for_the_ends_of_lines_and_areas_are_in_a_key() -> None:
    data = f"Year,{LONG},B\n2018,39,17\n2019,34,22"
    lines = drawing("type: line", data, width=250)
    keys = [row for layer in layers(lines, "rule") for row in layer["values"] if row.get("x2", 0) < 30]
    names = [row for layer in layers(lines, "text") for row in layer["values"] if row["words"] in {LONG, "B"}]
    first = next(row for row in names if row["words"] == LONG)
    assert any(row["x"] == 0 and 10 < row["x2"] < first["x"] for row in keys)
    assert first["y"] < 2 * look().size
    assert drawing("type: area", data, width=250).misfits == lines.misfits == ()


def test_bars_of_quarters_are_labelled_at_the_same_quarter_of_each_year() -> None:
    quarters = [f"{year}Q{quarter},{quarter}.5" for year in range(2019, 2023) for quarter in range(1, 5)]
    rows = "\n".join(quarters)
    found = drawing("type: bar", f"Quarter,n\n{rows}", width=250)
    labels = [words for words in words_in(found) if "20" in words]
    assert labels == [f"Q1\xa0{year}" for year in range(2019, 2023)]


def test_a_name_in_a_scatter_plot_keeps_clear_of_other_dots() -> None:
    data = "Name,x,y,Part\nNear,40,80,A\nFar,55,79.5,B\nLow,0,40,A"
    found = drawing("type: scatter\nx: x\ny: y\nseries: Part\nlabel: Name", data, width=200)
    labels = {row["words"]: row for layer in layers(found, "text") for row in layer["values"]}
    assert abs(labels["Far"]["y"] - labels["Near"]["y"]) > 0.4 * look().size
