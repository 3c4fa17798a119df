"""`python -m issuebrief`: the same as the command `issuebrief`.

In:  the command line.
Out: an exit code.
"""

import sys

from issuebrief.cli.entry import run

# Worker processes import this file once more, under another name.
if __name__ == "__main__":
    sys.exit(run())
