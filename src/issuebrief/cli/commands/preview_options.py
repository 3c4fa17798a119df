"""What may be typed after `issuebrief preview`.

In:  the parser of the command.
Out: the same with its options.
"""

from __future__ import annotations

import argparse

EXAMPLES = """\
examples:
  issuebrief preview                        the brief of content/ that was changed last
  issuebrief preview content/moon           one brief
  issuebrief preview --editor zed           a click on a page opens its line in Zed
  issuebrief preview --show 12              for editors: the open page goes to line 12

The page is at an address that only this machine can reach. EDITOR is vscode, vscodium, cursor,
jetbrains, sublime, zed, copy, “command” and a command, or an address with {path} and {line} in it.
It can be named in issuebrief.toml, too: [preview], then editor = "zed". Ctrl-C ends the desk.
"""


def add_preview(verb: argparse.ArgumentParser) -> None:
    """Add the options of `preview`."""
    what = "a brief.md or its folder (default: the one in content/ that was changed last)"
    verb.add_argument("path", nargs="?", default="", metavar="BRIEF", help=what)
    verb.add_argument("--no-browser", action="store_true", help="open no browser, only say the address")
    verb.add_argument("--port", metavar="N", type=_port, help="the port to be at, where it is free")
    verb.add_argument("--editor", metavar="EDITOR", default="", help="what opens where a line is clicked")
    verb.add_argument("--show", metavar="LINE", type=_line, help="have a line shown on the page that is open")
    verb.add_argument("--allow-network", action="store_true", help="let pictures be fetched from the network")


def _port(typed: str) -> int:
    if not typed.isdecimal() or int(typed) > 65535:
        raise argparse.ArgumentTypeError(f"“{typed}” is no port: they are 1 to 65535, and 0 for any")
    return int(typed)


def _line(typed: str) -> int:
    if not typed.isdecimal() or not 0 < int(typed) < 10**9:
        raise argparse.ArgumentTypeError(f"“{typed}” is no line: they are counted from 1")
    return int(typed)
