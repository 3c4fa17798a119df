"""What is remembered beside the deliverables."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from issuebrief.diagnostics.model import PageRegion, SourceRange, warning
from issuebrief.pipeline.build_cache import CacheEntry, read, write
from issuebrief.pipeline.fingerprint import CACHE_FILE, file_digest

if TYPE_CHECKING:
    from pathlib import Path


def entry(pdf: Path, mark: str = "f") -> CacheEntry:
    pdf.write_bytes(b"%PDF")
    found = warning(
        "notes.unused",
        "Nobody cites it.",
        SourceRange(pdf.parent.parent / "content/x/brief.md", 3, 1),
        "Cite it.",
        "[^a]: b",
    )
    seen = replace(
        warning("lines.loose", "No place."), spots=(PageRegion(2, 1.5, 2, 3, 4), PageRegion(3, 0, 0, 9, 9))
    )
    return CacheEntry(mark, file_digest(pdf), 4, (found, seen))


def test_what_was_written_is_read_again(workplace: Path) -> None:
    (workplace / "build").mkdir()
    made = entry(workplace / "build/x.pdf")
    write(workplace / "build", {"x.pdf": made})
    assert read(workplace / "build") == {"x.pdf": made}


def test_entries_of_other_pdfs_stay_and_those_of_removed_ones_go(workplace: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        write(workplace, {name: entry(workplace / name)})
    assert sorted(read(workplace)) == ["a.pdf", "b.pdf"]
    (workplace / "a.pdf").unlink()
    write(workplace, {"c.pdf": entry(workplace / "c.pdf")})
    assert sorted(read(workplace)) == ["b.pdf", "c.pdf"]


def test_problems_follow_a_project_that_is_moved(workplace: Path) -> None:
    (workplace / "old/build").mkdir(parents=True)
    write(workplace / "old/build", {"x.pdf": entry(workplace / "old/build/x.pdf")})
    (workplace / "old").rename(workplace / "new")
    place = read(workplace / "new/build")["x.pdf"].problems[0].place
    assert place is not None
    assert (place.path, place.line, place.column) == (workplace / "new/content/x/brief.md", 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"form": 2}',
        '{"form": 2, "files": []}',
        '{"form": 2, "files": {"x": {}}}',
        '{"form": 1, "files": {}}',
        '{"form": 0}',
    ],
)
def test_a_spoilt_build_cache_is_an_empty_one(workplace: Path, text: str) -> None:
    (workplace / CACHE_FILE).write_text(text)
    assert read(workplace) == {}


def test_a_build_cache_that_is_not_utf_8_is_an_empty_one(workplace: Path) -> None:
    (workplace / CACHE_FILE).write_bytes(b"\xff\xfe")
    assert read(workplace) == {}


def test_a_build_cache_that_cannot_be_written_leaves_nothing_behind(workplace: Path) -> None:
    (workplace / CACHE_FILE).mkdir()
    write(workplace, {"x.pdf": entry(workplace / "x.pdf")})
    assert sorted(path.name for path in workplace.iterdir()) == [CACHE_FILE, "x.pdf"]
    write(workplace / "none", {})


def test_a_pdf_stands_while_it_is_what_was_made_from_the_same(workplace: Path) -> None:
    pdf = workplace / "x.pdf"
    made = entry(pdf, "f")
    assert made.is_up_to_date(pdf, "f")
    assert not made.is_up_to_date(pdf, "g")
    pdf.write_bytes(b"%PDF touched")
    assert not made.is_up_to_date(pdf, "f")
    pdf.unlink()
    assert not made.is_up_to_date(pdf, "f")
    assert not CacheEntry("f", "", 0).is_up_to_date(pdf, "f")


def test_the_build_cache_is_plain_json(workplace: Path) -> None:
    write(workplace, {"x.pdf": entry(workplace / "x.pdf")})
    assert json.loads((workplace / CACHE_FILE).read_text())["files"]["x.pdf"]["pages"] == 4
