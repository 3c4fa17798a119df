"""Families that have the letters of a script, for briefs whose theme has none.

In:  the script of a letter, as its name in Unicode begins, and the language of the brief.
Out: the name of the Noto family that has it: these are free, and there is one for every script.
"""

from __future__ import annotations

from issuebrief.language_tags import tags_of

OF_SCRIPTS = {
    "ARABIC": "Naskh Arabic", "ARMENIAN": "Serif Armenian", "BENGALI": "Serif Bengali",
    "CHEROKEE": "Sans Cherokee", "CYRILLIC": "Serif", "DEVANAGARI": "Serif Devanagari",
    "ETHIOPIC": "Serif Ethiopic", "GEORGIAN": "Serif Georgian", "GREEK": "Serif",
    "GUJARATI": "Serif Gujarati", "GURMUKHI": "Serif Gurmukhi", "HANGUL": "Serif KR",
    "HEBREW": "Serif Hebrew", "HIRAGANA": "Serif JP", "KANNADA": "Serif Kannada", "KATAKANA": "Serif JP",
    "KHMER": "Serif Khmer", "LAO": "Serif Lao", "LATIN": "Serif", "MALAYALAM": "Serif Malayalam",
    "MONGOLIAN": "Sans Mongolian", "MYANMAR": "Serif Myanmar", "ORIYA": "Serif Oriya",
    "SINHALA": "Serif Sinhala", "SYRIAC": "Sans Syriac", "TAMIL": "Serif Tamil", "TELUGU": "Serif Telugu",
    "THAANA": "Sans Thaana", "THAI": "Serif Thai", "TIBETAN": "Serif Tibetan",
}  # fmt: skip
"""What follows "Noto" in the names of the families, by script."""
EAST_ASIAN = {
    "ja": "Serif JP",
    "ko": "Serif KR",
    "zh-hant-hk": "Serif HK",
    "zh-hant": "Serif TC",
    "zh": "Serif SC",
}
"""The same for the characters that languages of East Asia share, by language: each has its own forms."""


def noto_family(script: str, lang: str) -> str:
    """The family for a script; empty where none is known."""
    if script == "CJK":
        name = next((EAST_ASIAN[tag] for tag in tags_of(lang) if tag in EAST_ASIAN), EAST_ASIAN["zh"])
    else:
        name = OF_SCRIPTS.get(script, "")
    return f"Noto {name}" if name else ""


def how_to_add(family: str) -> str:
    """The line of a hint that says where a family is and how a theme gets it; npm knows it by its name."""
    package = f"@fontsource/{family.lower().replace(' ', '-')}"
    return (
        f"{family} has such letters: download it from Google Fonts, or with npm pack {package}; put the file "
        f'into styles/fonts/ with issuebrief fonts add FILE, and name "{family}" in the theme\'s --serif'
    )
