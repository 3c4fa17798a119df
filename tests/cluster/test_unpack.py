"""A brief that has travelled gives the same files elsewhere, and its problems have the places of home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from issuebrief.cluster import bundle as bundles
from issuebrief.cluster.bundle import pack, pack_house
from issuebrief.cluster.unpack import Arrived, at_home, job_at, write_files
from issuebrief.job import Output, Purpose
from issuebrief.pipeline.brief_files import TooMuch
from issuebrief.pipeline.build import set_in_memory
from issuebrief.pipeline.cache import file_sums
from issuebrief.project.workspace import jobs

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.job import Job

BRIEF = """---
title: Tides and Timetables
date: 2026-03-01
authors: [{name: Jo Ferry}]
theme: quay
---

The first boat leaves at six.

[^gone]: Nobody cites this.

![A quay](quay.svg)
"""
PUBLISHER = "name: Harbour Institute\nlogo: {light: marks/logo.svg}\n"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V9z"/></svg>'
THEME = "@import 'isdp.css';\n:root { --brand: #123456; }\n"


@pytest.fixture
def job(workplace: Path) -> Job:
    for name, text in {
        "content/2026/tides/brief.md": BRIEF,
        "content/2026/tides/quay.svg": DRAWING,
        "content/publisher.yaml": PUBLISHER,
        "content/marks/logo.svg": DRAWING,
        "styles/themes/quay.css": THEME,
    }.items():
        (workplace / name).parent.mkdir(parents=True, exist_ok=True)
        (workplace / name).write_text(text)
    (made,) = jobs(["content"], None, workplace, purposes=(Purpose.SCREEN, Purpose.WEB))
    return made


def test_a_bundle_has_all_that_a_brief_is_made_of(job: Job) -> None:
    names = [name for name, _ in pack(job).files]
    assert names == [
        "content/2026/tides/brief.md",
        "content/2026/tides/quay.svg",
        "content/publisher.yaml",
        "content/marks/logo.svg",
    ]
    assert [name for name, _ in pack_house(job.search_path).files] == ["styles/themes/quay.css"]


def test_files_are_the_same_on_another_machine_and_problems_stand_at_home(job: Job, workplace: Path) -> None:
    here = set_in_memory(job)
    away = workplace / "away"
    write_files(pack_house(job.search_path).files, away / "house")
    packed = pack(job)
    there = job_at(packed, away, away / "house")
    arrived = Arrived(set_in_memory(there), away / "top", away / "house", bundles.program_root())
    home = at_home(arrived, packed, workplace)
    assert [file for file, _ in home.files] == ["tides.pdf", "tides.html"]
    assert home.files == here.files
    assert home.problems == here.problems and "notes.unused" in {each.code for each in home.problems}
    assert [made.output for made in home.deliveries] == list(job.outputs)


def test_a_profile_of_this_machine_travels_too(job: Job, workplace: Path) -> None:
    from dataclasses import replace

    (workplace / "paper.icc").write_bytes(b"profile")
    job = replace(job, printing=replace(job.printing, profile="paper.icc", folder=workplace))
    there = job_at(pack(job), workplace / "away", workplace / "house")
    assert there.printing.folder is not None
    assert (there.printing.folder / there.printing.profile).read_bytes() == b"profile"


def test_outputs_beside_a_brief_do_not_travel(job: Job) -> None:
    from dataclasses import replace

    out = job.brief.parent / "out"
    out.mkdir()
    (out / "tides.pdf").write_bytes(b"%PDF")
    job = replace(job, outputs=(Output(Purpose.SCREEN, out / "tides.pdf"),))
    assert "content/2026/tides/out/tides.pdf" not in dict(pack(job).files)


def test_a_folder_that_holds_too_much_is_not_sent(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_sums, "MANY", 1)
    with pytest.raises(TooMuch, match="the folder tides holds more than"):
        pack(job)


def test_no_name_leads_out_of_a_folder(workplace: Path) -> None:
    with pytest.raises(ValueError, match="leads out"):
        write_files((("../x", b""),), workplace / "in")
