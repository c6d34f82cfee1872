"""Which headers each cell of a table has, written into the tag tree from the Document's own grid.

Both layout engines guess here: one takes what heads a row for data, the other gives a cell the headers of
another column as soon as a cell spans rows. The cells of the tag tree stand in the order of the grid.
"""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from rapportage.document import Document, Slot, Table, grid, walk
from rapportage.writers.tag_tree import attributes, elements_in, is_element, kids_of

_CELLS = "/TH", "/TD"


def head_cells(pdf: Pdf, document: Document) -> None:
    """Let each header say of what it is one, and each cell name its headers (ISO 32000-1, table 349).

    Raises ValueError where the tag tree has more or fewer tables or cells than the document.
    """
    tables = [block for block in walk(document.blocks) if isinstance(block, Table)]
    tagged = [one for one in elements_in(pdf.Root.StructTreeRoot) if one.S == "/Table"]
    for number, (table, element) in enumerate(zip(tables, tagged, strict=True), 1):
        _head_cells_of(table, element, f"tabel-{number}")
    _list_names(pdf)


def _head_cells_of(table: Table, element: Object, prefix: str) -> None:
    above: dict[int, list[str]] = {}
    beside: dict[int, list[tuple[int, str]]] = {}
    begun = list(zip(_begun(table), _cells(element), strict=True))
    for (row, slot, rows), cell in begun:
        in_head = row < len(table.head)
        if not (in_head or slot.cell.header):
            continue
        name = f"{prefix}-{row}-{slot.column}"
        cell.S, cell.ID = Name.TH, String(name)
        attributes(cell, Name.Table).Scope = Name.Column if in_head else Name.Row
        for column in _columns(slot) if in_head else ():
            above.setdefault(column, []).append(name)
        for each in () if in_head else rows:
            beside.setdefault(each, []).append((slot.column, name))
    for (row, slot, rows), cell in begun:
        named = [] if row < len(table.head) else [one for at in _columns(slot) for one in above.get(at, [])]
        if row >= len(table.head):
            named += [name for each in rows for column, name in beside.get(each, []) if column < slot.column]
        told = attributes(cell, Name.Table)
        if named:
            told.Headers = Array(map(String, dict.fromkeys(named)))
        elif "/Headers" in told:
            del told.Headers


def _columns(slot: Slot) -> range:
    return range(slot.column, slot.column + slot.cell.colspan)


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


def _list_names(pdf: Pdf) -> None:
    """Write the tree by which elements are found by name, which is in the order of its names."""
    root = pdf.Root.StructTreeRoot
    named = {bytes(one.ID): one for one in elements_in(root) if "/ID" in one}
    if named or "/IDTree" in root:
        pairs = [part for name in sorted(named) for part in (String(name.decode("latin-1")), named[name])]
        root.IDTree = pdf.make_indirect(Dictionary(Names=Array(pairs)))
