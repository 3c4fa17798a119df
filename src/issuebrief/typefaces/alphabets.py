"""The letters that languages need beyond a to z, and the signs that every text does.

In:  a language tag.
Out: its letters, small and capital, from Unicode CLDR (the main exemplar characters); none for a language
     that is not listed, or that has other letters than Latin, Greek and Cyrillic ones.
"""

from __future__ import annotations

SIGNS = "“”‘’–—…·•«»€£§¶†‡©®°±×−½"
"""Signs that texts of all languages have, or that are made of what is typed."""
GREEK = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίϊΐόύϋΰώ"
CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
LETTERS = {
    "az": "çəğıöşü", "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя", "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "bs": "čćđšž", "ca": "àçèéíïòóúü·", "cs": "áčďéěíňóřšťúůýž", "da": "åæø", "de": "äöüß", "el": GREEK,
    "en": "", "es": "áéíñóúü¿¡", "et": "äõöüšž", "eu": "ñç", "fi": "åäöšž", "fr": "àâæçèéêëîïôœùûüÿ",
    "ga": "áéíóú", "gl": "áéíñóú", "hr": "čćđšž", "hu": "áéíóöőúüű", "id": "", "is": "áðéíóúýþæö",
    "it": "àèéìòù", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "mt": "àċèġħìòùż", "nb": "åæøéòô", "nl": "áäéëíïóöúü", "nn": "åæøéòô", "no": "åæøéòô",
    "pl": "ąćęłńóśźż", "pt": "ãáàâçéêíóõôú", "ro": "ăâîșț", "ru": CYRILLIC + "ё", "se": "áčđŋšŧž",
    "sk": "áäčďéíĺľňóôŕšťúýž", "sl": "čšž", "sq": "çë", "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "sr-latn": "čćđšž", "sv": "åäöé", "tr": "çğıöşüİ", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’",
    "vi": "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
}  # fmt: skip


def letters_of(lang: str) -> frozenset[str] | None:
    """The letters of a language, with a to z where it is written in Latin; None where none are known."""
    language, *parts = lang.lower().split("-")
    tags = [*(f"{language}-{part}" for part in parts), language]
    found = next((LETTERS[tag] for tag in tags if tag in LETTERS), None)
    if found is None:
        return None
    latin = "" if any("\u0370" <= letter <= "\u04ff" for letter in found) else "abcdefghijklmnopqrstuvwxyz"
    small = found + latin
    capitals = "".join(letter.upper() for letter in small if len(letter.upper()) == 1)
    return frozenset(small + capitals)
