"""Write a Word template for authors.

In:  the arguments of `issuebrief template`, which are declared here.
Out: a `.dotx` or `.docx` file in the look of the theme that briefs have; an exit code. A file that is there
     and differs is not replaced, unless that is asked for.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.project.workspace import WrongUsage, shown

if TYPE_CHECKING:
    import argparse

TEMPLATE_EXAMPLES = """\
examples:
  issuebrief template word                     writes brief.dotx, in the looks of your briefs
  issuebrief template word -o authors.docx     as a text to write over, for programs other than Word
  issuebrief template word --lang de           for manuscripts in German

Its styles are those that `issuebrief import` reads without guesses. Faces and colours are those of
the theme and of publisher.yaml in content/, or in the folder named by --like.
"""
LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[A-Za-z]{4})?(?:-[A-Za-z]{2})?")


def add_template(verb: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    verb.add_argument("kind", metavar="word", choices=("word",), help="the program of your authors: word")
    verb.add_argument("-o", "--output", metavar="FILE", default="brief.dotx", help="the file to write")
    verb.add_argument("--lang", metavar="TAG", default="en-GB", help="the language of manuscripts")
    verb.add_argument("--like", metavar="PATH", default="", help="a brief or a folder that gives the looks")
    verb.add_argument("--force", action="store_true", help="replace a file that is there already")


def run(arguments: argparse.Namespace) -> int:
    """Write the template and return the exit code."""
    from issuebrief.atomic_write import write_file
    from issuebrief.cli.commands.brand import looks_of
    from issuebrief.cli.output.reporting import report
    from issuebrief.word_template.make_template import ENDINGS, make_template
    from issuebrief.word_template.template_look import template_look

    workplace = Path.cwd()
    target = workplace / arguments.output
    if target.suffix.lower() not in ENDINGS:
        raise WrongUsage(f"{arguments.output} is no name for a template", "let it end in .dotx or .docx")
    if not LANGUAGE.fullmatch(arguments.lang):
        raise WrongUsage(f"“{arguments.lang}” is no language", "write a tag such as en-GB, de or zh-Hant")
    manuscript, problems = looks_of(arguments.like, workplace)
    report(problems, workplace)
    if manuscript is None:
        return 1
    publisher = manuscript.brief.publisher
    content = make_template(
        template_look(manuscript.theme.tokens),
        arguments.lang,
        publisher.name if publisher and publisher.name else "",
        as_template=target.suffix.lower() == ".dotx",
    )
    if target.exists() and not arguments.force and target.read_bytes() != content:
        raise WrongUsage(f"{arguments.output} is there already", "name another file, or add --force")
    faults = write_file(target, content)
    report(faults, workplace)
    if faults:
        return 1
    print(f"wrote {shown(target, workplace)}")
    print("give it to authors, and import what they write: issuebrief import MANUSCRIPT.docx")
    return 0
