"""Notice at once when a file is saved that a brief is made of.

In:  the folders that count, and what counts in them.
Out: a call for every save, or burst of saves, within some 15 milliseconds.

Files are saved in many ways: written in place, in pieces, or written beside their place and renamed.
Folders are deleted, renamed and brought back by version control. Whatever happens to a folder itself
is found out by its number in the file system, or by word that it was deleted (the next folder may be given
the same number), and it is watched again.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from issuebrief.file_access import is_file, real_path
from issuebrief.project.config import FILE
from issuebrief.publisher_places import BRANDS, PUBLISHER, folders_above, shared_files
from issuebrief.transient_files import is_passing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from issuebrief.preview.worker import Order

HOUSE = (PUBLISHER, *BRANDS)
"""The files of an institute."""

STEP = {True: 5, False: 15}
"""Milliseconds from look to look, in deep grounds and others; a burst is over when a look finds no more."""

LONGEST = 50
"""Milliseconds after which a burst counts as over though it goes on."""

ROUND = 500
"""Milliseconds from one look at the folders themselves to the next."""

MANY = 5_000
"""Files from which on a brief's folder is watched without the folders in it: it may be a home folder."""

Mark = tuple[int, int] | None
"""The number of a folder in the file system; None where there is no folder."""


@dataclass(frozen=True)
class WatchRoot:
    """A folder to watch, with those in it where it is `deep`, or for some names alone."""

    folder: Path
    deep: bool
    names: frozenset[str] = frozenset()

    def counts(self, path: Path) -> bool:
        """Whether a change of that path is one of what is watched here."""
        if not path.is_relative_to(self.folder):
            return False
        inside = path.relative_to(self.folder)
        parts = inside.parts
        if not parts or is_passing(inside):
            return False
        return self.deep or (len(parts) == 1 and (not self.names or parts[0] in self.names))


def grounds(order: Order) -> tuple[WatchRoot, ...]:
    """All that a brief is made of, and the folders around, which tell when a folder comes back."""
    own = order.brief.parent
    found = [WatchRoot(own, deep=_is_small(own))]
    found += [
        WatchRoot(folder, deep=True) for folder in (*order.search_path.templates, *order.search_path.styles)
    ]
    beside = {own.parent, real_path(own).parent}
    found += [WatchRoot(folder, deep=False, names=frozenset((*HOUSE, own.name))) for folder in beside]
    above = folders_above(own, order.workplace)[1:]
    shared = [folder for folder in above if folder not in beside]
    found += [WatchRoot(folder, deep=False, names=frozenset(HOUSE)) for folder in shared]
    logos = [above / name for above, name in shared_files(above)]
    inside = [path for path in logos if is_file(path, (order.workplace, *beside))]
    found += [WatchRoot(path.parent, deep=False, names=frozenset((path.name,))) for path in inside]
    inner = own.parent
    while inner != order.workplace and inner.is_relative_to(order.workplace):
        found.append(WatchRoot(inner.parent, deep=False, names=frozenset((inner.name,))))
        inner = inner.parent
    names = frozenset((FILE, "templates", "styles"))
    return (*found, WatchRoot(order.workplace, deep=False, names=names))


class Watch:
    """Two threads that watch: one the deep grounds, one the others. `tell` is called in either."""

    def __init__(self, ground: Iterable[WatchRoot], tell: Callable[[], None]) -> None:
        self._tell = tell
        self._over = False
        parts: dict[bool, list[WatchRoot]] = {True: [], False: []}
        for each in ground:
            parts[each.deep].append(each)
        self._halts = {deep: Event() for deep in parts}
        self._deep, self._deep_marks = parts[True], _marks(parts[True])
        for deep, some in parts.items():
            if some:
                Thread(target=self._watch, args=(some, deep), daemon=True, name="watch").start()

    def close(self) -> None:
        """Let both threads end."""
        self._over = True
        for halt in self._halts.values():
            halt.set()

    def _watch(self, ground: list[WatchRoot], deep: bool) -> None:
        halt, restarted, polling = self._halts[deep], False, None
        while not self._over:
            halt.clear()
            marks = _marks(ground)
            if deep:
                self._deep_marks = marks
            folders = [str(folder) for folder, mark in marks.items() if mark]
            try:
                self._look(ground, folders, marks, restarted, polling)
            except FileNotFoundError:  # a folder went away while it was about to be watched
                pass
            except OSError:  # more folders than the system lets anybody watch
                polling = True
            # Whatever happened before the folders are watched again is found by rendering the brief again.
            restarted = True

    def _look(
        self,
        ground: list[WatchRoot],
        folders: list[str],
        marks: dict[Path, Mark],
        restarted: bool,
        polling: bool | None,
    ) -> None:
        """Watch until a folder is no longer the one it was."""
        from watchfiles import Change, watch

        lost: list[str] = []

        def counts(change: Change, path: str) -> bool:
            if change is Change.deleted and path in folders:
                lost.append(path)
            return bool(lost) or any(each.counts(Path(path)) for each in ground)

        deep = ground[0].deep
        if not folders:
            self._halts[deep].wait(ROUND / 1000)
            return
        for changes in watch(
            *folders,
            watch_filter=counts,
            step=STEP[deep],
            debounce=LONGEST,
            rust_timeout=ROUND,
            yield_on_timeout=True,
            stop_event=self._halts[deep],
            raise_interrupt=False,
            recursive=deep,
            ignore_permission_denied=True,
            force_polling=polling,
        ):
            other = bool(lost) or _marks(ground) != marks
            if changes or other or restarted:
                self._say(deep)
            restarted = False
            if other:
                return

    def _say(self, deep: bool) -> None:
        if self._over:
            return
        if not deep and _marks(self._deep) != self._deep_marks:
            # A folder has come back: the other thread looks now and not at its next round.
            self._halts[True].set()
        self._tell()


def _marks(ground: Iterable[WatchRoot]) -> dict[Path, Mark]:
    """The numbers of the folders in the file system; None for what is no folder now."""
    return {each.folder: _mark(each.folder) for each in ground}


def _mark(folder: Path) -> Mark:
    try:
        found = folder.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if folder.is_dir() else None


def _is_small(folder: Path) -> bool:
    try:
        return sum(1 for _ in islice(folder.rglob("*"), MANY)) < MANY
    except OSError:
        return False
