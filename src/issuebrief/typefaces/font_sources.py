"""The files in a folder or an archive that may be fonts or their licences.

In:  a path.
Out: names and bytes of fonts and licences; nothing that is too large, and nothing beyond a bound of files.
     The names are taken without their folders, so that no archive can write elsewhere.
"""

from __future__ import annotations

import io
import lzma
import tarfile
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from issuebrief.file_access import read

if TYPE_CHECKING:
    from collections.abc import Iterator

FONTS = (".otf", ".ttf", ".ttc", ".otc", ".woff2", ".woff")
"""The endings of font files, those that need the least work first."""
LICENCES = ("ofl", "license", "licence", "copying", "ufl", "apache")
"""What the names of licences begin with."""
TEXTS = (".txt", ".md", "")
MOST_FILES = 5_000
MOST_BYTES = 60_000_000
"""Bytes of the largest font file: those of Chinese have some 20 million."""
ZIP = ".zip"
TARS = (".tgz", ".tar.gz", ".tar.xz", ".tar")
"""The endings of archives that package managers download."""


DAMAGES = (
    OSError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, tarfile.TarError, zlib.error,
    lzma.LZMAError,
)  # fmt: skip
"""What reading a damaged archive raises."""


class NoFonts(ValueError):
    """A path at which there are no fonts; the message says why."""


@dataclass(frozen=True)
class FoundFile:
    """A file by its name, without its folder, and its bytes."""

    name: str
    content: bytes

    @property
    def is_font(self) -> bool:
        """Whether it is called as fonts are."""
        return self.name.lower().endswith(FONTS)


def files_at(path: Path) -> list[FoundFile]:
    """The fonts and licences at a path: a font file, a folder with folders in it, or an archive.

    Raises `NoFonts` where there is no font, or the path can't be read.
    """
    try:
        if path.is_dir():
            found = list(_in_folder(path))
        elif path.suffix.lower() == ZIP:
            found = list(_in_zip(read(path, (path.parent,), 10 * MOST_BYTES)))
        elif path.name.lower().endswith(TARS):
            found = list(_in_tar(read(path, (path.parent,), 10 * MOST_BYTES)))
        else:
            found = [FoundFile(path.name, read(path, (path.parent,), MOST_BYTES))]
    except DAMAGES as fault:
        raise NoFonts(f"{path.name} cannot be read: {_reason(fault)}") from fault
    if len(found) > MOST_FILES:
        raise NoFonts(
            f"there are more than {MOST_FILES:,} fonts in {path.name}: name the folder of one family"
        )
    if not any(file.is_font for file in found):
        raise NoFonts(f"there are no fonts in {path.name}")
    return found


def _reason(fault: Exception) -> str:
    return (fault.strerror if isinstance(fault, OSError) else None) or str(fault) or type(fault).__name__


def _in_folder(folder: Path) -> Iterator[FoundFile]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and _is_wanted(path.name))
    for path in paths[: MOST_FILES + 1]:
        if path.stat().st_size <= MOST_BYTES:
            yield FoundFile(path.name, read(path, (folder,), MOST_BYTES))


def _in_zip(content: bytes) -> Iterator[FoundFile]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        wanted = [entry for entry in entries if _is_wanted(PurePosixPath(entry.filename).name)]
        for entry in sorted(wanted, key=lambda entry: entry.filename)[: MOST_FILES + 1]:
            # What an entry says of its size need not be true: it is never read beyond the bound.
            with archive.open(entry) as file:
                unpacked = file.read(MOST_BYTES + 1)
            if len(unpacked) <= MOST_BYTES:
                yield FoundFile(PurePosixPath(entry.filename).name, unpacked)


def _in_tar(content: bytes) -> Iterator[FoundFile]:
    """The same of a tar file, whose entries are read in their order, since each is behind all before it."""
    unpacked = count = 0
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        for entry in archive:
            unpacked += entry.size
            if unpacked > 10 * MOST_BYTES or count > MOST_FILES:
                return
            name = PurePosixPath(entry.name).name
            if entry.isfile() and entry.size <= MOST_BYTES and _is_wanted(name):
                file = archive.extractfile(entry)
                assert file is not None
                count += 1
                yield FoundFile(name, file.read())


def _is_wanted(name: str) -> bool:
    lowered = name.lower()
    if lowered.startswith("."):
        return False
    is_licence = lowered.startswith(LICENCES) and Path(lowered).suffix in TEXTS
    return is_licence or lowered.endswith(FONTS)
