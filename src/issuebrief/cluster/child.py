"""A process that sets bundles one after the other, for a worker of a cluster that must not die of one.

In:  on standard input, pickled `SettingOrder`s, each behind its length.
Out: on standard output, pickled `Arrived`s in the same way. What libraries print goes to standard error.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING

from issuebrief.cluster.bundle import program_root
from issuebrief.cluster.unpack import Arrived, SettingOrder, job_at
from issuebrief.file_access import real_path

if TYPE_CHECKING:
    from issuebrief.job import Job, Outcome

LENGTH = struct.Struct(">Q")


def send(stream: IO[bytes], value: object) -> None:
    """Send a value."""
    content = pickle.dumps(value)
    stream.write(LENGTH.pack(len(content)) + content)
    stream.flush()


def receive(stream: IO[bytes]) -> object:
    """The next value; raises `EOFError` where there is none."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    (length,) = LENGTH.unpack(head)
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    # Both ends are this program's, on one machine.
    return pickle.loads(content)


def obey(order: SettingOrder) -> Arrived:
    """Set a bundle in a folder of its own, which is removed."""
    from issuebrief.pipeline.worker_pool import limited

    with TemporaryDirectory(prefix="issuebrief-") as private:
        folder = real_path(Path(private))
        job = job_at(order.bundle, folder, order.house)
        return Arrived(limited(_set, job, order.seconds), folder / "top", order.house, program_root())


def _set(job: Job) -> Outcome:
    from issuebrief.pipeline.build import set_in_memory

    return set_in_memory(job)


def main() -> None:
    """Set what comes, until nothing more does."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while True:
        try:
            order = receive(sys.stdin.buffer)
        except EOFError:
            return
        assert isinstance(order, SettingOrder)
        send(answers, obey(order))


if __name__ == "__main__":
    main()
