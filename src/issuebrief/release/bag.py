"""A folder for archives, as RFC 8493 (BagIt 1.0) has it: files with their checksums, and what they are.

In:  files by name, and what is said of them.
Out: all files of the bag by name: those given below `data/`, the manifests, and `bag-info.txt`. The same
     files give the same bytes.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
ALGORITHMS = ("sha256", "sha512")
"""The checksums of each file: the RFC asks for SHA-512; SHA-256 is what catalogues of files often have."""


def bag_of(payload: Mapping[str, bytes], info: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """The files of a bag. `info` are the names and values of `bag-info.txt`, in their order."""
    data = {f"data/{name}": payload[name] for name in sorted(payload)}
    size = sum(map(len, data.values()))
    lines = [*info, ("Payload-Oxum", f"{size}.{len(data)}")]
    tags = {
        "bagit.txt": DECLARATION,
        "bag-info.txt": "".join(f"{name}: {_on_one_line(value)}\n" for name, value in lines).encode(),
        **{f"manifest-{each}.txt": _manifest(data, each) for each in ALGORITHMS},
    }
    return {**data, **tags, **{f"tagmanifest-{each}.txt": _manifest(tags, each) for each in ALGORITHMS}}


def _manifest(files: Mapping[str, bytes], algorithm: str) -> bytes:
    lines = (
        f"{hashlib.new(algorithm, content).hexdigest()}  {_spelled(name)}\n"
        for name, content in files.items()
    )
    return "".join(lines).encode("utf-8")


def _spelled(name: str) -> str:
    """A name with the signs escaped that end a line, as the RFC asks for."""
    return name.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _on_one_line(value: str) -> str:
    return " ".join(value.split())
