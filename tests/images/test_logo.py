"""The logo of an institute: its files, the grounds they stand on, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw
from setting import job, told, write_brief

from issuebrief.images.logo import find_logo
from issuebrief.pipeline.read import read
from issuebrief.theming.legibility import is_dark

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.images.logo_image import LogoImage

CIRCLE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><circle cx="20" cy="20" r="18" {}/></svg>'
)


def files(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "teal.svg").write_text(CIRCLE.format('fill="#0b5c6b"'))
    (folder / "white.svg").write_text(CIRCLE.format('style="fill: #fff"'))
    (folder / "bare.svg").write_text(CIRCLE.format(""))
    (folder / "our logo.svg").write_text(CIRCLE.format('fill="#0b5c6b"'))
    clear = Image.new("RGBA", (400, 200), (0, 0, 0, 0))
    ImageDraw.Draw(clear).ellipse((20, 20, 180, 180), fill=(255, 255, 255, 255))
    clear.save(folder / "white.png")
    whole = Image.new("RGB", (400, 200), "white")
    ImageDraw.Draw(whole).ellipse((20, 20, 180, 180), fill=(11, 92, 107))
    whole.save(folder / "teal.jpg")


def found(
    folder: Path, logo: str, theme: str = "isdp", **front: object
) -> tuple[tuple[LogoImage, ...], tuple[Diagnostic, ...]]:
    files(folder)
    (folder / "publisher.yaml").write_text(f"name: Tides\nlogo: {logo}\n")
    brief = write_brief(folder / "2026/ebb", "Text.", theme=theme, **front)
    manuscript, problems = read(job(brief, folder))
    if manuscript is None:
        return (), problems
    images, of_logo = find_logo(manuscript.source, manuscript.brief, manuscript.theme)
    assert images == manuscript.logo
    assert set(of_logo) <= set(problems)
    return images, problems


def shown(images: tuple[LogoImage, ...]) -> list[tuple[str, str]]:
    return [(image.address, image.classes) for image in images]


def test_a_logo_of_one_file_has_a_plate_on_dark_grounds(tmp_path: Path) -> None:
    images, problems = found(tmp_path, "teal.svg")
    assert problems == ()
    assert shown(images) == [
        ("../../teal.svg", "on-paper"),
        ("../../teal.svg", "on-brand on-night plated"),
    ]


def test_each_ground_has_its_file(tmp_path: Path) -> None:
    images, problems = found(tmp_path, "{light: teal.jpg, dark: white.png, mono: bare.svg}")
    assert problems == ()
    assert shown(images) == [
        ("../../teal.jpg", "on-paper"),
        ("../../white.png", "on-brand on-night"),
        ("../../bare.svg", "mono"),
    ]


def test_on_a_light_house_colour_stands_the_file_for_light_grounds(tmp_path: Path) -> None:
    themes = tmp_path / "styles/themes"
    themes.mkdir(parents=True)
    (themes / "sun.css").write_text(":root { --brand: #ffd166; --on-brand: #111; --brand-cmyk: 0 20 70 0 }")
    images, problems = found(tmp_path, "{light: teal.svg, dark: white.svg}", theme="sun")
    assert problems == ()
    assert shown(images) == [("../../teal.svg", "on-paper on-brand"), ("../../white.svg", "on-night")]


def test_a_name_with_a_space_becomes_an_address(tmp_path: Path) -> None:
    assert shown(found(tmp_path, "our logo.svg")[0])[0][0] == "../../our%20logo.svg"


def test_a_brief_has_its_own_logo_beside_it(tmp_path: Path) -> None:
    files(tmp_path / "2026/ebb")
    (tmp_path / "2026/ebb/own.svg").write_text(CIRCLE.format('fill="#123456"'))
    images, problems = found(tmp_path, "teal.svg", publisher={"logo": "own.svg"})
    assert problems == ()
    assert {image.address for image in images} == {"own.svg"}


def test_a_brief_of_another_institute_has_not_this_ones_logo(tmp_path: Path) -> None:
    assert found(tmp_path, "teal.svg", publisher={"name": "Guests"}) == ((), ())


@pytest.mark.parametrize(
    ("logo", "code", "hint"),
    [
        ("teel.svg", "picture.missing", "did you mean teal.svg?"),
        ("zzzzzzzz.svg", "picture.missing", "put the picture into the folder of publisher.yaml"),
        ("../secret.svg", "picture.outside", "copy the picture into the folder of publisher.yaml"),
        ("https://tides.example/a.svg", "picture.network", "copy the picture into the folder of publisher"),
        ("publisher.yaml", "picture.not-a-picture", "save it as PNG"),
        ("{light: teal.svg, dark: zzzzzzzz.svg}", "picture.missing", "put the picture"),
        ("{dark: white.svg}", "front-matter.missing", "write\nlight: logo.svg"),
        ("{light: teal.svg, drak: white.svg}", "front-matter.unknown-key", "did you mean “dark”?"),
        ("[teal.svg]", "front-matter.wrong-type", "remove the dashes"),
        ("white.svg", "logo.faint", "give a file for each kind of ground"),
        ("white.png", "logo.faint", "give a file for each kind of ground"),
        ("{light: teal.svg, dark: bare.svg}", "logo.faint", "give a file for each kind of ground"),
    ],
)
def test_what_is_wrong_is_told_where_the_file_is_named(
    tmp_path: Path, logo: str, code: str, hint: str
) -> None:
    (tmp_path / "secret.svg").write_text(CIRCLE)
    _, problems = found(tmp_path / "work", logo)
    assert told(problems) == [f"publisher.yaml:2 {code}"]
    assert problems[0].hint.startswith(hint)
    assert problems[0].excerpt == f"logo: {logo}"


def test_the_contrast_of_a_faint_logo_is_told(tmp_path: Path) -> None:
    _, (problem,) = found(tmp_path, "white.svg")
    assert problem.message == "white.svg can hardly be seen on white paper: its contrast there is 1.0:1"


@pytest.mark.parametrize(
    ("colour", "dark"),
    [("#000", True), ("#12304f", True), ("#808080", False), ("#fff", False), ("none", False), ("", False)],
)
def test_a_ground_is_dark_where_white_stands_out_from_it(colour: str, dark: bool) -> None:
    assert is_dark("--brand", {"--brand": "var(--a)", "--a": colour}) is dark
