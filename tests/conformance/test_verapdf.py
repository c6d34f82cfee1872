"""What judges the PDFs in CI tells a good file from a bad one; needs Java, as that does."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from engines import DEFAULT, each_engine
from judged import judged, needs_java
from papers import Paper, made
from where import WORKSPACES

from rapportage.build.run import build
from rapportage.periode import parse_periode
from rapportage.workspace import Wanted, Workspace

pytestmark = needs_java


def written(tmp_path: Path, engine: str) -> Path:
    file = tmp_path / "raadsvoorstel.pdf"
    file.write_bytes(made(Paper(WORKSPACES / "klein", "2024-H1", "raadsvoorstel"), engine).layout.pdf)
    return file


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return written(tmp_path, DEFAULT)


@each_engine
def test_a_paper_passes_both_profiles(tmp_path: Path, engine: str) -> None:
    status, lines = judged(written(tmp_path, engine))
    assert status == 0
    assert [line[:8] for line in lines] == ["PASS ua1", "PASS 2a "]


@each_engine
def test_a_paper_with_a_logo_and_one_in_its_margin_passes_them_too(klein: Path, engine: str) -> None:
    """The engine smooths what it draws as a background, which PDF/A forbids."""
    (klein / "templates").mkdir()
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1"><rect width="3" height="1" fill="#b23a48"/></svg>'
    (klein / "templates/logo.svg").write_text(logo, "utf-8")
    tokens = '{"logo": {"koptekst": {"$value": {"value": 6, "unit": "mm"}}}}'
    (klein / "templates/huisstijl.tokens.json").write_text(tokens, "utf-8")
    wanted = Wanted(("pdf",), ("bijlage",), engine=engine)
    (pdf,) = build(Workspace(klein), parse_periode("2024-H1"), wanted).files
    status, lines = judged(pdf)
    assert (status, [line[:8] for line in lines]) == (0, ["PASS ua1", "PASS 2a "])


def test_a_paper_without_title_and_with_a_loose_font_fails_each_for_its_reason(good: Path) -> None:
    with pikepdf.open(good, allow_overwriting_input=True) as pdf:
        del pdf.Root.ViewerPreferences
        for font in pdf.pages[0].Resources.Font.values():
            del font.DescendantFonts[0].FontDescriptor.FontFile2
        pdf.save(good)
    status, lines = judged(good)
    assert status == 1
    assert [line[:8] for line in lines if not line.startswith(" ")] == ["FAIL ua1", "FAIL 2a "]
    failed = {line.split(" x ")[1].split(" ")[0] for line in lines if line.startswith(" ")}
    assert {"7.1-10", "7.21.4.1-1", "6.2.11.4.1-1"} <= failed


def test_a_file_that_is_no_pdf_fails(tmp_path: Path) -> None:
    file = tmp_path / "stuk.pdf"
    file.write_text("geen pdf")
    status, lines = judged(file)
    assert status == 1
    assert lines[0].startswith("FAIL ua1")
