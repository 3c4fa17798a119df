"""What coverage measures of layouts and of processes: the first of each test function.

In:  the tests as they run, and the layouts that they begin.
Out: lines traced or not. A trace doubles the time of a layout and of a process; a function's third layout, in
     a loop or of a further example, runs the lines that the first two ran, or lines that a smaller test has
     for its own. So does a process of a further example.
"""

from __future__ import annotations

import os
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from coverage import Coverage
from pytest import MonkeyPatch

if TYPE_CHECKING:
    from collections.abc import Iterator

MEASURED = 2
"""Layouts of a test function that are measured, in each process that runs tests."""
PROCESSES = ("COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG")
"""Variables by which coverage measures processes that are started."""


class Tracing:
    """The trace of this process and of those that it starts, which is off at times."""

    def __init__(self) -> None:
        self._coverage: Coverage | None = None
        self._off: dict[str, str] = {}
        self._is_off = False
        self._function = ""
        self._layouts = Counter[str]()
        self._begun: set[str] = set()

    @contextmanager
    def of_test(self, function: str, is_measured: bool) -> Iterator[None]:
        """While the block runs, trace a test, whose function has this name; or none of it."""
        self._coverage, self._function = Coverage.current(), function
        if not is_measured:
            self.stop()
        elif function in self._begun:
            self._let_processes_be()
        self._begun.add(function)
        try:
            yield
        finally:
            self._resume()

    def layout_begins(self) -> None:
        """Count a layout; trace no more of the test if its function has had its own."""
        self._layouts[self._function] += 1
        if self._layouts[self._function] > MEASURED:
            self.stop()

    def stop(self) -> None:
        """Trace nothing until the test ends."""
        if self._coverage and not self._is_off:
            self._is_off = True
            self._let_processes_be()
            self._coverage.stop()

    def _let_processes_be(self) -> None:
        if self._coverage:
            self._off |= {name: os.environ.pop(name) for name in PROCESSES if name in os.environ}

    def _resume(self) -> None:
        if self._coverage and self._is_off:
            self._coverage.start()
        os.environ.update(self._off)
        self._is_off, self._off = False, {}


TRACING = Tracing()
"""That of this process."""


@contextmanager
def layouts_counted() -> Iterator[None]:
    """While the block runs, `TRACING` is told of each layout of a whole document."""
    from issuebrief.layout import engine

    plain: Any = engine.layout_context

    def layout_context(*given: Any) -> Any:
        TRACING.layout_begins()
        return plain(*given)

    with MonkeyPatch.context() as patch:
        patch.setattr(engine, "layout_context", layout_context)
        yield
