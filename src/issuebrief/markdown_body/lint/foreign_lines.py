r"""Lines and marks of other programs' dialects that Markdown prints as they are typed.

In:  nothing.
Out: the kinds, each a warning: options, tags and fields of note-taking programs, references of Quarto, blocks
     of AsciiDoc, reStructuredText, Textile, wikis, MkDocs, forums, Confluence and MDX, raw pieces of other
     formats.

What begins a line is looked for at the beginning of lines alone, so that prose is none of it.
"""

from __future__ import annotations

import re
from functools import partial
from html.entities import html5

from issuebrief.diagnostics.model import Severity
from issuebrief.markdown_body.lint.foreign_kind import PLAIN_MARKDOWN, Foreign
from issuebrief.markdown_body.source.gated_patterns import GatedPattern

PRINTED = "{} is markup for another program and is printed as typed"
BOX = "a box is written ::: note on a line above it, and ::: on one below"
TAKE_OUT = "remove it"
COMMENT = "remove it, or write it <!-- like this -->"

_warned = partial(Foreign, severity=Severity.WARNING)
_printed = partial(_warned, "markup.directive")


_lines = partial(GatedPattern, flags=re.MULTILINE)


TABLE_RULE = re.compile(r"^[ \t>]*\|?[ \t]*:?-+:?[ \t]*\|", re.MULTILINE)


def _in_no_table(match: re.Match[str]) -> bool:
    """Whether no line of hyphens stands in the block of lines that a match stands in."""
    begin, end = match.string.rfind("\n\n", 0, match.start()) + 1, match.string.find("\n\n", match.end())
    return not TABLE_RULE.search(match.string, begin, end if end >= 0 else len(match.string))


def _is_in_braces(match: re.Match[str]) -> bool:
    """Whether a find stands in the braces of an attribute list, where it is a name."""
    before = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    return before.rfind("{") > before.rfind("}")


LINES = (
    _printed(
        # In capitals, or by the names that MyST, Sphinx and Docutils know: others may be picture signs.
        _lines(
            (),
            r"^ {0,3}(?P<box>:(?:[A-Z][\w -]{0,30}|name|class|alt|width|height|align|figclass|label|number|"
            r"nosubs|caption|header-rows|widths|scale|target|enumerated|icon|open|toc|numbered|sectnums|imagesdir|"
            r"doctype|[a-z]+-[a-z-]+):)(?=[ \t]+\S|[ \t]*$)",
        ),
        "{} sets an option for a block of another program, and is printed as typed",
        "remove it; name, class and width go in braces after a picture: {#name .wide width=50%}",
    ),
    _printed(
        # A number sign that begins a line stands there by its number.
        _lines(("|",), r"^ {0,3}(?P<box>(?:&#35;|#)\|[ \t][^\n]*)$"),
        "{} is an option for code that a notebook would run, and is printed as typed",
        TAKE_OUT,
    ),
    _printed(
        GatedPattern(("@",), r"(?<![\w@./\\\[-])@(?:fig|tbl|tab|sec|eq|lst)-[A-Za-z][\w-]*"),
        "{} is a Quarto cross-reference, and is printed as typed",
        "write [](#fig-name), which prints the number",
    ),
    _warned(
        "markup.tag",
        GatedPattern((), r"(?<![\w&/\\#(\[{=:\"'])#[a-z][\w/-]*[a-z\d](?![\w#;)\]]|[^{}\n]*\})"),
        "{} is a tag of a note-taking program and is printed as typed",
        r"remove it; write an intended number sign as \#",
        lambda match: not _is_in_braces(match),
    ),
    _warned(
        "markup.tag",
        _lines(
            ("::", ":: "),
            r"^ {0,3}(?:- )?[A-Za-z][\w -]{0,30}::(?=[ \t]+\S)"
            r"|[\[(][a-z][\w -]{0,30}:: [^\[\]()\n]*[\])](?!\()",
        ),
        "{} is a field of a note-taking program and is printed as typed",
        "remove it; facts about the brief go in the front matter",
    ),
    _warned(
        "markup.comment",
        _lines(("%",), r"^%(?!%)[ \t]+(?!\d)\S[^\n]*$"),
        "a comment is left here, and is printed: {}",
        COMMENT,
    ),
    _warned(
        "markup.comment",
        GatedPattern(("{:",), r"\{:{1,2}/?(?:comment|nomarkdown|options)(?:\s[^{}\n]*)?/?\}"),
        "{} belongs to a comment of Kramdown",
        COMMENT,
    ),
    _warned(
        "markup.comment",
        GatedPattern(("..",), r"(?:(?<=\n\n)|\A)\.\.[ \t]+(?!\.)(?![\w:-]+::)\S[^\n]*"),
        "a comment is left here, and is printed: {}",
        COMMENT,
    ),
    _printed(
        # A title above a block of AsciiDoc; no ellipsis, and nothing that has an ending, such as .NET.
        _lines((), r"^\.[A-Z](?:[a-z]\w*)?(?: [^\n]*)?(?=\n[^\n])"),
        "{} is an AsciiDoc block title, and is printed as typed",
        "write it as a heading, or as a caption: Table: The caption",
    ),
    _printed(
        _lines(
            ("'''", "<<<", "|===", "====", "****", "++++", "////", "____"),
            r"^(?:'''|<<<|\|===|(?<=\n\n)={4,}|\*{4,}(?=\n\S)|\+{4,}|/{4,}|_{4,}(?=\n\S))[ \t]*$",
        ),
        PRINTED,
        PLAIN_MARKDOWN,
    ),
    _printed(
        _lines(("===", "???"), r'^(?:===\+? "[^"\n]*"|\?\?\?\+?[ \t]+[a-z][\w-]*)'),
        "{} starts an MkDocs block, and is printed as typed",
        BOX,
    ),
    _printed(
        _lines((), r"^(?:={1,6}[ \t]+[^=\n]*[^=\s](?:[ \t]+=+)?|h[1-6]\.[ \t]+\S[^\n]*)[ \t]*$"),
        "{} is a heading of another program, and is printed as typed",
        "begin it with ##",
    ),
    _printed(
        GatedPattern(("''",), r"(?<![\w'])'{2,3}(?=[^\s'])[^'\n]+'{2,3}(?!')"),
        "{} is wiki emphasis, and is printed as typed",
        "write *words* or **words**",
    ),
    _printed(_lines(("{|",), r"^\{\|[^\n]*$"), "{} starts a wiki table", "write the table in Markdown"),
    _printed(
        GatedPattern(
            ("[/",),
            r"\[(?P<name>b|i|u|s|url|img|quote|code|color|size|list)(?:=[^\[\]\n]*)?\]"
            r"(?=[^\n]{0,400}?\[/(?P=name)\])",
        ),
        "{} is forum markup, and is printed as typed",
        PLAIN_MARKDOWN,
    ),
    _printed(
        _lines(
            ("{",),
            r"^\{/?(?:toc|info|note|warning|tip|panel|code|quote|noformat|expand|excerpt|column|section)(?:[:|][^{}\n]*)?\}",
        ),
        "{} is a wiki macro, and is printed as typed",
        BOX,
    ),
    _printed(
        GatedPattern(("{",), r"\{(?P<colour>color|colour|red|blue|green)(?:[:=][^{}\n]*)?\}"),
        PRINTED,
        PLAIN_MARKDOWN,
    ),
    _printed(
        _lines(
            ("import ", "export "),
            r"^(?:import [\w{][^\n]* from ['\"][^\n]*|export (?:const|default|function) [^\n]*)$",
        ),
        "{} is a line of a program",
        TAKE_OUT,
    ),
    _printed(
        _lines((":::",), r"^ {0,3}:{3,}[ ]*\{?(?:figure|image)\}?[ ]+[^\s{][^\n]*$"),
        "{} is a MyST figure, whose picture is not shown",
        "write ![what it shows](file), and its caption after a colon on the line below",
    ),
    _printed(
        _lines(("@",), r"^@(?:start|end)(?:uml|mindmap|gantt|json|yaml|wbs)\b[^\n]*$"),
        "{} is part of a drawing that another program would make, and is printed as typed",
        "put the drawing in the brief as a picture",
    ),
    _printed(
        GatedPattern(("||",), r"(?<![|\\])\|\|(?=[^\s|])[^|\n]+\|\|"),
        "{} hides words in other programs, and is printed as typed",
        PLAIN_MARKDOWN,
        lambda match: (
            "|" not in match.string[max(0, match.string.rfind("\n", 0, match.start())) : match.start()]
        ),
    ),
    _printed(
        GatedPattern(("++",), r"(?<![\w+\\{])\+\+(?=[^\s+])[^+\n]*[^\s+]\+\+(?![\w+])"),
        "{} is underlined in other programs, and is printed as typed",
        "write [the words]{.underline}",
    ),
    _printed(
        _lines((), r"^[ \t]*[-*+][ \t]+(?P<box>\[[>/!?<*-]\])(?=[ \t])"),
        "{} marks a task in other programs, and is printed as typed",
        "write an empty check box as [ ], a checked one as [x]",
    ),
    _warned(
        "markup.comment",
        GatedPattern(("<!--",), r"(?<!\\)<!--"),
        "a comment starts here and never ends: {} and all that follows is printed",
        "write --> where it ends",
    ),
    _warned(
        "notes.typed",
        _lines(
            (),
            r"^ {0,3}(?P<box>\[\d+\]:?(?=[ \t]+(?!https?:|www\.|<|\S+[ \t]*$)\S)"
            r"|(?:\^\d+\^|<sup>\d+</sup>"
            r"|[\u00b9\u00b2\u00b3\u2074-\u2079][\u00b9\u00b2\u00b3\u2070-\u2079]*)(?=[ \t]+\S))",
        ),
        "{} looks like a note number typed by hand, and is part of the text",
        "write [^name] at the place in the text, and [^name]: before the note",
    ),
    _warned(
        "text.unresolved",
        GatedPattern(("&",), r"&(?P<name>[A-Za-z][A-Za-z\d]{1,30});"),
        "“{}” is not the name of a character, and is printed as typed",
        "write the character itself",
        lambda match: match["name"] + ";" not in html5,
    ),
    _warned(
        "text.garbled",
        GatedPattern(
            ("\\u", "=?"),
            r"(?<![\w\\:])\\u(?:[\da-f]{4}|[\dA-F]{4})(?![\w\\])|(?<=[A-Za-z])\\u[\dA-Fa-f]{4}|=\?[\w-]+\?[QqBb]\?[^?\s]*\?=",
        ),
        "“{}” means letters in another program",
        "write the intended letters",
    ),
    _printed(
        GatedPattern(("{=",), r"(?<=`)\{=[a-z\d]+\}"),
        "{} says that the words before it are of another format; they are printed as typed",
        PLAIN_MARKDOWN,
    ),
    _printed(
        GatedPattern(("`_",), r"`_{1,2}(?=[\s.,;:)]|$)"),
        "{} makes a link in reStructuredText; here it is printed",
        "write [the words](https://…)",
    ),
    _printed(
        _lines(
            ("|",),
            r"(?:(?<=\n)|\A)(?=[^|\n]+\|[^|\n]+\|[^|\n]*$)[^|\n]*?(?<![\w|])(?P<box>\|[A-Za-z][\w.-]+\|_{0,2})(?![\w|])",
        ),
        "{} means words that another program inserts",
        "write the words",
        _in_no_table,
    ),
    _warned(
        "text.placeholder",
        GatedPattern(
            (),
            r"[\[(](?:insert |place )?(?:figure|fig\.|table|chart|graph|box|photo|image|abbildung|tabelle|"
            r"figura|tabla|tableau) ?\d*[a-z]?"
            r"(?: (?:about |goes |near )?here| hier(?: einfügen)?| aquí| ici)?[\])](?![(\[:])",
            re.IGNORECASE,
        ),
        "“{}” is a placeholder for a figure or table",
        "put the figure there, and write [](#name) where the text refers to it",
        lambda match: match.group()[0] != "(" or " here" in match.group().lower(),
    ),
    _warned(
        "text.garbled",
        GatedPattern((), r"[\ufffc\ue000-\uf8ff\x0b\x0c]"),
        "“{}” is not a letter: it was a picture, or a symbol from another program's font",
        "write the intended symbol, or remove it",
    ),
)
"""All kinds of lines and marks, each a warning."""

DRAWN = (
    "mermaid|plantuml|puml|uml|dot|graphviz|d2|tikz|vega|vega-lite|vegalite|echarts|plotly|chartjs|highcharts|"
    "ojs|chart|wavedrom|ditaa|nomnoml|"
    "dataview|dataviewjs|query|tasks|kanban|abc|svgbob|excalidraw|geojson|topojson|stl|math|katex"
)
"""Names of code that other programs make drawings, lists or formulas of."""
