"""What is typed for archives of many briefs: a part of them, a store that machines share, other machines.

In:  a command's parser; what was typed.
Out: the options, and their values; `WrongUsage` where they would do nothing.
"""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.cli.output.idle_options import refuse_idle
from issuebrief.project.workspace import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.cli.commands.parser import Parser
    from issuebrief.job import Job
    from issuebrief.pipeline.cache.shared_store import SharedStore

ADDRESS = re.compile(r"dask://(?P<place>[^\s/]+:\d{1,5})/?")
SHARE = re.compile(r"(\d{1,6})/(\d{1,6})")


def add_shard(verb: Parser) -> None:
    """Declare the option for a part of the briefs."""
    verb.add_argument(
        "--shard",
        metavar="I/N",
        type=_share,
        help="only the I-th of N parts of the briefs, such as 2/4: machines share the work",
    )


def add_archive(verb: Parser) -> None:
    """Declare the options for archives."""
    add_shard(verb)
    verb.add_argument(
        "--store",
        metavar="FOLDER",
        help="take files that another machine has made from this folder, and keep there what is made",
    )
    verb.add_argument(
        "--on",
        metavar="ADDRESS",
        type=_address,
        help="have the work done by a Dask cluster, such as dask://cluster:8786 (needs the extra dask)",
    )


def part_of(wanted: Sequence[Job], share: tuple[int, int] | None) -> list[Job]:
    """The jobs of one of several machines, which are dealt like cards."""
    return list(wanted) if share is None else list(wanted[share[0] - 1 :: share[1]])


def store_of(arguments: argparse.Namespace, workplace: Path, *, always: bool) -> SharedStore | None:
    """The store that was named; `always` says that files are made whatever it has."""
    if always:
        hint = "name a folder with -o, and leave out --allow-network"
        refuse_idle({"--store": arguments.store}, "for files whose changes are noted", hint)
    if not arguments.store:
        return None
    from issuebrief.pipeline.cache.shared_store import SharedStore

    folder = Path(os.path.normpath(workplace / arguments.store))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise WrongUsage(f"the store {arguments.store} cannot be made: {fault.strerror}") from None
    return SharedStore(folder)


def _share(typed: str) -> tuple[int, int]:
    found = SHARE.fullmatch(typed.strip())
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise argparse.ArgumentTypeError(f"“{typed}” is no part of the whole: write 1/4, 2/4, 3/4, 4/4")
    return int(found[1]), int(found[2])


def _address(typed: str) -> str:
    found = ADDRESS.fullmatch(typed.strip())
    if not found:
        raise argparse.ArgumentTypeError(f"“{typed}” is no address of a cluster: write dask://HOST:PORT")
    return found["place"]
