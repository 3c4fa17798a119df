"""Marks where pieces of a citation meet: none doubled, quotation marks in pairs of the right kind.

In:  the runs of a citation as the style has put them together.
Out: the same as they are printed.

Where two marks meet, one of them may swallow the other, as the question mark of "Why?" does a full stop; a
comma stays behind it (Chicago 6.125). The rest of the table is that of the test suite of CSL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.citations.csl.runs import CLOSE, OPEN, Run, Runs

if TYPE_CHECKING:
    from issuebrief.citations.csl.locales import Locale

FIRST, BOTH, SECOND = 0, 1, 2
MEETING = {
    "!": {".": FIRST, "!": FIRST, ":": FIRST, ",": BOTH, "?": BOTH, ";": BOTH},
    "?": {".": FIRST, "?": FIRST, ":": FIRST, ",": BOTH, "!": BOTH, ";": BOTH},
    ".": {".": FIRST, "…": SECOND},
    "…": {".": FIRST, "…": FIRST},
    ":": {":": FIRST, ",": FIRST, ".": FIRST, ";": SECOND, "!": SECOND, "?": SECOND},
    ";": {";": FIRST, ",": FIRST, ".": FIRST, ":": FIRST, "!": SECOND, "?": SECOND},
    ",": {",": FIRST, ":": SECOND, ";": SECOND, ".": SECOND, "!": SECOND, "?": SECOND},
}
MARKS = frozenset(MEETING)


def finished(runs: Runs, locale: Locale) -> Runs:
    """The runs with their marks set right."""
    met = _met(_apart(runs), moves_in=locale.punctuation_in_quote)
    return _quoted(met, locale)


def _apart(runs: Runs) -> Runs:
    """The runs with each place of a quotation mark in a run of its own."""
    parted: Runs = []
    for run in runs:
        if OPEN not in run.text and CLOSE not in run.text:
            if run.text:
                parted.append(run)
            continue
        piece = ""
        for sign in run.text:
            if sign in (OPEN, CLOSE):
                if piece:
                    parted.append(Run(piece, run.look))
                parted.append(Run(sign, run.look))
                piece = ""
            else:
                piece += sign
        if piece:
            parted.append(Run(piece, run.look))
    return parted


def _met(runs: Runs, *, moves_in: bool) -> Runs:
    """The runs without what is swallowed where two of them meet; marks go into quotations if they do."""
    done: Runs = []
    for run in runs:
        text = run.text
        while done and text:
            last = _last_of(done)
            mark, first = done[last].text[-1:], text[0]
            closes = last < len(done) - 1
            if first == " " and mark == " " and not closes:
                text = text[1:]
                continue
            if closes and not (moves_in and first in ".,"):
                # Behind a quotation that ends in a full stop or a question no other full stop follows.
                if first == "." and mark in (".", "!", "?"):
                    text = text[1:]
                break
            if first not in MARKS:
                break
            kept = MEETING.get(mark, {}).get(first, BOTH)
            if kept == FIRST:
                text = text[1:]
                continue
            if kept == SECOND:
                done[last] = Run(done[last].text[:-1], done[last].look)
            if closes:
                done[last] = Run(done[last].text + first, done[last].look)
                text = text[1:]
            break
        if text:
            done.append(Run(text, run.look))
    return done


def _last_of(done: Runs) -> int:
    """The last run that is no end of a quotation."""
    last = len(done) - 1
    while last > 0 and (done[last].text == CLOSE or not done[last].text):
        last -= 1
    return last


def _quoted(runs: Runs, locale: Locale) -> Runs:
    """The runs with quotation marks: those of the language, the inner kind within others."""
    printed: Runs = []
    depth = 0
    for run in runs:
        if run.text == OPEN:
            printed.append(Run(locale.quote(is_open=True, inner=depth % 2 == 1), run.look))
            depth += 1
        elif run.text == CLOSE:
            depth = max(depth - 1, 0)
            printed.append(Run(locale.quote(is_open=False, inner=depth % 2 == 1), run.look))
        else:
            printed.append(run)
    return printed


def capitalised(runs: Runs) -> Runs:
    """The runs with a capital at their beginning, unless the word there, or the style, has it otherwise."""
    for number, run in enumerate(runs):
        text = run.text.lstrip(" \u00a0\u202f“‘«„\"'(")
        if not text.strip():
            continue
        word = text.split(maxsplit=1)[0]
        if run.look.kept:
            return runs
        if word[0].islower() and word == word.lower() and "://" not in word and "." not in word[:-1]:
            start = len(run.text) - len(text)
            changed = run.text[:start] + text[0].upper() + text[1:]
            return [*runs[:number], Run(changed, run.look), *runs[number + 1 :]]
        return runs
    return runs
