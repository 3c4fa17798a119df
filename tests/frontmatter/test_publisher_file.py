"""The file of an institute: found above a brief, and told of at its own lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import SourceRange
from issuebrief.frontmatter.publisher_file import PublisherFile, SharedFile, read_publisher
from issuebrief.publisher_places import folders_above

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def values(found: SharedFile | None) -> PublisherFile:
    assert found
    return found.values


def test_the_nearest_file_counts_from_the_brief_up_to_where_the_command_runs(tmp_path: Path) -> None:
    top, folder = tmp_path / "work", tmp_path / "work/content/2026/moon"
    folder.mkdir(parents=True)
    (tmp_path / "publisher.yaml").write_text("name: Outside\n")
    assert read_publisher(folder, top) == (None, ())
    for name, where in (("Top", top), ("Year", folder.parent), ("Own", folder)):
        (where / "publisher.yaml").write_text(f"---\nname: {name}\n")
        found, problems = read_publisher(folder, top)
        assert (values(found), problems) == (PublisherFile(name=name), ())
        assert values(found).url is None


def test_beside_the_folders_of_briefs_it_is_found_wherever_the_command_runs(tmp_path: Path) -> None:
    folder = tmp_path / "content/moon"
    folder.mkdir(parents=True)
    (tmp_path / "publisher.yaml").write_text("name: Outside\n")
    (tmp_path / "content/publisher.yaml").write_text("name: Beside\n")
    for workplace in (None, folder, tmp_path / "elsewhere"):
        assert values(read_publisher(folder, workplace)[0]).name == "Beside"
        assert folders_above(folder, workplace) == (folder, folder.parent)


def test_a_linked_folder_belongs_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "store/moon").mkdir(parents=True)
    (tmp_path / "content").mkdir()
    link = tmp_path / "content/moon"
    link.symlink_to(tmp_path / "store/moon")
    assert folders_above(link, tmp_path) == (link, tmp_path / "store", tmp_path)


def test_its_problems_are_at_its_own_lines(tmp_path: Path) -> None:
    path = tmp_path / "publisher.yaml"
    path.write_text('naem: X\nurl: isdp.eu\naccent: "#12"\n')
    _, problems = read_publisher(tmp_path)
    assert [(problem.place, problem.hint) for problem in problems] == [
        (SourceRange(path, 1, 1, 1, 5), "did you mean “name”?"),
        (SourceRange(path, 2, 6, 2, 13), "write url: https://isdp.eu"),
        (SourceRange(path, 3, 9, 3, 14), 'write a colour such as "#c2352b"'),
    ]
    path.write_text("name: 'X\n")
    assert [str(problem.place) for problem in read_publisher(tmp_path)[1]] == [f"{path}:1:7"]
    path.write_bytes(b"name: \xff\n")
    assert [problem.code for problem in read_publisher(tmp_path)[1]] == ["source.not-utf-8"]


def test_an_empty_file_has_no_name(tmp_path: Path) -> None:
    (tmp_path / "publisher.yaml").write_text("# nothing yet\n")
    _, (problem,) = read_publisher(tmp_path)
    assert problem.code == "front-matter.missing"
    assert problem.hint == "write\nname: Institute for Policy Studies"


def test_places_are_found_without_reading_any_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.open", None)
    assert folders_above(tmp_path / "a/b/c", tmp_path) == tuple(
        tmp_path / name for name in ("a/b/c", "a/b", "a", "")
    )


def test_what_is_otherwise_in_a_language_comes_first_for_briefs_in_it(tmp_path: Path) -> None:
    base, edition = tmp_path / "publisher.yaml", tmp_path / "publisher.sv.yaml"
    base.write_text("name: Tide Institute\nplace: Oban\ncolors:\n  brand: '#123456'\n")
    edition.write_text("name: Tidvattensinstitutet\ncolors:\n  accent: '#654321'\n")
    for lang in ("sv", "sv-FI"):
        found, problems = read_publisher(tmp_path, lang=lang)
        house = values(found)
        assert (house.name, house.place, problems) == ("Tidvattensinstitutet", "Oban", ())
        assert house.colors
        assert (house.colors.brand, house.colors.accent) != (None, None)
    for lang in ("", "de"):
        assert values(read_publisher(tmp_path, lang=lang)[0]).name == "Tide Institute"


def test_each_of_two_files_has_its_own_problems(tmp_path: Path) -> None:
    base, edition = tmp_path / "publisher.yaml", tmp_path / "publisher.sv.yaml"
    base.write_text("name: A\nurl: a.example\n")
    edition.write_text("# nothing else\nplaace: Oban\n")
    _, problems = read_publisher(tmp_path, lang="sv")
    assert [problem.place for problem in problems] == [
        SourceRange(base, 2, 6, 2, 15),
        SourceRange(edition, 2, 1, 2, 7),
    ]


def test_the_address_of_a_site_is_that_of_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "publisher.yaml"
    hints = []
    for address in (
        "https://x.org/?a=b",
        "https://x.org/papers#top",
        "x.org/index.html",
        "https://me:pw@x.org/b/",
        "ftp://x.org",
    ):
        path.write_text(f"name: X\nsite: {address}\n")
        (problem,) = read_publisher(tmp_path)[1]
        assert problem.place
        assert (problem.place.line, problem.message.partition(" ")[0]) == (2, "site")
        hints.append(problem.hint)
    assert hints == [
        "write site: https://x.org/",
        "write site: https://x.org/papers",
        "write site: https://x.org/",
        "write site: https://x.org/b/",
        "write the address of a folder such as https://briefs.example.org/, without ? and #",
    ]
    path.write_text("name: X\nsite:\n  address: https://x.org/?a\n")
    assert read_publisher(tmp_path)[1][0].hint == "write address: https://x.org/"
    path.write_text("name: X\nsite: https://møre.no:8080/a.b/%20c\n")
    assert read_publisher(tmp_path)[1] == ()
