"""What of a text's differences another problem tells.

In:  problems of the comparison of words, and those that were found before or in another deliverable.
Out: the first, without those that stand in the same passage as one of the second that explains them, or
     whose words it names, and with what pages and web page have in common told once.

A command of TeX that is left out is told as that, and its words are not told as lost once more.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.frontmatter.source import Source

EXPLAINS = re.compile(
    r"(?:markup\.(?!printed|unknown)|notes\.|references\.|pull-quotes\.|tables\.|picture\.|figures\.number)"
    r"|web\.left-out|text\.cut"
)
"""The codes of problems that say how markup was read, or what is not shown."""
OF_A_PIECE = re.compile(
    r"markup\.(?:not-allowed|no-element|tag|parted-link)|notes\.typed|references\.undefined"
)
"""Those of them that concern no more words of their passage than they name or stand at."""
QUOTED = re.compile(r"“(.*?)”", re.DOTALL)
WORD = re.compile(r"\w+")
ON_PAGES, ON_WEB = "on the pages", "on the web page"
ON_BOTH = f"{ON_PAGES} and {ON_WEB}"
BEGINS = re.compile(r"[ \t>]*(?:$|[-*+|#][ \t]|\||\d+[.)][ \t])")
"""What a passage ends before: a blank line, an entry of a list, a row of a table."""


def not_told(
    found: Iterable[Diagnostic], told: Sequence[Diagnostic], source: Source
) -> tuple[Diagnostic, ...]:
    """The problems found, but for those in passages of which something was told that explains them."""
    explaining = [
        (problem, _passage(problem.place.line, source))
        for problem in told
        if problem.severity >= Severity.WARNING and EXPLAINS.match(problem.code) and problem.place
    ]
    lines = {
        line for problem, passage in explaining if not OF_A_PIECE.match(problem.code) for line in passage
    }
    pieces: dict[int, set[str]] = {}
    for problem, passage in explaining:
        if OF_A_PIECE.match(problem.code):
            for line in passage:
                pieces.setdefault(line, set()).update(_named(problem, source))
    return tuple(
        problem
        for problem in found
        if not problem.place
        or (problem.place.line not in lines and not _is_named(problem, pieces.get(problem.place.line, set())))
    )


def _is_named(problem: Diagnostic, words: set[str]) -> bool:
    """Whether all words that a problem says are not what was typed are among some."""
    mine = _words(problem)
    return bool(words) and mine <= words


def _words(problem: Diagnostic) -> set[str]:
    """The words that a problem says are not what was typed."""
    quoted = QUOTED.search(problem.message)
    return set(WORD.findall(quoted[1].casefold())) if quoted else set()


def _named(problem: Diagnostic, source: Source) -> set[str]:
    """The words that a problem tells of: those of its message, and what was typed at its place."""
    place = problem.place
    typed = ""
    if place and place.column and place.end_line >= place.line:
        rows = [source.line(number) for number in range(place.line, place.end_line + 1)]
        rows[-1] = rows[-1][: place.end_column - 1]
        rows[0] = rows[0][place.column - 1 :]
        typed = " ".join(rows)
    return set(WORD.findall(f"{problem.message} {typed}".casefold()))


def told_once(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each problem once; what is wrong on the pages and on the web page in the same way is told of both."""
    found = tuple(dict.fromkeys(problems))
    everywhere = {each for each in found if ON_WEB in each.message and _of_pages(each) in found}
    twins = {_of_pages(each) for each in everywhere}
    return tuple(
        replace(each, message=each.message.replace(ON_PAGES, ON_BOTH)) if each in twins else each
        for each in found
        if each not in everywhere
    )


def _of_pages(problem: Diagnostic) -> Diagnostic:
    return replace(problem, message=problem.message.replace(ON_WEB, ON_PAGES))


def _passage(line: int, source: Source) -> range:
    """A line and those that go on with it."""
    end = line + 1
    while line >= source.body_line and not BEGINS.match(source.line(end)):
        end += 1
    return range(line, end)
