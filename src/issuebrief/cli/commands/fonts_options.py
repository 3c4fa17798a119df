"""The options of `issuebrief fonts`.

In:  its parser.
Out: the parser, with its arguments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add_fonts(verb: argparse.ArgumentParser) -> None:
    """Declare what is typed after `issuebrief fonts`."""
    verb.add_argument("action", metavar="add", choices=("add",), help="what to do: add")
    verb.add_argument(
        "paths", metavar="PATH", nargs="+", help="a folder, an archive or a font, as it was downloaded"
    )
    verb.add_argument(
        "--lang", metavar="TAGS", default="", help="languages whose letters are looked for: de,pl,sv"
    )
    verb.add_argument(
        "--only", action="store_true", help="only files with letters of the languages of --lang"
    )
    verb.add_argument("--weights", default="", metavar="LIST", help="only these weights: 400,700")
    verb.add_argument("--replace", action="store_true", help="replace files of the same name that differ")
