"""What is on show: the pages, what is wrong with them, and who looks at which.

In:  revisions, press sheets, failures and problems, as the worker answers with them; views of open pages.
Out: events for all open pages, and orders for the pictures that are in sight.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from issuebrief.preview.desk.page_texts import PageTexts
from issuebrief.preview.model import PressProof
from issuebrief.preview.page_images import AT_ONCE, IN_RESERVE, Pictures
from issuebrief.preview.page_order import held
from issuebrief.preview.viewports import View, Views

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.preview.events import EventBroker
    from issuebrief.preview.messages import Wire
    from issuebrief.preview.model import Revision, SetPage


class PreviewState:
    """The last good pages, and the latest problems; `stale` says that these are of a later text.

    `inspected` says that the slow checks of the last text have run.
    """

    def __init__(self, wire: Wire, broker: EventBroker) -> None:
        self._wire, self._broker = wire, broker
        self.pictures, self.texts, self.views = Pictures(), PageTexts(), Views()
        self.revision: Revision | None = None
        self._sheets: PressProof | None = None
        self.problems: tuple[Diagnostic, ...] = ()
        self.stale = self.inspected = False

    def now(self) -> Iterator[tuple[str, object]]:
        """How things are, for a page that has just been opened."""
        if self.revision:
            problems = () if self.stale else self.problems
            yield "revision", self._wire.revision(self.revision, problems, inspected=self.inspected)
        if self.stale or (self.problems and not self.revision):
            yield "problems", self._worded()
        if self._sheets:
            yield "sheets", self._wire.sheets(self._sheets, stale=self.sheets_are_old)

    @property
    def sheets_are_old(self) -> bool:
        """Whether there are pages, and no press sheets of just these."""
        return self.revision is not None and (
            self._sheets is None or self._sheets.number != self.revision.number or self.stale
        )

    @property
    def lacks_pages(self) -> bool:
        """Whether pages are still to come though the text has been broken since."""
        return self.stale and self.revision is not None and not self.revision.whole

    def see(self, view: View, name: str) -> None:
        """An open page shows other pages than before, or in another width."""
        self.views.see(name, view)
        self._order_pictures()

    def publish(self, revision: Revision, promised: Iterable[str]) -> None:
        """Show a revision. Pages of the `promised` keys are kept: they were said to be known."""
        self.problems, self.stale, self.inspected = revision.problems, False, False
        self._show(revision, revision.problems, promised)

    def complete(self, revision: Revision, promised: Iterable[str]) -> None:
        """Show the pages that were coming when the text was broken; it is broken still."""
        self._show(revision, (), promised)
        self._tell_problems()

    def publish_sheets(self, sheets: PressProof, promised: Iterable[str]) -> None:
        """Show press sheets to those who look at such."""
        self._sheets = sheets
        self.pictures.add(sheets.drawn, self._kept(promised))
        self._order_pictures()
        self._broker.send("sheets", self._wire.sheets(sheets, stale=self.sheets_are_old))

    def take_sheets(self, result: Any, promised: Iterable[str]) -> None:
        """Show press sheets, or tell why there are none."""
        if isinstance(result, PressProof):
            self.publish_sheets(result, promised)
        self.add(result.problems)

    def fail(self, problems: tuple[Diagnostic, ...]) -> None:
        """Tell why the text cannot be set; the last good pages stay."""
        self.problems, self.stale, self.inspected = problems, self.revision is not None, False
        self._tell_problems()

    def add(self, problems: Iterable[Diagnostic], *, inspected: bool = False) -> None:
        """Tell of further problems of what is on show, which slow checks may have found."""
        self.inspected = self.inspected or inspected
        self.problems = tuple(dict.fromkeys((*self.problems, *problems)))
        # Also where there are none: a page keeps what was said of the last revision until then.
        self._tell_problems()

    def _show(self, revision: Revision, problems: tuple[Diagnostic, ...], promised: Iterable[str]) -> None:
        before = self.revision.pages if self.revision else ()
        self.revision = revision = replace(revision, pages=held(revision.pages, before))
        self.pictures.add(revision.drawn, self._kept(promised))
        self.texts.add(revision.texts, self.pictures.known)
        self._order_pictures()
        self._broker.send("revision", self._wire.revision(revision, problems, inspected=False))

    def _tell_problems(self) -> None:
        self._broker.send("problems", self._worded())

    def _worded(self) -> dict[str, object]:
        return self._wire.problems(self.problems, stale=self.stale, inspected=self.inspected)

    def _kept(self, promised: Iterable[str]) -> set[str]:
        """The keys of all pages that must stay."""
        shown = (self.revision.pages if self.revision else ()) + (self._sheets.pages if self._sheets else ())
        return {page.key for page in shown} | set(promised)

    def _order_pictures(self) -> None:
        """Have those pages drawn that are in sight, and after them their neighbours."""
        for view in self.views:
            pages: tuple[SetPage, ...] = self.revision.pages if self.revision else ()
            if view.sheets and self._sheets:
                pages = self._sheets.pages
            for numbers, urgency in ((view.seen, AT_ONCE), (view.near, IN_RESERVE)):
                keys = [pages[number].key for number in numbers(len(pages))]
                self.pictures.order(keys if view.width else (), view.width, urgency)
