"""What was found is told where it is, leads there, and goes when it is mended."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from previewing import Previewed, edit

pytestmark = pytest.mark.browser


def bijlage(page: Page, view: str = "Tekst") -> None:
    page.get_by_role("button", name="Bijlage", exact=True).click()
    page.get_by_role("button", name=view, exact=True).click()
    page.locator(".blok >> nth=9" if view == "Tekst" else ".blad >> nth=4").wait_for()


def test_the_panel_is_one_line_where_the_findings_are_seen_and_the_title_counts_them(
    page: Page, preview: Previewed
) -> None:
    bijlage(page)
    expect(page).to_have_title("Bijlage 2024-H1 – voorvertoning")
    edit(preview.chapter(), "[@wonen]", "[@wonne]")
    panel = page.locator("#paneel")
    expect(panel).to_contain_text("Er is een fout")
    expect(page).to_have_title("(1 fout) Bijlage 2024-H1 – voorvertoning")
    assert panel.evaluate("one => one.getBoundingClientRect().height") < 70
    page.locator("#inhoud a", has_text="Cijfers").click()
    heading = page.locator("[data-bestand$='wonen.md'][data-regel='12']").first
    below = panel.evaluate("one => one.getBoundingClientRect().bottom")
    assert heading.evaluate("one => one.getBoundingClientRect().top") >= below - 1
    edit(preview.chapter(), "[@wonne]", "[@wonen]")
    expect(page).to_have_title("Bijlage 2024-H1 – voorvertoning")


def test_a_finding_of_another_paper_leads_there_and_its_bar_goes_when_it_is_mended(
    page: Page, preview: Previewed
) -> None:
    edit(preview.chapter("wonen"), "Lees verder op", "Lees verder op TODO")
    page.locator("#lijst .bevinding", has_text="TODO").first.click()
    expect(page.locator("#stukken [aria-pressed=true]")).to_have_text("Bijlage")
    expect(page.locator(".vlak.nieuw[data-bestand$='wonen.md']").first).to_be_in_viewport()
    expect(page.locator("#bron")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#bron")).to_be_hidden()
    page.locator("#lijst .bevinding", has_text="TODO").first.click()
    expect(page.locator("#bron")).to_be_visible()
    edit(preview.chapter("wonen"), "Lees verder op TODO", "Lees verder op")
    expect(page.locator("#bron")).to_be_hidden()


@pytest.mark.parametrize("view", ["Bladzijden", "Tekst"])
def test_each_entry_of_the_contents_is_the_one_that_is_marked_when_one_goes_there(
    page: Page, view: str
) -> None:
    bijlage(page, view)
    links = page.locator("#inhoud a")
    for link in links.all():
        link.click()
        page.wait_for_timeout(350)
        page.evaluate("() => document.dispatchEvent(new Event('scroll'))")
        page.wait_for_timeout(50)
        expect(link).to_have_attribute("aria-current", "location")
