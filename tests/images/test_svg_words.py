"""Words of drawings that the edge of the drawing cuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import set_text

if TYPE_CHECKING:
    from pathlib import Path

FACE = 'font-family="Source Sans 3" font-size="10"'


def told(folder: Path, text: str, size: str = 'viewBox="0 0 300 60"') -> list[tuple[str, str]]:
    """What is told of a drawing with such text: code and message."""
    folder.mkdir(parents=True, exist_ok=True)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><path d="M0 0h300v60H0z" fill="#def"/>{text}</svg>'
    (folder / "a.svg").write_text(svg)
    outcome, _ = set_text(folder, "Before it.\n\n![A strip beside the quay](a.svg)\n\nAfter it.")
    return [(problem.code, problem.message) for problem in outcome.problems]


@pytest.mark.parametrize(
    "text",
    [
        f'<text x="270" y="30" {FACE}>Two quays</text>',
        f'<text x="-20" y="30" {FACE}>Two quays</text>',
        f'<text x="20" y="70" {FACE}>Two quays</text>',
        f'<text x="0" y="3" {FACE}>Two quays</text>',
        f'<g transform="translate(280 0)"><text x="5" y="30" {FACE}>Two quays</text></g>',
        f'<text x="10" y="30" text-anchor="middle" {FACE}>Two quays</text>',
    ],
)
def test_text_beyond_the_edge_of_a_drawing_is_told(tmp_path: Path, text: str) -> None:
    ((code, message),) = told(tmp_path, text)
    assert code == "picture.text-lost"
    assert "“Two quays” reaches beyond the drawing's edge" in message


@pytest.mark.parametrize(
    "text",
    [
        f'<text x="2" y="9" {FACE}>Two quays</text>',
        f'<text x="298" y="58" text-anchor="end" {FACE}>Two quays</text>',
        f'<g transform="translate(-200 0)"><text x="205" y="30" {FACE}>Two quays</text></g>',
        f'<text transform="translate(10 55) rotate(-90)" {FACE}>Two quays</text>',
    ],
)
def test_text_within_it_is_none_of_that(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []
    assert told(tmp_path / "sized", text, 'viewBox="0 0 300 60" width="600" height="120"') == []


def test_of_many_pieces_beyond_the_edge_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    pieces = "".join(f'<text x="290" y="{n % 40 + 10}" {FACE}>Quay {n}</text>' for n in range(60))
    found = told(tmp_path, pieces)
    assert [code for code, _ in found] == ["picture.text-lost"] * 21
    assert "“Quay 0”" in found[0][1] and "“Quay 19”" in found[-2][1]
    assert found[-1][1] == "40 other pieces of text of the SVG are cut too"
