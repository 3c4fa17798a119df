"""Whatever goes wrong around a build: earlier files stay whole, nothing is left behind, and it is told."""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
import time
from dataclasses import replace
from itertools import cycle
from typing import TYPE_CHECKING

import pytest
from examples import further
from setting import job, write_brief

from issuebrief.atomic_write import write_file
from issuebrief.cli.main import main
from issuebrief.job import Output, Purpose
from issuebrief.pipeline.build import set_brief
from issuebrief.pipeline.faults import fault_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and limits as POSIX has them")
COMMAND = [sys.executable, "-m", "issuebrief", "build", "-j", "1", "-o", "out", "brief"]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workplace with a brief, and a file from an earlier build."""
    write_brief(tmp_path / "brief", "Text.")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/brief.pdf").write_bytes(b"earlier")
    return tmp_path


def run(
    place: Path,
    *,
    limits: Mapping[int, int] | None = None,
    environ: Mapping[str, str] | None = None,
    tail: str = "",
) -> subprocess.CompletedProcess[str]:
    """A build in a process of its own; `tail` is what a shell does with its output."""

    def limited() -> None:
        for what, most in (limits or {}).items():
            resource.setrlimit(what, (most, most))

    # The limits are for the program, not for what measures which lines of it ran.
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name != "ISSUEBRIEF_TRACEBACK" and not name.startswith("COV")
    }
    command = ["sh", "-c", f'"$@" {tail}', "sh", *COMMAND]
    return subprocess.run(
        command,
        cwd=place,
        env={**inherited, **(environ or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        preexec_fn=limited if limits else None,
    )


def whole(place: Path) -> bool:
    """Whether the file is the earlier one or a whole new one, and alone."""
    content = (place / "out/brief.pdf").read_bytes()
    names = {path.name for path in (place / "out").iterdir()}
    is_whole = content == b"earlier" or (content.startswith(b"%PDF") and content.rstrip().endswith(b"%%EOF"))
    return is_whole and names <= {"brief.pdf", ".issuebrief.jsonl"}


@pytest.mark.parametrize("workers", ["1", "2"])
def test_nothing_is_left_among_temporary_files(place: Path, workers: str) -> None:
    (place / "temporary").mkdir()
    write_brief(place / "other", "Text.")
    command = [sys.executable, "-m", "issuebrief", "build", "-j", workers, "-o", "out", "brief", "other"]
    environ = {**os.environ, "TMPDIR": str(place / "temporary")}
    subprocess.run(command, cwd=place, env=environ, capture_output=True, check=True, timeout=300)
    assert list((place / "temporary").iterdir()) == []


ENVIRONMENTS = [
    {"LC_ALL": "tr_TR.ISO-8859-9", "HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "TZ": "nowhere/land"},
    {
        "LANG": "no-such",
        "LC_ALL": "no-such",
        "HOME": "",
        "TERM": "",
        "COLUMNS": "0",
        "SOURCE_DATE_EPOCH": "0",
    },
]


@pytest.mark.parametrize("environ", ENVIRONMENTS, ids=str)
def test_an_odd_environment_is_no_fault(place: Path, environ: dict[str, str]) -> None:
    done = run(place, environ=environ)
    assert done.returncode == 0, done.stderr
    assert (place / "out/brief.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("tail", "codes"),
    [
        (">&- 2>&-", {0}),
        (">/dev/full", {74}),
        *further(("| :", {0}), (">&-", {0}), ("2>&-", {0}), (">/dev/full 2>&1", {74})),
    ],
)
def test_output_that_cannot_be_written_is_no_fault(place: Path, tail: str, codes: set[int]) -> None:
    done = run(place, tail=tail)
    assert done.returncode in codes, done.stderr
    assert "Traceback" not in done.stderr
    assert whole(place)


@pytest.mark.parametrize("most", [2_000, 100_000])
def test_a_disk_without_room_is_told(place: Path, most: int) -> None:
    (place / "temporary").mkdir()
    done = run(place, limits={resource.RLIMIT_FSIZE: most}, environ={"TMPDIR": str(place / "temporary")})
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "internal." not in done.stderr
    assert list((place / "temporary").iterdir()) == []
    assert (place / "out/brief.pdf").read_bytes() == b"earlier"
    assert whole(place)


@pytest.mark.parametrize("most", [12, *further(16, 24, 40)])
def test_few_open_files_are_no_fault_of_the_brief(place: Path, most: int) -> None:
    done = run(place, limits={resource.RLIMIT_NOFILE: most})
    assert done.returncode in (0, 1)
    assert whole(place)


@pytest.mark.parametrize(
    "fault",
    [MemoryError(), OSError(errno.EMFILE, "x"), OSError(errno.ENOSPC, "x"), OSError(errno.ENOMEM, "x")],
)
def test_a_machine_that_has_no_more_to_give_is_no_fault_of_the_program(fault: Exception, place: Path) -> None:
    assert fault_problem(fault, place / "brief/brief.md").code == "machine.exhausted"


@pytest.mark.parametrize("megabytes", [160, *further(100, 130, 200, 300)])
def test_little_memory_is_told(place: Path, megabytes: int) -> None:
    done = run(place, limits={resource.RLIMIT_AS: megabytes << 20})
    assert "internal.fault" not in done.stderr
    assert whole(place)


@pytest.mark.parametrize("seconds", [0.3, 0.8, 1.3, 2.0])
def test_a_build_that_is_killed_leaves_whole_files(place: Path, seconds: float) -> None:
    child = subprocess.Popen(
        COMMAND, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(seconds)
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    assert whole(place)


def test_two_builds_at_once_leave_whole_files(place: Path) -> None:
    children = [
        subprocess.Popen(COMMAND, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert [child.wait() for child in children] == [0, 0]
    assert (place / "out/brief.pdf").read_bytes() != b"earlier"
    assert whole(place)


def test_a_clock_that_jumps_changes_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order = replace(job(place / "brief/brief.md"), outputs=(Output(Purpose.SCREEN, place / "out/brief.pdf"),))
    assert not set_brief(order).failed
    steady = (place / "out/brief.pdf").read_bytes()
    moments = cycle([4e9, 0.0, 1.7e9, -1.0])
    monkeypatch.setattr(time, "time", lambda: next(moments))
    assert not set_brief(order).failed
    assert (place / "out/brief.pdf").read_bytes() == steady
    assert whole(place)


def test_a_brief_that_changed_is_set_anew_however_old_its_file_says_it_is(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place)
    assert main(COMMAND[3:]) == 0
    first = (place / "out/brief.pdf").read_bytes()
    brief = place / "brief/brief.md"
    dated = brief.stat()
    brief.write_text(brief.read_text("utf-8").replace("Text.", "Word."), "utf-8")
    for moment in (dated.st_mtime_ns, 0, 4 * 10**18):
        os.utime(brief, ns=(moment, moment))
        os.utime(place / "out/brief.pdf", ns=(2 * 10**18, 2 * 10**18))
        assert main(COMMAND[3:]) == 0
    assert (place / "out/brief.pdf").read_bytes() != first
    assert whole(place)


@pytest.mark.parametrize("count", [24, *further(60)])
def test_one_run_sets_briefs_by_the_dozen_whatever_is_wrong_with_some(tmp_path: Path, count: int) -> None:
    for number in range(count):
        write_brief(tmp_path / f"content/brief-{number}", f"Text {number}.")
    (tmp_path / "content/brief-7/brief.md").write_text("---\ntitle: [\n---\n", "utf-8")
    (tmp_path / "content/brief-8/brief.md").write_bytes(b"\xff\x00" * 50)
    command = [sys.executable, "-m", "issuebrief", "build", "-j", "2", "--for", "web"]

    def few_files() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (48, 48))

    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=300, preexec_fn=few_files
    )
    assert done.returncode == 1
    assert "internal." not in done.stderr + done.stdout
    made = {path.stem for path in (tmp_path / "build").glob("*.html")}
    assert made == {f"brief-{number}" for number in range(count)} - {"brief-7", "brief-8"}
    assert not list((tmp_path / "build").glob(".*.part"))


def test_a_draft_of_a_killed_build_is_cleared_away_and_that_of_a_living_one_stays(tmp_path: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    dead, living = tmp_path / f".a.pdf.{child.pid}.part", tmp_path / f".a.pdf.{os.getppid()}.part"
    other = tmp_path / f".b.pdf.{child.pid}.part"
    for draft in (dead, living, other):
        draft.write_bytes(b"half")
    assert write_file(tmp_path / "a.pdf", b"whole") == ()
    assert {path.name for path in tmp_path.iterdir()} == {"a.pdf", living.name, other.name}


def remove(folder: Path) -> None:
    (folder / "x.png").unlink()


def link_elsewhere(folder: Path) -> None:
    (folder / "x.png").unlink()
    (folder / "x.png").symlink_to("/etc/hosts")


def pipe(folder: Path) -> None:
    (folder / "x.png").unlink()
    os.mkfifo(folder / "x.png")


def empty(folder: Path) -> None:
    (folder / "x.png").write_bytes(b"")


@pytest.mark.parametrize("change", [remove, link_elsewhere, pipe, empty])
def test_a_picture_that_changes_after_it_was_looked_at_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    from PIL import Image

    folder = tmp_path / "brief"
    brief = write_brief(folder, "![a](x.png)")
    Image.new("RGB", (20, 20), "navy").save(folder / "x.png")
    order = replace(job(brief), outputs=(Output(Purpose.SCREEN, tmp_path / "out.pdf"),))
    from issuebrief.pipeline import set_pages as pipeline

    plain = pipeline.lay_out

    def changing(*arguments: object) -> object:
        change(folder)
        return plain(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "lay_out", changing)
    outcome = set_brief(order)
    assert outcome.failed
    assert {problem.code for problem in outcome.problems} <= {
        "resources.not-loaded",
        "picture.not-drawn",
        "picture.broken",
    }
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(place: Path) -> None:
    (place / "out").chmod(0o500)
    done = run(place)
    (place / "out").chmod(0o700)
    assert done.returncode == 1
    assert "output.not-written" in done.stderr
    assert whole(place)
