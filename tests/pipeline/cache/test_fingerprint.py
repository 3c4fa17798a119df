"""A file's fingerprint changes with everything the file depends on, and with nothing else."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from issuebrief.job import Job, Output, Printing, Purpose
from issuebrief.pipeline.cache import file_sums
from issuebrief.pipeline.cache import fingerprint as subject
from issuebrief.pipeline.cache.file_sums import file_digest
from issuebrief.pipeline.cache.fingerprint import (
    CACHE_FILE,
    environment_fingerprint,
    fingerprints,
    library_versions,
    package_versions,
)
from issuebrief.resources import SearchPath

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def job(workplace: Path) -> Job:
    for name in (
        "content/moon/brief.md",
        "content/moon/pictures/a.png",
        "content/publisher.yaml",
        "templates/t.html",
        "styles/s.css",
    ):
        (workplace / name).parent.mkdir(parents=True, exist_ok=True)
        (workplace / name).write_text(name)
    search_path = SearchPath((workplace / "templates",), (workplace / "styles",))
    return Job.for_screen(workplace / "content/moon/brief.md", workplace / "build/moon.pdf", search_path)


def mark(job: Job) -> str:
    return next(iter(fingerprints([job], environment_fingerprint(job.search_path)).values()))


@pytest.mark.parametrize(
    "name",
    [
        "content/moon/brief.md",
        "content/moon/pictures/a.png",
        "content/publisher.yaml",
        "templates/t.html",
        "styles/s.css",
    ],
)
@pytest.mark.parametrize("change", ["edit", "remove"])
def test_it_changes_with_each_file(job: Job, workplace: Path, name: str, change: str) -> None:
    before = mark(job)
    if change == "edit":
        status = (workplace / name).stat()
        (workplace / name).write_text(name[::-1])  # as long as it was
        os.utime(workplace / name, ns=(status.st_atime_ns, status.st_mtime_ns))
    else:
        (workplace / name).unlink()
    assert mark(job) != before


def test_it_changes_when_a_file_comes_or_is_renamed(job: Job) -> None:
    seen = {mark(job)}
    picture = job.brief.parent / "pictures/a.png"
    seen.add(mark(job) if picture.rename(picture.with_name("b.png")) else "")
    (job.brief.parent / "portrait.jpg").touch()
    seen.add(mark(job))
    assert len(seen) == 3


def by_year(workplace: Path, publisher: str) -> Job:
    """A brief in a folder by year, with the file of its institute at the top."""
    (workplace / "content/2026/moon").mkdir(parents=True)
    (workplace / "content/2026/moon/brief.md").write_text("moon")
    (workplace / "publisher.yaml").write_text(publisher)
    places = SearchPath((), (), (), workplace)
    return Job.for_screen(workplace / "content/2026/moon/brief.md", workplace / "build/moon.pdf", places)


def test_it_changes_with_the_file_of_the_institute_at_the_top(workplace: Path) -> None:
    job = by_year(workplace, "name: A\n")
    seen = [mark(job)]
    (workplace / "README.md").write_text("of no brief")
    assert mark(job) == seen[0]
    for name in ("publisher.yaml", "content/publisher.yaml", "content/2026/publisher.yaml"):
        (workplace / name).write_text(f"name: {name}\n")
        seen.append(mark(job))
    assert len(set(seen)) == 4


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("logo: logo.svg", "logo.svg"),
        ('logo: "our logo.PNG"', "our logo.PNG"),
        ("logo: {light: logos/a.svg, dark: logos/b.svg}", "logos/b.svg"),
        ("  profile: paper.icc  # as the printer says", "paper.icc"),
        ("logo: ./logo.jpeg", "logo.jpeg"),
    ],
)
def test_it_changes_with_the_files_that_the_institute_names(workplace: Path, line: str, name: str) -> None:
    job = by_year(workplace, f"name: A\n{line}\n")
    before = mark(job)
    (workplace / name).parent.mkdir(exist_ok=True)
    (workplace / name).write_text("a picture")
    assert mark(job) != before


def test_it_changes_with_a_brand_file_and_the_logo_that_it_names(workplace: Path) -> None:
    job = by_year(workplace, "name: A\n")
    seen = [mark(job)]
    for name, text in (("_brand.yml", "logo: {medium: a.svg}"), ("a.svg", "<svg/>")):
        (workplace / name).write_text(text)
        seen.append(mark(job))
    assert len(set(seen)) == 3


def test_a_long_line_of_the_institutes_file_is_looked_through_once(workplace: Path) -> None:
    job = by_year(workplace, f"name: {'a' * 2_000_000}\nabout: {'a. ' * 500_000}\nlogo: logo.svg\n")
    before = mark(job)
    (workplace / "logo.svg").write_text("<svg/>")
    assert mark(job) != before


def test_what_the_institutes_file_names_elsewhere_is_not_read(workplace: Path) -> None:
    job = by_year(workplace / "inner", "name: A\nlogo: ../secret.svg\n")
    before = mark(job)
    (workplace / "secret.svg").write_text("a secret")
    assert mark(job) == before


def test_it_does_not_change_when_files_are_only_touched(job: Job) -> None:
    before = mark(job)
    os.utime(job.brief, (1, 1))
    assert mark(job) == before


def test_it_is_the_same_in_another_folder(
    job: Job, workplace: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other") / "copy"
    shutil.copytree(workplace, other)
    moved = Job.for_screen(
        other / "content/moon/brief.md",
        other / "out/moon.pdf",
        SearchPath((other / "templates",), (other / "styles",)),
    )
    assert mark(moved) == mark(job)


def test_it_changes_with_the_date_that_the_environment_sets(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = mark(job)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert mark(job) != before


def test_it_changes_with_the_packages_and_libraries(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {mark(job)}
    monkeypatch.setattr(subject, "library_versions", lambda: ["pango 1"])
    seen.add(mark(job))
    monkeypatch.setattr(subject, "package_versions", lambda _: ["weasyprint 71"])
    seen.add(mark(job))
    assert len(seen) == 3


def test_it_changes_with_issuebriefs_own_source_and_labels(
    job: Job, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subject, "PACKAGE", workplace / "package")
    (workplace / "package").mkdir()
    seen = {mark(job)}
    (workplace / "package/page.py").write_text("pass")
    seen.add(mark(job))
    (workplace / "package/en.toml").write_text("table = 'Table'")
    seen.add(mark(job))
    assert len(seen) == 3


def test_outputs_beside_the_brief_do_not_count(job: Job) -> None:
    beside = Job.for_screen(job.brief, job.brief.parent / "build/moon.pdf", job.search_path)
    same = Job.for_screen(job.brief, job.brief.parent / "moon.pdf", job.search_path)
    before = mark(beside), mark(same)
    path = same.outputs[0].path
    path.write_text("a PDF")
    assert mark(same) == before[1]
    path.unlink()
    beside.outputs[0].path.parent.mkdir()
    beside.outputs[0].path.write_text("a PDF")
    assert mark(beside) == before[0]


def test_what_else_can_be_made_beside_the_brief_does_not_count(job: Job) -> None:
    folder = job.brief.parent
    screen = Job.for_screen(job.brief, folder / "moon.pdf", job.search_path)
    press = Job(job.brief, (Output(Purpose.PRESS, folder / "moon-press.pdf"),), job.search_path)
    before = mark(screen), mark(press)
    for name in ("moon.pdf", "moon-press.pdf", "moon.html", CACHE_FILE):
        (folder / name).write_text("made")
    assert (mark(screen), mark(press)) == before
    (folder / "moon.svg").write_text("drawn")
    assert mark(screen) != before[0]


def test_each_deliverable_has_its_own(job: Job, workplace: Path) -> None:
    outputs = tuple(Output(purpose, workplace / f"x{purpose.ending}") for purpose in Purpose)
    found = fingerprints([Job(job.brief, outputs, job.search_path)], "ground")
    assert tuple(found) == outputs
    assert len(set(found.values())) == len(Purpose)


def test_only_the_press_file_changes_with_how_it_is_to_be_printed(job: Job, workplace: Path) -> None:
    (workplace / "ours.icc").write_text("one")

    def marks(printing: Printing) -> list[str]:
        outputs = tuple(Output(purpose, workplace / f"x{purpose.ending}") for purpose in Purpose)
        return list(
            fingerprints([Job(job.brief, outputs, job.search_path, printing=printing)], "ground").values()
        )

    plain = marks(Printing())
    wishes = [Printing("ours.icc", folder=workplace), Printing("other"), Printing(ink="280")]
    found = [marks(wish) for wish in wishes]
    (workplace / "ours.icc").write_text("two")
    found.append(marks(wishes[0]))
    assert all([screen, *others] == [plain[0], *plain[2:]] for screen, _, *others in found)
    assert len({press for _, press, *_ in (plain, *found)}) == 5


def test_a_picture_behind_a_link_counts_where_it_may_be_read(job: Job, workplace: Path) -> None:
    (workplace / "shared").mkdir()
    elsewhere, beside = workplace / "shared/p.png", job.brief.parent / "p.png"
    elsewhere.write_text("one")
    beside.write_text("one")
    (job.brief.parent / "linked").symlink_to(workplace / "shared")
    (job.brief.parent / "link.png").symlink_to(beside)
    marks = [mark(job)]
    elsewhere.write_text("two")
    marks.append(mark(job))
    beside.write_text("two")
    marks.append(mark(job))
    assert marks[0] == marks[1] != marks[2]


def test_a_circle_of_links_and_a_pipe_do_no_harm(job: Job) -> None:
    (job.brief.parent / "circle").symlink_to(job.brief.parent)
    os.mkfifo(job.brief.parent / "pipe")
    assert len(mark(job)) == 64


def test_a_tree_too_large_to_hash_is_never_the_same_twice(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_sums, "MANY", 1)
    assert mark(job) != mark(job)


def test_the_digest_of_a_file_that_is_not_there_is_empty(workplace: Path) -> None:
    assert file_digest(workplace / "none") == ""


def test_versions_of_packages_are_those_that_python_would_load() -> None:
    from importlib.metadata import version

    found = dict(line.split() for line in package_versions(sys.path))
    assert {"weasyprint", "jinja2", "markdown", "msgspec", "pyyaml", "pydyf", "pillow"} <= set(found)
    assert all(version(name) == number for name, number in found.items())


def test_folders_that_are_not_there_hold_no_packages(workplace: Path) -> None:
    assert package_versions([str(workplace / "none"), "/dev/null"]) == []


def test_the_libraries_say_their_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [line.split()[0] for line in library_versions()]
    assert names == ["pango-1.0", "harfbuzz", "fontconfig"]
    monkeypatch.setattr(subject, "LIBRARIES", (("no-such-library", 0, "version"),))
    assert library_versions() == []
