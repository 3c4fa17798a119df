"""Saves are noticed, in whatever way a program saves, and so is a folder that comes back."""

from __future__ import annotations

import shutil
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import pytest
from preview_server import LONG

from issuebrief.preview import watcher as watching
from issuebrief.preview.watcher import Watch, WatchRoot, grounds
from issuebrief.preview.worker import Order
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@dataclass
class Ear:
    """Hears of saves."""

    rung: threading.Event = field(default_factory=threading.Event)

    def heard(self, act: Callable[[], object]) -> bool:
        """Whether something is heard of an act."""
        self.rung.clear()
        act()
        return self.rung.wait(LONG)

    def quiet(self) -> None:
        """Wait until nothing is heard any more."""
        while True:
            self.rung.clear()
            if not self.rung.wait(1.2 * watching.ROUND / 1000):
                return


def brief_in(workplace: Path) -> Path:
    folder = workplace / "content" / "moon"
    (folder / "pictures").mkdir(parents=True)
    brief = folder / "brief.md"
    brief.write_text("text")
    return brief


@contextmanager
def watched(workplace: Path, brief: Path) -> Iterator[Ear]:
    ear = Ear()
    watch = Watch(grounds(Order(brief, search_path(workplace), workplace)), ear.rung.set)
    try:
        # A watch is ready when it hears; until then a save could be too early for it.
        probe = brief.with_name("probe.txt")
        for number in range(200):
            probe.write_text(str(number))
            if ear.rung.wait(0.1):
                break
        ear.quiet()
        yield ear
    finally:
        watch.close()


def test_every_way_of_saving_is_noticed(workplace: Path) -> None:
    brief = brief_in(workplace)
    (workplace / "styles").mkdir()
    (workplace / "templates").mkdir()
    with watched(workplace, brief) as ear:
        assert ear.heard(lambda: brief.write_text("written in place"))
        draft = brief.with_name(".brief.md.draft")
        draft.write_text("written beside")
        ear.quiet()
        assert ear.heard(lambda: draft.replace(brief))
        ear.quiet()
        assert ear.heard(lambda: (brief.parent / "pictures" / "new.svg").write_text("<svg/>"))
        ear.quiet()
        assert ear.heard(lambda: (workplace / "content" / "publisher.yaml").write_text("name: a"))
        ear.quiet()
        assert ear.heard(lambda: (workplace / "issuebrief.toml").write_text(""))
        ear.quiet()
        assert ear.heard(lambda: (workplace / "styles" / "tokens.css").write_text(""))
        ear.quiet()
        assert ear.heard(lambda: (workplace / "templates" / "title.html").write_text(""))
        ear.quiet()
        assert ear.heard(brief.unlink)


def test_the_file_of_the_institute_is_heard_at_every_height(workplace: Path) -> None:
    brief = workplace / "content/2026/space/moon/brief.md"
    brief.parent.mkdir(parents=True)
    brief.write_text("x")
    with watched(workplace, brief) as ear:
        for folder in (workplace, workplace / "content", brief.parents[2], brief.parents[1]):
            assert ear.heard(partial((folder / "publisher.yaml").write_text, "name: A"))
            ear.quiet()


def test_a_logo_that_the_institute_names_is_heard(workplace: Path) -> None:
    brief = brief_in(workplace)
    (workplace / "logos").mkdir()
    (workplace / "logos/ours.svg").write_text("<svg/>")
    (workplace / "publisher.yaml").write_text("name: A\nlogo: {light: logos/ours.svg}\n")
    with watched(workplace, brief) as ear:
        assert ear.heard(partial((workplace / "logos/ours.svg").write_text, "<svg></svg>"))


def test_what_is_no_part_of_a_brief_is_not_heard(workplace: Path) -> None:
    brief = brief_in(workplace)
    with watched(workplace, brief) as ear:
        for name in (".brief.md.swp", "brief.md~", "4913", "brief.pdf", ".DS_Store"):
            (brief.parent / name).write_text("passing")
        (workplace / "content" / "notes.txt").write_text("not the publisher")
        (workplace / "README.md").write_text("not the house's")
        assert not ear.rung.wait(1)


def test_a_folder_that_is_deleted_and_comes_back_is_watched_again(workplace: Path) -> None:
    brief = brief_in(workplace)
    with watched(workplace, brief) as ear:
        for _ in range(2):
            assert ear.heard(lambda: shutil.rmtree(brief.parent))
            ear.quiet()

            def restore() -> None:
                brief.parent.mkdir()
                brief.write_text("back")

            assert ear.heard(restore)
            ear.quiet()
            assert ear.heard(lambda: brief.write_text("and saved"))
            ear.quiet()
        assert ear.heard(lambda: shutil.rmtree(workplace / "content"))
        ear.quiet()
        assert ear.heard(lambda: brief.parent.mkdir(parents=True))
        ear.quiet()
        assert ear.heard(lambda: brief.write_text("once more"))


@pytest.mark.parametrize("name", ["content/moon", "content", "styles"])
def test_a_folder_that_is_deleted_and_made_again_at_once_is_watched(workplace: Path, name: str) -> None:
    """File systems like to give the new folder the number of the old one."""
    brief = brief_in(workplace)
    folder = workplace / name
    file = workplace / "styles" / "own.css" if name == "styles" else brief
    file.parent.mkdir(exist_ok=True)
    file.write_text("before")
    with watched(workplace, brief) as ear:

        def make_again() -> None:
            shutil.rmtree(folder)
            file.parent.mkdir(parents=True)
            file.write_text("after")

        for number in range(3):
            assert ear.heard(make_again)
            ear.quiet()
            assert ear.heard(lambda number=number: file.write_text(f"later {number}"))  # type: ignore[misc]


def test_a_folder_that_is_renamed_and_another_put_in_its_place_is_watched(workplace: Path) -> None:
    brief = brief_in(workplace)
    other = workplace / "other"
    shutil.copytree(brief.parent, other)
    with watched(workplace, brief) as ear:

        def swap() -> None:
            brief.parent.rename(workplace / "old")
            other.rename(brief.parent)

        assert ear.heard(swap)
        ear.quiet()
        assert ear.heard(lambda: brief.write_text("new"))
        ear.quiet()
        (workplace / "old" / "brief.md").write_text("nobody looks here")
        assert not ear.rung.wait(1)


def test_where_the_system_lets_nobody_watch_any_more_folders_are_looked_through(
    workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import watchfiles

    plain, refused = watchfiles.watch, []

    def sparing(*folders: str, force_polling: bool | None, **options: object) -> object:
        if not force_polling:
            refused.append(folders)
            raise OSError("OS file watch limit reached")
        return plain(*folders, force_polling=True, poll_delay_ms=20, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(watchfiles, "watch", sparing)
    brief = brief_in(workplace)
    with watched(workplace, brief) as ear:
        assert ear.heard(lambda: brief.write_text("looked at"))
    assert len(refused) == 2


def test_a_home_folder_is_not_watched_to_its_depths(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "MANY", 3)
    brief = brief_in(workplace)
    (brief.parent / "a").write_text("")
    order = Order(brief, search_path(workplace), workplace)
    assert WatchRoot(brief.parent, deep=False) in grounds(order)
    assert WatchRoot(brief.parent, deep=False).counts(brief)
    assert not WatchRoot(brief.parent, deep=False).counts(brief.parent / "pictures" / "a.svg")


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("brief.md", True),
        ("pictures/a.svg", True),
        (".git/index", False),
        ("node_modules/a/b.js", False),
        ("a.png.part", False),
        ("brief.md___jb_tmp___", False),
        ("../other/brief.md", False),
        ("", False),
    ],
)
def test_what_counts(workplace: Path, name: str, counts: bool) -> None:
    import os

    path = workplace.__class__(os.path.normpath(workplace / name))
    assert WatchRoot(workplace, deep=True).counts(path) is counts
