"""A preview goes on for as long as somebody writes, and ends when it is told to."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from previewing import Previewed, previewed
from where import PATIENCE

from rapportage.cli import main

pytestmark = pytest.mark.browser


def megabytes(process: int) -> float:
    """What a process holds of memory that is its own."""
    text = Path(f"/proc/{process}/status").read_text("utf-8")
    return int(text.split("RssAnon:")[1].split()[0]) / 1024


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads memory where Linux tells it")
def test_two_hundred_edits_keep_memory_flat(page: Page, preview: Previewed) -> None:
    page.get_by_role("button", name="Bijlage", exact=True).click()
    page.locator(".blad >> nth=4").wait_for()
    text = preview.chapter().read_text("utf-8")
    held = []
    for number in range(200):
        looks = page.locator("html").get_attribute("data-gezien") or ""
        preview.chapter().write_text(text.replace("loopt voor", f"loopt {number} weken voor"), "utf-8")
        expect(page.locator("html")).not_to_have_attribute("data-gezien", looks)
        if number in (60, 199):
            held.append((megabytes(preview.process.pid), nodes(page)))
    (memory, elements), (memory_later, elements_later) = held
    assert memory_later - memory < 30
    assert elements_later - elements < 20


def nodes(page: Page) -> int:
    return int(page.evaluate("() => document.querySelectorAll('*').length"))


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_ctrl_c_ends_it_without_a_word_too_much_while_a_page_looks_on(page: Page, preview: Previewed) -> None:
    preview.process.send_signal(signal.SIGINT)
    _, said = preview.process.communicate(timeout=PATIENCE)
    assert preview.process.returncode == 0
    assert said.splitlines() == [
        "Dit adres werkt alleen op deze computer, en één keer. Ctrl+C stopt de voorvertoning.",
        "De voorvertoning is gestopt; er is niets gewijzigd.",
    ]
    alert = page.get_by_role("alert")
    expect(alert).to_have_text(
        re.compile("^De verbinding is weg: wat u ziet is oud[.] .*start haar.* opnieuw")
    )
    expect(alert).to_be_in_viewport()
    expect(page.locator("#stand")).to_have_text("Niet bijgewerkt: de verbinding is weg")
    for name in ("Bijlage", "Tekst"):
        page.locator("h1").click()
        page.get_by_role("button", name=name, exact=True).click()
        expect(alert).to_be_focused()
        expect(page.get_by_role("button", name=name, exact=True)).to_have_attribute("aria-pressed", "false")
    assert page.locator(".blad img[src]").count()


def test_a_port_that_is_taken_is_told(
    preview: Previewed, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(preview.workspace)
    with pytest.raises(SystemExit) as left:
        main(["preview", "2024-H1", "--no-open", "--port", str(preview.port)])
    assert left.value.code == 3
    said = capfd.readouterr().err
    assert said.startswith(f"rapportage: op poort {preview.port} kan niet worden geluisterd: ")
    assert "Traceback" not in said


def test_a_chosen_port_stands_in_the_address(klein: Path, preview: Previewed) -> None:
    del klein
    port = str(preview.port + 1)
    with previewed(preview.workspace, "2024-H1", "--port", port) as running:
        assert running.address.startswith(f"http://127.0.0.1:{port}/?sleutel=")


def test_a_period_that_is_not_there_is_told(
    klein: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(klein)
    with pytest.raises(SystemExit) as left:
        main(["preview", "2031-H1", "--no-open"])
    assert left.value.code == 1
    assert "2031-H1" in capfd.readouterr().err
