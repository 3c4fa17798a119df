"""`issuebrief brand`: every value with the place that it is from, and a specimen of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pdf_facts import Facts
from setting import write_brief

from issuebrief.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
SHARED = """\
place: Oban
series: Tide Paper
logo: {light: light.svg, dark: dark.svg, wordmark: true}
colors:
  accent: {screen: "#8f3f12", cmyk: 20 80 100 20}
"""
BRAND = (
    "meta: {name: Institute for Tides}\ncolor: {primary: '#0b5c6b'}\ntypography: {headings: Source Serif 4}\n"
)
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><style>.a {{ fill: {0} }}</style>'
    '<circle class="a" cx="20" cy="20" r="18" fill="{0}"/></svg>'
)


@pytest.fixture
def institute(workplace: Path) -> Path:
    (workplace / "content").mkdir()
    (workplace / "publisher.yaml").write_text(SHARED)
    (workplace / "_brand.yml").write_text(BRAND)
    (workplace / "light.svg").write_text(LOGO.format("#0b5c6b"))
    (workplace / "dark.svg").write_text(LOGO.format("#ffffff"))
    return workplace


def rows(capsys: Capture) -> dict[str, tuple[str, str]]:
    """The values that were printed, with their places, by their keys."""
    lines = [line.strip() for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]
    parts = [[part.strip() for part in line.split("  ") if part.strip()] for line in lines]
    return {key: (value, place) for key, value, place in parts}


def test_each_value_is_printed_with_the_line_it_is_from(institute: Path, capsys: Capture) -> None:
    assert main(["brand"]) == 0
    found = rows(capsys)
    assert found["name"] == ("Institute for Tides", "_brand.yml:1")
    assert found["place"] == ("Oban", "publisher.yaml:1")
    assert found["light"] == ("light.svg", "publisher.yaml:3")
    assert found["series"] == ("Tide Paper", "publisher.yaml:2")
    assert found["theme"] == ("isdp", "default")
    assert found["--brand"] == ("#0b5c6b", "_brand.yml:2")
    assert "--brand-cmyk" not in found
    assert found["--accent"] == ("#8f3f12", "publisher.yaml:5")
    assert found["--accent-cmyk"] == ("20 80 100 20", "publisher.yaml:5")
    assert found["--heading-face"] == ("Source Serif 4", "_brand.yml:3")
    assert found["--tint"][1].startswith("/")


def test_what_a_brief_says_itself_is_named_with_the_brief(institute: Path, capsys: Capture) -> None:
    write_brief(
        institute / "content/2026/ebb", "Text.", theme="report", accent="#224488", publisher={"place": "Kiel"}
    )
    assert main(["brand", "content/2026/ebb"]) == 0
    found = rows(capsys)
    assert found["place"] == ("Kiel", "content/2026/ebb/brief.md:9")
    assert found["theme"] == ("report", "content/2026/ebb/brief.md:6")
    assert found["--accent"] == ("#224488", "content/2026/ebb/brief.md:7")
    assert "--accent-cmyk" not in found
    assert found["name"] == ("Institute for Tides", "_brand.yml:1")


def test_without_an_institute_the_theme_is_shown(workplace: Path, capsys: Capture) -> None:
    assert main(["brand", "."]) == 0
    found = rows(capsys)
    assert "name" not in found
    assert found["--brand"][0] == "#12304f"


def test_a_fault_in_the_files_is_told(institute: Path, capsys: Capture) -> None:
    (institute / "publisher.yaml").write_text("colors: {accent: red}\n")
    assert main(["brand"]) == 1
    assert "publisher.yaml:1:18: error" in capsys.readouterr().err


@pytest.mark.parametrize("theme", ["isdp", "policy-note", "report"])
def test_a_specimen_shows_colours_contrast_inks_faces_and_the_logo(
    institute: Path, capsys: Capture, theme: str
) -> None:
    with (institute / "publisher.yaml").open("a") as file:
        file.write(f"theme: {theme}\n")
    assert main(["brand", "--specimen", "s.pdf"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("s.pdf\n", "")
    facts = Facts(institute / "s.pdf")
    assert facts.text.count("20 80 100 20") == 1
    assert "converted" in facts.text
    assert "#0b5c6b" in facts.text
    figures = [node.alt for node in facts.reading.walk() if node.tag == "Figure"]
    assert [alt for alt in figures if alt.startswith("The logo on")] == [
        "The logo on white paper",
        "The logo on the house colour",
        "The logo on a dark page",
    ]
    assert {line.text for page in range(len(facts)) for line in facts.on(page)} >= {"A subheading"}


def test_a_specimen_can_be_a_web_page(institute: Path, capsys: Capture) -> None:
    assert main(["brand", "--specimen", "s.html"]) == 0
    assert capsys.readouterr().err == ""
    web = (institute / "s.html").read_text("utf-8")
    assert "The logo on the house colour" in web
    assert "--brand:#0b5c6b" in web


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["brand", "--specimen", "s.png"], "s.png is no name for a specimen"),
        (["brand", "--specimen", "no/s.pdf"], "there is no folder"),
        (["brand", "nowhere"], "there is no nowhere"),
    ],
)
def test_what_means_nothing_is_answered(
    workplace: Path, capsys: Capture, typed: list[str], said: str
) -> None:
    assert main(typed) == 2
    assert said in capsys.readouterr().err
