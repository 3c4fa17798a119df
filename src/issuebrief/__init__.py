"""issuebrief: a typesetter that turns Markdown briefs into print-quality PDF.

Programs use `build`, `check` and `describe`; see docs/python.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from issuebrief.version import __version__

if TYPE_CHECKING:
    from issuebrief.api import Options, Result, build, check
    from issuebrief.describing import describe
    from issuebrief.diagnostics.model import Diagnostic, PageRegion, Severity, SourceRange
    from issuebrief.job import Printing

__all__ = [
    "Diagnostic",
    "Options",
    "PageRegion",
    "Printing",
    "Result",
    "Severity",
    "SourceRange",
    "__version__",
    "build",
    "check",
    "describe",
]

_HOMES = {
    "Diagnostic": "diagnostics.model",
    "Options": "api",
    "PageRegion": "diagnostics.model",
    "Printing": "job",
    "Result": "api",
    "Severity": "diagnostics.model",
    "SourceRange": "diagnostics.model",
    "build": "api",
    "check": "api",
    "describe": "describing",
}


def __getattr__(name: str) -> Any:
    """A public name, loaded when it is first used: the command loads what it needs and no more."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
