"""Hold what a deliverable shows to what its author typed.

In:  the manuscript, and the text of a finished deliverable.
Out: problems: words that were lost, changed, doubled or moved on their way, and markup that is printed as it
     was typed, each with its place in the file.

    Source ─ source_words ─> passages ─┐
                                       ├─ compare_words ─> differences ─> problems
    deliverable ─ text ─> Printed ─────┘
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.model import Diagnostic, SourceRange, diagnostic
from issuebrief.frontmatter.read import locate
from issuebrief.l10n import words
from issuebrief.preflight.pages import find
from issuebrief.preflight.proof import quoted
from issuebrief.preflight.told_already import ON_PAGES, not_told
from issuebrief.preflight.wording.bare_text import bare
from issuebrief.preflight.wording.compare_words import differences, doubled
from issuebrief.preflight.wording.counted_words import uncounted
from issuebrief.preflight.wording.difference import Difference, DifferenceKind
from issuebrief.preflight.wording.find_words import seek
from issuebrief.preflight.wording.moved_words import moved
from issuebrief.preflight.wording.nothing import NOTHING
from issuebrief.preflight.wording.printed_words import Printed
from issuebrief.preflight.wording.raw_markup import raw_markup
from issuebrief.preflight.wording.source_words import UNSHOWN, passages, repeated
from issuebrief.preflight.wording.turned_words import lost_turned
from issuebrief.publication import publication_of, states
from issuebrief.stated_values import Setting, stated_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.source import Source
    from issuebrief.manuscript import Manuscript
    from issuebrief.preflight.wording.source_words import Passage

MOST = 12
"""So many problems are told one by one."""
HEADING = re.compile(r" {0,3}#")


@dataclass(frozen=True)
class _Value:
    """A value of the front matter, by its keys."""

    keys: tuple[str | int, ...]
    text: str
    passages: tuple[Passage, ...]


def inspect_words(
    manuscript: Manuscript,
    pages: Sequence[str],
    where: str = ON_PAGES,
    *,
    left_out: str = UNSHOWN,
    told: Sequence[Diagnostic] = (),
) -> tuple[Diagnostic, ...]:
    """All in which a deliverable's text differs from what was typed.

    `where` says in a message where it is shown; `left_out` are the elements of HTML that it holds nothing of.
    What reading the brief told already, or was `told` while the deliverable was made, is not told again.
    """
    source, printed = manuscript.source, Printed(pages)
    values = tuple(_values(manuscript.brief))
    of_values = tuple(passage for value in values for passage in value.passages)
    of_body = passages(source.body, left_out)
    bodies = {id(passage) for passage in of_body}
    sought = seek((*of_values, *of_body), printed)
    found = uncounted(list(differences(sought, printed)), (*of_values, *of_body), printed)
    may_repeat = [bare(text) for text in repeated(source.body)]
    may_repeat += [bare(passage.text) for passage in of_values]
    may_repeat += [bare(passage.text) for passage in of_body if passage.aside or _is_heading(passage, source)]
    found += doubled(of_body, found, printed, may_repeat)
    brief = manuscript.brief
    cited = (brief.title, *(author.name for author in brief.authors))
    found += lost_turned((*of_values, *of_body), printed, words(brief.lang, brief.labels).cite, cited)
    found += moved([each for each in sought if id(each.passage) in bodies], printed)
    problems: list[Diagnostic] = []
    for value in values:
        problems += _of_value(value, found, source, where)
    for difference in found:
        if id(difference.passage) in bodies:
            problems.append(_problem(difference, _place(difference, source), source, where))
    placed = [(locate(source, *value.keys), value.text) for value in values]
    problems += raw_markup(source, pages, (*of_values, *of_body), placed)
    return tuple(_limited(not_told(problems, (*manuscript.problems, *told), source)))


def _values(brief: Brief) -> Iterator[_Value]:
    """What the front matter says in words."""
    plain: list[tuple[tuple[str | int, ...], str]] = [
        (("title",), brief.title),
        (("subtitle",), brief.subtitle),
    ]
    marked: list[tuple[tuple[str | int, ...], str]] = [(("abstract",), brief.abstract)]
    for number, author in enumerate(brief.authors):
        plain += [(("authors", number, "name"), author.name), (("authors", number, "role"), author.role)]
        marked.append((("authors", number, "bio"), author.bio))
    if brief.cover:
        plain.append((("cover", "credit"), brief.cover.credit))
    plain += [(("keywords", number), word) for number, word in enumerate(brief.keywords)]
    marked += [(("key_points", number), point) for number, point in enumerate(brief.key_points)]
    marked += [(("disclaimer",), brief.disclaimer), (("copyright",), brief.copyright)]
    if brief.publisher:
        marked.append((("publisher", "about"), brief.publisher.about))
    marked += [(each.keys, each.text) for each in stated_values(brief) if each.setting is not Setting.UNSEEN]
    plain += _in_other_words(brief) if states(brief) else []
    yield from (_Value(keys, text, passages(text)) for keys, text in (*plain, *marked) if text)


def _in_other_words(brief: Brief) -> list[tuple[tuple[str | int, ...], str]]:
    """What the front matter says in a code or as a date, in the words in which templates print it."""
    labels = words(brief.lang, brief.labels)
    publication = publication_of(brief, labels)
    return [
        (("license",), publication.license.printed if publication.license else ""),
        (("updated",), publication.updated),
        (("embargo",), publication.embargo),
        (("draft",), labels.draft if brief.draft else ""),
    ]


def _of_value(value: _Value, found: Sequence[Difference], source: Source, where: str) -> Iterator[Diagnostic]:
    """What became of a value of the front matter; one that is not printed at all is told as that."""
    own = {id(passage): bare(passage.text) for passage in value.passages}
    mine = [difference for difference in found if id(difference.passage) in own]
    if not mine:
        return
    place = locate(source, *value.keys)
    source, line = source.holder(place), place.line
    if sum(len(bare(each.typed)) for each in mine) * 2 > sum(map(len, own.values())):
        name = ".".join(str(key) for key in value.keys if isinstance(key, str))
        message = f"{name}, {quoted(value.passages[0].text.replace(NOTHING, ''))}, does not appear {where}"
        hint = "let a template print it, or remove it; if it is left out on purpose, turn this rule off"
        code = "text.left-out"
        yield diagnostic(CODES[code].severity, code, message, place, hint, source.line(line))
        return
    for difference in mine:
        place = find(difference.typed, line, source)
        yield _problem(difference, place, source, where)


def _place(difference: Difference, source: Source) -> SourceRange:
    """Where the words of a difference stand in the file."""
    text, start = difference.passage.text, difference.start
    end = start + len(difference.typed) if text.startswith(difference.typed, start) else start
    while start < len(text) - 1 and (text[start] == NOTHING or text[start].isspace()):
        start += 1
    return source.piece_of_body(difference.passage.start + start, difference.passage.start + end)


def _is_heading(passage: Passage, source: Source) -> bool:
    return bool(
        HEADING.match(source.line(_place(Difference(DifferenceKind.LOST, passage, 0, ""), source).line))
    )


def _problem(difference: Difference, place: SourceRange, source: Source, where: str) -> Diagnostic:
    words = quoted(difference.typed.replace(NOTHING, ""))
    if difference.kind is DifferenceKind.LOST:
        code, message = "text.lost", f"{words} is typed here and does not appear {where}"
        hint = "check whether markup or HTML around it removes it; a backslash before a character keeps it"
    elif difference.kind is DifferenceKind.DOUBLED:
        code, message = "text.doubled", f"{words} is typed once and appears twice {where}"
        hint = "see whether the markup around it is closed, and whether a template prints it again"
    elif difference.kind is DifferenceKind.MOVED:
        code, behind = "text.moved", quoted(difference.printed)
        message = f"{words} is typed here and appears elsewhere {where}"
        message += f", behind {behind}" if difference.printed else ", before all else"
        hint = "see whether the markup around it is closed, and whether a style gives it another place"
    else:
        code, instead = "text.changed", quoted(difference.printed)
        message = f"{words} is typed here, and {instead} appears {where}"
        if not difference.printed:
            message = f"{words} is typed here and is missing {where}"
        hint = "put a backslash before a sign or a full stop that is read as markup, such as 5\\. or \\+"
    excerpt = source.line(place.line) if place.column else ""
    return diagnostic(CODES[code].severity, code, message, place, hint, excerpt)


def _limited(problems: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """The first problems, and one that counts the rest."""
    yield from problems[:MOST]
    if rest := problems[MOST:]:
        first = rest[0]
        message = (
            f"{first.message}; so do {len(rest) - 1} more differences" if len(rest) > 1 else first.message
        )
        yield diagnostic(first.severity, first.code, message, first.place, first.hint, first.excerpt)
