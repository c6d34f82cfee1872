"""The logo stands above the title of every paper, and on the other pages where the house style wants it."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from engines import each_engine
from seen import pdf_descriptions, word_descriptions

from rapportage.build.run import build
from rapportage.cli.app import main
from rapportage.periode import parse_periode
from rapportage.workspace import Wanted, Workspace

pytestmark = pytest.mark.slow

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#f00"/></svg>'
"""Three times as wide as high, in a red that nothing else has."""
WIDTH, HEIGHT = 48, 16
"""How large it is by the house style that comes along, in millimetres."""
LEFT, RIGHT, TOP = 22.5, 210 - 60.5, 18
"""The edges of the text on an upright page, in millimetres."""


def built(klein: Path, engine: str, **tokens: object) -> tuple[bytes, bytes]:
    """The bijlage as PDF and as DOCX, with these tokens of the logo."""
    (klein / "templates").mkdir()
    (klein / "templates/logo.svg").write_text(LOGO, "utf-8")
    values = {name: {"$value": value} for name, value in tokens.items()}
    (klein / "templates/huisstijl.tokens.json").write_text(json.dumps({"logo": values}), "utf-8")
    outcome = build(Workspace(klein), parse_periode("2024-H1"), Wanted(documents=("bijlage",), engine=engine))
    docx, pdf = sorted(outcome.files)
    return pdf.read_bytes(), docx.read_bytes()


def red(pdf: bytes, page: int) -> list[int]:
    """Left, top, right and bottom of what is red on a page, in millimetres; nothing where nothing is."""
    with pypdfium2.PdfDocument(pdf) as opened:
        seen = np.asarray(opened[page].render(scale=2).to_pil().convert("RGB"), int)
    rows, columns = np.nonzero((seen[..., 0] > 200) & (seen[..., 1] < 60) & (seen[..., 2] < 60))
    if not rows.size:
        return []
    edges = columns.min(), rows.min(), columns.max() + 1, rows.max() + 1
    return [round(int(one) / 2 / 72 * 25.4) for one in edges]


@each_engine
@pytest.mark.parametrize(
    ("side", "left"), [("links", LEFT), ("midden", (LEFT + RIGHT - WIDTH) / 2), ("rechts", RIGHT - WIDTH)]
)
def test_it_stands_above_the_title_on_its_side(klein: Path, engine: str, side: str, left: float) -> None:
    pdf, docx = built(klein, engine, plaats=side)
    expected = [left, TOP, left + WIDTH, TOP + HEIGHT]
    assert red(pdf, 0) == pytest.approx(expected, abs=1)
    assert red(pdf, 1) == []
    for found in (pdf_descriptions(pdf), word_descriptions(docx)):
        assert found[0] == "Logo gemeente Voorbeeldstad"


@each_engine
def test_in_the_margin_it_ends_where_the_text_does_and_is_not_read_out(klein: Path, engine: str) -> None:
    pdf, docx = built(klein, engine, koptekst={"value": 6, "unit": "mm"}, alt="Een rood vlak")
    bottom = TOP - 5.5
    for page in (1, 2):
        assert red(pdf, page) == pytest.approx([RIGHT - 18, bottom - 6, RIGHT, bottom], abs=1)
    assert pdf_descriptions(pdf).count("Een rood vlak") == 1
    assert word_descriptions(docx).count("Een rood vlak") == 1
    with zipfile.ZipFile(BytesIO(docx)) as packed:
        pictured = [
            name for name in packed.namelist() if "header" in name and b"<w:drawing" in packed.read(name)
        ]
        headers = [name for name in packed.namelist() if re.fullmatch(r"word/header\d+\.xml", name)]
        beside = [packed.read(name.replace("word/", "word/_rels/") + ".rels") for name in pictured]
    assert len(pictured) == len(headers) - 1 == 3, "the first page has the large one"
    assert {one.count(b"/image") for one in beside} == {2}, "the drawing and its bitmap"


def test_a_logo_wider_than_the_text_is_as_wide_as_that(klein: Path) -> None:
    pdf, _ = built(klein, "typst", hoogte={"value": 60, "unit": "mm"})
    assert red(pdf, 0) == pytest.approx([LEFT, TOP, RIGHT, TOP + (RIGHT - LEFT) / 3], abs=1)


def test_a_logo_that_comes_later_makes_the_papers_anew(
    klein: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def sizes() -> int:
        with pytest.raises(SystemExit) as left:
            main(["build", "2024-H1", "--document", "bijlage", "--format", "pdf", "--workspace", str(klein)])
        assert left.value.code == 0, capfd.readouterr().err
        return len(red((klein / "output/2024-H1/bijlage.pdf").read_bytes(), 0))

    assert sizes() == 0
    (klein / "templates").mkdir()
    (klein / "templates/logo.svg").write_text(LOGO, "utf-8")
    assert sizes() == 4
    (klein / "templates/logo.svg").unlink()
    assert sizes() == 0
