"""The works that a brief may cite, for those who write it.

In:  a `Job`.
Out: the `Library` of its files of references and its institute's, and what is wrong with these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import has_errors
from issuebrief.frontmatter.publisher_file import read_publisher
from issuebrief.frontmatter.read import (
    own_language,
    read_front_matter,
    readable_part,
    with_shared_source,
)
from issuebrief.frontmatter.source import read_source

if TYPE_CHECKING:
    from issuebrief.citations.library import Library
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.job import Job


def known_works(job: Job) -> tuple[Library, tuple[Diagnostic, ...]]:
    """All works that the brief may cite, whether it does or not."""
    from issuebrief.citations.library import Library, read_library
    from issuebrief.citations.resolve import named_files

    source, problems = read_source(job.brief, job.text)
    if source is None:
        return Library(), problems
    shared, of_shared = read_publisher(source.path.parent, job.search_path.workplace, own_language(source))
    source, shared, _ = with_shared_source(source, shared)
    brief, _ = read_front_matter(source, shared, is_sound=not has_errors(of_shared))
    library, found = read_library(named_files(source, brief or readable_part(source, shared), shared))
    return library, tuple(found)
