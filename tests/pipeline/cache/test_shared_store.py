"""What one machine has made, others take from the store."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from issuebrief.diagnostics.model import SourceRange, warning
from issuebrief.job import Job
from issuebrief.pipeline.cache.build_cache import CacheEntry
from issuebrief.pipeline.cache.file_sums import bytes_digest, file_digest
from issuebrief.pipeline.cache.shared_store import FORGOTTEN, SharedStore
from issuebrief.resources import SearchPath

if TYPE_CHECKING:
    from pathlib import Path

MARK = "0a" * 32


def machine(place: Path) -> Job:
    """The job of a brief on a machine of its own."""
    search_path = SearchPath((place / "templates",), (place / "styles",), (), place)
    (place / "out").mkdir(parents=True)
    return Job.for_screen(place / "content/moon/brief.md", place / "out/moon.pdf", search_path)


@pytest.fixture
def store(workplace: Path) -> SharedStore:
    return SharedStore(workplace / "store")


def made(job: Job, store: SharedStore) -> CacheEntry:
    """A deliverable with a copy beside it and two warnings, given to the store."""
    (output,) = job.outputs
    output.path.write_bytes(b"%PDF")
    (output.path.parent / "moon-files").mkdir()
    (output.path.parent / "moon-files/data.csv").write_bytes(b"a,b")
    found = (
        warning("notes.unused", "Nobody cites it.", SourceRange(job.brief, 3, 1), "Cite it."),
        warning("theme.unknown", "No.", SourceRange(job.search_path.styles[0] / "x.css", 1)),
    )
    copies = (("moon-files/data.csv", bytes_digest(b"a,b")),)
    entry = CacheEntry(MARK, file_digest(output.path), 4, found, copies)
    store.give(job, output, entry)
    return entry


def test_another_machine_has_the_same_files_and_its_own_places(workplace: Path, store: SharedStore) -> None:
    entry = made(machine(workplace / "one"), store)
    other = machine(workplace / "two")
    taken = store.take(other, other.outputs[0], MARK)
    assert taken is not None
    assert (taken.fingerprint, taken.checksum, taken.pages) == (MARK, entry.checksum, 4)
    assert [each.place and each.place.path for each in taken.problems] == [
        workplace / "two/content/moon/brief.md",
        workplace / "two/styles/x.css",
    ]
    assert (workplace / "two/out/moon.pdf").read_bytes() == b"%PDF"
    assert (workplace / "two/out/moon-files/data.csv").read_bytes() == b"a,b"
    assert taken.is_up_to_date(workplace / "two/out/moon.pdf", MARK)


def test_what_nobody_has_made_is_not_there(workplace: Path, store: SharedStore) -> None:
    job = machine(workplace / "one")
    assert store.take(job, job.outputs[0], MARK) is None
    assert store.take(job, job.outputs[0], "../../etc") is None


def test_a_file_that_was_changed_in_the_store_is_not_taken(workplace: Path, store: SharedStore) -> None:
    made(machine(workplace / "one"), store)
    for path in (store.folder / "objects").rglob("*"):
        if path.is_file():
            path.write_bytes(b"%PDF, but another")
    other = machine(workplace / "two")
    assert store.take(other, other.outputs[0], MARK) is None
    assert not other.outputs[0].path.exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("moon-files/data.csv", "../data.csv"),
        ("moon-files/data.csv", "/data.csv"),
        ('"form": 1', '"form": 0'),
    ],
)
def test_a_note_that_leads_elsewhere_is_not_believed(
    workplace: Path, store: SharedStore, old: str, new: str
) -> None:
    made(machine(workplace / "one"), store)
    (note,) = (store.folder / "made").rglob("*.json")
    note.write_text(note.read_text().replace(old, new))
    other = machine(workplace / "two")
    assert store.take(other, other.outputs[0], MARK) is None
    assert not (workplace / "two/data.csv").exists()


def test_a_problem_in_a_file_of_one_machine_is_not_shared(workplace: Path, store: SharedStore) -> None:
    job = machine(workplace / "one")
    job.outputs[0].path.write_bytes(b"%PDF")
    found = warning("notes.unused", "No.", SourceRange(workplace / "elsewhere.css", 1))
    store.give(job, job.outputs[0], CacheEntry(MARK, file_digest(job.outputs[0].path), 4, (found,)))
    assert not store.folder.exists()


def test_files_that_were_never_finished_go_after_a_day(store: SharedStore) -> None:
    partial = store.folder / "partial"
    partial.mkdir(parents=True)
    for name, age in (("old", FORGOTTEN + 60), ("new", 0)):
        (partial / name).touch()
        os.utime(partial / name, (time.time() - age,) * 2)
    store.clear()
    assert [path.name for path in partial.iterdir()] == ["new"]
