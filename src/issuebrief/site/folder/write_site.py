"""Write the folder of a site.

In:  what the folder is to hold: a `SiteFolder`.
Out: the folder, in which files of others stay; how many files were written, were unchanged and were removed;
     problems: files of others that are in the way, or that cannot be written.

Where the system can exchange two folders in one step, a visitor sees the whole former site or the whole new
one. Elsewhere files are written one by one, each whole: pages go last, and what is no longer part of the site
is removed after all is written, so that at any moment what a page leads to is there.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.atomic_write import write_file
from issuebrief.site.folder.manifest import MANIFEST, Manifest, read_manifest, written_out
from issuebrief.site.folder.plan import bytes_of, make_plan
from issuebrief.site.folder.swap import CannotExchange, swapped_in

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.site.folder.plan import FolderPlan, SiteFolder


@dataclass(frozen=True)
class WrittenSite:
    """How many files were written, were the same already, and were removed; what is wrong."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    problems: tuple[Diagnostic, ...] = ()


def write_site(folder: Path, wanted: SiteFolder, *, in_place: bool = False) -> WrittenSite:
    """Bring the folder to what is wanted; `in_place` keeps the folder itself, and writes file by file."""
    known = read_manifest(folder)
    plan = make_plan(folder, wanted, known)
    if not plan.is_needed:
        faults = () if plan.manifest == known else write_file(folder / MANIFEST, written_out(plan.manifest))
        return WrittenSite(0, plan.unchanged, 0, plan.problems + faults)
    if not in_place:
        try:
            faults = swapped_in(folder, plan)
        except CannotExchange:
            return _written_in_place(folder, plan, known)
        written, removed = (0, 0) if faults else (len(plan.changed), len(plan.removed))
        return WrittenSite(written, plan.unchanged, removed, plan.problems + faults)
    return _written_in_place(folder, plan, known)


def _written_in_place(folder: Path, plan: FolderPlan, known: Manifest) -> WrittenSite:
    """Write and remove files one by one."""
    problems, files = list(plan.problems), dict(plan.manifest.files)
    for path, content in plan.changed.items():
        if faults := write_file(folder / path, bytes_of(content)):
            problems += faults
            files[path] = known.files.get(path, files[path])
    removed = sum(_remove(folder, path) for path in plan.removed)
    manifest = Manifest(files, plan.manifest.versions)
    problems += write_file(folder / MANIFEST, written_out(manifest))
    written = len(plan.changed) - (len(problems) - len(plan.problems))
    return WrittenSite(max(written, 0), plan.unchanged, removed, tuple(problems))


def _remove(folder: Path, path: str) -> int:
    """Remove a file of ours, and the folders that it leaves empty; how many files were removed."""
    target = folder / path
    with suppress(OSError):
        target.unlink()
        parent = target.parent
        while parent != folder and not any(parent.iterdir()):
            parent.rmdir()
            parent = parent.parent
        return 1
    return 0
