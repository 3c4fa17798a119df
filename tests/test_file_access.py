"""The gate to files: regular files inside a few folders, and nothing else."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from issuebrief import file_access
from issuebrief.file_access import (
    Denied,
    NotRegular,
    Outside,
    TooLarge,
    digest,
    is_file,
    opened,
    read,
    resolved,
)

if TYPE_CHECKING:
    from collections.abc import Callable

SECRET = b"secret"
HANDLES = Path("/proc/self/fd")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file and a folder in it, beside a secret that is not in it."""
    own = tmp_path / "own"
    (own / "inner").mkdir(parents=True)
    (own / "text.txt").write_bytes(b"text")
    (own / "inner/deep.txt").write_bytes(b"deep")
    (tmp_path / "own-not").mkdir()
    (tmp_path / "own-not/secret.txt").write_bytes(SECRET)
    (tmp_path / "secret.txt").write_bytes(SECRET)
    return own


@pytest.mark.parametrize(
    "name",
    [
        "text.txt",
        "./text.txt",
        "inner/../text.txt",
        "inner//deep.txt",
        "../own/text.txt",
        "inner/deep.txt",
        "x/../text.txt",
    ],
)
def test_a_file_of_the_folder_is_read_however_it_is_named(folder: Path, name: str) -> None:
    assert read(folder / name, [folder]) in (b"text", b"deep")
    assert is_file(folder / name, [folder])


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt",
        "inner/../../secret.txt",
        "../own-not/secret.txt",
        "x/../../secret.txt",
        "/etc/hosts",
        "//etc/hosts",
        "/proc/self/environ",
        "/dev/zero",
        "/dev/stdin",
        "..",
        "../",
        "/",
        "../own/../secret.txt",
        "./././../secret.txt",
    ],
)
def test_no_name_leads_out_of_the_folder(folder: Path, name: str) -> None:
    with pytest.raises(Outside):
        read(folder / name, [folder])
    assert not is_file(folder / name, [folder])
    assert digest(folder / name, [folder]) == ""


@pytest.mark.parametrize("name", ["%2e%2e/secret.txt", "..%2fsecret.txt", "..\\secret.txt", "\uff0e\uff0e/a"])
def test_a_name_is_not_decoded(folder: Path, name: str) -> None:
    with pytest.raises(FileNotFoundError):
        read(folder / name, [folder])


@pytest.mark.parametrize("name", ["a\0b", "text.txt\0.png", "\0", "inner\0/deep.txt"])
def test_a_name_with_a_zero_byte_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(Denied):
        read(folder / name, [folder])
    assert not is_file(folder / name, [folder])


@pytest.mark.parametrize("length", [256, 5_000, 100_000])
def test_a_name_that_is_too_long_is_an_error_of_the_system(folder: Path, length: int) -> None:
    with pytest.raises(OSError, match="too long"):
        read(folder / ("a" * length), [folder])
    assert not is_file(folder / ("a" * length), [folder])


def outside_file(folder: Path) -> Path:
    (folder / "link").symlink_to(folder.parent / "secret.txt")
    return folder / "link"


def outside_by_a_relative_link(folder: Path) -> Path:
    (folder / "inner/link").symlink_to("../../secret.txt")
    return folder / "inner/link"


def outside_folder(folder: Path) -> Path:
    (folder / "link").symlink_to(folder.parent)
    return folder / "link/secret.txt"


def outside_by_a_chain(folder: Path) -> Path:
    (folder / "one").symlink_to("two")
    (folder / "two").symlink_to("inner/three")
    (folder / "inner/three").symlink_to(folder.parent / "secret.txt")
    return folder / "one"


def outside_and_back_again(folder: Path) -> Path:
    (folder / "inner/up").symlink_to("../..")
    return folder / "inner/up/own-not/secret.txt"


def to_the_root(folder: Path) -> Path:
    (folder / "root").symlink_to("/")
    return folder / "root/etc/hosts"


def to_a_process(folder: Path) -> Path:
    (folder / "self").symlink_to("/proc/self")
    return folder / "self/environ"


def by_an_open_file(folder: Path) -> Path:
    (folder / "fd").symlink_to("/dev/fd/0")
    return folder / "fd"


def to_a_device(folder: Path) -> Path:
    (folder / "zero").symlink_to("/dev/zero")
    return folder / "zero"


def to_nothing(folder: Path) -> Path:
    (folder / "none").symlink_to(folder.parent / "none")
    return folder / "none"


LINKS = [
    outside_file,
    outside_by_a_relative_link,
    outside_folder,
    outside_by_a_chain,
    outside_and_back_again,
    to_the_root,
    to_a_process,
    by_an_open_file,
    to_a_device,
    to_nothing,
]


@pytest.mark.parametrize("link", LINKS)
def test_a_link_that_leads_out_is_refused(folder: Path, link: Callable[[Path], Path]) -> None:
    path = link(folder)
    with pytest.raises(Outside):
        read(path, [folder])
    assert not is_file(path, [folder])
    assert digest(path, [folder]) == ""


def test_links_that_stay_inside_are_followed(folder: Path) -> None:
    (folder / "link").symlink_to(folder / "inner")
    (folder / "inner/back").symlink_to("../link/deep.txt")
    assert read(folder / "link/back", [folder]) == b"deep"
    assert resolved(folder / "link/back", [folder]) == Path(os.path.realpath(folder)) / "inner/deep.txt"


def test_a_folder_may_itself_be_reached_by_a_link(folder: Path) -> None:
    (folder.parent / "other").symlink_to(folder)
    assert read(folder.parent / "other/text.txt", [folder.parent / "other"]) == b"text"
    assert read(folder / "text.txt", [folder.parent / "other"]) == b"text"


def test_of_several_folders_each_may_be_read(folder: Path) -> None:
    (folder / "link").symlink_to(folder.parent / "own-not/secret.txt")
    assert read(folder / "link", [folder, folder.parent / "own-not"]) == SECRET


def test_without_folders_nothing_is_read(folder: Path) -> None:
    with pytest.raises(Outside):
        read(folder / "text.txt", [])


@pytest.mark.parametrize("names", [("a", "a"), ("a", "b")])
def test_links_in_a_circle_are_refused(folder: Path, names: tuple[str, str]) -> None:
    first, second = names
    (folder / first).symlink_to(second)
    if first != second:
        (folder / second).symlink_to(first)
    with pytest.raises(OSError, match=r"back to itself|[Tt]oo many"):
        read(folder / first, [folder])


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_folder(path: Path) -> None:
    path.mkdir()


def make_link_to_a_pipe(path: Path) -> None:
    os.mkfifo(path.with_name("the-pipe"))
    path.symlink_to("the-pipe")


@pytest.mark.parametrize(
    ("make", "what"), [(make_pipe, "a pipe"), (make_folder, "a folder"), (make_link_to_a_pipe, "a pipe")]
)
def test_what_is_no_file_is_refused_at_once(folder: Path, make: Callable[[Path], None], what: str) -> None:
    make(folder / "odd")
    with pytest.raises(NotRegular, match=what):
        read(folder / "odd", [folder])
    assert not is_file(folder / "odd", [folder])


def test_a_socket_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("odd")
        with pytest.raises(NotRegular, match="a socket"):
            read(folder / "odd", [folder])


@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero", "/dev/random", "/dev/full"])
def test_a_device_is_refused_even_where_it_may_be_read(device: str) -> None:
    with pytest.raises(NotRegular, match="a device"):
        read(Path(device), [Path("/")])


def test_a_file_that_is_too_large_is_refused_unread(folder: Path) -> None:
    with (folder / "large").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(TooLarge, match="1,099,511 MB"):
        read(folder / "large", [folder])
    assert digest(folder / "large", [folder]) == ""


def test_a_file_that_grows_while_it_is_read_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = os.fstat

    def shrunk(handle: int) -> os.stat_result:
        found = plain(handle)
        return os.stat_result((*found[:6], 0, *found[7:]))

    monkeypatch.setattr(os, "fstat", shrunk)
    with pytest.raises(TooLarge):
        read(folder / "text.txt", [folder], most=3)


def swap(path: Path, to: Path) -> None:
    if path.is_dir():
        path.rename(path.with_name("away"))
    else:
        path.unlink()
    path.symlink_to(to)


@pytest.mark.skipif(not file_access.WALKS, reason="the system opens no file from its folder")
@pytest.mark.parametrize(
    ("named", "swapped", "to"),
    [
        ("text.txt", "text.txt", "secret.txt"),
        ("inner/deep.txt", "inner/deep.txt", "secret.txt"),
        ("inner/deep.txt", "inner", "own-not"),
        ("text.txt", ".", "own-not"),
    ],
)
def test_what_is_swapped_for_a_link_after_the_check_is_not_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, named: str, swapped: str, to: str
) -> None:
    (folder.parent / "own-not/deep.txt").write_bytes(SECRET)
    (folder.parent / "own-not/text.txt").write_bytes(SECRET)
    plain = file_access._open

    def swapping(path: Path) -> int:
        swap(folder / swapped if swapped != "." else folder, folder.parent / to)
        return plain(path)

    monkeypatch.setattr(file_access, "_open", swapping)
    with pytest.raises(Outside, match="replaced by a link"):
        read(folder / named, [folder])


def test_what_is_swapped_for_a_pipe_after_the_check_is_not_waited_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = os.open

    def swapping(name: str, flags: int, **options: int) -> int:
        if name == "text.txt":
            (folder / "text.txt").unlink()
            os.mkfifo(folder / "text.txt")
        return plain(name, flags, **options)

    monkeypatch.setattr(os, "open", swapping)
    with pytest.raises(NotRegular, match="a pipe"):
        read(folder / "text.txt", [folder])


def test_where_no_file_can_be_opened_from_its_folder_it_is_opened_by_its_path(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_access, "WALKS", False)
    assert read(folder / "inner/deep.txt", [folder]) == b"deep"
    os.mkfifo(folder / "pipe")
    with pytest.raises(NotRegular):
        read(folder / "pipe", [folder])
    (folder / "link").symlink_to(folder.parent / "secret.txt")
    with pytest.raises(Outside):
        read(folder / "link", [folder])


@pytest.mark.skipif(not HANDLES.is_dir(), reason="the system does not list open files")
def test_no_handle_is_left_open(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "link").symlink_to(folder.parent / "secret.txt")
    before = len(list(HANDLES.iterdir()))
    for name in ["text.txt", "pipe", "link", "none", "text.txt/x", "inner"] * 5:
        digest(folder / name, [folder])
    after = len(list(HANDLES.iterdir()))
    assert before == after


def test_an_open_file_is_read_from_its_beginning_to_its_end(folder: Path) -> None:
    with opened(folder / "text.txt", [folder]) as file:
        assert (file.read(2), file.read()) == (b"te", b"xt")
