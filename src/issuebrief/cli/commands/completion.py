"""Print the script that lets a shell complete the command.

In:  the name of the shell.
Out: the script, on standard output.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.cli.commands.parser import parser
from issuebrief.cli.commands.shell_completion import script

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> int:
    """Print the script; returns 0."""
    print(script(arguments.shell, parser()), end="")
    return 0
