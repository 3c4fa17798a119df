"""Figures and tables between lines of three colons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image
from written import NO_BREAK, written

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "| Port | Ships |\n| --- | --- |\n| Riga | 12 |"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a", "b"):
        Image.new("RGB", (40, 20), "navy").save(tmp_path / f"{name}.png")
    return tmp_path


def html(body: str, folder: Path) -> str:
    found, problems = written(body, folder=folder)
    assert problems == ()
    return found.html.replace(NO_BREAK, " ")


@pytest.mark.parametrize("opening", ["::: figure {#fig-quay .wide}", "::: {#fig-quay .wide}"])
@pytest.mark.parametrize("pictures", ["![A](a.png)\n\n![B](b.png)", "![A](a.png)\n![B](b.png)"])
def test_its_pictures_are_parts_and_its_last_paragraph_is_the_caption(
    opening: str, pictures: str, folder: Path
) -> None:
    found = html(f"{opening}\n{pictures}\n\nThe quay, twice.\n:::\n\nSee [](#fig-quay).", folder)
    assert '<figure class="figure parts wide" id="fig-quay"' in found
    assert found.count('<figure class="part share-') == 2
    assert '<span class="label">Figure 1</span> <span class="caption">The quay, twice.</span>' in found
    assert "(b)" in found
    assert '<div class="figure' not in found


def test_one_picture_is_a_figure_without_parts(folder: Path) -> None:
    found = html("::: figure\n![A](a.png){#fig-one}\n\nThe quay.\n\nSource: Own work.\n:::", folder)
    assert '<figure class="figure" id="fig-one"' in found
    assert '<span class="caption">The quay.</span>' in found
    assert "part" not in found


def test_a_part_has_its_own_name_and_caption(folder: Path) -> None:
    body = (
        '::: figure\n![A](a.png "Ebb"){#fig-ebb}\n![B](b.png "Flood")\n\nThe quay.\n:::\n\nSee [](#fig-ebb).'
    )
    found = html(body, folder)
    assert "Ebb" in found
    assert "Figure 1 (a)</a>" in found


@pytest.mark.parametrize("opening", ["::: table {#tab-ports}", "::: {#tbl-ports}"])
def test_a_table_has_the_paragraph_behind_it_as_its_caption(opening: str, folder: Path) -> None:
    found = html(f"{opening}\n{TABLE}\n\nShips by port.\n:::", folder)
    assert '<figure class="table" id="t' in found
    assert '<span class="label">Table 1</span> <span class="caption">Ships by port.</span>' in found


def test_what_holds_more_than_a_figure_stays_as_it_is(folder: Path) -> None:
    found = html("::: figure\n![A](a.png)\n\n- An entry\n:::", folder)
    assert found.startswith('<div class="figure">')
