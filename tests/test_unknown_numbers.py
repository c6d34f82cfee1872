"""A number that is not known, or still to come, says so wherever a chart's numbers are told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from engines import each_engine, lay_out
from seen import pdf_words, word_words

from rapportage.build.check import Checked, check
from rapportage.content.fields import NOT_KNOWN, STILL_OPEN
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace
from rapportage.writers.docx.document import write_docx

TYPED = {"n.b.": NOT_KNOWN, "open": STILL_OPEN}


def change(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def lacking(klein: Path, typed: str) -> Checked:
    """What is made of the small workspace of which a chart's last number is typed so."""
    content = klein / "content"
    change(
        content / "indicatoren/wonen.yaml",
        ("waarde: 404\n        peildatum: 2024-06\n", f"waarde: {typed}\n"),
    )
    change(
        content / "2024-H1/rapportage.yaml",
        ("status: vastgesteld", "status: concept\ngegevens-bijsluiten: true"),
    )
    for name in ("bijlage/wonen.md", "tabellen/tabel-wonen.yaml"):
        text = (content / "2024-H1" / name).read_text("utf-8")
        assert "sociale-huur" not in text
    checked = check(Workspace(klein), parse_periode("2024-H1"))
    assert checked.errors == ()
    return checked


@pytest.mark.parametrize("typed", TYPED)
def test_the_data_that_travel_along_say_what_is_not_known(typed: str, klein: Path) -> None:
    data = lacking(klein, typed).documents["bijlage"].data
    assert data is not None
    assert data["woningbouw"].splitlines() == [
        "periode;Opgeleverde woningen (woningen);Sociaal (woningen)",
        "2e helft 2023;1180;323",
        f"1e helft 2024;1348;{TYPED[typed]}",
    ]


@each_engine
@pytest.mark.parametrize("typed", TYPED)
def test_the_table_below_the_chart_says_it_in_both_formats(typed: str, engine: str, klein: Path) -> None:
    checked = lacking(klein, typed)
    document, style, maker = checked.documents["bijlage"], checked.style, checked.maker
    assert style is not None
    assert maker is not None
    document = replace(document, images=maker.cache.with_bitmaps(document.images))
    layout = lay_out(document, style, engine)
    row = ["Sociaal", "323", TYPED[typed]]
    for words in (pdf_words(layout), word_words(write_docx(document, style, layout.pages))):
        said = " ".join(words.replace("|", " ").split())
        assert " ".join(row) in said


@pytest.mark.parametrize("typed", TYPED)
def test_the_drafted_description_says_it(typed: str, klein: Path) -> None:
    maker = lacking(klein, typed).maker
    assert maker is not None
    prepared = maker.prepare("woningbouw").value
    assert prepared is not None
    lacks = {"n.b.": "niet bekend", "open": "nog open"}[typed]
    assert f"Sociaal is 323 in 2e helft 2023, {lacks} voor 1e helft 2024" in (
        maker.draft(prepared).value or ""
    )
