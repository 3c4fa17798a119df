r"""LaTeX in the fields of BibTeX as plain text with the few tags that CSL allows.

In:  a field as it is typed.
Out: its words: accents as letters, dashes and quotation marks as signs, `\emph` as `<i>`; braces keep the
     case of what they hold (`<span class="nocase">`).
"""

from __future__ import annotations

import re
import unicodedata

ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
SIGNS = {
    "i": "ı", "j": "ȷ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "aa": "å", "AA": "Å", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ",
    "ng": "ŋ",
    "P": "¶", "S": "§", "copyright": "©", "pounds": "£", "euro": "€", "texteuro": "€", "ldots": "…",
    "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textquoteleft": "‘",
    "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "textquotesingle": "’",
    "textquotedbl": '"', "guillemotleft": "«", "guillemotright": "»", "textregistered": "®",
    "texttrademark": "™",
    "textdegree": "°", "degree": "°", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "textunderscore": "_", "textbar": "|", "textless": "<", "textgreater": ">", "quotedblbase": "„",
    "quotesinglbase": "‚", "textsection": "§", "times": "×", "texttimes": "×", "pm": "±", "mu": "μ",
    "alpha": "α",
    "beta": "β", "gamma": "γ", "cdot": "·", "LaTeX": "LaTeX", "TeX": "TeX", "slash": "/", "hyphen": "-",
    "textcopyright": "©",
    "textordmasculine": "º", "textordfeminine": "ª", "textexclamdown": "¡", "textquestiondown": "¿",
    "textcommabelow": "", "textsterling": "£", "textyen": "¥", "textcent": "¢", "and": "and", "autocap": "",
}  # fmt: skip
LOOKS = {
    "emph": "i", "textit": "i", "mkbibemph": "i", "textsl": "i", "mkbibitalic": "i", "textbf": "b",
    "mkbibbold": "b",
    "textsuperscript": "sup", "textsubscript": "sub", "mkbibsuperscript": "sup", "textsc": "sc",
}  # fmt: skip
SWITCHES = {"em": "i", "it": "i", "itshape": "i", "bf": "b", "bfseries": "b", "sc": "sc", "scshape": "sc"}
QUOTES = {"enquote", "mkbibquote", "textquote"}
TOKEN = re.compile(r"\\([A-Za-z]+)[ \t\n]*|\\(.)|([{}$~^_])|(---?)|(``|''|`|')|([ \t\n]+)", re.DOTALL)
DEEPEST = 40


def plain_text(text: str) -> str:
    """The words of a field, without tags."""
    return re.sub(r"</?(?:i|b|sup|sub|sc|span)\b[^<>]*>", "", rich_text(text))


def rich_text(text: str) -> str:
    """The words of a field, with CSL's tags."""
    if not re.search(r"[\\{}$~`'^_]|--|\s\s|\n|\t", text):
        return text.strip()
    made, _ = _read(text, 0, 0, math=False)
    made = re.sub(r'<span class="nocase"></span>', "", made)
    return unicodedata.normalize("NFC", " ".join(made.split(" ")).strip(" "))


def _read(text: str, start: int, depth: int, *, math: bool) -> tuple[str, int]:
    """The text up to the brace that closes, or the end, and where that is."""
    parts: list[str] = []
    switch = ""
    while start < len(text):
        found = TOKEN.search(text, start)
        if not found:
            parts.append(text[start:])
            start = len(text)
            break
        parts.append(text[start : found.start()])
        start = found.end()
        command, sign, special, dash, quote, _ = found.groups()
        if command or sign:
            if command in SWITCHES:
                switch = SWITCHES[command]
                continue
            made, start = _command(command or sign, text, start, depth)
            parts.append(made)
        elif special == "{":
            inner, end = _read(text, start, depth + 1, math=math) if depth < DEEPEST else ("", len(text))
            parts.append(inner if math else _grouped(inner, text[start:end]))
            start = end
        elif special == "}":
            if depth:
                break
        elif special == "$":
            math = not math
        elif special in ("^", "_") and math:
            inner, start = _argument(text, start, depth)
            tag = "sup" if special == "^" else "sub"
            parts.append(f"<{tag}>{inner}</{tag}>")
        elif special:
            parts.append("\u00a0" if special == "~" else special)
        elif dash:
            parts.append("—" if len(dash) == 3 else "–")
        elif quote:
            parts.append({"``": "“", "''": "”", "`": "‘", "'": "’"}[quote])
        else:
            parts.append(" ")
    made = "".join(parts)
    return (f"<{switch}>{made.strip()}</{switch}>" if switch else made), start


def _grouped(inner: str, typed: str) -> str:
    """What stood in braces: its letters keep their case, unless the braces are those of a command."""
    if typed.startswith("\\") or not any(letter.isalpha() for letter in inner):
        return inner
    return f'<span class="nocase">{inner}</span>'


def _command(name: str, text: str, start: int, depth: int) -> tuple[str, int]:
    """What a command makes of what follows it, and where that ends."""
    if name in ACCENTS and (not name.isalpha() or text[start : start + 1] in "{\\" or len(name) == 1):
        inner, start = _argument(text, start, depth)
        inner = {"ı": "i", "ȷ": "j"}.get(inner, inner)
        return unicodedata.normalize("NFC", inner[:1] + ACCENTS[name] + inner[1:]), start
    if name in SIGNS:
        return SIGNS[name], start
    if name in LOOKS:
        inner, start = _argument(text, start, depth)
        return f"<{LOOKS[name]}>{inner}</{LOOKS[name]}>", start
    if name in QUOTES:
        inner, start = _argument(text, start, depth)
        return f"“{inner}”", start
    if name in ("url", "nolinkurl", "path"):
        end = text.find("}", start)
        return (text[start + 1 : end], end + 1) if text[start : start + 1] == "{" and end > 0 else ("", start)
    if name == "href":
        _, start = _argument(text, start, depth)
        return _argument(text, start, depth)
    if not name.isalpha():
        return {"-": "", "/": "", ",": "\u202f", "\\": " ", "\n": " ", "@": ""}.get(name, name), start
    if text[start : start + 1] == "{":
        return _argument(text, start, depth)
    return "", start


def _argument(text: str, start: int, depth: int) -> tuple[str, int]:
    """What a command is given: a group, a command or a letter."""
    while start < len(text) and text[start] in " \t\n":
        start += 1
    if start >= len(text) or depth >= DEEPEST:
        return "", start
    if text[start] == "{":
        return _read(text, start + 1, depth + 1, math=False)
    if found := re.compile(r"\\([A-Za-z]+|.)[ \t]*", re.DOTALL).match(text, start):
        return _command(found[1], text, found.end(), depth + 1)
    return text[start], start + 1
