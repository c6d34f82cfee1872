"""Measure whether the process of `preview` keeps its memory over a thousand edits; `make bench` runs it.

Somebody looks on at the text and somebody else at the pages, and now and then edits pause, so that the
pages of the PDF follow. Writes its row in `docs/snelheid.md`.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from previewing import previewed  # noqa: E402 - the path comes first

PERIODE = "2021-H2"
CHAPTER = f"content/{PERIODE}/bijlage/europa.md"
TIMES, WARM, PAUSE_AFTER = 1000, 60, 50


class LookingOn:
    """One that hears all news of the bijlage."""

    def __init__(self, port: int, cookie: str, view: str) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=600)
        asked = f"/nieuws?stuk=bijlage&beeld={view}"
        self.connection.request("GET", asked, headers={"Cookie": cookie, "Sec-Fetch-Site": "same-origin"})
        self.answer: HTTPResponse = self.connection.getresponse()
        self.parts: dict[str, Any] = {}

    def until(self, is_so: Callable[[dict[str, Any]], bool]) -> None:
        """Listen until it is so."""
        while not is_so(self.parts):
            line = self.answer.readline()
            assert line, "the news ended"
            if line.startswith(b"data: "):
                news = json.loads(line[6:])
                for name in news["weg"]:
                    self.parts.pop(name, None)
                self.parts |= news["delen"]


def cookie_of(address: str) -> tuple[int, str]:
    """The port of the preview, and by what it knows who opened its address."""
    port = int(re.split("[:/]", address)[4])
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", address.partition(str(port))[2])
    answer = connection.getresponse()
    cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
    connection.close()
    return port, cookie


def megabytes(process: int) -> float:
    """What a process holds of memory that is its own."""
    text = Path(f"/proc/{process}/status").read_text("utf-8")
    return int(text.split("RssAnon:")[1].split()[0]) / 1024


@contextmanager
def workspace() -> Iterator[Path]:
    """A copy of the content."""
    with TemporaryDirectory() as folder:
        copied = Path(folder) / "werkmap"
        shutil.copytree(ROOT / "content", copied / "content")
        yield copied


def grown(times: int) -> list[float]:
    """The megabytes of the process after WARM edits, and then at each tenth of so many."""
    found: list[float] = []
    with workspace() as root, previewed(root, PERIODE) as running:
        port, cookie = cookie_of(running.address)
        text, pages = LookingOn(port, cookie, "tekst"), LookingOn(port, cookie, "bladen")
        path = root / CHAPTER
        words = path.read_text("utf-8").rstrip("\n")
        for number in range(WARM + times + 1):
            if number >= WARM and (number - WARM) % (times // 10) == 0:
                found.append(megabytes(running.process.pid))
            path.write_text(f"{words}\n\nZin {number} is erbij gezet.\n", "utf-8")
            said = f"Zin {number} is erbij gezet."
            text.until(lambda parts, said=said: any(said in str(one) for one in parts.values()))  # type: ignore[misc]
            text.until(lambda parts: parts["bezig"] is False)
            pages.until(lambda parts, said=said: any(said in str(one) for one in parts.values()))  # type: ignore[misc]
            pages.until(lambda parts: parts["bezig"] is False)
            if number % PAUSE_AFTER == 0:
                pages.until(lambda parts: parts["opgemaakt"]["motor"] == "weasyprint")
    return found


HEAD = "| na zo veel wijzigingen | " + " | ".join("{}" for _ in range(11)) + " |\n|---|" + "---|" * 11 + "\n"


def write(found: list[float], times: int) -> None:
    """Put what was measured on the page about speed."""
    steps = [times * at // (len(found) - 1) for at in range(len(found))]
    head = HEAD.format(*(f"{one:,}".replace(",", ".") for one in steps))
    table = f"{head}| geheugen in MB | {' | '.join(f'{one:.0f}' for one in found)} |\n"
    page = ROOT / "docs" / "snelheid.md"
    text, count = re.subn(
        "(?s)(<!-- tabel: duizend wijzigingen -->\n).*?(<!-- einde -->)",
        lambda place: place[1] + table + place[2],
        page.read_text("utf-8"),
    )
    assert count == 1
    page.write_text(text, "utf-8")
    print(table)


if __name__ == "__main__":
    write(grown(TIMES), TIMES)
