"""The PDF for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pdf_facts import Facts
from setting import job, write_brief

from issuebrief.deliver.screen import draw
from issuebrief.reading import read
from issuebrief.typeset.engine import Sheet, lay_out

if TYPE_CHECKING:
    from pathlib import Path


def drawn(folder: Path, html: str, text: str = "Text.") -> tuple[bytes, tuple[str, ...]]:
    """A page drawn: its PDF and the codes of what was noticed while drawing."""
    manuscript, _ = read(job(write_brief(folder, text)))
    assert manuscript
    pages, problems = lay_out(Sheet(html, manuscript.source.path, (), (folder,)))
    assert pages, problems
    content, found = draw(pages, manuscript)
    assert draw(pages, manuscript) == (content, found)
    return content, tuple(problem.code for problem in found)


HTML = '<html lang="en"><head><title>T</title></head><body><p>Text.</p></body></html>'


def test_the_pdf_is_tagged_and_says_its_language_and_title(tmp_path: Path) -> None:
    content, _ = drawn(tmp_path, HTML)
    path = tmp_path / "out.pdf"
    path.write_bytes(content)
    with Facts(path) as facts:
        assert (facts.tagged, facts.language, facts.metadata["Title"]) == (True, "en", "T")
        assert all(face.embedded and face.subset for face in facts.faces)


def test_the_bytes_depend_on_the_page_alone(tmp_path: Path) -> None:
    first, _ = drawn(tmp_path / "a", HTML)
    assert first == drawn(tmp_path / "b", HTML)[0]
    assert first != drawn(tmp_path / "c", HTML.replace("Text", "Words"))[0]


@pytest.mark.parametrize("value", ["", "soon", "-5", "1.5"])
def test_a_date_in_the_environment_that_is_none_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    content, _ = drawn(tmp_path, HTML)
    assert b"/ModDate" not in content


def test_a_date_in_the_environment_is_stamped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    path = tmp_path / "out.pdf"
    path.write_bytes(drawn(tmp_path, HTML)[0])
    with Facts(path) as facts:
        assert facts.metadata["CreationDate"] == "D:19700102000000Z"


def test_what_the_engine_says_while_drawing_is_told(tmp_path: Path) -> None:
    _, codes = drawn(tmp_path, '<html lang="en"><body><a href="#gone">x</a><p>Text.')
    assert "links.dead" in codes
