"""Characters without ink: what means nothing is taken out, what deceives is told."""

from __future__ import annotations

import pytest
from written import html_of, make_brief, written

from issuebrief.frontmatter.keys.pictures import Cover
from issuebrief.frontmatter.model import Publisher
from issuebrief.markdown_body.normalise.invisible import without_invisible


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("A\ufeff quay", "A quay"),
        ("A qu\u200day", "A quay"),
        ("The \ufb01rst \ufb02ood, o\ufb03ce", "The first flood, office"),
        ("The har\u00ad\nbour is", "The har\u00adbour is"),
        ("> The har\u00ad\n> bour", "har\u00adbour"),
        ("Two\u00a0\u00a0words and \u00a0more", "Two\u00a0words and\u00a0more"),
        ("It\u200e is\u200f so\u2066 \u2069", "It is so"),
    ],
)
def test_what_means_nothing_is_taken_out(typed: str, shown: str) -> None:
    assert shown in html_of(typed)


@pytest.mark.parametrize(
    "typed",
    ["A\u200bquay", "Auf\u200clage", "a\u2060b", "har\u00adbour", "\U0001f3f4\U000e0067\U000e0062\U000e007f"],
)
def test_what_means_something_stays(typed: str) -> None:
    assert typed in html_of(typed)


def test_marks_of_direction_stay_beside_letters_that_need_them() -> None:
    assert "\u200fשלום\u200e" in html_of("He said \u200fשלום\u200e then.")


@pytest.mark.parametrize(
    ("typed", "column"), [("A \u202equay\u202c", 3), ("The a\U000e0061\U000e0062b", 6), ("\u2067so", 1)]
)
def test_what_turns_or_hides_letters_is_told(typed: str, column: int) -> None:
    body, (problem,) = written(typed)
    assert (problem.code, problem.place and problem.place.column) == ("text.invisible", column)
    assert body.html.isascii()


def test_letters_are_never_set_against_their_own_direction() -> None:
    body, _ = written("A \u202equay, \u200fשלום")
    assert "A quay, \u200fשלום" in body.html


def test_values_of_the_front_matter_lose_the_same_and_names_of_files_stay() -> None:
    about = Publisher(name="Har\u200dbour Trust", about="The \ufb01rst `\ufb01` of \u202eall")
    cover = Cover(image="\ufb01g.png", alt="A\ufeff quay")
    brief = make_brief(subtitle="A \u202equay", key_points=("It\u200e is",), cover=cover, publisher=about)
    found = without_invisible(brief)
    assert (found.subtitle, found.key_points) == ("A quay", ("It is",))
    assert found.cover == Cover(image="\ufb01g.png", alt="A quay")
    assert found.publisher == Publisher(name="Harbour Trust", about="The first `\ufb01` of all")


def test_what_turns_letters_in_code_is_told() -> None:
    result, (problem,) = written("A line.\n\n    if \u202eadmin")
    assert "\u202eadmin" in result.html
    assert (problem.code, problem.place and problem.place.column) == ("text.invisible", 8)


def test_in_code_all_stays_as_it_is() -> None:
    assert "\ufb01\u00a0\u00a0x" in html_of("`\ufb01\u00a0\u00a0x`")
