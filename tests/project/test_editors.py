"""Editors: their addresses, their commands, and which is guessed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from preview_server import until

from issuebrief.project.editors import Editor, EditorCommand, editor

if TYPE_CHECKING:
    from collections.abc import Callable

SPACED = Path("/briefs/two words & more/brief.md")


def found(*names: str) -> Callable[[str], str | None]:
    return lambda name: f"/usr/bin/{name}" if name in names else None


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("vscode", "vscode://file/briefs/two%20words%20%26%20more/brief.md:7"),
        ("jetbrains", "idea://open?file=/briefs/two%20words%20%26%20more/brief.md&line=7"),
        ("sublime", "subl://open?url=file:///briefs/two%20words%20%26%20more/brief.md&line=7"),
        ("zed", "zed://file/briefs/two%20words%20%26%20more/brief.md:7"),
        ("mine://{path}?l={line}", "mine:///briefs/two%20words%20%26%20more/brief.md?l=7"),
    ],
)
def test_an_editor_has_an_address_for_a_line(name: str, address: str) -> None:
    assert editor(name, {}).open(SPACED, 7) == {"url": address}


def test_where_there_is_no_editor_the_place_is_copied() -> None:
    assert editor("copy", {}).open(SPACED, 7) == {"copied": f"{SPACED}:7"}


@pytest.mark.parametrize(
    ("environment", "programs", "expected"),
    [
        ({}, ["code"], Editor(EditorCommand.SCHEME, ("vscode://file{path}:{line}",))),
        ({"TERM_PROGRAM": "vscode"}, [], Editor(EditorCommand.SCHEME, ("vscode://file{path}:{line}",))),
        ({"EDITOR": "vim"}, ["vim"], Editor(EditorCommand.TEXT)),
        (
            {"VISUAL": "gvim -f", "EDITOR": "vim"},
            ["gvim"],
            Editor(EditorCommand.PROGRAM, ("gvim", "-f", "+{line}", "{path}")),
        ),
        (
            {"EDITOR": "/opt/bin/kate"},
            ["/opt/bin/kate"],
            Editor(EditorCommand.PROGRAM, ("/opt/bin/kate", "--line", "{line}", "{path}")),
        ),
        ({"EDITOR": "subl"}, [], Editor(EditorCommand.TEXT)),
        ({"EDITOR": "what's this"}, [], Editor(EditorCommand.TEXT)),
        ({}, [], Editor(EditorCommand.TEXT)),
    ],
)
def test_an_editor_is_guessed(environment: dict[str, str], programs: list[str], expected: Editor) -> None:
    assert editor("", environment, found(*programs)) == expected


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("command subl -n", ("subl", "-n", "{path}:{line}")),
        ("command my-editor", ("my-editor", "{path}")),
        ("command my-editor --at {line} '{path}'", ("my-editor", "--at", "{line}", "{path}")),
    ],
)
def test_a_command_is_told_file_and_line(wish: str, words: tuple[str, ...]) -> None:
    assert editor(wish, {}) == Editor(EditorCommand.PROGRAM, words)


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        ("vim", "there is no editor “vim”: write one of vscode"),
        ("command", "there is no editor “command”"),
        ("command ''\"", "the command “''\"” cannot be read"),
        ("javascript:alert({path})", "no editor is opened by “javascript:”"),
        ("mine://no-place", "there is no editor “mine://no-place”"),
    ],
)
def test_what_is_no_editor_is_refused_in_words(wish: str, message: str) -> None:
    with pytest.raises(ValueError) as fault:
        editor(wish, {})
    assert str(fault.value).startswith(message)


def test_a_command_gets_its_words_as_they_are_and_no_shell(tmp_path: Path) -> None:
    noted, script = tmp_path / "noted", tmp_path / "editor.py"
    script.write_text(f"import sys; open({str(noted)!r}, 'w').write(repr(sys.argv[1:]))")
    name = tmp_path / "$(touch harm); `touch harm` & {line} brief.md"
    words = (sys.executable, str(script), "{path}", "--line={line}")
    assert Editor(EditorCommand.PROGRAM, words).open(name, 12) == {"opened": sys.executable}
    until(lambda: noted.exists() and noted.read_text())
    assert noted.read_text() == repr([str(name), "--line=12"])
    assert not (tmp_path / "harm").exists()


def test_a_command_that_is_not_there_gives_the_place_to_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Editor(EditorCommand.PROGRAM, ("no-such-editor", "{path}")).open(SPACED, 1) == {
        "copied": f"{SPACED}:1"
    }

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert Editor(EditorCommand.PROGRAM, (sys.executable, "{path}")).open(SPACED, 1) == {
        "copied": f"{SPACED}:1"
    }


def test_in_a_frame_an_editor_is_started_by_its_command_or_the_line_is_copied() -> None:
    framed = editor("cursor", {}).for_frame(found("cursor"))
    assert (framed.way, framed.template) == (EditorCommand.PROGRAM, ("cursor", "--goto", "{path}:{line}"))
    for name in ("vscode", "jetbrains", "mine://open/{path}"):
        assert editor(name, {}).for_frame(found()).open(SPACED, 3) == {"copied": f"{SPACED}:3"}
    own = editor("command kate", {})
    assert own.for_frame(found()) is own
