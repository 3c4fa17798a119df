"""Open a file at a line in the writer's editor.

In:  what the house or the command line calls its editor, and the environment.
Out: an `Editor`, which gives an address for the browser to open, starts a program, or gives a text to copy.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

SCHEMES = {
    "vscode": "vscode://file{path}:{line}",
    "vscodium": "vscodium://file{path}:{line}",
    "cursor": "cursor://file{path}:{line}",
    "jetbrains": "idea://open?file={path}&line={line}",
    "sublime": "subl://open?url=file://{path}&line={line}",
    "zed": "zed://file{path}:{line}",
}
PROGRAMS = {
    "vscode": "code",
    "vscodium": "codium",
    "cursor": "cursor",
    "zed": "zed",
    "subl": "subl",
    "idea": "idea",
}
"""The commands of editors that have addresses of their own, by the schemes of these."""
COPY = "copy"
COMMAND = "command "
NAMES = (*SCHEMES, COPY)

GRAPHICAL: dict[str, tuple[str, ...]] = {
    "code": ("--goto", "{path}:{line}"),
    "codium": ("--goto", "{path}:{line}"),
    "cursor": ("--goto", "{path}:{line}"),
    "subl": ("{path}:{line}",),
    "zed": ("{path}:{line}",),
    "gvim": ("+{line}", "{path}"),
    "mvim": ("+{line}", "{path}"),
    "gedit": ("+{line}", "{path}"),
    "kate": ("--line", "{line}", "{path}"),
    "kwrite": ("--line", "{line}", "{path}"),
    "mate": ("--line", "{line}", "{path}"),
    "bbedit": ("+{line}", "{path}"),
    "geany": ("--line", "{line}", "{path}"),
    "emacsclient": ("--no-wait", "+{line}", "{path}"),
    "idea": ("--line", "{line}", "{path}"),
    "pycharm": ("--line", "{line}", "{path}"),
    "notepad++": ("-n{line}", "{path}"),
}
"""How commands that open windows of their own are told a line."""


class EditorCommand(Enum):
    """How an editor is reached."""

    SCHEME = "url"
    PROGRAM = "opened"
    TEXT = "copied"


@dataclass(frozen=True)
class Editor:
    """An editor: a template of an address, or the words of a command, with {path} and {line} in them."""

    way: EditorCommand
    template: tuple[str, ...] = ("{path}:{line}",)

    def open(self, path: Path, line: int) -> dict[str, str]:
        """What the browser is to do: `url` to open, `copied` text to copy; `opened` where it is done."""
        if self.way is EditorCommand.SCHEME:
            # A path of Windows begins with a letter, and an address wants a slash before it.
            full = quote(path.absolute().as_posix(), safe="/:")
            full = full if full.startswith("/") else f"/{full}"
            return {"url": self.template[0].replace("{path}", full).replace("{line}", str(line))}
        # Both at once: a name of a file may have braces of its own.
        values = {"{path}": str(path.absolute()), "{line}": str(line)}
        words = [re.sub(r"{path}|{line}", lambda found: values[found[0]], word) for word in self.template]
        if self.way is EditorCommand.PROGRAM and _started(words):
            return {"opened": words[0]}
        return {"copied": f"{path.absolute()}:{line}"}

    def for_frame(self, which: Callable[[str], str | None] | None = None) -> Editor:
        """The same where a browser follows no address: in a frame of an editor's own browser.

        An editor that has a command is started by that, another one's lines are copied.
        """
        if self.way is not EditorCommand.SCHEME:
            return self
        name = PROGRAMS.get(self.template[0].partition(":")[0], "")
        if name and (which or shutil.which)(name):
            return Editor(EditorCommand.PROGRAM, (name, *GRAPHICAL[name]))
        return Editor(EditorCommand.TEXT)


def editor(
    wanted: str, environment: Mapping[str, str], which: Callable[[str], str | None] | None = None
) -> Editor:
    """The editor of that name, scheme or command; a guess where nothing is said.

    Raises `ValueError`, with words for the user, where it is none.
    """
    wanted = wanted.strip()
    if not wanted:
        return _guess(environment, which or shutil.which)
    if wanted in SCHEMES:
        return Editor(EditorCommand.SCHEME, (SCHEMES[wanted],))
    if wanted == COPY:
        return Editor(EditorCommand.TEXT)
    if wanted.startswith(COMMAND):
        return _command(wanted.removeprefix(COMMAND))
    if re.match(r"[a-z][a-z0-9+.-]*:", wanted) and "{path}" in wanted:
        if wanted.partition(":")[0] in ("javascript", "data", "vbscript", "blob"):
            kind = wanted.partition(":")[0]
            raise ValueError(f"no editor is opened by “{kind}:”: write one of {', '.join(NAMES)}")
        return Editor(EditorCommand.SCHEME, (wanted,))
    raise ValueError(
        f"there is no editor “{wanted}”: write one of {', '.join(NAMES)}, “command …”, or an address"
        " with {path} and {line} in it"
    )


def _command(typed: str) -> Editor:
    try:
        words = shlex.split(typed)
    except ValueError as fault:
        raise ValueError(
            f"the command “{typed}” cannot be read: {fault}, in the way a shell reads it"
        ) from None
    if not words:
        raise ValueError("no command is named: write it after “command”")
    return Editor(EditorCommand.PROGRAM, _with_places(words))


def _with_places(words: Sequence[str]) -> tuple[str, ...]:
    """A command with the places of file and line in it, as its program wants them."""
    if any("{path}" in word for word in words):
        return tuple(words)
    name = Path(words[0]).name.lower().removesuffix(".exe").removesuffix(".cmd")
    return (*words, *GRAPHICAL.get(name, ("{path}",)))


def _guess(environment: Mapping[str, str], which: Callable[[str], str | None]) -> Editor:
    if environment.get("TERM_PROGRAM") == "vscode" or which("code"):
        return Editor(EditorCommand.SCHEME, (SCHEMES["vscode"],))
    for name in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(environment.get(name, ""))
        except ValueError:
            continue
        # An editor that wants a terminal has none here.
        if words and Path(words[0]).name.lower().removesuffix(".exe") in GRAPHICAL and which(words[0]):
            return Editor(EditorCommand.PROGRAM, _with_places(words))
    return Editor(EditorCommand.TEXT)


def _started(words: Sequence[str]) -> bool:
    """Start a program, by its words and never through a shell, and let it go its own way."""
    program = shutil.which(words[0])
    if program is None:
        return False
    nowhere = subprocess.DEVNULL
    try:
        # In a session of its own Ctrl-C at the preview does not reach the editor.
        child = subprocess.Popen(
            [program, *words[1:]],
            stdin=nowhere,
            stdout=nowhere,
            stderr=nowhere,
            start_new_session=os.name != "nt",
        )
    except OSError:
        return False
    from threading import Thread

    Thread(target=child.wait, daemon=True, name="editor").start()
    return True
