"""Every cell of a table names the headers of its rows and columns, as the Document's grid has them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest
from documents import everything, text
from engines import each_engine
from laid_out import laid_out, layout
from papers import PAPERS, Paper, made
from tag_tree import attributes_of, elements, kids

from rapportage.document import Block, Cell, Document, Row, Slot, Table, grid, walk


def found(pdf: bytes) -> list[list[tuple[str, str, set[str], str]]]:
    """For each table the tag, the scope, the headers and the name of each cell."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        tables = [one for one in elements(opened.Root.StructTreeRoot) if one.S == "/Table"]
        names = list(opened.Root.StructTreeRoot.IDTree.Names[::2]) if tables else []
        assert names == sorted(names, key=bytes)
        return [[_cell(cell) for cell in _cells(table)] for table in tables]


def _cells(table: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for row in (one for one in elements(table) if one.S == "/TR"):
        yield from (kid for kid in kids(row) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid)


def _cell(cell: pikepdf.Object) -> tuple[str, str, set[str], str]:
    attributes = attributes_of(cell)
    headers = {str(one) for one in attributes.get("/Headers", pikepdf.Array())}
    return str(cell.S)[1:], str(attributes.get("/Scope", "/"))[1:], headers, str(cell.get("/ID", ""))


def wanted(table: Table) -> list[tuple[str, str, set[int]]]:
    """For each cell its tag, its scope, and the places in the order of cells of the headers it must name."""
    rows = grid(table)
    begun = [(at, slot) for at, row in enumerate(rows) for slot in row if not slot.goes_on]
    return [
        (
            "TH" if slot.cell.header or at < len(table.head) else "TD",
            "Column" if at < len(table.head) else "Row" if slot.cell.header else "",
            {
                number
                for number, (above, other) in enumerate(begun)
                if at >= len(table.head) and other is not slot and _heads(table, above, other, at, slot)
            },
        )
        for at, slot in begun
    ]


def _heads(table: Table, above: int, other: Slot, at: int, slot: Slot) -> bool:
    if above < len(table.head):
        return (
            other.column < slot.column + slot.cell.colspan and slot.column < other.column + other.cell.colspan
        )
    overlap = above < at + slot.cell.rowspan and at < above + other.cell.rowspan
    return other.cell.header and overlap and other.column < slot.column


def compare(document: Document, pdf: bytes) -> int:
    tables = [block for block in walk(document.blocks) if isinstance(block, Table)]
    cells = 0
    for table, tagged in zip(tables, found(pdf), strict=True):
        names = [name for *_, name in tagged]
        assert len(set(filter(None, names))) == len([name for name in names if name])
        for (tag, scope, heads), (its_tag, its_scope, its_headers, _) in zip(
            wanted(table), tagged, strict=True
        ):
            assert (its_tag, its_scope) == (tag, scope)
            assert its_headers == {names[number] for number in heads}
            cells += 1
    return cells


@each_engine
@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_every_cell_of_a_paper_names_the_headers_of_its_grid(paper: Paper, engine: str) -> None:
    document, _, made_of_it = made(paper, engine)
    compare(document, made_of_it.pdf)


@each_engine
def test_every_cell_of_the_paper_that_uses_everything_names_the_headers_of_its_grid(engine: str) -> None:
    assert compare(everything(), layout(engine=engine).pdf) > 20


def head(*words: str) -> Row:
    return Row(tuple(Cell(text(word), header=True) for word in words))


def cell(word: str, rowspan: int = 1) -> Cell:
    return Cell(text(word), rowspan=rowspan)


TABLES: dict[str, Block] = {
    "two columns of row headers": Table(
        (head("Kern", "Soort", "Aantal"),),
        (
            Row((Cell(text("Ommen"), header=True, rowspan=2), Cell(text("huur"), header=True), cell("1"))),
            Row((Cell(text("koop"), header=True), cell("2"))),
        ),
    ),
    "a cell over two rows beside row headers": Table(
        (head("Kern", "Aantal", "Samen"),),
        (
            Row((Cell(text("Ommen"), header=True), cell("1"), cell("3", rowspan=2))),
            Row((Cell(text("Hardenberg"), header=True), cell("2"))),
        ),
    ),
    "no head": Table((), (Row((Cell(text("Wonen"), header=True), cell("ja"))),)),
    "a header in the midst of a row": Table(
        (head("a", "b", "c"),), (Row((cell("1"), Cell(text("kop"), header=True), cell("2"))),)
    ),
    "more rows than a page": Table(
        (head("a", "b"),), tuple(Row((Cell(text(str(n)), header=True), cell("x"))) for n in range(90))
    ),
}


@each_engine
@pytest.mark.parametrize("what", TABLES)
def test_every_cell_names_its_headers_with(what: str, engine: str) -> None:
    assert compare(Document(everything().meta, (TABLES[what],)), laid_out(TABLES[what], engine=engine).pdf)
