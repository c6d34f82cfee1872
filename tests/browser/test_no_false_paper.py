"""What the page shows never passes for the paper: it cannot be printed, and tells where it is not of now."""

from __future__ import annotations

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
