"""The words of an SVG, set in the theme's faces.

In:  the text of an SVG, and the faces of the theme.
Out: the SVG with the fonts that its words are set in, cut down to their letters. A drawing that is
     shown as a picture sees neither the page's fonts nor anything else outside itself.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

from issuebrief.web.fonts import Share, WebFace, face_rules

ROOT = re.compile(r"<(?:([\w.-]+):)?svg\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*(?<!/)>")
FAMILIES = re.compile(r"font-family\s*(?:=\s*(?:\"([^\"]*)\"|'([^']*)')|:([^;}\"<]*))", re.IGNORECASE)
SHORTHAND = re.compile(
    r"\bfont\s*(?::|=\s*[\"'])[^;}\"<]*?(?<![\w.])[\d.]+(?:[a-z]+|%)(?:\s*/\s*[\w.%]+)?\s+([^;}\"<]+)",
    re.IGNORECASE,
)
"""The families of `font: bold 12px/1.2 Serif`."""
HEAVY = re.compile(r"\bfont(?:-weight)?\s*[=:]\s*[\"']?[^;}\"<]*?\b(?:bold|[6-9]00)\b", re.IGNORECASE)
SLANTED = re.compile(r"\bfont(?:-style)?\s*[=:]\s*[\"']?[^;}\"<]*?\b(?:italic|oblique)\b", re.IGNORECASE)
HEAVY_FROM = 550


def letter(svg: str, faces: tuple[WebFace, ...]) -> str:
    """The SVG with the fonts that it names and the theme has."""
    root = ROOT.search(svg)
    characters = _characters(svg)
    if root is None or not characters:
        return svg
    named = _families(svg)
    shares = {
        face: Share(characters & face.characters)
        for face in faces
        if face.face.family.lower() in named
        and (face.face.weights[0] < HEAVY_FROM or HEAVY.search(svg))
        and (face.face.slope == "normal" or SLANTED.search(svg))
    }
    rules = face_rules({face: share for face, share in shares.items() if share.characters})
    if not rules:
        return svg
    tag = f"{root[1]}:style" if root[1] else "style"
    return f"{svg[: root.end()]}<{tag}>{rules}</{tag}>{svg[root.end() :]}"


def _characters(svg: str) -> set[str]:
    """What the text elements say."""
    try:
        tree = ElementTree.fromstring(svg)  # looked at before: no entities, nothing from elsewhere
    except ElementTree.ParseError:
        return set()
    texts = (node for node in tree.iter() if isinstance(node.tag, str) and node.tag.endswith("text"))
    return {character for node in texts for part in node.itertext() for character in part if character >= " "}


def _families(svg: str) -> set[str]:
    """The families that the drawing names first for any of its words, in small letters."""
    lists = (
        "".join(part or "" for part in found.groups())
        for pattern in (FAMILIES, SHORTHAND)
        for found in pattern.finditer(svg)
    )
    return {names.split(",")[0].strip().strip("\"'").strip().lower() for names in lists}
