"""Vega-Lite drawn as SVG.

In:  a specification that names no data outside itself.
Out: the text of an SVG, the same for the same specification and version.

`vl-convert` carries Vega-Lite and an engine for it; it is loaded here, half a second once, and only where a
chart is not drawn yet. It is allowed no address to read data from.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Any

PACKAGE, DISTRIBUTION = "vl_convert", "vl-convert-python"
EMPTY = re.compile(r'<path class="(?:background|foreground)"[^>]*/>')
TAG = re.compile(r"<[^<>]*>")
NEEDLESS = re.compile(r' (?:aria-[a-z]+|role|class|pointer-events|xmlns:xlink|version)="[^"]*"')
MEASURES = re.compile(r' (?:d|transform|x|y|x1|x2|y1|y2|width|height)="[^"]*"')
LONG = re.compile(r"-?\d+\.\d{4,}(?:e-?\d+)?")


class NotDrawn(Exception):
    """A specification that Vega-Lite cannot draw, and why."""


def is_installed() -> bool:
    """Whether charts can be drawn."""
    return find_spec(PACKAGE) is not None


def drawing_version() -> str:
    """The version of what draws; empty where it is not installed."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return ""


def as_text(specification: dict[str, Any]) -> str:
    """A specification as text, the same for the same values."""
    return json.dumps(specification, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@lru_cache(maxsize=64)
def svg_of(specification: str) -> str:
    """The drawing of a specification; raises `NotDrawn`."""
    import vl_convert

    try:
        drawn = vl_convert.vegalite_to_svg(specification, allowed_base_urls=[], show_warnings=False)
    except ValueError as fault:
        raise NotDrawn(first_line(str(fault))) from None
    return plain(drawn)


def first_line(message: str) -> str:
    """What a fault says first, without the words of the program around it."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    said = next((line for line in lines if "rror:" in line), lines[0] if lines else "no reason given")
    return said.split("rror:", 1)[-1].strip()[:160]


def plain(svg: str) -> str:
    """The drawing without what only programs read; places have three digits behind the point."""
    return TAG.sub(_plain_tag, EMPTY.sub("", svg))


def _plain_tag(tag: re.Match[str]) -> str:
    short = NEEDLESS.sub("", tag[0])
    return MEASURES.sub(
        lambda value: LONG.sub(lambda found: f"{round(float(found[0]), 3):.12g}", value[0]), short
    )
