"""One session for all pages that look on: a change is looked at once, and each page hears what is new to it.

All that composes, judges or lays out runs in a single thread, one thing after the other, so that requests are
answered meanwhile. What can be shown is told at once: the text ahead of what rules find in it, and the pages
around an edit ahead of all others. Edits that come while it is busy are taken together.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from rapportage.errors import ContentError, UsageError
from rapportage.preview.freed import give_back
from rapportage.preview.parts import Parts, parts_of, told
from rapportage.preview.pictures import Held, House, Pictures
from rapportage.preview.session import Seen, Session
from rapportage.preview.sheets import FAULT, Sheets
from rapportage.remembered import Memory

Made = TypeVar("Made")

_SEARCHED = 25
"""So many looks, and what is free is given back: a command does that too seldom to stay for long."""


class Feed:
    """What there is to see, and who is told of it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="preview")
        self._pictures, self._house = Pictures(), House()
        self._sheets = Sheets(session, self._tell_of_pages)
        self._changed: set[Path] = set()
        self._dirty = asyncio.Event()
        self._ears: dict[asyncio.Event, tuple[str, bool]] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._seen: Seen | None = None
        self._fault = ""
        self._busy = True
        self._looked = 0.0
        self._good: dict[str, float] = {}
        self._memories: dict[str, Memory] = {}
        self._texts: dict[str, Parts] = {}
        self._looks = 0
        self._closed = False

    # --- what changes ---------------------------------------------------------------------------

    def change(self, paths: Iterable[Path]) -> None:
        """These files are not what they were."""
        self._changed.update(paths)
        self._dirty.set()

    async def run(self) -> None:
        """Look at all there is, and again at what is changed, until the feed is closed."""
        self._loop = asyncio.get_running_loop()
        await self._aside(lambda: self._look(None))
        while not self._closed:
            await self._dirty.wait()
            self._dirty.clear()
            changed, self._changed = self._changed, set()
            if not self._closed:
                await self._aside(partial(self._look, changed))

    def close(self) -> None:
        """Tell everyone that looks on that it ends here."""
        self._closed = True
        self._dirty.set()
        self._wake()

    def end(self) -> None:
        """Leave the thread when it is ready with what it is busy with, and let go of what was kept."""
        self._sheets.close()
        self._thread.shutdown(cancel_futures=True)
        self._session.close()

    async def _aside(self, work: Callable[[], Made]) -> Made:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _wake(self) -> None:
        for ear in self._ears:
            ear.set()

    def _tell_all(self) -> None:
        """From the thread: there is something to tell."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._wake)

    def _tell_of_pages(self) -> None:
        """From a thread: there are other pages to show."""
        if not self._busy and not self._fault:
            self._now_good(since=self._looked)
        self._tell_all()

    # --- in the thread ----------------------------------------------------------------------------

    def _look(self, changed: Iterable[Path] | None) -> None:
        fault = ""
        self._busy = True
        self._tell_all()
        try:
            self._show(self._session.look(changed, self._ahead))
            for paper in self._papers(with_pages=True):
                self._sheets.lay_out(paper)
            self._follow()
        except (ContentError, UsageError) as error:
            fault = str(error)
        except Exception as error:  # a fault of ours keeps nobody from going on: the next edit may undo it
            fault = f"{FAULT}{type(error).__name__}: {error}"
        else:
            self._looked = time.time()
            self._now_good(since=self._looked)
        self._fault = fault
        self._busy = False
        self._tell_all()
        self._looks += 1
        if self._looks % _SEARCHED == 0:
            give_back()

    def _now_good(self, since: float) -> None:
        """The papers that are shown as they are on disk are of this moment, unless they were `since` then."""
        seen, moment = self._seen, time.time()
        for paper in seen.papers if seen else ():
            fault = json.loads(self._sheets.parts(paper).get("storing-bladen", '""'))
            if seen and paper not in seen.old and not fault and self._good.get(paper, 0) < since:
                self._good[paper] = moment

    def _ahead(self, seen: Seen) -> None:
        """Show what was composed while rules still judge it."""
        self._seen = seen
        for paper in self._papers(with_pages=True):
            self._sheets.ahead(paper)
        self._show(seen)
        self._follow()

    def _follow(self) -> None:
        self._sheets.follow(self._papers(with_pages=True))

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        self._pictures.keep(seen.papers.values())
        self._house.keep(seen.style)
        self._texts = {paper: self._parts(seen, paper) for paper in self._papers()}
        self._tell_all()

    def _papers(self, *, with_pages: bool = False) -> list[str]:
        """The papers that are looked at, the one with most eyes on it first."""
        wanted = [self._named(paper) for paper, pages in [*self._ears.values()] if pages or not with_pages]
        return [paper for paper, _ in Counter(wanted).most_common() if paper]

    def _parts(self, seen: Seen, paper: str) -> Parts:
        memory = self._memories.setdefault(paper, Memory())
        memory.next_look()
        return parts_of(seen, paper, self._pictures, self._house.digest, memory)

    def _first_time(self, paper: str, with_pages: bool) -> None:
        """What a page needs that begins to look on."""
        if self._seen is None:
            return
        name = self._named(paper)
        if name and name not in self._texts:
            self._texts = {**self._texts, name: self._parts(self._seen, name)}
            self._tell_all()
        if with_pages:
            self._sheets.lay_out(name)
            self._follow()

    # --- what is told ---------------------------------------------------------------------------

    async def tell(self, paper: str, *, with_pages: bool) -> AsyncIterator[str]:
        """Each news of a paper for one that looks on, as JSON: first all of it, then what differs; no end.

        Where there is no such paper it is the first one.
        """
        before: Parts = {}
        ear = asyncio.Event()
        ear.set()
        self._ears[ear] = paper, with_pages
        first = asyncio.ensure_future(self._aside(lambda: self._first_time(paper, with_pages)))
        try:
            while not self._closed:
                await ear.wait()
                ear.clear()
                now = self._now(self._named(paper), with_pages)
                news = told(before, now)
                before = now
                if news and not self._closed:
                    yield news
        finally:
            del self._ears[ear]
            first.cancel()

    def _named(self, paper: str) -> str:
        papers = self._seen.papers if self._seen else {}
        return paper if paper in papers else next(iter(papers), "")

    def _now(self, paper: str, with_pages: bool) -> Parts:
        pages = self._sheets.parts(paper) if with_pages else {}
        texts = self._texts.get(paper, {}) if paper or self._seen is None else self._parts(self._seen, "")
        held = {"storing": self._fault, "bezig": self._busy, "van": self._good.get(paper, 0)}
        return {**texts, **pages, **{name: json.dumps(value) for name, value in held.items()}}

    # --- what is asked for ----------------------------------------------------------------------

    def picture(self, digest: str) -> Held | None:
        """The picture that goes by this, while one of the papers has it."""
        return self._pictures.get(digest)

    def page(self, digest: str) -> Held | None:
        """The page that goes by this, while it is one of a paper's, or was just before."""
        return self._sheets.get(digest)

    def house(self, digest: str) -> Held | None:
        """The style sheet or font of the house that goes by this."""
        return self._house.get(digest)
