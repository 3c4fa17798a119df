"""What a brief may read while it is laid out.

In:  the folders that belong to the brief (its own, the templates, the styles).
Out: a WeasyPrint fetcher that opens files inside those folders and `data:` URLs, and goes to the
     network only when it is allowed to. What a folder lacks it takes, under the same name, from another.
     Everything else is refused with a plain sentence, which WeasyPrint logs and `messages.py` turns into
     a problem.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import URLFetcher, URLFetcherResponse

from issuebrief.style_sheets import locate


class Refused(ValueError):
    """A file or address that a brief may not read."""


class ConfinedFetcher(URLFetcher):  # type: ignore[misc]
    """Fetches from a few folders only."""

    def __init__(self, folders: tuple[Path, ...], allow_network: bool) -> None:
        super().__init__(allow_redirects=allow_network)
        self._folders = tuple(folder.resolve() for folder in folders)
        self._allow_network = allow_network

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The resource at `url`; raises `Refused` where it lies outside what the brief may read."""
        scheme = urlsplit(url).scheme.lower()
        if scheme == "file":
            return self._open_file(url)
        if scheme == "data":
            return super().fetch(url, headers)
        if scheme in ("http", "https"):
            if self._allow_network:
                return super().fetch(url, headers)
            raise Refused("nothing is fetched from the network unless --allow-network says so")
        raise Refused(f"addresses that begin with {scheme}: are not read")

    def _open_file(self, url: str) -> URLFetcherResponse:
        parts = urlsplit(url)
        if parts.netloc not in ("", "localhost"):
            raise Refused("files are read from this machine only")
        path = Path(url2pathname(parts.path)).resolve()
        if not any(path.is_relative_to(folder) for folder in self._folders):
            raise Refused("it lies outside the brief's own folder")
        path = locate(path, self._folders)
        return URLFetcherResponse(path.as_uri(), path.read_bytes())
