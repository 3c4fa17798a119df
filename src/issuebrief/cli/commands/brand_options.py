"""What may be typed after `issuebrief brand`.

In:  the parser of the command.
Out: its arguments and options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from issuebrief.cli.commands.parser import Parser


def add_brand(verb: Parser) -> None:
    """Declare a brief or a folder, and the file of a specimen."""
    place = "a brief, or a folder of briefs (default: content/)"
    verb.add_argument("path", metavar="PATH", nargs="?", default="", help=place)
    verb.add_argument(
        "--specimen",
        metavar="FILE",
        default="",
        help="write a specimen of colours, faces and logo instead: a .pdf or .html file",
    )
