"""Tell which native libraries WeasyPrint would miss on this machine.

In:  nothing; runs under any Python, before anything is installed.
Out: the names of the missing libraries, a line each; exit code 1 where there are any.
"""

import ctypes
import sys

# Name, then the major version that the files carry on Linux and macOS.
NEEDED = [
    ("gobject-2.0", 0),
    ("pango-1.0", 0),
    ("pangoft2-1.0", 0),
    ("harfbuzz", 0),
    ("harfbuzz-subset", 0),
    ("fontconfig", 1),
]
OLDEST_PANGO = 14400  # 1.44.0


def load(name, major):
    """The library, or None where the system does not find it."""
    ending = f".{major}.dylib" if sys.platform == "darwin" else f".so.{major}"
    try:
        return ctypes.CDLL(f"lib{name}{ending}")
    except OSError:
        return None


missing = [name for name, major in NEEDED if load(name, major) is None]
if "pango-1.0" not in missing and load("pango-1.0", 0).pango_version() < OLDEST_PANGO:
    missing.append("pango-1.0 of version 1.44 or later")
print("\n".join(missing))
sys.exit(1 if missing else 0)
