"""The one gate to files: what a brief, a theme or a template names is read here, or not at all.

In:  a path as it is named, the folders that it may lie in, and the most bytes that it may have.
Out: the bytes of a regular file inside one of those folders; or `Denied`, which says why not.

A path is resolved once, and then opened component by component without following a link, so that nothing
which is exchanged in between leads elsewhere. Links that stay inside the folders are as good as files. What
is no regular file (a pipe, a device, a folder) is never opened, for opening may wait for ever.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from io import BufferedReader

MOST_TEXT = 16_000_000
"""Bytes of the largest text that is read: a brief, a style sheet, a template, a file of settings."""

MOST_BYTES = 200_000_000
"""Bytes of the largest picture, font, profile or linked file that is read."""

FILE = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
FILE |= getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
FOLDER = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0)
FOLDER |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
WALKS = {os.open, os.stat} <= os.supports_dir_fd
"""Whether the system opens a file from the folder that it lies in."""

LINKED = (errno.ELOOP, errno.ENOTDIR, getattr(errno, "EMLINK", errno.ELOOP))
"""What a system says of a link that it was told not to follow."""


class Denied(OSError):
    """A file that may not be read; `strerror` is the reason, as the end of a sentence."""

    def __init__(self, reason: str, path: Path) -> None:
        super().__init__(errno.EACCES, reason, str(path))

    def __str__(self) -> str:
        """The reason alone: messages name the file as its author does."""
        return str(self.strerror)


class Outside(Denied):
    """A file that lies outside the folders, or a path that was exchanged for one while it was read."""


class NotRegular(Denied):
    """A folder, a pipe, a device or a socket."""


class TooLarge(Denied):
    """A file with more bytes than are read; `size` is how many it has."""

    def __init__(self, path: Path, size: int) -> None:
        super().__init__(f"it is too large: {megabytes(size)}", path)
        self.size = size


class Changed(Denied):
    """A file that is no longer what it was when it was read first."""

    def __init__(self, path: Path) -> None:
        super().__init__("it was changed while it was in use", path)


def megabytes(size: int) -> str:
    """A number of bytes as people say it."""
    return f"{max(size // 1_000_000, 1):,} MB"


def real_path(path: Path) -> Path:
    """The absolute path, without the links in it; a link that leads back to itself stays as it is.

    `Path.resolve` raises RuntimeError there, which is no OSError, before Python 3.13.
    """
    return Path(os.path.realpath(path))


def resolved(path: Path, folders: Sequence[Path]) -> Path:
    """The path without a link in it; raises `Outside` where it leads out of the folders, or `Denied`."""
    try:
        found = os.path.realpath(path)
        roots = [os.path.realpath(folder) for folder in folders]
    except ValueError as fault:
        raise Denied("its name is not a valid file name", path) from fault
    if not any(Path(found).is_relative_to(root) for root in roots):
        raise Outside("it is outside the folders that may be read", path)
    if Path(found).is_symlink():
        raise Denied("it is a link that leads back to itself", path)
    return Path(found)


@contextmanager
def opened(path: Path, folders: Sequence[Path], most: int = MOST_BYTES) -> Iterator[BufferedReader]:
    """The file at `path`, open to be read; raises `Denied`, or the system's own error."""
    with _opened(resolved(path, folders), path, most) as file:
        yield file


@contextmanager
def _opened(found: Path, path: Path, most: int) -> Iterator[BufferedReader]:
    """The file that was `found` at `path`, open; no link in it is followed."""
    try:
        handle = _open(found)
    except ValueError as fault:
        raise Denied("its name is not a valid file name", path) from fault
    except OSError as fault:
        if fault.errno in LINKED and os.path.lexists(found):
            raise Outside("it was replaced by a link while it was read", path) from fault
        raise
    with os.fdopen(handle, "rb") as file:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise NotRegular(f"it is {_kind(state.st_mode)}", path)
        if state.st_size > most:
            raise TooLarge(path, state.st_size)
        yield file


def read(path: Path, folders: Sequence[Path], most: int = MOST_BYTES) -> bytes:
    """The bytes of a file; raises `Denied`, or the system's own error."""
    with opened(path, folders, most) as file:
        return _content(file, path, most)


def read_again(found: Path, is_same: Callable[[bytes], bool], most: int = MOST_BYTES) -> bytes:
    """The bytes of a file that was read before, by its path without links; raises `Changed` for any other."""
    try:
        with _opened(found, found, most) as file:
            content = _content(file, found, most)
    except OSError as fault:
        raise Changed(found) from fault
    if not is_same(content):
        raise Changed(found)
    return content


def _content(file: BufferedReader, path: Path, most: int) -> bytes:
    size = os.fstat(file.fileno()).st_size
    content = file.read(size + 1)
    if len(content) > size:
        content += file.read(max(most + 1 - len(content), 0))
    if len(content) > most:
        raise TooLarge(path, len(content))
    return content


def digest(path: Path, folders: Sequence[Path]) -> str:
    """SHA-256 of a file; empty where it cannot be read."""
    try:
        with opened(path, folders) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def real_digest(found: Path) -> str:
    """The same of a file by its path without links; empty where there is a link in it."""
    try:
        with _opened(found, found, MOST_BYTES) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def is_file(path: Path, folders: Sequence[Path]) -> bool:
    """Whether there is a regular file inside the folders."""
    try:
        return stat.S_ISREG(os.lstat(resolved(path, folders)).st_mode)
    except (OSError, ValueError):
        return False


def _open(path: Path) -> int:
    """A handle of the regular file at a path without links."""
    if not WALKS:
        _refuse_special(os.lstat(path), path)
        return os.open(path, FILE)
    folder = os.open(path.anchor, FOLDER)
    try:
        for part in path.parts[1:-1]:
            inner = os.open(part, FOLDER, dir_fd=folder)
            os.close(folder)
            folder = inner
        _refuse_special(os.stat(path.name or ".", dir_fd=folder, follow_symlinks=False), path)
        return os.open(path.name, FILE, dir_fd=folder)
    finally:
        os.close(folder)


def _refuse_special(state: os.stat_result, path: Path) -> None:
    """Raise `NotRegular` for what is not opened even for a look at it."""
    if stat.S_ISLNK(state.st_mode):
        raise Outside("it was replaced by a link while it was read", path)
    if not stat.S_ISREG(state.st_mode):
        raise NotRegular(f"it is {_kind(state.st_mode)}", path)


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"
