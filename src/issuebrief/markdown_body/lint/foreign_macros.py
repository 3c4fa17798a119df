r"""Macros and marks of other programs within a line, which Markdown prints as they are typed.

In:  nothing.
Out: the kinds: links and macros of AsciiDoc, MediaWiki, Textile and reStructuredText, quotation marks and
     ties of TeX, fields for another program to fill in, characters that are escaped twice or by halves, and
     the marks between two versions of a text.
"""

from __future__ import annotations

import re
from functools import partial

from issuebrief.diagnostics.model import Severity
from issuebrief.markdown_body.lint.foreign_kind import PLAIN_MARKDOWN, Foreign
from issuebrief.markdown_body.source.gated_patterns import GatedPattern

_warned = partial(Foreign, severity=Severity.WARNING)
_macro = partial(_warned, "markup.directive")
_link = partial(
    _warned,
    "markup.parted-link",
    message="{} is printed as typed, and is not a link",
    hint="write [the words](https://…)",
)
PRINTED = "{} is markup for another program and is printed as typed"

MACROS = (
    Foreign(
        "markup.tracked-change",
        GatedPattern(("<<<<<<<", ">>>>>>>"), r"^(?:<{7}|>{7})(?:[ \t][^\n]*)?$", re.MULTILINE),
        "{} is between two versions of the text, one of which was to be chosen",
        "keep one of the two, and remove the marks",
    ),
    _macro(
        GatedPattern(
            (),
            r"(?<![\w/:.])(?:image|link|xref|kbd|btn|menu|mailto|anchor|icon|stem|footnoteref):[^\s:\[\]]*"
            r"(?::[^\s\[\]]*)?\[[^\[\]\n]*\]",
        ),
        PRINTED,
        PLAIN_MARKDOWN,
    ),
    _macro(
        GatedPattern((">>",), r"<(?:<|&lt;)[\w-]+(?:,[^<>\n]+)?>>"),
        PRINTED,
        "write [the words](#name), or “ ” for quotation marks",
    ),
    _link(
        pattern=GatedPattern((), r"(?<![\w/])https?://[^\s\[\]()<>]{1,500}\[(?![\^\d])[^\[\]\n]+\](?![(\[])")
    ),
    _link(pattern=GatedPattern(("[http",), r"(?<![\]!])\[https?://[^\s\[\]]+[ \t]+[^\[\]\n]+\](?![(\[:])")),
    _link(pattern=GatedPattern(('":http',), r"(?<!\w)\"[^\"\n]{1,80}\":https?://\S+")),
    _macro(
        GatedPattern(("]_", "|_"), r"\[(?:\d+|#[\w-]*|\*)\]_(?!\w)|(?<!\w)\|[\w -]+\|_(?!\w)"),
        PRINTED,
        "write [^name] for a note",
    ),
    _macro(
        GatedPattern(("^^",), r"(?:(?<=\|)|(?<=\| ))\^\^(?=[ \t]*\|)"),
        "{} merges a cell with the one above it in other programs, and is printed as typed",
        "write the words again, or the table in HTML with rowspan",
    ),
    _macro(GatedPattern(("__",), r"__(?:NO)?(?:TOC|INDEX|EDITSECTION)__"), PRINTED, "remove it"),
    _macro(
        GatedPattern(("bq", "fn", "bc"), r"^(?:bq|fn\d+|bc)\.[ \t]+\S", re.MULTILINE), PRINTED, PLAIN_MARKDOWN
    ),
    _macro(
        GatedPattern(("\n:",), r"^;[ \t]*\S[^\n]*(?=\n:[ \t]*\S)", re.MULTILINE),
        PRINTED,
        "take the semicolon out",
    ),
    _macro(
        GatedPattern((), r"(?<![:/\w])//(?=[^\s/])[^/\n]{1,60}[^\s/]//(?![/\w])"),
        "{} is wiki emphasis, and is printed as typed",
        "write *words*",
    ),
    _warned(
        "markup.tex",
        GatedPattern(("``",), r"``(?=[^\s`])[^`\n']{1,200}''"),
        "{} has TeX quotation marks, and is printed as typed",
        'write "words"',
    ),
    _warned(
        "markup.tex",
        GatedPattern((".~",), r"(?<!\w)[A-Za-z]{1,12}\.~\w+"),
        "{} ties two words in TeX, and is printed as typed",
        "write a space: numbers and their words are kept together anyway",
    ),
    _warned(
        "markup.short-code",
        GatedPattern(
            ("{/*", "#}", "<%", "${", "%", "@@"),
            r"\{/\*[^{}\n]*\*/\}|\{#[ \t][^{}\n]*#\}|<%[=#-]?[^%\n]*%>|\$\{[A-Za-z_][\w.]*\}"
            r"|(?<![\w%])%[A-Z][A-Z_]{2,}%(?![\w%])|(?<![\w@])@@[A-Za-z_]\w*@@",
        ),
        "{} is for another program to fill in",
        "write the words, or remove it",
    ),
    _warned(
        "text.unresolved",
        GatedPattern(
            ("&",),
            r"&(?:nbsp|[mn]dash|amp|lt|gt|quot|[lr][sd]quo|[lr]aquo|hellip|shy|euro|sect|#\d{2,5})(?![\w;=])",
        ),
        "“{}” lacks its semicolon, and is printed as typed",
        "write the character itself",
    ),
    _warned(
        "text.unresolved",
        GatedPattern(
            ("&amp;",),
            r"&amp;(?:#\d{2,5}|nbsp|[mn]dash|amp|lt|gt|quot|apos|[lr][sd]quo|hellip|[aeiouAEIOU]\w{3,6});",
        ),
        "“{}” was escaped twice, and is printed as a name",
        "write the character itself",
    ),
    _warned(
        "text.garbled",
        GatedPattern(
            ("C2", "C3", "E2", "\\n"),
            r"=(?:C2|C3|E2)(?:=[0-9A-F]{2})+|(?<=[\w.,;:!?])\\n(?=\\n|[A-ZÀ-Ý\"“\s]|$)",
        ),
        "“{}” means something else in another program",
        "write what is meant",
    ),
)
"""All kinds within a line."""
