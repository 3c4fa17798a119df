"""The folder of a site: exchanged as a whole or written file by file, and none of others' files touched."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

import pytest

from issuebrief.atomic_write import write_file
from issuebrief.diagnostics.model import Diagnostic, SourceRange, error
from issuebrief.site.folder import swap
from issuebrief.site.folder.manifest import MANIFEST, KeptVersion, read_manifest
from issuebrief.site.folder.plan import SiteFolder
from issuebrief.site.folder.write_site import WrittenSite, write_site

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    Write = Callable[..., WrittenSite]


def written(
    folder: Path,
    files: Mapping[str, bytes | Path],
    owners: Mapping[str, str] | None = None,
    broken: Collection[str] = (),
    *,
    in_place: bool = False,
) -> WrittenSite:
    return write_site(folder, SiteFolder(files, owners or {}, {}, broken), in_place=in_place)


@pytest.fixture(params=[False, True], ids=["exchanged", "in place"])
def write(request: pytest.FixtureRequest) -> Write:
    return partial(written, in_place=request.param)


def test_files_of_others_stay_and_files_of_ours_go_when_they_are_no_longer_needed(
    tmp_path: Path, write: Write
) -> None:
    site = tmp_path / "site"
    (site / "theirs/empty").mkdir(parents=True)
    (site / "favicon.ico").write_bytes(b"theirs")
    (site / "link").symlink_to("favicon.ico")
    first = write(site, {"index.html": b"one", "2023/a/index.html": b"a"}, {"2023/a/index.html": "a"})
    assert (first.written, first.problems) == (2, ())
    second = write(site, {"index.html": b"two"})
    assert (second.written, second.removed, second.problems) == (1, 1, ())
    assert not (site / "2023").exists()
    assert (site / "link").readlink().name == "favicon.ico"
    assert (site / "favicon.ico").read_bytes() == b"theirs"
    assert (site / "theirs/empty").is_dir()
    assert [*read_manifest(site).files] == ["index.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_file_of_others_in_the_way_is_told_and_left_alone(tmp_path: Path, write: Write) -> None:
    (tmp_path / "index.html").write_bytes(b"theirs")
    done = write(tmp_path, {"index.html": b"ours", "a.html": b"ours"})
    assert [problem.code for problem in done.problems] == ["site.not-ours"]
    assert (tmp_path / "index.html").read_bytes() == b"theirs"
    assert (tmp_path / "a.html").read_bytes() == b"ours"
    assert write(tmp_path, {"index.html": b"theirs"}).problems == ()


def test_a_file_that_somebody_changed_is_not_removed(tmp_path: Path, write: Write) -> None:
    write(tmp_path, {"a.html": b"ours"})
    (tmp_path / "a.html").write_bytes(b"changed")
    done = write(tmp_path, {})
    assert [problem.code for problem in done.problems] == ["site.changed-file"]
    assert (tmp_path / "a.html").read_bytes() == b"changed"


def test_files_and_versions_of_a_broken_brief_stay(tmp_path: Path) -> None:
    versions = {"a": (KeptVersion("1", "2023-01-01", "a.pdf"),)}
    owners = {"a.pdf": "a", "b.pdf": "b"}
    write_site(tmp_path, SiteFolder({"a.pdf": b"a", "b.pdf": b"b"}, owners, versions))
    assert write_site(tmp_path, SiteFolder({}, {}, {}, {"a"})).removed == 1
    assert (tmp_path / "a.pdf").is_file()
    assert read_manifest(tmp_path).versions == versions
    assert write_site(tmp_path, SiteFolder({}, {}, {})).removed == 1
    assert read_manifest(tmp_path).versions == {}


def test_a_list_that_names_files_elsewhere_is_not_believed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "mine").write_bytes(b"")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    versions = '{"a": [["1", "2023-01-01", "../mine"]]}'
    (site / MANIFEST).write_text(
        f'{{"form": 1, "files": {{"../mine": ["{empty}", ""]}}, "versions": {versions}}}', "utf-8"
    )
    assert read_manifest(site).versions == {"a": ()}
    written(site, {"a": b""})
    assert (tmp_path / "mine").is_file()


@pytest.mark.skipif(not hasattr(os, "link"), reason="needs hard links")
def test_the_whole_folder_is_exchanged_at_once_and_keeps_what_others_write_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    written(site, {"index.html": b"one", "same.css": b"same"})
    before, mode = (site / "same.css").stat(), 0o750
    site.chmod(mode)
    seen: list[bytes] = []
    exchange = swap.exchange

    def watched(one: Path, other: Path) -> bool:
        seen.append((site / "index.html").read_bytes())
        (site / "late.txt").write_bytes(b"theirs")
        done = exchange(one, other)
        seen.append((site / "index.html").read_bytes())
        return done

    monkeypatch.setattr(swap, "exchange", watched)
    done = written(site, {"index.html": b"two", "same.css": b"same"})
    if seen[1] == b"one":
        pytest.skip("this system cannot exchange folders")
    assert seen == [b"one", b"two"]
    assert (done.written, done.unchanged) == (1, 1)
    assert (site / "late.txt").read_bytes() == b"theirs"
    assert (site / "same.css").stat().st_ino == before.st_ino
    assert site.stat().st_mode & 0o777 == mode


def test_where_folders_cannot_be_exchanged_files_are_written_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    written(site, {"index.html": b"one"})
    folder = site.stat().st_ino
    monkeypatch.setattr(swap, "exchange", lambda _, __: False)
    assert written(site, {"index.html": b"two"}).written == 1
    assert (site / "index.html").read_bytes() == b"two"
    assert site.stat().st_ino == folder
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_that_cannot_be_written_whole_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    written(site, {"a.css": b"one", "index.html": b"one"})

    def full(path: Path, content: bytes) -> tuple[Diagnostic, ...]:
        if path.suffix != ".html":
            return write_file(path, content)
        return (error("output.not-written", f"{path} cannot be written: no space", SourceRange(path)),)

    monkeypatch.setattr(swap, "write_file", full)
    done = written(site, {"a.css": b"two", "index.html": b"two"})
    (problem,) = done.problems
    assert problem.place
    assert (done.written, problem.place.path) == (0, site / "index.html")
    assert problem.message == f"{site / 'index.html'} cannot be written: no space"
    assert [(site / name).read_bytes() for name in ("a.css", "index.html")] == [b"one", b"one"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
