"""Lead links of the documentation to files that are not part of its site to the repository.

In:  the Markdown of a page of docs/, as MkDocs reads it.
Out: the same, in which `../README.md` and `sample/brief.md` are addresses where the repository is hosted.
     Links to what does not exist stay, and MkDocs tells of them.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\]\((?![a-z]+:|#)([^)#\s]+)")


def in_repository(address: str, target: Path) -> str:
    """The page of a file or a folder of the repository that is hosted at `address`."""
    kind = "tree" if target.is_dir() else "blob"
    return f"{address.rstrip('/')}/{kind}/main/{target.relative_to(ROOT).as_posix()}"


def lead(markdown: str, folder: Path, shown: Collection[Path], address: str) -> str:
    """The Markdown of a page in `folder`: its links lead to the repository, but to files that are `shown`."""

    def address_of(match: re.Match[str]) -> str:
        target = (folder / match[1]).resolve()
        if target in shown or not target.exists() or not target.is_relative_to(ROOT):
            return match[0]
        return f"]({in_repository(address, target)}"

    return LINK.sub(address_of, markdown)


def on_page_markdown(markdown: str, page: Any, config: Mapping[str, Any], files: Any) -> str:
    """What MkDocs calls for each page before it is converted."""
    shown = {Path(file.abs_src_path).resolve() for file in files if file.inclusion.is_included()}
    return lead(markdown, Path(page.file.abs_src_path).parent, shown, config["repo_url"])
