"""A water board's papers in its own house: logo, typefaces, Word template and tokens together."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pikepdf
import pytest
from engines import each_engine
from judged import judged, needs_java
from openxml_audit import OpenXmlValidator
from own_fonts import SANS, SERIF, put_fonts
from pypdfium2 import PdfDocument, PdfTextPage
from where import WORKSPACES
from word_templates import HOUSE, template

from rapportage.build.check import check
from rapportage.build.run import build
from rapportage.periode import parse_periode
from rapportage.workspace import Wanted, Workspace

pytestmark = pytest.mark.slow

PERIOD = parse_periode("2024-H1")
ACCENT = "00594E"


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """The workspace with its own typefaces, which stand in no repository, named in its tokens."""
    root = shutil.copytree(WORKSPACES / "waterschap", tmp_path / "waterschap")
    put_fonts(root, *SERIF, *SANS)
    tokens = json.loads((root / "templates/huisstijl.tokens.json").read_text("utf-8"))
    tokens["lettertype"] = {"tekst": {"$value": "DejaVu Serif"}, "kop": {"$value": "DejaVu Sans"}}
    (root / "templates/huisstijl.tokens.json").write_text(json.dumps(tokens), "utf-8")
    return root


def papers(board: Path, engine: str) -> dict[str, Path]:
    found = check(Workspace(board), PERIOD, engine=engine)
    assert [one for one in found.problems if one.is_error] == []
    return {one.name: one for one in build(Workspace(board), PERIOD, Wanted(engine=engine)).files}


def pictures(docx: Path) -> int:
    with zipfile.ZipFile(docx) as packed:
        return sum(name.startswith("word/media/") for name in packed.namelist())


@each_engine
def test_both_formats_have_its_colours_letters_and_logo(board: Path, engine: str) -> None:
    files = papers(board, engine)
    assert {name.rpartition(".")[0] for name in files} >= {"raadsvoorstel", "bijlage"}
    for name, path in files.items():
        if name.endswith(".docx"):
            with zipfile.ZipFile(path) as packed:
                styles = packed.read("word/styles.xml").decode()
            assert f'w:val="{ACCENT}"' in styles
            assert 'w:ascii="DejaVu Serif"' in styles
            assert 'w:ascii="DejaVu Sans"' in styles
            assert pictures(path)
            assert [str(one) for one in OpenXmlValidator().validate(path).errors] == []
        else:
            with pikepdf.open(path) as opened:
                fonts = {str(one.BaseFont) for one in opened.objects if _is_font(one)}
            assert fonts
            assert all("DejaVu" in font for font in fonts)


@each_engine
def test_a_value_stands_beside_the_first_line_of_its_term(board: Path, engine: str) -> None:
    with PdfDocument(papers(board, engine)["raadsvoorstel.pdf"]) as opened:
        page = opened[0].get_textpage()
        term, value = (_top(page, words) for words in ("Datum college van", "9 juli 2024"))
    assert value == pytest.approx(term, abs=3)


def _top(page: PdfTextPage, words: str) -> float:
    """How high words stand on a page, in points from its foot."""
    at = page.get_text_range().index(words)
    return float(page.get_charbox(at)[3])


def _is_font(one: object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one


def test_a_word_template_gives_its_styles_and_leaves_the_words(board: Path) -> None:
    before = papers(board, "typst")
    words = {name: _words(path) for name, path in before.items() if name.endswith(".docx")}
    (board / "templates/sjabloon.dotx").write_bytes(template())
    after = papers(board, "typst")
    for name, said in words.items():
        with zipfile.ZipFile(after[name]) as packed:
            assert f'w:val="{HOUSE}"' in packed.read("word/styles.xml").decode()
        assert _words(after[name]) == said
        assert [str(one) for one in OpenXmlValidator().validate(after[name]).errors] == []


def _words(path: Path) -> list[str]:
    from docx import Document

    found = Document(str(path)).paragraphs
    return [one.text for one in found if not str(one.style and one.style.name).startswith("toc")]


@pytest.mark.slow
@needs_java
@each_engine
def test_its_papers_pass_both_norms(board: Path, engine: str) -> None:
    files = [path for name, path in papers(board, engine).items() if name.endswith(".pdf")]
    assert judged(*files)[0] == 0
