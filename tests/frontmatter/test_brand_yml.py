"""A `_brand.yml`, as other programs share it, is read below `publisher.yaml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from setting import job, told, write_brief

from issuebrief.frontmatter.read import locate
from issuebrief.pipeline.read import read

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.manuscript import Manuscript

WHOLE = """\
meta:
  name:
    full: Harbour Office of Tides
    short: HOT
  link:
    home: https://tides.example
logo:
  images:
    wide:
      path: logo.svg
      alt: A wave
  medium: wide
color:
  palette:
    night: "#0B5C6B"
    rust: rgb(143 63 18)
    house: night
  foreground: black
  background: white
  primary: house
  secondary: rust
typography:
  fonts:
    - family: Source Sans 3
      source: google
  base: Source Sans 3
  headings:
    family: Source Serif 4
  monospace: source code pro
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="8" fill="#0b5c6b"/></svg>'


def brand(
    folder: Path, text: str, file: str = "", **front: Any
) -> tuple[Manuscript | None, tuple[Diagnostic, ...]]:
    (folder / "_brand.yml").write_text(text, "utf-8")
    (folder / "logo.svg").write_text(DRAWING)
    if file:
        (folder / "publisher.yaml").write_text(file)
    return read(job(write_brief(folder / "2026/ebb", "Text.", **front), folder))


def test_all_that_a_brief_can_use_is_read(tmp_path: Path) -> None:
    found, problems = brand(tmp_path, WHOLE)
    assert problems == ()
    assert found
    house = found.brief.publisher
    assert house
    assert (house.name, house.short, house.url) == ("Harbour Office of Tides", "HOT", "https://tides.example")
    assert house.logo
    assert (house.logo.light, house.logo.alt) == ("logo.svg", "A wave")
    tokens = found.theme.tokens
    assert [tokens[f"--{name}"] for name in ("brand", "accent", "ink")] == ["#0b5c6b", "#8f3f12", "#000000"]
    assert tokens["--serif"] == '"Source Sans 3", serif'
    assert tokens["--title-face"] == '"Source Serif 4", var(--serif)'
    assert tokens["--mono"] == '"Source Code Pro", monospace'
    assert [image.address for image in found.logo] == ["../../logo.svg", "../../logo.svg"]


def test_what_the_institutes_own_file_says_comes_first_key_by_key(tmp_path: Path) -> None:
    own = 'place: Oban\ncolors: {accent: "#224488"}\ntheme: report\n'
    found, problems = brand(tmp_path, WHOLE, own, publisher={"short": "Tides"})
    assert problems == ()
    assert found
    house = found.brief.publisher
    assert house
    assert (house.name, house.short, house.place) == ("Harbour Office of Tides", "Tides", "Oban")
    assert (found.theme.tokens["--brand"], found.theme.tokens["--accent"]) == ("#0b5c6b", "#224488")
    places = {
        keys: f"{place.path.name}:{place.line}"
        for keys in ("name", "short", "place", "colors.accent", "colors.brand", "logo.light")
        for place in [locate(found.source, "publisher", *keys.split("."))]
    }
    assert places == {
        "name": "_brand.yml:3",
        "short": "brief.md:7",
        "place": "publisher.yaml:1",
        "colors.accent": "publisher.yaml:2",
        "colors.brand": "_brand.yml:20",
        "logo.light": "_brand.yml:10",
    }


def test_a_brief_of_another_institute_takes_nothing(tmp_path: Path) -> None:
    found, problems = brand(tmp_path, WHOLE, publisher={"name": "Guests"})
    assert problems == ()
    assert found
    assert (found.theme.own, found.logo) == ((), ())


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("meta: {name: A}\ncolor: {primary: nope}\n", ["_brand.yml:2 brand.unusable"]),
        ("meta: {name: A}\ncolor: {palette: {a: b, b: a}, primary: a}\n", ["_brand.yml:2 brand.unusable"]),
        ("meta: {name: A}\ncolor: {primry: '#123456'}\n", ["_brand.yml:2 brand.unknown"]),
        ("meta: {name: A}\nfoo: 1\n", ["_brand.yml:2 brand.unknown"]),
        ("meta: {name: A}\nlogo: {medium: https://a.example/b.png}\n", ["_brand.yml:2 brand.unusable"]),
        ("meta: {name: A}\nlogo: {medium: {dark: logo.svg}}\n", ["_brand.yml:2 brand.unusable"]),
        ("meta: {name: A}\nlogo: {small: logo.svg, medium: logo.svg}\n", ["_brand.yml:2 brand.unused"]),
        ("meta: {name: A}\ncolor: {background: '#eee'}\n", ["_brand.yml:2 brand.unused"]),
        ("meta: {name: A}\ncolor: {primary: {light: navy, dark: red}}\n", ["_brand.yml:2 brand.unused"]),
        ("meta: {name: A}\ncolor: {danger: red, success: green}\n", ["_brand.yml:2 brand.unused"]),
        ("meta: {name: A}\ntypography: {base: {size: 12pt}}\n", ["_brand.yml:2 brand.unused"]),
        ("meta: {name: A}\ntypography: {base: Open Sans}\n", ["_brand.yml:2 brand.no-font"]),
        ("meta: {name: A}\ndefaults: {quarto: {}}\n", ["_brand.yml:2 brand.unused"]),
        ("meta: {name: A, link: {home: here}}\n", ["_brand.yml:1 brand.unusable"]),
        ("meta: {name: A, link: {github: https://g.example}}\n", ["_brand.yml:1 brand.unused"]),
        ("color: {primary: navy}\n", ["_brand.yml:0 brand.unusable"]),
        ("meta: {name: A}\ncolor: [a]\n", ["_brand.yml:2 brand.unusable"]),
        ("- a\n", ["_brand.yml:1 brand.unusable", "_brand.yml:0 brand.unusable"]),
    ],
)
def test_nothing_is_dropped_in_silence(tmp_path: Path, text: str, told_of: list[str]) -> None:
    found, problems = brand(tmp_path, text)
    assert found, problems
    assert told(problems) == told_of


def test_a_file_that_is_no_yaml_is_told(tmp_path: Path) -> None:
    _, problems = brand(tmp_path, "a: [\n", "name: A\n")
    assert told(problems) == ["_brand.yml:1 front-matter.yaml"]


def test_a_family_whose_files_are_missing_leaves_the_themes_own(tmp_path: Path) -> None:
    found, _ = brand(tmp_path, "meta: {name: A}\ntypography: {base: Open Sans}\n")
    assert found
    assert found.theme.tokens["--sans"].startswith('"Source Sans 3"')


def test_the_first_family_of_a_list_counts_and_a_comment_is_one(tmp_path: Path) -> None:
    faces = "  base: \"'Source Sans 3', Aptos, sans-serif\"\n  headings: Source Serif 4 #H2-H6\n"
    found, problems = brand(tmp_path, f"meta: {{name: A}}\ntypography:\n{faces}")
    assert problems == ()
    assert found
    tokens = found.theme.tokens
    assert tokens["--serif"] == '"Source Sans 3", serif'
    assert tokens["--title-face"] == '"Source Serif 4", var(--serif)'
