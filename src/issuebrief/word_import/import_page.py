"""The report of an import as a page: every guess, change and loss with the words of its paragraph.

In:  what an import made, and the problems that came up when it was written.
Out: one HTML file that needs nothing beside it.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from issuebrief.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.word_import.documents.model import ImportedBrief

PAGE = "import-report.html"
"""The name of the file."""
LONGEST = 400
"""Characters of a paragraph that are repeated."""
GROUPS = (
    (
        "word.tracked-change",
        "Changes to decide on",
        "Nothing is imported before they are accepted or rejected.",
    ),
    ("word.lost", "Lost", "Copy these words from the manuscript, and report it as a fault of issuebrief."),
    ("word.missing", "Missing", "The brief needs it, and the manuscript does not have it."),
    ("word.left-out", "Left out", "It is in the manuscript and not in the brief."),
    ("word.changed", "Changed", "It is in the brief in another form."),
    ("word.guess", "Guesses", "The manuscript does not say it. Correct the brief where a guess is wrong."),
)
DIFFERS = ' class="differs"'
OTHERS = ("Others", "What else came up.")
STYLE = """
:root { color-scheme: light dark; --ink: light-dark(#1b1f24, #e4e8ec); --quiet: light-dark(#525e6a, #a4aeb9);
  --ground: light-dark(#ffffff, #16191d); --line: light-dark(#d3dae1, #333a42);
  --brand: light-dark(#12304f, #c3d5e8) }
body { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; background: var(--ground);
  color: var(--ink); font: 1rem/1.5 "Source Sans 3", system-ui, sans-serif; overflow-wrap: anywhere }
h1, h2 { line-height: 1.25; color: var(--brand) }
h2 { margin: 2.5rem 0 0 }
p { margin: 0.25rem 0 }
.about, .hint, .words, footer { color: var(--quiet) }
table { width: 100%; border-collapse: collapse; margin: 0.75rem 0; font-variant-numeric: tabular-nums }
th, td { padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--line); text-align: start;
  vertical-align: top }
.number { width: 6rem }
.words { margin-top: 0.25rem; font-family: "Source Serif 4", Georgia, serif; font-style: italic }
.differs { font-weight: 600 }
@media print { body { padding: 0 } tr { break-inside: avoid } }
"""


def as_page(made: ImportedBrief, problems: Sequence[Diagnostic]) -> str:
    """The page."""
    name = escape(made.source.name)
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Import of {name}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>Import of {name}</h1>\n{_summary(problems)}\n{_counts(made)}\n"
        f"{''.join(_groups(problems, made.paragraphs))}</main>\n"
        f"<footer><p>issuebrief {escape(__version__)}. Paragraphs are counted from 1, empty ones and those "
        "of tables included.</p></footer>\n</body>\n</html>\n"
    )


def _summary(problems: Sequence[Diagnostic]) -> str:
    if not problems:
        return "<p>Nothing was guessed, changed or left out.</p>"
    number = len(problems)
    return f"<p>{number} {'remark' if number == 1 else 'remarks'}, in the order of the manuscript.</p>"


def _counts(made: ImportedBrief) -> str:
    if not made.counts:
        return ""
    rows = "".join(
        f"<tr{'' if each.before == each.after else ' class=' + chr(34) + 'differs' + chr(34)}>"
        f'<th scope="row">{escape(each.kind)}</th><td>{each.before:,}</td><td>{each.after:,}</td></tr>\n'
        for each in made.counts
    )
    head = '<tr><td></td><th scope="col">in the manuscript</th><th scope="col">in the brief</th></tr>'
    return f"<table>\n<thead>{head}</thead>\n<tbody>\n{rows}</tbody>\n</table>"


def _groups(problems: Iterable[Diagnostic], paragraphs: Mapping[int, str]) -> Iterator[str]:
    left = list(problems)
    for code, title, about in GROUPS:
        own = [problem for problem in left if problem.code == code]
        left = [problem for problem in left if problem.code != code]
        yield _group(title, about, own, paragraphs)
    yield _group(*OTHERS, left, paragraphs)


def _group(title: str, about: str, problems: Sequence[Diagnostic], paragraphs: Mapping[int, str]) -> str:
    if not problems:
        return ""
    rows = "".join(_row(problem, paragraphs) for problem in problems)
    head = '<tr><th scope="col" class="number">Paragraph</th><th scope="col">Remark</th></tr>'
    return (
        f'<section>\n<h2>{escape(title)} ({len(problems)})</h2>\n<p class="about">{escape(about)}</p>\n'
        f"<table>\n<thead>{head}</thead>\n<tbody>\n{rows}</tbody>\n</table>\n</section>\n"
    )


def _row(problem: Diagnostic, paragraphs: Mapping[int, str]) -> str:
    number = problem.place.line if problem.place else 0
    words = " ".join(paragraphs.get(number, "").split())
    shown = words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"
    begins = problem.message.partition(" ")[0]
    message = problem.message if "." in begins else begins.capitalize() + problem.message[len(begins) :]
    hint = (
        f'<p class="hint">{escape(problem.hint[:1].upper() + problem.hint[1:])}.</p>' if problem.hint else ""
    )
    quoted = f'<p class="words">{escape(shown)}</p>' if shown else ""
    return f"<tr><td>{number or '–'}</td><td><p>{escape(message)}.</p>{hint}{quoted}</td></tr>\n"
