"""What the page shows never passes for the paper: it cannot be printed, and tells where it is not of now."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from playwright.sync_api import Page, expect
from previewing import Previewed, edit

from rapportage.workspace import package_templates

pytestmark = pytest.mark.browser


def bijlage(page: Page) -> None:
    page.get_by_role("button", name="Bijlage", exact=True).click()
    page.locator(".blad >> nth=4").wait_for()


def test_printed_it_says_what_it_is_and_nothing_of_the_paper(page: Page) -> None:
    bijlage(page)
    with pypdfium2.PdfDocument(page.pdf()) as printed:
        (words,) = [one.get_textpage().get_text_range() for one in printed]
    said = "Dit is een voorvertoning en geen stuk. Bouw het stuk met: rapportage build 2024-H1"
    assert "".join(words.split()) == said.replace(" ", "")


def test_a_page_out_of_view_does_not_keep_the_picture_of_before(page: Page, preview: Previewed) -> None:
    bijlage(page)
    title = page.locator(".blad[data-blad]").first
    title.wait_for()
    element = title.element_handle()
    page.locator(".blad").last.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    edit(preview.workspace / "content/2024-H1/rapportage.yaml", "status: vastgesteld", "status: concept")
    page.wait_for_function("blad => !blad.dataset.blad && !blad.querySelector('img').src", arg=element)


def test_it_is_told_that_an_own_style_does_not_hold_here(page: Page, preview: Previewed) -> None:
    told = page.locator("#opmaak")
    expect(told).to_contain_text("Snel opgemaakt.")
    own = preview.workspace / "templates" / "document.css"
    own.parent.mkdir(exist_ok=True)
    text = (package_templates() / "document.css").read_text("utf-8")
    own.write_text(text + "\np { color: #333 }\n", "utf-8")
    expect(told).to_contain_text("Uw eigen templates/document.css geldt hier niet: de PDF ziet er anders uit")
    own.unlink()
    expect(told).to_contain_text("Snel opgemaakt.")


@pytest.mark.parametrize("view", ["Bladzijden", "Tekst"])
def test_with_a_mistake_it_tells_of_which_moment_the_paper_is(
    page: Page, preview: Previewed, view: str
) -> None:
    bijlage(page)
    page.get_by_role("button", name=view, exact=True).click()
    standing = page.locator("#stand")
    expect(standing).to_have_text(re.compile(r"^Bijgewerkt om \d\d:\d\d:\d\d$"))
    time = (standing.text_content() or "").split()[-1]
    page.wait_for_timeout(1100)
    edit(preview.chapter(), "[@wonen]", "[@wonne]")
    expect(standing).to_have_text(f"Niet bijgewerkt: fout. U ziet het stuk van {time}")
    page.get_by_role("button", name="Raadsvoorstel", exact=True).click()
    expect(standing).to_have_text(f"Niet bijgewerkt: fout. U ziet het stuk van {time}")
    edit(preview.chapter(), "[@wonne]", "[@wonen]")
    expect(standing).to_have_text(re.compile("^Bijgewerkt om "))
    assert (standing.text_content() or "").split()[-1] != time
    time = standing.text_content() or ""
    page.wait_for_timeout(1100)
    page.get_by_role("button", name="Bijlage", exact=True).click()
    expect(page.locator("#stukken [aria-pressed=true]")).to_have_text("Bijlage")
    expect(standing).to_have_text(time)
