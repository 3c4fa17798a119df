"""Where the institute's file, `publisher.yaml`, is looked for.

In:  a brief's folder and the folder a user works in.
Out: folders, the nearest first. Nothing is read, and nothing that takes time is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.file_access import real_path

if TYPE_CHECKING:
    from pathlib import Path

PUBLISHER = "publisher.yaml"


def folders_above(folder: Path, workplace: Path | None = None) -> tuple[Path, ...]:
    """The folders in which the file is looked for, the nearest first: a brief's own, then those above.

    They end with the folder a user works in. The one above a brief's own counts wherever it is: that is
    where folders of briefs lie beside each other.
    """
    own = real_path(folder)
    found = [folder, own.parent]
    top = real_path(workplace) if workplace else own
    if own.is_relative_to(top):
        found += [each for each in own.parents[1:] if each.is_relative_to(top)]
    return tuple(dict.fromkeys(found))
