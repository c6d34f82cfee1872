"""The layout engine gets the files that it is given, and opens nothing else."""

from __future__ import annotations

import socket
import urllib.request

import pytest
from weasyprint.urls import FatalURLFetchingError, fetch

from rapportage.writers.pdf.fetcher import Fetcher

GIVEN = {"afbeelding:a b": ("image/png", b"beeld")}
ELSEWHERE = [
    "https://example.org/a.png",
    "http://localhost:1/a.png",
    "ftp://example.org/a.png",
    "file:///etc/hostname",
    "data:image/png;base64,AA",
    "afbeelding:a",
]


def test_a_given_file_is_served_as_what_it_is() -> None:
    with fetch(Fetcher(GIVEN), "afbeelding:a%20b") as response:
        assert (response.read(), response.content_type) == (b"beeld", "image/png")


@pytest.mark.parametrize("address", ELSEWHERE)
def test_any_other_address_ends_the_layout_and_is_remembered(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(*_: object, **__: object) -> None:
        raise AssertionError("opened")

    monkeypatch.setattr(socket, "socket", opened)
    monkeypatch.setattr(urllib.request.OpenerDirector, "open", opened)
    fetcher = Fetcher(GIVEN)
    with pytest.raises(FatalURLFetchingError), fetch(fetcher, address):
        pass
    assert fetcher.refused == [address]
    for way in (fetcher, fetcher.fetch, fetcher.open):
        with pytest.raises(PermissionError):
            way(address)
