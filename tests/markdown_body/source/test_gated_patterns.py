"""What a pattern needs stands in all that it matches, and a text without it is not searched."""

from __future__ import annotations

import re
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from issuebrief.markdown_body.lint.foreign import KINDS
from issuebrief.markdown_body.lint.foreign_lines import LINES
from issuebrief.markdown_body.lint.foreign_macros import MACROS
from issuebrief.markdown_body.source.gated_patterns import GatedPattern
from issuebrief.preflight.wording.strikes import LITERALS, MARKUP

PATTERNS = [
    *(kind.pattern for kind in (*LINES, *MACROS, *KINDS)),
    *(GatedPattern(needs, pattern, re.MULTILINE) for needs, pattern, _ in (*LITERALS, *MARKUP)),
]


def holds_one(sequence: Any, needs: tuple[str, ...]) -> bool:
    """Whether all that a parsed pattern matches has one of the strings."""
    run = ""
    for operator, value in sequence:
        name = str(operator)
        if name == "LITERAL":
            run += chr(value)
        elif name.endswith("_REPEAT") and len(value[2]) == 1 and str(value[2][0][0]) == "LITERAL":
            least, most, ((_, character),) = value
            run += chr(character) * least
            if any(need in run for need in needs):
                return True
            run = run if least == most else chr(character) * least
        else:
            run = ""
            if _inner_holds_one(name, value, needs):
                return True
        if any(need in run for need in needs):
            return True
    return False


def _inner_holds_one(name: str, value: Any, needs: tuple[str, ...]) -> bool:
    if name.endswith("_REPEAT"):
        return value[0] > 0 and holds_one(value[2], needs)
    if name == "SUBPATTERN":
        return holds_one(value[3], needs)
    if name == "ASSERT":
        return holds_one(value[1], needs)
    if name == "BRANCH":
        return all(holds_one(branch, needs) for branch in value[1])
    if name == "IN":
        return all(str(kind) == "LITERAL" and chr(sign) in needs for kind, sign in value)
    return False


@pytest.mark.parametrize(
    "pattern", [pattern for pattern in PATTERNS if pattern.needs], ids=lambda each: each.pattern
)
def test_all_that_a_pattern_matches_has_what_it_needs(pattern: GatedPattern) -> None:
    assert not pattern.flags & re.IGNORECASE
    assert holds_one(parser.parse(pattern.pattern, pattern.flags), pattern.needs)


def test_what_is_not_in_all_matches_is_found_out() -> None:
    assert not holds_one(parser.parse(r"a|b:"), (":",))
    assert not holds_one(parser.parse(r":*a"), (":",))
    assert holds_one(parser.parse(r"(?:a:|:b)+"), (":",))


def test_a_text_without_what_is_needed_has_no_match_and_stays_as_it_is() -> None:
    pattern = GatedPattern(("@",), r"\w+")
    assert [match[0] for match in pattern.finditer("one two")] == []
    assert pattern.sub(lambda _: "x", "one two") == "one two"
    assert [match[0] for match in pattern.finditer("one@two")] == ["one", "two"]
    assert pattern.sub(lambda _: "x", "one@two") == "x@x"


def test_a_pattern_that_needs_nothing_is_always_looked_for() -> None:
    assert [match[0] for match in GatedPattern((), r"^\w", re.MULTILINE).finditer("one\ntwo")] == ["o", "t"]
