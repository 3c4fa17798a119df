"""What the command line says of pages and of the press.

In:  the parser, and then the arguments, of `build` or `check`.
Out: a `Printing`. Options of the press file that are typed where none is made, and a size of pages where
     there are none, are raised as `WrongUsage`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.cli.output.idle_options import refuse_idle
from issuebrief.job import Printing, Purpose

if TYPE_CHECKING:
    import argparse
    from pathlib import Path


OF_PRESS = {
    "profile": "--profile",
    "ink": "--ink",
    "multiple": "--pages-multiple",
    "imposition": "--imposition",
    "creep": "--creep",
    "ticket": "--ticket",
}
"""The options of the press file, by the names of their arguments."""


def printing_of(arguments: argparse.Namespace, workplace: Path) -> Printing:
    """How the command line wants briefs printed; a profile's file is meant from the `workplace`."""
    purposes = arguments.purposes or (Purpose.SCREEN,)
    if Purpose.PRESS not in purposes:
        typed = {option: getattr(arguments, name) for name, option in OF_PRESS.items()}
        refuse_idle(typed, "for the press file, and none is made", "add --for press")
    if not any(purpose.has_pages for purpose in purposes):
        refuse_idle(
            {"--page-size": arguments.page_size},
            "for pages, and a web page has none",
            "leave it out, or add --for screen",
        )
    return Printing(
        arguments.profile,
        arguments.ink,
        workplace,
        arguments.multiple,
        arguments.imposition,
        arguments.creep,
        arguments.ticket,
    )


def add_printing(verb: argparse.ArgumentParser) -> None:
    """Declare what may be typed of the press."""
    verb.add_argument(
        "--profile",
        metavar="PROFILE",
        default="",
        help="the paper: coated, uncoated, a profile in styles/profiles/, or an ICC file",
    )
    verb.add_argument(
        "--ink",
        metavar="PERCENT",
        default="",
        help="the ink limit, of 400 per cent (default: the theme's, 300)",
    )
    verb.add_argument(
        "--pages-multiple",
        dest="multiple",
        metavar="NUMBER",
        default="",
        help="add blank pages to the press file, to a multiple of this number",
    )
    verb.add_argument(
        "--imposition",
        metavar="KIND",
        default="",
        help="booklet: add a file of folded sheets, NAME-booklet.pdf",
    )
    verb.add_argument(
        "--creep",
        metavar="LENGTH",
        default="",
        help="how far each sheet of a booklet pushes the next one out, such as 0.1mm (default: 0)",
    )
    verb.add_argument(
        "--ticket",
        dest="ticket",
        action="store_const",
        const="yes",
        default="",
        help="add a job ticket to the press file, NAME-press.json",
    )
