"""One session for all pages that look on: a change is looked at once, and each page hears what is new to it.

All that composes or lays out runs in a single thread, one thing after the other; whoever waits for it
waits here, so that requests are answered meanwhile. Edits that come while it is busy are taken together.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from rapportage.errors import ContentError, LayoutError, UsageError
from rapportage.preview.parts import Kept, Parts, page_parts, parts_of, told
from rapportage.preview.pictures import Drawn, Held, House, Pictures
from rapportage.preview.session import Seen, Session

Made = TypeVar("Made")


class Feed:
    """What there is to see, and who is told of it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="preview")
        self._pictures, self._drawn, self._house = Pictures(), Drawn(), House()
        self._changed: set[Path] = set()
        self._dirty, self._news = asyncio.Event(), asyncio.Condition()
        self._seen: Seen | None = None
        self._looks = 0
        self._fault = ""
        self._texts: dict[str, tuple[int, dict[str, str]]] = {}
        self._pages: dict[str, tuple[int, dict[str, str]]] = {}
        self._kept: dict[str, Kept] = {}
        self._closed = False

    # --- what changes ---------------------------------------------------------------------------

    def change(self, paths: Iterable[Path]) -> None:
        """These files are not what they were."""
        self._changed.update(paths)
        self._dirty.set()

    async def run(self) -> None:
        """Look at all there is, and again at what is changed, until the feed is closed."""
        await self._look(None)
        while not self._closed:
            await self._dirty.wait()
            self._dirty.clear()
            changed, self._changed = self._changed, set()
            if not self._closed:
                await self._look(changed)

    async def _look(self, changed: Iterable[Path] | None) -> None:
        try:
            seen = await self._aside(lambda: self._session.look(changed))
            self._fault = ""
        except (ContentError, UsageError) as error:
            self._fault = str(error)
        except Exception as error:  # a fault of ours keeps nobody from going on: the next edit may undo it
            self._fault = f"rapportage gaat hier zelf de fout in: {type(error).__name__}: {error}"
        else:
            self._seen = seen
            self._pictures.keep(seen.papers.values())
            self._house.keep(seen.style)
        async with self._news:
            self._looks += 1
            self._news.notify_all()

    async def close(self) -> None:
        """Tell everyone that looks on that it ends here."""
        self._closed = True
        self._dirty.set()
        async with self._news:
            self._news.notify_all()

    def end(self) -> None:
        """Leave the thread when it is ready with what it is busy with, and let go of what was kept."""
        self._thread.shutdown(cancel_futures=True)
        self._session.close()

    async def _aside(self, work: Callable[[], Made]) -> Made:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    # --- what is told ---------------------------------------------------------------------------

    async def tell(self, paper: str, *, with_pages: bool) -> AsyncIterator[str]:
        """Each news of a paper for one that looks on, as JSON: first all of it, then what differs; no end.

        Pages take longer than the rest, and come behind it. Where there is no such paper it is the first one.
        """
        before: Parts = {}
        heard = 0
        while not self._closed:
            async with self._news:
                await self._news.wait_for(partial(self._is_news, heard))
            if self._closed:
                return
            heard = self._looks
            now = self._text(paper)
            left = {name: part for name, part in before.items() if _is_of_pages(name)} if with_pages else {}
            if news := told(before, {**now, **left}):
                yield news
            before = {**now, **left}
            if with_pages and self._seen is not None:
                pages = await self._laid_out(self._named(paper))
                now = {**now, **({**left, **pages} if "storing-bladen" in pages else pages)}
                if news := told(before, now):
                    yield news
                before = now

    def _is_news(self, heard: int) -> bool:
        return self._closed or self._looks != heard

    def _named(self, paper: str) -> str:
        papers = self._seen.papers if self._seen else {}
        return paper if paper in papers else next(iter(papers), "")

    def _text(self, paper: str) -> dict[str, str]:
        """The parts of the state as it is now, all but the pages."""
        fault = {"storing": _text_part(self._fault)}
        if self._seen is None:
            return fault
        name = self._named(paper)
        known = self._texts.get(name)
        if known is None or known[0] != self._looks:
            kept = self._kept.setdefault(name, Kept())
            known = self._looks, parts_of(self._seen, name, self._pictures, self._house.digest, kept)
            self._texts[name] = known
        return {**known[1], **fault}

    async def _laid_out(self, paper: str) -> dict[str, str]:
        """The parts that tell of a paper's pages, or of why there are none."""
        if not paper:
            return {}
        return await self._aside(lambda: self._lay_out(paper))

    def _lay_out(self, paper: str) -> dict[str, str]:
        known = self._pages.get(paper)
        serial = self._seen.serial if self._seen else 0
        if known is not None and known[0] == serial:
            return known[1]
        try:
            pages = self._session.pages(paper)
        except LayoutError as error:
            return {"storing-bladen": _text_part(f"{error}\n{error.hint}")}
        except UsageError as error:
            return {"storing-bladen": _text_part(f"{error}\n{error.hint or ''}".rstrip())}
        except Exception as error:
            return {"storing-bladen": _text_part(f"{type(error).__name__}: {error}")}
        self._drawn.keep(paper, pages)
        made = {**page_parts(pages), "storing-bladen": _text_part("")}
        self._pages[paper] = serial, made
        return made

    # --- what is asked for ----------------------------------------------------------------------

    def picture(self, digest: str) -> Held | None:
        """The picture that goes by this, while one of the papers has it."""
        return self._pictures.get(digest)

    def page(self, digest: str) -> Held | None:
        """The page that goes by this, while it is one of a paper's, or was just before."""
        return self._drawn.get(digest)

    def house(self, digest: str) -> Held | None:
        """The style sheet or font of the house that goes by this."""
        return self._house.get(digest)


def _is_of_pages(name: str) -> bool:
    return name in ("bladen", "storing-bladen") or name.startswith("vlakken/")


def _text_part(text: str) -> str:
    return json.dumps(text)
