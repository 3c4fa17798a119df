"""Everything that may be typed after `issuebrief`.

In:  nothing.
Out: the parser, with the help of each command; what is typed wrongly is raised as `WrongUsage`.
     `shell_completion.py` reads the commands and their options off it.
"""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

from issuebrief.cli.commands.archive_options import add_archive, add_shard
from issuebrief.cli.commands.brand_options import add_brand
from issuebrief.cli.commands.export import EXPORT_EXAMPLES, add_export
from issuebrief.cli.commands.fonts_options import add_fonts
from issuebrief.cli.commands.import_manuscript import IMPORT_EXAMPLES, add_import
from issuebrief.cli.commands.preview_options import EXAMPLES, add_preview
from issuebrief.cli.commands.printing_options import add_printing
from issuebrief.cli.commands.references import REFERENCES_EXAMPLES, add_references
from issuebrief.cli.commands.review_options import COMPARE_EXAMPLES, PROOF_EXAMPLES, add_compare, add_proof
from issuebrief.cli.commands.template import TEMPLATE_EXAMPLES, add_template
from issuebrief.cli.output import help_texts
from issuebrief.cli.output.detail import Detail, add_format
from issuebrief.cli.publishing.metadata import METADATA_EXAMPLES, add_metadata
from issuebrief.cli.publishing.publish import PUBLISH_EXAMPLES, add_publish
from issuebrief.cli.publishing.release import RELEASE_EXAMPLES, add_release
from issuebrief.job import Purpose
from issuebrief.project.workspace import WrongUsage, nearest
from issuebrief.version import __version__

TIMEOUT, MOST = 120, 10_000_000
"""Seconds that a brief may take."""

PATHS = "a brief.md, a folder with a brief.md, a folder of such folders, or - (default: content/)"

SHELLS = ("bash", "zsh", "fish")


class Parser(argparse.ArgumentParser):
    """A parser that answers a slip with the nearest word that means something.

    `declared` are its options and arguments, `verbs` the parsers of its commands by their names.
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        self.declared: list[argparse.Action] = []
        self.verbs: dict[str, Parser] = {}
        super().__init__(*given, **named)

    def add_argument(self, *given: Any, **named: Any) -> argparse.Action:
        """Declare an option or an argument."""
        action = super().add_argument(*given, **named)
        self.declared.append(action)
        return action

    def error(self, message: str) -> NoReturn:
        """Raise `WrongUsage` instead of leaving."""
        raise WrongUsage(message, f"see {self.prog} --help")


def parser() -> Parser:
    """Everything that may be typed."""
    top = Parser(
        prog="issuebrief",
        description="Typeset policy briefs: Markdown with YAML front matter to print-quality PDF.",
        epilog=help_texts.OVERVIEW,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument(
        "--version", action="version", version=f"issuebrief {__version__}", help="print the version"
    )
    add = top.add_subparsers(dest="command", metavar="COMMAND", title="commands").add_parser

    def verb(name: str, does: str, examples: str) -> Parser:
        top.verbs[name] = add(
            name,
            help=does,
            description=does[0].upper() + does[1:] + ".",
            epilog=examples,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        return top.verbs[name]

    _add_build(verb("build", "typeset briefs as PDFs or web pages", help_texts.BUILD))
    verb("new", "create a brief", help_texts.NEW).add_argument(
        "name", metavar="NAME", help="the name of its folder: letters, digits, hyphens"
    )
    add_import(verb("import", "make a brief of a Word file", IMPORT_EXAMPLES))
    add_template(verb("template", "write a Word template for authors", TEMPLATE_EXAMPLES))
    _add_check(verb("check", "report every problem of briefs and their pages", help_texts.CHECK))
    verb("explain", "explain a problem and how to fix it", help_texts.EXPLAIN).add_argument(
        "code", metavar="CODE", nargs="?", default="", help="the code of a problem (default: list them all)"
    )
    preview = verb("preview", "show a brief's pages in the browser and re-render on every save", EXAMPLES)
    add_preview(preview)
    _add_timeout(preview)
    add_export(verb("export", "make a Word file of a brief, for its author", EXPORT_EXAMPLES))
    add_compare(verb("compare", "show what changed between two versions of a brief", COMPARE_EXAMPLES))
    add_proof(verb("proof", "set briefs for proofreading", PROOF_EXAMPLES))
    _add_publish(verb("publish", "publish briefs as a web site", PUBLISH_EXAMPLES))
    add_references(verb("references", "list the works that briefs may cite", REFERENCES_EXAMPLES))
    add_release(verb("release", "make a version of a brief ready for an archive", RELEASE_EXAMPLES))
    add_metadata(verb("metadata", "describe briefs for catalogues and registries", METADATA_EXAMPLES))
    verb("themes", "list the themes", help_texts.THEMES)
    add_brand(verb("brand", "show an institute's values and where they are from", help_texts.BRAND))
    add_fonts(verb("fonts", "add downloaded fonts to styles/fonts/", help_texts.FONTS))
    verb("completion", "print a script for shell completion", help_texts.COMPLETION).add_argument(
        "shell", metavar="SHELL", choices=SHELLS, help=f"{', '.join(SHELLS[:-1])} or {SHELLS[-1]}"
    )
    return top


def _add_build(verb: Parser) -> None:
    _add_briefs(verb)
    _add_purposes(verb)
    verb.add_argument(
        "-o",
        "--output",
        metavar="FILE-OR-FOLDER",
        help="the file or folder to write to, or - for standard output (default: build/)",
    )
    verb.add_argument("--force", action="store_true", help="make unchanged files again")
    add_archive(verb)
    add_format(verb)


def _add_check(verb: Parser) -> None:
    _add_briefs(verb)
    _add_purposes(verb)
    add_shard(verb)
    verb.add_argument(
        "--format",
        choices=("text", "json", "sarif"),
        default="text",
        help="how to report: text (default), json, or sarif for editors and code hosts",
    )
    verb.add_argument(
        "--report",
        metavar="FILE",
        nargs="?",
        const="",
        help="write a web page with the pages and their problems (default: build/preflight.html)",
    )
    verb.add_argument("--fix", action="store_true", help="mend by the house style what needs no judgement")
    verb.add_argument("--diff", action="store_true", help="only show what --fix would change")
    verb.add_argument("--yes", action="store_true", help="mend without asking")


def _add_publish(verb: Parser) -> None:
    _add_paths(verb)
    add_publish(verb)


def _add_briefs(verb: Parser) -> None:
    _add_paths(verb)
    verb.add_argument("--allow-network", action="store_true", help="fetch pictures from the network")


def _add_paths(verb: Parser) -> None:
    verb.add_argument("paths", nargs="*", metavar="PATH", help=PATHS)
    verb.add_argument("--strict", action="store_true", help="treat warnings as errors")
    verb.add_argument(
        "-j",
        "--jobs",
        dest="workers",
        metavar="N",
        type=_at_least_one,
        help="briefs to work on at once (default: one per processor)",
    )
    _add_timeout(verb)
    verb.set_defaults(detail=Detail.NORMAL)
    verb.add_argument(
        "-q",
        "--quiet",
        dest="detail",
        action="store_const",
        const=Detail.QUIET,
        help="print problems only",
    )
    verb.add_argument(
        "-v",
        "--verbose",
        dest="detail",
        action="store_const",
        const=Detail.VERBOSE,
        help="print each stage and the time it takes",
    )


def _add_timeout(verb: Parser) -> None:
    verb.add_argument(
        "--timeout",
        metavar="SECONDS",
        type=_at_least_one,
        default=TIMEOUT,
        help=f"how long each brief may be worked on (default: {TIMEOUT})",
    )


def _add_purposes(verb: Parser) -> None:
    verb.add_argument(
        "--for",
        dest="purposes",
        metavar="PURPOSE",
        action="extend",
        type=_purposes,
        help="screen (default), press, web, epub or all; separate several with commas",
    )
    verb.add_argument(
        "--page-size",
        metavar="SIZE",
        type=_page_size,
        help="a4, letter, a5, b5 or square, in place of the size that the brief or its theme gives",
    )
    add_printing(verb)


def _at_least_one(typed: str) -> int:
    if not typed.isdecimal() or not 1 <= int(typed[:20]) <= MOST:
        words = "of 1 or more" if len(typed) < len(str(MOST)) else f"from 1 to {MOST:,}"
        raise argparse.ArgumentTypeError(f"“{typed}” is not a number {words}")
    return int(typed)


def _purposes(typed: str) -> list[Purpose]:
    known = [*Purpose, "all"]
    words = [word.strip() for word in typed.split(",")]
    for word in words:
        if word not in known:
            near = nearest(word, known)
            answer = f"did you mean {near}?" if near else f"they are {', '.join(known)}"
            raise argparse.ArgumentTypeError(f"there is no purpose “{word}”: {answer}")
    return [purpose for purpose in Purpose if purpose in words or "all" in words]


def _page_size(typed: str) -> str:
    from issuebrief.frontmatter.keys.value_types import PAGE_SIZES, mend_page_size

    if not (size := mend_page_size(typed)):
        raise argparse.ArgumentTypeError(f"there is no page size “{typed}”: they are {', '.join(PAGE_SIZES)}")
    return size
