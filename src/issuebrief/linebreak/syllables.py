"""Hyphenation by the syllables of a language, where these follow from its letters alone.

In:  a word in Finnish, Georgian or Turkish, for which there are no patterns of a known licence.
Out: the places before its syllables, as a dictionary of patterns gives them.

In Finnish and Turkish a syllable begins with the consonant before a vowel; so say the Institute for the
Languages of Finland and the Turkish Language Association. In Georgian it does so between two vowels; of
several consonants some belong together, so there a word is divided only behind an r, l or n. Two vowels that
meet stay together, which is never wrong. A Finnish compound is divided where its parts meet; those that would
go unseen, since the second begins with a vowel or with several consonants, are known by some of their words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

FINNISH, TURKISH = "aeiouyäöå", "aeıioöuüâîû"
LEFT, RIGHT = 2, 3
"""The least letters before and after a hyphen."""
SECOND_PARTS = re.compile(
    r"(?<=\w{3})(?:(?<=[nsltr])(?:aika|aloit|alue|ansio|arvio|arvo|asema|asetu|asia|asunto|edist|edus|ehdo"
    r"|elin|elämä|energ|esity|etuu|ihmis|ilmasto|innovaat|instit|investo|istun|odotu|ohjau|ohjelm|oikeu"
    r"|ongelm|opetu|opinto|opisk|opisto|osaami|osasto|osuu|otte|uhka|uhki|uudist|uutis|yhteis|yhtiö|yhdist|yksik"
    r"|yliopist|ylläp|ympärist|yrity|älyk|ääni|äänest|öljy)"
    r"|(?:kriis|kriit|kliini|platfo|projekt|proble|prosent|prosess|program|professo|skenaar|stand|statist|strateg"
    r"|struktu|tradit|transi|trend))"
)
"""Beginnings of words that stand second in many Finnish compounds."""


GEORGIAN = "აეიოუ"
GEORGIAN_BEGINNINGS = re.compile(
    f"(?:(?<=[{GEORGIAN}])[ბ-ჰ]|(?<=[{GEORGIAN}][რლნ])[ბდზთკპსტფქშჩცძწჯ])(?=[{GEORGIAN}])"
)
"""The consonants that begin a syllable in Georgian, if they are known by their neighbours."""


@dataclass(frozen=True)
class Syllables:
    """The syllables of a language with these vowels.

    `joints` finds where the parts of compounds meet, and `beginnings` where syllables begin, if not before
    each consonant that stands before a vowel.
    """

    vowels: str
    joints: re.Pattern[str] | None = None
    beginnings: re.Pattern[str] | None = None

    @cached_property
    def _beginnings(self) -> re.Pattern[str]:
        return self.beginnings or re.compile(rf"[^\W\d_{self.vowels}](?=[{self.vowels}])")

    @cached_property
    def _vowel(self) -> re.Pattern[str]:
        return re.compile(f"[{self.vowels}]")

    def positions(self, word: str) -> list[int]:
        """The offsets before which a word may be divided, with enough letters on both sides."""
        small = "".join(letter.lower()[:1] for letter in word)
        joints = [match.start() for match in self.joints.finditer(small)] if self.joints else []
        found = set(joints)
        for begin, end in pairwise((0, *joints, len(small))):
            first = self._vowel.search(small, begin, end)
            start = first.end() if first else end
            found.update(match.start() for match in self._beginnings.finditer(small, start, end))
        return sorted(place for place in found if LEFT <= place <= len(word) - RIGHT)


BY_SYLLABLES = {
    "fi": Syllables(FINNISH, SECOND_PARTS),
    "ka": Syllables(GEORGIAN, beginnings=GEORGIAN_BEGINNINGS),
    "tr": Syllables(TURKISH),
}
"""The languages that are divided so."""
