"""Who looks on hears all there is at first, then what differs; what goes wrong keeps nobody from going on."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from where import PATIENCE

from rapportage.errors import LayoutError
from rapportage.periode import Periode, parse_periode
from rapportage.preview.feed import Feed
from rapportage.preview.session import Seen, Session
from rapportage.workspace import Workspace
from rapportage.writers.typst.shown import Pages


class Told:
    """What one page was told, put together as it does."""

    def __init__(self, feed: Feed, *, with_pages: bool) -> None:
        self.news = feed.tell("bijlage", with_pages=with_pages)
        self.parts: dict[str, Any] = {}

    async def until(self, is_so: Callable[[dict[str, Any]], bool]) -> int:
        """Listen until it is so; how many news that took."""
        for count in range(1, 100):
            one = json.loads(await asyncio.wait_for(anext(self.news), PATIENCE))
            for name in one["weg"]:
                del self.parts[name]
            self.parts |= one["delen"]
            if is_so(self.parts):
                return count
        raise AssertionError("never told")

    @property
    def text(self) -> str:
        return "".join(self.parts[f"blok/{name}"]["html"] for name in self.parts["volgorde"])


class Slipping(Session):
    """A session that goes wrong when it is told to."""

    wrong: Exception | None = None
    wrong_pages: Exception | None = None
    looks = 0

    def __init__(self, workspace: Workspace, periode: Periode) -> None:
        super().__init__(workspace, periode)
        self.may_go_on = Event()
        self.may_go_on.set()

    def look(
        self, changed: Iterable[Path] | None = None, ahead: Callable[[Seen], None] | None = None
    ) -> Seen:
        self.looks += 1
        assert self.may_go_on.wait(PATIENCE)
        if self.wrong is not None:
            raise self.wrong
        return super().look(changed, ahead)

    def pages(self, paper: str) -> Pages:
        if self.wrong_pages is not None:
            raise self.wrong_pages
        return super().pages(paper)

    def first_pages(self, paper: str) -> Mapping[int, str]:
        return {} if self.wrong_pages is not None else super().first_pages(paper)


def looking_on(klein: Path, test: Callable[[Feed, Slipping, Path], Awaitable[None]]) -> None:
    async def run() -> None:
        session = Slipping(Workspace(klein), parse_periode("2024-H1"))
        feed = Feed(session)
        running = asyncio.create_task(feed.run())
        await test(feed, session, klein / "content/2024-H1/bijlage/kern.md")
        feed.close()
        await asyncio.wait_for(running, PATIENCE)
        feed.end()

    asyncio.run(run())


def write(path: Path, words: str) -> None:
    path.write_text(
        f"---\ntitel: Kernboodschap\n---\n{words} [@woningbouw], [@tabel-vormen], [@wonen].\n", "utf-8"
    )


def test_an_edit_is_told_as_what_differs_with_its_page(klein: Path) -> None:
    async def test(feed: Feed, session: Slipping, path: Path) -> None:
        del session
        told = Told(feed, with_pages=True)
        await told.until(lambda parts: "bladen" in parts)
        before = told.parts["bladen"]
        write(path, "Een nieuw begin.")
        feed.change([path])
        await told.until(lambda parts: parts["bladen"] != before and "Een nieuw begin." in told.text)
        (changed,) = [one[0] for one in told.parts["bladen"] if one not in before]
        assert feed.page(changed) is not None

    looking_on(klein, test)


@pytest.mark.parametrize("wrong", [RuntimeError("mis"), RecursionError()])
def test_a_fault_of_ours_is_told_and_gone_with_the_next_look(klein: Path, wrong: Exception) -> None:
    async def test(feed: Feed, session: Slipping, path: Path) -> None:
        told = Told(feed, with_pages=False)
        await told.until(lambda parts: "volgorde" in parts)
        session.wrong = wrong
        feed.change([path])
        await told.until(lambda parts: type(wrong).__name__ in parts["storing"])
        assert "De bouw loopt voor." in told.text
        session.wrong = None
        feed.change([path])
        await told.until(lambda parts: parts["storing"] == "")

    looking_on(klein, test)


def test_pages_that_cannot_be_laid_out_stay_as_they_were(klein: Path) -> None:
    async def test(feed: Feed, session: Slipping, path: Path) -> None:
        told = Told(feed, with_pages=True)
        await told.until(lambda parts: "bladen" in parts)
        before = told.parts["bladen"]
        session.wrong_pages = LayoutError("het past niet", "maak het korter")
        write(path, "Anders.")
        feed.change([path])
        await told.until(lambda parts: parts.get("storing-bladen") == "het past niet\nmaak het korter")
        assert told.parts["bladen"] == before
        assert "Anders." in told.text

    looking_on(klein, test)


def test_edits_that_come_while_it_looks_are_taken_together(klein: Path) -> None:
    async def test(feed: Feed, session: Slipping, path: Path) -> None:
        told = Told(feed, with_pages=False)
        await told.until(lambda parts: "volgorde" in parts)
        looks = session.looks
        session.may_go_on.clear()
        for number in range(50):
            write(path, f"Zin {number}.")
            feed.change([path])
            await asyncio.sleep(0)
        session.may_go_on.set()
        await told.until(lambda parts: any("Zin 49." in str(part) for part in parts.values()))
        assert session.looks - looks <= 2

    looking_on(klein, test)


def test_who_stops_looking_on_is_forgotten(klein: Path) -> None:
    async def test(feed: Feed, session: Slipping, path: Path) -> None:
        del session, path
        told = Told(feed, with_pages=False)
        await told.until(lambda parts: "volgorde" in parts)
        assert len(feed._ears) == 1
        await told.news.aclose()  # type: ignore[attr-defined]
        assert len(feed._ears) == 0

    looking_on(klein, test)


def test_it_is_told_while_it_is_busy_and_of_which_moment_the_paper_is(klein: Path) -> None:
    async def test(feed: Feed, session: Slipping, path: Path) -> None:
        told = Told(feed, with_pages=False)
        await told.until(lambda parts: parts["bezig"] is False and "volgorde" in parts)
        before = told.parts["van"]
        assert before > 0
        session.wrong = RuntimeError("mis")
        session.may_go_on.clear()
        feed.change([path])
        await told.until(lambda parts: parts["bezig"] is True)
        session.may_go_on.set()
        await told.until(lambda parts: parts["bezig"] is False)
        assert told.parts["van"] == before
        session.wrong = None
        feed.change([path])
        await told.until(lambda parts: parts["van"] > before)

    looking_on(klein, test)
