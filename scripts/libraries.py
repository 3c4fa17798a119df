"""Tell which native libraries WeasyPrint would miss on this machine.

In:  nothing; runs under any Python, before anything is installed.
Out: the names of the missing libraries, a line each; exit code 1 where there are any.
"""

import contextlib
import ctypes
import os
import sys

# Name, then the major version that the files carry.
NEEDED = [
    ("gobject-2.0", 0),
    ("pango-1.0", 0),
    ("pangoft2-1.0", 0),
    ("harfbuzz", 0),
    ("harfbuzz-subset", 0),
    ("fontconfig", 1),
]
OLDEST_PANGO = 14400  # 1.44.0
MSYS2 = "C:\\msys64\\ucrt64\\bin"  # where WeasyPrint looks on Windows, unless the variable says otherwise


def load(name, major):
    """The library, or None where the system does not find it."""
    endings = {"darwin": f".{major}.dylib", "win32": f"-{major}.dll"}
    ending = endings.get(sys.platform, f".so.{major}")
    try:
        return ctypes.CDLL(f"lib{name}{ending}")
    except OSError:
        return None


if sys.platform == "win32":
    for folder in os.environ.get("WEASYPRINT_DLL_DIRECTORIES", MSYS2).split(";"):
        with contextlib.suppress(OSError):
            os.add_dll_directory(folder)
missing = [name for name, major in NEEDED if load(name, major) is None]
if "pango-1.0" not in missing and load("pango-1.0", 0).pango_version() < OLDEST_PANGO:
    missing.append("pango-1.0 of version 1.44 or later")
print("\n".join(missing))
sys.exit(1 if missing else 0)
