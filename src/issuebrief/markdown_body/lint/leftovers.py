"""What was left in a text that is not meant for its readers.

In:  a manuscript, of the text or of the front matter, and its language.
Out: warnings: reminders (`TODO`, `[TK]`), blind text, words of the brief that `new` writes, what a word
     processor could not resolve, letters that were read in a wrong encoding, and slips of the keyboard.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.markdown_body.lint.leftover import Leftover
from issuebrief.markdown_body.lint.mistyped import MISTYPED, RUN_ON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

SHOWN = 60
"""Characters of a find that a message repeats at most."""
MOST_ON_A_LINE = 20
"""So many of a kind are told on one line; the last says how many more there are."""

REMINDER = re.compile(
    r"\[(?:TODO|TBD|TBC|FIXME|TK|XXX+|CHECK|CITE|CITATION NEEDED|REF|SOURCE|INSERT|ADD)\b[^\[\]\n]*\]"
    r"(?![(\[])|\b(?:TODO|FIXME|TKTK|TBD)\b(?::|(?=[\s.,;)]|$))|(?<![\w-])TK(?=[\s.,;:)]|$)(?! [A-Z])"
    r"|\[(?i:citation needed|source needed|to be (?:added|confirmed|written)|beleg fehlt|quelle fehlt|"
    r"référence nécessaire|cita requerida|citazione necessaria|bron nodig|källa behövs|potrzebne źródło)\]"
    r"(?![(\[])"
    r"|(?<![A-WYZa-z]-)\bXXX+\b(?!-[A-WYZa-z])"
    r"|(?<![/=&#?.-])\bxxx+\b(?![/=&#?-]|\.\w)|\?\?\?+(?!\+?[ \t]+[a-z][\w-]*(?:[ \t]+\"|[ \t]*$))",
    re.MULTILINE,
)
ROMAN = re.compile(r"(?:^|[A-Z]\w*\.?|,|and|to|[-–])\s*$")
"""What stands before a Roman thirty: a name, another number."""

EVERYTHING = ("es", "pt", "gl", "ca", "it")
"""Languages in which TODO may be a word."""

BLIND = re.compile(r"\b[Ll]orem ipsum\b")
SCAFFOLD = re.compile(
    r"\bYour (?:Name|Institute|City)\b|Say here in three or four sentences what the brief is about"
    r"|The text begins here\. An empty line ends a paragraph\.|\bTitle of the Work\b"
    r"|A short sentence for the sidebar"
)
LEFT = re.compile(
    r"Error! (?:Reference source|Bookmark) not (?:found|defined)\.?"
    r"|Fehler! Verweisquelle konnte nicht gefunden werden\.?"
    r"|Erreur ! (?:Source du renvoi introuvable|Signet non défini)\.?"
    r"|¡Error! No se encuentra el origen de la referencia\.?|Fel! Hittar inte referenskälla\.?"
    r"|(?<![\w{])(?:HYPERLINK[ \t]+(?:\\l[ \t]+)?[\"“][^\"”\n]*[\"”]|PAGEREF[ \t]+\w+|SEQ[ \t]+\w+[ \t]+\\\*"
    r"|(?:TOC|INDEX)[ \t]+\\[a-z]|(?:INCLUDEPICTURE|FORMTEXT|MERGEFIELD)\b|XE[ \t]+[\"“])"
    r"|\b(?:_Toc|_Ref|_Hlk)\d{4,}\b|\bMERGEFORMAT\b|\{(?:PAGEREF|REF|HYPERLINK|TOC|SEQ) [^{}\n]*\}"
)
CITED = re.compile(
    r"\[CITATION[ \t]+[^\[\]\n]+\]|ADDIN (?:ZOTERO_ITEM|EN\.CITE|CSL_CITATION|Mendeley)\S*"
    r"|\{[^{}\n,;]{2,60}, (?:19|20)\d\d[a-z]?,? #\d+[^{}\n]*\}"
)
"""Sources that a word processor or a reference manager was to fill in."""
GARBLED = re.compile(
    "\ufffd+|â€[™œ\u009d\u009c\u0099“”˜¦¢\u0080-\u00bf]?|Ã[\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|(?<![A-Z])Ã[‘’“”–—]"
    "|Â(?=[\u00a0-\u00bf])|ï¿½|ðŸ"
)


def _reminds(match: re.Match[str], lang: str) -> bool:
    """Whether a word is a reminder, and not a Roman number or a word of the language."""
    word = match.group()
    if word == "XXX":
        return not ROMAN.search(match.string[max(0, match.start() - 20) : match.start()])
    return word != "TODO" or lang.partition("-")[0] not in EVERYTHING


KINDS = (
    Leftover(
        "text.reminder",
        REMINDER,
        "“{}” reminds of something to be done",
        "do it, and take the reminder out",
        _reminds,
    ),
    Leftover("text.placeholder", BLIND, "“{}” is blind text", "write the text"),
    Leftover(
        "text.placeholder",
        SCAFFOLD,
        "“{}” is from the brief that `issuebrief new` writes",
        "put your own words in its place",
    ),
    Leftover(
        "text.unresolved",
        LEFT,
        "“{}” is what a word processor left behind",
        "write what is meant; a reference to a heading or table is [](#name)",
    ),
    Leftover(
        "text.unresolved",
        CITED,
        "“{}” is a source that a reference manager was to fill in",
        "write the source as a note: ^[Author, *Title*, p. 5.]",
    ),
    Leftover(
        "text.unresolved",
        re.compile(r"(?<=\S )\*{4}(?![*\w])|(?<![*\\\w])\*{4}(?= \w)"),
        "“{}” is bold type with nothing in it",
        "remove it",
    ),
    Leftover(
        "text.garbled",
        GARBLED,
        "“{}” is no letter: the text was once read in a wrong encoding",
        "write the letter that is meant; mostly it is an accent, a dash or a quotation mark",
    ),
)


ANYWHERE = (*KINDS, *MISTYPED)
IN_TEXT = (*ANYWHERE, RUN_ON)
"""What is looked for in the text; in the front matter a name may end in a number."""


class _Find(NamedTuple):
    """What is left over, where in the text, and how many more of the kind there are on its line."""

    kind: Leftover
    start: int
    end: int
    more: int = 0


def find_leftovers(manuscript: MarkdownSource, lang: str, kinds: Sequence[Leftover]) -> list[Diagnostic]:
    """Whatever of these kinds is left over in a text, outside code."""
    finds = (find for kind in kinds for find in _found(manuscript, lang, kind))
    return [_told(manuscript, find) for find in finds]


def _told(manuscript: MarkdownSource, find: _Find) -> Diagnostic:
    kind, start, end, more = find
    typed = " ".join(manuscript.text[start:end].split())
    shown = typed if len(typed) <= SHOWN else typed[:SHOWN].rstrip() + "…"
    message = kind.message.format(shown) + (f"; {more:,} more on this line" if more else "")
    place, excerpt = manuscript.told_of(start, end)
    return warning(kind.code, message, place, kind.hint, excerpt)


def _found(manuscript: MarkdownSource, lang: str, kind: Leftover) -> list[_Find]:
    """Where one kind is found; on a line that is full of it, the first places."""
    found: list[_Find] = []
    line_end = count = 0
    for match in kind.pattern.finditer(manuscript.masked):
        if not kind.is_one(match, lang):
            continue
        if match.start() >= line_end:
            next_line = manuscript.masked.find("\n", match.start())
            line_end, count = next_line if next_line >= 0 else len(manuscript.masked), 0
        count += 1
        if count <= MOST_ON_A_LINE:
            found.append(_Find(kind, *match.span()))
        else:
            found[-1] = found[-1]._replace(more=count - MOST_ON_A_LINE)
    return found
