"""How much memory a process takes.

In:  nothing.
Out: bytes; 0 where the system does not say.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path


def weight() -> int:
    """The memory that this process takes now; the most it ever took where only that is known."""
    with suppress(OSError, ValueError, IndexError, ImportError):
        import resource

        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize()
    with suppress(ImportError):
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return 0
