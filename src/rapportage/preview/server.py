"""The report in a browser of this computer while it is written: a page, and what is new to it as it comes."""

from __future__ import annotations

import asyncio
import secrets
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from uvicorn.protocols.http.h11_impl import H11Protocol

from rapportage.errors import MachineError
from rapportage.faults import reason
from rapportage.periode import Periode
from rapportage.preview.feed import Feed
from rapportage.preview.guard import HOST, KEY, LONGEST_HEAD, PICTURE, Guard
from rapportage.preview.pictures import Held
from rapportage.preview.session import Session
from rapportage.preview.watch import watch
from rapportage.workspace import DOCUMENTS, Workspace

_PAGE = Path(__file__).parent / "page"
_TYPES = {".svg": "image/svg+xml", ".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
_OWN_FILES = frozenset(one.name for one in _PAGE.iterdir() if one.name != "index.html")
_MOST_CONNECTIONS = 64
_SWITCH = 0.001
"""So many seconds may the thread that composes keep what is ready waiting to be sent."""
_PATIENCE = 10
"""So many seconds has a request to come in."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown: one period of one workspace."""

    workspace: Workspace
    periode: Periode


class Listening:
    """A port of this computer, for this computer alone; 0 takes one that is free."""

    def __init__(self, port: int = 0) -> None:
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # on Windows another program could listen in otherwise
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            self.socket.bind((HOST, port))
            self.socket.listen(_MOST_CONNECTIONS)
        except OSError as error:
            self.socket.close()
            message = f"op poort {port} kan niet worden geluisterd: {reason(error)}"
            raise MachineError(message, "kies een andere poort, of laat --port weg voor een vrije") from None
        self.port: int = self.socket.getsockname()[1]
        self.key = secrets.token_urlsafe(24)

    @property
    def address(self) -> str:
        """Where the page is, with the key that opens it once."""
        return f"http://{HOST}:{self.port}/?{KEY}={self.key}"


def serve(preview: Preview, listening: Listening, ready: Callable[[], object] = lambda: None) -> None:
    """Show the period until Ctrl-C; `ready` is called when the page can be asked for."""
    sys.setswitchinterval(_SWITCH)
    feed = Feed(Session(preview.workspace, preview.periode))
    app = Guard(application(preview, feed), listening.port, listening.key)
    config = uvicorn.Config(
        app,
        http=_Hurried,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        limit_concurrency=_MOST_CONNECTIONS,
        h11_max_incomplete_event_size=LONGEST_HEAD,
        timeout_graceful_shutdown=1,
    )
    asyncio.run(_served(_Server(config, feed), preview.workspace, feed, listening, ready))


async def _served(
    server: _Server, workspace: Workspace, feed: Feed, listening: Listening, ready: Callable[[], object]
) -> None:
    ended = asyncio.Event()
    tasks = [
        asyncio.create_task(watch(workspace, feed.change, ended)),
        asyncio.create_task(feed.run()),
        asyncio.create_task(_when_started(server, ready)),
    ]
    try:
        await server.serve([listening.socket])
    finally:
        ended.set()
        feed.close()
        feed.end()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _when_started(server: _Server, ready: Callable[[], object]) -> None:
    while not server.started:
        await asyncio.sleep(0.01)
    await asyncio.to_thread(ready)


class _Server(uvicorn.Server):
    """A server that ends at Ctrl-C, and takes what it heard for answered."""

    def __init__(self, config: uvicorn.Config, feed: Feed) -> None:
        super().__init__(config)
        self._feed = feed
        self._loop: asyncio.AbstractEventLoop | None = None

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        self._loop = asyncio.get_running_loop()
        before = {}
        with suppress(ValueError):  # not the main thread: someone else ends it
            for number in (signal.SIGINT, signal.SIGTERM):
                before[number] = signal.signal(number, self.handle_exit)
        try:
            yield
        finally:
            for number, heard in before.items():
                signal.signal(number, heard)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._feed.close)


class _Hurried(H11Protocol):
    """A connection that is closed where a request takes too long to come in."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        self._waited_for: asyncio.TimerHandle | None = None
        super().connection_made(transport)
        self._soon()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._soon()

    def _soon(self) -> None:
        if self._waited_for is None:
            self._waited_for = self.loop.call_later(_PATIENCE, self._late)

    def _late(self) -> None:
        self._waited_for = None
        if (self.cycle is None or self.cycle.response_complete) and not self.transport.is_closing():
            self.transport.close()


# --- what can be asked for ---------------------------------------------------------------------


def application(preview: Preview, feed: Feed) -> Starlette:
    """What answers a request; each thing that can be asked for is known by name or by what is in it."""

    async def stream(request: Request) -> Response:
        asked = request.query_params
        paper = asked.get("stuk", "")
        news = feed.tell(paper if paper in DOCUMENTS else "", with_pages=asked.get("beeld") == "bladen")
        return StreamingResponse(_events(news), media_type="text/event-stream")

    def held(find: Callable[[str], Held | None]) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            found = find(request.path_params["digest"])
            if found is None:
                return _nothing()
            own = {"content-security-policy": PICTURE} if found.media_type.startswith("image/") else None
            return Response(found.data, media_type=found.media_type, headers=own)

        return answer

    def index(request: Request) -> Response:
        del request
        root, periode = preview.workspace.root.as_posix(), str(preview.periode)
        text = (_PAGE / "index.html").read_text("utf-8")
        filled = text.replace("{{periode}}", _escaped(periode)).replace("{{werkmap}}", _escaped(root))
        return Response(filled, media_type=_TYPES[".html"])

    def own_file(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _OWN_FILES:
            return _nothing()
        path = _PAGE / name
        return Response(path.read_bytes(), media_type=_TYPES[path.suffix])

    routes = [
        Route("/", index),
        Route("/nieuws", stream),
        Route("/pagina/{name}", own_file),
        Route("/beeld/{digest}", held(feed.picture)),
        Route("/blad/{digest}", held(feed.page)),
        Route("/huis/{digest}", held(feed.house)),
    ]
    return Starlette(routes=routes)


async def _events(news: AsyncIterator[str]) -> AsyncIterator[str]:
    """News as a browser's EventSource reads it; the first line has it try again soon where it is cut off."""
    yield "retry: 1000\n\n"
    async for one in news:
        yield f"data: {one}\n\n"


def _nothing() -> Response:
    return Response("Dat is hier niet.\n", 404, media_type="text/plain")


def _escaped(text: str) -> str:
    from markupsafe import escape

    return str(escape(text))
