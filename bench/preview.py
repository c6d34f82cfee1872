"""Measure how soon a saved edit is on the page of `preview`, in headless Chromium; `make bench` runs it.

The time is from before the file is written to the first frame after the browser has the change: in the text,
and in the picture of the page. Each edit is another word in a chapter of the real report. Writes its
table in `docs/snelheid.md`.
"""

from __future__ import annotations

import re
import shutil
import statistics
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from previewing import CHROMIUM, launched, previewed  # noqa: E402 - the path comes first

PERIODE = "2021-H2"
CHAPTER = f"content/{PERIODE}/bijlage/europa.md"
TIMES, WARM = 20, 3
PAUSE = 1000
"""So many milliseconds between two edits: what follows from one is done, and its pictures are there."""
_WATCH = """() => {
  window.gezien = 0;
  const now = () => performance.timeOrigin + performance.now();
  const note = () => requestAnimationFrame(() => { window.gezien ||= now() });
  new MutationObserver((all) => {
    const isWanted = (one) => one.type === "attributes" || one.target.id === "tekst";
    if (all.some(isWanted)) note();
  }).observe(document.getElementById("papier"), {
    subtree: true, childList: true, attributes: true, attributeFilter: ["data-blad"],
  });
}"""


@contextmanager
def looking_on(workspace: Path, view: str) -> Iterator[Page]:
    """The bijlage of the period in one of both views, at the chapter that is edited."""
    with previewed(workspace, PERIODE) as running, sync_playwright() as playwright:
        browser = launched(playwright)
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.goto(running.address)
        page.get_by_role("button", name="Bijlage", exact=True).click()
        page.get_by_role("button", name=view, exact=True).click()
        page.locator(".blad[data-blad]" if view == "Bladzijden" else ".blok >> nth=20").first.wait_for()
        page.locator("#inhoud a", has_text=re.compile("Europa")).first.click()
        page.wait_for_timeout(1500)
        page.evaluate(_WATCH)
        yield page
        browser.close()


def measured(workspace: Path, view: str) -> list[float]:
    """The milliseconds that each of twenty edits took."""
    found: list[float] = []
    path = workspace / CHAPTER
    text = path.read_text("utf-8")
    sentence = re.search(r"^[A-Z][^\n]{40,}$", text[text.index("---", 4) + 4 :], re.M)
    assert sentence
    with looking_on(workspace, view) as page:
        for number in range(WARM + TIMES):
            words = f"{sentence[0]} Nu z{'o' * (1 + number % 20)}."
            page.evaluate("() => { window.gezien = 0 }")
            began = time.time() * 1000
            path.write_text(text.replace(sentence[0], words, 1), "utf-8")
            while not (seen := page.evaluate("() => window.gezien")):
                page.wait_for_timeout(20)
            if number >= WARM:
                found.append(seen - began)
            page.wait_for_timeout(PAUSE)
    path.write_text(text, "utf-8")
    return found


def edit_to_page() -> dict[str, list[float]]:
    """What the edits took in each view, in a copy of the content; nothing where there is no Chromium."""
    if not CHROMIUM:
        return {}
    with TemporaryDirectory() as folder:
        workspace = Path(folder) / "werkmap"
        shutil.copytree(ROOT / "content", workspace / "content")
        return {view: measured(workspace, view) for view in ("Tekst", "Bladzijden")}


HEAD = "| wat | mediaan | kortste | langste | doel |\n|---|---|---|---|---|\n"
TITLES = {"Tekst": "de alinea, bij Tekst", "Bladzijden": "de bladzijde, bij Bladzijden"}
GOAL = 150


def write(measured: Mapping[str, Sequence[float]]) -> None:
    """Put what was measured on the page about speed."""
    rows = (
        f"| {TITLES[view]} | {statistics.median(found):.0f} ms | {min(found):.0f} ms | {max(found):.0f} ms "
        f"| {GOAL} ms |\n"
        for view, found in measured.items()
    )
    table = HEAD + "".join(rows)
    page = ROOT / "docs" / "snelheid.md"
    text, count = re.subn(
        "(?s)(<!-- tabel: in de browser -->\n).*?(<!-- einde -->)",
        lambda found: found[1] + table + found[2],
        page.read_text("utf-8"),
    )
    assert count == 1
    page.write_text(text, "utf-8")
    print(table)


if __name__ == "__main__":
    if measured_now := edit_to_page():
        write(measured_now)
    else:
        print("chromium is not installed: what it shows was not measured", file=sys.stderr)
