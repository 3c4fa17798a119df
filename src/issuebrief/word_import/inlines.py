"""Lines of text from Pandoc's tree, as Markdown.

In:  Pandoc's inlines.
Out: a line of Markdown. Notes, pictures and what is told are gathered in a `Gathering` on the way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from issuebrief.word_import.documents.import_problems import left_out, quoted
from issuebrief.word_import.documents.marks import LANGUAGE_MARK, PARAGRAPH_MARK, PICTURE_MARK, unmarked
from issuebrief.word_import.documents.model import TextPicture
from issuebrief.word_import.escaping import literal, plain_words
from issuebrief.word_import.formulas import formula

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.word_import.cited_works import CitedWorks
    from issuebrief.word_import.documents.model import SourcePicture

SCHEMES = ("http:", "https:", "mailto:")
SAFE = "/:?#[]@!$&'*+,;=%~"
LONGEST_INDEX = 3
"""Letters between tildes that nobody takes for words struck out."""
QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}
SHOWN = "\ue0fa"
"""Stands in a line, with an index and `CLOSES`, where a picture is."""
CLOSES = "\ue0fb"
CITED = re.compile(r"\[(?:\^|[^\[\]]*@)")
"""A note or a citation, which stands outside of marks around words."""
PICTURE_PLACE = re.compile(f"{SHOWN}\\d+{CLOSES}")


@dataclass
class Gathering:
    """What is gathered while Pandoc's tree is read.

    `links` are links to names in the text, which are settled when all names are known; `works` those that are
    cited by keys; the number of `equations`; words that are `gone` with what they were part of.
    """

    path: Path
    known: Sequence[SourcePicture] = ()
    write_blocks: Callable[[list[Any]], str] | None = None
    notes: list[str] = field(default_factory=list)
    pictures: list[TextPicture] = field(default_factory=list)
    told: list[Diagnostic] = field(default_factory=list)
    links: int = 0
    tables: int = 0
    number: int = 0
    marked_picture: int | None = None
    works: CitedWorks | None = None
    equations: int = 0
    gone: list[str] = field(default_factory=list)


def line_of(inlines: Iterable[Any], gathered: Gathering) -> str:
    """Inlines as a line of Markdown, with the marks of the import still in it."""
    return "".join(_inline(each["t"], each.get("c"), gathered) for each in inlines)


def _inline(kind: str, content: Any, gathered: Gathering) -> str:
    if kind == "Str":
        return _words(content, gathered)
    if kind in ("Space", "SoftBreak"):
        return " "
    if kind == "LineBreak":
        return "\n"
    if kind in WRAPPERS:
        before, after = WRAPPERS[kind]
        return wrapped(line_of(content, gathered), before, after)
    if kind in ("Superscript", "Subscript"):
        return _shifted(line_of(content, gathered), kind)
    if kind == "Quoted":
        opens, closes = QUOTES[content[0]["t"]]
        return f"{opens}{line_of(content[1], gathered)}{closes}"
    if kind == "Cite":
        return _citation(content, gathered)
    if kind == "Span":
        return line_of(content[1], gathered)
    if kind == "Link":
        return _link(content, gathered)
    if kind == "Image":
        return _image(content, gathered)
    if kind == "Note":
        return _note(content, gathered)
    return _rare(kind, content, gathered)


WRAPPERS = {
    "Emph": ("*", "*"),
    "Strong": ("**", "**"),
    "Strikeout": ("~~", "~~"),
    "Underline": ("[", "]{.underline}"),
    "SmallCaps": ("[", "]{.smallcaps}"),
}


def wrapped(text: str, before: str, after: str) -> str:
    """Words between marks, with the spaces at their ends outside; nothing around what has no words."""
    inner = text.strip()
    if not inner or not any(letter.isalnum() for letter in unmarked(inner)) or CITED.match(inner):
        return text
    lead, _, rest = text.partition(inner)
    parts = [part.strip() for part in inner.split("\n")]
    return lead + "\n".join(f"{before}{part}{after}" if part else "" for part in parts) + rest


def _shifted(text: str, kind: str) -> str:
    sign, tag = ("^", "sup") if kind == "Superscript" else ("~", "sub")
    if not text.strip() or CITED.match(text):
        return text
    is_word = kind == "Subscript" and len(text) > LONGEST_INDEX
    if is_word or any(letter.isspace() or letter in "^~*[]" for letter in text):
        return f"<{tag}>{text}</{tag}>"
    return f"{sign}{text}{sign}"


def _words(text: str, gathered: Gathering) -> str:
    for found in PARAGRAPH_MARK.finditer(text):
        gathered.number = int(found[1])
    marks = PICTURE_MARK.findall(text)
    if marks:
        gathered.marked_picture = int(marks[-1])
    return literal(PICTURE_MARK.sub("", text))


def _link(content: Any, gathered: Gathering) -> str:
    words, address = line_of(content[1], gathered), content[2][0]
    if not words.strip():
        return words
    gathered.links += 1
    if not any(letter.isalnum() for letter in unmarked(PICTURE_PLACE.sub("", words))) and SHOWN in words:
        message = f"the link of a picture is left out: {quoted(address)}"
        gathered.told.append(left_out(gathered.path, message, gathered.number))
        return words
    if address.startswith("#"):
        return f"[{words}](#{quote(address[1:])})"
    if not address.lower().startswith(SCHEMES):
        if "." in address.partition("/")[0] and " " not in address and ":" not in address:
            address = f"https://{address}"
        else:
            message = f"a link is left out, its words are kept: {quoted(address)}"
            gathered.told.append(left_out(gathered.path, message, gathered.number))
            return words
    plain = unmarked(words).replace("\\", "")
    if plain in (address, address.removeprefix("mailto:")):
        return f"<{quote(plain, SAFE + '()')}>" if plain.isascii() else plain
    return wrapped(words, "[", f"]({quote(address, SAFE)})")


def _image(content: Any, gathered: Gathering) -> str:
    alternative = unmarked("".join(plain_of(content[1])))
    if gathered.marked_picture is not None and gathered.marked_picture < len(gathered.known):
        said = gathered.known[gathered.marked_picture]
        alternative = said.alternative or alternative
        gathered.marked_picture = None
    gathered.pictures.append(TextPicture(content[2][0], " ".join(alternative.split()), gathered.number))
    return f"{SHOWN}{len(gathered.pictures) - 1}{CLOSES}"


def _citation(content: Any, gathered: Gathering) -> str:
    cited, inlines = content
    printed = unmarked("".join(plain_of(inlines)))
    is_plain = not any(each["t"] in ("Note", "Image") for each in inlines)
    text = gathered.works.citation(cited, printed) if gathered.works and is_plain else ""
    if not text:
        return line_of(inlines, gathered)
    # The links in it are those of the works.
    gathered.links += sum(each["t"] == "Link" for each in inlines)
    return text


def _note(blocks: Any, gathered: Gathering) -> str:
    assert gathered.write_blocks is not None
    place = len(gathered.notes)
    gathered.notes.append("")
    gathered.notes[place] = gathered.write_blocks(blocks)
    return f"[^n{place + 1}]"


def _rare(kind: str, content: Any, gathered: Gathering) -> str:
    if kind == "Math":
        return formula(content, gathered)
    if kind == "Code":
        return f"`{content[1]}`" if "`" not in content[1] else literal(content[1])
    return ""


def plain_of(inlines: Iterable[Any]) -> list[str]:
    """The words of inlines, without notes."""
    found: list[str] = []
    for each in inlines:
        kind, content = each["t"], each.get("c")
        if kind == "Str":
            found.append(content)
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            found.append(" ")
        elif kind in ("Code", "Math"):
            found.append(content[1])
        elif kind in ("Quoted", "Span", "Cite", "Link"):
            found += plain_of(content[1])
        elif kind not in ("Note", "Image", "RawInline") and isinstance(content, list):
            found += plain_of(content)
    return found


def is_bold(inlines: list[Any]) -> bool:
    """Whether all words of a paragraph are bold; one of pictures alone is not."""
    said = [each for each in inlines if plain_words("".join(plain_of([each]))).strip()]
    return bool(said) and all(_is_strong(each) for each in said)


def _is_strong(inline: Any) -> bool:
    if inline["t"] == "Strong":
        return True
    inner = inline.get("c")
    if inline["t"] == "Span":
        inner = inner[1]
    return inline["t"] in ("Emph", "Underline", "Span", "SmallCaps") and is_bold(inner)


def marked_languages(line: str) -> str:
    """A line with the words in other languages as `[words]{lang=fr}`."""
    return LANGUAGE_MARK.sub(lambda found: f"[{found[2]}]{{lang={found[1]}}}", line)
