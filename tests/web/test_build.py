"""The web page as a file: what is in it, read off its HTML."""

from __future__ import annotations

import base64
import hashlib
import itertools
import os
import re
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from examples import combined
from setting import ROOT, write_brief
from web_pages import BRIEFS, THEMES, Page, made, page_of

from issuebrief import web
from issuebrief.cli.main import main
from issuebrief.job import Job, Output, Purpose
from issuebrief.pipeline.build import set_brief
from issuebrief.pipeline.read import read
from issuebrief.resources import SearchPath, search_path
from issuebrief.web.build import SCRIPT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KB = 1024
TEXT = (
    "A first paragraph.[^a]\n\n## A heading\n\nA second one.[^b][^a]\n\n[^a]: First note.\n[^b]: Second note."
)


PAGES = [
    pytest.param(some.values, marks=some.marks, id=str(some.values)) for some in combined(BRIEFS, THEMES)
]


@pytest.fixture(scope="module", params=PAGES)
def page(request: pytest.FixtureRequest) -> Iterator[Page]:
    name, theme = request.param
    content, problems = made(BRIEFS[name], theme)
    assert problems == ()
    yield Page(content)


def test_nothing_is_fetched_from_anywhere(page: Page) -> None:
    assert page.all("//link[@rel='stylesheet' or @rel='preload' or @rel='icon'] | //script[@src]") == []
    assert page.all("//iframe | //object | //embed | //video | //audio | //source | //base") == []
    assert all(picture.get("src").startswith("data:image/") for picture in page.all("//img"))
    assert re.findall(r"url\((?!data:)[^)]*\)|@import", page.style) == []
    assert re.findall(r"fetch\(|XMLHttpRequest|import\(|https?:", page.script) == []


def test_every_id_stands_once_and_every_link_within_the_page_leads_somewhere(page: Page) -> None:
    ids = Counter(page.all("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []
    targets = [href[1:] for href in page.all("//a/@href") if href.startswith("#")]
    assert len(targets) > 4
    assert set(targets) <= set(ids)


def test_headings_begin_with_the_title_and_skip_no_level(page: Page) -> None:
    levels = [int(heading.tag[1]) for heading in page.all("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(lower - upper <= 1 for upper, lower in itertools.pairwise(levels))


def test_the_page_has_its_landmarks_its_language_and_a_way_past_the_masthead(page: Page) -> None:
    assert page.root.get("lang")
    assert len(page.all("/html/body/header")) == len(page.all("/html/body/main")) == 1
    first = page.all("//body//a")[0]
    assert "skip" in first.get("class")
    assert page.one(f"//*[@id='{first.get('href')[1:]}']").get("tabindex") == "-1"


def test_every_mark_leads_to_its_note_and_every_note_back_to_each_of_its_marks(page: Page) -> None:
    marks = page.css(".note-mark")
    assert marks
    for mark in marks:
        number = mark.get("href").removeprefix("#note-")
        assert page.words(mark).lstrip(", ") == number
        assert mark.get("aria-label").endswith(f"\u00a0{number}")
    for note in page.css(".note"):
        back = [link.get("href")[1:] for link in note.xpath(".//a[@role='doc-backlink']")]
        assert back == [mark.get("id") for mark in marks if mark.get("href")[1:] == note.get("id")]


def test_every_picture_says_what_it_shows_and_how_large_it_is(page: Page) -> None:
    for picture in page.all("//img"):
        assert picture.get("alt").strip()
        assert int(picture.get("width")) > 20 and int(picture.get("height")) > 20


def test_the_policy_lets_only_the_pages_own_style_and_script_through(page: Page) -> None:
    (policy,) = page.all("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["img-src"] == rules["font-src"] == "data:"
    for name, text in (("style-src", page.one("//style").text), ("script-src", page.script)):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[name] == f"'sha256-{digest}'"
    assert page.all("//@style") == []
    assert [name for name in page.all("//@*") if name.attrname.startswith("on")] == []


def test_tables_scroll_in_a_region_of_their_own(page: Page) -> None:
    for table in page.all("//table"):
        region = table.getparent()
        assert (region.get("role"), region.get("tabindex")) == ("region", "0")
        assert region.get("aria-label").strip()


@pytest.mark.parametrize("name", BRIEFS)
def test_it_is_light(name: str) -> None:
    limits = {"return-to-the-moon": 400, "reading-the-launch-calendar": 130, "sample": 160, "reference": 230}
    assert len(made(BRIEFS[name])[0]) < limits[name] * KB


def test_the_bytes_are_the_same_in_every_run(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    briefs = [str(path.parent) for path in BRIEFS.values()]
    command = ["build", *briefs, "-j", "1", "--for", "web", "-o", "out"]
    found = []
    # This process has another order of sets than one with a seed of its own.
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    for place in ("here", "there"):
        folder = workplace / place
        folder.mkdir()
        monkeypatch.chdir(folder)
        if place == "here":
            assert main(command) == 0
        else:
            run = [sys.executable, "-m", "issuebrief", *command]
            subprocess.run(run, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        found.append({path.name: path.read_bytes() for path in folder.glob("out/*.html")})
    assert len(found[0]) == len(BRIEFS)
    assert found[0] == found[1]


def test_a_page_without_notes_has_no_card_and_no_endnotes(tmp_path: Path) -> None:
    page = page_of(tmp_path, "A paragraph, and nothing else.")
    assert page.css(".note-card") == page.css(".endnotes") == []


def test_a_note_that_is_cited_twice_has_two_ways_back_that_say_where_they_come_from(tmp_path: Path) -> None:
    page = page_of(tmp_path, TEXT)
    ways = [link.get("aria-label") for link in page.css(".notes")[0].xpath("./li[1]//a")]
    assert ways == ["Note\u00a01: Back to the text", "Note\u00a01: Back to the text (2)"]


def test_labels_are_in_the_language_of_the_brief(tmp_path: Path) -> None:
    page = page_of(tmp_path, TEXT, lang="de")
    assert page.css(".skip")[0].text == "Zum Inhalt springen"
    assert page.css(".note-mark")[0].get("aria-label") == "Anmerkung\u00a01"
    assert page.css(".note-card-close")[0].get("aria-label") == "Schließen"


def test_the_side_of_the_margin_and_the_accent_are_those_of_theme_and_brief(tmp_path: Path) -> None:
    page = page_of(tmp_path, "Text.", theme="policy-note", accent="#123456")
    assert page.root.get("data-sidebar") == "right"
    assert "--accent:#123456" in page.style


def test_the_address_and_the_doi_are_told_in_the_head(tmp_path: Path) -> None:
    page = page_of(tmp_path, "Text.", url="https://example.org/moon", doi="10.1000/182")
    assert page.one("//link[@rel='canonical']/@href") == "https://example.org/moon"
    assert page.one("//link[@rel='cite-as']/@href") == "https://doi.org/10.1000/182"
    assert page.tag("dcterms.identifier") == ["https://doi.org/10.1000/182"]


def test_a_character_that_no_face_has_is_told_with_its_place(tmp_path: Path) -> None:
    _, (problem,) = made(write_brief(tmp_path, "A crossing.\n\nAnd a \u2f4f moon."))
    assert problem.code == "web.no-face"
    assert "\u2f4f" in problem.message and "moon" in problem.excerpt
    assert problem.place and problem.place.line == problem.place.line and problem.place.column == 7


def test_a_space_that_no_face_has_is_told_by_its_name_and_only_where_it_was_typed(tmp_path: Path) -> None:
    _, problems = made(write_brief(tmp_path, "A\u2001moon."))
    assert all("U+2001 (em quad)" in problem.message for problem in problems if problem.code == "web.no-face")


def test_a_template_of_the_users_own_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    brief = write_brief(tmp_path / "brief", "Text.")
    own = tmp_path / "templates"
    own.mkdir()
    own.joinpath("title.html").write_text("<h1>Ours: {{ brief.title }}</h1>")
    content, problems = page_with(brief, own)
    assert problems == []
    assert [heading.text for heading in Page(content).all("//h1")] == ["Ours: Notes on a Crossing"]


@pytest.mark.parametrize("name", ["web-content.html", "web.html", "title.html"])
def test_a_broken_template_is_a_problem_at_its_own_line(tmp_path: Path, name: str) -> None:
    brief = write_brief(tmp_path / "brief", "Text.")
    own = tmp_path / "templates"
    own.mkdir()
    own.joinpath(name).write_text("\n{{ brief.nothing }}")
    content, problems = page_with(brief, own)
    assert problems == [f"{name}:2 template.broken"]
    assert content == b""


def test_a_missing_script_is_a_problem(tmp_path: Path) -> None:
    manuscript, _ = read(Job(write_brief(tmp_path / "brief", "Text."), (), search_path(ROOT)))
    assert manuscript
    own = tmp_path / "templates"
    own.mkdir()
    for template in ROOT.glob("templates/*.html"):
        own.joinpath(template.name).write_bytes(template.read_bytes())
    _, problems = web.make(manuscript, SearchPath((own,), search_path(ROOT).styles))
    assert [problem.code for problem in problems] == ["template.missing"]
    assert SCRIPT in problems[0].message


def test_the_file_is_written_beside_the_pdf(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, TEXT)
    outputs = (Output(Purpose.SCREEN, tmp_path / "a.pdf"), Output(Purpose.WEB, tmp_path / "a.html"))
    outcome = set_brief(Job(brief, outputs, search_path(ROOT)))
    assert outcome.problems == ()
    assert Page((tmp_path / "a.html").read_bytes()).one("//h1").text == "Notes on a Crossing"
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def page_with(brief: Path, templates: Path) -> tuple[bytes, list[str]]:
    """The page with a user's own templates, and its problems as `file:line code`."""
    ours = search_path(ROOT)
    manuscript, found = read(Job(brief, (), ours))
    assert manuscript and found == ()
    content, problems = web.make(manuscript, SearchPath((templates, *ours.templates), ours.styles))
    return content, [f"{p.place.path.name}:{p.place.line} {p.code}" for p in problems if p.place]
