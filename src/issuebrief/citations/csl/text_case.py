"""The case of text as `text-case` asks for it.

In:  runs, the case, and whether the text is English: only English has title case.
Out: the runs in that case; words with capitals of their own, and pieces that are kept, stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import replace

from issuebrief.citations.csl.runs import Run, Runs

WORD = re.compile(r"[^\s\-–—/:]+|[\s\-–—/:]+")
STOP_WORDS = frozenset(
    """a about above across afore after against al along alongside amid amidst among amongst an and
    anenst apropos apud around as aside astride at athwart atop barring before behind below beneath
    beside besides between beyond but by c ca circa contra d de despite down et for from in inside
    into lest like modulo near next nor of off on onto or out over per plus pro qua sans since so
    than the thru through to toward towards until up upon v van versus via vis vis-à-vis von vs with
    within without yet""".split()  # noqa: SIM905
)
"""Words that title case leaves small, but for the first and the last (the list of the CSL specification)."""
ENDS, BEGINS = (":", "?"), (":", "?", "!", "\ue000", ".")
"""Marks that end a title within a title, and those that another begins behind."""
LETTERS = re.compile(r"[^\W\d_]")


def in_case(runs: Runs, case: str, *, english: bool) -> Runs:
    """The runs in a text case of CSL."""
    if case == "lowercase":
        # What a style wants small stays so at the beginning of a note, as "ibid" does in OSCOLA.
        return [run if run.look.kept else Run(run.text.lower(), replace(run.look, kept=True)) for run in runs]
    if case == "uppercase":
        return [run if run.look.kept else Run(run.text.upper(), run.look) for run in runs]
    if case == "capitalize-first":
        return _first(runs)
    if case == "capitalize-all":
        return [run if run.look.kept else Run(_all(run.text), run.look) for run in runs]
    if case == "sentence":
        return _sentence(runs)
    return _title(runs) if case == "title" and english else runs


def _capital(word: str) -> str:
    """A word with its first letter as a capital, unless it has capitals already."""
    found = LETTERS.search(word)
    if not found or word != word.lower() or (word[:1].isdigit()):
        return word
    return word[: found.start()] + word[found.start()].upper() + word[found.start() + 1 :]


def _first(runs: Runs) -> Runs:
    for number, run in enumerate(runs):
        if not run.text.strip(" \ue000"):
            continue
        if run.look.kept:
            return runs
        words = WORD.split(run.text, maxsplit=1)
        del words
        found = WORD.search(run.text)
        while found and not LETTERS.search(found[0]) and found.end() < len(run.text):
            found = WORD.search(run.text, found.end())
        if not found:
            return runs
        text = run.text[: found.start()] + _capital(found[0]) + run.text[found.end() :]
        return [*runs[:number], Run(text, run.look), *runs[number + 1 :]]
    return runs


def _all(text: str) -> str:
    return WORD.sub(lambda found: _capital(found[0]), text)


def _sentence(runs: Runs) -> Runs:
    """Small letters but for the first; a text all in capitals too."""
    shouts = "".join(run.text for run in runs).isupper()
    small = [
        run
        if run.look.kept
        else Run(
            WORD.sub(lambda f: f[0].lower() if shouts or f[0][1:] == f[0][1:].lower() else f[0], run.text),
            run.look,
        )
        for run in runs
    ]
    return _first(small)


def _title(runs: Runs) -> Runs:
    """Capitals for all words but the small ones between the first and the last."""
    whole = "".join(run.text for run in runs)
    shouts = whole.isupper() and " " in whole.strip()
    words = [
        (number, found)
        for number, run in enumerate(runs)
        for found in WORD.finditer(run.text)
        if LETTERS.search(found[0])
    ]
    if not words:
        return runs
    changed: dict[int, list[tuple[int, int, str]]] = {}
    before = ":"
    for at, (number, found) in enumerate(words):
        run = runs[number]
        word = found[0]
        behind = run.text[found.end() :].lstrip()[:1]
        edge = at in (0, len(words) - 1) or behind in ENDS or word[-1] in ENDS
        edge = edge or before.rstrip()[-1:] in BEGINS
        hyphened = run.text[found.start() - 1 : found.start()] in ("-", "–", "’", "'")
        bare = word.strip("\ue000\ue001.,;:?!()[]“”‘’\"'").lower()
        following = at + 1 < len(words) and words[at + 1][0] == number
        stop = words[at + 1][1].start() if following else len(run.text)
        before = word + run.text[found.end() : stop]
        if run.look.kept:
            continue
        if shouts:
            word = word.lower()
        if bare not in STOP_WORDS or (edge and not (hyphened and bare in STOP_WORDS and at)):
            word = _capital(word)
        elif word == _capital(word.lower()) and not edge:
            word = word.lower()
        changed.setdefault(number, []).append((*found.span(), word))
    made: Runs = []
    for number, run in enumerate(runs):
        text, end = "", 0
        for start, stop, word in changed.get(number, ()):
            text += run.text[end:start] + word
            end = stop
        made.append(Run(text + run.text[end:], run.look))
    return made
