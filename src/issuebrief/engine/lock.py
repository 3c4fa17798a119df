"""One thread at a time in what sets a brief.

In:  a function that reads, lays out, draws or inspects a brief.
Out: the same function, which waits while another thread of the process is in any of these functions.

Reading and layout are pure Python, so threads would gain nothing. While they run they replace functions of
WeasyPrint and Pillow, and Pango's fonts and pdfium can serve only one thread at a time. To set several briefs
at once, start processes, as `worker_pool.py` does.

While they run, calls may be nested deeper than Python lets them by itself: a list in a list takes a score of
calls in layout, and HTML may be nested as deep as `markdown_body/normalise/bounds.py` says.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import wraps
from threading import RLock
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Given = ParamSpec("Given")
Result = TypeVar("Result")

LOCK = RLock()
"""Held by the thread that is at work; it may call one of these functions from another."""
DEEPEST_CALLS = 12_000
"""How deep calls may be nested. Python's own frames take none of the thread's stack for each other."""


def one_at_a_time(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """Let one thread of the process at a time into `function` and all others that are so decorated."""

    @wraps(function)
    def waiting(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        with LOCK, _deep_calls():
            return function(*args, **kwargs)

    return waiting


@contextmanager
def _deep_calls() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, DEEPEST_CALLS))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
