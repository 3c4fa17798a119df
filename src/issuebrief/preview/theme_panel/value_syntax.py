"""Whether what was typed can be the value of a design token at all.

In:  a token and a value, as somebody typed them.
Out: what is wrong with it and what mends it; nothing where it can stand in a declaration.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import tinycss2

from issuebrief.theming.style_syntax import mark_alone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.engine.protocols import CssNode

NAME = re.compile(r"--[A-Za-z][\w-]*")
LONGEST = 1_000
"""Letters that a value has at most."""
SEMICOLON = "write the value alone, without a semicolon, braces or a comment"


def unreadable(token: str, value: str) -> tuple[str, str] | None:
    """A message and a hint; None for a value that is one."""
    if not NAME.fullmatch(token):
        return f"“{token[:40]}” is no name of a token", "a token's name begins with --"
    if not value.strip():
        return f"{token} has no value", "type one, or reset the token"
    if len(value) > LONGEST:
        return f"the value of {token} has more than {LONGEST:,} letters", "write a shorter one"
    if alone := mark_alone(f":root {{ {token}: {value} }}"):
        return alone.message, alone.hint
    nodes = tinycss2.parse_blocks_contents(f"{token}: {value}", skip_whitespace=True)
    if len(nodes) != 1 or nodes[0].type != "declaration" or nodes[0].name != token or nodes[0].important:
        return f"{token} must be a value, not “{value.strip()[:60]}”", SEMICOLON
    if any(node.type in ("error", "comment", "{} block") for node in _all(nodes[0].value)):
        return f"{token} must be a value, not “{value.strip()[:60]}”", SEMICOLON
    return None


def _all(nodes: Iterable[CssNode]) -> Iterable[CssNode]:
    """Parts of a value, and what is in them."""
    for node in nodes:
        yield node
        yield from _all(getattr(node, "arguments", None) or getattr(node, "content", None) or ())
