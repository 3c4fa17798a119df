"""The version of the program; `pyproject.toml` reads it here.

In:  nothing.
Out: `__version__`.
"""

from __future__ import annotations

__version__ = "0.1.0"
