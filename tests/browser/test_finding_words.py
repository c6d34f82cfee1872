"""Search leads to the words themselves: to the page that they are on, and to the part of a block."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect
from previewing import Previewed, edit
from where import TEMPLATES

from rapportage.periode import parse_periode
from rapportage.preview.session import Session
from rapportage.workspace import Workspace
from rapportage.writers.typst.layout import lay_out

pytestmark = pytest.mark.browser

VIEWS = ("Bladzijden", "Tekst")
SENTENCES = [
    f"Zin woord{number:02d} gaat over wat {'lang en breed ' * (number % 4)}is besproken."
    for number in range(100)
]


def show(page: Page, view: str) -> None:
    page.get_by_role("button", name="Bijlage", exact=True).click()
    page.get_by_role("button", name=view, exact=True).click()
    page.locator(".blok >> nth=9" if view == "Tekst" else ".vlak >> nth=9").wait_for()


def find(page: Page, words: str) -> None:
    page.evaluate("() => document.querySelectorAll('.nieuw').forEach(one => one.classList.remove('nieuw'))")
    page.get_by_role("searchbox", name="Zoek").fill(words)


def pages_of(workspace: Path) -> list[str]:
    """What the pages of the bijlage say, laid out as they are shown."""
    seen = Session(Workspace(workspace), parse_periode("2024-H1")).look()
    assert seen.style
    made = lay_out(seen.papers["bijlage"], seen.style, (TEMPLATES / "document.typ").read_text("utf-8"))
    with pypdfium2.PdfDocument(made.pdf) as printed:
        return [re.sub(r"\s", "", one.get_textpage().get_text_range()) for one in printed]


def test_the_page_is_marked_that_the_words_are_on_of_a_paragraph_over_more(
    page: Page, preview: Previewed
) -> None:
    organisation = preview.workspace / "content/organisatie.yaml"
    organisation.write_text(
        f"opmaak: typst\n{organisation.read_text('utf-8')}", "utf-8"
    )  # no other pages follow
    edit(preview.chapter(), "Meer staat in", f"{' '.join(SENTENCES)} Meer staat in")
    show(page, "Bladzijden")
    expect(page.locator("#opmaak")).to_be_hidden()
    page.locator(".vlak[data-regel='4'][data-bestand$='kern.md'] >> nth=1").wait_for()
    printed = pages_of(preview.workspace)
    alone = 0
    for number in range(0, 100, 3):
        find(page, f"woord{number:02d}")
        marked = page.locator(".vlak.nieuw")
        expect(marked.first).to_be_in_viewport()
        pages = marked.evaluate_all(
            "all => all.map(one => [...document.querySelectorAll('.blad')].indexOf(one.closest('.blad')))"
        )
        assert [at for at in pages if f"woord{number:02d}" in printed[at]], number
        alone += len(pages) == 1
    assert alone > 25


@pytest.mark.parametrize("view", VIEWS)
def test_the_item_of_a_list_is_marked_that_the_words_are_in(page: Page, view: str) -> None:
    show(page, view)
    find(page, "in het zuiden")
    expect(page.locator(".nieuw")).to_have_count(1)
    line = ".nieuw[data-bron$='water.md:14']" if view == "Tekst" else ".nieuw[data-regel='14']"
    expect(page.locator(line)).to_be_in_viewport()


def test_words_far_down_in_a_table_come_into_view(page: Page, preview: Previewed) -> None:
    rows = "\n".join(f"| rij {number:03d} | {number} |" for number in range(120))
    edit(
        preview.chapter(),
        "De bouw loopt voor.",
        f"De bouw loopt voor.\n\n| Wat | Aantal |\n|---|---|\n{rows}\n\n",
    )
    show(page, "Tekst")
    for number in (5, 117):
        find(page, f"rij {number:03d}")
        expect(page.locator("#tekst td, #tekst th").filter(has_text=f"rij {number:03d}")).to_be_in_viewport()


@pytest.mark.parametrize("view", VIEWS)
def test_search_goes_from_place_to_place(page: Page, view: str) -> None:
    show(page, view)
    page.get_by_role("searchbox", name="Zoek").fill("peil")
    expect(page.locator("#gevonden")).to_have_text(re.compile(r"^1 van [2-9]"))
    expect(page.locator(".nieuw").first).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#gevonden")).to_have_text(re.compile("^2 van"))
    page.get_by_role("searchbox", name="Zoek").fill("dit staat er niet")
    expect(page.locator("#gevonden")).to_have_text("Niet gevonden; woorden in figuren tellen niet mee")


def test_in_a_narrow_window_the_field_stays_while_one_goes_from_place_to_place(page: Page) -> None:
    page.set_viewport_size({"width": 350, "height": 700})
    show(page, "Tekst")
    field = page.get_by_role("searchbox", name="Zoek")
    field.fill("grenzen")
    expect(page.locator("#gevonden")).to_have_text("1 van 2")
    assert page.evaluate("() => window.scrollY") > 700
    expect(field).to_be_in_viewport()
    expect(page.locator(".nieuw").first).to_be_in_viewport()
