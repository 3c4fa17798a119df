"""What a reader hears who cannot see a chart."""

from __future__ import annotations

import pytest
from charts import assembled

from issuebrief.charts.describing.alternative_text import alternative_text, without_marks
from issuebrief.charts.words.chart_words import chart_words

YEARS = "Year,China,Russia\n2018,39,17\n2019,34,22\n2020,64,\n2021,56,17"


def heard(values: str, data: str, caption: str = "Launches", unit: str = "", lang: str = "en-GB") -> str:
    found, problems = assembled(values, data, lang)
    assert found is not None, problems
    return alternative_text(
        values.partition("\n")[0].removeprefix("type: "), found, chart_words(lang), caption, unit
    )


def test_few_values_are_all_told() -> None:
    text = heard("type: bar", "n,v\nNorth,1250\nSouth,-3.5\nEast,", unit="Tonnes")
    assert text == (
        "Bar chart: Launches. Unit: Tonnes. North with 1,250; South with \u22123.5. "
        "There is no value for East."
    )


def test_of_many_values_the_extremes_are_told() -> None:
    rows = "\n".join(f"Row {number},{number * 10}" for number in range(1, 30))
    assert heard("type: bar", f"n,v\n{rows}") == (
        "Bar chart: Launches. The chart shows 29 values. The highest value is 290, for Row 29. "
        "The lowest value is 10, for Row 1."
    )


def test_what_would_be_mostly_numbers_tells_less() -> None:
    text = heard("type: bar", "n,1990.5,2020.5\nA,12345.25,54321.75\nB,98765.25,11111.5", "C")
    assert text.startswith("Bar chart: C. The chart shows 4 values. The highest value is 98,765.3, for B")
    assert sum(map(str.isalpha, text)) > len(text) / 2


def test_of_lines_the_course_of_each_is_told() -> None:
    assert heard("type: line", YEARS) == (
        "Line chart: Launches. Year ranges from 2018 to 2021. China: a rise from 39 to 56, "
        "with the highest value, 64, in between (2020), with the lowest value, 34, in between (2019). "
        "Russia: nearly level, from 17 to 17, with the highest value, 22, in between (2019). "
        "There is no value for 2020, Russia."
    )


def test_of_ranges_and_scattered_dots_what_they_span_is_told() -> None:
    text = heard("type: range", "n,low,high\nWheat,2.1,8.5")
    assert text == "Range chart: Launches. Wheat ranges from 2.1 to 8.5."
    text = heard("type: scatter", "x,y\n1,2\n2,4\n3,6")
    assert text.endswith(
        "The chart shows 3 values. X ranges from 1 to 3. Y ranges from 2 to 6. Y rises with x."
    )


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "de",
            "Liniendiagramm: Starts. Jahr reicht von 2000 bis 2001. Ein Anstieg von 1,5 auf 12\u202f345.",
        ),
        (
            "sv",
            "Linjediagram: Starts. Jahr sträcker sig från 2000 till 2001. "
            "En ökning från 1,5 till 12\u202f345.",
        ),
        ("fr", "Graphique en courbes: Starts. Jahr va de 2000 à 2001. Une hausse de 1,5 à 12\u202f345."),
        ("pl", "Wykres liniowy: Starts. Jahr: zakres od 2000 do 2001. Wzrost od 1,5 do 12\u202f345."),
    ],
)
def test_it_is_told_in_the_language_of_the_brief(lang: str, expected: str) -> None:
    assert heard("type: line", "Jahr;n\n2000;1,5\n2001;12345", "Starts.", lang=lang) == expected


def test_captions_are_told_without_their_marks() -> None:
    assert without_marks("*Launches* [to orbit](x.html), `n`^[A note.][^1] [@key]") == "Launches to orbit, n"
