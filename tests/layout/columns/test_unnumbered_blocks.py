"""No page ends between blocks that span columns because a heading must not be its last line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import set_text

if TYPE_CHECKING:
    from pathlib import Path

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 120"><path d="M0 0H200V120z"/></svg>'
COVER = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0H10V10z"/></svg>'


@pytest.mark.parametrize("lines", [1, 3, 5, 7])
def test_a_heading_without_text_follows_figures_over_all_columns(tmp_path: Path, lines: int) -> None:
    (tmp_path / "quay.svg").write_text(DRAWING)
    (tmp_path / "cover.svg").write_text(COVER)
    figure = "![A quay](quay.svg){.wide width=50%}\n:   Before noon.\n\n"
    quotation = "> " + "\n> ".join(["The ferry leaves at six.  "] * lines)
    cover = {"image": "cover.svg", "alt": "Water"}
    points = ["The ferry leaves at six.", "The crew counts twice."]
    body = f"{figure}{figure}{quotation}\n\n## The Far Shore"
    outcome, _ = set_text(tmp_path, body, cover=cover, key_points=points, subtitle="At Night")
    assert outcome.written, outcome.problems
    assert "internal.fault" not in {problem.code for problem in outcome.problems}
