"""In a narrow or low window what one needs while reading stays in sight, and hides nothing that one goes to."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from previewing import Previewed, edit

pytestmark = pytest.mark.browser

WINDOWS = [(420, 800), (320, 256)]


def show(page: Page, view: str, width: int, height: int) -> None:
    page.get_by_role("button", name="Bijlage", exact=True).click()
    page.get_by_role("button", name=view, exact=True).click()
    page.locator(".blok >> nth=9" if view == "Tekst" else ".vlak >> nth=9").wait_for()
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(300)


def bottom_of(bar: Locator) -> float:
    return float(bar.evaluate("one => one.getBoundingClientRect().bottom"))


@pytest.mark.parametrize(("width", "height"), WINDOWS)
def test_views_search_and_what_is_wrong_stay_in_sight_and_the_place_is_kept(
    page: Page, preview: Previewed, width: int, height: int
) -> None:
    show(page, "Bladzijden", width, height)
    page.locator(".vlak[aria-label*='Cijfers']").first.evaluate("one => one.scrollIntoView()")
    page.wait_for_timeout(300)
    edit(preview.chapter(), "[@wonen]", "[@wonne]")
    expect(page.locator("#stand")).to_contain_text("Niet bijgewerkt: fout")
    for one in (
        page.get_by_role("button", name="Tekst", exact=True),
        page.locator("#zoekwoord"),
        page.locator("#stand"),
    ):
        expect(one).to_be_in_viewport(ratio=1)
    assert bottom_of(page.locator("header")) < 0.45 * height
    page.get_by_role("button", name="Tekst", exact=True).click()
    expect(page.locator(".blok h4, .blok h5", has_text="Cijfers").first).to_be_in_viewport()


@pytest.mark.parametrize(("width", "height"), WINDOWS)
def test_the_bar_hides_nothing_that_the_keyboard_goes_to(page: Page, width: int, height: int) -> None:
    show(page, "Tekst", width, height)
    page.locator(".blok >> nth=30").focus()
    for key in ["ArrowDown"] * 3 + ["ArrowUp"] * 12:
        page.keyboard.press(key)
        held = page.locator(".blok:focus")
        assert held.evaluate("one => one.getBoundingClientRect().bottom") > bottom_of(page.locator("header"))
    page.locator("#zoekwoord").focus()
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
        expect(page.locator(":focus")).to_be_in_viewport(ratio=1)
