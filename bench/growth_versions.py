"""Pairs of versions that `growth.py` lets grow, to be compared.

In:  nothing.
Out: `VERSIONS`: by name, from a number of repetitions to the bodies of the earlier and the later version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Bodies = tuple[str, str]


def _pair(old: Iterable[str], new: Iterable[str], between: str = "\n\n") -> Bodies:
    return between.join(old), between.join(new)


def _sentence(number: int, word: str = "rises") -> str:
    return f"In the year {number} the water {word}."


def _table(rows: Iterable[str]) -> str:
    return "\n".join(("| a | b |", "| --- | --- |", *rows))


def _paragraphs_changed(size: int) -> Bodies:
    numbers = range(size // 10)
    return _pair(map(_sentence, numbers), (_sentence(n, "falls") for n in numbers))


def _paragraphs_turned_round(size: int) -> Bodies:
    texts = list(map(_sentence, range(size // 10)))
    return _pair(texts, reversed(texts))


def _paragraphs_out_and_in(size: int) -> Bodies:
    numbers = range(size // 10)
    return _pair(map(_sentence, numbers), (_sentence(n + size) for n in numbers if n % 2))


def _alike(size: int) -> Bodies:
    return _pair(["The same."] * (size // 10), ["The same.", *["The same."] * (size // 10)])


def _in_paragraphs(words: Iterable[str]) -> str:
    """Words in paragraphs of four hundred: longer ones are not read."""
    found = list(words)
    return "\n\n".join(" ".join(found[start : start + 400]) for start in range(0, len(found), 400))


def _words_changed(size: int) -> Bodies:
    old = (f"w{n}" for n in range(size))
    return _in_paragraphs(old), _in_paragraphs(f"w{n}" if n % 3 else f"x{n}" for n in range(size))


def _words_turned_round(size: int) -> Bodies:
    old = [f"w{n}" for n in range(size)]
    return _in_paragraphs(old), _in_paragraphs(reversed(old))


def _rows_changed(size: int) -> Bodies:
    numbers = range(size // 10)
    return (
        _table(f"| {n} | water |" for n in numbers),
        _table(f"| {n} | {'ice' if n % 2 else 'water'} |" for n in numbers if n % 5),
    )


def _items_changed(size: int) -> Bodies:
    numbers = range(size // 10)
    return _pair((f"- item {n}" for n in numbers), (f"- item {n + n % 2}" for n in numbers), "\n")


def _notes_put_in(size: int) -> Bodies:
    numbers = range(1, size // 20)
    old = "".join(f"Text.[^{n}] " for n in numbers if n % 2)
    new = "".join(f"Text.[^{n}] " for n in numbers)
    notes = [f"[^{n}]: Note {n}." for n in numbers]
    return "\n\n".join((old, *notes[::2])), "\n\n".join((new, *notes))


VERSIONS: dict[str, Callable[[int], Bodies]] = {
    "paragraphs changed": _paragraphs_changed,
    "paragraphs in reverse": _paragraphs_turned_round,
    "paragraphs taken out and put in": _paragraphs_out_and_in,
    "paragraphs all alike": _alike,
    "words changed": _words_changed,
    "words in reverse": _words_turned_round,
    "rows changed": _rows_changed,
    "items of a list changed": _items_changed,
    "notes put in": _notes_put_in,
}
