"""The command `issuebrief`: from what is typed to an exit code.

In:  the words after `issuebrief`.
Out: an exit code: 0 success, 1 problems found, 2 usage error, 74 no room for the output, 130 stopped with
     Ctrl-C.
     Only what the typed command needs is loaded.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from issuebrief.cli.commands.parser import parser
from issuebrief.engine.gc_policy import uncollected_at_exit
from issuebrief.project.workspace import WrongUsage, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.cli.commands.parser import Parser

DONE, PROBLEMS, WRONG_USAGE, CANNOT_SAY, PIPE_CLOSED, INTERRUPTED = 0, 1, 2, 74, 141, 130

MODULES = {
    "import": "commands.import_manuscript",
    "completion": "commands.shell_completion",
    "metadata": "publishing.metadata",
    "release": "publishing.release",
    "publish": "publishing.publish",
}
"""Modules of commands that have other names (`import` is a word of Python) or lie in another room."""

FULL = (errno.ENOSPC, errno.EFBIG, errno.EIO, getattr(errno, "EDQUOT", errno.ENOSPC))
"""What a system says that can take no more output."""


def main(typed: Sequence[str] | None = None) -> int:
    """Do what was typed (default: on the command line) and return the exit code."""
    _open_what_is_closed()
    try:
        status = _obey(sys.argv[1:] if typed is None else list(typed))
        sys.stdout.flush()
        return status
    except WrongUsage as wrong:
        from issuebrief.diagnostics.terminal import visible

        for line in (f"issuebrief: {wrong}", *(f"  {part}" for part in wrong.hint.split("\n") if part)):
            print(visible(line), file=sys.stderr)
        return WRONG_USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has gone; Python would try to write what is left as it ends, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except OSError as fault:
        if fault.errno not in FULL:
            raise
        with suppress(OSError):
            print(f"issuebrief: the output cannot be written: {fault.strerror}", file=sys.stderr)
        for stream in (sys.stdout, sys.stderr):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return CANNOT_SAY


def _open_what_is_closed() -> None:
    """Give a program that was started with closed streams some to write to."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 -- for good


def _obey(typed: list[str]) -> int:
    top = parser()
    _refuse_unknown_command(top, typed)
    arguments, unknown = top.parse_known_args(typed)
    if unknown:
        _refuse_unknown_option(top.verbs.get(arguments.command, top), arguments.command, unknown[0])
    if not arguments.command:
        print(top.format_help(), end="", file=sys.stderr)
        return WRONG_USAGE
    uncollected_at_exit()
    module = MODULES.get(arguments.command, f"commands.{arguments.command}")
    status: int = import_module(f"issuebrief.cli.{module}").run(arguments)
    return status


def _refuse_unknown_command(top: Parser, typed: list[str]) -> None:
    word = next((word for word in typed if not word.startswith("-")), "")
    names = list(top.verbs)
    if not word or word in names:
        return
    near = nearest(word, names)
    hint = f"did you mean “{near}”?" if near else f"the commands are {', '.join(names)}"
    raise WrongUsage(f"there is no command “{word}”", hint)


def _refuse_unknown_option(verb: Parser, command: str, word: str) -> NoReturn:
    options = [option for action in verb.declared for option in action.option_strings]
    near = nearest(word, options)
    name = f"issuebrief {command}" if command else "issuebrief"
    hint = f"did you mean {near}?" if near else f"see {name} --help"
    what = "option" if word.startswith("-") else "use for"
    raise WrongUsage(f"{name} has no {what} {word}", hint)
