"""Whether a fault is the machine's, which had no more memory, room or open files to give.

In: an exception, with those that it was raised while handling.
Out: the number of the error as the system counts them, or nothing where the machine is not to blame.
"""

from __future__ import annotations

import errno

EXHAUSTED = (
    *(errno.ENOMEM, errno.EMFILE, errno.ENFILE, errno.EAGAIN),
    *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG),
)
"""What a system says that has no more memory, open files, room or processes."""

UNMAPPED = ("failed to map segment", "annot allocate memory", "annot map", "annot create shared object")
"""What the loader of shared objects says for want of memory: Python makes of it an import that failed."""


def exhaustion(fault: BaseException) -> int | None:
    """What the machine lacked, where `fault` or what it was raised while handling is of that kind."""
    each: BaseException | None = fault
    while each is not None:
        number = _lacking(each)
        if number is not None:
            return number
        each = each.__cause__ or each.__context__
    return None


def _lacking(fault: BaseException) -> int | None:
    if isinstance(fault, OSError):
        return fault.errno if fault.errno in EXHAUSTED else None
    if isinstance(fault, MemoryError):
        return errno.ENOMEM
    if isinstance(fault, ImportError):
        return errno.ENOMEM if any(said in str(fault) for said in UNMAPPED) else None
    # An extension whose call for memory came back empty may fail without saying how.
    is_wordless = isinstance(fault, SystemError) and "exception set" in str(fault)
    return errno.ENOMEM if is_wordless else None
