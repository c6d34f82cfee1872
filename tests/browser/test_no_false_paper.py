"""What the page shows never passes for the paper: it cannot be printed, and tells where it is not of now."""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect
from previewing import Previewed, edit, settled
from where import PATIENCE

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
    settled(page)
    own = preview.workspace / "templates" / "document.css"
    own.parent.mkdir(exist_ok=True)
    text = (package_templates() / "document.css").read_text("utf-8")
    own.write_text(text + "\np { color: #333 }\n", "utf-8")
    expect(told).to_contain_text("Uw eigen templates/document.css geldt hier niet: de PDF ziet er anders uit")
    settled(page)
    own.unlink()
    expect(told).to_contain_text("Snel opgemaakt. De bladzijden van WeasyPrint, zoals in de PDF, volgen.")
    settled(page)


def test_a_page_says_by_what_it_is_laid_out_and_what_stands_on_it_can_be_pointed_at(
    page: Page, preview: Previewed
) -> None:
    bijlage(page)
    below = "() => getComputedStyle(document.querySelector('.blad'), '::after').content"
    area = page.locator('.vlak[data-bestand$="kern.md"]').first
    settled(page)
    assert page.evaluate(below) == '"zoals in de PDF"'
    area.click()
    expect(page.locator("#plaats")).to_have_text(re.compile(r"kern[.]md, regel \d+$"))
    edit(preview.chapter(), "loopt voor", "loopt achter")
    page.wait_for_function(f"() => ({below})() === '\"snel opgemaakt\"'")
    area.click()
    expect(page.locator("#plaats")).to_have_text(re.compile(r"kern[.]md, regel \d+$"))
    settled(page)
    page.get_by_role("button", name="Tekst", exact=True).click()
    expect(page.locator("#opmaak")).to_be_hidden()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds processes where Linux tells them")
def test_what_the_pdf_cannot_have_is_told_above_the_quick_pages(page: Page, preview: Previewed) -> None:
    bijlage(page)
    told = page.locator("#opmaak")
    settled(page)
    kill_helpers(preview.process.pid)
    edit(preview.chapter(), "loopt voor", "loopt achter")
    expect(told).to_contain_text("Snel opgemaakt.")
    settled(page)  # that it ended while it had nothing to do says nothing of this paper
    edit(preview.chapter(), "loopt achter", "loopt voor")
    until = time.monotonic() + PATIENCE
    refused = "WeasyPrint maakt de bladzijden van de PDF nu niet: het proces dat dit deed, is"
    while refused not in (told.text_content() or ""):
        assert time.monotonic() < until
        kill_helpers(preview.process.pid)
        page.wait_for_timeout(50)
    edit(preview.chapter(), "loopt voor", "loopt achter")
    settled(page)


def kill_helpers(parent: int) -> None:
    """End the processes that this one started to lay papers out."""
    for thread in Path(f"/proc/{parent}/task").iterdir():
        for one in (thread / "children").read_text("ascii").split():
            if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes():
                os.kill(int(one), signal.SIGKILL)


@pytest.mark.parametrize("view", ["Bladzijden", "Tekst"])
def test_with_a_mistake_it_tells_of_which_moment_the_paper_is(
    page: Page, preview: Previewed, view: str
) -> None:
    bijlage(page)
    page.get_by_role("button", name=view, exact=True).click()
    standing = page.locator("#stand")
    expect(standing).to_have_text(re.compile(r"^Bijgewerkt om \d\d:\d\d:\d\d$"))
    moment = (standing.text_content() or "").split()[-1]
    page.wait_for_timeout(1100)
    edit(preview.chapter(), "[@wonen]", "[@wonne]")
    expect(standing).to_have_text(f"Niet bijgewerkt: fout. U ziet het stuk van {moment}")
    page.get_by_role("button", name="Raadsvoorstel", exact=True).click()
    expect(standing).to_have_text(f"Niet bijgewerkt: fout. U ziet het stuk van {moment}")
    edit(preview.chapter(), "[@wonne]", "[@wonen]")
    expect(standing).to_have_text(re.compile("^Bijgewerkt om "))
    assert (standing.text_content() or "").split()[-1] != moment
    moment = standing.text_content() or ""
    page.wait_for_timeout(1100)
    page.get_by_role("button", name="Bijlage", exact=True).click()
    expect(page.locator("#stukken [aria-pressed=true]")).to_have_text("Bijlage")
    expect(standing).to_have_text(moment)
