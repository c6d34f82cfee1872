"""What one reads stays where one reads it: in the other view, in a window of another width, and after an edit."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect
from previewing import Previewed, edit, settled

pytestmark = pytest.mark.browser

VIEWS = ("Bladzijden", "Tekst")
_TOP = """() => {
  const header = document.querySelector("header");
  const stuck = getComputedStyle(header).position === "sticky";
  const edge = stuck ? header.getBoundingClientRect().bottom : 0;
  for (const one of document.querySelectorAll(".vlak, .blok")) {
    const { top, bottom } = one.getBoundingClientRect();
    if (bottom > edge + 8 && one.dataset.bestand.startsWith("content/")) {
      return [one.dataset.bestand.split("/").pop(), Number(one.dataset.regel), top];
    }
  }
}"""


def show(page: Page, view: str, paper: str = "Bijlage") -> None:
    page.get_by_role("button", name=paper, exact=True).click()
    page.get_by_role("button", name=view, exact=True).click()
    page.locator(".blok >> nth=9" if view == "Tekst" else ".vlak >> nth=9").wait_for()
    page.evaluate("() => document.fonts.ready")
    if view == "Bladzijden":
        settled(page)


def scroll_to(page: Page, file: str, line: int) -> None:
    """Bring the paragraph of this line half above the upper edge."""
    page.locator(f"#papier [data-bestand$='{file}'][data-regel='{line}']").first.evaluate(
        "one => { const room = one.getBoundingClientRect();"
        " const edge = document.querySelector('header').getBoundingClientRect().bottom;"
        " window.scrollBy(0, room.top + room.height / 2 - edge) }"
    )
    page.wait_for_timeout(100)


def top(page: Page) -> list[Any]:
    """The file and the line of the paragraph at the upper edge, and how far down the window it begins."""
    page.wait_for_timeout(300)
    found: list[Any] = page.evaluate(_TOP)
    return found


OTHER = {"Bladzijden": "Tekst", "Tekst": "Bladzijden"}
PARAGRAPH = ("wonen.md", 6)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(("file", "line"), [PARAGRAPH, ("wonen.md", 14), ("kern.md", 4)])
def test_the_other_view_and_back_again_show_the_same_paragraph(
    page: Page, view: str, file: str, line: int
) -> None:
    show(page, view)
    scroll_to(page, file, line)
    before = top(page)
    show(page, OTHER[view])
    assert top(page)[:2] == before[:2]
    show(page, view)
    assert top(page) == pytest.approx(before, abs=1.5)


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_that_is_loaded_anew_shows_the_same_paragraph(page: Page, view: str) -> None:
    show(page, view)
    scroll_to(page, *PARAGRAPH)
    before = top(page)
    page.reload()
    page.locator(".blok >> nth=9" if view == "Tekst" else ".vlak >> nth=9").wait_for()
    expect(page.get_by_role("button", name=view, exact=True)).to_have_attribute("aria-pressed", "true")
    if view == "Bladzijden":
        settled(page)
    assert top(page) == pytest.approx(before, abs=1.5)


@pytest.mark.parametrize("view", VIEWS)
def test_a_window_of_another_width_shows_the_same_paragraph(page: Page, view: str) -> None:
    show(page, view)
    scroll_to(page, *PARAGRAPH)
    before = top(page)
    for width in (1100, 700, 350, 1000):
        page.set_viewport_size({"width": width, "height": 900})
        assert top(page)[:2] == before[:2]
    page.set_viewport_size({"width": 1400, "height": 900})
    assert top(page) == pytest.approx(before, abs=1.5)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("Meer staat in", "Een zin erbij, en nog een. " * 12 + "Meer staat in", 0),
        ("De bouw loopt voor.", "Een alinea erbij.\n\nEn nog een.\n\nDe bouw loopt voor.", 4),
    ],
    ids=["a sentence", "a paragraph"],
)
def test_an_edit_above_it_leaves_a_paragraph_where_it_is(
    page: Page, preview: Previewed, view: str, old: str, new: str, lines: int
) -> None:
    show(page, view)
    scroll_to(page, *(("kern.md", 4) if lines else PARAGRAPH))
    file, line, height = top(page)
    before = page.locator("html").get_attribute("data-gezien") or ""
    edit(preview.chapter(), old, new)
    expect(page.locator("html")).not_to_have_attribute("data-gezien", before)
    expect(page.locator("#stand")).to_contain_text("Bijgewerkt om")
    if lines:
        page.locator(f"[data-bestand$='{file}'][data-regel='{line + lines}']").first.wait_for()
    if view == "Bladzijden":
        settled(page)
    assert top(page) == pytest.approx([file, line + lines, height], abs=1.5)


def test_each_paper_keeps_its_own_place(page: Page) -> None:
    show(page, "Tekst")
    scroll_to(page, *PARAGRAPH)
    before = top(page)
    show(page, "Tekst", "Raadsvoorstel")
    assert page.evaluate("() => window.scrollY") == 0
    show(page, "Tekst")
    assert top(page) == pytest.approx(before, abs=1.5)


def test_the_tab_key_in_the_bar_moves_nothing(page: Page) -> None:
    show(page, "Tekst")
    scroll_to(page, *PARAGRAPH)
    before = top(page)
    page.locator("#zoekwoord").focus()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(":focus")).to_have_text("Tekst")
    assert top(page) == before
