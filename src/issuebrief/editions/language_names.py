"""What languages are called in themselves, as a reader looks for them: `français`, `svenska`.

In:  a language tag.
Out: the name, from Unicode CLDR; the tag itself for a language that is not listed.
"""

from __future__ import annotations

from issuebrief.language_tags import tags_of

NAMES = {
    "ar": "العربية", "az": "azərbaycan", "be": "беларуская", "bg": "български", "bs": "bosanski",
    "ca": "català", "cs": "čeština", "cy": "Cymraeg", "da": "dansk", "de": "Deutsch", "el": "Ελληνικά",
    "en": "English", "es": "español", "et": "eesti", "eu": "euskara", "fa": "فارسی", "fi": "suomi",
    "fr": "français", "ga": "Gaeilge", "gl": "galego", "he": "עברית", "hi": "हिन्दी", "hr": "hrvatski",
    "hu": "magyar", "hy": "հայերեն", "id": "Indonesia", "is": "íslenska", "it": "italiano", "ja": "日本語",
    "ka": "ქართული", "kk": "қазақ тілі", "ko": "한국어", "lt": "lietuvių", "lv": "latviešu",
    "mk": "македонски", "mt": "Malti", "nb": "norsk bokmål", "nl": "Nederlands", "nn": "norsk nynorsk",
    "no": "norsk", "pl": "polski", "pt": "português", "ro": "română", "ru": "русский",
    "se": "davvisámegiella", "sk": "slovenčina", "sl": "slovenščina", "sq": "shqip", "sr": "српски",
    "sr-latn": "srpski", "sv": "svenska", "tr": "Türkçe", "uk": "українська", "ur": "اردو",
    "vi": "Tiếng Việt", "zh": "中文", "zh-hans": "简体中文", "zh-hant": "繁體中文",
}  # fmt: skip


def name_of(lang: str) -> str:
    """What the language of a tag is called in itself."""
    tags = (*tags_of(lang), lang.lower().partition("-")[0])
    return next((NAMES[tag] for tag in tags if tag in NAMES), lang)
