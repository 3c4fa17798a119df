"""Where templates and styles are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from setting import ROOT

from issuebrief import resources as places
from issuebrief.resources import SearchPath, search_path, shipped, shipped_page

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_in_the_repository_the_folders_at_its_root_are_taken() -> None:
    assert shipped("styles") == ROOT / "styles"
    assert search_path(ROOT) == SearchPath((ROOT / "templates",), (ROOT / "styles",), (), ROOT)


def test_in_an_installed_package_its_own_folders_are_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "styles").mkdir()
    monkeypatch.setattr(places, "PACKAGE", tmp_path)
    assert shipped("styles") == tmp_path / "styles"


def test_a_page_of_the_documentation_is_taken_from_the_package_or_from_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shipped_page("problems.md") == ROOT / "docs" / "problems.md"
    (tmp_path / "problems.md").touch()
    monkeypatch.setattr(places, "PACKAGE", tmp_path)
    assert shipped_page("problems.md") == tmp_path / "problems.md"


def test_a_persons_own_folders_come_first(tmp_path: Path) -> None:
    (tmp_path / "styles" / "themes").mkdir(parents=True)
    own = tmp_path / "styles" / "themes" / "isdp.css"
    own.write_text("")
    found = search_path(tmp_path)
    assert found.styles == (tmp_path / "styles", ROOT / "styles")
    assert found.templates == (ROOT / "templates",)
    assert found.style("themes/isdp.css") == own
    assert found.style("tokens.css") == ROOT / "styles" / "tokens.css"
    assert found.style("no-such.css") is None
