"""The sums of folders that hardly ever change, kept from one run to the next.

In:  folders of templates and styles, and the package itself, together more than a thousand files.
Out: their sums as `file_sums.py` makes them. While no file has another size, number or time than when its
     folder was summed, none is read again.

A file that was changed in the last moments before its folder was summed might be changed again at what the
file system takes for the same time, so such a folder is not noted; nor is one with links, which lead to files
that are not looked at here. The time that counts is that of the last change of a file's content, name or
rights, which no program can set. The sums lie beside the compiled modules of this package, and are not kept
where Python may not write those, nor on Windows, which has no such time.
"""

from __future__ import annotations

import marshal
import os
import sys
import time
from importlib.util import cache_from_source
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from issuebrief.compile_cache import keep_beside
from issuebrief.pipeline.cache.file_sums import names_in, sum_of, tree_sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SETTLED = 3_000_000_000
"""Nanoseconds after which a file that is changed again surely has another time."""
MOST = 40
"""Folders that are noted; past it, those that were noted first go."""

Summed = dict[str, tuple[str, str]]
"""By a folder and what of it counts: the state of its files, and their sum."""


def kept_tree_sums(trees: Iterable[tuple[Path, tuple[str, ...]]]) -> list[str]:
    """The sum of each folder, of the files in it with these endings; without any, of all."""
    if os.name != "posix":
        return [tree_sum(root, only) for root, only in trees]
    known = _read()
    found: list[str] = []
    noted: Summed = {}
    for root, only in trees:
        key, state = f"{root.absolute()}\0{only}", _state(root, only)
        if state and known.get(key, ("",))[0] == state:
            found.append(known[key][1])
            continue
        found.append(tree_sum(root, only))
        if state:
            noted[key] = (state, found[-1])
    if noted:
        _write(dict([*(known | noted).items()][-MOST:]))
    return found


def _state(root: Path, only: tuple[str, ...]) -> str:
    """The state of the files in a folder; empty where it cannot tell that they are the same later."""
    names = names_in(root)
    if names is None:
        return ""
    counted = [name for name in names if not only or name.endswith(only)]
    try:
        facts = list(_facts(root, counted))
    except OSError:
        return ""
    if max((changed for *_, changed in facts), default=0) > time.time_ns() - SETTLED:
        return ""
    return sum_of(f"{name}\0{fact}" for name, fact in zip(counted, facts, strict=True))


def _facts(root: Path, names: Iterable[str]) -> Iterator[tuple[int, int, int, int]]:
    """Size, number, and times of change of each file; raises OSError for what is none."""
    for name in names:
        found = os.lstat(f"{root}/{name}")
        if not S_ISREG(found.st_mode):
            raise OSError
        yield found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns


def _place() -> Path:
    return Path(cache_from_source(str(Path(__file__).with_name("summed_folders.py"))))


def _read() -> Summed:
    """The sums that were noted; none where there is no file, or none that can be used."""
    try:
        found: Summed = {
            str(key): (str(state), str(total))
            for key, (state, total) in marshal.loads(_place().read_bytes()).items()
        }
    except Exception:  # Whatever a damaged file raises: the folders are summed again.
        return {}
    return found


def _write(summed: Summed) -> None:
    if not sys.dont_write_bytecode:
        keep_beside(_place(), marshal.dumps(summed))
