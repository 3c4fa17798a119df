"""The folder of a site: whole files, and none of others touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.site.folder import MANIFEST, read_manifest, write_site

if TYPE_CHECKING:
    from pathlib import Path


def test_files_of_others_stay_and_files_of_ours_go_when_they_are_no_longer_needed(tmp_path: Path) -> None:
    (tmp_path / "favicon.ico").write_bytes(b"theirs")
    first = write_site(
        tmp_path, {"index.html": b"one", "2023/a/index.html": b"a"}, {"2023/a/index.html": "a"}, ()
    )
    assert (first.written, first.problems) == (2, ())
    second = write_site(tmp_path, {"index.html": b"two"}, {}, ())
    assert (second.written, second.removed, second.problems) == (1, 1, ())
    assert not (tmp_path / "2023").exists()
    assert (tmp_path / "favicon.ico").read_bytes() == b"theirs"
    assert [*read_manifest(tmp_path)] == ["index.html"]


def test_a_file_of_others_in_the_way_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"theirs")
    done = write_site(tmp_path, {"index.html": b"ours", "a.html": b"ours"}, {}, ())
    assert [problem.code for problem in done.problems] == ["site.not-ours"]
    assert (tmp_path / "index.html").read_bytes() == b"theirs"
    assert (tmp_path / "a.html").read_bytes() == b"ours"
    assert write_site(tmp_path, {"index.html": b"theirs"}, {}, ()).problems == ()


def test_a_file_that_somebody_changed_is_not_removed(tmp_path: Path) -> None:
    write_site(tmp_path, {"a.html": b"ours"}, {}, ())
    (tmp_path / "a.html").write_bytes(b"changed")
    done = write_site(tmp_path, {}, {}, ())
    assert [problem.code for problem in done.problems] == ["site.changed-file"]
    assert (tmp_path / "a.html").read_bytes() == b"changed"


def test_files_of_a_broken_brief_stay(tmp_path: Path) -> None:
    write_site(tmp_path, {"2023/a/a.pdf": b"a", "b.pdf": b"b"}, {"2023/a/a.pdf": "a", "b.pdf": "b"}, ())
    assert write_site(tmp_path, {}, {}, {"a"}).removed == 1
    assert (tmp_path / "2023/a/a.pdf").is_file()
    assert write_site(tmp_path, {}, {}, ()).removed == 1


def test_a_list_that_names_files_elsewhere_is_not_believed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "mine").write_bytes(b"")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    (site / MANIFEST).write_text(f'{{"form": 1, "files": {{"../mine": ["{empty}", ""]}}}}', "utf-8")
    write_site(site, {}, {}, ())
    assert (tmp_path / "mine").is_file()
