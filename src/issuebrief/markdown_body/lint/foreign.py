r"""Syntax of other programs that a brief does not know.

In:  a manuscript, of the text or of the front matter.
Out: problems with their places and what to write instead: citations by key, formulas, TeX, changes and
     comments that are still tracked, short codes, links of wikis, directives, a second front matter, boxes
     to tick; and cuts that leave out the commands of TeX that only move things.

A dollar sign before a sum, `@` in an address and a backslash in a path are prose.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, Severity, error, warning
from issuebrief.markdown_body.lint.foreign_formulas import FORMULAS
from issuebrief.markdown_body.lint.foreign_kind import PLAIN_MARKDOWN, Foreign
from issuebrief.markdown_body.lint.foreign_lines import BOX, DRAWN, LINES
from issuebrief.markdown_body.lint.foreign_macros import MACROS
from issuebrief.markdown_body.lint.parted_links import PARTED_LINKS
from issuebrief.markdown_body.source.gated_patterns import GatedPattern
from issuebrief.markdown_body.source.html_tree import names
from issuebrief.markdown_body.source.markdown_source import Substitution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

SHOWN = 60
"""Characters of a find that a message repeats at most."""

MOVES = re.compile(
    r"(?<![\\:])\\(?:newpage|pagebreak|clearpage|cleardoublepage|noindent|indent|(?:big|med|small)skip|[hv]fill|"
    r"centering|raggedright|raggedleft|flushleft|flushright|newline|linebreak|tableofcontents|maketitle|(?:[hv]space\*?|setlength)\{[^{}\n]*\}(?:\{[^{}\n]*\})?)"
    r"(?:\{\}|(?![A-Za-z{]))"
)


def _is_cited(match: re.Match[str]) -> bool:
    """A key begins the brackets or has a figure; anything else may be somebody's name on a network."""
    return bool(re.match(r"\[\s*-?@|.*@[\w:{-]*\d", match.group()))


CITED = "name your file of sources in the front matter: references: refs.bib; or write a note: ^[…]"
ACCEPT = "accept or refuse the change, and export the text again or remove the marks"
ANSWER = "answer the comment and delete it"

KINDS = (
    Foreign(
        "markup.directive",
        GatedPattern(("{:",), r"(?<!`)\{:{1,2}[ \t]*toc[^{}\n]*\}"),
        "{} asks another program for a table of contents, and a brief has none",
        "remove it, and the line above it that belongs to it",
    ),
    Foreign(
        "markup.citation",
        GatedPattern(("@",), r"(?<![\\!\]])\[[^\[\]\n]*(?<![\w.@/\\])-?@[\w{][^\[\]\n]*\](?![(\[])"),
        "{} cites a source by its key, but there is no list of sources",
        CITED,
        _is_cited,
    ),
    Foreign(
        "markup.citation",
        GatedPattern(
            ("@",), r"(?<![\w@./:\\\[-])-?@(?:[A-Za-z][\w:-]*?(?:19|20)\d\d[a-z]?|\{[^{}\n]+\})(?![\w@])"
        ),
        "{} looks like a source that is cited by its key, but there is no list of sources",
        CITED + r"; write a user name as \@name",
        severity=Severity.WARNING,
    ),
    Foreign(
        "markup.citation",
        GatedPattern(("\\",), r"\\(?:[A-Za-z]*cite[A-Za-z]*|footcite)\*?(?:\[[^\]\n]*\])*\{[^{}\n]*\}"),
        "{} cites a source by its key, but there is no list of sources",
        CITED,
    ),
    Foreign(
        "markup.tex",
        GatedPattern(("\\footnote{",), r"(?<!\\)\\footnote\{[^{}\n]*\}?"),
        "{} is a TeX note and would be printed as typed",
        "write ^[the note] in its place",
    ),
    Foreign(
        "markup.tex",
        GatedPattern(("\\",), r"(?<!\\)\\(?:begin|end)\{[^{}\n]*\}"),
        "{} is TeX and would be printed as typed",
        "write the table, list or quotation in Markdown",
    ),
    Foreign(
        "markup.tex",
        GatedPattern(
            ("\\",),
            r"(?<!\\)\\(?!(?:footnote|begin|end|\w*cite\w*)\b)[A-Za-z]{2,}\*?(?:\[[^\]\n]*\])?\{[^{}\n]*\}"
            r"|(?<![\w\\:.])\\[A-Za-z]{2,}(?![\w\\:{\[*])",
        ),
        "{} is a TeX command and would be printed as typed",
        r"write it in Markdown: \textbf{x} is **x**, \emph{x} is *x*",
    ),
    Foreign(
        "markup.tracked-change",
        GatedPattern(
            ("insertion", "deletion"), r"\{[^{}\n]*\.(?:paragraph-)?(?:insertion|deletion)(?![\w-])[^{}\n]*\}"
        ),
        "a change is still tracked here: {}",
        ACCEPT,
    ),
    Foreign(
        "markup.tracked-change",
        # A change of more than some paragraphs is not looked for: for each that is open all would be.
        GatedPattern(
            ("{",),
            r"\{(?:\+\+(?:[^+]|\+(?!\+\})){0,2000}\+\+|--(?:[^-]|-(?!-\})){0,2000}--"
            r"|~~(?:[^~]|~(?!~\})){0,2000}~~)\}",
        ),
        "a change is still tracked here: {}",
        ACCEPT,
    ),
    Foreign(
        "markup.comment",
        GatedPattern((".comment-start",), r"\{[^{}\n]*\.comment-start(?![\w-])[^{}\n]*\}"),
        "a word processor's comment is left here: {}",
        ANSWER,
    ),
    Foreign(
        "markup.comment",
        GatedPattern(("<<}", "==}"), r"\{>>(?:[^<]|<(?!<\}))*<<\}|\{==(?:[^=]|=(?!=\}))*==\}"),
        "there is a comment here: {}",
        ANSWER,
    ),
    Foreign(
        "markup.comment",
        GatedPattern(("%%",), r"(?<!%)%%(?!%)(?:[^%\n]|%(?!%)|\n(?![ \t]*\n))+%%(?!%)"),
        "there is a comment here: {}",
        "remove it, or write it <!-- like this -->",
    ),
    Foreign(
        "markup.short-code",
        GatedPattern(
            ("{{", "{%"), r"(?<!\\)\{\{[<%](?:[^{}\n])*[%>]\}\}|(?<!\\)\{%[^{}\n]*%\}|(?<!\\)\{\{[^{}\n]+\}\}"
        ),
        "{} is for another program to fill in",
        PLAIN_MARKDOWN,
    ),
    Foreign(
        "markup.short-code",
        GatedPattern(
            (),
            r"(?<![\\!\]])\[/?(?:caption|gallery|embed|audio|video|playlist|footnote|contact-form-7|vc_\w+|su_\w+)"
            r"(?:\s[^\[\]\n]*)?\](?![(\[:])",
        ),
        "{} is for another program to fill in",
        PLAIN_MARKDOWN,
    ),
    Foreign(
        "markup.short-code",
        GatedPattern((), r"(?<![\w:/.\\]):(?:[a-z][a-z\d_+-]{2,30}|[+-]1):(?![\w:`/])"),
        "{} is an emoji code in other programs and is printed as typed",
        r"write the emoji itself, or remove it; write intended colons as \:so:",
        severity=Severity.WARNING,
    ),
    Foreign(
        "markup.wiki-link",
        GatedPattern(("[[",), r"(?<!\\)!?\[\[[^\[\]\n]+\]\](?!\()"),
        "{} is a wiki link, which leads nowhere here",
        "write [the words](https://…) or, for a heading of this brief, [the words](#name); "
        "a picture is ![what it shows](file)",
    ),
    Foreign(
        "markup.directive",
        GatedPattern((".. ",), r"^ {0,3}\.\. [\w:-]+::.*$", re.MULTILINE),
        "{} is a reStructuredText directive and would be printed as typed",
        "a box is written ::: note … :::; write the rest in Markdown",
    ),
    Foreign(
        "markup.directive",
        GatedPattern(("`",), r"\{[A-Za-z][\w:.-]*\}(?=`)|(?<!\w):[A-Za-z][\w:-]*:(?=`)"),
        "{} is a Sphinx role and would be printed as typed",
        PLAIN_MARKDOWN,
    ),
    Foreign(
        "markup.directive",
        GatedPattern(("(@",), r"^ {0,3}(?P<box>\(@[\w-]*\))(?=[ \t])", re.MULTILINE),
        "{} is an example that Pandoc would number, and is printed as typed",
        "number the examples: (1), (2) and so on, where they are referred to as well",
        severity=Severity.WARNING,
    ),
    Foreign(
        "markup.directive",
        GatedPattern(
            # A number sign at the beginning of a line that makes no heading stands there by its number.
            (),
            r"^ {0,3}(?P<box>\[(?:TOC|toc|_TOC_)\]|\[\[_?TOC_?\]\]|&#35;\.(?=[ \t])"
            r"|\([\w-]+\)=(?=[ \t]*$)|&#35;\+[A-Za-z_]+\b:?"
            r"|\+\+\+(?=[ \t]*$)|[a-z]+::\S*\[[^\]\n]*\](?=[ \t]*$)"
            r"|\[(?:source|quote|verse|cols|NOTE|TIP|WARNING|IMPORTANT|CAUTION)\b[^\]\n]*\](?=[ \t]*$))",
            re.MULTILINE,
        ),
        "{} is markup for another program and is printed as typed",
        PLAIN_MARKDOWN,
        severity=Severity.WARNING,
    ),
    Foreign(
        "markup.directive",
        GatedPattern(
            (), r"(?<=\s)\^[a-z\d-]{3,}(?=[ \t]*$)|\bfootnote:\[[^\]\n]*\]|\(\([\w-]{6,}\)\)", re.MULTILINE
        ),
        "{} is markup for another program and is printed as typed",
        PLAIN_MARKDOWN,
        severity=Severity.WARNING,
    ),
    Foreign(
        "markup.metadata",
        GatedPattern(
            (),
            r"^---[ \t]*\n(?:[A-Za-z_][\w-]*:(?:[ \t].*)?\n(?:[ \t]+.*\n|- .*\n)*)+(?:---|\.\.\.)[ \t]*$",
            re.MULTILINE,
        ),
        "there is a second front matter in the text",
        "move its keys to the front matter at the top of the file",
    ),
)
"""All kinds that are looked for outside code."""

CHUNK = re.compile(
    r"^ {0,3}(?:`{3,}|~{3,})[ ]*\{=?(?!(?:code|code-block|sourcecode)\})([a-z][\w-]*)(?:[ ,][^}\n]*)?\}.*$",
    re.MULTILINE,
)
"""Code that a notebook would run, or a block of MyST."""
OF_MYST = names(
    "admonition attention caution danger epigraph eval-rst figure figure-md glossary hint image important "
    "include index list-table math mermaid note only pull-quote seealso sidebar tab-set table "
    "tableofcontents tip toctree warning csv-table card grid dropdown bibliography contents"
)
DRAWING = re.compile(rf"^ {{0,3}}(?:`{{3,}}|~{{3,}})[ ]*(?:{DRAWN})[ ]*$", re.MULTILINE)
"""Code that another program would draw."""


def find_foreign(manuscript: MarkdownSource, *, formulas: bool = False) -> list[Diagnostic]:
    """Everything in a text that is written for another program, the most telling kind at each place.

    `formulas` are told where none can be set.
    """
    problems: list[Diagnostic] = []
    taken: list[tuple[int, int]] = [match.span() for match in MOVES.finditer(manuscript.masked)]
    for kind, start, end in _found(manuscript, FORMULAS if formulas else ()):
        # No two of them overlap, so that one look at the last that begins before the end is enough.
        place_among = bisect_left(taken, (end, 0))
        if place_among and taken[place_among - 1][1] > start:
            continue
        taken.insert(place_among, (start, end))
        typed = " ".join(manuscript.text[start:end].replace("&lt;", "<").replace("&#35;", "#").split())
        shown = typed if len(typed) <= SHOWN else typed[:SHOWN].rstrip() + "…"
        message = kind.message.format(shown)
        place, excerpt = manuscript.told_of(start, end)
        make = error if kind.severity is Severity.ERROR else warning
        problems.append(make(kind.code, message, place, kind.hint, excerpt))
    return problems


def _found(manuscript: MarkdownSource, more: tuple[Foreign, ...]) -> Iterator[tuple[Foreign, int, int]]:
    for kind in (*LINES, *PARTED_LINKS, *MACROS, *more, *KINDS):
        for match in kind.pattern.finditer(manuscript.masked):
            if kind.meant(match):
                yield kind, *match.span("box" if "box" in match.re.groupindex else 0)


def leave_out_moves(manuscript: MarkdownSource) -> tuple[list[Substitution], list[Diagnostic]]:
    """Cuts that take out the commands of TeX that only move things, and a warning for each."""
    cuts: list[Substitution] = []
    problems: list[Diagnostic] = []
    for match in MOVES.finditer(manuscript.masked):
        cuts.append(_without(manuscript.text, *match.span()))
        message = f"{match.group()} is a TeX command and is left out"
        hint = "remove it: issuebrief takes care of pages and spaces"
        place, excerpt = manuscript.told_of(*match.span())
        problems.append(warning("markup.tex-left-out", message, place, hint, excerpt))
    return cuts, problems


def _without(text: str, start: int, end: int) -> Substitution:
    """The cut that takes out a command, and its line with it where it stands alone."""
    begins, ends = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    alone = begins and not (text[begins:start] + text[end : max(ends, end)]).strip()
    return Substitution(begins - 1, end, "\n") if alone else Substitution(start, end, "")


def find_chunks(manuscript: MarkdownSource) -> list[Diagnostic]:
    """Code that a notebook would run, with what it is to do in its fence, and code that is a drawing."""
    problems = []
    for pattern, what in ((CHUNK, "code for a notebook to run"), (DRAWING, "for another program to draw")):
        for match in pattern.finditer(manuscript.text):
            if manuscript.masked[match.start()] != "\x00":
                continue
            is_block = pattern is CHUNK and match[1] in OF_MYST
            kind = "a block of another program" if is_block else what
            if pattern is CHUNK and "{=" in match.group():
                kind = f"text for another format ({match[1]})"
            message = f"“{match.group().strip()[:SHOWN]}” is {kind}, and is printed as it is"
            hint = "put what it makes here as a picture or table; code to be read begins with ```python"
            hint = f"write it in Markdown: {BOX}" if is_block else hint
            place, excerpt = manuscript.told_of(*match.span())
            problems.append(warning("markup.chunk", message, place, hint, excerpt))
    return problems
