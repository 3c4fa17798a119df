"""What may be typed after `issuebrief preview`.

In:  the parser of the command.
Out: the same with its options.
"""

from __future__ import annotations

import argparse

EXAMPLES = """\
examples:
  issuebrief preview                        the brief in content/ that was changed last
  issuebrief preview content/moon           one brief
  issuebrief preview --editor zed           click on a page to open its line in Zed
  issuebrief preview --show 12              for editors: show line 12 in the open preview

Only this machine can reach the preview. EDITOR is vscode, vscodium, cursor, jetbrains, sublime,
zed, copy, “command” and a command, or an address with {path} and {line} in it. You can also set
it in issuebrief.toml, below [preview]: editor = "zed". Press Ctrl-C to stop.
"""


def add_preview(verb: argparse.ArgumentParser) -> None:
    """Add the options of `preview`."""
    what = "a brief.md or its folder (default: the one in content/ that was changed last)"
    verb.add_argument("path", nargs="?", default="", metavar="BRIEF", help=what)
    verb.add_argument("--no-browser", action="store_true", help="print the address, but open no browser")
    verb.add_argument("--port", metavar="N", type=_port, help="the port to use, if it is free")
    verb.add_argument("--editor", metavar="EDITOR", default="", help="the editor that a click opens")
    verb.add_argument("--show", metavar="LINE", type=_line, help="show a line in the open preview")
    verb.add_argument("--allow-network", action="store_true", help="fetch pictures from the network")


def _port(typed: str) -> int:
    if not typed.isdecimal() or int(typed) > 65535:
        raise argparse.ArgumentTypeError(f"“{typed}” is not a port: use 1 to 65535, or 0 for any")
    return int(typed)


def _line(typed: str) -> int:
    if not typed.isdecimal() or not 0 < int(typed) < 10**9:
        raise argparse.ArgumentTypeError(f"“{typed}” is not a line number: lines are counted from 1")
    return int(typed)
