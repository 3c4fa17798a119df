"""The process of the command `issuebrief`.

In:  the command line.
Out: an exit code. What the modules that a command needs compile is kept for the next process.
"""

from __future__ import annotations

from issuebrief.compile_cache import keep_compiled, use_compile_cache


def run() -> int:
    """Do what was typed on the command line and return the exit code."""
    use_compile_cache()
    from issuebrief.cli.main import main

    try:
        return main()
    finally:
        keep_compiled()
