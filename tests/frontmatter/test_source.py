"""A brief's file is parted into front matter and text, and every flaw of a file is reported."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from issuebrief.diagnostics.model import Diagnostic, Severity, SourceRange
from issuebrief.frontmatter.source import Source, read_source

if TYPE_CHECKING:
    from pathlib import Path


def read(folder: Path, content: bytes | str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    path = folder / "brief.md"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_source(path)


def sound(folder: Path, content: bytes | str) -> Source:
    source, problems = read(folder, content)
    assert problems == ()
    assert source is not None
    return source


def flaw(folder: Path, content: bytes | str) -> Diagnostic:
    source, (problem,) = read(folder, content)
    assert source is None
    assert problem.severity is Severity.ERROR
    return problem


def test_front_matter_and_text_are_parted_with_their_lines(tmp_path: Path) -> None:
    source = sound(tmp_path, "---\ntitle: T\nlang: de\n---\n\nText\n")
    assert (source.front_matter, source.front_matter_line) == ("title: T\nlang: de", 2)
    assert (source.body, source.body_line) == ("\nText\n", 5)
    assert [source.line(number) for number in (0, 1, 2, 6, 99)] == ["", "---", "title: T", "Text", ""]
    assert source.place(2, 8) == SourceRange(tmp_path / "brief.md", 2, 8)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_newlines_of_other_systems_count_as_newlines(tmp_path: Path, end: str) -> None:
    source = sound(tmp_path, end.join(["---", "title: T", "---", "Text", ""]))
    assert source.text == "---\ntitle: T\n---\nText\n"
    assert source.body_line == 4


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert sound(tmp_path, b"\xef\xbb\xbf---\ntitle: T\n---\nText").text.startswith("---")


@pytest.mark.parametrize("fence", ["---", "...", "---  "])
def test_front_matter_may_close_with_hyphens_or_dots(tmp_path: Path, fence: str) -> None:
    assert sound(tmp_path, f"---\ntitle: T\n{fence}\nText").body == "Text"


def test_empty_lines_before_the_front_matter_do_no_harm(tmp_path: Path) -> None:
    source = sound(tmp_path, "\n\n---\ntitle: T\n---\nText")
    assert (source.front_matter_line, source.body_line) == (4, 6)


def test_a_rule_in_the_text_is_text(tmp_path: Path) -> None:
    assert sound(tmp_path, "---\ntitle: T\n---\nOne\n\n---\n\nTwo").body == "One\n\n---\n\nTwo"


def test_a_missing_file(tmp_path: Path) -> None:
    for path in (tmp_path / "no.md", tmp_path / "brief.md" / "no.md"):
        (tmp_path / "brief.md").touch()
        source, (problem,) = read_source(path)
        assert source is None
        assert (problem.code, problem.place) == ("source.missing", SourceRange(path))


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    _, (problem,) = read_source(tmp_path)
    assert (problem.code, problem.message) == ("source.not-a-file", "this is a folder, not a file")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    _, (problem,) = read_source(tmp_path / "pipe.md")
    assert problem.code == "source.not-a-file"


@pytest.mark.parametrize("name", ["a\x00b.md", "x" * 5000])
def test_an_impossible_name(tmp_path: Path, name: str) -> None:
    _, (problem,) = read_source(tmp_path / name)
    assert problem.code == "source.unreadable"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("issuebrief.frontmatter.text_file.read", refuse)
    problem = flaw(tmp_path, "---\n---\n")
    assert (problem.code, problem.message) == (
        "source.unreadable",
        "the file cannot be read: Permission denied",
    )


def test_the_first_byte_that_is_not_utf_8_is_shown(tmp_path: Path) -> None:
    problem = flaw(tmp_path, b"---\ntitle: T\r\n---\r\n\xc3\x9cber Putin\x92s offer\n")
    assert problem.code == "source.not-utf-8"
    assert problem.place == SourceRange(tmp_path / "brief.md", 4, 11, 4, 13)
    assert problem.message == "the file is not in UTF-8: byte 0x92 is what is “’” in Windows-1252"
    assert problem.excerpt == "Über Putin\ufffds offer"


def test_other_encodings_are_named(tmp_path: Path) -> None:
    assert "UTF-16" in flaw(tmp_path, "---\ntitle: T\n---\n".encode("utf-16")).message
    assert "word processor" in flaw(tmp_path, b"PK\x03\x04\x14\x00\x06\xff\xff").message


def test_control_characters_are_reported_and_reading_goes_on(tmp_path: Path) -> None:
    source, problems = read(tmp_path, "---\ntitle: A\x00B\n---\nText\x0b\x07\n\x9d")
    assert source is not None
    assert source.front_matter == "title: A B"
    assert [(problem.message[-6:], str(problem.place)[-3:]) for problem in problems] == [
        ("U+0000", "2:9"),
        ("U+000B", "4:5"),
        ("U+009D", "5:1"),
    ]


def test_many_control_characters_are_counted(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "---\na: 1\n---\n" + "a\x01\n" * 30)
    assert len(problems) == 11
    assert problems[-1].message.startswith("20 more lines")


def test_a_tab_is_no_control_character(tmp_path: Path) -> None:
    sound(tmp_path, "---\ntitle: T\n---\n\tcode\n")


@pytest.mark.parametrize("content", ["", "\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file(tmp_path: Path, content: str) -> None:
    assert flaw(tmp_path, content).code == "source.empty"


def test_a_text_without_front_matter(tmp_path: Path) -> None:
    problem = flaw(tmp_path, "\n# Title\n\nText\n")
    assert problem.code == "source.no-front-matter"
    assert (problem.place, problem.excerpt) == (SourceRange(tmp_path / "brief.md", 2, 1, 2, 8), "# Title")
    assert "---\ntitle:" in problem.hint


@pytest.mark.parametrize(
    "content", ["title: T\ndate: 2023-10-16\n\nText", "----\ntitle: T\n----\n", "—\ntitle: T\n—\n"]
)
def test_front_matter_without_its_fence_is_recognised(tmp_path: Path, content: str) -> None:
    assert flaw(tmp_path, content).hint.startswith("put a line of three hyphens")


def test_front_matter_that_never_ends(tmp_path: Path) -> None:
    problem = flaw(tmp_path, "---\ntitle: T\nauthors:\n  - name: J\n\nThe text begins here.\n")
    assert problem.code == "source.unclosed-front-matter"
    assert problem.place == SourceRange(tmp_path / "brief.md", 1, 1, 1, 4)
    assert problem.hint == "put a line --- after the last key, which seems to end on line 4"
    assert flaw(tmp_path, "---\nText\n").hint == "put a line --- after the last key"


def test_a_brief_without_text_is_only_warned_of(tmp_path: Path) -> None:
    source, (problem,) = read(tmp_path, "---\ntitle: T\n---\n\n")
    assert source is not None
    assert (problem.severity, problem.code) == (Severity.WARNING, "source.empty-body")
    assert problem.place == SourceRange(tmp_path / "brief.md", 3, 1, 3, 4)
