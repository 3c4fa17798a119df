"""The list of what a site's folder holds of ours.

In:  the folder of a site.
Out: a `Manifest`: our files with their checksums, and the versions of briefs that were published; its bytes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from issuebrief import file_access

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MANIFEST = ".issuebrief-site.json"
"""The name of the list in the folder."""
FORM = 1


class OwnedFile(NamedTuple):
    """A file of ours: its checksum, and the brief that it belongs to, or an empty name."""

    checksum: str
    owner: str = ""


class KeptVersion(NamedTuple):
    """A version of a brief: its name or nothing, its day as ISO 8601 has it, and the path of its PDF."""

    version: str
    day: str
    path: str


@dataclass(frozen=True)
class Manifest:
    """Our files by their paths, and by the names of briefs their versions, the published one first."""

    files: Mapping[str, OwnedFile] = field(default_factory=dict)
    versions: Mapping[str, tuple[KeptVersion, ...]] = field(default_factory=dict)


def read_manifest(folder: Path) -> Manifest:
    """The list of a folder; an empty one where it is missing or spoilt."""
    try:
        kept = json.loads(file_access.read(folder / MANIFEST, (folder,), file_access.MOST_TEXT))
        if kept["form"] != FORM:
            return Manifest()
        files = {str(path): OwnedFile(*map(str, values)) for path, values in kept["files"].items()}
        versions = {
            str(name): tuple(KeptVersion(*map(str, each)) for each in some)
            for name, some in kept.get("versions", {}).items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Manifest()
    sound = {path: file for path, file in files.items() if _is_inside(path)}
    return Manifest(
        sound, {name: tuple(each for each in some if each.path in sound) for name, some in versions.items()}
    )


def written_out(manifest: Manifest) -> bytes:
    """The list as the file has it."""
    files = {path: list(manifest.files[path]) for path in sorted(manifest.files)}
    versions = {name: [list(each) for each in manifest.versions[name]] for name in sorted(manifest.versions)}
    content = {"form": FORM, "files": files, "versions": versions}
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and not set("\\\0") & set(path)
