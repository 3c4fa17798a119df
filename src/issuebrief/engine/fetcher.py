"""What a brief may read while it is laid out.

In:  the folders that belong to the brief (its own, the templates, the styles), single files elsewhere, and
     pictures that were drawn for it.
Out: a WeasyPrint fetcher that opens files inside those folders, those files and `data:` URLs, and goes to
     the network only when it is allowed to. Files come through the gate of `file_access.py`. What a folder
     lacks it takes, under the same name, from another.
     Everything else is refused with a plain sentence, which WeasyPrint logs and `log.py` turns into
     a problem.
"""

from __future__ import annotations

import os.path
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import URLFetcher, URLFetcherResponse

from issuebrief.file_access import Denied, Outside, read, real_path
from issuebrief.theming.style_sheets import locate

if TYPE_CHECKING:
    from collections.abc import Mapping

OUTSIDE = "it is outside the brief's own folder"
"""Why a file is not read that lies in none of the folders."""
SVG, UNKNOWN = "image/svg+xml", "text/plain"
"""The types of vector pictures, and of what says nothing of itself."""


class Refused(ValueError):
    """A file or address that a brief may not read."""


class FetchedFile(URLFetcherResponse):  # type: ignore[misc]
    """A file that was read, without headers as from the network, whose modules take time to load.

    WeasyPrint tries a picture of no known type with every format of Pillow, and only then as SVG.
    """

    def __init__(self, address: str, content: bytes) -> None:
        self.url, self.status = address, 200
        self._file_obj = BytesIO(content)
        self._type = SVG if address.lower().endswith(".svg") else UNKNOWN

    @property
    def content_type(self) -> str:
        """The type that the file's name tells."""
        return self._type

    @property
    def charset(self) -> None:
        """No encoding: a file says itself which it has."""
        return


class ConfinedFetcher(URLFetcher):  # type: ignore[misc]
    """Fetches from a few folders only."""

    def __init__(
        self,
        folders: tuple[Path, ...],
        allow_network: bool,
        files: tuple[Path, ...] = (),
        drawings: Mapping[Path, bytes] | None = None,
    ) -> None:
        super().__init__(allow_redirects=allow_network)
        self._files = files
        self._drawings = drawings or {}
        self._folders = tuple(real_path(folder) for folder in folders)
        self._allow_network = allow_network

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The resource at `url`; raises `Refused` where it is outside what the brief may read."""
        scheme = urlsplit(url).scheme.lower()
        if scheme == "file":
            return self._open_file(url)
        if scheme == "data":
            return super().fetch(url, headers)
        if scheme in ("http", "https"):
            if self._allow_network:
                return super().fetch(url, headers)
            raise Refused("nothing is fetched from the network without --allow-network")
        raise Refused(f"addresses that begin with {scheme}: are not read")

    def _open_file(self, url: str) -> URLFetcherResponse:
        parts = urlsplit(url)
        if parts.netloc not in ("", "localhost"):
            raise Refused("files are read from this machine only")
        path = Path(os.path.normpath(url2pathname(parts.path)))
        if "\0" in str(path):
            raise Refused("its name is not a valid file name")
        if path in self._drawings:
            return FetchedFile(path.as_uri(), self._drawings[path])
        try:
            if path in self._files:
                return FetchedFile(path.as_uri(), read(path, (path.parent,)))
            path = locate(path, self._folders)
            return FetchedFile(path.as_uri(), read(path, self._folders))
        except Outside:
            raise Refused(OUTSIDE) from None
        except Denied as fault:
            raise Refused(str(fault)) from None
