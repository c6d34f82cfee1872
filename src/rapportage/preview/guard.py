"""Who may ask: a page of ours in the browser that was given the address, and nobody else.

Another site that the browser has open can send requests here too, under a name of its own that leads to
this computer or with an Origin of its own; another user of this computer can reach the port. Both lack the
cookie, which the address gives once. Nothing can be changed by a request.
"""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
LONGEST_HEAD = 16_384
"""So many bytes may the head of a request be."""
KEY = "sleutel"
"""What the one-time token is called in the address."""

_OWN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types rapportage"
)
PICTURE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox"
"""What a picture may do that is opened by itself: look like one."""
_ALWAYS = {
    "content-security-policy": _OWN,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
_NO_KEY = (
    "Deze voorvertoning is alleen te zien in de browser waarin het adres voor het eerst is geopend.\n"
    "Stop rapportage preview met Ctrl+C, start het opnieuw en open het nieuwe adres.\n"
)
_NOT_ALLOWED = "Dit verzoek komt niet van de voorvertoning zelf.\n"


class Guard:
    """An application behind a door: `key` opens it once, and then the cookie that comes with it."""

    def __init__(self, app: ASGIApp, port: int, key: str) -> None:
        self._app = app
        self._hosts = {f"{HOST}:{port}", f"localhost:{port}"}
        self._key: str | None = key
        self._cookie = f"rapportage-{port}"
        self._secret = secrets.token_urlsafe(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what is asked by who may, and refuse all else."""
        if scope["type"] != "http":
            await send({"type": "websocket.close"})
            return
        headers = Headers(scope=scope)
        fresh = False

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = MutableHeaders(scope=message)
                for name, value in _ALWAYS.items():
                    given.setdefault(name, value)
                if fresh:
                    cookie = f"{self._cookie}={self._secret}; Path=/; HttpOnly; SameSite=Strict"
                    given.append("set-cookie", cookie)
            await send(message)

        refusal = self._refused(scope, headers)
        if refusal is None and not self._is_known(headers):
            fresh = self._opens(scope)
            refusal = None if fresh else (403, _NO_KEY)
        if refusal is not None:
            await PlainTextResponse(refusal[1], refusal[0])(scope, receive, with_headers)
            return
        await self._app(scope, receive, with_headers)

    def _refused(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        """The status and the words for what is no request of ours."""
        if scope["method"] not in ("GET", "HEAD"):
            return 405, "Hier valt alleen iets te lezen.\n"
        length = sum(len(name) + len(value) for name, value in scope["headers"])
        if length + len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_HEAD:
            return 431, "Dit verzoek is te lang.\n"
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return 421, _NOT_ALLOWED
        if any(origin != f"http://{hosts[0].lower()}" for origin in headers.getlist("origin")):
            return 403, _NOT_ALLOWED
        # A link to the address may stand anywhere, such as in a terminal that is a web page itself.
        from_elsewhere = headers.get("sec-fetch-site", "none") not in ("same-origin", "none")
        if from_elsewhere and (scope["path"] != "/" or headers.get("sec-fetch-mode") != "navigate"):
            return 403, _NOT_ALLOWED
        if headers.get("transfer-encoding") or headers.get("content-length", "0") != "0":
            return 413, "Een verzoek met inhoud wordt hier niet gelezen.\n"
        return None

    def _is_known(self, headers: Headers) -> bool:
        for sent in headers.getlist("cookie"):
            try:
                morsel = SimpleCookie(sent).get(self._cookie)
            except CookieError:
                continue
            if morsel is not None and _same(morsel.value, self._secret):
                return True
        return False

    def _opens(self, scope: Scope) -> bool:
        """Whether this is the address as it was given, for the first time."""
        if scope["path"] != "/" or scope["method"] != "GET" or self._key is None:
            return False
        given = parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=8).get(KEY, [])
        if len(given) != 1 or not _same(given[0], self._key):
            return False
        self._key = None
        return True


def _same(one: str, other: str) -> bool:
    return secrets.compare_digest(one.encode(), other.encode())
