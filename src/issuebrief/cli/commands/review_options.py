"""What may be typed after `issuebrief compare` and `issuebrief proof`.

In:  the parser of the command.
Out: the same parser, with its options; examples for the help.
"""

from __future__ import annotations

import argparse
import datetime
from typing import TYPE_CHECKING

from issuebrief.cli.output.detail import add_format

if TYPE_CHECKING:
    from collections.abc import Callable

    from issuebrief.cli.commands.parser import Parser

COMPARE_EXAMPLES = """\
examples:
  issuebrief compare old/moon content/moon        two folders, or two files
  issuebrief compare --since v1 content/moon      the brief as it was at a tag, a branch or a commit
  issuebrief compare --since HEAD                 what was changed since the last commit
  issuebrief compare --since v1 --for all         also as a web page
  issuebrief compare old.md new.md --format json  the list of changes, for programs

Writes build/NAME-changes.pdf: the later version with insertions underlined, deletions struck
through and moved paragraphs marked as such, bars in the margin, and a list of changes at the end.

Exit codes: 0 success, with or without changes, 1 problems found, 2 usage error.
"""

PROOF_EXAMPLES = """\
examples:
  issuebrief proof                          every brief in content/, into build/NAME-proof.pdf
  issuebrief proof content/moon --every 1   with a number beside each line
  issuebrief proof content/moon --margin 0  without the margin for notes
  issuebrief proof --date 2026-03-01        of another day than today

The pages are those that `build` sets, with the word for a draft and the day across each page,
numbers beside the lines, and a margin for notes. The file does not claim to be fit for an archive.

Exit codes: 0 success, 1 problems found, 2 usage error.
"""
WIDEST_MARGIN = 200
"""The widest margin for notes, in mm."""


def add_compare(verb: Parser) -> None:
    """Add the arguments and options of `compare`."""
    verb.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="the earlier and the later brief; with --since only the later",
    )
    verb.add_argument(
        "--since", metavar="REVISION", help="compare with the brief as it was at this revision of git"
    )
    _add_output(verb, "the PDF or folder to write to (default: build/)")
    verb.add_argument(
        "--for",
        dest="purpose",
        choices=("screen", "web", "all"),
        default="screen",
        help="a PDF for the screen (default), a web page, or both",
    )
    add_format(verb)


def _add_output(verb: Parser, said: str) -> None:
    verb.add_argument("-o", "--output", metavar="FILE-OR-FOLDER", help=said)


def add_proof(verb: Parser) -> None:
    """Add the arguments and options of `proof`."""
    verb.add_argument(
        "paths", nargs="*", metavar="PATH", help="briefs, or folders of them (default: content/)"
    )
    _add_output(verb, "the PDF or folder to write to (default: build/)")
    verb.add_argument(
        "--every",
        metavar="N",
        type=_number_up_to(100),
        default=5,
        help="number every N-th line of a page (default: 5); 0 for none",
    )
    verb.add_argument(
        "--margin",
        metavar="MM",
        type=_number_up_to(WIDEST_MARGIN),
        default=50,
        help="the width of the margin for notes (default: 50); 0 for none",
    )
    verb.add_argument(
        "--date", metavar="DAY", type=_day, help="the day of the proof, such as 2026-03-01 (default: today)"
    )


def _number_up_to(most: int) -> Callable[[str], int]:
    def number(typed: str) -> int:
        if not (typed.isascii() and typed.isdecimal()) or int(typed[:9]) > most:
            raise argparse.ArgumentTypeError(f"“{typed}” is not a number from 0 to {most}")
        return int(typed)

    return number


def _day(typed: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{typed}” is not a day such as 2026-03-01") from None
