"""What a save changed is marked for a moment, and found from elsewhere; the keyboard stays where it was."""

from __future__ import annotations

from functools import partial

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from previewing import Previewed, edit

pytestmark = pytest.mark.browser

VIEWS = ("Bladzijden", "Tekst")
WONEN = "content/2024-H1/bijlage/wonen.md"


def show(page: Page, view: str) -> None:
    page.get_by_role("button", name="Bijlage", exact=True).click()
    page.get_by_role("button", name=view, exact=True).click()
    page.locator(".blok >> nth=9" if view == "Tekst" else ".vlak >> nth=9").wait_for()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_the_changed_paragraph_alone_is_marked_and_only_for_a_moment(
    page: Page, preview: Previewed, view: str, motion: str
) -> None:
    page.emulate_media(reduced_motion="reduce" if motion == "reduce" else "no-preference")
    show(page, view)
    page.evaluate(
        "() => { window.gemerkt = []; document.addEventListener('animationend', event =>"
        " window.gemerkt.push(`${event.animationName} ${event.target.dataset.regel}`)) }"
    )
    edit(preview.chapter(), "De bouw loopt voor.", "De bouw loopt achter.")
    page.wait_for_function("() => window.gemerkt.length")
    name = "nieuw-stil" if motion == "reduce" else "nieuw"
    assert page.evaluate("() => window.gemerkt") == [f"{name} 4"]


@pytest.mark.parametrize("view", VIEWS)
def test_a_change_out_of_sight_is_gone_to_with_a_button_or_a_key(
    page: Page, preview: Previewed, view: str
) -> None:
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    show(page, view)
    way = page.get_by_role("button", name="Ga naar de wijziging")
    changed = page.locator(f"#papier [data-bestand='{WONEN}'][data-regel='14']").first
    for press, word in ((way.click, "voor"), (partial(page.keyboard.press, "F8"), "na")):
        page.evaluate("() => window.scrollTo(0, 0)")
        edit(preview.chapter("wonen"), "De rapportage is", f"Daar{word}. De rapportage is")
        expect(way).to_be_visible()
        expect(way).to_have_attribute("data-kant", "onder")
        assert Axe().run(page).response["violations"] == []
        press()
        expect(changed).to_be_in_viewport()
        expect(way).to_be_hidden()
        assert page.locator(":focus").get_attribute("data-regel") == "14"
    page.evaluate("() => window.scrollTo(0, 0)")
    edit(preview.chapter("wonen"), "De rapportage is", "Nog eens. De rapportage is")
    expect(way).to_be_visible()
    page.keyboard.press("Escape")
    expect(way).to_be_hidden()


@pytest.mark.parametrize("view", VIEWS)
def test_the_way_to_a_change_goes_when_one_scrolls_there_or_it_is_in_sight(
    page: Page, preview: Previewed, view: str
) -> None:
    show(page, view)
    way = page.get_by_role("button", name="Ga naar de wijziging")
    edit(preview.chapter("wonen"), "De rapportage is", "Kort. De rapportage is")
    expect(way).to_be_visible()
    changed = page.locator(f"#papier [data-bestand='{WONEN}'][data-regel='14']").first
    changed.evaluate("one => one.scrollIntoView()")
    expect(way).to_be_hidden()
    before = page.locator("html").get_attribute("data-gezien") or ""
    edit(preview.chapter("wonen"), "Kort. De rapportage is", "De rapportage is")
    expect(page.locator("html")).not_to_have_attribute("data-gezien", before)
    page.locator("#papier .nieuw").first.wait_for()
    expect(way).to_be_hidden()


def test_where_numbers_follow_a_change_one_goes_to_the_change_itself(page: Page, preview: Previewed) -> None:
    """A figure put in ahead of others numbers all that follow anew, and what refers to them."""
    show(page, "Tekst")
    page.locator("#tekst .blok").last.scroll_into_view_if_needed()
    edit(preview.chapter(), "De bouw loopt voor.", "De bouw loopt voor.\n\n[figuur: opgaven]\n\n")
    edit(preview.chapter("water"), "[figuur: opgaven]\n\n", "")
    page.keyboard.press("F8")
    way = page.get_by_role("button", name="Ga naar de wijziging")
    expect(way).to_be_visible()
    page.keyboard.press("F8")
    expect(page.locator("#tekst figure.nieuw, #tekst .blok.nieuw:has(figure)").first).to_be_in_viewport()


@pytest.mark.parametrize("view", VIEWS)
def test_the_keyboard_stays_on_a_paragraph_while_lines_come_above_it(
    page: Page, preview: Previewed, view: str
) -> None:
    show(page, view)
    block = page.locator("#papier [data-bestand$='wonen.md'][data-regel='6']").first
    block.focus()
    edit(preview.chapter("wonen"), "De Nationale", "Een alinea erbij.\n\nDe Nationale")
    expect(page.locator("#papier [data-bestand$='wonen.md'][data-regel='8']").first).to_be_focused()


@pytest.mark.parametrize(
    ("held", "after"),
    [
        ("#lijst .bevinding", "#lijst .bevinding"),
        ("#lijst summary", "#lijst summary"),
        ("#stukken [aria-pressed=true]", "#stukken [aria-pressed=true]"),
        ("#naar-editor", "#naar-editor"),
        ("#inhoud a >> nth=2", "#inhoud a >> nth=2"),
    ],
)
def test_the_keyboard_stays_where_it_is_when_a_save_brings_a_mistake(
    page: Page, preview: Previewed, held: str, after: str
) -> None:
    show(page, "Tekst")
    edit(preview.chapter("wonen"), "Lees verder op", "Lees verder op TODO")
    page.locator("#lijst .bevinding", has_text="TODO").first.wait_for()
    page.locator("#tekst .blok[data-regel='6']").first.click(position={"x": 5, "y": 5})
    page.locator(held).first.focus()
    edit(preview.chapter(), "[@wonen]", "[@wonne]")
    expect(page.locator("#paneel")).to_contain_text("wonne")
    expect(page.locator(after).first).to_be_focused()


def test_the_keyboard_goes_to_the_findings_when_its_own_is_mended_and_the_last(
    page: Page, preview: Previewed
) -> None:
    show(page, "Tekst")
    edit(preview.chapter(), "[@wonen]", "[@wonne]")
    page.locator("#lijst .fout .bevinding").focus()
    edit(preview.chapter(), "[@wonne]", "[@wonen]")
    expect(page.locator("#paneel")).to_be_hidden()
    assert page.locator(":focus").evaluate("one => one.closest('#bevindingen') !== null")
