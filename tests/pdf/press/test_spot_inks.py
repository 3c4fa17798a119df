"""Spot inks, from the theme to the plates."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from press_facts import GHOSTSCRIPT, PressFacts, needs_ghostscript
from setting import SMALL_PICTURES, told, write_brief

from issuebrief.job import Job, Outcome, Output, Purpose
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from pathlib import Path

NAME = "PANTONE 2767 C"
CSS = """@import "isdp.css";
:root {
--brand: #203a70;
--brand-cmyk: 100 70 0 30;
--brand-spot: "PANTONE 2767 C";
--tint-spot: "PANTONE 2767 C" 10%;
}
"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200">'
    '<rect width="400" height="200" fill="#203a70" stroke="#203a70"/></svg>'
)


def set_press(folder: Path, css: str = CSS, purpose: Purpose = Purpose.PRESS) -> Outcome:
    themes = folder / "styles" / "themes"
    themes.mkdir(parents=True, exist_ok=True)
    (themes / "ours.css").write_text(css)
    text = "Words.\n\n## A heading\n\n::: note\nA box.\n:::\n\n![A drawing](drawing.svg)\n"
    brief = write_brief(folder / "brief", text, theme="ours")
    (brief.parent / "drawing.svg").write_text(DRAWING)
    output = Output(purpose, brief.with_name(f"brief{purpose.ending}"))
    return set_brief(Job(brief, (output,), search_path(folder), policy=SMALL_PICTURES))


def spaces(path: Path) -> dict[str, Any]:
    with pikepdf.open(path) as pdf:
        named = pdf.pages[0].obj.Resources.ColorSpace
        return {
            str(space[1])[1:]: [float(ink) for ink in space[3].C1]
            for space in named.values()
            if space[0] == "/Separation"
        }


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("spot")
    assert set_press(folder).problems == ()
    return folder / "brief" / "brief-press.pdf"


def test_each_ink_has_one_space_with_the_process_inks_of_its_token(press: Path) -> None:
    assert spaces(press) == {"All": [1, 1, 1, 1], NAME: [1, 0.7, 0, 0.3]}
    with PressFacts(press) as facts:
        assert f"/Separation {NAME}" in facts.spaces
        assert (1, 0.7, 0, 0.3) not in {colour.numbers for colour in facts.colours}


def test_the_file_names_its_plates(press: Path) -> None:
    with pikepdf.open(press) as pdf:
        said = bytes(pdf.Root.Metadata.read_bytes()).decode()
    plates = said.split("PlateNames")[1]
    assert re.findall("<rdf:li>([^<]+)<", plates) == ["Cyan", "Magenta", "Yellow", "Black", NAME]


@needs_ghostscript
def test_the_ink_has_a_plate_with_the_band_the_drawing_and_the_marks(press: Path, tmp_path: Path) -> None:
    from PIL import Image

    target = tmp_path / "p%d.tif"
    command = [
        GHOSTSCRIPT or "gs",
        "-q",
        "-dSAFER",
        "-sDEVICE=tiffsep",
        "-r72",
        "-o",
        str(target),
        str(press),
    ]
    subprocess.run(command, check=True)
    names = {path.name for path in tmp_path.glob("p1(*).tif")}
    assert names == {f"p1({ink}).tif" for ink in ("Cyan", "Magenta", "Yellow", "Black", NAME)}
    with PressFacts(press) as facts, Image.open(tmp_path / f"p1({NAME}).tif") as plate:
        bleed = facts.box(0, "BleedBox")
        ink = 255 - plate.convert("L").getpixel((round(bleed.left) + 20, 45))  # type: ignore[operator]
        assert ink == 255


def test_on_the_screen_and_the_web_nothing_changes(tmp_path: Path) -> None:
    plain = "\n".join(line for line in CSS.splitlines() if "spot" not in line)
    for purpose in (Purpose.SCREEN, Purpose.WEB):
        made = []
        for css in (CSS, plain):
            assert set_press(tmp_path, css, purpose).problems == ()
            made.append((tmp_path / "brief" / f"brief{purpose.ending}").read_bytes())
        if purpose is Purpose.SCREEN:
            assert made[0] == made[1]
        else:
            assert made[0].replace(b'--brand-spot: "PANTONE 2767 C";', b"").count(b"#203a70") == made[
                1
            ].count(b"#203a70")


def test_mistakes_are_told_at_their_line_and_nothing_is_written(tmp_path: Path) -> None:
    outcome = set_press(tmp_path, CSS.replace("--brand-cmyk: 100 70 0 30;", ""))
    assert set(told(outcome.problems)) == {"ours.css:5 theme.spot"}
    assert outcome.written == ()


def test_a_gradient_in_a_spot_ink_is_told(tmp_path: Path) -> None:
    css = CSS + ".masthead { background: linear-gradient(var(--brand), white) }"
    assert "press.spot-mixed" in {problem.code for problem in set_press(tmp_path, css).problems}
