"""What a brief leaves out, it takes from the file of its institute; what it says itself counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from issuebrief.frontmatter.keys.press_keys import Press
from issuebrief.frontmatter.model import Publisher
from issuebrief.frontmatter.publisher_file import read_publisher
from issuebrief.frontmatter.read import locate, read_front_matter, readable_part, with_shared_source
from issuebrief.frontmatter.source import read_source

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.source import Source

NEEDED = "---\ntitle: T\ndate: 2023-10-16\nauthors:\n  - name: J\n"
SHARED = """\
name: Institute for Tides
short: IT
place: Oban
url: https://tides.example
about: We watch the water.
hyphenation: [Ebb-tide]
series: Tide Paper
issn: 2049-3630
lang: de
theme: report
accent: "#102030"
disclaimer: Views are the authors'.
copyright: © Institute for Tides
press: {profile: coated-fogra39, ink: 280}
"""


def read(folder: Path, front: str, shared: str = SHARED) -> tuple[Source, Brief, tuple[Diagnostic, ...]]:
    (folder / "publisher.yaml").write_text(shared, "utf-8")
    path = folder / "brief.md"
    path.write_text(f"{NEEDED}{front}---\nText\n", "utf-8")
    source, _ = read_source(path)
    assert source
    found, of_shared = read_publisher(folder)
    source, found, _ = with_shared_source(source, found)
    brief, problems = read_front_matter(source, found)
    return source, brief or readable_part(source, found), (*problems, *of_shared)


def test_all_that_a_brief_leaves_out_is_taken(tmp_path: Path) -> None:
    _, brief, problems = read(tmp_path, "")
    assert problems == ()
    assert brief.publisher == Publisher(
        name="Institute for Tides",
        short="IT",
        place="Oban",
        url="https://tides.example",
        about="We watch the water.",
        hyphenation=("Ebb-tide",),
    )
    assert (brief.series, brief.issn, brief.lang, brief.theme) == ("Tide Paper", "2049-3630", "de", "report")
    assert (brief.accent, brief.disclaimer) == ("#102030", "Views are the authors'.")
    assert (brief.copyright, brief.press) == (
        "© Institute for Tides",
        Press(profile="coated-fogra39", ink=280),
    )


@pytest.mark.parametrize(
    ("front", "key", "value"),
    [
        ("series: Note\n", "series", "Note"),
        ("issn: 0378-5955\n", "issn", "0378-5955"),
        ("lang: sv\n", "lang", "sv"),
        ("lang: en-GB\n", "lang", "en-GB"),
        ("theme: isdp\n", "theme", "isdp"),
        ('accent: "#ffffff"\n', "accent", "#ffffff"),
        ("disclaimer: Mine.\n", "disclaimer", "Mine."),
        ("copyright: CC0\n", "copyright", "CC0"),
        ("theme:\n", "theme", "report"),
        ("press: {ink: 240}\n", "press", Press(profile="coated-fogra39", ink=240)),
        ("press: {profile: news.icc}\n", "press", Press(profile="news.icc", ink=280)),
    ],
)
def test_what_a_brief_says_counts_even_where_it_is_the_default(
    tmp_path: Path, front: str, key: str, value: object
) -> None:
    _, brief, problems = read(tmp_path, front)
    assert problems == ()
    assert getattr(brief, key) == value


def test_a_brief_gives_only_what_is_otherwise_with_its_institute(tmp_path: Path) -> None:
    _, brief, problems = read(tmp_path, "publisher:\n  place: Kiel\n  about: We dive.\n")
    assert problems == ()
    assert brief.publisher
    assert (brief.publisher.name, brief.publisher.place) == ("Institute for Tides", "Kiel")
    assert (brief.publisher.about, brief.publisher.short) == ("We dive.", "IT")
    _, brief, _ = read(tmp_path, "publisher:\n  name: INSTITUTE  for Tides\n")
    assert brief.publisher
    assert (brief.publisher.name, brief.publisher.short) == ("INSTITUTE  for Tides", "IT")


def test_a_brief_of_another_institute_takes_nothing(tmp_path: Path) -> None:
    source, brief, problems = read(tmp_path, "publisher:\n  name: Guests\n")
    assert problems == ()
    assert brief.publisher == Publisher(name="Guests")
    assert (brief.series, brief.issn, brief.lang, brief.theme) == ("Issue Brief", None, "en-GB", "isdp")
    assert (brief.accent, brief.copyright, brief.press) == (None, "", None)
    assert source.shared is None


def test_an_institute_without_any_name_is_told(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    path.write_text(f"{NEEDED}publisher:\n  short: X\n---\nText\n")
    source, _ = read_source(path)
    assert source
    _, (problem,) = read_front_matter(source)
    assert (problem.code, problem.place and problem.place.line) == ("front-matter.missing", 7)
    assert "publisher.yaml" in problem.hint


def test_what_is_taken_stands_in_the_file_it_was_taken_from(tmp_path: Path) -> None:
    source, _, _ = read(tmp_path, "theme: isdp\npublisher:\n  about: Own.\n")
    place = locate(source, "publisher", "place")
    assert (place.path.name, place.line, source.excerpt(place)) == ("publisher.yaml", 3, "place: Oban")
    place = locate(source, "theme")
    assert (place.path.name, source.excerpt(place)) == ("brief.md", "theme: isdp")
    place = locate(source, "publisher", "about")
    assert (place.path.name, source.excerpt(place)) == ("brief.md", "  about: Own.")
    assert locate(source, "press", "ink").line == 14
    assert locate(source, "doi").path.name == "brief.md"


def test_a_language_without_labels_is_told_where_it_is_given(tmp_path: Path) -> None:
    _, _, problems = read(tmp_path, "", SHARED.replace("lang: de", "lang: cy"))
    places = {(p.place.path.name, p.place.line, p.excerpt) for p in problems if p.place}
    assert places == {("publisher.yaml", 9, "lang: cy")}


def test_the_series_has_the_name_of_the_language_that_is_taken(tmp_path: Path) -> None:
    _, brief, _ = read(tmp_path, "", "name: A\nlang: de\n")
    assert brief.series == "Analyse"


@pytest.mark.parametrize(
    ("front", "drawn"),
    [
        ("", True),
        ("cover: none\n", False),
        ("cover: no\n", False),
        ("cover: Pattern\n", True),
        ("cover_pattern: false\n", False),
    ],
)
def test_a_brief_may_do_without_the_cover_of_its_institute(tmp_path: Path, front: str, drawn: bool) -> None:
    source, brief, problems = read(tmp_path, front, SHARED + "cover_pattern: true\n")
    assert (problems, brief.cover, brief.cover_pattern) == ((), None, drawn)
    assert locate(source, "cover").line == (6 if front.startswith("cover:") else 1)
