"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from issuebrief.atomic_write import write_file


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
