"""The folder of a brief's fonts: nothing of it is left behind."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from issuebrief.layout.fonts import font_folder as folders
from issuebrief.layout.fonts.font_folder import font_folder

if TYPE_CHECKING:
    from pathlib import Path


class Owner:
    """Whoever needs a folder."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where such folders are made."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_it_is_removed_with_its_owner(place: Path) -> None:
    owner = Owner()
    folder = font_folder(owner)
    (folder / "font").write_bytes(b"x")
    assert list(place.iterdir()) == [folder]
    del owner
    gc.collect()
    assert list(place.iterdir()) == []


def test_what_a_killed_process_left_is_removed_once_it_is_old(place: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    old, fresh = (place / f"issuebrief-fonts-{child.pid}-{name}" for name in ("old", "fresh"))
    living, other = place / f"issuebrief-fonts-{os.getppid()}-a", place / "issuebrief-fonts-a"
    for folder in (old, fresh, living, other):
        folder.mkdir()
        (folder / "font").write_bytes(b"x")
    long_ago = time.time() - 2 * folders.LEFT
    for folder in (old, living, other):
        os.utime(folder, (long_ago, long_ago))
    linked = place / f"issuebrief-fonts-{child.pid}-link"
    linked.symlink_to(other)
    owner = Owner()
    new = font_folder(owner)
    assert set(place.iterdir()) == {fresh, living, other, linked, new}
    assert (other / "font").exists()
