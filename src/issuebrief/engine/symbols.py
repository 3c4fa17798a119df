"""A symbol of WeasyPrint or pydyf, and how something else stands in for it.

In:  a `Symbol` and what stands in for it.
Out: the symbol replaced while a block runs, and what was there before put back after it.

Replacements of one symbol may be nested: each calls the one that it found. They are visible to the whole
process, so the lock is held by the thread that makes one for as long as it lasts.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from issuebrief.engine.loading import load_engine
from issuebrief.engine.lock import LOCK

if TYPE_CHECKING:
    from collections.abc import Iterator

load_engine()


class Phase(Enum):
    """When a symbol is replaced."""

    READ = "style sheets and pictures are read"
    LAY_OUT = "pages are laid out"
    DRAW = "pages are drawn"
    WRITE = "a file is written"


@dataclass(frozen=True, slots=True)
class Symbol:
    """Something of the engine that is called by its name, and why it is replaced.

    `owner` is a module, a class of a module, or a dictionary that WeasyPrint looks functions up in.
    `parameters` are those that the replacement counts on, by their places; none for what is no function.
    """

    owner: str
    name: str
    phase: Phase
    parameters: tuple[str, ...]
    why: str

    @property
    def value(self) -> Any:
        """What stands there now."""
        owner = _owner(self.owner)
        return owner[self.name] if isinstance(owner, dict) else getattr(owner, self.name)


@contextmanager
def replaced(symbol: Symbol, stand_in: Any) -> Iterator[None]:
    """Let something stand in for a symbol while the block runs."""
    with LOCK:
        before = symbol.value
        _put(symbol, stand_in)
        try:
            yield
        finally:
            _put(symbol, before)


def _put(symbol: Symbol, value: Any) -> None:
    owner = _owner(symbol.owner)
    if isinstance(owner, dict):
        owner[symbol.name] = value
    else:
        setattr(owner, symbol.name, value)


@cache
def _owner(path: str) -> Any:
    """The module of a dotted path, or what it names inside of one."""
    try:
        return import_module(path)
    except ModuleNotFoundError:
        parent, _, name = path.rpartition(".")
        return getattr(import_module(parent), name)


def symbol(phase: Phase, path: str, parameters: str, why: str) -> Symbol:
    """The symbol of a dotted path, with its parameters one after the other, and why it is replaced."""
    owner, _, name = path.rpartition(".")
    return Symbol(owner, name, phase, tuple(parameters.split()), why)
