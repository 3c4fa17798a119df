"""What may be typed after `issuebrief compare` and `issuebrief proof`.

In:  the parser of the command.
Out: the same parser, with its options; examples for the help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    _add_format(verb)


def _add_output(verb: Parser, said: str) -> None:
    verb.add_argument("-o", "--output", metavar="FILE-OR-FOLDER", help=said)


def _add_format(verb: Parser) -> None:
    verb.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="how to report: text (default) or json, on standard output",
    )
