"""What of a text's differences another problem tells.

In:  problems of the comparison of words, and those that were found before or in another deliverable.
Out: the first, without those whose words one of the second stands at or names, and with what pages and web
     page have in common told once.

A command of TeX that is left out is told as that, and its words are not told as lost once more. The rest of
its passage is none of it.
"""

from __future__ import annotations

import re
import sys
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
OF_A_PASSAGE = re.compile(r"markup\.unclosed-fence|text\.cut")
"""Those of them that concern all that follows in their passage, and do not name it."""
QUOTED = re.compile(r"“(.*?)”", re.DOTALL)
WORD, NUMBER = re.compile(r"\w+"), re.compile(r"\b\d+\b")
MOVED = "text.moved"
ON_PAGES, ON_WEB = "on the pages", "on the web page"
ON_BOTH = f"{ON_PAGES} and {ON_WEB}"
BEGINS = re.compile(r"[ \t>]*(?:$|[-*+|#][ \t]|\||\d+[.)][ \t])")
"""What a passage ends before: a blank line, an entry of a list, a row of a table."""


def not_told(
    found: Iterable[Diagnostic], told: Sequence[Diagnostic], source: Source
) -> tuple[Diagnostic, ...]:
    """The problems found, but for those of words of which something was told that explains them."""
    explaining: dict[int, list[Diagnostic]] = {}
    for problem in told:
        if problem.severity >= Severity.WARNING and _is_in(problem, source) and EXPLAINS.match(problem.code):
            assert problem.place
            for line in _passage(problem.place.line, source):
                explaining.setdefault(line, []).append(problem)
    return tuple(
        problem
        for problem in found
        if not problem.place
        or not _is_in(problem, source)
        or not _is_explained(problem, explaining.get(problem.place.line, ()), source)
    )


def _is_in(problem: Diagnostic, source: Source) -> bool:
    """Whether a problem is one of that file, and not of the institute's."""
    return problem.place is not None and problem.place.path == source.path


def _is_explained(problem: Diagnostic, told: Sequence[Diagnostic], source: Source) -> bool:
    """Whether some problems of its passage account for all words that a problem says are not as typed.

    They do for those that they stand at and, from there on, for those that they quote.
    """
    before = [other for other in told if _start(other) < _end(problem)]
    if any(OF_A_PASSAGE.match(other.code) or _is_within(problem, other) for other in before):
        return True
    named = {word for other in before for word in _named(other, source)}
    words = set(WORD.findall((_typed(problem, source) or _quoted(problem)).casefold()))
    return bool(words) and words <= named


def _is_within(problem: Diagnostic, other: Diagnostic) -> bool:
    """Whether a problem stands in the piece of text that another is told of."""
    has_piece = other.place and other.place.column and other.place.end_line
    return bool(has_piece) and _start(other) <= _start(problem) and _end(problem) <= _end(other)


def _start(problem: Diagnostic) -> tuple[int, int]:
    return (problem.place.line, problem.place.column) if problem.place else (0, 0)


def _end(problem: Diagnostic) -> tuple[int, int]:
    """Where a problem ends; what has no columns is its whole line."""
    place = problem.place
    if place and place.column and place.end_line:
        return place.end_line, place.end_column
    return (place.line, sys.maxsize) if place else (0, 0)


def _named(problem: Diagnostic, source: Source) -> set[str]:
    """The words that a problem tells of: what was typed at its place, what it quotes, and its numbers."""
    numbers = " ".join(NUMBER.findall(problem.message))
    return set(WORD.findall(f"{_quoted(problem)} {numbers} {_typed(problem, source)}".casefold()))


def _quoted(problem: Diagnostic) -> str:
    return " ".join(QUOTED.findall(problem.message))


def _typed(problem: Diagnostic, source: Source) -> str:
    """What was typed at a problem's place; nothing where no end of it is known."""
    place = problem.place
    if not place or not place.column or place.end_line < place.line:
        return ""
    rows = [source.line(number) for number in range(place.line, place.end_line + 1)]
    rows[-1] = rows[-1][: place.end_column - 1]
    rows[0] = rows[0][place.column - 1 :]
    return " ".join(rows)


def told_once(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each problem once; what is wrong on the pages and on the web page in the same way is told of both.

    What a style moves on the pages is told with its place there, not for its order in the file as well.
    """
    found = tuple(dict.fromkeys(problems))
    moved = {each.place.line for each in found if each.code == MOVED and each.spots and each.place}
    found = tuple(
        each
        for each in found
        if each.code != MOVED or each.spots or not each.place or each.place.line not in moved
    )
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
