"""The faces of a web page: which are needed, cut down to their letters, as WOFF2.

In:  the faces that the theme declares, and the letters that the page sets in each cut.
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

from issuebrief.file_access import is_file, read
from issuebrief.font_bounds import Unusable
from issuebrief.theming.face_matching import matching
from issuebrief.theming.font_faces import FontFace, faces_in, file_of, folders_of, no_font, runs
from issuebrief.theming.font_files import font_of
from issuebrief.web.woff2 import pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.layout.fonts.glyph_usage import GlyphUsage
    from issuebrief.theming.font_faces import FaceQuery
    from issuebrief.theming.style_rules import Rule

BY_THEMSELVES = tuple("kern liga clig calt ccmp locl mark mkmk rlig".split())  # noqa: SIM905
"""What browsers switch on by themselves."""
FEATURES = (*BY_THEMSELVES, "onum", "lnum", "pnum", "tnum")
"""The same, and the figures that the style sheets ask for."""
OF_SCRIPTS = (
    *("isol", "init", "medi", "med2", "fina", "fin2", "fin3", "rclt", "curs", "stch", "mset", "dist"),
    *("abvm", "blwm", "abvs", "blws", "nukt", "akhn", "rphf", "rkrf", "pref", "blwf", "half", "pstf"),
    *("vatu", "cjct", "pres", "psts", "haln", "cfar", "ljmo", "vjmo", "tjmo"),
)
"""What they switch on in scripts whose letters join or change their shapes beside each other."""

KEPT_NAMES = {0, 13, 14}
"""Name records that stay: copyright, licence, and where the licence is found."""


@dataclass(frozen=True)
class WebFace:
    """A face, the file of its font, and which font of a collection it is; the folders that may be read."""

    face: FontFace
    path: Path
    name: str = ""
    folders: tuple[Path, ...] = ()

    @cached_property
    def _read(self) -> tuple[bytes, str]:
        try:
            return font_of(read(self.path, self.folders), self.face, self.name), ""
        except FileNotFoundError:
            return b"", "there is no such file"
        except (Unusable, OSError) as fault:
            return b"", str(fault)

    @property
    def content(self) -> bytes:
        """The font, not compressed; empty where the file holds none."""
        return self._read[0]

    @property
    def fault(self) -> str:
        """What is wrong with the file, as far as it was read."""
        return self._read[1] if "_read" in self.__dict__ else ""

    @cached_property
    def font(self) -> Any:
        """The font as HarfBuzz sees it."""
        import uharfbuzz

        return uharfbuzz.Face(uharfbuzz.Blob(self.content))

    @cached_property
    def characters(self) -> frozenset[str]:
        """All characters that the face is meant for and its font has."""
        if not self.content:
            return frozenset()
        return frozenset(filter(self.face.is_meant_for, map(chr, self.font.unicodes)))

    def has(self, character: str) -> bool:
        """Whether it has a character; the file is not read for one that the face is not meant for."""
        return self.face.is_meant_for(character) and character in self.characters


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


def faces_of(
    rules: Iterable[Rule], folders: Sequence[Path] = (), own: Iterable[FontFace] = ()
) -> tuple[WebFace, ...]:
    """The faces that rules load from files, and an institute's `own`; the later of two alike.

    `folders` are those of styles.
    """
    found: dict[tuple[object, ...], WebFace] = {}
    for face in (*faces_in(rules, folders), *own):
        for source in face.sources:
            path, name = file_of(source, face, folders)
            if path:
                key = face.family.lower(), face.slope, face.weights, face.stretches, face.ranges
                found[key] = WebFace(face, path, name, tuple(folders_of(face, folders)))
            if path and is_file(path, folders_of(face, folders)):
                break
    return tuple(found.values())


def share_out(
    uses: Mapping[FaceQuery, GlyphUsage], faces: tuple[WebFace, ...]
) -> tuple[dict[WebFace, Share], set[str]]:
    """Give every character to the face that a browser will take it from; and those that no face has."""
    shares: dict[WebFace, Share] = {}
    missing: set[str] = set()
    for cut, letters in uses.items():
        wanted = {character for character in letters.all if not _has_no_shape(character)}
        for face in (face for family in cut.families for face in match(cut, family, faces)):
            has = {character for character in wanted if face.has(character)}
            if has:
                share = shares.setdefault(face, Share())
                share.characters |= has
                share.superior |= has & letters.superior
                share.inferior |= has & letters.inferior
            wanted -= has
        missing |= wanted
    return shares, missing


def match(cut: FaceQuery, family: str, faces: tuple[WebFace, ...]) -> Iterator[WebFace]:
    """The faces of a family that a cut is set in, by the rules of CSS."""
    by_face = {face.face: face for face in faces}
    for face in matching(family, cut.slope, cut.weight, 100.0, by_face):
        yield by_face[face]


def not_loaded(faces: Iterable[WebFace]) -> tuple[Diagnostic, ...]:
    """The faces that were looked at and have no font."""
    return tuple(no_font(face.face, f"{face.path.name}: {face.fault}") for face in faces if face.fault)


def _has_no_shape(character: str) -> bool:
    """Joiners, breaks and the like, for which browsers need no glyph."""
    return character in "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"


def face_rules(shares: Mapping[WebFace, Share], files: Sequence[str] = ()) -> str:
    """The `@font-face` rules, each with the address of its file, or with its font in it."""
    if files:
        return "".join(map(_rule, shares, shares.values(), files))
    return "".join(_rule(face, share, _written_out(face, share)) for face, share in shares.items())


def _written_out(face: WebFace, share: Share) -> str:
    return f"data:font/woff2;base64,{base64.b64encode(pack(cut_down(face, share))).decode('ascii')}"


def _rule(web_face: WebFace, share: Share, address: str) -> str:
    face = web_face.face
    said = {
        "font-family": f'"{face.family}"',
        "font-style": face.slope,
        "font-weight": _written(face.weights),
        **({} if face.stretches == (100.0, 100.0) else {"font-stretch": _written(face.stretches, "%")}),
        "font-display": "block",
        "src": f'url({address}) format("woff2")',
        **({"unicode-range": _ranges(share)} if face.ranges else {}),
    }
    return "@font-face{" + ";".join(f"{name}:{value}" for name, value in said.items()) + "}"


def _written(span: tuple[float, float], unit: str = "") -> str:
    return " ".join(f"{value:g}{unit}" for value in dict.fromkeys(span))


def _ranges(share: Share) -> str:
    codes = sorted(map(ord, share.characters))
    return ",".join(f"U+{start:X}" + (f"-{end:X}" if end > start else "") for start, end in runs(codes))


def cut_down(face: WebFace, share: Share, features: tuple[str, ...] = FEATURES) -> bytes:
    """The font with the glyphs of its share alone, and superiors and inferiors of those that need them."""
    import uharfbuzz as harfbuzz

    order = _subset_input(share, [*features, *OF_SCRIPTS])
    if share.positions:
        # Every letter with a superior would bring it along; so the others are told off one by one.
        closure = harfbuzz.SubsetPlan(face.font, order).old_to_new_glyph_mapping
        order = _subset_input(share, [*features, *OF_SCRIPTS, *share.positions])
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


def position_glyphs(face: WebFace, characters: set[str], feature: str) -> set[int]:
    """The glyphs of characters that a feature sets high or low; of the characters themselves without one."""
    import uharfbuzz as harfbuzz

    buffer = harfbuzz.Buffer()
    buffer.add_str("".join(sorted(characters)))
    buffer.guess_segment_properties()
    features = {"calt": False, "liga": False, **({feature: True} if feature else {})}
    harfbuzz.shape(harfbuzz.Font(face.font), buffer, features)
    return {info.codepoint for info in buffer.glyph_infos}
