"""The file that is delivered."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pdf_facts import Facts
from setting import write_brief

from issuebrief.deliver.pdf import draw, write_file
from issuebrief.source import Source, read_source
from issuebrief.typeset.engine import Sheet, lay_out


def drawn(folder: Path, html: str, text: str = "Text.") -> tuple[bytes, tuple[str, ...]]:
    """A page drawn: its PDF and the codes of what was noticed while drawing."""
    source = source_of(folder, text)
    pages, problems = lay_out(Sheet(html, source.path, (), (folder,)))
    assert pages, problems
    content, found = draw(pages, source)
    return content, tuple(problem.code for problem in found)


def source_of(folder: Path, text: str) -> Source:
    source, _ = read_source(write_brief(folder, text))
    assert source
    return source


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


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "brief.pdf"
    assert write_file(path, b"%PDF") == ()
    assert path.read_bytes() == b"%PDF"
    assert [other.name for other in path.parent.iterdir()] == ["brief.pdf"]


def test_a_file_replaces_the_earlier_one(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old and longer")
    assert write_file(path, b"new") == ()
    assert path.read_bytes() == b"new"


def test_a_file_that_cannot_be_finished_leaves_the_earlier_one_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")

    def full(self: Path, content: bytes) -> int:
        with self.open("wb") as file:
            file.write(content[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    (problem,) = write_file(path, b"new")
    assert problem.code == "output.not-written"
    assert "No space left on device" in problem.message
    assert problem.place and problem.place.path == path
    assert "-o" in problem.hint
    assert path.read_bytes() == b"old"
    assert [other.name for other in tmp_path.iterdir()] == ["brief.pdf"]


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("not a folder")
    (problem,) = write_file(tmp_path / "build" / "brief.pdf", b"new")
    assert problem.code == "output.not-written"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        (problem,) = write_file(tmp_path / "brief.pdf", b"new")
    finally:
        tmp_path.chmod(0o700)
    assert problem.code == "output.not-written"


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="this machine has no /proc")
def test_a_folder_that_nobody_may_write_to_is_told() -> None:
    (problem,) = write_file(Path("/proc/brief.pdf"), b"new")
    assert problem.code == "output.not-written"
    assert problem.message.startswith("/proc/brief.pdf cannot be written: ")
