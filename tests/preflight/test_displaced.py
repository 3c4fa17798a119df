"""What a style puts elsewhere than it was typed, on real pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image
from setting import job, write_brief

from issuebrief.pipeline.check import check_brief

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic

MOVES = {"text.moved", "text.changed"}


def moved(folder: Path, body: str, **front: str) -> list[Diagnostic]:
    problems = check_brief(job(write_brief(folder, body, **front))).problems
    return [problem for problem in problems if problem.code in MOVES]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            'A <b style="position: relative; top: 300px">far down</b> two.',
            "“far down” 79.4 mm below its",
        ),
        (
            'A <b style="position: relative; bottom: 40px">far up</b> two.',
            "“far up” 10.6 mm above its",
        ),
        ('<p style="position: relative; top: 300px">A paragraph.</p>', "“A paragraph.” 79.4 mm below its"),
        ('<p style="transform: translate(0, 300px)">A paragraph.</p>', "“A paragraph.” 79.4 mm below its"),
        (
            'One <b style="display: inline-block; transform: translate(9px, 96px)">word</b> more.',
            "“word” 25.4 mm below its",
        ),
        ('- One\n- <span style="position: relative; top: 96px">Two</span>', "“Two” 25.4 mm below its"),
        ('| a |\n|---|\n| <i style="position: relative; top: 96px">x</i> |', "“x” 25.4 mm below its"),
        ('Text.^[Of <i style="position: relative; top: -96px">note</i>.]', "“note” 25.4 mm above its"),
        ('<p style="position: absolute; top: 500px">Out.</p>', "“Out.” in a place of its own"),
        ('<div class="box" style="transform: translateY(96px)">A box.</div>', "“A box.” 25.4 mm below its"),
    ],
)
def test_what_a_style_puts_on_empty_paper_is_told(tmp_path: Path, typed: str, told: str) -> None:
    told_of = moved(tmp_path, f"First.\n\n{typed}\n\nLast.")
    (problem,) = [problem for problem in told_of if problem.code == "text.moved"]
    assert f"a style puts {told} place" in problem.message or problem.message.endswith(f"{told} on the page")
    assert problem.place
    assert problem.place.line


def test_a_picture_that_a_style_moves_is_told(tmp_path: Path) -> None:
    Image.new("RGB", (600, 600), "teal").save(tmp_path / "a.png")
    (problem,) = moved(tmp_path, 'First.\n\n<img src="a.png" alt="A" style="position: relative; top: 96px">')
    assert "“a.png” 25.4 mm below its place" in problem.message


def test_a_line_above_the_one_that_was_typed_before_it_is_told(tmp_path: Path) -> None:
    body = 'First.\n\nSecond.\n\n<p style="margin: -60px 0 0 150px">Third.</p>'
    (problem,) = moved(tmp_path, body)
    assert problem.message.endswith("“Third.” stands above “Second.”, which was typed before it")


def test_words_that_a_style_puts_off_the_page_are_an_error(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, 'A <b style="position: relative; top: -3000px">word</b> is gone.')
    told = [each.message for each in check_brief(job(brief)).problems if each.code == "text.off-page"]
    assert told == ["text runs 731.4 mm outside the page: “word”"]


def test_mirrored_words_are_told(tmp_path: Path) -> None:
    (problem,) = moved(tmp_path, 'First.\n\n<p style="transform: scaleX(-1)">Mirrored.</p>')
    assert (problem.code, problem.message) == ("text.changed", "a style mirrors “Mirrored.”")


@pytest.mark.parametrize("theme", ["isdp", "policy-note", "report"])
def test_what_stands_in_its_line_or_in_the_sidebar_is_not_told(tmp_path: Path, theme: str) -> None:
    body = (
        'A <span style="position: relative; top: -3px">raised</span> word, H<sub>2</sub>O, and more.[^a]\n\n'
        '<p style="transform: rotate(2deg)">Slightly turned.</p>\n\n'
        '<aside class="marginal" style="position: absolute; top: 0">Aside.</aside>\n\n'
        "[A sentence to be seen.]{.pull-quote} And another.\n\n::: margin\nA few words.\n:::\n\n"
        "| a | b |\n|---|---|\n| x | y |\n\n[^a]: A note."
    )
    assert moved(tmp_path, body, theme=theme) == []
