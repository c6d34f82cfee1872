"""A saved edit is on the page, a mistake too, and nothing else of the page moves."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from previewing import Previewed, edit

pytestmark = pytest.mark.browser


def bijlage(page: Page, view: str = "Tekst") -> None:
    page.get_by_role("button", name="Bijlage", exact=True).click()
    page.get_by_role("button", name=view, exact=True).click()
    page.locator(".blok" if view == "Tekst" else ".blad >> nth=4").first.wait_for()


def test_the_pages_of_the_first_paper_are_shown_and_its_text(page: Page) -> None:
    expect(page.locator("#stukken [aria-pressed=true]")).to_have_text("Raadsvoorstel")
    assert page.locator(".blad img").first.evaluate("img => img.naturalWidth") > 400
    page.get_by_role("button", name="Tekst", exact=True).click()
    expect(page.locator("#tekst")).to_contain_text("De regio bouwde")
    expect(page.locator("#bladen")).to_be_hidden()


def test_a_saved_edit_is_in_the_text(page: Page, preview: Previewed) -> None:
    bijlage(page)
    edit(preview.chapter(), "De bouw loopt voor.", "De bouw loopt ver voor op het plan.")
    expect(page.locator("#tekst")).to_contain_text("loopt ver voor op het plan")


def test_a_saved_edit_changes_its_page_and_no_other_picture_is_fetched(
    page: Page, preview: Previewed
) -> None:
    bijlage(page, "Bladzijden")
    number = int(
        page.get_by_role("button", name=re.compile("De bouw loopt voor")).first.evaluate(
            "area => [...document.querySelectorAll('.blad')].indexOf(area.closest('.blad'))"
        )
    )
    page.locator(".blad").nth(number).scroll_into_view_if_needed()
    sheet = page.locator(".blad").nth(number)
    expect(sheet).to_have_attribute("data-blad", re.compile("."))
    before = sheet.get_attribute("data-blad") or ""
    known = page.locator(".blad").evaluate_all("all => all.map(one => one.dataset.blad)")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    edit(preview.chapter(), "De bouw loopt voor.", "De bouw loopt achter.")
    expect(sheet).not_to_have_attribute("data-blad", before)
    assert sheet.get_attribute("data-blad") in [url.split("/")[-1] for url in asked]
    assert not {url.split("/")[-1] for url in asked} & set(known)


def test_a_mistake_is_told_while_the_last_good_page_stays_and_goes_when_mended(
    page: Page, preview: Previewed
) -> None:
    bijlage(page)
    edit(preview.chapter(), "[@wonen]", "[@wonne]")
    panel = page.locator("#paneel")
    expect(panel).to_contain_text("wonne")
    expect(panel).to_contain_text("Het stuk staat er nog zoals het daarvoor was.")
    expect(page.locator("#tekst")).to_contain_text("De bouw loopt voor.")
    expect(page.locator("#bevindingen")).to_contain_text("Fouten (1)")
    edit(preview.chapter(), "[@wonne]", "[@wonen]")
    expect(panel).to_be_hidden()
    expect(page.locator("#stand")).to_contain_text(re.compile("^Bijgewerkt om"))


def test_ten_edits_in_a_second_end_with_the_last_one_shown(page: Page, preview: Previewed) -> None:
    bijlage(page)
    text = preview.chapter().read_text("utf-8")
    for number in range(1, 11):
        preview.chapter().write_text(text.replace("loopt voor", f"loopt {number} weken voor"), "utf-8")
        page.wait_for_timeout(60)
    expect(page.locator("#tekst")).to_contain_text("loopt 10 weken voor")
