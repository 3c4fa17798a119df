"""Formulas in a text: set in their places, numbered, referred to, and told where they cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from written import FIRST_LINE, faults, html_of, make_brief, make_source, written

from issuebrief.frontmatter.model import Niceties
from issuebrief.markdown_body import formulas as module
from issuebrief.markdown_body import write_up

if TYPE_CHECKING:
    from collections.abc import Callable


def test_nothing_in_it_is_markdown() -> None:
    html = html_of('Let $a_1 * b_2 * c$ be **$x$**, "so" $5.')
    assert html.count("<math") == 2
    assert "<em>" not in html
    assert "“so” $5." in html


def test_code_keeps_its_dollars() -> None:
    assert "<math" not in html_of("`$x$` and <code>$y$</code>\n\n```\n$z$\n```\n\n    $w$\n\nEnd.")


def test_one_on_a_line_of_its_own_parts_its_paragraph_and_is_numbered_by_its_name() -> None:
    html = html_of("So\n$$ a = b $$ {#eq-one}\nwhere $a$ is; see [](#eq-one) and @eq-one.\n\n$$ c $$")
    assert html.count('<div class="equation"') == 2
    assert html.count('<span class="equation-number">(1)</span>') == 1
    assert html.count('<a class="reference" href="#eq-one">Equation\u00a01</a>') == 2
    assert html.index("<p>So") < html.index('id="eq-one"') < html.index("where")


def test_a_reference_is_in_the_language_of_the_brief() -> None:
    assert "Gleichung\u00a01" in html_of("$$ a $$ {#eq-a}\n\nSiehe [](#eq-a).", "de")


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n|---|---|\n| $|x|$ | 1 |",
        "> So\n> $$\n> a\n> $$",
        "- $x$\n- b",
        "## A $x$\n\nB",
        "A[^1]\n\n[^1]: $x$",
    ],
)
def test_it_stands_wherever_text_does(text: str) -> None:
    body, problems = written(text)
    assert problems == ()
    assert (body.html + "".join(note.html for note in body.notes)).count("<math") == 1


def test_a_heading_is_named_by_its_line_of_text() -> None:
    assert 'id="a-e-mc2" data-bookmark="A E = mc²"' in html_of("## A $E = mc^2$\n\nB")


def test_a_fault_is_told_at_the_command_and_once() -> None:
    assert faults("Let $a$ be $b + \\foo$.") == [("formulas.unreadable", 1, 17)]
    assert faults("It was $5 and x^2 and y$ too.") == [("formulas.doubtful", 1, 8)]
    assert faults("A $中$.") == [("formulas.no-glyph", 1, 3)]


def test_without_the_packages_it_is_told_once_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    there: Callable[[], bool] = lambda: False  # noqa: E731
    monkeypatch.setattr(module, "is_installed", there)
    body, (problem,) = written("Let $a$ be, and $\\frac{b}{c}$; $5.")
    assert (problem.code, problem.place and problem.place.line) == ("formulas.not-installed", FIRST_LINE)
    assert "1 more" in problem.message
    assert "issuebrief[formulas]" in problem.hint
    assert body.html == "<p>Let $a$ be, and $\\frac{b}{c}$; $5.</p>"


def test_words_of_the_author_stand_for_it() -> None:
    assert 'alttext="energy"' in html_of('So $E${alt="energy"} is.')


def test_figures_of_chemical_names_become_indices_where_it_is_asked_for() -> None:
    text = "CO2e, non-CO2, NOx and PM2.5, but H2 2024, `CO2`, CO2x and https://a.org/CO2."
    plain = write_up(make_source(text), make_brief())[0].html
    nice = write_up(make_source(text), make_brief(niceties=Niceties(chemistry=True)))[0].html
    assert "<sub>" not in plain
    assert "CO<sub>2</sub>e, non-CO<sub>2</sub>, NO<sub>x</sub> and PM<sub>2.5</sub>" in nice
    assert nice.count("<sub>") == 4
