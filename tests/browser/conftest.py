"""A browser for all tests of a file, and for each of them a workspace of its own, seen in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from previewing import MILLISECONDS, Previewed, launched, previewed


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser
        browser.close()


@pytest.fixture
def preview(klein: Path) -> Iterator[Previewed]:
    with previewed(klein) as running:
        yield running


@pytest.fixture
def page(browser: Browser, preview: Previewed) -> Iterator[Page]:
    """The page, opened; whatever the browser complains of fails the test."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="nl-NL")
    context.set_default_timeout(MILLISECONDS)
    page = context.new_page()
    complaints: list[str] = []

    def heard(said: ConsoleMessage) -> None:
        ended = (
            preview.process.poll() is not None
        )  # by a test: that it is asked again then is as it should be
        if said.type in ("error", "warning") and not ended:
            complaints.append(said.text)

    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", heard)
    page.goto(preview.address)
    page.locator(".blad[data-blad]").first.wait_for()
    yield page
    context.close()
    assert complaints == []
