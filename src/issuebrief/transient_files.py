"""Files and folders that programs leave beside others, and that no brief or theme is made of.

In:  a path.
Out: whether it is one of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DRAWINGS = ".issuebrief-charts"
"""The folder, beside the outputs, of charts that are drawn already."""
# Folders that tools keep beside a text, and that no brief takes its pictures from.
PASSED_OVER = frozenset({".git", ".venv", "__pycache__", "node_modules", DRAWINGS})
PASSING = re.compile(r"^\.|^4913$|~$|\.(?:sw[a-z]|tmp|part|bak|pdf)$|___jb_(?:tmp|old)___$")
"""Names of what programs leave beside a file while they save it, and of what no brief is made of."""


def is_passing(path: Path) -> bool:
    """Whether a path, named from a brief's folder or a theme's, is of no file that either is made of."""
    return bool(PASSING.search(path.name)) or not PASSED_OVER.isdisjoint(path.parts)
