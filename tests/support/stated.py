"""A brief that states all that a house can state of a publication."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from PIL import Image
from setting import paragraph

if TYPE_CHECKING:
    from pathlib import Path

FRONT: dict[str, Any] = {
    "updated": datetime.date(2024, 7, 2),
    "version": "1.2",
    "supersedes": "Harbour Note No. 4, *First Lines*",
    "authors": [
        {"name": "Jane Doe", "role": "Fellow", "affiliation": ["Coast University", "Harbour School"]},
        {"name": "John Roe", "affiliation": "Pilot House"},
    ],
    "editors": [
        {"name": "Ida Sand", "orcid": "0000-0002-1825-0097", "affiliation": "Press of the Coast"},
        "Ole Berg",
    ],
    "translators": ["Ana Lopez"],
    "reviewers": ["Mary Major", "Rick Miles", "Carl Nokes"],
    "jel": ["F51", "H56"],
    "license": "cc by-nc-nd 4.0",
    "copyright": "The House of Harbours holds the rights.",
    "doi": "10.1000/182",
    "corrections": [
        {"date": datetime.date(2024, 6, 1), "text": "The depth of the *basin* was nine metres, not six."},
        {"date": datetime.date(2024, 7, 2), "text": "A name was misspelt."},
    ],
    "funding": [
        {
            "name": "Council for Tides",
            "grant": "T-77",
            "logo": "logo.png",
            "url": "https://example.org/tides",
        },
        "Members paid for the *remainder*.",
    ],
    "acknowledgements": "The pilots were **patient** with every question.",
    "contact": {
        "name": "Press desk",
        "address": "Quay 7, Harbour Town",
        "phone": "+46 8 123 456 78",
        "email": "press@example.org",
    },
    "about_series": "Harbour notes are *short* and come out when something has changed.",
    "publisher": {"name": "House of Harbours", "short": "HH", "place": "Oslo"},
}
BODY = "\n\n".join(paragraph(number) for number in range(9))
WORDS = (
    "Coast University; Harbour School",
    "Pilot House",
    "Version 1.2 Updated 2 July 2024",
    "Harbour Note No. 4, First Lines",
    "F51, H56",
    "Edited by Ida Sand (Press of the Coast) and Ole Berg",
    "Translated by Ana Lopez",
    "Reviewed by Mary Major, Rick Miles, and Carl Nokes",
    "CC BY",
    "The depth of the basin was nine metres",
    "1 June 2024",
    "Council for Tides (Grant T-77)",
    "Members paid for the remainder",
    "The pilots were patient",
    "Press desk",
    "Quay 7, Harbour Town",
    "+46 8 123 456 78",
    "Harbour notes are short",
)
"""What readers of every deliverable are to find."""


def prepared(folder: Path) -> Path:
    """The folder with the pictures that `FRONT` names."""
    folder.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (420, 120), "navy").save(folder / "logo.png")
    return folder
