"""The command `issuebrief`: what may be typed, and the help that tells of it.

In:  the words after `issuebrief`.
Out: an exit code: 0 done, 1 a brief has problems, 2 wrong usage, 74 there is no room for what is said,
     130 stopped with Ctrl-C.
     Only what the typed command needs is loaded.
"""

from __future__ import annotations

import argparse
import errno
import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from issuebrief.cli.commands.preview_options import EXAMPLES, add_preview
from issuebrief.engine.gc_policy import uncollected_at_exit
from issuebrief.job import Purpose
from issuebrief.project.workspace import WrongUsage, nearest
from issuebrief.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, PROBLEMS, WRONG_USAGE, CANNOT_SAY, PIPE_CLOSED, INTERRUPTED = 0, 1, 2, 74, 141, 130

FULL = (errno.ENOSPC, errno.EFBIG, errno.EIO, getattr(errno, "EDQUOT", errno.ENOSPC))
"""What a system says that can take no more output."""

OVERVIEW = """\
examples:
  issuebrief new my-brief        begin content/my-brief/brief.md
  issuebrief build               set every brief of content/ into build/
  issuebrief check               see what is wrong, without writing anything
  issuebrief explain CODE        what a problem means, and how to mend it
  issuebrief preview             see the pages in the browser while you write

exit codes: 0 done, 1 a brief has problems, 2 wrong usage
"""

TIMEOUT = 120
"""Seconds that a brief may take."""

PATHS = "a brief.md, a folder with a brief.md, or a folder of such folders (default: content/)"

BUILD = """\
examples:
  issuebrief build                          every brief of content/, into build/
  issuebrief build content/moon             one brief, into build/moon.pdf
  issuebrief build content/moon -o out/     into another folder
  issuebrief build moon.md -o moon.pdf      one brief, into the file named
  issuebrief build --for all                for the screen, the press and the web
  issuebrief build --for press,web          for the press and the web

For the screen it makes NAME.pdf, for the press NAME-press.pdf, for the web NAME.html. A file is
left alone when nothing that it depends on has changed: text, pictures, publisher.yaml, templates,
styles, fonts, versions. With -o FILE or --allow-network it is always made anew.
"""

CHECK = """\
examples:
  issuebrief check                          every brief of content/
  issuebrief check content/moon --for all   one brief, and all that is made of it
  issuebrief check --report                 also a page that shows the pages: build/preflight.html
  issuebrief check --format sarif           for editors and code hosts, to standard output

Briefs are set and drawn as they would be by `build`, and nothing but the report is written. What
weighs how much is said in issuebrief.toml: [preflight], then such lines as "lines.loose" = "off".
"""

NEW = """\
examples:
  issuebrief new my-brief       makes content/my-brief/brief.md, ready to be set

Where there are none yet, content/publisher.yaml is made too, and .vscode/ with what editors
complete keys from, snippets, and tasks for preview, check and PDF. Nothing is ever overwritten.
"""

EXPLAIN = """\
examples:
  issuebrief explain                        all codes, with a line each
  issuebrief explain notes.undefined        what it means, why it matters, how to mend it

The code of a problem stands in brackets behind its message.
"""

THEMES = """\
examples:
  issuebrief themes             name, description and file of each theme

A theme is chosen with `theme: NAME` in the front matter. Your own are files styles/themes/NAME.css.
"""


def main(typed: Sequence[str] | None = None) -> int:
    """Do what was typed (default: on the command line) and return the exit code."""
    _open_what_is_closed()
    try:
        status = _obey(sys.argv[1:] if typed is None else list(typed))
        sys.stdout.flush()
        return status
    except WrongUsage as wrong:
        hint = f"\n  {wrong.hint}" if wrong.hint else ""
        print(f"issuebrief: {wrong}{hint}", file=sys.stderr)
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
            print(f"issuebrief: what is said here cannot be written: {fault.strerror}", file=sys.stderr)
        for stream in (sys.stdout, sys.stderr):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return CANNOT_SAY


def _open_what_is_closed() -> None:
    """Give a program that was started with closed streams some to write to."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 -- for good


class Parser(argparse.ArgumentParser):
    """A parser that answers a slip with the nearest word that means something."""

    def error(self, message: str) -> NoReturn:
        """Raise `WrongUsage` instead of leaving."""
        raise WrongUsage(message, f"see {self.prog} --help")


def parser() -> Parser:
    """Everything that may be typed."""
    top = Parser(
        prog="issuebrief",
        description="Typeset policy briefs: Markdown with YAML front matter to print-quality PDF.",
        epilog=OVERVIEW,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"issuebrief {__version__}")
    verbs = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    build = _verb(verbs, "build", "set briefs as PDF, or as a page for the web", BUILD)
    _add_briefs(build)
    _add_purposes(build)
    build.add_argument(
        "-o",
        "--output",
        metavar="FILE-OR-FOLDER",
        help="the file to write, or the folder for them (default: build/)",
    )
    build.add_argument("--force", action="store_true", help="set also what has not changed")

    _verb(verbs, "new", "begin a brief", NEW).add_argument(
        "name", metavar="NAME", help="the name of its folder: letters, digits, hyphens"
    )
    check = _verb(verbs, "check", "report what is wrong with briefs and their pages", CHECK)
    _add_briefs(check)
    _add_purposes(check)
    check.add_argument(
        "--format",
        choices=("text", "json", "sarif"),
        default="text",
        help="how to report: text (default), json, or sarif for editors and code hosts",
    )
    check.add_argument(
        "--report",
        metavar="FILE",
        nargs="?",
        const="",
        help="write a page that shows the pages and what was found (default: build/preflight.html)",
    )
    _verb(verbs, "explain", "tell what a problem means and how to mend it", EXPLAIN).add_argument(
        "code", metavar="CODE", nargs="?", default="", help="the code of a problem (default: list them all)"
    )
    preview = _verb(verbs, "preview", "show a brief's pages in the browser while it is written", EXAMPLES)
    add_preview(preview)
    _add_timeout(preview)
    _verb(verbs, "themes", "list the themes that a brief can name", THEMES)
    return top


def _obey(typed: list[str]) -> int:
    top = parser()
    _refuse_unknown_command(top, typed)
    arguments, unknown = top.parse_known_args(typed)
    if unknown:
        _refuse_unknown_option(arguments.command, unknown[0])
    if not arguments.command:
        print(top.format_help(), end="", file=sys.stderr)
        return WRONG_USAGE
    uncollected_at_exit()
    status: int = import_module(f"issuebrief.cli.commands.{arguments.command}").run(arguments)
    return status


def _verb(verbs: argparse._SubParsersAction[Parser], name: str, does: str, examples: str) -> Parser:
    return verbs.add_parser(
        name,
        help=does,
        description=does[0].upper() + does[1:] + ".",
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _add_briefs(verb: Parser) -> None:
    verb.add_argument("paths", nargs="*", metavar="PATH", help=PATHS)
    verb.add_argument("--strict", action="store_true", help="take warnings for errors")
    verb.add_argument("--allow-network", action="store_true", help="let pictures be fetched from the network")
    verb.add_argument(
        "-j",
        "--jobs",
        dest="workers",
        metavar="N",
        type=_at_least_one,
        help="how many briefs at once (default: all processors)",
    )
    _add_timeout(verb)


def _add_timeout(verb: Parser) -> None:
    verb.add_argument(
        "--timeout",
        metavar="SECONDS",
        type=_at_least_one,
        default=TIMEOUT,
        help=f"how long a brief may take before it is given up (default: {TIMEOUT})",
    )


def _add_purposes(verb: Parser) -> None:
    verb.add_argument(
        "--for",
        dest="purposes",
        metavar="PURPOSE",
        action="extend",
        type=_purposes,
        help="screen (default), press, web, several of them with commas between, or all",
    )
    verb.add_argument(
        "--profile",
        metavar="PROFILE",
        default="",
        help="what the press prints on: a profile of styles/profiles/, or an ICC file",
    )
    verb.add_argument(
        "--ink",
        metavar="PERCENT",
        default="",
        help="the most ink on one spot, of 400 per cent (default: the theme's, 300)",
    )


def _at_least_one(typed: str) -> int:
    if not typed.isdecimal() or int(typed) < 1:
        raise argparse.ArgumentTypeError(f"“{typed}” is not a number of 1 or more")
    return int(typed)


def _purposes(typed: str) -> list[Purpose]:
    known = [*Purpose, "all"]
    words = [word.strip() for word in typed.split(",")]
    for word in words:
        if word not in known:
            near = nearest(word, known)
            answer = f"did you mean {near}?" if near else f"they are {', '.join(known)}"
            raise argparse.ArgumentTypeError(f"there is no purpose “{word}”: {answer}")
    return [purpose for purpose in Purpose if purpose in words or "all" in words]


def _commands(top: Parser) -> dict[str, Parser]:
    action = next(action for action in top._actions if isinstance(action, argparse._SubParsersAction))
    return dict(action.choices)


def _refuse_unknown_command(top: Parser, typed: list[str]) -> None:
    word = next((word for word in typed if not word.startswith("-")), "")
    names = list(_commands(top))
    if not word or word in names:
        return
    near = nearest(word, names)
    hint = f"did you mean “{near}”?" if near else f"the commands are {', '.join(names)}"
    raise WrongUsage(f"there is no command “{word}”", hint)


def _refuse_unknown_option(command: str, word: str) -> NoReturn:
    verb = _commands(parser()).get(command)
    options = [option for action in verb._actions for option in action.option_strings] if verb else []
    near = nearest(word, options)
    name = f"issuebrief {command}" if command else "issuebrief"
    hint = f"did you mean {near}?" if near else f"see {name} --help"
    what = "option" if word.startswith("-") else "use for"
    raise WrongUsage(f"{name} has no {what} {word}", hint)
