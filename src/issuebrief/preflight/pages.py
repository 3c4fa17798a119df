"""Hold a brief's pages to the rules.

In:  the facts of its pages, its front matter and source, the limits.
Out: problems, each with its spots on the pages and its place in the file, as closely as it is known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.model import Diagnostic, SourceRange, diagnostic
from issuebrief.preflight.proof import Finding, Proof
from issuebrief.preflight.rules import RULES
from issuebrief.preflight.table_widths import is_told_with_table

if TYPE_CHECKING:
    from issuebrief.diagnostics.limits import Limits
    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.source import Source
    from issuebrief.layout.inspect.facts import Facts

WORD = re.compile(r"[^\W_]+")
BETWEEN = r"[\W_]+?"
WORDS = 4
"""By how many words a text is found again in the file."""


ABOVE = "../"
"""How the names of pictures begin that lie above the brief: an institute's logo."""


def inspect_pages(facts: Facts, brief: Brief, source: Source, limits: Limits) -> tuple[Diagnostic, ...]:
    """All that the rules find on the pages, in the order of the rules."""
    proof = Proof(facts, brief, limits)
    return tuple(
        as_problem(code, finding, source)
        for code, rule in RULES.items()
        for finding in rule(proof)
        if not is_told_with_table(proof, code, finding)
    )


def as_problem(code: str, finding: Finding, source: Source) -> Diagnostic:
    """What a rule found, as a problem of the severity that its code has."""
    place = _in_institutes_file(finding.text, source) or find(finding.text, finding.source, source)
    return diagnostic(
        CODES[code].severity,
        code,
        finding.message,
        place,
        finding.hint,
        source.excerpt(place) if place.column else "",
        finding.spots,
    )


def _in_institutes_file(name: str, source: Source) -> SourceRange | None:
    """Where an institute's file names a picture that lies above the brief; None for any other text."""
    if not name.startswith(ABOVE):
        return None
    file, holder = name.rpartition("/")[2], source.shared
    while holder:
        for number, content in enumerate(holder.lines, 1):
            if (at := content.find(file)) >= 0:
                return holder.place(number, at + 1).covering(file)
        holder = holder.shared
    return None


def find(text: str, line: int, source: Source) -> SourceRange:
    """Where a text stands in a block of the file that begins on a line; that line where it is not found.

    Where no line is known it is looked for in the whole file, and taken where it stands there once.
    """
    words = WORD.findall(text)[:WORDS]
    if not line and len(words) > 1:
        return _find_anywhere(words, source)
    # The first word may be the end of a divided one, and the last its beginning.
    for some in (words, words[1:], words[:-1]):
        if not line or not some:
            break
        pattern = re.compile(rf"(?<![^\W_]){BETWEEN.join(some)}")
        for number in range(line, len(source.lines) + 1):
            content = source.line(number)
            if match := pattern.search(content):
                return source.place(number, match.start() + 1, number, match.end() + 1)
            if not content.strip():
                break
    return source.place(line)


def _find_anywhere(words: list[str], source: Source) -> SourceRange:
    """Where words stand in the file, or in the institute's, if they stand there once."""
    pattern = re.compile(rf"(?<![^\W_]){BETWEEN.join(words)}")
    found = [
        (number, match.start() + 1, number, match.end() + 1)
        for number, content in enumerate(source.lines, 1)
        for match in pattern.finditer(content)
    ]
    if not found and source.shared:
        in_shared = _find_anywhere(words, source.shared)
        return in_shared if in_shared.line else source.place(0)
    return source.place(*found[0]) if len(found) == 1 else source.place(0)
