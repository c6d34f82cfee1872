"""The page is for everyone: with a keyboard, enlarged, in the dark; one finds one's way, and the file behind it."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from previewing import Previewed, edit

pytestmark = pytest.mark.browser

VIEWS = ("Bladzijden", "Tekst")


def show(page: Page, view: str, paper: str = "Bijlage") -> None:
    page.get_by_role("button", name=paper, exact=True).click()
    page.get_by_role("button", name=view, exact=True).click()
    ready = ".blok" if view == "Tekst" else ".blad[data-blad] .vlak"
    page.locator(ready).first.wait_for()
    expect(page.locator("#inhoud li").first).to_be_attached()


def complaints(page: Page) -> list[str]:
    """What axe finds, each with the element that it finds it of."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 320])
def test_axe_finds_nothing(page: Page, preview: Previewed, scheme: str, width: int) -> None:
    edit(preview.chapter("water"), "Het peil stijgt,", "Het peil stijgt (zie bijlage 3),")
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    for view in VIEWS:
        show(page, view)
        page.locator(".vlak, .blok").first.click()
        assert complaints(page) == []
    edit(preview.chapter(), "[@wonen]", "[@wonne]")
    page.locator("#paneel h2").wait_for()
    assert complaints(page) == []


@pytest.mark.parametrize("size", [(320, 640), (350, 225)])
@pytest.mark.parametrize("view", VIEWS)
def test_it_fits_a_narrow_window_and_one_enlarged_four_times(
    page: Page, view: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    show(page, view)
    page.get_by_role("button", name="Inhoud", exact=True).click()
    expect(page.locator("#inhoud a").first).to_be_visible()
    page.get_by_role("button", name="Inhoud", exact=True).click()
    page.get_by_role("button", name=re.compile("^Bevindingen")).click()
    expect(page.locator("#bevindingen h2")).to_be_in_viewport()
    expect(page.locator("#bevindingen")).to_be_focused()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("view", VIEWS)
def test_a_keyboard_reaches_every_block_and_tells_its_line(page: Page, view: str) -> None:
    show(page, view)
    blocks = page.locator(".vlak" if view == "Bladzijden" else ".blok")
    assert blocks.evaluate_all("all => all.filter(one => one.tabIndex === 0).length") == 1
    page.locator("[data-hier]").focus()
    seen = set()
    for _ in range(6):
        seen.add(focused(page).get_attribute("data-regel"))
        page.keyboard.press("ArrowDown")
    assert len(seen) > 2
    for _ in range(30):  # blocks of rapportage's own templates have no line to tell
        if (focused(page).get_attribute("data-bestand") or "").startswith("content/"):
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#plaats")).to_contain_text(f"regel {focused(page).get_attribute('data-regel')}")


def test_the_keyboard_skips_to_the_findings(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(focused(page)).to_have_text("Naar de bevindingen")
    page.keyboard.press("Enter")
    expect(page.locator("#bevindingen")).to_be_focused()


def test_in_a_narrow_window_each_fact_stands_below_its_name(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    show(page, "Tekst", "Raadsvoorstel")
    edges = [page.locator(f".metagegevens {one}").first.bounding_box() for one in ("dt", "dd")]
    assert edges[0]
    assert edges[1]
    assert edges[0]["x"] == edges[1]["x"]
    assert edges[0]["y"] < edges[1]["y"]


def test_a_narrow_window_begins_with_the_text_and_high_on_the_screen(page: Page) -> None:
    narrow = page.context.new_page()
    narrow.set_viewport_size({"width": 320, "height": 640})
    narrow.goto(page.url)
    narrow.locator("#tekst .blok").first.wait_for()
    expect(narrow.get_by_role("button", name="Tekst", exact=True)).to_have_attribute("aria-pressed", "true")
    assert narrow.locator("header").evaluate("one => one.getBoundingClientRect().height") < 190
    narrow.get_by_role("button", name="Bladzijden", exact=True).click()
    narrow.locator(".vlak").first.wait_for()
    narrow.reload()
    narrow.locator(".vlak").first.wait_for()


def focused(page: Page) -> Locator:
    return page.locator(":focus")


def test_all_that_can_be_pressed_is_reached_by_the_tab_key(page: Page) -> None:
    show(page, "Bladzijden")
    page.locator("h1").click()
    names = []
    for _ in range(14):
        page.keyboard.press("Tab")
        names.append(focused(page).evaluate("one => one.id || one.textContent.trim()"))
    assert [
        one for one in names if one in ("Raadsvoorstel", "Bijlage", "Bladzijden", "Tekst", "zoekwoord")
    ] == [
        "Raadsvoorstel",
        "Bijlage",
        "Bladzijden",
        "Tekst",
        "zoekwoord",
    ]


def watch_editor(page: Page) -> None:
    """Note where the editor would be opened, in place of doing so."""
    page.evaluate(
        "() => document.addEventListener('click', event => {"
        " const link = event.target.closest?.('a[href^=\"vscode:\"]');"
        " if (link) { event.preventDefault(); document.body.dataset.geopend = link.href } }, true)"
    )


@pytest.mark.parametrize("view", VIEWS)
def test_a_click_tells_file_and_line_and_with_ctrl_goes_there(
    page: Page, preview: Previewed, view: str
) -> None:
    show(page, view)
    watch_editor(page)
    block = page.locator("[data-bestand$='wonen.md'][data-regel='6']").first
    block.scroll_into_view_if_needed()
    block.click(position={"x": 5, "y": 5})
    expect(page.locator("#plaats")).to_have_text("content/2024-H1/bijlage/wonen.md, regel 6")
    assert page.locator("body").get_attribute("data-geopend") is None
    block.click(position={"x": 5, "y": 5}, modifiers=["Control"])
    file = (preview.workspace / "content/2024-H1/bijlage/wonen.md").as_posix()
    expect(page.locator("body")).to_have_attribute("data-geopend", f"vscode://file{file}:6")


def test_what_comes_with_rapportage_has_no_place_to_tell(page: Page) -> None:
    show(page, "Bladzijden")
    files = page.locator(".vlak").evaluate_all("all => all.map(one => one.dataset.bestand)")
    assert [one for one in files if not one.startswith("content/")] == []
    show(page, "Tekst")
    page.locator(".blok:not([data-bestand^='content/'])").first.click(position={"x": 5, "y": 5})
    expect(page.locator("#bron")).to_be_hidden()


def test_a_paper_of_one_text_has_its_words_counted_once(page: Page) -> None:
    show(page, "Tekst", "Raadsvoorstel")
    expect(page.locator("#woorden")).to_have_text(re.compile(r"^\d+ woorden$"))
    assert page.locator("#inhoud .aantal").count() == 0
    show(page, "Tekst", "Bijlage")
    expect(page.locator("#inhoud .aantal").first).to_be_attached()


def test_a_list_item_tells_its_own_line(page: Page) -> None:
    show(page, "Tekst", "Raadsvoorstel")
    page.get_by_text("sociale huur").click()
    lines = (page.locator("#plaats").text_content() or "").split("regel ")
    assert lines[0] == "content/2024-H1/raadsvoorstel.md, "
    assert lines[1] == "13"


def test_a_finding_leads_to_its_block_and_its_line(page: Page, preview: Previewed) -> None:
    show(page, "Tekst")
    edit(preview.chapter("wonen"), "Lees verder op", "Lees verder  op TODO")
    finding = page.locator("#lijst .bevinding", has_text="TODO").first
    finding.click()
    expect(page.locator("#plaats")).to_contain_text("content/2024-H1/bijlage/wonen.md, regel ")
    assert (page.locator("#lijst .plaats a").first.get_attribute("href") or "").startswith("vscode://file/")


@pytest.mark.parametrize(("view", "note"), [("Bladzijden", ".vlak.noot"), ("Tekst", ".noottekst")])
def test_a_note_tells_its_own_line(page: Page, view: str, note: str) -> None:
    show(page, view)
    page.locator(note).click(position={"x": 5, "y": 3})
    expect(page.locator("#plaats")).to_have_text("content/2024-H1/bijlage/wonen.md, regel 23")


@pytest.mark.parametrize("view", VIEWS)
def test_the_contents_lead_to_a_heading_and_tell_where_one_is(page: Page, view: str) -> None:
    show(page, view)
    link = page.locator("#inhoud a", has_text="Cijfers")
    link.click()
    expect(link).to_have_attribute("aria-current", "location")
    assert page.locator("#inhoud [aria-current]").count() == 1
    heading = page.locator("[data-bestand$='wonen.md'][data-regel='12']").first
    expect(heading).to_be_in_viewport()


def test_open_points_and_what_was_not_read_are_marked_beside_it_and_words_counted(
    page: Page, preview: Previewed
) -> None:
    edit(
        preview.chapter("water"),
        "Twee plaatjes naast elkaar:",
        "[open: hoe hoog stijgt het peil?]\n\nTwee plaatjes:",
    )
    show(page, "Tekst")
    expect(page.locator(".blok.open .merken")).to_contain_text("open punt")
    page.get_by_role("button", name="Bladzijden", exact=True).click()
    expect(page.locator(".vlak .merk.open")).to_have_text("open punt")
    expect(page.locator("#woorden")).to_contain_text(re.compile(r"\d+ woorden"))


def test_links_open_by_a_click_alone_and_know_nothing_of_this_page(page: Page) -> None:
    show(page, "Tekst")
    link = page.locator("#tekst a[href^='https:']").first
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert link.get_attribute("target") == "_blank"


def test_nothing_is_asked_of_another_computer(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for view in VIEWS:
        show(page, view)
    here = page.url
    assert asked
    assert [url for url in asked if not url.startswith(here)] == []
