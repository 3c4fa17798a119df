"""What a page may do in a reader's browser: nothing but show itself.

In:  the page's style sheet and script.
Out: a Content-Security-Policy that allows these two, by their hashes, and pictures and fonts that the
     page carries; no request to anywhere, no form, no frame, no other script.
"""

from __future__ import annotations

import base64
import hashlib


def policy(style: str, script: str) -> str:
    """The policy for a page with this style sheet and this script."""
    return "; ".join(
        (
            "default-src 'none'",
            "img-src data:",
            "font-src data:",
            f"style-src {_hash(style)}",
            f"script-src {_hash(script)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
