"""The marks of tracked changes: what they stand around, by whom, on which day, and with which number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, cast

from docx.oxml.ns import qn

from rapportage.compare.tracked import names as n
from rapportage.compare.tracked.names import Element, el
from rapportage.writers.docx.ooxml import Value, properties_of

Kind = Literal["ins", "del", "moveFrom", "moveTo"]

OLD: tuple[Kind, ...] = ("del", "moveFrom")
"""What is taken from the old document."""
_DELETED = {n.T: n.DEL_TEXT, n.INSTR: n.DEL_INSTR}
"""What text in a run is called once it is deleted; what moved keeps its names."""


class Marks:
    """Makes the marks, each with the next number."""

    def __init__(self, author: str, day: date) -> None:
        self._author = author
        self._moment = f"{day.isoformat()}T00:00:00Z"
        self._count = 0

    def around(self, kind: Kind, runs: Sequence[Element]) -> Element:
        """The runs as inserted, deleted or moved."""
        if kind == "del":
            for one in runs:
                for part in one.iter(*_DELETED):
                    part.tag = _DELETED[part.tag]
        return el(f"w:{kind}", *runs, **self._facts())

    def paragraph(self, paragraph: Element, kind: Kind) -> None:
        """Say of a paragraph's end that it was inserted, deleted or moved."""
        properties = cast(Element, properties_of(paragraph))
        inside = properties.find(n.R_PR)
        if inside is None:
            inside = el("w:rPr")
            behind = properties.find(n.SECT_PR)
            if behind is None:
                properties.append(inside)
            else:
                behind.addprevious(inside)
        inside.insert(0, el(f"w:{kind}", **self._facts()))

    def row(self, row: Element, kind: Kind) -> None:
        """Say of a table's row that it was inserted or deleted."""
        properties = row.find(n.TR_PR)
        if properties is None:
            properties = el("w:trPr")
            row.insert(0, properties)
        properties.append(el(f"w:{kind}", **self._facts()))

    def style(self, paragraph: Element, before: Element) -> None:
        """Say of a paragraph which properties it had."""
        kept = [one for one in before if one.tag not in (n.R_PR, n.SECT_PR)]
        change = el("w:pPrChange", el("w:pPr", *kept), **self._facts())
        cast(Element, properties_of(paragraph)).append(change)

    def range(self, kind: Kind, name: str) -> tuple[Element, Element]:
        """Where what moved under a name begins and ends."""
        facts = self._facts()
        start = el(f"w:{kind}RangeStart", **facts)
        start.set(n.NAME, name)
        return start, el(f"w:{kind}RangeEnd", id=facts["id"])

    def _facts(self) -> dict[str, Value | None]:
        self._count += 1
        return {"id": FIRST + self._count, "author": self._author, "date": self._moment}


FIRST = 1_000_000
"""Marks are numbered from here: bookmarks have numbers of their own below it."""


def number_bookmarks(body: Element) -> None:
    """Number the bookmarks in their order: those of two documents have come together."""
    numbers: dict[str, str] = {}
    for mark in body.iter(n.BOOKMARK, n.BOOKMARK_END):
        key = str(mark.get(n.ID))
        mark.set(n.ID, numbers.setdefault(key, str(len(numbers))))


def number_pictures(body: Element, elsewhere: Iterable[Element]) -> None:
    """Number the pictures in their order, from behind those of headers and footers."""
    taken = [str(one.get("id")) for part in elsewhere for one in part.iter(qn("wp:docPr"), qn("pic:cNvPr"))]
    first = max((int(one) for one in taken if one.isdecimal()), default=0) + 1
    for at, one in enumerate(body.iter(qn("wp:docPr")), first):
        one.set("id", str(at))
        for inner in cast(Element, one.getparent()).iter(qn("pic:cNvPr")):
            inner.set("id", str(at))
