"""How much memory a text is reckoned to take, against what was measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from issuebrief.frontmatter.source import Source
from issuebrief.markdown_body.model import Body
from issuebrief.pipeline.memory_estimate import memory_of, memory_problems


def reckoned(html: str, characters: int) -> tuple[Source, Body]:
    """A text of so many characters that became such HTML."""
    text = "a" * characters
    return Source(Path("brief.md"), text, "", 1, text, 5), Body(html, (), ())


@pytest.mark.parametrize(
    ("html", "times", "characters", "measured"),
    [
        ("<p>text</p>", 4_000, 368_000, 229),
        ("<p><em>a</em> <em>b</em> <strong>c</strong></p>", 4_000, 336_000, 425),
        ("<p>" + "<em>a</em> text " * 4 + "</p>", 4_000, 423_000, 480),
        ("<p>" + "<strong>a</strong> b " * 8 + "</p>", 2_000, 148_000, 610),
        ("<p>H<sub>2</sub> C<sub>2</sub> a<sup>b</sup> c<sup>d</sup> x<sup>1</sup></p>", 4_000, 215_000, 774),
        ("<p>" + "<em>a</em> <strong>b</strong>" * 20 + "</p>", 2_000, 404_000, 2_418),
        ("<tr>" + "<td>a</td>" * 10 + "</tr>", 1_900, 137_000, 838),
        ("<h2>a</h2><p>b</p>", 4_000, 95_000, 347),
    ],
)
def test_the_memory_of_a_text_is_reckoned_to_a_third(
    html: str, times: int, characters: int, measured: float
) -> None:
    source, body = reckoned(html * times, characters)
    assert memory_of(source, body) == pytest.approx(measured, rel=0.36)
    told = [problem.code for problem in memory_problems(source, body)]
    assert told == (["source.very-long"] if measured > 500 else [])


def test_the_message_says_how_much() -> None:
    (problem,) = memory_problems(*reckoned("<p>a</p>" * 30_000, 100))
    assert problem.message == "this is as long as a book: setting it may take 900 MB of memory"
