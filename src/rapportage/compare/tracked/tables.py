"""Tables of two documents as one: rows that went and came, and cells in which words changed."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from rapportage.compare.order import kept_in_order, woven
from rapportage.compare.tracked import names as n
from rapportage.compare.tracked.marks import Kind
from rapportage.compare.tracked.names import Element, el
from rapportage.compare.tracked.pairs import paired
from rapportage.compare.tracked.paragraphs import Paragraphs


@dataclass(frozen=True)
class Tables:
    """Writes tables; `names` are those of the new document by the old ones."""

    paragraphs: Paragraphs
    names: Mapping[str, str]

    def whole(self, table: Element, kind: Kind) -> Element:
        """A table that is there in one of both only."""
        made = el("w:tbl", *(deepcopy(one) for one in table if one.tag != n.TR))
        made.extend(self._row(row, kind) for row in table.iter(n.TR))
        return made

    def changed(self, was: Element, now: Element) -> Element | None:
        """A table that is there in both; None where its columns, or what spans rows, are others.

        A column cannot be told to have come or gone in a way that all readers know, and a cell over several
        rows cannot lose one of them.
        """
        old, new = list(was.iter(n.TR)), list(now.iter(n.TR))
        kept = kept_in_order(paired(old, new, self.names), [1] * len(old))
        if len(list(was.iter(n.COLUMN))) != len(list(now.iter(n.COLUMN))):
            return None
        rows = list(woven(old, new, kept))
        if any(not _fits(one, other) for one, other in rows):
            return None
        made = el("w:tbl", *(deepcopy(one) for one in now if one.tag != n.TR))
        for one, other in rows:
            if other is None and one is not None:
                made.append(self._row(one, "del"))
            elif other is not None:
                made.append(self._row(other, "ins") if one is None else self._changed_row(one, other))
        return made

    def _row(self, row: Element, kind: Kind) -> Element:
        made = el("w:tr", *(deepcopy(one) for one in row if one.tag != n.TC))
        for cell in row.iter(n.TC):
            content = (self.paragraphs.whole(one, kind) if one.tag == n.P else deepcopy(one) for one in cell)
            made.append(el("w:tc", *content))
        self.paragraphs.marks.row(made, kind)
        return made

    def _changed_row(self, was: Element, now: Element) -> Element:
        made = el("w:tr", *(deepcopy(one) for one in now if one.tag != n.TC))
        for cell, other in zip(was.iter(n.TC), now.iter(n.TC), strict=True):
            content = [deepcopy(one) for one in other if one.tag != n.P]
            old, new = list(cell.iter(n.P)), list(other.iter(n.P))
            content += [self.paragraphs.changed(one, two) for one, two in zip(old, new, strict=True)]
            made.append(el("w:tc", *content))
        return made


def _fits(was: Element | None, now: Element | None) -> bool:
    """Whether a row can go or come by itself, or the cells of both rows reach as far."""
    if was is not None and now is not None:
        return _shape(was) == _shape(now)
    return not any(True for one in (was, now) if one is not None for _ in one.iter(n.V_MERGE))


def _shape(row: Element) -> list[tuple[str, ...]]:
    shapes = []
    for cell in row.iter(n.TC):
        spans = [str(one.get(n.VAL)) for one in cell.iter(n.SPAN)]
        merged = [str(one.get(n.VAL)) for one in cell.iter(n.V_MERGE)]
        shapes.append((*spans, "|", *merged))
    return shapes
