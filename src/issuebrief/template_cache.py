"""The shipped templates as Jinja has compiled them, kept from one run to the next.

In:  Jinja's requests for the code of a template.
Out: that code, read from beside the compiled modules of this package, as Python keeps those: under a name
     that holds what it was made by, and not at all where Python may not write. Jinja itself compares the text
     of the template. What a user has in a folder of templates is compiled again each time.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source, source_hash
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from issuebrief.compile_cache import keep_beside
from issuebrief.resources import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_KEPT = ""
"""The key of what is compiled again each time."""


class ShippedTemplates(BytecodeCache):
    """Keeps the code of the templates that lie in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """What Jinja fills with the code of a template, empty where there is none for this text."""
        if filename is None or not Path(filename).is_relative_to(self._folder):
            return Bucket(environment, NOT_KEPT, "")
        return super().get_bucket(environment, name, filename, source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read the code, if there is any that can be used."""
        if bucket.key == NOT_KEPT:
            return
        with suppress(OSError):
            content = _place(bucket).read_bytes()
            try:
                bucket.bytecode_from_string(content)
            except Exception:  # Whatever a damaged file raises: it is made again.
                bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write the code as a whole, or not at all."""
        if bucket.key != NOT_KEPT and not sys.dont_write_bytecode:
            keep_beside(_place(bucket), bucket.bytecode_to_string())


def _place(bucket: Bucket) -> Path:
    """Where the code of a template is kept that this environment compiles."""
    maker = _maker(_passed(bucket.environment.filters))
    return Path(cache_from_source(str(PACKAGE / f"template_{bucket.key}_{maker}.py")))


def _passed(filters: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """What filters are given besides their value, which Jinja writes into the code that calls them."""
    return tuple(sorted((name, str(getattr(each, "jinja_pass_arg", ""))) for name, each in filters.items()))


@cache
def _maker(passed: tuple[tuple[str, str], ...]) -> str:
    """Stands for all that code is made by: Jinja, our changes to it, and the filters."""
    here = Path(__file__)
    ours = b"".join(here.with_name(name).read_bytes() for name in ("templating.py", "template_tree.py"))
    return source_hash(ours + f"{jinja2.__version__} {passed}".encode()).hex()
