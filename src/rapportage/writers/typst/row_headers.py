"""Tags for the cells that head a row, which the engine takes for data (ISO 32000-1, 14.8.5.7).

Its own function for them stands behind a switch that the package cannot set. The cells of the tag tree stand
in the order of the Document's grid.
"""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from rapportage.document import Document, Slot, Table, grid, walk
from rapportage.writers.tag_tree import elements_in, is_element, kids_of

_CELLS = "/TH", "/TD"


def head_rows(pdf: Pdf, document: Document) -> None:
    """Make each cell that heads a row a header with a name, and let the cells beside it name it."""
    tables = [block for block in walk(document.blocks) if isinstance(block, Table)]
    tagged = [one for one in elements_in(pdf.Root.StructTreeRoot) if one.S == "/Table"]
    names: dict[str, Object] = {}
    for number, (table, element) in enumerate(zip(tables, tagged, strict=True)):
        names |= _head_rows_of(table, element, f"rij-{number}")
    _name(pdf, names)


def _head_rows_of(table: Table, element: Object, prefix: str) -> dict[str, Object]:
    """The new headers of one table by their names."""
    names: dict[str, Object] = {}
    heads: dict[int, list[tuple[int, str]]] = {}
    slots_of_cells = list(_begun(table))
    for (row, slot, rows), cell in zip(slots_of_cells, _cells(element), strict=True):
        if row >= len(table.head) and slot.cell.header:
            name = f"{prefix}-{row}-{slot.column}"
            cell.S, cell.ID = Name.TH, String(name)
            _attributes(cell).Scope = Name.Row
            names[name] = cell
            for each in rows:
                heads.setdefault(each, []).append((slot.column, name))
    for (row, slot, rows), cell in zip(slots_of_cells, _cells(element), strict=True):
        beside = [name for each in rows for column, name in heads.get(each, []) if column < slot.column]
        if row >= len(table.head) and beside:
            attributes = _attributes(cell)
            attributes.Headers = Array(
                [*attributes.get("/Headers", Array()), *map(String, dict.fromkeys(beside))]
            )
    return names


def _begun(table: Table) -> Iterator[tuple[int, Slot, range]]:
    """Each cell where it begins: its row, its slot, and all rows that it reaches."""
    rows = grid(table)
    for number, slots in enumerate(rows):
        for slot in slots:
            if not slot.goes_on:
                yield number, slot, range(number, min(number + slot.cell.rowspan, len(rows)))


def _cells(table: Object) -> Iterator[Object]:
    for row in [one for one in elements_in(table) if one.S == "/TR"]:
        yield from (kid for kid in kids_of(row) if is_element(kid) and str(kid.S) in _CELLS)


def _attributes(cell: Object) -> Object:
    """What the cell says of itself as part of a table."""
    given = cell.get("/A", Array())
    all_given = list(given) if isinstance(given, Array) else [given]
    for one in all_given:
        if one.get("/O") == "/Table":
            return one
    cell.A = Array([*all_given, Dictionary(O=Name.Table)])
    made: Object = cell.A[-1]
    return made


def _name(pdf: Pdf, names: dict[str, Object]) -> None:
    """Add to the tree by which elements are found by name, which is in the order of its names."""
    if not names:
        return
    tree = pdf.Root.StructTreeRoot.get("/IDTree", Dictionary())
    known = {bytes(name): one for name, one in _names_in(tree)}
    known |= {name.encode(): one for name, one in names.items()}
    pairs = [part for name in sorted(known) for part in (String(name.decode("latin-1")), known[name])]
    pdf.Root.StructTreeRoot.IDTree = pdf.make_indirect(Dictionary(Names=Array(pairs)))


def _names_in(node: Object) -> Iterator[tuple[Object, Object]]:
    names = list(node.get("/Names", Array()))
    yield from zip(names[::2], names[1::2], strict=True)
    for kid in node.get("/Kids", Array()):
        yield from _names_in(kid)
