"""The faces of a web page: which are needed, cut down to their letters, as WOFF2.

In:  the theme's style sheets with their `@font-face` rules, and the letters that the page sets in
     each cut.
Out: `@font-face` rules with the fonts in them, and the letters that no face has.

HarfBuzz does the cutting, by way of uharfbuzz, which carries its own and so cuts alike on every
machine. Names that a licence reserves are taken out of a font that has been cut, as the SIL Open Font
License asks.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import tinycss2

from issuebrief.deliver.web.woff2 import pack

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from issuebrief.typeset.cascade import Cut, Letters

FEATURES = "kern liga clig calt ccmp locl mark mkmk rlig onum lnum pnum tnum".split()  # noqa: SIM905
"""What browsers switch on by themselves, and the figures that the style sheets ask for."""

KEPT_NAMES = {0, 13, 14}
"""Name records that stay: copyright, licence, and where the licence is found."""


@dataclass(frozen=True)
class Face:
    """An `@font-face` rule: family, slope, weight, and the file of the font."""

    family: str
    slope: str
    weight: int
    path: Path

    @cached_property
    def font(self) -> Any:
        """The font as HarfBuzz sees it."""
        import uharfbuzz

        return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self.path)))

    @cached_property
    def characters(self) -> frozenset[str]:
        """All characters that the font has."""
        return frozenset(chr(code) for code in self.font.unicodes)


@dataclass
class Share:
    """What a face has to show: characters, and those of them that are set as superiors and inferiors."""

    characters: set[str] = field(default_factory=set)
    superior: set[str] = field(default_factory=set)
    inferior: set[str] = field(default_factory=set)

    @property
    def positions(self) -> dict[str, set[str]]:
        """The features that set letters high or low, each with the characters that need it."""
        return {tag: some for tag, some in (("sups", self.superior), ("subs", self.inferior)) if some}


def faces_of(sheets: tuple[Path, ...]) -> tuple[Face, ...]:
    """The faces that style sheets load from files, the later of two alike."""
    found = [face for sheet in sheets for face in _faces_in(sheet)]
    return tuple({(face.family, face.slope, face.weight): face for face in found}.values())


def _faces_in(sheet: Path) -> Iterator[Face]:
    css = sheet.read_text("utf-8", "replace")
    if "@font-face" not in css.lower():
        return
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type != "at-rule" or rule.lower_at_keyword != "font-face" or rule.content is None:
            continue
        said = {
            declaration.lower_name: [token for token in declaration.value if token.type != "whitespace"]
            for declaration in tinycss2.parse_blocks_contents(rule.content)
            if declaration.type == "declaration"
        }
        file = next((address for token in said.get("src", []) if (address := _address(token))), "")
        path = sheet.parent / file
        if file and path.is_file():
            family = " ".join(str(token.value) for token in said.get("font-family", []))
            slope = _word(said, "font-style", "normal")
            yield Face(family, "normal" if slope == "normal" else "italic", _weight(said), path)


def _address(token: Any) -> str:
    """The address in `url(…)`, which may stand in quotation marks."""
    if token.type == "function" and token.lower_name == "url" and token.arguments:
        token = token.arguments[0]
        return str(token.value) if token.type == "string" else ""
    return str(token.value) if token.type == "url" else ""


def _word(said: Mapping[str, list[Any]], name: str, default: str) -> str:
    return next((token.lower_value for token in said.get(name, []) if token.type == "ident"), default)


def _weight(said: Mapping[str, list[Any]]) -> int:
    number = next((token.value for token in said.get("font-weight", []) if token.type == "number"), None)
    return int(number) if number else (700 if _word(said, "font-weight", "normal") == "bold" else 400)


def share_out(uses: Mapping[Cut, Letters], faces: tuple[Face, ...]) -> tuple[dict[Face, Share], set[str]]:
    """Give every character to the face that a browser will take it from; and those that no face has."""
    shares: dict[Face, Share] = {}
    missing: set[str] = set()
    for cut, letters in uses.items():
        wanted = {character for character in letters.all if not _has_no_shape(character)}
        for family in cut.families:
            if not (face := match(cut, family, faces)):
                continue
            has = wanted & face.characters
            if has:
                share = shares.setdefault(face, Share())
                share.characters |= has
                share.superior |= has & letters.superior
                share.inferior |= has & letters.inferior
            wanted -= has
        missing |= wanted
    return shares, missing


def match(cut: Cut, family: str, faces: tuple[Face, ...]) -> Face | None:
    """The face of a family nearest to a cut, by the rules of CSS: first the slope, then the weight."""
    slope = "normal" if cut.slope == "normal" else "italic"
    own = [face for face in faces if face.family.lower() == family.lower()]
    own = [face for face in own if face.slope == slope] or own
    heavier = 1 if cut.weight > 500 else -1
    return min(own, key=lambda face: _distance(face.weight, cut.weight, heavier), default=None)


def _distance(weight: int, wanted: int, way: int) -> tuple[bool, int]:
    return ((weight - wanted) * way < 0, abs(weight - wanted))


def _has_no_shape(character: str) -> bool:
    """Joiners, breaks and the like, for which browsers need no glyph."""
    return character in "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"


def face_rules(shares: Mapping[Face, Share]) -> str:
    """The `@font-face` rules, each with its font in it."""
    return "".join(_rule(face, pack(cut_down(face, share))) for face, share in shares.items())


def _rule(face: Face, font: bytes) -> str:
    source = f"url(data:font/woff2;base64,{base64.b64encode(font).decode('ascii')})"
    return (
        f'@font-face{{font-family:"{face.family}";font-style:{face.slope};font-weight:{face.weight};'
        f'font-display:block;src:{source} format("woff2")}}'
    )


def cut_down(face: Face, share: Share) -> bytes:
    """The font with the glyphs of its share alone, and superiors and inferiors of those that need them."""
    import uharfbuzz as harfbuzz

    order = _subset_input(share, FEATURES)
    if share.positions:
        # Every letter with a superior would bring it along; so the others are told off one by one.
        closure = harfbuzz.SubsetPlan(face.font, order).old_to_new_glyph_mapping
        order = _subset_input(share, [*FEATURES, *share.positions])
        order.flags |= harfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
        glyphs = (position_glyphs(face, some, tag) for tag, some in share.positions.items())
        order.glyph_set.update({*closure}.union(*glyphs))
    return bytes(harfbuzz.subset(face.font, order).blob.data)


def _subset_input(share: Share, features: list[str]) -> Any:
    import uharfbuzz as harfbuzz

    order = harfbuzz.SubsetInput()
    order.unicode_set.update({ord(character) for character in share.characters})
    order.layout_feature_tag_set.clear()
    order.layout_feature_tag_set.update({int.from_bytes(tag.encode("ascii"), "big") for tag in features})
    order.name_id_set.clear()
    order.name_id_set.update(KEPT_NAMES)
    order.flags = harfbuzz.SubsetFlags.NO_HINTING | harfbuzz.SubsetFlags.DESUBROUTINIZE
    return order


def position_glyphs(face: Face, characters: set[str], feature: str) -> set[int]:
    """The glyphs of characters that a feature sets high or low; of the characters themselves without one."""
    import uharfbuzz as harfbuzz

    buffer = harfbuzz.Buffer()
    buffer.add_str("".join(sorted(characters)))
    buffer.guess_segment_properties()
    features = {"calt": False, "liga": False, **({feature: True} if feature else {})}
    harfbuzz.shape(harfbuzz.Font(face.font), buffer, features)
    return {info.codepoint for info in buffer.glyph_infos}
