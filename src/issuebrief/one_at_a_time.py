"""One thread at a time in what sets a brief.

In:  a function that reads, lays out, draws or inspects a brief.
Out: the same function, which waits while another thread of the process is in any of these functions.

Reading and layout are pure Python, so threads would gain nothing. While they run they replace functions of
WeasyPrint and Pillow, and Pango's fonts and pdfium can serve only one thread at a time. To set several briefs
at once, start processes, as `crew.py` does.
"""

from __future__ import annotations

from functools import wraps
from threading import RLock
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Given = ParamSpec("Given")
Result = TypeVar("Result")

_LOCK = RLock()
"""Held by the thread that is at work; it may call one of these functions from another."""


def one_at_a_time(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """Let one thread of the process at a time into `function` and all others that are so decorated."""

    @wraps(function)
    def waiting(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        with _LOCK:
            return function(*args, **kwargs)

    return waiting
