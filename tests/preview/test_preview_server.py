"""Only the page that was opened by its address gets an answer; nothing that others send does harm, or hangs."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest
from where import PATIENCE

from rapportage.periode import parse_periode
from rapportage.preview import server
from rapportage.preview.guard import KEY
from rapportage.preview.server import Listening, Preview, serve
from rapportage.workspace import Workspace


class Door:
    """A server that runs in a thread, and the cookie with which it lets one in."""

    def __init__(self, listening: Listening) -> None:
        self.port, self.key = listening.port, listening.key
        self.cookie = ""

    def ask(self, path: str, method: str = "GET", *body: bytes, **headers: str) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookie:
            given.setdefault("Cookie", self.cookie)
        connection.request(method, path, b"".join(body) or None, given)
        return connection.getresponse()

    def open(self) -> HTTPResponse:
        answer = self.ask(f"/?{KEY}={self.key}")
        self.cookie = (answer.headers["set-cookie"] or "").partition(";")[0]
        return answer


@pytest.fixture
def door(klein: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Door]:
    made: list[server._Server] = []

    class Kept(server._Server):
        def __init__(self, *given: object) -> None:
            super().__init__(*given)  # type: ignore[arg-type]
            made.append(self)

    monkeypatch.setattr(server, "_Server", Kept)
    monkeypatch.setattr(server, "_PATIENCE", 0.3)
    listening = Listening()
    running = Thread(
        target=serve, args=(Preview(Workspace(klein), parse_periode("2024-H1")), listening), daemon=True
    )
    running.start()
    yield Door(listening)
    while not made:
        time.sleep(0.01)
    made[0].handle_exit(2, None)
    running.join(PATIENCE)
    assert not running.is_alive()


def test_the_address_opens_once_and_the_cookie_after_that(door: Door) -> None:
    first = door.open()
    assert first.status == 200
    told = first.headers["set-cookie"]
    assert "HttpOnly" in told
    assert "SameSite=Strict" in told
    assert door.ask("/").status == 200
    assert door.ask(f"/?{KEY}={door.key}", Cookie="a=b").status == 403


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/", {"Host": "evil.example"}, 421),
        ("/", {"Host": "127.0.0.1"}, 421),
        ("/", {"Origin": "http://evil.example"}, 403),
        ("/", {"Origin": "null"}, 403),
        ("/nieuws", {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "cors"}, 403),
        ("/nieuws", {"Sec_Fetch_Site": "same-site", "Sec_Fetch_Mode": "navigate"}, 403),
        ("/", {"Cookie": "rapportage=x"}, 403),
        ("/nieuws", {"Cookie": "x"}, 403),
        ("/pagina/../server.py", {}, 404),
        ("/pagina/..%2fserver.py", {}, 404),
        ("/pagina/%2e%2e/%2e%2e/session.py", {}, 404),
        ("/pagina/index.html", {}, 404),
        ("//etc/passwd", {}, 404),
        ("/beeld/..%2f..%2fcontent%2forganisatie.yaml", {}, 404),
        ("/blad/%00", {}, 404),
        ("/content/organisatie.yaml", {}, 404),
    ],
)
def test_what_is_not_asked_by_the_page_is_refused(
    door: Door, path: str, headers: dict[str, str], status: int
) -> None:
    door.open()
    assert door.ask(path, "GET", **headers).status == status


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_nothing_can_be_sent(door: Door, method: str) -> None:
    door.open()
    assert door.ask("/", method, b"x" * 100).status == 405


def test_a_request_with_a_body_is_not_read(door: Door) -> None:
    door.open()
    assert door.ask("/", "GET", b"x" * 100).status == 413


def test_a_head_that_is_too_large_is_refused(door: Door) -> None:
    door.open()
    assert door.ask("/", X_Long="x" * 40_000).status == 431
    assert door.ask(f"/?{'x' * 40_000}").status == 431


def test_what_comes_too_slowly_is_closed(door: Door) -> None:
    door.open()
    with socket.create_connection(("127.0.0.1", door.port), timeout=PATIENCE) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\nHost:")
        assert slow.recv(100) == b""


@pytest.mark.parametrize("path", ["/", "/pagina/preview.js", "/nieuws", "/niets"])
def test_every_answer_says_what_the_page_may_do_and_is_not_kept(door: Door, path: str) -> None:
    door.open()
    told = door.ask(path).headers
    assert "default-src 'none'; script-src 'self'" in told["content-security-policy"]
    assert "unsafe" not in told["content-security-policy"]
    assert told["cache-control"] == "no-store"
    assert told["x-content-type-options"] == "nosniff"
    assert told["referrer-policy"] == "no-referrer"
    assert told["cross-origin-resource-policy"] == "same-origin"


def test_it_listens_to_this_computer_alone() -> None:
    listening = Listening()
    assert listening.socket.getsockname()[0] == "127.0.0.1"
    listening.socket.close()
