"""What is remembered beside the deliverables."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from issuebrief.diagnostics.model import PageRegion, SourceRange, warning
from issuebrief.pipeline.cache.build_cache import HEAD, SLACK, CacheEntry, read, tidy, write
from issuebrief.pipeline.cache.file_sums import file_digest
from issuebrief.pipeline.cache.fingerprint import CACHE_FILE

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


def test_an_entry_is_added_in_a_line_of_its_own(workplace: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        write(workplace, {name: entry(workplace / name)})
    before = (workplace / CACHE_FILE).read_bytes()
    write(workplace, {"a.pdf": entry(workplace / "a.pdf", "other")})
    after = (workplace / CACHE_FILE).read_bytes()
    assert after.startswith(before) and after.count(b"\n") == before.count(b"\n") + 1
    assert {name: made.fingerprint for name, made in read(workplace).items()} == {
        "a.pdf": "other",
        "b.pdf": "f",
    }


def test_a_line_that_was_cut_off_costs_nothing_else(workplace: Path) -> None:
    write(workplace, {"a.pdf": entry(workplace / "a.pdf"), "b.pdf": entry(workplace / "b.pdf")})
    cache = workplace / CACHE_FILE
    cache.write_bytes(cache.read_bytes()[:-30])
    assert sorted(read(workplace)) == ["a.pdf"]
    write(workplace, {"c.pdf": entry(workplace / "c.pdf")})
    assert sorted(read(workplace)) == ["a.pdf", "c.pdf"]


def test_lines_that_are_out_of_date_are_dropped_when_there_are_many(workplace: Path) -> None:
    write(workplace, {"gone.pdf": CacheEntry("f", "sum", 1)})
    for number in range(SLACK + 2):
        write(workplace, {"a.pdf": entry(workplace / "a.pdf", str(number))})
    tidy(workplace)
    assert (workplace / CACHE_FILE).read_bytes().count(b"\n") == 2
    assert {name: made.fingerprint for name, made in read(workplace).items()} == {"a.pdf": str(SLACK + 1)}


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
        '{"form": 5, "files": {}}',
        f'{HEAD.decode()}["x", {{}}]\n',
        f"{HEAD.decode()}[]\n{{}}\n5\n",
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
    _, line = (workplace / CACHE_FILE).read_text().splitlines()
    name, values = json.loads(line)
    assert (name, values["pages"]) == ("x.pdf", 4)
