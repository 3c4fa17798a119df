"""What of Markdown is markup, sign by sign, by a table of patterns.

In:  Markdown.
Out: the same text with markup struck out; a struck character becomes a blank that is nothing, so that all
     others keep their places.
"""

from __future__ import annotations

import re
from functools import lru_cache

from issuebrief.markdown_body.blocks.note_words import is_notes
from issuebrief.markdown_body.source.fences import MARK
from issuebrief.markdown_body.source.gated_patterns import GatedPattern
from issuebrief.markdown_body.source.phrases import LETTER
from issuebrief.markdown_body.source.urls import IN_BRACKETS
from issuebrief.preflight.wording import caption_labels as labels
from issuebrief.preflight.wording.bare_text import literal
from issuebrief.preflight.wording.basic_strikes import Strike, kept, parted, spelled, struck, whole
from issuebrief.preflight.wording.formulas import without_formulas
from issuebrief.preflight.wording.html_tags import BLOCK_TAG, TAG, is_known
from issuebrief.preflight.wording.link_parts import ADDRESS, ALTERNATIVE, TITLE
from issuebrief.preflight.wording.nothing import BREAK, NOTHING


def titled(match: re.Match[str]) -> str:
    """Of the fence of a box, its title is printed, on a line of its own and without marks around it."""
    title = (match["title"] or "").strip("\"'“”„«»")
    if not title:
        return struck(match)
    shown = BREAK + NOTHING * (match[0].rindex(title) - 1) + title
    return shown + (NOTHING * (len(match[0]) - len(shown) - 1) + BREAK if len(shown) < len(match[0]) else "")


def note_heading(match: re.Match[str]) -> str:
    """A heading above notes alone is printed above the endnotes, in words of its own."""
    return struck(match) if is_notes(match[1]) else match[0]


def tag(match: re.Match[str]) -> str:
    """A tag of HTML is markup; one whose name HTML does not know is printed."""
    return struck(match) if is_known(match) else whole(match)


def fenced(match: re.Match[str]) -> str:
    """Of code between fences, all is printed but the marks of the quotation it stands in.

    It is a passage of its own, behind what begins an entry: a caption above it may be printed elsewhere.
    """
    code = _code(match[3]) if ">" in match[1] else literal(match[3])
    mark = match[1] if match[1].strip(" >") else ""
    above, below = match.start(3) - match.start() - len(mark) - 1, match.end() - match.end(3) - 1
    return mark + BREAK + NOTHING * above + code + NOTHING * below + BREAK


def in_line(match: re.Match[str]) -> str:
    """Of code in a line, all is printed but marks of a quotation, and the backslash of a pipe in a row."""
    size, code = len(match[1]), match[2]
    if "\\|" in code and _is_in_row(match):
        code = code.replace("\\|", f"{NOTHING}|")
    return NOTHING * size + _code(code) + NOTHING * size


def _is_in_row(match: re.Match[str]) -> bool:
    """Whether a match stands in a line that pipes part."""
    start, end = match.string.rfind("\n", 0, match.start()) + 1, match.string.find("\n", match.end())
    line = match.string[start : end if end >= 0 else None]
    return "|" in line[: match.start() - start] or "|" in line[match.end() - start :]


def _code(text: str) -> str:
    """Code in a quotation, without the marks of that."""
    return literal(_QUOTATION.sub(struck, text))


def indented(match: re.Match[str]) -> str:
    """Lines that are indented are code, unless they go on with a block above them or are those of HTML."""
    if _OF_HTML.match(match[0]):
        return match[0]
    lines = match.string[: match.start()].split("\n")
    for line, above in zip(reversed(lines), [*reversed(lines[:-1]), ""], strict=True):
        if _HOLDS_MORE.match(line):
            return match[0]
        if line[:1].strip(f" \t{NOTHING}{BREAK}") and not above.strip():
            break
    return literal(match[0])


def captions(match: re.Match[str]) -> str:
    """Of an attribute list, the caption and the source line are printed."""
    out, end = [], match.start()
    for found in PRINTED_ATTRIBUTE.finditer(match.string, match.start(), match.end()):
        group = 1 if found[1] is not None else 2
        words = INNER_BRACES.sub(lambda braces: NOTHING * len(braces[0]), found[group])
        out += [BREAK, NOTHING * (found.start(group) - end - 1), words]
        end = found.end(group)
    return "".join(out) + (BREAK if out else NOTHING) + NOTHING * (match.end() - end - 1)


PRINTED_ATTRIBUTE = re.compile(r"(?<![\w-])(?:caption|source)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
INNER_BRACES = re.compile(r"(?<=[\]*_`])\{[^{}\n]*\}")
"""Attributes of words in a caption, such as their language."""
BRACES = r"\{:?[ \t]*(?:[#.][\w-]|[\w-]+[ \t]*=|-[ \t]*(?=\}))(?:[^{}\"\n]|\"[^\"]*\"|\n(?![ \t]*\n))*\}"
FENCED = rf"^([ >]*(?:{MARK})*)(`{{3,}}|~{{3,}})[^`\n]*\n((?:.*\n)*?)[ >]*\2[`~]*[ \t]*$"
BOX = r"^[ \t>]*\\?\[!\w[\w-]*\\?\](?:[+-](?=[ \t]|$))?"
BACK = "[\u2190-\u21ff\u2934\u2935^«]\ufe0e?"
"""What leads from a note back to its mark, where another program has linked them."""
BULLET = "[-*–—•·▪◆➢➤►▶]"
NOT_A_NOTE = r"(?!\^)"

LITERALS: tuple[tuple[tuple[str, ...], str, Strike], ...] = (
    # Code, comments, HTML that is no Markdown, labels of boxes, signs behind a backslash, addresses.
    (("```", "~~~"), FENCED, fenced),
    (("<!--",), r"<!--[\s\S]*?-->", struck),
    (
        ("markdown=",),
        r"<([\w-]+)\b[^<>]*\bmarkdown=[\"']?(?:0|off)\b[^<>]*>([\s\S]*?)</\1\s*>",
        kept(2, as_it_is=True),
    ),
    (
        (),
        r"^ {0,3}(?:#{1,6}[ \t]+|\*\*|__)([^\n#*_{}]{1,30}?)(?:[ \t]*#*|\*\*:?|__:?)[ \t]*$"
        r"(?=\s*(?:\[\^[^\]\n]+\]:|\[\[?\\?\[?\d|<(?:sup|a|[ou]l|section|div|hr)\b))",
        note_heading,
    ),
    (("](#",), r"\[\\\[(\d{1,3})\\\]\]\(#[^()\s]*\)", kept(1)),
    (("#",), rf"<a\b[^<>]*\bhref=[\"']?#[^<>]*>\s*(?:{BACK}|&#?\w+;)\s*</a>", struck),
    (("[!",), BOX, parted),
    (("\\[",), r"^[ \t>]*[-*+][ \t]+\\\[[ xX]\\?\](?=[ \t])", struck),
    ((), r"(?:(?<=\n\n)|\A)(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+", indented),
    (("`",), r"(?:(?<![`\\])|(?<=(?<!\\)\\`))(`+)(?!`)((?:(?!\n[ \t]*\n)[\s\S])+?)(?<!`)\1(?!`)", in_line),
    (("\\",), r"\\([!-/:-@\[-`{-~])", kept(1, as_it_is=True)),
    ((), r"<(?i:mailto:)?([^\s<>@]+@[^\s<>@]+)>", kept(1, as_it_is=True)),
    ((), rf"<(https?://[^\s<>]+|www\.[^\s<>]+|{IN_BRACKETS})>", kept(1, as_it_is=True)),
    ((), r"(?<![\w(<\"'=/.@-])(?:https?://|www\.)[^\s<>\"\]|]+?(?=[*_~.,;:!?)'`]*(?:[\s<>\"\]|]|$))", whole),
    (("&",), r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);", spelled),
)
"""What no further markup is read in, or what is not printed at all."""

MARKUP: tuple[tuple[tuple[str, ...], str, Strike], ...] = (
    # Definitions: of addresses, of abbreviations.
    (
        (),
        rf"^ {{0,3}}\[{NOT_A_NOTE}[^\]\n]+\]:[ \t]*\n?[ \t]*(?:<[^<>\n]*>|\S+)"
        r"(?:[ \t]*\n?[ \t]+(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\)))?[ \t]*$",
        struck,
    ),
    (("*[",), r"^ {0,3}\*\[[^\]\n]+\]:.*$", struck),
    # Pictures, links, pull-quotes and attribute lists.
    (("![",), rf"!\[{ALTERNATIVE}\](?:\({ADDRESS}{TITLE}\s*\)|\[[^\]\n]*\])?", struck),
    (("[](",), rf"\[\]\({ADDRESS}{TITLE}\s*\)", parted),
    ((), rf"(?<=\])\(\s*{ADDRESS}{TITLE}\s*\)", struck),
    ((), r"(?<=\])\(\s*(?:https?://|www\.)(?:[^()\n]|\n(?![ \t]*\n))*\)", struck),
    ((), rf"(?<=\]) ?\[{NOT_A_NOTE}[^\[\]\n]*\]", struck),
    (("{",), BRACES, captions),
    # What Word draws before an entry of a list.
    (("mso-list",), r"<span\b[^<>]*mso-list:\s*Ignore(?:[^<]|<span\b[^<>]*>[^<]*</span>)*</span>", parted),
    (("<",), BLOCK_TAG, parted),
    ((), TAG, tag),
    (("<![",), r"<!\[(?:if\s[^\]<>\n]*|endif)\]>", struck),
    # Whole lines: fences of divs, marks of blocks, rules, underlines, rows of hyphens in tables.
    (
        ("::",),
        r"(?:^|(?<=^[-*+:] )|(?<=\d[.)] ))[ \t>]*:{2,}(?:[ \t]*(?:\{[^{}\n]*\}|[^\W\d_][\w-]*))?:?[ \t]*\[?"
        r"(?P<title>[^\s:{}\[\]][^{}\[\]\n]*?)?[\]]?[ \t]*(?:\{[^{}\n]*\})?[ \t]*:*[ \t]*$",
        titled,
    ),
    ((":::",), r"^[ \t>]*:{3,}.*$", struck),
    ((), rf"^[ \t>]*(?:!!!|\?\?\?\+?)[ \t]+[\w-]+[ \t]+\"[^\"\n]*\"[ \t{NOTHING}]*$", parted),
    ((), r"^[ \t>]*!!![ \t]*[\w-]*[ \t]*", parted),
    (("???",), r"^\?\?\?\+?[ \t]+[\w-]+[ \t]*$", parted),
    ((), r"^[ \t>]*(?:=+|(?:[-*_][ \t]*){3,})[ \t]*$", struck),
    ((), r"^[ \t>]*[|+]?[ \t]*[:=-][-:|+= \t]*$", struck),
    (("+",), r"\+(?:[:=-]{3,}\+)+", struck),
    # Rows of tables are looked for one by one.
    (("|",), r"^[ \t>]*\|(?=.*\|[ \t]*$)", parted),
    # Beginnings of lines: quotations, headings, entries of lists, captions.
    ((), r"^(?:[ \t]*>)+", struck),
    ((), rf"^({NOTHING}*[ \t]*)#{{1,6}}(?=[ \t\w])", kept(1)),
    ((), r"[ \t]#+[ \t]*$", struck),
    (("[x]",), rf"^({NOTHING}*[ \t]*\d{{1,9}}[.)][ \t]+)\[x\](?=[ \t])", kept(1)),
    (("[X]",), rf"^({NOTHING}*[ \t]*\d{{1,9}}[.)][ \t]+)\[X\](?=[ \t])", kept(1)),
    (
        (),
        rf"^({NOTHING}*[ \t]*)(?:{BULLET}|[o§](?=\t|  )|\+(?![ \t]*[\d.,]))[ \t\u00a0]+(?:\[[ xX]\][ \t])?",
        kept(1),
    ),
    ((">",), rf"^(?:[{NOTHING} \t]*(?<=[{NOTHING} \t])(?:>|[-*](?=[ \t]+>)))+", struck),
    # A caption below the last row of a table is printed above the first.
    ((), rf"^{NOTHING}*(?:[ \t]*:|[ \t]{{0,3}}~(?=[ \t]+[^\s\d]))[ \t\u00a0]+", parted),
    (("#.",), r"^[ \t]*#\.(?=[ \t])", parted),
    (("@",), r"(?<![\w@./\\[-])\[?@(?:fig|tbl|tab|sec|eq)[:-][A-Za-z][\w:-]*\]?", parted),
    ((), labels.with_end(BREAK, NOTHING), parted),
    ((), labels.behind_picture(NOTHING), parted),
    (("[@",), rf"\[@[^\]\n]+\](?![(\[{NOTHING}])", whole),
    # Emphasis, where nothing else can be meant.
    ((), r"(?<![\w*\\])(\*\*)(?=[^\s*])([^*\n]+)(?<=[^\s*])(\*\*)(?![\w*])", kept(2)),
    (("**",), r"(?<![\w*\\])(\*\*)(?=\S)([^*\n]+\s)(\*\*)(?=[^\s*])", kept(2)),
    (("==",), rf"(?<!=)(?:(?<!{LETTER})|(?===[^\s=]+==))(==)(?=[^\s=])([^=\n]+)(?<=\S)(==)(?!=)", kept(2)),
    (("~~",), r"(?<![~\w])~~(?=\S)([^~\n]+)(?<=\S)~~(?!~)", kept(1)),
)
"""What is markup: what a pattern needs, the pattern, and what is left of a match. The order matters."""

_QUOTATION = re.compile(r"(?:(?<=\n)|\A)(?:[ \t]*>)+")
_OF_HTML = re.compile(r"[ \t]*</?(?:t[dhr]|table|thead|tbody|tfoot|caption|li|[uo]l|div)\b", re.IGNORECASE)
_HOLDS_MORE = re.compile(r" {0,3}(?:[-*+:]|\d+[.)]|\[\^[^\]\n]+\]:|!!!)")
_LITERALS = tuple((GatedPattern(needs, pattern, re.MULTILINE), strike) for needs, pattern, strike in LITERALS)
_MARKUP = tuple((GatedPattern(*rule[:2], re.MULTILINE, labels.LABELS), rule[2]) for rule in MARKUP)


@lru_cache(maxsize=2)
def without_literals(text: str) -> str:
    """A text without what is not printed as it is typed, in which what is no markup is marked."""
    return _without(without_formulas(text), _LITERALS)


def without_markup(text: str) -> str:
    """A text without literals, and without markup too."""
    return _without(text, _MARKUP)


def _without(text: str, strikes: tuple[tuple[GatedPattern, Strike], ...]) -> str:
    for pattern, strike in strikes:
        text = pattern.sub(strike, text)
    return text
