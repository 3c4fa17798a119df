"""Draws one specification of Vega-Lite in a process of its own: a script that imports nothing of the package.

In:  on standard input, the specification as JSON; as arguments, a folder with fonts, and the most seconds
     and bytes.
Out: on standard output, the SVG; on the stream of errors, why there is none.
"""

from __future__ import annotations

import sys
from contextlib import suppress


def main() -> None:
    """Draw what comes in within its bounds."""
    fonts, seconds, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_DATA, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    import vl_convert

    if fonts:
        vl_convert.register_font_directory(fonts)
    specification = sys.stdin.buffer.read().decode("utf-8")
    try:
        drawn = vl_convert.vegalite_to_svg(specification, allowed_base_urls=[], show_warnings=False)
    except ValueError as fault:
        sys.stderr.write(str(fault))
        sys.exit(3)
    sys.stdout.buffer.write(drawn.encode("utf-8"))


if __name__ == "__main__":
    main()
