"""Covers whose title is long: the picture at the foot leaves it its room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image
from setting import facts_of

if TYPE_CHECKING:
    from pathlib import Path

    from pdf_facts import Facts

LINE = 14.0
LONG = (
    "Wettbewerbsverzerrungen durch Schiffahrtssubventionen: Handlungsempfehlungen für "
    "Verkehrsinfrastrukturpolitik und Küstengemeinden"
)
SUBTITLE = "Was die Fähre weiß, der Hafen vergisst und das Ministerium niemals gefragt hat"


def cover_of(folder: Path, title: str, shape: str, **front: str) -> Facts:
    folder.mkdir()
    Image.new("RGB", (800, 1000), "white").save(folder / "cover.jpg")
    cover = {"image": "cover.jpg", "alt": "Das Meer", "credit": "Foto: J. Doe", "shape": shape}
    return facts_of(
        folder, "Text.", theme="report", lang="de", title=title, cover=cover, abstract="Viel.", **front
    )


def rows_of_picture(facts: Facts) -> tuple[int, int]:
    """Where the picture begins and ends at the right edge of the cover, in points."""
    page = facts.picture(0, 1.0)
    rows = [y for y in range(page.height) if page.getpixel((page.width - 4, y)) > 200]
    return min(rows), max(rows)


@pytest.mark.parametrize(("size", "shape"), [("a5", "portrait"), ("square", "wide")])
def test_the_picture_of_a_cover_begins_below_a_long_title(tmp_path: Path, size: str, shape: str) -> None:
    with (
        cover_of(tmp_path / "short", "Die Fähre", shape, page_size=size) as short,
        cover_of(tmp_path / "long", LONG, shape, page_size=size, subtitle=SUBTITLE) as long,
    ):
        (usual_top, usual_bottom), (top, bottom) = map(rows_of_picture, (short, long))
        subtitle = next(line.baseline for line in long.on(0) if "gefragt hat" in line.text)
        assert usual_top < subtitle + LINE < top
        assert top < usual_top + 12 * LINE
        assert bottom == usual_bottom


def test_a_long_title_without_a_picture_stays_on_the_cover(tmp_path: Path) -> None:
    facts = facts_of(
        tmp_path, "Text.", theme="report", lang="de", title=LONG, subtitle=SUBTITLE, page_size="a5"
    )
    assert any("Küstengemeinden" in line.text for line in facts.on(0))
    assert any("Editorial Desk" in line.text for line in facts.on(0))
