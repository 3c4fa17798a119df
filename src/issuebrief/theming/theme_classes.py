"""Classes that a theme has rules for and that nothing is called by, since they are mistyped.

In:  the rules of style sheets, and the page that they are for.
Out: a warning for each class of a house's own sheets that is nearly one of the shipped sheets, and that the
     page does not have.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.theming.shipped_sheets import is_shipped
from issuebrief.theming.style_rules import line_of, place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from issuebrief.engine.protocols import CssNode
    from issuebrief.theming.style_sheets import StyleRules

CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
ALIKE = 0.85
"""How much alike two names must be for the one to be taken for the other mistyped."""


def mistyped_classes(
    rules: StyleRules, html: str, is_trusted: Callable[[Path], bool] = is_shipped
) -> Iterator[Diagnostic]:
    """The classes that are called nearly as one of the trusted sheets, which are the shipped ones."""
    trusted = frozenset(filter(is_trusted, rules.texts))
    theirs = [rule for rule in rules.found if rule.sheet not in trusted]
    if not theirs:
        return
    known = {name for sheet, text in rules.texts.items() if sheet in trusted for name in CLASS.findall(text)}
    names, told = sorted(known), set[str]()
    for rule in theirs:
        for node in _with_nested(rule.node):
            for name in CLASS.findall(_selector(node)):
                near = get_close_matches(name, names, 1, ALIKE) if name not in known | told else []
                if near and not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", html):
                    told.add(name)
                    place = place_of(rule.sheet, node)
                    message = f"nothing has the class {name}, which a rule is for"
                    hint = f"did you mean .{near[0]}?"
                    yield warning("style.unused-class", message, place, hint, line_of(rule.text, place.line))


def _with_nested(node: CssNode) -> Iterator[CssNode]:
    """A rule, and the rules that stand in it."""
    import tinycss2

    if node.type == "qualified-rule":
        yield node
        for inner in tinycss2.parse_blocks_contents(node.content):
            yield from _with_nested(inner)


def _selector(node: CssNode) -> str:
    import tinycss2

    return str(tinycss2.serialize(node.prelude))
