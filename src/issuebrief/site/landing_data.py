"""What search engines are told on the page of a brief.

In:  a brief, and the files that its page offers.
Out: schema.org's words for the report, its files and its picture.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from issuebrief.web.schema_org import linked_data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.manuscript import Manuscript
    from issuebrief.site.model import Download

TYPES = {"pdf": "application/pdf", "html": "text/html", "epub": "application/epub+zip"}


def landing_data(
    manuscript: Manuscript, downloads: Sequence[Download], site: str, card: str
) -> dict[str, Any]:
    """The report with an address for each of its files, if the site has one."""
    data: dict[str, Any] = json.loads(linked_data(manuscript.brief, manuscript.body, manuscript.editions))
    if not site:
        return data
    data["encoding"] = [
        {
            "@type": "MediaObject",
            "encodingFormat": TYPES[each.kind],
            "contentUrl": site + quote(each.path),
            "contentSize": str(each.size),
        }
        for each in downloads
    ]
    return data | ({"image": card} if card else {})
