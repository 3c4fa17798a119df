"""What stands in for the pipeline where only the command is tested.

In:  a job, whose brief says in capitals what becomes of it.
Out: its outcome. It lies here so that processes of the command can import it, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import SourceRange, error, warning
from issuebrief.job import Delivery, Job, Outcome, Output

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic


def set_brief(job: Job) -> Outcome:
    """Stand in for the pipeline: the PDF is the text, and words in the text are what is found."""
    text = job.brief.read_text()
    if "ERROR" in text:
        return Outcome((error("a.b", "It is broken.", SourceRange(job.brief, 1)),))
    found = (warning("a.c", "It is odd.", SourceRange(job.brief, 1)),) if "WARNING" in text else ()
    made = tuple(deliver(output, text, found) for output in job.outputs)
    pages = 2 if any(output.purpose.has_pages for output in job.outputs) else 0
    told = dict.fromkeys(problem for delivery in made for problem in delivery.problems)
    return Outcome(tuple(told), pages, made)


def deliver(output: Output, text: str, found: tuple[Diagnostic, ...]) -> Delivery:
    """Write a file, but for a purpose that the text says is BROKEN; one that is BENT has a warning."""
    if f"BENT {output.purpose}" in text:
        found = (*found, warning("a.d", f"It is bent for {output.purpose}."))
    if f"BROKEN {output.purpose}" in text:
        return Delivery(output, (*found, error("a.e", f"It is broken for {output.purpose}.")), False)
    output.path.write_text(f"%PDF {text}")
    return Delivery(output, found, True)
