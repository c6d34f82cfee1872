"""What was carried over from an earlier period is marked beside its paragraph until it is read or written anew."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from previewing import Previewed, edit, previewed

pytestmark = pytest.mark.browser

VIEWS = ("Bladzijden", "Tekst")
PARAGRAPH = "[data-bestand$='2024-H2/bijlage/wonen.md'][data-regel='6']"
ANOTHER = "[data-bestand$='2024-H2/bijlage/kern.md'][data-regel='4']"
WORD = "nog niet nagelezen"


@pytest.fixture
def preview(klein: Path) -> Iterator[Previewed]:
    """A second half-year that was copied from the first, with other dates."""
    folder = shutil.copytree(klein / "content/2024-H1", klein / "content/2024-H2")
    for old, new in (
        ("2024-07-02", "2025-01-07"),
        ("2024-07-09", "2025-01-14"),
        ("2024-09-16", "2025-02-10"),
        ("status: vastgesteld", "status: concept"),
    ):
        edit(folder / "rapportage.yaml", old, new)
    with previewed(klein, "2024-H2") as running:
        yield running


def show(page: Page, view: str) -> None:
    page.get_by_role("button", name="Bijlage", exact=True).click()
    page.get_by_role("button", name=view, exact=True).click()
    page.locator(".blok >> nth=9" if view == "Tekst" else ".vlak >> nth=9").wait_for()


def mark(page: Page, view: str, place: str) -> Locator:
    kind = ".vlak" if view == "Bladzijden" else ".blok"
    return page.locator(f"{kind}{place} .ongelezen")


@pytest.mark.parametrize("view", VIEWS)
def test_a_carried_paragraph_is_marked_once_and_told_to_who_hears_the_page(page: Page, view: str) -> None:
    show(page, view)
    expect(mark(page, view, PARAGRAPH)).to_have_text(WORD)
    expect(mark(page, view, ANOTHER)).to_have_text(WORD)
    if view == "Bladzijden":
        expect(page.locator(f".vlak{PARAGRAPH}")).to_have_accessible_name(re.compile(f"{WORD}$"))
    assert Axe().run(page).response["violations"] == []


@pytest.mark.parametrize("view", VIEWS)
def test_the_mark_goes_when_the_paragraph_is_written_anew_and_stays_with_the_others(
    page: Page, preview: Previewed, view: str
) -> None:
    show(page, view)
    expect(mark(page, view, PARAGRAPH)).to_have_count(1)
    path = preview.workspace / "content/2024-H2/bijlage/wonen.md"
    edit(
        path,
        "vraagt om *snelheid* en **zorg**",
        "vroeg dit halfjaar om overleg met alle gemeenten in de regio",
    )
    edit(path, "Lees verder op", "Nieuw is wat er staat op")
    expect(mark(page, view, PARAGRAPH)).to_have_count(0)
    expect(mark(page, view, ANOTHER)).to_have_count(1)


@pytest.mark.parametrize("view", VIEWS)
def test_the_marks_of_a_file_go_when_it_says_that_it_was_read(
    page: Page, preview: Previewed, view: str
) -> None:
    show(page, view)
    expect(mark(page, view, PARAGRAPH)).to_have_count(1)
    path = preview.workspace / "content/2024-H2/bijlage/wonen.md"
    edit(path, "titel: Wonen\n", "titel: Wonen\nnagezien: 2025-01-06\n")
    expect(page.locator("[data-bestand$='2024-H2/bijlage/wonen.md'] .ongelezen")).to_have_count(0)
    expect(mark(page, view, ANOTHER)).to_have_count(1)


def test_the_finding_leads_to_the_first_paragraph_that_was_not_read(page: Page) -> None:
    show(page, "Tekst")
    group = page.locator("details[data-groep='Nog niet nagelezen']")
    group.locator("summary").click()
    group.locator("li").filter(has_text="wonen.md").locator(".bevinding").click()
    expect(page.locator(f".blok{PARAGRAPH}")).to_be_in_viewport()
    expect(page.locator("#plaats")).to_contain_text("wonen.md, regel 6")
