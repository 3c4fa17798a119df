"""A file is written whole or not at all."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pytest

from issuebrief.atomic_write import write_file
from issuebrief.time_limit import OutOfTime


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

    class Full(io.FileIO):
        def write(self, content: Any, /) -> int:
            super().write(content[:1])
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "open", lambda path, mode: Full(path, mode.replace("b", "")))
    (problem,) = write_file(path, b"new")
    assert problem.code == "output.not-written"
    assert "No space left on device" in problem.message
    assert problem.hint == "free some space, or name another place with -o"
    assert problem.place and problem.place.path == path
    assert "-o" in problem.hint
    assert path.read_bytes() == b"old"
    assert [other.name for other in tmp_path.iterdir()] == ["brief.pdf"]


@pytest.mark.skipif(os.name != "posix", reason="links and pipes as POSIX has them")
@pytest.mark.parametrize(
    "make", [lambda draft, other: draft.symlink_to(other), lambda draft, _: os.mkfifo(draft)]
)
def test_what_bears_the_name_of_the_draft_is_not_written_into(tmp_path: Path, make: Any) -> None:
    other = tmp_path / "other.txt"
    other.write_text("not ours")
    path = tmp_path / "out" / "brief.pdf"
    path.parent.mkdir()
    make(path.with_name(f".brief.pdf.{os.getpid()}.part"), other)
    assert write_file(path, b"new") == ()
    assert path.read_bytes() == b"new"
    assert other.read_text() == "not ours"
    assert [entry.name for entry in path.parent.iterdir()] == ["brief.pdf"]


def test_a_file_that_is_broken_off_leaves_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: object) -> None:
        raise OutOfTime

    monkeypatch.setattr(Path, "replace", late)
    with pytest.raises(OutOfTime):
        write_file(tmp_path / "brief.pdf", b"new")
    assert list(tmp_path.iterdir()) == []


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
