"""The files in a folder or an archive that may be fonts or their licences.

In:  a path.
Out: names and bytes of fonts and licences, within bounds of size and number; what is too large is told. The
     names are taken without their folders, so that no archive can write elsewhere, and without signs that
     would mean something in a style sheet, a terminal or an address.
"""

from __future__ import annotations

import gzip
import io
import lzma
import re
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from issuebrief.file_access import megabytes, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

FONTS = (".otf", ".ttf", ".ttc", ".otc", ".woff2", ".woff")
"""The endings of font files, those that need the least work first."""
LICENCES = ("ofl", "license", "licence", "copying", "ufl", "apache")
"""What the names of licences begin with."""
TEXTS = (".txt", ".md", "")
MOST_FILES = 5_000
MOST_BYTES = 60_000_000
"""Bytes of the largest font file: those of Chinese have some 20 million."""
MOST_TOGETHER = 200_000_000
"""Bytes of all files at a path, unpacked; also those of the largest zip file."""
MOST_LICENCE = 500_000
MOST_ENTRIES = 20_000
"""Entries of a zip file, wanted or not."""
ENTRY = b"PK\1\2"
"""What an entry of a zip file's list begins with."""
ZIP = ".zip"
TARS = (".tgz", ".tar.gz", ".tar.xz", ".tar")
"""The endings of archives that package managers download."""
PACKED: dict[bytes, Callable[[io.BytesIO], gzip.GzipFile | lzma.LZMAFile]] = {
    b"\x1f\x8b": lambda file: gzip.GzipFile(fileobj=file),
    b"\xfd7zXZ": lzma.LZMAFile,
}
"""How packed tar files begin, and what unpacks them."""
TOO_MUCH = "the archive holds too much: unpack it, and name the folder of one family"
ODD = re.compile(r"[^\w.()\[\]+, -]+")
"""What is not taken over from the name of a file."""
LONGEST_NAME = 100


class NoFonts(ValueError):
    """A path at which there are no fonts; the message says why."""


@dataclass(frozen=True)
class FoundFile:
    """A file by its name, without its folder, and its bytes; `fault` is why they are left out."""

    name: str
    content: bytes
    fault: str = ""

    @property
    def is_font(self) -> bool:
        """Whether it is called as fonts are."""
        return _is_font(self.name)


def files_at(path: Path) -> list[FoundFile]:
    """The fonts and licences at a path: a font file, a folder with folders in it, or an archive.

    Raises `NoFonts` where there is no font, the path can't be read, or there is too much of it.
    """
    try:
        if path.is_dir():
            found = _bounded(_in_folder(path), path)
        elif path.suffix.lower() == ZIP:
            found = _bounded(_in_zip(read(path, (path.parent,), MOST_TOGETHER)), path)
        elif path.name.lower().endswith(TARS):
            found = _bounded(_in_tar(read(path, (path.parent,), MOST_TOGETHER)), path)
        else:
            found = [FoundFile(_plain(path.name), read(path, (path.parent,), MOST_BYTES))]
    except NoFonts:
        raise
    except Exception as fault:  # damaged archives fail in every way there is
        raise NoFonts(f"{path.name} cannot be read: {_reason(fault)}") from fault
    if not any(file.is_font for file in found):
        raise NoFonts(f"there are no fonts in {path.name}")
    return found


def _bounded(files: Iterator[FoundFile], path: Path) -> list[FoundFile]:
    """The files, unless there are more than fit into memory."""
    found: list[FoundFile] = []
    total = 0
    for file in files:
        total += len(file.content)
        if total > MOST_TOGETHER:
            raise NoFonts(
                f"there are more than {megabytes(MOST_TOGETHER)} of fonts in {path.name}: name each alone"
            )
        if len(found) == MOST_FILES:
            raise NoFonts(
                f"there are more than {MOST_FILES:,} fonts in {path.name}: name the folder of one family"
            )
        found.append(file)
    return found


def _reason(fault: Exception) -> str:
    return (fault.strerror if isinstance(fault, OSError) else None) or str(fault) or type(fault).__name__


def _in_folder(folder: Path) -> Iterator[FoundFile]:
    for path in sorted(path for path in folder.rglob("*") if _is_wanted(path.name) and path.is_file()):
        if (size := path.stat().st_size) > _most(path.name):
            yield _too_large(path.name, size)
        else:
            yield FoundFile(_plain(path.name), read(path, (folder,), _most(path.name)))


def _in_zip(content: bytes) -> Iterator[FoundFile]:
    if content.count(ENTRY) > MOST_ENTRIES:
        raise NoFonts(f"the zip file has more than {MOST_ENTRIES:,} entries")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        for entry in sorted(_wanted(entries), key=lambda entry: entry.filename):
            name = PurePosixPath(entry.filename).name
            # What an entry says of its size need not be true: it is never read beyond the bound.
            with archive.open(entry) as file:
                unpacked = file.read(_most(name) + 1)
            if len(unpacked) > _most(name):
                yield _too_large(name, len(unpacked))
            else:
                yield FoundFile(_plain(name), unpacked)


def _wanted(entries: Sequence[zipfile.ZipInfo]) -> Iterator[zipfile.ZipInfo]:
    return (entry for entry in entries if _is_wanted(PurePosixPath(entry.filename).name))


def _most(name: str) -> int:
    """The bytes that a file of a name may have."""
    return MOST_BYTES if _is_font(name) else MOST_LICENCE


def _too_large(name: str, size: int) -> FoundFile:
    return FoundFile(_plain(name), b"", f"it is too large: {megabytes(size)} or more")


def _plain(name: str) -> str:
    """The name as it may stand in a style sheet, and be printed."""
    stem, dot, ending = ODD.sub("-", name).rpartition(".")
    return f"{stem[:LONGEST_NAME]}{dot}{ending[:LONGEST_NAME]}"


def _is_font(name: str) -> bool:
    return name.lower().endswith(FONTS)


def _in_tar(content: bytes) -> Iterator[FoundFile]:
    """The same of a tar file, whose entries are read in their order, since each is behind all before it."""
    with tarfile.open(fileobj=io.BytesIO(_unpacked(content)), mode="r:") as archive:
        for number, entry in enumerate(archive):
            if number >= MOST_ENTRIES:
                raise NoFonts(TOO_MUCH)
            name = PurePosixPath(entry.name).name
            if not entry.isfile() or not _is_wanted(name):
                continue
            if entry.size > _most(name):
                yield _too_large(name, entry.size)
            elif file := archive.extractfile(entry):
                yield FoundFile(_plain(name), file.read())


def _unpacked(content: bytes) -> bytes:
    """A tar file without compression, within bounds: `tarfile` reads names of any length as a whole."""
    opener = next((opener for sign, opener in PACKED.items() if content.startswith(sign)), None)
    if opener is None:
        return content
    with opener(io.BytesIO(content)) as file:
        plain = file.read(MOST_TOGETHER + 1)
    if len(plain) > MOST_TOGETHER:
        raise NoFonts(TOO_MUCH)
    return plain


def _is_wanted(name: str) -> bool:
    lowered = name.lower()
    if lowered.startswith("."):
        return False
    is_licence = lowered.startswith(LICENCES) and Path(lowered).suffix in TEXTS
    return is_licence or _is_font(lowered)
