"""What may be typed after `issuebrief import`.

In:  the parser of the command.
Out: the same, with its arguments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

EXAMPLES = """\
examples:
  issuebrief import manuscript.docx                  into content/manuscript/
  issuebrief import manuscript.docx -o content/moon  into another folder
  issuebrief import manuscript.docx --changes accept with all tracked changes accepted
  issuebrief import manuscript.odt --format json     report as JSON, on standard output

Writes brief.md, its pictures at full size, and comments.md with the comments. Tells what was
guessed, changed and left out, with its paragraph, and counts words, notes, tables and pictures on
both sides. Never overwrites a file without --force. Needs Pandoc: pip install 'issuebrief[word]'

Exit codes: 0 success, 1 problems found, 2 usage error.
"""


def add_import(verb: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    verb.add_argument("path", metavar="FILE", help="a .docx, .odt or .rtf file")
    verb.add_argument(
        "-o",
        "--output",
        metavar="FOLDER",
        help="the folder of the brief (default: content/, by the file's name)",
    )
    verb.add_argument(
        "--changes",
        choices=("ask", "accept", "reject"),
        default="ask",
        help="what becomes of tracked changes: ask (default) lists them and stops, accept, or reject",
    )
    verb.add_argument("--force", action="store_true", help="replace files that are there already")
    verb.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="how to report: text (default) or json, on standard output",
    )
