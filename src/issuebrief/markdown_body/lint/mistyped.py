"""Slips of the keyboard, and of text that was copied from a page.

In:  nothing.
Out: the kinds, each with what is said of it: items without a space, spaces before a comma, words that a
     line's end divided, words typed twice, words with letters of two scripts, numbers of notes that run on
     with a word.

Each is looked for in prose, and told only where nearly nothing else can be meant.
"""

from __future__ import annotations

import re

from issuebrief.markdown_body.lint.leftover import Leftover

LETTER = r"[^\W\d_]"
BEGINS = r"(?:(?<=\n\n)|(?<=\A\n)|\A)"
"""The beginning of a paragraph."""

FRENCH = ("fr",)
"""Languages that have a space before a colon, a semicolon, an exclamation and a question mark."""

GOES_ON = frozenset(
    re.findall(
        r"\w+",
        "and or to nor but not than through versus vs with without for from on at by in of "
        "und oder bis bzw sowie noch als wie statt mit ohne für von zu im auf bei aus "
        "et ou à ni y e o u a i oraz lub albo czy ani nebo či és vagy och eller samt till og "
        "en tot ter ja tai sekä ve veya и или а либо та або și sau ali",
    )
)
"""Words before which a part of a word stands with its hyphen: “pre- and post-war”."""

TWICE = {
    "en": "the a an of to and is are was were for with by from its their this be been",
    "de": "und oder ein eine einen einer von mit für ist auf im am zum zur des dem den auch wird werden",
    "fr": "le la les de des du et un une dans pour par sur est au aux ce cette",
    "es": "el la los las de del en y un una con por para es al",
    "it": "il la i gli le di del della e un una in con per che è al",
    "pt": "o a os as de do da em e um uma com por para que é ao",
    "nl": "de het een van en in op met voor is aan te",
    "sv": "och en ett av är på för med till som i den",
    "pl": "i w na z do się jest oraz dla od przez",
}
"""Words that never stand twice in a row, by language."""

LATIN, CYRILLIC, GREEK = "a-zA-Z\u00c0-\u024f", "\u0400-\u04ff", "\u0370-\u03ff"
MIXED = re.compile(rf"(?<!\w)\w{{0,40}}?(?:[{LATIN}][{CYRILLIC}{GREEK}]|[{CYRILLIC}{GREEK}][{LATIN}])\w*")
LIKE_LATIN = frozenset("АВЕЅІЈКМНОРСТУХаеіјорсухѕԁһԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο")
"""Letters of other scripts that look like Latin ones."""
LIKE_CYRILLIC = frozenset("ABCEHKMOPTXaceopxy")

SHORTEST_MIXED = 3
"""Shorter words are signs: µg, kΩ."""

NAMES = ("covid", "python", "windows", "type", "phase", "level", "class", "article", "table", "step", "layer")
"""Words that a number may belong to."""

ADDRESS = re.compile(
    r"(?:\]\((?:<[^<>\n]*|[^\s()<>]*)|^ {0,3}\[[^\]\n]+\]:[ \t]*<?|[\w-]=[\"']?)\Z", re.MULTILINE
)
"""What stands before a word that is part of the address of a link, a picture or an attribute."""
LONGEST = 200
"""So far before a word an address is looked for."""


def _language(lang: str) -> str:
    return lang.lower().partition("-")[0]


def _is_divided(match: re.Match[str], lang: str) -> bool:
    return match["rest"].islower() and match["rest"] not in GOES_ON


def _stands_twice(match: re.Match[str], lang: str) -> bool:
    word = match["word"].lower()
    return match[0].endswith(word) and word in TWICE.get(_language(lang), "").split()


def _is_mixed(match: re.Match[str], lang: str) -> bool:
    letters = frozenset(filter(str.isalpha, match[0]))
    latin = frozenset(letter for letter in letters if letter < "\u0370")
    others = letters - latin
    if len(match[0]) < SHORTEST_MIXED:
        return False
    return others <= LIKE_LATIN or (latin <= LIKE_CYRILLIC and all(letter >= "\u0400" for letter in others))


def _is_note(match: re.Match[str], lang: str) -> bool:
    before = match.string[max(match.start() - LONGEST, 0) : match.start()]
    word = match["word"] or ""
    if word.lower() in NAMES or ADDRESS.search(before):
        return False
    return not word or not _is_one_of_series(match, word)


def _is_one_of_series(match: re.Match[str], word: str) -> bool:
    """Whether the same word stands nearby with another number: they are names, `node1` and `node2`."""
    nearby = match.string[max(match.start() - LONGEST, 0) : match.end() + LONGEST]
    numbers = re.findall(rf"(?<!\w){re.escape(word)}(\d{{1,3}})(?!\w)", nearby, re.IGNORECASE)
    return len(set(numbers)) > 1


MISTYPED = (
    Leftover(
        "markup.printed",
        re.compile(r"(?:<|&lt;)!(?:\[CDATA\[|DOCTYPE\b)", re.IGNORECASE),
        "“{}” is printed as it is typed",
        "take it out, or put it between backticks",
    ),
    Leftover(
        "markup.printed",
        re.compile(r"(?<![\w~\\/])~(?=[^\W\d_])[^~\n]{1,80}(?<=[^\s\\])~(?![\w~])"),
        "“{}” is printed with its tildes, which mean different things in different programs",
        "write ~~…~~ for what is struck out, <sub>…</sub> for what is lowered, else a backslash before each",
    ),
    Leftover(
        "markup.list-like",
        re.compile(
            rf"{BEGINS} {{0,3}}\d{{1,2}}[.)](?=[^\W\d_][a-zß-ÿα-ωа-я]+)(?![^\n]*\n[ \t>]*\d{{1,2}}[.)])"
        ),
        "there is no space after “{}”, so the line is set as prose",
        "put one there if the line belongs to a list",
    ),
    Leftover(
        "markup.list-like",
        re.compile(
            rf"{BEGINS} {{0,3}}(?P<sign>[-+•·])(?={LETTER}{{2}})"
            rf"(?=[^\n]*\n\s*\n {{0,3}}(?P=sign){LETTER}{{2}})"
        ),
        "there is no space after “{}”, so the lines are set as prose",
        "put one there if the lines are a list",
    ),
    Leftover(
        "text.mistyped",
        re.compile(rf"(?<={LETTER}{{3}})[ \t]+(?:,|\.(?![ \t]*\.))(?=\s|$)", re.MULTILINE),
        "there is a space before “{}”",
        "take the space out",
    ),
    Leftover(
        "text.mistyped",
        re.compile(rf"(?<={LETTER}{{3}})[ \t]+(?:;|[!?](?!\s+[a-zß-ÿа-яα-ω]))(?=\s|$)", re.MULTILINE),
        "there is a space before “{}”",
        "take the space out",
        lambda match, lang: _language(lang) not in FRENCH,
    ),
    Leftover(
        "text.mistyped",
        re.compile(r"(?<=\w)(?:,,|\.\.)(?=\s|$)", re.MULTILINE),
        "“{}” is typed twice",
        "take one out; an ellipsis has three dots",
    ),
    Leftover(
        "text.mistyped",
        re.compile(rf"(?<![\w-]){LETTER}{{2,}}-(?:[ \t]+|[ \t]*\n[ \t>]*)(?P<rest>{LETTER}{{2,}})(?![\w-])"),
        "“{}” has a hyphen and a space in it",
        "join its parts if the end of a line divided them; a dash has a space on both sides",
        _is_divided,
    ),
    Leftover(
        "text.mistyped",
        re.compile(
            rf"(?<![\w'’.-])(?P<word>{LETTER}+)(?:[ \t]+|[ \t]*\n[ \t>]*)(?P=word)(?![\w'’/-])", re.IGNORECASE
        ),
        "“{}” is typed twice",
        "take one out",
        _stands_twice,
    ),
    Leftover(
        "text.mistyped",
        re.compile(
            r"(?<![\]\w(:;=-])\([ \t]+\w[^()\n]{0,80}\)|(?<![\]\w(])\(\w[^()\n]{0,80}[\w.][ \t]+\)(?!\s*\()"
        ),
        "there is a space inside the brackets of “{}”",
        "take the space out",
    ),
    Leftover(
        "text.mistyped",
        re.compile(
            r"(?<![\w,]),,(?=\w)[^,'\n]{1,200}(?:''|[”“\"])|(?<!\w)´(?=\w)[^´\n]{1,200}(?<=[\w.,!?])´(?!\w)"
        ),
        "the signs around “{}” are no quotation marks",
        'write "…" with straight marks, and the language chooses the right ones',
    ),
    Leftover(
        "text.mistyped",
        re.compile(
            r"(?<![*\w\\])\*\*[ \t]+\w[^*\n]{0,80}[ \t]+\*\*(?=[ \t]*$)"
            r"|(?:(?<=\n)|\A)\*\*[ \t]+\w[^*\n]{0,80}[ \t]+\*\*(?!\*)",
            re.MULTILINE,
        ),
        "“{}” is printed with its asterisks, since there are spaces inside them",
        "write **the words** without the spaces",
    ),
    Leftover(
        "text.mistyped",
        re.compile(r"(?<![\w*\\])\*\*(?=\w)[^*\n]{0,200}(?<=[^\s*])\*(?![*\w])"),
        "“{}” begins with two asterisks and ends with one",
        "let it end as it begins",
    ),
    Leftover(
        "text.mixed-letters",
        MIXED,
        "“{}” mixes letters of two scripts that look alike",
        "type the word again",
        _is_mixed,
    ),
)
"""All kinds of slips, each a warning."""

RUN_ON = Leftover(
    "notes.typed",
    re.compile(
        rf"(?<![\w/.@#&-])(?:(?P<word>{LETTER}[a-zß-ÿ]{{4,}})\d{{1,2}}(?=[\s.,;:)]|$)"
        rf"|{LETTER}[a-zß-ÿ]{{3,}}\.[”“»\"]?\d{{1,2}}(?=[ \t]+[A-ZÀ-Ý]|[ \t]*$)"
        rf"|{LETTER}[a-zß-ÿ]{{3,}}[,;]\d{{1,2}}(?=[ \t]|$))",
        re.MULTILINE,
    ),
    "“{}” ends in what looks like the number of a note",
    "write [^name] in its place, and [^name]: before the note; a name with a number may be put in `…`",
    _is_note,
)
"""A word with which the number of a note runs on."""
