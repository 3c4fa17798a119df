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


GROUND = """@import "isdp.css";
.title-block { %s }
.title-block .title { color: %s }
"""


@pytest.mark.parametrize(
    ("background", "colour", "told"),
    [
        ("background: linear-gradient(90deg, #fff, #eee)", "#ccc", True),
        ("background: linear-gradient(90deg, #123, #345)", "white", False),
        ("background: linear-gradient(90deg, white 80%, black 80%)", "black", False),
        ("background: linear-gradient(90deg, black 80%, white 80%)", "black", True),
        ("background: radial-gradient(circle at 20% 50%, white, #ddd)", "#bbb", True),
        ("background: #fff url(../../plane.png)", "white", False),
        ("background: #000 url(../../plane.png)", "#222", True),
        ("background: linear-gradient(#0008, #0008), url(../../light.png)", "#777", True),
        ("background: url(../../plane.png) no-repeat 100% 100% / 10mm 10mm, white", "black", False),
    ],
)
def test_a_title_over_a_background_of_the_theme(
    tmp_path: Path, background: str, colour: str, told: bool
) -> None:
    (tmp_path / "styles/themes").mkdir(parents=True)
    (tmp_path / "styles/themes/over.css").write_text(GROUND % (background, colour), "utf-8")
    for name, grey in (("plane", 20), ("light", 240)):
        Image.new("RGB", (60, 60), (grey,) * 3).save(tmp_path / f"styles/{name}.png")
    outcome, _ = set_text(tmp_path, "Text.", theme="over", title="Over")
    faint = [each for each in outcome.problems if each.code == "contrast.low" and "“Over”" in each.message]
    assert bool(faint) is told, outcome.problems
    assert all(each.place and each.place.line == 2 for each in faint)
