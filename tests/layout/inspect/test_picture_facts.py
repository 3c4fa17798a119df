"""Words that a theme sets over a picture are held to the contrast with what is under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image
from setting import set_text

if TYPE_CHECKING:
    from pathlib import Path

THEME = """@import "isdp.css";
.cover { position: absolute; top: 0; left: 0; margin: 0 }
.cover img { height: 60mm; width: 180mm }
.title-block { position: relative; color: white }
.title-block h1 { color: %s }
"""


@pytest.mark.parametrize(
    ("colour", "picture", "told"), [("white", 240, True), ("white", 20, False), ("black", 240, False)]
)
def test_a_title_over_the_cover(tmp_path: Path, colour: str, picture: int, told: bool) -> None:
    (tmp_path / "styles/themes").mkdir(parents=True)
    (tmp_path / "styles/themes/over.css").write_text(THEME % colour, "utf-8")
    Image.new("RGB", (2400, 900), (picture,) * 3).save(tmp_path / "cover.png")
    cover = {"image": "cover.png", "alt": "A grey plane"}
    outcome, _ = set_text(tmp_path, "Text.", theme="over", cover=cover, title="Over")
    faint = [each.message for each in outcome.problems if each.code == "contrast.low"]
    ground = f"#{picture:02x}" + f"{picture:02x}" * 2
    assert any("“Over”" in message and ground in message for message in faint) is told
