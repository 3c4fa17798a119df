"""What imports compile anew in each process, kept from one run to the next.

In:  a process that begins (`use_compile_cache`), and one that has done its work (`keep_compiled`).
Out: regular expressions, and the methods that `dataclasses` writes as text, without a compiler: together they
     are an eighth of the processor time of a short brief.

Both are compiled from a text alone, so the text is the key, and an entry is right for as long as Python
stays the same. The entries lie beside the compiled modules of this package, as Python keeps those: under a
name that holds the Python they are for, written as a whole, and not at all where Python may not write. What
is kept is what is compiled while modules are imported, and what `lasting` makes: a pattern that is made of a
brief's words is not.

This changes two functions of the standard library for the whole process. The command does so; whoever imports
the package as a library is left alone.
"""

from __future__ import annotations

import builtins
import dataclasses
import marshal
import os
import re
import sys
from array import array
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType, FrameType

IMPORT_SYSTEM = "<frozen importlib._bootstrap>"
"""The file that functions of the import system say they are from."""
MOST = 5000
"""Entries that are kept, more than twice what all modules make; past it, those of older releases go."""
WORD = "I"
"""The type of the numbers of a program, four bytes each."""
UNSTEADY = "email._header_value_parser"
"""The module that makes patterns of sets, in another order each time."""
LOCALE = int(re.LOCALE)
"""The flag of patterns that depend on more than their text."""
Whatever = TypeVar("Whatever")
Program = tuple[int, bytes, int, dict[str, int]]
"""A compiled pattern as the engine of regular expressions takes it: flags, code, groups, and their names."""


@dataclass(frozen=True)
class Compiled:
    """Programs by pattern and flags, and marshalled code by its text."""

    programs: dict[tuple[str | bytes, int], Program] = field(default_factory=dict)
    methods: dict[str, bytes] = field(default_factory=dict)

    def __len__(self) -> int:
        """The number of entries."""
        return len(self.programs) + len(self.methods)


@dataclass(frozen=True)
class CompileCache:
    """The entries of earlier processes, and those that this one has made."""

    kept: Compiled
    made: Compiled = field(default_factory=Compiled)


def use_compile_cache() -> None:
    """Compile nothing in this process that an earlier one has compiled."""
    if sys.implementation.name == "cpython" and not compile_cache_used():
        _install(_cache())


def compile_cache_used() -> bool:
    """Whether this process does that."""
    return _cache.cache_info().currsize > 0


def lasting(make: Callable[[], Whatever]) -> Whatever:
    """What `make` makes: all that it compiles stands in the program, and is the same for every brief."""
    return make()


def keep_compiled() -> None:
    """Write what was compiled in this process for the first time, if anything was."""
    if not compile_cache_used() or not _cache().made or sys.dont_write_bytecode:
        return
    made, written = _cache().made, _read()
    if len(made) + len(written) > MOST:
        written = Compiled()
    both = written.programs | made.programs, written.methods | made.methods
    keep_beside(_place(), marshal.dumps(both))


def keep_beside(place: Path, content: bytes) -> None:
    """Write a file among the compiled modules as a whole, or not at all."""
    unfinished = place.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(content)
        unfinished.replace(place)


@cache
def _cache() -> CompileCache:
    """The entries that this process uses."""
    return CompileCache(_read())


def _read() -> Compiled:
    """The entries that were written; none where there is no file, or none that can be used."""
    try:
        return Compiled(*marshal.loads(_place().read_bytes()))
    except Exception:  # Whatever a damaged file raises: it is made again.
        return Compiled()


def _place() -> Path:
    """Where the entries of this Python are kept."""
    key = source_hash(MAGIC_NUMBER + f"{sys.version} {re._compiler.MAGIC}".encode()).hex()  # type: ignore[attr-defined]
    return Path(cache_from_source(str(Path(__file__).with_name(f"compiled_{key}.py"))))


def _install(entries: CompileCache) -> None:
    """Let `re` and `dataclasses` look into the entries first."""
    compiler: Any = re._compiler  # type: ignore[attr-defined]
    compiler.compile = _compiling_patterns(compiler, entries)
    # What `dataclasses` calls is the built-in function, unless its module has one of that name.
    vars(dataclasses)["exec"] = _running(entries)


def _compiling_patterns(compiler: Any, entries: CompileCache) -> Callable[..., re.Pattern[Any]]:
    plain, engine = compiler.compile, compiler._sre

    def compile_pattern(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        key = (pattern, int(flags))
        kept = entries.kept.programs.get(key) if type(pattern) in (str, bytes) else None
        if kept is not None:
            return _pattern(engine, pattern, *kept)
        compiled: re.Pattern[Any] = plain(pattern, flags)
        if type(pattern) in (str, bytes) and not compiled.flags & LOCALE and _lasts():
            code = array(WORD, compiler._code(compiler._parser.parse(pattern, flags), flags)).tobytes()
            entries.made.programs[key] = (compiled.flags, code, compiled.groups, dict(compiled.groupindex))
        return compiled

    return compile_pattern


def _pattern(
    engine: Any, pattern: str | bytes, flags: int, code: bytes, groups: int, names: dict[str, int]
) -> re.Pattern[Any]:
    """The pattern that was compiled to this program, as `re` itself makes one."""
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    program = array(WORD, code).tolist()
    made: re.Pattern[Any] = engine.compile(pattern, flags, program, groups, names, tuple(by_number))
    return made


def _running(entries: CompileCache) -> Callable[..., None]:
    def run(text: str, variables: dict[str, Any], names: dict[str, Any]) -> None:
        kept = entries.kept.methods.get(text)
        code: CodeType = marshal.loads(kept) if kept else compile(text, "<string>", "exec")
        if kept:
            # Hardly any text is there twice, and what was used need not stay in memory.
            entries.kept.methods[text] = b""
        if kept is None and _lasts():
            entries.made.methods[text] = marshal.dumps(code)
        builtins.exec(code, variables, names)

    return run


def _lasts() -> bool:
    """Whether what runs now was called by the import system, or by `lasting`."""
    frame: FrameType | None = sys._getframe()
    while frame:
        if frame.f_globals.get("__name__") == UNSTEADY:
            return False
        if frame.f_code.co_filename == IMPORT_SYSTEM or frame.f_code is lasting.__code__:
            return True
        frame = frame.f_back
    return False
