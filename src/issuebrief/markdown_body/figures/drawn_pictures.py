"""Look at a picture of a brief that may have been drawn for it, and lies in no file.

In:  the name of a picture in the text, the brief's folder, and the pictures that were drawn, by their names.
Out: a `Picture` or problems, as `resolve.py` has them for files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.file_access import real_path
from issuebrief.images.resolve import Picture, look_at_picture
from issuebrief.images.svg import look_at_vectors

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from issuebrief.diagnostics.model import SourceRange
    from issuebrief.images.resolve import Look


def look_at_any(
    name: str,
    folder: Path,
    place: SourceRange | None,
    excerpt: str,
    drawn: Mapping[str, bytes],
    *,
    allow_network: bool = False,
) -> Look:
    """The picture that a brief in `folder` calls `name`: one that was drawn for it, or a file."""
    data = drawn.get(name.strip())
    if data is None:
        return look_at_picture(name, folder, place, excerpt, allow_network=allow_network)
    path = real_path(folder) / name.strip()
    size, problems = look_at_vectors(path, data)
    return (None if size is None else Picture(path, *size, "svg")), problems
