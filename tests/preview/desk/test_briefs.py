"""The briefs that a preview can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from issuebrief.preview.desk.briefs import brief_named, listed_briefs, title_in

if TYPE_CHECKING:
    from pathlib import Path


def brief(folder: Path, text: str = "---\ntitle: A Gauge\n---\nText.\n") -> Path:
    """A brief in a folder."""
    folder.mkdir(parents=True)
    path = folder / "brief.md"
    path.write_text(text, "utf-8")
    return path


def test_all_briefs_of_the_project_are_listed_and_the_one_on_show_is_marked(tmp_path: Path) -> None:
    moon, harbour = (brief(tmp_path / "content" / name) for name in ("moon", "harbour"))
    (harbour.parent / "brief.fr.md").write_text("---\ntitle: Le port\n---\nTexte.\n", "utf-8")
    found = listed_briefs(moon, tmp_path)
    assert [(each.name, each.title, each.current) for each in found] == [
        ("content/harbour/brief.fr.md", "Le port", False),
        ("content/harbour/brief.md", "A Gauge", False),
        ("content/moon/brief.md", "A Gauge", True),
    ]
    assert brief_named("content/harbour/brief.md", moon, tmp_path) == harbour


def test_a_brief_outside_content_is_listed_with_those_beside_it(tmp_path: Path) -> None:
    one, two = (brief(tmp_path / "drafts" / name) for name in ("one", "two"))
    assert [each.name for each in listed_briefs(one, tmp_path)] == [
        "drafts/one/brief.md",
        "drafts/two/brief.md",
    ]
    assert brief_named("../../etc/passwd", one, tmp_path) is None
    assert brief_named(str(two), one, tmp_path) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\nlang: en\ntitle: 'The “Gauge”: a word'\n---\n", "The “Gauge”: a word"),
        ("---\ntitle: >\n  In two\n  lines\n---\n", "moon"),
        ("title: no front matter\n", "moon"),
        ("", "moon"),
    ],
)
def test_a_brief_goes_by_the_title_that_it_states_in_one_line(tmp_path: Path, text: str, title: str) -> None:
    assert title_in(brief(tmp_path / "moon", text)) == title


def test_a_brief_that_is_gone_goes_by_the_name_of_its_folder(tmp_path: Path) -> None:
    assert title_in(tmp_path / "moon/brief.md") == "moon"
