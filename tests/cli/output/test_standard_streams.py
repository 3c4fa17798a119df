"""Briefs from standard input, files to standard output, and how much is said."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING, Any

import pytest
from setting import write_brief

from issuebrief.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
TEXT = "The pilot boat waits inside the mole until the swell has gone down.\n"


def command(*typed: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """What the command answers with standard streams of its own, in the current folder."""
    streams = {"stdin": BytesIO(given), "stdout": BytesIO(), "stderr": BytesIO()}
    with pytest.MonkeyPatch.context() as patch:
        for name, stream in streams.items():
            patch.setattr(sys, name, TextIOWrapper(stream, "utf-8", write_through=True))
        status = main(typed)
        return subprocess.CompletedProcess(
            typed, status, streams["stdout"].getvalue(), streams["stderr"].getvalue()
        )


@pytest.fixture
def text(workplace: Path) -> bytes:
    return write_brief(workplace / "content/moon", TEXT).read_bytes()


def test_a_brief_from_standard_input_becomes_a_file_on_standard_output(workplace: Path, text: bytes) -> None:
    typed = [sys.executable, "-m", "issuebrief", "build", "-", "-o", "-"]
    done = subprocess.run(typed, input=text, capture_output=True, cwd=workplace)
    assert done.returncode == 0
    assert done.stdout.startswith(b"%PDF-")
    assert done.stdout.rstrip().endswith(b"%%EOF")
    assert done.stderr.startswith(b"standard output: 1 page, ")
    assert [path.name for path in workplace.iterdir()] == ["content"]


def test_the_bytes_are_those_of_the_file(workplace: Path, text: bytes) -> None:
    command("build", "content/moon", "-o", "moon.html", "--for", "web")
    done = command("build", "content/moon", "-o", "-", "--for", "web", "-q")
    assert (done.stdout, done.stderr) == ((workplace / "moon.html").read_bytes(), b"")


def test_errors_are_told_on_standard_error_and_nothing_is_on_standard_output(workplace: Path) -> None:
    done = command("build", "-", "-o", "-", given=b"---\ntitle: Odd\n---\n\nA text.\n")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"<stdin>:1:1: error: " in done.stderr


def test_a_brief_from_standard_input_has_a_file_in_the_usual_folder(workplace: Path, text: bytes) -> None:
    done = command("build", "-", "--for", "web", given=text)
    assert done.stdout.startswith(b"build/brief.html: ")
    assert (workplace / "build/brief.html").exists()


def test_standard_input_can_be_checked(workplace: Path, text: bytes) -> None:
    done = command("check", "-", "--format", "json", given=text + b"\n[^a]: A note.\n")
    (problem,) = (each for each in json.loads(done.stdout)["problems"] if each["code"] == "notes.unused")
    assert problem["file"] == "<stdin>"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["content", "-o", "-"], "standard output is one file, but 2 briefs are to be set"),
        (["-", "-o", "-", "--for", "all"], "standard output is one file, but 4 are to be made"),
        (["-", "-o", "-", "--format", "json"], "the file and the report cannot both go to standard output"),
    ],
)
def test_standard_output_takes_one_file(
    typed: list[str], answer: str, workplace: Path, capsys: Capture
) -> None:
    for name in ("mars", "moon"):
        write_brief(workplace / "content" / name, TEXT)
    assert main(["build", *typed]) == 2
    assert answer in capsys.readouterr().err


def test_a_page_that_needs_files_beside_it_does_not_go_to_standard_output(workplace: Path) -> None:
    write_brief(workplace / "content/moon", "See [the data](tides.csv).\n")
    (workplace / "content/moon/tides.csv").write_text("hour,metres\n6,1.2\n")
    done = command("build", "-o", "-", "--for", "web")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"name a file: -o brief.html" in done.stderr


def test_verbose_tells_every_stage_and_its_time(workplace: Path, text: bytes, capsys: Capture) -> None:
    assert main(["build", "--for", "web", "--verbose"]) == 0
    first, *stages = capsys.readouterr().out.splitlines()
    assert first.startswith("build/moon.html: ")
    told = [line.split(" s  ") for line in stages]
    assert [each[1].partition(":")[0] for each in told] == ["read", "make", "write"]
    assert told[0][1].startswith("read: moon/brief.md, theme isdp, ")
    assert all(float(each[0]) >= 0 for each in told)


def test_quiet_tells_problems_alone(workplace: Path, text: bytes, capsys: Capture) -> None:
    for verb in ("build", "check"):
        assert main([verb, "--for", "web", "--quiet"]) == 0
        assert capsys.readouterr() == ("", "")
    write_brief(workplace / "content/moon", "A text.\n\n[^a]: A note.\n")
    assert main(["build", "--for", "web", "--quiet"]) == 0
    out, err = capsys.readouterr()
    assert (out, err.count("notes.unused")) == ("", 1)


def built(capsys: Capture) -> Any:
    out, err = capsys.readouterr()
    assert err == ""
    return json.loads(out)


def test_a_build_is_told_as_one_document(workplace: Path, text: bytes, capsys: Capture) -> None:
    write_brief(workplace / "content/moon", TEXT + "\n[^a]: A note.\n")
    assert main(["build", "--for", "screen,web", "--format", "json"]) == 0
    report = built(capsys)
    assert report["counts"]["warning"] == 1
    assert report["problems"][0]["code"] == "notes.unused"
    (brief,) = report["briefs"]
    assert (brief["brief"], brief["pages"]) == ("content/moon/brief.md", 1)
    assert brief["seconds"] > 0
    assert [(each["file"], each["purpose"], each["state"]) for each in brief["files"]] == [
        ("build/moon.pdf", "screen", "written"),
        ("build/moon.html", "web", "written"),
    ]
    assert [stage["name"] for stage in brief["stages"]] == [
        "read",
        "lay out",
        "inspect",
        "make",
        "make",
        "write",
    ]
    main(["build", "--for", "screen,web", "--format", "json"])
    again = built(capsys)
    assert again["problems"] == report["problems"]
    (brief,) = again["briefs"]
    assert (brief["pages"], brief["seconds"]) == (1, 0)
    assert {each["state"] for each in brief["files"]} == {"unchanged"}


def test_a_file_that_could_not_be_made_has_failed(workplace: Path, capsys: Capture) -> None:
    write_brief(workplace / "content/moon", "A text.[^none]\n")
    assert main(["build", "--format", "json"]) == 1
    report = built(capsys)
    assert [each["state"] for each in report["briefs"][0]["files"]] == ["failed"]
    assert report["counts"]["error"] == 1
