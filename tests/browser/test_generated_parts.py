"""What a paper says of several files together is gone to, found and told like all else, each with its own line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from previewing import Previewed, edit, previewed

pytestmark = pytest.mark.browser

VIEWS = ("Bladzijden", "Tekst")
STAND = "stand:\n  bereikt: Het peil daalde.\n  volgende-stap: een besluit over spuien.\n  wanneer: 2024-10\n"
STEPS = (
    "tijdlijn: true\nbegrippenlijst: true\nstappen:\n  - wat: De sluis wordt gekeurd.\n    wanneer: 2024-11\n"
)


@pytest.fixture
def preview(klein: Path) -> Iterator[Previewed]:
    """The small workspace with a page in front, a timeline and a list of terms."""
    report = klein / "content/2024-H1/rapportage.yaml"
    report.write_text(report.read_text("utf-8") + STEPS, "utf-8")
    edit(klein / "content/2024-H1/bijlage/water.md", "opgave: water\n", f"opgave: water\n{STAND}")
    edit(
        klein / "content/2024-H1/rapportage.yaml",
        "raadsvergadering: 2024-09-16",
        "raadsvergadering: 2024-09-14",
    )
    with previewed(klein) as running:
        yield running


def show(page: Page, view: str, paper: str = "Bijlage") -> None:
    page.get_by_role("button", name=paper, exact=True).click()
    page.get_by_role("button", name=view, exact=True).click()
    page.locator(".blok >> nth=9" if view == "Tekst" else ".vlak >> nth=9").wait_for()


def line_of(path: Path, words: str) -> int:
    return next(at for at, line in enumerate(path.read_text("utf-8").split("\n"), 1) if words in line)


@pytest.mark.parametrize("view", VIEWS)
def test_the_contents_lead_to_each_and_tell_that_one_is_there(page: Page, view: str) -> None:
    show(page, view)
    at = []
    for title in ("In één oogopslag", "Tijdlijn", "Begrippen en afkortingen"):
        link = page.locator("#inhoud a", has_text=title)
        link.click()
        expect(link).to_have_attribute("aria-current", "location")
        at.append(page.evaluate("() => window.scrollY"))
        page.mouse.move(700, 500)
        page.mouse.wheel(0, 20)
        page.wait_for_timeout(200)
        expect(link).to_have_attribute("aria-current", "location")
    assert at == sorted(set(at))


@pytest.mark.parametrize("view", VIEWS)
def test_search_leads_to_each_place_that_was_typed_once_and_is_told_twice(page: Page, view: str) -> None:
    show(page, view)
    page.get_by_role("searchbox", name="Zoek").fill("spuien")
    expect(page.locator("#gevonden")).to_have_text("1 van 2")
    first = page.evaluate("() => window.scrollY")
    page.keyboard.press("Enter")
    expect(page.locator("#gevonden")).to_have_text("2 van 2")
    assert page.evaluate("() => window.scrollY") > first


@pytest.mark.parametrize("view", VIEWS)
def test_a_cell_tells_the_line_on_which_it_was_typed(page: Page, preview: Previewed, view: str) -> None:
    show(page, view)
    water, report = preview.chapter("water"), preview.workspace / "content/2024-H1/rapportage.yaml"
    typed = [
        (water, "water.md", "bereikt:"),
        (water, "water.md", "volgende-stap:"),
        (report, "rapportage.yaml", "- wat:"),
    ]
    for path, file, words in typed:
        line = line_of(path, words)
        if view == "Tekst":
            page.locator(f"#tekst [data-bron$='{file}:{line}']").first.click()
        else:
            page.locator(f".vlak[data-bestand$='{file}'][data-regel='{line}']").first.click()
        expect(page.locator("#plaats")).to_have_text(
            f"content/2024-H1/{path.relative_to(report.parent)}, regel {line}"
        )


def test_a_finding_leads_to_the_paper_that_shows_its_line(page: Page, preview: Previewed) -> None:
    show(page, "Bladzijden")
    page.locator("#lijst .bevinding", has_text="zaterdag").click()
    expect(page.locator("#stukken [aria-pressed=true]")).to_have_text("Raadsvoorstel")
    line = line_of(preview.workspace / "content/2024-H1/rapportage.yaml", "raadsvergadering")
    row = page.locator(f".vlak.nieuw[data-regel='{line}']")
    expect(row).to_be_in_viewport()
    assert row.evaluate("one => one.getBoundingClientRect().height") < 60


@pytest.mark.parametrize("view", VIEWS)
def test_what_lacks_in_front_is_told_there_in_full(page: Page, preview: Previewed, view: str) -> None:
    show(page, view)
    words = "in één oogopslag ontbreekt hoe Wonen ervoor staat"
    if view == "Tekst":
        expect(page.locator(".blok:has(table) .merken", has_text=words)).to_have_count(1)
        return
    line = line_of(preview.chapter("water"), "stand:")
    cell = page.locator(f".vlak[data-bestand$='water.md'][data-regel='{line}']")
    expect(cell.locator(".merk")).to_have_text("let op")
    assert words in (cell.get_attribute("aria-label") or "")
    cell.click()
    expect(page.locator("#gemeld")).to_contain_text(words)


@pytest.mark.parametrize("view", VIEWS)
def test_an_edit_leaves_one_in_the_timeline_that_one_reads(page: Page, preview: Previewed, view: str) -> None:
    show(page, view)
    page.locator("#inhoud a", has_text="Tijdlijn").click()
    page.mouse.move(700, 500)
    page.mouse.wheel(0, 60)
    page.wait_for_timeout(300)
    heading = (
        page.locator("h1", has_text="Tijdlijn")
        if view == "Tekst"
        else page.locator(".vlak[aria-label^='Tijdlijn']")
    )
    before = heading.evaluate("one => one.getBoundingClientRect().top")
    seen = page.locator("html").get_attribute("data-gezien")
    edit(preview.chapter("water"), "Het peil daalde.", "Het peil daalde weer.")
    expect(page.locator("html")).not_to_have_attribute("data-gezien", seen or "")
    page.wait_for_timeout(1500)
    assert heading.evaluate("one => one.getBoundingClientRect().top") == pytest.approx(before, abs=3)
