"""What may be typed, and what the command answers."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import issuebrief
from issuebrief.cli.commands.parser import parser
from issuebrief.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


def issuebrief_command(*typed: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "issuebrief", *typed]
    return subprocess.run(command, capture_output=True, text=True, **options)  # type: ignore[call-overload,no-any-return]


def unmeasured() -> dict[str, str]:
    """The environment without what makes every Python load `coverage`."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}


def test_the_version_is_printed(capsys: Capture) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"issuebrief {issuebrief.__version__}\n"


@pytest.mark.parametrize("verb", ["", *parser().verbs])
def test_help_gives_examples(verb: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([verb, "--help"] if verb else ["--help"])
    text = capsys.readouterr().out
    assert f"examples:\n  issuebrief {verb}" in text
    assert max(map(len, text.splitlines())) <= 100


def test_help_loads_nothing_heavy() -> None:
    modules = (
        "import sys\nfrom issuebrief.cli.main import parser\nparser().format_help()\nprint(*sys.modules)"
    )
    command = [sys.executable, "-c", modules]
    loaded = set(subprocess.check_output(command, text=True, env=unmeasured()).split())
    assert "issuebrief.cli.main" in loaded
    heavy = {
        "msgspec",
        "markdown",
        "jinja2",
        "yaml",
        "PIL",
        "weasyprint",
        "multiprocessing",
        "json",
        "ctypes",
    }
    assert not heavy & loaded


def test_without_a_command_the_help_is_shown_as_for_wrong_usage(capsys: Capture) -> None:
    assert main([]) == 2
    assert "examples:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["biuld"], "issuebrief: there is no command “biuld”\n  did you mean “build”?\n"),
        (
            ["xyz"],
            "issuebrief: there is no command “xyz”\n"
            "  the commands are build, new, import, template, check, explain, preview, export, compare, "
            "proof, publish, references, release, metadata, themes, brand, fonts, completion\n",
        ),
        (
            ["build", "--forse"],
            "issuebrief: issuebrief build has no option --forse\n  did you mean --force?\n",
        ),
        (
            ["build", "--xyz"],
            "issuebrief: issuebrief build has no option --xyz\n  see issuebrief build --help\n",
        ),
        (["--xyz"], "issuebrief: issuebrief has no option --xyz\n  see issuebrief --help\n"),
        (
            ["themes", "isdp"],
            "issuebrief: issuebrief themes has no use for isdp\n  see issuebrief themes --help\n",
        ),
        (["new"], "issuebrief: the following arguments are required: NAME\n  see issuebrief new --help\n"),
        (
            ["build", "--for", "pres"],
            "issuebrief: argument --for: there is no purpose “pres”: did you mean press?\n"
            "  see issuebrief build --help\n",
        ),
        (
            ["build", "--for", "screen,x"],
            "issuebrief: argument --for: there is no purpose “x”: they are screen, press, web, epub, all\n"
            "  see issuebrief build --help\n",
        ),
        (
            ["build", "--page-size", "folio"],
            "issuebrief: argument --page-size: there is no page size “folio”: "
            "they are a4, letter, a5, b5, square\n"
            "  see issuebrief build --help\n",
        ),
        (
            ["build", "--profile", "coated", "--ink", "250"],
            "issuebrief: --profile and --ink are for the press file, and none is made\n  add --for press\n",
        ),
        (
            ["check", "--for", "screen,web", "--ticket"],
            "issuebrief: --ticket is for the press file, and none is made\n  add --for press\n",
        ),
        (
            ["check", "--for", "web", "--page-size", "letter"],
            "issuebrief: --page-size is for pages, and a web page has none\n"
            "  leave it out, or add --for screen\n",
        ),
        (
            ["import", "moon.docx", "--into", "content/moon", "--report", "--force"],
            "issuebrief: --report and --force are for a new brief, and --into corrects one that is there\n"
            "  leave it out, or leave --into out\n",
        ),
        (
            ["preview", "--show", "3", "--port", "0", "--allow-network"],
            "issuebrief: --port and --allow-network are for a preview to be opened, "
            "and --show shows a line in one that is open\n  leave it out, or leave --show out\n",
        ),
        (
            ["build", "-j", "0"],
            "issuebrief: argument -j/--jobs: “0” is not a number of 1 or more\n"
            "  see issuebrief build --help\n",
        ),
    ],
)
def test_a_slip_is_answered_with_what_would_do(typed: list[str], answer: str, capsys: Capture) -> None:
    assert main(typed) == 2
    assert capsys.readouterr().err == answer


def test_wrong_usage_without_a_hint_is_one_line(workplace: Path, capsys: Capture) -> None:
    (workplace / "content").touch()
    assert main(["new", "moon"]) == 2
    assert capsys.readouterr().err == "issuebrief: content/moon cannot be written: Not a directory\n"


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("issuebrief.cli.commands.themes.run", interrupted)
    assert main(["themes"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_reader_that_goes_away_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "issuebrief", "themes"], stdout=writing, stderr=subprocess.PIPE
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_the_module_is_the_command() -> None:
    assert issuebrief_command("--version").stdout == f"issuebrief {issuebrief.__version__}\n"
    assert issuebrief_command("xyz").returncode == 2


def test_help_loads_nothing_that_sets_pages() -> None:
    script = "import sys; from issuebrief.cli.main import parser; parser().format_help(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    heavy = {"weasyprint", "PIL", "fontTools", "markdown", "jinja2", "msgspec", "yaml", "pypdfium2", "nh3"}
    assert heavy & set(done.stdout.split()) == set()
