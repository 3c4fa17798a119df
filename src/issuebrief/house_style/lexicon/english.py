"""British and American spelling, word by word.

In:  nothing.
Out: tables from words of one spelling to those of the other, in small letters.

The lists hold only words that one spelling has and the other lacks. Words that both know in another sense are
left out: `program`, `license`, `practice`, `meter`, `check`, `storey`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from issuebrief.house_style.lexicon.word_lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OUR = listed(
    "arb ard arm behavi cand clam col dem endeav enam fav ferv flav harb hon hum lab neighb od parl ranc",
    "rig rum sav sav splend succ tum val vap vig",
)
OUR_ENDINGS = listed(
    "s ed ing able ably ful less hood hoods ly er ers al ally ite ites ism",
)
NOT_OUR = frozenset(
    listed(
        "honorary laborious humorous vigorous rigorous valorous odorous",
    )
)
RE = listed(
    "cent theat lit fib calib sab spect meag lust somb kilomet centimet millimet nanomet",
)
RE_ENDINGS = {"re": "er", "res": "ers", "red": "ered", "ring": "ering"}
ISE = listed(
    "agon apolog author capital categor central character civil colon commercial critic crystall",
    "decentral democrat  demoral demobil demilitar destabil digit dramat econom emphas energ equal",
    "external familiar final formal general  global harmon hospital human ideal immun incentiv individual",
    "industrial initial institutional internal  international jeopard legal legitim liberal local",
    "marginal material maxim mechan memor minim mobil modern  monopol moral national neutral normal",
    "operational optim organ patron penal personal polar politic popular  prior priorit privat radical",
    "rational real recogn regular reorgan revolution ritual scrutin sensit social  special stabil",
    "standard subsid summar symbol sympath synchron terror theor union urban util visual weapon",
    "westernal western",
)
ISE_ENDINGS = listed(
    "e es ed ing er ers ation ations ational able",
)
YSE = listed(
    "analy paraly cataly",
)
DOUBLED = listed(
    "cancel channel counsel dial fuel label level marshal model rival signal travel tunnel total equal",
    "quarrel",
)
SINGLE = {
    "aeroplane": "airplane",
    "ageing": "aging",
    "aluminium": "aluminum",
    "artefact": "artifact",
    "artefacts": "artifacts",
    "defence": "defense",
    "defences": "defenses",
    "enrol": "enroll",
    "enrolment": "enrollment",
    "fulfil": "fulfill",
    "fulfils": "fulfills",
    "fulfilment": "fulfillment",
    "grey": "gray",
    "manoeuvre": "maneuver",
    "manoeuvres": "maneuvers",
    "mould": "mold",
    "offence": "offense",
    "offences": "offenses",
    "plough": "plow",
    "pretence": "pretense",
    "programme": "program",
    "programmes": "programs",
    "sceptic": "skeptic",
    "sceptical": "skeptical",
    "scepticism": "skepticism",
    "sceptics": "skeptics",
    "skilful": "skillful",
    "sulphur": "sulfur",
    "wilful": "willful",
}
BRITISH = frozenset(
    listed(
        "metre metres licence licences practise practises practised practising cheque cheques tyre",
        "tyres storey storeys analyses whilst amongst learnt burnt spelt towards maths judgement",
        "acknowledgement orientated uncrewed",
    )
)
"""British words that American dictionaries lack, or know in another sense."""
BOTH_IN_BRITISH = frozenset(
    listed(
        "program programs gray plow mold",
    )
)
"""American spellings that British English has too, as names or in another sense."""


@lru_cache(maxsize=4)
def respelled(spelling: str) -> Mapping[str, str]:
    """What the `british`, `oxford` or `american` spelling writes in place of the others."""
    found: dict[str, str] = {}
    for british, american in _pairs():
        if spelling == "american":
            found[british] = american
        elif american not in BOTH_IN_BRITISH:
            found[american] = british
    for with_s, with_z in _ise_pairs():
        if spelling == "british":
            found[with_z] = with_s
        else:
            found[with_s] = with_z
    return found


def _pairs() -> Iterator[tuple[str, str]]:
    for stem in OUR:
        for ending in ("", *OUR_ENDINGS):
            if f"{stem}or{ending}" not in NOT_OUR:
                yield f"{stem}our{ending}", f"{stem}or{ending}"
    for stem in RE:
        yield from ((stem + british, stem + american) for british, american in RE_ENDINGS.items())
    for stem in YSE:
        # The noun of many is the same in both.
        yield from ((f"{stem}s{ending}", f"{stem}z{ending}") for ending in ("e", "ed", "ing", "er", "ers"))
    for stem in DOUBLED:
        yield from ((f"{stem}l{ending}", f"{stem}{ending}") for ending in ("ed", "ing", "er", "ers"))
    yield from SINGLE.items()


def _ise_pairs() -> Iterator[tuple[str, str]]:
    for stem in ISE:
        yield from ((f"{stem}is{ending}", f"{stem}iz{ending}") for ending in ISE_ENDINGS)
