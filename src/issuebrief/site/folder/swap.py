"""A new folder in the place of an old one, in one step.

In:  the folder of a site, and what is to change in it.
Out: the folder with all changes at once; `CannotExchange` where the system cannot do that, with the folder as
     it was.

The new folder is made beside the old one. What stays the same, files of others among it, is in both: as one
file with two names (a hard link). Then the two exchange their names: `renameat2` with RENAME_EXCHANGE on
Linux, `renamex_np` with RENAME_SWAP on macOS.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import sys
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.atomic_write import is_alive, write_file
from issuebrief.file_access import real_path
from issuebrief.site.folder.manifest import MANIFEST, written_out
from issuebrief.site.folder.plan import bytes_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.site.folder.plan import FolderPlan

WORKING_FOLDER = -100
"""AT_FDCWD: names are looked up from the folder of the process."""
EXCHANGE = 2
"""RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS."""


class CannotExchange(Exception):
    """Two folders cannot be exchanged here."""


def swapped_in(folder: Path, plan: FolderPlan) -> tuple[Diagnostic, ...]:
    """Make the folder anew and put it in its place; on a fault, which is told, it stays as it was.

    Raises `CannotExchange` where the folder cannot be made or exchanged, for whatever reason.
    """
    if os.name != "posix":
        raise CannotExchange
    folder = real_path(folder)
    draft = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        _clear_drafts(folder)
        shutil.rmtree(draft, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft.mkdir()
        if folder.is_dir():
            _link_all(folder, draft, {*plan.changed, *plan.removed, MANIFEST})
            _prune(draft, plan.removed)
        for path, content in plan.changed.items():
            if faults := write_file(draft / path, bytes_of(content)):
                return _told_of(faults, draft, folder)
        if faults := write_file(draft / MANIFEST, written_out(plan.manifest)):
            return _told_of(faults, draft, folder)
        if not folder.exists():
            draft.rename(folder)
        elif not exchange(draft, folder):
            raise CannotExchange
        else:
            _keep_late_files(draft, folder, {*plan.changed, *plan.removed, MANIFEST})
    except OSError as fault:
        raise CannotExchange from fault
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return ()


def exchange(one: Path, other: Path) -> bool:
    """Let two folders exchange their names in one step; whether the system could."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            status = library.renamex_np(os.fsencode(one), os.fsencode(other), EXCHANGE)
        else:
            names = os.fsencode(one), os.fsencode(other)
            status = library.renameat2(WORKING_FOLDER, names[0], WORKING_FOLDER, names[1], EXCHANGE)
    except (OSError, AttributeError, TypeError):  # no such library, or no such function in it
        return False
    return bool(status == 0)


def _link_all(source: Path, target: Path, without: Collection[str], within: str = "") -> None:
    """Give everything in a folder, but some files, a name in another one; folders are made anew."""
    shutil.copystat(source, target)
    if hasattr(os, "chown"):
        found = source.stat()
        with suppress(OSError):
            os.chown(target, found.st_uid, found.st_gid)
    with os.scandir(source) as entries:
        for entry in entries:
            path = within + entry.name
            if path in without:
                continue
            if entry.is_dir(follow_symlinks=False):
                (target / entry.name).mkdir()
                _link_all(source / entry.name, target / entry.name, without, f"{path}/")
            else:
                os.link(entry.path, target / entry.name, follow_symlinks=False)


def _keep_late_files(former: Path, folder: Path, without: Collection[str], within: str = "") -> None:
    """Bring over what others wrote into the former folder while the new one was made."""
    with os.scandir(former) as entries:
        for entry in entries:
            path, target = within + entry.name, folder / entry.name
            if path in without:
                continue
            if entry.is_dir(follow_symlinks=False):
                _keep_late_files(former / entry.name, target, without, f"{path}/")
            elif not (
                os.path.lexists(target)
                and os.path.samestat(entry.stat(follow_symlinks=False), target.lstat())
            ):
                folder.mkdir(parents=True, exist_ok=True)
                (former / entry.name).replace(target)


def _prune(folder: Path, removed: Collection[str]) -> None:
    """Remove the folders that are empty without files of ours."""
    for path in removed:
        parent = (folder / path).parent
        while parent != folder and parent.is_dir() and not any(parent.iterdir()):
            parent.rmdir()
            parent = parent.parent


def _told_of(faults: tuple[Diagnostic, ...], draft: Path, folder: Path) -> tuple[Diagnostic, ...]:
    """The faults with the names that files were to have."""
    return tuple(_told_at(fault, draft, folder) for fault in faults)


def _told_at(fault: Diagnostic, draft: Path, folder: Path) -> Diagnostic:
    message = fault.message.replace(str(draft), str(folder))
    if fault.place is None:
        return replace(fault, message=message)
    path = folder / fault.place.path.relative_to(draft)
    return replace(fault, message=message, place=replace(fault.place, path=path))


def _clear_drafts(folder: Path) -> None:
    """Remove what runs that were killed have left; folders of living processes stay."""
    name = re.compile(rf"\.{re.escape(folder.name)}\.(\d{{1,9}})\.part")
    for entry in folder.parent.iterdir() if os.name == "posix" and folder.parent.is_dir() else ():
        if (found := name.fullmatch(entry.name)) and not is_alive(int(found[1])):
            shutil.rmtree(entry, ignore_errors=True)
