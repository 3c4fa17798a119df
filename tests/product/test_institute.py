"""One file of an institute gives all its briefs what they have in common."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import validators
from pdf_facts import Facts
from PIL import Image
from press_facts import PLAIN, Box, PressFacts
from setting import job, told, write_brief

from issuebrief.cli.main import main
from issuebrief.diagnostics.policy import SeverityPolicy
from issuebrief.job import Output, Purpose
from issuebrief.pipeline.build import set_brief

if TYPE_CHECKING:
    from pathlib import Path

SHARED = """\
name: Institute for Tides
place: Oban
url: https://tides.example
about: We watch the water, *always*.
series: Tide Paper
theme: policy-note
disclaimer: The views are those of the authors.
copyright: Free for all to copy.
"""


def test_a_brief_in_a_folder_by_year_has_all_that_its_institute_shares(tmp_path: Path) -> None:
    (tmp_path / "publisher.yaml").write_text(SHARED)
    brief = write_brief(tmp_path / "content/2026/ebb", "Text.", publisher={"place": "Kiel"})
    page = brief.with_suffix(".html")
    made = job(brief, tmp_path)
    outcome = set_brief(replace(made, outputs=(*made.outputs, Output(Purpose.WEB, page))))
    assert outcome.problems == ()
    facts = Facts(brief.with_suffix(".pdf"))
    web = page.read_text("utf-8")
    for text in (facts.text, web):
        for words in ("Institute for Tides", "Tide Paper", "Kiel", "The views are those", "Free for all"):
            assert words in text
        assert "Oban" not in text
    assert "We watch the water, <em>always</em>." in web


def test_problems_of_the_shared_file_are_told_at_its_lines_and_once(
    workplace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (workplace / "publisher.yaml").write_text("name: A\nurl: a.example\ntheme: our-hous\n")
    for name in ("one", "two"):
        write_brief(workplace / "content/2026" / name, "Text.")
    assert main(["check"]) == 1
    said = "".join(capsys.readouterr())
    assert said.count("publisher.yaml:2:6: error: url must be a web address") == 1
    assert said.count("publisher.yaml:3:8: error: there is no theme “our-hous”") == 1
    assert "    3 | theme: our-hous" in said
    assert "brief.md:" not in said


def test_words_of_the_institute_that_are_not_printed_are_told_in_its_file(tmp_path: Path) -> None:
    (tmp_path / "publisher.yaml").write_text(SHARED)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/publisher.html").write_text("")
    brief = write_brief(tmp_path / "content/2026/ebb", "Text.")
    outcome = set_brief(job(brief, tmp_path))
    assert told(outcome.problems) == ["publisher.yaml:4 text.left-out"]
    assert outcome.problems[0].excerpt.startswith("about: We watch")


LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><circle cx="20" cy="20" r="18" fill="{0}"/>'
    '<path d="M46 6h8v28h-8zM60 6h50v8h-50z" fill="{0}"/></svg>'
)
WHITE, TEAL = (255, 255, 255), (11, 92, 107)


def with_logo(folder: Path, theme: str, logo: str, *purposes: Purpose) -> tuple[Path, str]:
    """A brief of an institute with a logo, and the HTML of its web page."""
    (folder / "light.svg").write_text(LOGO.format("#0b5c6b"))
    (folder / "dark.svg").write_text(LOGO.format("#ffffff"))
    (folder / "publisher.yaml").write_text(f"{SHARED.replace('policy-note', theme)}logo: {logo}\n")
    brief = write_brief(folder / "content/ebb", "Text.\n\n" * 40, abstract="Short.")
    outputs = tuple(Output(purpose, folder / f"ebb{purpose.ending}") for purpose in purposes)
    outcome = set_brief(replace(job(brief, folder), outputs=outputs))
    assert outcome.problems == ()
    web = folder / "ebb.html"
    return folder / "ebb.pdf", web.read_text("utf-8") if web.exists() else ""


def figures(facts: Facts) -> list[str]:
    return [node.alt for node in facts.reading.walk() if node.tag == "Figure"]


@pytest.mark.parametrize("theme", ["isdp", "policy-note", "report"])
def test_the_logo_for_its_ground_is_in_masthead_and_box_and_keeps_the_grid(
    tmp_path: Path, theme: str
) -> None:
    pdf, _ = with_logo(tmp_path, theme, "{light: light.svg, dark: dark.svg}", Purpose.SCREEN)
    facts = Facts(pdf)
    assert figures(facts) == []  # the name beside it says who it is
    assert facts.text.count("Institute for Tides") >= 2
    head = facts.coloured(0, 2).crop((0, 0, 1190, 240))
    colours = {colour for count, colour in head.getcolors(1 << 20) if count > 300}
    assert (TEAL in colours) == (theme == "policy-note")
    assert validators.page_validation(pdf, validators.UA_1) == []
    assert validators.page_validation(pdf, validators.A_2A) == []


def test_a_wordmark_is_read_out_once_and_stands_for_the_name(tmp_path: Path) -> None:
    logo = "{light: light.svg, dark: dark.svg, wordmark: true}"
    pdf, web = with_logo(tmp_path, "isdp", logo, Purpose.SCREEN, Purpose.WEB)
    facts = Facts(pdf)
    assert figures(facts) == ["Institute for Tides"]
    assert facts.copied(0).startswith("Tide Paper")
    head = web.partition('<header class="masthead">')[2].partition("</header>")[0]
    assert 'class="institute"' not in head
    assert 'alt="Institute for Tides"' in head
    assert validators.page_validation(pdf, validators.UA_1) == []


def test_words_of_its_own_are_read_out_for_a_logo(tmp_path: Path) -> None:
    logo = "{light: light.svg, dark: dark.svg, alt: A wave below a star}"
    pdf, _ = with_logo(tmp_path, "report", logo, Purpose.SCREEN)
    assert figures(Facts(pdf)) == ["A wave below a star"]


def test_without_a_logo_a_page_is_what_it_was(tmp_path: Path) -> None:
    (tmp_path / "publisher.yaml").write_text(SHARED)
    brief = write_brief(tmp_path / "ebb", "Text.")
    page = brief.with_suffix(".html")
    set_brief(replace(job(brief), outputs=(Output(Purpose.WEB, page),)))
    assert "<img" not in page.read_text("utf-8")


def test_a_theme_hides_the_logo_with_one_rule(tmp_path: Path) -> None:
    themes = tmp_path / "styles/themes"
    themes.mkdir(parents=True)
    (themes / "ours.css").write_text('@import "isdp.css"; .mark { display: none }')
    pdf, _ = with_logo(tmp_path, "ours", "light.svg", Purpose.SCREEN)
    head = Facts(pdf).coloured(0, 2).crop((0, 0, 1190, 90))
    assert TEAL not in {colour for count, colour in head.getcolors(1 << 20) if count > 300}


def test_the_logo_is_printed_in_inks(tmp_path: Path) -> None:
    with_logo(tmp_path, "policy-note", "light.svg", Purpose.PRESS)
    with PressFacts(tmp_path / "ebb-press.pdf") as facts:
        assert facts.spaces <= PLAIN
        page = facts.box(0, "TrimBox")
        spot = Box(page.left + 68, page.top - 54, page.left + 72, page.top - 50)
        ink = facts.ink(0, spot)
        assert ink.cyan > 0.5
        assert ink.magenta < 0.1 < ink.black


def test_the_web_page_holds_the_logo_for_day_and_night(tmp_path: Path) -> None:
    _, web = with_logo(tmp_path, "isdp", "{light: light.svg, dark: dark.svg}", Purpose.WEB)
    head = web.partition('<header class="masthead">')[2].partition("</header>")[0]
    assert head.count("data:image/svg+xml") == 2
    assert head.count('alt=""') == 2
    assert 'class="logo on-brand on-night"' in head
    assert "light.svg" not in web


def test_a_coarse_logo_is_told_where_it_is_named(tmp_path: Path) -> None:
    Image.new("RGB", (40, 20), (11, 92, 107)).save(tmp_path / "small.png")
    (tmp_path / "publisher.yaml").write_text(f"{SHARED}logo: {{light: small.png, dark: small.png}}\n")
    brief = write_brief(tmp_path / "content/ebb", "Text.", publisher={"short": "IT"})
    made = replace(job(brief, tmp_path), policy=SeverityPolicy())
    outcome = set_brief(made)
    coarse = [problem for problem in outcome.problems if problem.code == "picture.coarse"]
    assert set(told(tuple(coarse))) == {"publisher.yaml:9 picture.coarse"}
    assert coarse[0].excerpt.startswith("logo:")


def test_an_institute_says_where_else_it_is_found_unless_a_brief_does(tmp_path: Path) -> None:
    (tmp_path / "publisher.yaml").write_text(
        SHARED + "social:\n  - https://mastodon.social/@tides\n  - https://www.linkedin.com/company/tides\n"
    )
    own = {"social": [{"url": "https://tides.example/radio", "name": "Radio"}]}
    for name, publisher, said in (
        (
            "ebb",
            {},
            {
                "Mastodon": "https://mastodon.social/@tides",
                "LinkedIn": "https://www.linkedin.com/company/tides",
            },
        ),
        ("flood", own, {"Radio": "https://tides.example/radio"}),
    ):
        brief = write_brief(tmp_path / "content" / name, "Text.", publisher=publisher)
        page = brief.with_suffix(".html")
        made = job(brief, tmp_path)
        outcome = set_brief(replace(made, outputs=(*made.outputs, Output(Purpose.WEB, page))))
        assert outcome.problems == ()
        facts = Facts(brief.with_suffix(".pdf"))
        web = page.read_text("utf-8")
        for network, address in said.items():
            assert f"{network} {address.removeprefix('https://')}" in facts.text.replace("\n", " ")
            assert f'<span class="network">{network}</span>' in web
        assert f'"sameAs":{json.dumps(list(said.values()), separators=(",", ":"))}' in web
