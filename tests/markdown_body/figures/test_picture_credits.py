"""Credits of pictures, beside them or in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image
from written import bare, make_brief, make_source

from issuebrief.markdown_body import write_up

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "![A red plane](a.png)\nFigure: A plane.\nPhoto: *John* Roe\n\n![A blue one](a.png)\nSource: Atlas.\n"


def test_a_list_takes_the_credits_and_leaves_the_sources(tmp_path: Path) -> None:
    Image.new("RGB", (40, 40)).save(tmp_path / "a.png")
    beside = write_up(make_source(TEXT, tmp_path), make_brief())[0]
    listed = write_up(make_source(TEXT, tmp_path), make_brief(picture_credits="list"))[0]
    assert beside.credits == ()
    assert "Photo: <em>John</em> Roe" in beside.html
    assert [(label, bare(credit)) for label, credit in listed.credits] == [
        ("Figure\u00a01", "Photo: <em>John</em> Roe")
    ]
    assert "Photo" not in listed.html
    assert "Atlas" in listed.html
