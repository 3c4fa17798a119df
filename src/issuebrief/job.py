"""What is asked of the pipeline, and what it answers.

In:  the command's arguments.
Out: a `Job` for every brief, and the `Outcome` that setting or checking it gives. Both are
     plain values, so that they can travel to another process and back.

A brief can be delivered for several purposes at once; it is read once, and laid out once, for all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import has_errors
from issuebrief.diagnostics.policy import SeverityPolicy

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.resources import SearchPath

COPIES = "-files"
"""The end of the name of the folder in which copies lie beside a web page."""


COMPANIONS = {"booklet": "-booklet.pdf", "ticket": "-press.json"}
"""Files that come with a press file, and what follows the brief's name in their names."""


class Purpose(StrEnum):
    """What a deliverable is for, in the order in which deliverables are made."""

    SCREEN = "screen"
    PRESS = "press"
    WEB = "web"
    EPUB = "epub"

    @property
    def ending(self) -> str:
        """What follows the brief's name in the name of the file."""
        return ENDINGS[self]

    @property
    def has_pages(self) -> bool:
        """Whether it is made from laid-out pages; an EPUB says where they begin."""
        return self is not Purpose.WEB


ENDINGS = {
    Purpose.SCREEN: ".pdf",
    Purpose.PRESS: "-press.pdf",
    Purpose.WEB: ".html",
    Purpose.EPUB: ".epub",
}
"""What follows a brief's name in the names of deliverables."""


@dataclass(frozen=True)
class Output:
    """A deliverable to make: what for, and the file to write."""

    purpose: Purpose
    path: Path


@dataclass(frozen=True)
class Printing:
    """How the command line wants a brief printed, before what the brief and its theme say.

    `profile` is the name of a profile, or the path of one from `folder`; `ink` is the most ink, in
    per cent. `pages` is the number that pages come in a multiple of, `imposition` may be `booklet`, and
    `creep` is how far each of its sheets pushes the next one out, in mm; a `ticket` is `yes`. What is
    empty is left to the brief.
    """

    profile: str = ""
    ink: str = ""
    folder: Path | None = None
    pages: str = ""
    imposition: str = ""
    creep: str = ""
    ticket: str = ""


@dataclass(frozen=True)
class Publishing:
    """Where a brief is published with others, by `issuebrief publish`.

    `address` is that of its page on the site, and `files` that of the folder of its files; both are empty if
    the site has none yet. From that folder, `page` leads to its page, which is called `about`, and `pdf` is
    the name of the PDF. `card` is the address of the picture that link previews show.
    """

    address: str
    files: str
    page: str
    about: str
    pdf: str
    card: str


@dataclass(frozen=True)
class Job:
    """One brief to set: its file, what to make of it, and where templates and styles are looked for.

    Nothing is fetched from the network unless `allow_network` says so. `policy` sets severities.
    A brief that was never saved has its `text` here; pictures are looked for beside where its file would be.
    `page_size` is the name of the size of its pages, before what the brief and its theme say.
    `version` is that of a brief which says none itself.
    `drafts` are what style sheets say in place of their files, which need not be there yet. `keep_in` is the
    folder where charts are kept once they are drawn; without one each run draws them. `publishing` is where
    the brief goes if it becomes part of a site.
    """

    brief: Path
    outputs: tuple[Output, ...]
    search_path: SearchPath
    allow_network: bool = False
    printing: Printing = Printing()
    policy: SeverityPolicy = SeverityPolicy()  # noqa: RUF009 -- it is frozen
    text: bytes | None = None
    page_size: str = ""
    version: str = ""
    drafts: Mapping[Path, str] = field(default_factory=dict, hash=False)
    keep_in: Path | None = None
    publishing: Publishing | None = None

    @property
    def has_pages(self) -> bool:
        """Whether it needs pages: for a deliverable, or to be shown where none is asked for."""
        return not self.outputs or any(output.purpose.has_pages for output in self.outputs)

    @classmethod
    def for_screen(
        cls, brief: Path, path: Path, search_path: SearchPath, *, allow_network: bool = False
    ) -> Job:
        """The job of making the PDF for the screen alone."""
        return cls(brief, (Output(Purpose.SCREEN, path),), search_path, allow_network)


@dataclass(frozen=True)
class PagePicture:
    """A page as a reader sees it: a WebP file, and the page's size in px, 96 to the inch."""

    width: float
    height: float
    content: bytes


@dataclass(frozen=True)
class Delivery:
    """What became of one deliverable: all problems that concern it, and whether it was written.

    `copies` are the files that were copied for it, named from its folder.
    """

    output: Output
    problems: tuple[Diagnostic, ...]
    written: bool
    copies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stage:
    """A stage that a brief went through, the seconds it took, and what it worked on."""

    name: str
    seconds: float
    detail: str


@dataclass(frozen=True)
class Outcome:
    """What became of a job: all its problems, each once, how many pages, and the deliverables.

    `pages` is 0 where nothing was laid out; there are no deliveries where the brief itself has an error.
    `pictures` show the pages, where a report of the check was asked for. `files` are those that were kept
    in memory, named from the folder of the deliverables.
    """

    problems: tuple[Diagnostic, ...]
    pages: int = 0
    deliveries: tuple[Delivery, ...] = ()
    pictures: tuple[PagePicture, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()
    stages: tuple[Stage, ...] = field(default=(), compare=False)

    @property
    def failed(self) -> bool:
        """Whether a problem kept a file from being written."""
        return has_errors(self.problems)

    @property
    def written(self) -> tuple[Output, ...]:
        """The deliverables that were written."""
        return tuple(delivery.output for delivery in self.deliveries if delivery.written)
