"""A folder that has not changed is not read again, and one that has is."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import pytest

from issuebrief.pipeline.cache import kept_sums as subject
from issuebrief.pipeline.cache.file_sums import tree_sum
from issuebrief.pipeline.cache.kept_sums import kept_tree_sums

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="there is no time that no program can set")


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Path]]:
    """The folders whose files were read; a folder of styles is there, and its files count as old."""
    (tmp_path / "styles/inner").mkdir(parents=True)
    for name in ("a.css", "inner/b.css", "inner/c.txt"):
        (tmp_path / "styles" / name).write_text(name, "utf-8")
    roots: list[Path] = []

    def summed(root: Path, only: tuple[str, ...] = ()) -> str:
        roots.append(root)
        return tree_sum(root, only)

    monkeypatch.setattr(subject, "tree_sum", summed)
    monkeypatch.setattr(subject, "_place", lambda: tmp_path / "cache/sums")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(time, "time_ns", lambda: int((time.time() + 60) * 1e9))
    yield roots
    del roots[:]


def sums(tmp_path: Path) -> list[str]:
    return kept_tree_sums([(tmp_path / "styles", ()), (tmp_path / "styles", (".css",))])


def test_it_is_read_once_for_all_that_counts_and_has_the_same_sum_after_that(
    tmp_path: Path, read: list[Path]
) -> None:
    first = sums(tmp_path)
    assert first == [tree_sum(tmp_path / "styles"), tree_sum(tmp_path / "styles", (".css",))]
    assert len(read) == 2
    assert sums(tmp_path) == first
    assert len(read) == 2


def test_a_change_of_the_same_size_with_the_old_time_put_back_is_seen(
    tmp_path: Path, read: list[Path]
) -> None:
    first, file = sums(tmp_path), tmp_path / "styles/inner/b.css"
    before = file.stat()
    file.write_text("inner/d.css", "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = sums(tmp_path)
    assert len(read) == 4
    assert all(old != new for old, new in zip(first, after, strict=True))


def test_what_does_not_count_leaves_the_sum_of_the_rest_alone(tmp_path: Path, read: list[Path]) -> None:
    first = sums(tmp_path)
    (tmp_path / "styles/d.txt").write_text("more", "utf-8")
    after = sums(tmp_path)
    assert len(read) == 3
    assert (after[0] != first[0], after[1] == first[1]) == (True, True)


def test_what_changed_a_moment_ago_is_read_again(
    tmp_path: Path, read: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(subject, "_place", lambda: tmp_path / "cache/sums")
    sums(tmp_path)
    assert not (tmp_path / "cache").exists()


def test_a_folder_with_a_link_is_read_each_time(tmp_path: Path, read: list[Path]) -> None:
    (tmp_path / "styles/link.css").symlink_to(tmp_path / "styles/a.css")
    assert sums(tmp_path) == sums(tmp_path)
    assert len(read) == 4


def test_sums_that_are_damaged_are_made_anew(tmp_path: Path, read: list[Path]) -> None:
    first = sums(tmp_path)
    (tmp_path / "cache/sums").write_bytes(b"no sums")
    assert sums(tmp_path) == first
    assert len(read) == 4
