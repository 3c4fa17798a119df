"""A machine that has no more to give says so in many ways; a fault of the program is none of them."""

from __future__ import annotations

import errno

import pytest

from issuebrief.exhaustion import exhaustion


@pytest.mark.parametrize(
    ("fault", "number"),
    [
        (MemoryError(), errno.ENOMEM),
        (OSError(errno.ENOSPC, "No space left on device"), errno.ENOSPC),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), errno.EDQUOT),
        (OSError(errno.EFBIG, "File too large"), errno.EFBIG),
        (OSError(errno.EMFILE, "Too many open files"), errno.EMFILE),
        (ImportError("libstdc++.so.6: failed to map segment from shared object"), errno.ENOMEM),
        (ImportError("libm.so.6: cannot allocate memory in static TLS block"), errno.ENOMEM),
        (SystemError("error return without exception set"), errno.ENOMEM),
    ],
    ids=repr,
)
def test_what_the_machine_lacked_is_known(fault: Exception, number: int) -> None:
    assert exhaustion(fault) == number


@pytest.mark.parametrize(
    "fault",
    [
        ImportError("No module named 'typesetting'"),
        SystemError("bad argument to internal function"),
        OSError(errno.ENOENT, "No such file or directory"),
        ValueError("x"),
    ],
    ids=repr,
)
def test_a_fault_of_the_program_is_not_the_machines(fault: Exception) -> None:
    assert exhaustion(fault) is None


def test_what_follows_from_a_lack_of_memory_is_one() -> None:
    fault = KeyError("font")
    fault.__context__ = RuntimeError()
    fault.__context__.__cause__ = MemoryError()
    assert exhaustion(fault) == errno.ENOMEM
