"""Data travel inside the PDF of each engine, with the table or figure that they are of."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from documents import IMAGES, META, paragraph, text
from engines import each_engine, lay_out
from judged import judged, needs_java
from laid_out import style
from tag_tree import elements

from rapportage.build.check import check
from rapportage.compose.resolve import resolve
from rapportage.document import Cell, Document, Figure, Heading, Row, Table
from rapportage.dutch import csv_text
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

NUMBERS = csv_text([["periode", "aanvragen"], ["2e helft 2021", "140,5"]])


def table(words: str, caption: str = "") -> Table:
    rows = [Row((Cell(text(one), header=True), Cell(text("1.348")))) for one in (words, "Werken")]
    return Table((rows[0],), (rows[1],), text(caption) if caption else (), id=words.lower())


PAPER = resolve(
    Document(
        META,
        (
            Heading(1, text("Cijfers"), "cijfers"),
            Figure("aanvragen", "Grafiek: van 110 naar 140.", text("Aanvragen"), (), "aanvragen"),
            Figure("kaart", "Kaart.", text("Het noorden"), (), "noord"),
            table("Onderdeel", "Stand"),
            paragraph("En nog een."),
            table("Los"),
        ),
        IMAGES,
    )
)


@cache
def with_data(engine: str) -> bytes:
    """A paper with tables and figures, one of which has numbers."""
    return lay_out(replace(PAPER, data={"aanvragen": NUMBERS}), style(), engine).pdf


def text_of(file: pikepdf.Object) -> str:
    return bytes(file.EF.F.read_bytes()).decode("utf-8-sig")


@each_engine
def test_each_table_and_figure_with_data_names_its_file(engine: str) -> None:
    with pikepdf.open(BytesIO(with_data(engine))) as pdf:
        every = [*elements(pdf.Root.StructTreeRoot)]
        tables = [text_of(file) for one in every if one.S == "/Table" for file in one.AF]
        figures = [[text_of(file) for file in one.get("/AF", [])] for one in every if "/Alt" in one]
        assert tables == ["Onderdeel;1.348\r\nWerken;1.348\r\n", "Los;1.348\r\nWerken;1.348\r\n"]
        assert figures == [[NUMBERS], []]
        names = list(pdf.Root.Names.EmbeddedFiles.Names)
        listed = dict(zip(map(str, names[::2]), names[1::2], strict=True))
        assert list(listed) == ["figuur-1.csv", "tabel-1.csv", "tabel-zonder-nummer-2.csv"]
        assert {str(file.AFRelationship) for file in listed.values()} == {"/Data"}
        assert str(listed["figuur-1.csv"].Desc) == "Gegevens van Figuur 1: Aanvragen"


@each_engine
def test_the_same_data_give_the_same_bytes_and_none_give_the_plain_standard(engine: str) -> None:
    again = lay_out(replace(PAPER, data={"aanvragen": NUMBERS}), style(), engine).pdf
    assert again == with_data(engine)
    for pdf, part in ((again, "3"), (lay_out(PAPER, style(), engine).pdf, "2")):
        with pikepdf.open(BytesIO(pdf)) as opened, opened.open_metadata() as said:
            assert (said["pdfaid:part"], "/EmbeddedFiles" in opened.Root.get("/Names", {})) == (
                part,
                part == "3",
            )


@pytest.mark.slow
@needs_java
@each_engine
def test_a_paper_with_its_data_passes_both_profiles(engine: str, tmp_path: Path) -> None:
    (file := tmp_path / "stuk.pdf").write_bytes(with_data(engine))
    status, lines = judged(file)
    assert (status, [line[:8] for line in lines]) == (0, ["PASS ua1", "PASS 3a "])


def test_a_report_asks_for_it_and_the_numbers_are_those_of_the_series(klein: Path) -> None:
    gegevens = klein / "content/2024-H1/rapportage.yaml"
    for wanted in (False, True):
        asked = gegevens.read_text("utf-8") + "gegevens-bijsluiten: true\n" * wanted
        gegevens.write_text(asked, "utf-8")
        papers = check(Workspace(klein), parse_periode("2024-H1")).documents
        assert [paper.data is not None for paper in papers.values()] == [wanted, wanted]
    assert papers["raadsvoorstel"].data == {}
    assert papers["bijlage"].data == {
        "woningbouw": "periode;Opgeleverde woningen (woningen);Sociaal (woningen)\r\n"
        "2e helft 2023;1180;323\r\n1e helft 2024;1348;404\r\n"
    }


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@som", "'@som"),
        ("-2+3", "'-2+3"),
        ("+1", "+1"),
        ("-1.348,5", "-1.348,5"),
        ("-", "-"),
        ('a; "b"', '"a; ""b"""'),
    ],
)
def test_what_a_spreadsheet_would_work_out_is_text(cell: str, written: str) -> None:
    assert csv_text([[cell, "x"]]) == f"{written};x\r\n"


@each_engine
def test_a_cell_over_more_rows_stands_in_each_unless_it_is_long(engine: str) -> None:
    def row(*cells: Cell) -> Row:
        return Row(cells)

    head = row(Cell(text("Groep"), header=True), Cell(text("Jaren"), header=True, colspan=2))
    spans = Table(
        (head,),
        (
            row(
                Cell(text("A"), header=True, rowspan=2), Cell(text("1")), Cell(text("lang " * 30), rowspan=2)
            ),
            row(Cell(text("2"))),
        ),
    )
    made = lay_out(Document(META, (spans,), data={}), style(), engine).pdf
    with pikepdf.open(BytesIO(made)) as pdf:
        [file] = [one.AF[0] for one in elements(pdf.Root.StructTreeRoot) if one.S == "/Table"]
        assert text_of(file).splitlines() == ["Groep;Jaren;Jaren", f"A;1;{'lang ' * 29}lang", "A;2;"]
