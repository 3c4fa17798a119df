"""Declarations that the engine fails at, rather than leaves out with a word.

In:  the rules of style sheets that it could not be given.
Out: problems with the declarations it fails at, and with those that it leaves out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import tinycss2
from weasyprint.css.validation import preprocess_declarations

from issuebrief.diagnostics.model import Diagnostic, error
from issuebrief.engine.log import listen, style_problem
from issuebrief.file_access import real_path
from issuebrief.theming.shipped_sheets import is_shipped
from issuebrief.theming.style_rules import line_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.theming.style_rules import Rule
    from issuebrief.theming.style_sheets import StyleRules

SUMS = "write a value on both sides of each +, -, * and /, with spaces around it, and units that go together"


def failing_values(rules: StyleRules) -> tuple[Diagnostic, ...]:
    """What is wrong with the declarations of a house's own, looked at one by one."""
    own = (rule for rule in rules.found if not is_shipped(rule.sheet) and rule.node.type == "qualified-rule")
    return tuple(problem for rule in own for problem in _problems(rule))


def _problems(rule: Rule) -> Iterator[Diagnostic]:
    for node in tinycss2.parse_blocks_contents(rule.node.content):
        if node.type != "declaration":
            continue
        with listen() as lines:
            try:
                list(preprocess_declarations(real_path(rule.sheet).as_uri(), [node]))
            except Exception:  # whatever it is, the declaration is what it comes from
                place = place_of(rule.sheet, node)
                written = f"{node.name}: {tinycss2.serialize(node.value).strip()}"
                message = f"`{written}` is left out: it cannot be worked out"
                yield error("style.not-understood", message, place, SUMS, line_of(rule.text, place.line))
        yield from (style_problem(line, rule.sheet, rule.text) for line in lines)
