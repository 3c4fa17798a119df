"""The digits that a language writes its numbers in.

In:  a BCP 47 tag.
Out: the language's numbering system by its name in Unicode CLDR 48 (`numberingSystems`), its digits, and the
     counter style of CSS that has them.

CLDR says of each language, and sometimes of its regions, which digits are its default and which are native to
it. Arabic is written with European digits in the Maghreb and the Emirates, and by default where a tag names
no region.
"""

from __future__ import annotations

from dataclasses import dataclass

from issuebrief.language_tags import tags_of

EUROPEAN = "latn"


@dataclass(frozen=True)
class NumberingSystem:
    """The digits from nought to nine, and the counter style of CSS that numbers with them."""

    digits: str
    counter_style: str

    @property
    def translation(self) -> dict[int, str]:
        """What `str.translate` puts in place of European digits."""
        return {ord("0") + value: digit for value, digit in enumerate(self.digits)}


SYSTEMS = {
    "arab": NumberingSystem("٠١٢٣٤٥٦٧٨٩", "arabic-indic"),
    "arabext": NumberingSystem("۰۱۲۳۴۵۶۷۸۹", "persian"),
    "beng": NumberingSystem("০১২৩৪৫৬৭৮৯", "bengali"),
    "deva": NumberingSystem("०१२३४५६७८९", "devanagari"),
    "gujr": NumberingSystem("૦૧૨૩૪૫૬૭૮૯", "gujarati"),
    "guru": NumberingSystem("੦੧੨੩੪੫੬੭੮੯", "gurmukhi"),
    "khmr": NumberingSystem("០១២៣៤៥៦៧៨៩", "khmer"),
    "knda": NumberingSystem("೦೧೨೩೪೫೬೭೮೯", "kannada"),
    "laoo": NumberingSystem("໐໑໒໓໔໕໖໗໘໙", "lao"),
    "mlym": NumberingSystem("൦൧൨൩൪൫൬൭൮൯", "malayalam"),
    "mymr": NumberingSystem("၀၁၂၃၄၅၆၇၈၉", "myanmar"),
    "orya": NumberingSystem("୦୧୨୩୪୫୬୭୮୯", "oriya"),
    "tamldec": NumberingSystem("௦௧௨௩௪௫௬௭௮௯", "tamil"),
    "telu": NumberingSystem("౦౧౨౩౪౫౬౭౮౯", "telugu"),
    "thai": NumberingSystem("๐๑๒๓๔๕๖๗๘๙", "thai"),
    "tibt": NumberingSystem("༠༡༢༣༤༥༦༧༨༩", "tibetan"),
}
"""The systems of ten digits that have a counter style (CSS Counter Styles 3, section 6.1), by name."""

DEFAULT = {
    "as": "beng", "az-arab": "arabext", "bgc": "deva", "bgn": "arabext", "bho": "deva", "bn": "beng",
    "bn-in": EUROPEAN, "ckb": "arab", "dz": "tibt", "fa": "arabext", "ks": "arabext", "lrc": "arabext",
    "mni": "beng", "mr": "deva", "my": "mymr", "mzn": "arabext", "ne": "deva", "pa-arab": "arabext",
    "ps": "arabext", "raj": "deva", "sa": "deva", "sat-deva": "deva", "sd": "arab", "sdh": "arab",
    "ur-in": "arabext", "uz-arab": "arabext",
} | dict.fromkeys(
    (
        "ar-bh", "ar-dj", "ar-eg", "ar-er", "ar-il", "ar-iq", "ar-jo", "ar-km", "ar-kw", "ar-lb", "ar-mr",
        "ar-om", "ar-ps", "ar-qa", "ar-sa", "ar-sd", "ar-so", "ar-ss", "ar-sy", "ar-td", "ar-ye",
    ),
    "arab",
)  # fmt: skip
"""The systems that languages and regions use by default; all others use European digits."""

NATIVE = DEFAULT | {
    "ar": "arab", "bn-in": "beng", "bo": "tibt", "brx": "deva", "doi": "deva", "dv": "arab", "gu": "gujr",
    "ha-arab": "arab", "hi": "deva", "km": "khmr", "kn": "knda", "kok": "deva", "kxv-deva": "deva",
    "kxv-orya": "orya", "kxv-telu": "telu", "lo": "laoo", "mai": "deva", "ml": "mlym", "or": "orya",
    "pa": "guru", "ta": "tamldec", "te": "telu", "th": "thai", "trw": "arabext", "ug": "arabext",
    "ur": "arabext", "xnr": "deva",
}  # fmt: skip
"""The systems of digits that a language has of its own, whether or not it uses them by default."""


def default_system(lang: str) -> str:
    """The name of the numbering system that a language uses by default."""
    return _system_in(DEFAULT, lang)


def native_system(lang: str) -> str:
    """The name of the numbering system that is a language's own; `latn` where it has none."""
    return _system_in(NATIVE, lang)


def in_system(text: str, system: str) -> str:
    """A text with its European digits in those of a numbering system."""
    return text if system == EUROPEAN else text.translate(SYSTEMS[system].translation)


def _system_in(systems: dict[str, str], lang: str) -> str:
    return next((systems[tag] for tag in tags_of(lang) if tag in systems), EUROPEAN)
