"""Show a brief's pages in the browser, and render them again at every save.

In:  the arguments of `issuebrief preview`.
Out: the preview on the loopback interface until Ctrl-C, a line for every rebuild, an exit code; or,
     with `--show`, word to the running preview which line to show.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.cli.commands.parser import TIMEOUT
from issuebrief.cli.output import counted
from issuebrief.cli.output.idle_options import idle, refuse_idle
from issuebrief.cli.output.reporting import report as report_problems
from issuebrief.project.workspace import WrongUsage, jobs, shown, title_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.preview.viewports import Report
    from issuebrief.preview.worker import Worker
    from issuebrief.project.editors import Editor

PORT = 7117
"""Where the preview is if nobody wishes otherwise and it is free: pages left open find it again."""


def run(arguments: argparse.Namespace) -> int:
    """Open the preview, or show a line at the one that is open, and return the exit code."""
    workplace = Path.cwd()
    if arguments.show is not None:
        refuse_idle(
            _of_a_new_preview(arguments),
            "for a preview to be opened, and --show shows a line in one that is open",
            "leave it out, or leave --show out",
        )
    briefs = [job.brief for job in jobs([arguments.path] if arguments.path else [], None, workplace)]
    if arguments.show is not None:
        return _show(briefs, arguments.show, workplace)
    brief = _last_changed(briefs)
    if len(briefs) > 1:
        name = shown(brief, workplace)
        print(f"of {len(briefs)} briefs, {name} was changed last; to see another: issuebrief preview PATH")
    return _open(brief, workplace, arguments)


def _open(brief: Path, workplace: Path, arguments: argparse.Namespace) -> int:
    from issuebrief.preview import instances as rendezvous

    _editor(arguments.editor, workplace)
    if port := rendezvous.running(brief):
        print(f"a preview of {title_of(brief)} is already open: {_address(port)}")
        asked = _of_a_new_preview(arguments)
        if names := idle(asked | {"--port": arguments.port not in (None, port)}):
            print(f"  {names} for a preview to be opened: end that one first, with Ctrl-C")
        _browse(port, arguments)
        return 0
    return _serve(brief, workplace, arguments)


def _of_a_new_preview(arguments: argparse.Namespace) -> dict[str, object]:
    """What was typed that a preview which is open already cannot take."""
    return {
        "--port": arguments.port is not None,
        "--editor": arguments.editor,
        "--allow-network": arguments.allow_network,
        "--timeout": arguments.timeout != TIMEOUT,
    }


def _serve(brief: Path, workplace: Path, arguments: argparse.Namespace) -> int:
    from issuebrief.preview.worker import Order, Worker
    from issuebrief.resources import search_path

    # The worker makes itself ready while the server does.
    network, seconds = arguments.allow_network, arguments.timeout
    worker = Worker(Order(brief, search_path(workplace), workplace, network, seconds=seconds))
    try:
        _attend(worker, arguments)
    finally:
        worker.terminate()
    return 0


def _attend(worker: Worker, arguments: argparse.Namespace) -> None:
    """Run the preview until Ctrl-C."""
    from issuebrief.preview import app
    from issuebrief.preview import instances as rendezvous

    brief, workplace = worker.order.brief, worker.order.workplace
    with app.listening(PORT if arguments.port is None else arguments.port) as listener:
        port = listener.getsockname()[1]
        if arguments.port and port != arguments.port:
            print(f"port {arguments.port} is taken, {port} is free")

        def opened() -> None:
            print(f"{shown(brief, workplace)} is on {_address(port)} (Ctrl-C ends it)", flush=True)
            _browse(port, arguments)

        def editor() -> Editor:
            return _editor(arguments.editor, workplace)

        noted = [rendezvous.note(brief, port)]

        def switched(other: Path) -> None:
            rendezvous.forget(noted.pop())
            noted.append(rendezvous.note(other, port))
            print(f"{shown(other, workplace)} is shown now", flush=True)

        try:
            app.run(worker, editor, listener, Terminal(workplace).tell, opened, switched)
        finally:
            rendezvous.forget(noted.pop())


def _show(briefs: Sequence[Path], line: int, workplace: Path) -> int:
    """Show a line in the open preview; if several are open, in that of the brief changed last."""
    from http.client import HTTPException

    from issuebrief.preview import instances as rendezvous

    for brief in sorted(briefs, key=_changed, reverse=True):
        if port := rendezvous.running(brief):
            try:
                rendezvous.ask(port, "POST", f"/show?line={line}")
            except (OSError, HTTPException):
                continue
            return 0
    name = f" {shown(briefs[0], workplace)}" if len(briefs) == 1 else ""
    print(f"issuebrief: no open preview shows{name or ' a brief'}", file=sys.stderr)
    print(f"  open one: issuebrief preview{name}", file=sys.stderr)
    return 1


def _last_changed(briefs: Sequence[Path]) -> Path:
    return max(briefs, key=_changed)


def _changed(brief: Path) -> float:
    try:
        return brief.stat().st_mtime
    except OSError:
        return 0.0


def _address(port: int) -> str:
    return f"http://127.0.0.1:{port}/"


def _editor(typed: str, workplace: Path) -> Editor:
    """The editor that was typed, else that of the house, else a guess."""
    from issuebrief.project.config import preferred_editor
    from issuebrief.project.editors import editor

    try:
        if typed:
            return editor(typed, os.environ)
    except ValueError as fault:
        message, _, hint = str(fault).partition(": ")
        raise WrongUsage(message, hint) from None
    try:
        return editor(preferred_editor(workplace), os.environ)
    except ValueError:  # the problem is told with those of the house's file
        return editor("", os.environ)


def _browse(port: int, arguments: argparse.Namespace) -> None:
    """Open the browser, where there is a screen for it."""
    if arguments.no_browser:
        return
    graphical = sys.platform in ("win32", "darwin") or any(
        map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))
    )
    if graphical:
        import webbrowser
        from threading import Thread

        Thread(target=webbrowser.open, args=(_address(port),), daemon=True).start()


class Terminal:
    """What the terminal shows: a line for every rebuild, and problems when they are new."""

    def __init__(self, workplace: Path) -> None:
        self._workplace = workplace
        self._told: tuple[Diagnostic, ...] = ()

    def tell(self, report: Report) -> None:
        """Tell of a rebuild."""
        from issuebrief.diagnostics.terminal import tally

        parts = [counted(report.pages, "page") + f", {report.changed} new"] if report.pages else ["not set"]
        if report.problems:
            parts.append(tally(report.problems))
        print(f"{time.strftime('%H:%M:%S')}  {report.seconds:.2f} s  {', '.join(parts)}", flush=True)
        new = [problem for problem in report.problems if problem not in self._told]
        self._told = report.problems
        report_problems(new, self._workplace)
