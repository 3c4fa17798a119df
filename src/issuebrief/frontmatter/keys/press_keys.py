"""The keys below `press`, in the front matter of a brief.

In:  nothing.
Out: `Press`, which msgspec checks what an editor wrote against.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct


class Press(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How the brief is printed."""

    profile: Annotated[
        str,
        Meta(
            description="The paper: coated, uncoated, a profile in styles/profiles/, or an ICC file.",
            examples=["uncoated"],
        ),
    ] = ""
    ink: Annotated[
        str | int,
        Meta(
            description="The most ink on one spot, in per cent of one solid ink.",
            examples=[300],
            extra={"form": "a number of per cent such as 300"},
        ),
    ] = ""
    pages: Annotated[
        str | int,
        Meta(
            description="Blank pages are added up to a multiple of this number.",
            examples=[4],
            extra={"form": "a number such as 4"},
        ),
    ] = ""
    imposition: Annotated[str, Meta(description="booklet adds a file of folded sheets.")] = ""
    creep: Annotated[
        str, Meta(description="How far each sheet pushes the next one out.", examples=["0.1mm"])
    ] = ""
    ticket: Annotated[bool, Meta(description="Whether a job ticket (JSON) is written.")] = False
