"""`issuebrief build`: what is set, what is left alone, and what is said about it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from stand_in_pipeline import set_brief

from issuebrief.cli.commands import build
from issuebrief.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def moon(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(build, "set_brief", set_brief)
    return write(workplace, "moon")


def told(capsys: Capture) -> tuple[str, str]:
    """What was said, as if nothing had taken any time."""
    out, err = capsys.readouterr()
    return re.sub(r"\d+\.\d s", "0.0 s", out), err


def write(workplace: Path, name: str, text: str = "text") -> Path:
    brief = workplace / "content" / name / "brief.md"
    brief.parent.mkdir(parents=True, exist_ok=True)
    brief.write_text(text)
    return brief


def test_a_brief_becomes_a_pdf_and_a_line_says_so(workplace: Path, capsys: Capture) -> None:
    assert main(["build"]) == 0
    assert (workplace / "build/moon.pdf").read_text() == "%PDF text"
    assert told(capsys) == ("build/moon.pdf: 2 pages, 0.0 s\n", "")


def test_a_second_run_does_no_work_and_says_so(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    main(["build"])
    monkeypatch.setattr(build, "set_brief", None)
    capsys.readouterr()
    assert main(["build"]) == 0
    assert capsys.readouterr() == ("1 brief, nothing has changed\n", "")


def test_warnings_are_shown_again_while_the_pdf_stands(moon: Path, capsys: Capture) -> None:
    moon.write_text("WARNING")
    main(["build"])
    first = capsys.readouterr().err
    assert main(["build"]) == 0
    out, again = capsys.readouterr()
    assert out == "1 brief, nothing has changed\n"
    assert again == first
    assert "content/moon/brief.md:1: warning: It is odd." in first


@pytest.mark.parametrize("change", ["text", "touched", "deleted", "force"])
def test_a_pdf_is_made_anew(change: str, moon: Path, workplace: Path, capsys: Capture) -> None:
    main(["build"])
    pdf = workplace / "build/moon.pdf"
    if change == "text":
        moon.write_text("text, changed")
    elif change == "touched":
        pdf.write_text("scribbled over")
    elif change == "deleted":
        pdf.unlink()
    capsys.readouterr()
    assert main(["build", *(["--force"] if change == "force" else [])]) == 0
    assert capsys.readouterr().out.startswith("build/moon.pdf: 2 pages")
    assert pdf.read_text() == f"%PDF {moon.read_text()}"


def test_a_brief_with_an_error_keeps_its_earlier_pdf(moon: Path, workplace: Path, capsys: Capture) -> None:
    main(["build"])
    moon.write_text("ERROR")
    capsys.readouterr()
    assert main(["build"]) == 1
    out, err = capsys.readouterr()
    assert out == "content/moon/brief.md: not set, 1 error; the PDF from before is kept\n"
    assert "content/moon/brief.md:1: error: It is broken." in err
    assert (workplace / "build/moon.pdf").read_text() == "%PDF text"


def test_an_error_is_reported_at_every_run_and_mending_it_is_enough(moon: Path, capsys: Capture) -> None:
    moon.write_text("ERROR")
    assert [main(["build"]), main(["build"])] == [1, 1]
    assert capsys.readouterr().out == "content/moon/brief.md: not set, 1 error\n" * 2
    moon.write_text("text")
    assert main(["build"]) == 0


def test_several_briefs_are_summed_up(workplace: Path, capsys: Capture) -> None:
    main(["build"])
    write(workplace, "mars", "ERROR"), write(workplace, "venus")
    capsys.readouterr()
    assert main(["build", "-j", "1"]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "3 briefs: 1 set, 1 unchanged, 1 not set"


def test_several_briefs_are_set_in_processes_of_their_own(workplace: Path, capsys: Capture) -> None:
    write(workplace, "mars", "WARNING mars"), write(workplace, "venus", "ERROR")
    assert main(["build", "-j", "2"]) == 1
    out, err = capsys.readouterr()
    assert sorted(path.name for path in (workplace / "build").glob("*.pdf")) == ["mars.pdf", "moon.pdf"]
    assert out.splitlines()[-1] == "3 briefs: 2 set, 1 not set"
    assert err.index("content/mars/brief.md:1: warning") < err.index("content/venus/brief.md:1: error")


def test_a_pdf_asked_for_by_name_is_always_made_and_nothing_is_left_beside_it(
    workplace: Path, capsys: Capture
) -> None:
    for _ in range(2):
        assert main(["build", "content/moon", "-o", "out/x.pdf"]) == 0
        assert capsys.readouterr().out.startswith("out/x.pdf: 2 pages")
    assert [path.name for path in (workplace / "out").iterdir()] == ["x.pdf"]


def test_with_the_network_a_pdf_is_always_made(capsys: Capture) -> None:
    for _ in range(2):
        assert main(["build", "--allow-network"]) == 0
        assert capsys.readouterr().out.startswith("build/moon.pdf: 2 pages")


def test_a_folder_that_cannot_be_made_is_wrong_usage(workplace: Path, capsys: Capture) -> None:
    (workplace / "build").touch()
    assert main(["build"]) == 2
    assert "cannot be made: File exists" in capsys.readouterr().err


def test_one_run_makes_a_brief_for_several_purposes(workplace: Path, capsys: Capture) -> None:
    assert main(["build", "--for", "web,screen", "--for", "screen"]) == 0
    assert sorted(path.name for path in (workplace / "build").glob("moon*")) == ["moon.html", "moon.pdf"]
    assert told(capsys) == ("build/moon.pdf, build/moon.html: 2 pages, 0.0 s\n", "")


def test_all_means_every_purpose(capsys: Capture) -> None:
    main(["build", "--for", "all"])
    assert capsys.readouterr().out.startswith(
        "build/moon.pdf, build/moon-press.pdf, build/moon.html, build/moon.epub: "
    )


def test_a_file_without_pages_is_told_without_them(capsys: Capture) -> None:
    main(["build", "--for", "web"])
    assert told(capsys)[0] == "build/moon.html: 0.0 s\n"


def test_only_what_has_changed_is_made_again(workplace: Path, capsys: Capture) -> None:
    main(["build", "--for", "press"])
    main(["build", "--for", "all"])
    (workplace / "build/moon.html").unlink()
    capsys.readouterr()
    main(["build", "--for", "all"])
    assert told(capsys)[0] == "build/moon.html: 0.0 s\n"
    assert [main(["build", "--for", purpose]) for purpose in ("screen", "press", "web", "all")] == [0] * 4
    assert capsys.readouterr().out == "1 brief, nothing has changed\n" * 4


def test_an_error_of_one_deliverable_leaves_the_others_alone(
    moon: Path, workplace: Path, capsys: Capture
) -> None:
    main(["build", "--for", "press"])
    moon.write_text("BROKEN press WARNING")
    capsys.readouterr()
    assert main(["build", "--for", "all"]) == 1
    out, err = told(capsys)
    assert out == (
        "build/moon.pdf, build/moon.html, build/moon.epub: 2 pages, 0.0 s\n"
        "build/moon-press.pdf: not set, 1 error, 1 warning; the PDF from before is kept\n"
    )
    assert err.count("It is odd.") == err.count("It is broken for press.") == 1
    assert (workplace / "build/moon-press.pdf").read_text() == "%PDF text"
    assert main(["build"]) == 0


def test_warnings_are_those_of_the_purposes_asked_for(moon: Path, capsys: Capture) -> None:
    moon.write_text("BENT press, BENT web, WARNING")
    main(["build", "--for", "all"])
    said = {}
    for purpose in ("screen", "press", "web", "all"):
        capsys.readouterr()
        main(["build", "--for", purpose])
        err = capsys.readouterr().err
        said[purpose] = [err.count(words) for words in ("It is odd.", "for press.", "for web.")]
    assert said == {"screen": [1, 0, 0], "press": [1, 1, 0], "web": [1, 0, 1], "all": [1, 1, 1]}


INTERRUPTED = """
import sys, time
from issuebrief.cli.main import main
from issuebrief.cli.commands import build

def slow(job):
    job.outputs[0].path.with_suffix(".begun").touch()
    time.sleep(60)

if __name__ == "__main__":
    build.set_brief = slow
    sys.exit(main(["build", "-j", sys.argv[1]]))
"""


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_ends_all_processes_quietly(workers: str, workplace: Path) -> None:
    write(workplace, "mars")
    (workplace / "command.py").write_text(INTERRUPTED)
    command = [sys.executable, "command.py", workers]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        deadline = time.monotonic() + 30
        while len(list(workplace.glob("build/*.begun"))) < int(workers) and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        # The pipes end only when no process holds them any more.
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, b"", b"")
