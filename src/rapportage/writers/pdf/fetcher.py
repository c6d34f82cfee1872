"""What the layout engine may fetch: the files that it is given, by address, and nothing else.

To be imported once `load_engine` has brought the engine.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse, iri_to_uri


class Fetcher(URLFetcher):  # type: ignore[misc]  # the engine has no types
    """What the engine calls for every address; it opens nothing, and a refusal ends the layout.

    `refused` are the addresses that were asked for and are not among those given.
    """

    def __init__(self, addresses: Mapping[str, tuple[str, bytes]]) -> None:
        # Left to itself, it may read all certificates of the machine for what it never opens.
        super().__init__(fail_on_errors=True, ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        self.refused: list[str] = []
        self._files = {iri_to_uri(address): file for address, file in addresses.items()}

    def fetch(self, url: str, headers: object = None) -> Any:
        """The file at this address; raises PermissionError for any other address."""
        del headers
        if url not in self._files:
            self.refused.append(url)
            raise PermissionError(url)
        media_type, data = self._files[url]
        return URLFetcherResponse(url, data, headers={"Content-Type": media_type})
