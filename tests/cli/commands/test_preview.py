"""The command `preview`: which brief it shows, and what it says."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from setting import write_brief

from issuebrief.cli.commands import preview
from issuebrief.cli.main import main
from issuebrief.diagnostics.model import SourceRange, error, warning
from issuebrief.preview import app, instances
from issuebrief.preview.viewports import Report
from issuebrief.project.editors import Editor, EditorCommand

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def runs(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What would be run; the preview says that it is open and ends at once."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(workplace / "run"))
    found: list[dict[str, Any]] = []

    def run(
        worker: Any, editor: Any, listener: Any, tell: Any, opened: Callable[[], None], switched: Any
    ) -> None:
        found.append(
            {"order": worker.order, "editor": editor, "port": listener.getsockname()[1], "tell": tell}
        )
        opened()

    monkeypatch.setattr(app, "run", run)
    return found


def briefs(workplace: Path, *names: str) -> None:
    """Briefs, each changed after the one before."""
    for number, name in enumerate(names):
        path = write_brief(workplace / "content" / name, "Text.")
        os.utime(path, (1_000_000 + number, 1_000_000 + number))


def test_the_only_brief_needs_no_name(workplace: Path, runs: list[dict[str, Any]], capsys: Capture) -> None:
    briefs(workplace, "moon")
    assert main(["preview", "--no-browser", "--port", "0"]) == 0
    assert runs[0]["order"].brief == workplace / "content" / "moon" / "brief.md"
    address = f"http://127.0.0.1:{runs[0]['port']}/"
    assert capsys.readouterr().out == f"content/moon/brief.md is on {address} (Ctrl-C ends it)\n"
    assert not list((workplace / "run" / "issuebrief").iterdir())


def test_of_several_briefs_it_is_the_one_changed_last(
    workplace: Path, runs: list[dict[str, Any]], capsys: Capture
) -> None:
    briefs(workplace, "moon", "sun", "mars")
    assert main(["preview", "--no-browser", "--port", "0"]) == 0
    assert runs[0]["order"].brief == workplace / "content" / "mars" / "brief.md"
    assert capsys.readouterr().out.startswith(
        "of 3 briefs, content/mars/brief.md was changed last; to see another: issuebrief preview PATH\n"
    )
    assert main(["preview", "content/sun", "--no-browser", "--port", "0"]) == 0
    assert runs[1]["order"].brief == workplace / "content" / "sun" / "brief.md"
    assert capsys.readouterr().out.startswith("content/sun/brief.md is on ")


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        (["content/moo"], "issuebrief: there is no content/moo\n  did you mean content/moon?\n"),
        (["--port", "99999"], "issuebrief: argument --port: “99999” is not a port"),
        (["--show", "0"], "issuebrief: argument --show: “0” is not a line"),
        (["--editor", "vim"], "issuebrief: there is no editor “vim”\n  write one of vscode"),
    ],
)
def test_a_slip_is_answered(
    workplace: Path, runs: list[dict[str, Any]], typed: list[str], complaint: str, capsys: Capture
) -> None:
    briefs(workplace, "moon")
    assert main(["preview", *typed]) == 2
    assert capsys.readouterr().err.startswith(complaint)
    assert not runs


def test_a_line_cannot_be_shown_where_no_preview_is_open(
    workplace: Path, runs: list[dict[str, Any]], capsys: Capture
) -> None:
    briefs(workplace, "moon", "sun")
    assert main(["preview", "--show", "3", "content/moon"]) == 1
    assert capsys.readouterr().err == (
        "issuebrief: no open preview shows content/moon/brief.md\n"
        "  open one: issuebrief preview content/moon/brief.md\n"
    )
    assert main(["preview", "--show", "3"]) == 1
    assert capsys.readouterr().err == (
        "issuebrief: no open preview shows a brief\n  open one: issuebrief preview\n"
    )


def test_a_line_is_shown_by_the_preview_of_the_brief_changed_last(
    workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    briefs(workplace, "moon", "sun", "mars")
    ports = {"moon": 1, "sun": 2}
    asked: list[tuple[int, str, str]] = []

    def refuse_sun(port: int, method: str, path: str) -> bytes:
        asked.append((port, method, path))
        if port == 2:
            raise OSError
        return b""

    monkeypatch.setattr(instances, "running", lambda brief: ports.get(brief.parent.name))
    monkeypatch.setattr(instances, "ask", refuse_sun)
    assert main(["preview", "--show", "3"]) == 0
    assert asked == [(2, "POST", "/show?line=3"), (1, "POST", "/show?line=3")]


def test_options_that_an_open_preview_cannot_take_are_told(
    workplace: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    briefs(workplace, "moon")
    monkeypatch.setattr(instances, "running", lambda _brief: 7117)
    assert main(["preview", "--no-browser", "--port", "7117"]) == 0
    open_already = "a preview of moon is already open: http://127.0.0.1:7117/\n"
    assert capsys.readouterr().out == open_already
    assert main(["preview", "--no-browser", "--port", "7118", "--editor", "zed"]) == 0
    told = "  --port and --editor are for a preview to be opened: end that one first, with Ctrl-C\n"
    assert capsys.readouterr().out == open_already + told


def test_the_browser_is_opened_where_there_is_a_screen(
    workplace: Path, runs: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    briefs(workplace, "moon")
    assert main(["preview", "--port", "0"]) == 0
    assert opened == []
    monkeypatch.setenv("DISPLAY", ":0")
    assert main(["preview", "--port", "0"]) == 0
    from preview_server import until

    until(lambda: opened)
    assert opened == [f"http://127.0.0.1:{runs[1]['port']}/"]


def test_the_editor_is_that_of_the_command_line_before_that_of_the_house(
    workplace: Path, runs: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    briefs(workplace, "moon")
    house = workplace / "issuebrief.toml"
    house.write_text('[preview]\neditor = "copy"\n')
    assert main(["preview", "--no-browser", "--port", "0"]) == 0
    assert runs[0]["editor"]() == Editor(EditorCommand.TEXT)
    house.write_text('[preview]\neditor = "command kate"\n')
    assert runs[0]["editor"]().template == ("kate", "--line", "{line}", "{path}")
    monkeypatch.setenv("TERM_PROGRAM", "vscode")
    for wrong in (
        '[preview]\neditor = "vim"\n',
        "[preview\n",
        "[preview]\neditor = 3\n",
        'preview = "zed"\n',
    ):
        house.write_text(wrong)
        assert runs[0]["editor"]().template[0].startswith("vscode:")
    assert main(["preview", "--no-browser", "--port", "0", "--editor", "zed"]) == 0
    assert runs[1]["editor"]().template[0].startswith("zed:")


def test_the_terminal_shows_a_line_for_every_rebuild_and_problems_once(
    workplace: Path, capsys: Capture
) -> None:
    place = SourceRange(workplace / "content" / "moon" / "brief.md", 3)
    loose, wrong = warning("lines.loose", "a loose line", place), error("notes.undefined", "no note", place)
    terminal = preview.Terminal(workplace)
    terminal.tell(Report(0.512, 7, 2, (loose,)))
    said = capsys.readouterr()
    assert said.out[8:] == "  0.51 s  7 pages, 2 new, 1 warning\n"
    assert said.err == "content/moon/brief.md:3: warning: a loose line [lines.loose]\n\n1 warning\n"
    terminal.tell(Report(0.2, 7, 0, (loose,)))
    said = capsys.readouterr()
    assert (said.out[8:], said.err) == ("  0.20 s  7 pages, 0 new, 1 warning\n", "")
    terminal.tell(Report(0.1, 0, 0, (loose, wrong)))
    said = capsys.readouterr()
    assert said.out[8:] == "  0.10 s  not set, 1 error, 1 warning\n"
    assert said.err.startswith("content/moon/brief.md:3: error: no note [notes.undefined]\n")
    terminal.tell(Report(0.1, 1, 1, ()))
    assert capsys.readouterr().out[8:] == "  0.10 s  1 page, 1 new\n"


def test_nothing_of_the_preview_is_loaded_by_other_commands() -> None:
    import subprocess
    import sys

    script = "import sys; from issuebrief.cli.main import main; main(['themes']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert {"starlette", "uvicorn", "watchfiles", "issuebrief.preview"} & set(done.stdout.split()) == set()
