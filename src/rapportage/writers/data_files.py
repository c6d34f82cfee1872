"""Let the data of tables and charts travel inside the PDF, each file with the table or figure that it is of.

As PDF/A-3 asks (ISO 19005-3, 6.8 and annex E): the element in the tag tree names its file, and says that
it is its data. A reader finds all of them among the attachments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from rapportage.document import Document, Figure, Table, grid, walk
from rapportage.dutch import csv_text
from rapportage.inlines import plain
from rapportage.writers.tag_tree import elements_in

_REPEATED = 80
"""What a cell over more rows or columns says stands in each of them, unless it is longer than this."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of data: its name, what it is of in words, and its text."""

    name: str
    of: str
    text: str


def with_data(document: Document) -> bool:
    """Whether files of data travel with this document: it is of another standard then."""
    return any(_of_tables(document)) or any(_of_figures(document))


def attach_data(pdf: Pdf, document: Document) -> None:
    """Embed the data of each table and figure that has some, and let its tag name it.

    Raises ValueError where the tag tree has more or fewer of them than the document.
    """
    if not with_data(document):
        return
    tags = [*elements_in(pdf.Root.StructTreeRoot)]
    tables = [one for one in tags if one.S == "/Table"]
    figures = [one for one in tags if one.S == "/Figure" and "/Alt" in one]
    named = dict(
        [
            *_attached(pdf, document, _of_tables(document), tables),
            *_attached(pdf, document, _of_figures(document), figures),
        ]
    )
    if "/Names" not in pdf.Root:
        pdf.Root.Names = pdf.make_indirect(Dictionary())
    listed = Array(part for name in sorted(named) for part in (String(name), named[name]))
    pdf.Root.Names.EmbeddedFiles = pdf.make_indirect(Dictionary(Names=listed))


def _attached(
    pdf: Pdf, document: Document, files: list[DataFile | None], tags: Iterable[Object]
) -> list[tuple[str, Object]]:
    made = []
    for file, tag in zip(files, tags, strict=True):
        if file is not None:
            specification = _embedded(pdf, file, document)
            tag.AF = Array([specification])
            made.append((file.name, specification))
    return made


def _embedded(pdf: Pdf, file: DataFile, document: Document) -> Object:
    """The file as an embedded one, dated as the document is."""
    data = file.text.encode("utf-8-sig")  # with a mark at its beginning: else Excel takes it for Windows-1252
    day = String(f"D:{document.meta.date:%Y%m%d}000000Z")
    stream = Stream(pdf, data, Type=Name.EmbeddedFile, Subtype=Name("/text/csv"))
    stream.Params = Dictionary(Size=len(data), CreationDate=day, ModDate=day)
    held = pdf.make_indirect(stream)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(file.name),
            UF=String(file.name),
            Desc=String(f"Gegevens van {file.of}"),
            AFRelationship=Name.Data,
            EF=Dictionary(F=held, UF=held),
        )
    )


# --- what there is ---------------------------------------------------------------------------


def _of_tables(document: Document) -> list[DataFile | None]:
    """The data of each table, in reading order."""
    if document.data is None:
        return []
    tables = [block for block in walk(document.blocks) if isinstance(block, Table)]
    return [_file(table, at, csv_text(_rows(table))) for at, table in enumerate(tables, 1)]


def _of_figures(document: Document) -> list[DataFile | None]:
    """The data of each figure that is heard, in reading order; None for one that has none."""
    if document.data is None:
        return []
    figures = [block for block in walk(document.blocks) if isinstance(block, Figure) and block.alt]
    data = document.data
    return [
        _file(figure, at, data[figure.id]) if figure.id in data else None
        for at, figure in enumerate(figures, 1)
    ]


def _file(block: Table | Figure, at: int, text: str) -> DataFile:
    """A file that is called as its table or figure is, or by the place of one without a number."""
    what = "tabel" if isinstance(block, Table) else "figuur"
    name = block.label.lower().replace(" ", "-") or f"{what}-zonder-nummer-{at}"
    words = re.sub(r"\s+", " ", plain(block.caption)).strip()
    return DataFile(f"{name}.csv", ": ".join(filter(None, (block.label or f"een {what}", words))), text)


def _rows(table: Table) -> list[list[str]]:
    """The words of the cells, in each row that a cell reaches."""
    rows = []
    for slots in grid(table):
        row: list[str] = []
        for slot in slots:
            words = " ".join(plain(slot.cell.content).split())
            again = words if len(words) <= _REPEATED else ""
            row += [again if slot.goes_on else words, *[again] * (slot.cell.colspan - 1)]
        rows.append(row)
    return rows
