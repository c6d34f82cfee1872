"""Find tables whose columns are too narrow for their words, or whose numbers can be read in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from rapportage.checks.reading.amounts import number_in
from rapportage.checks.subjects import Paper
from rapportage.columns import columns, tables_with_room
from rapportage.document import Slot, Table, grid, walk
from rapportage.errors import Finding
from rapportage.heights import head_fits
from rapportage.inlines import place_of, plain
from rapportage.style.page import landscape, portrait


def too_narrow(paper: Paper) -> Iterator[Finding]:
    """Each table with a word or a number for which its column has no room, even hyphenated."""
    for table, room, lying in tables_with_room(paper.document.blocks, paper.style):
        if word := columns(table, room, paper.style).lost:
            ways_out = "neem minder kolommen, of kortere woorden"
            yield Finding(
                f"de kolommen van deze tabel zijn te smal: '{word[:40]}' past niet in één regel",
                table.place,
                ways_out if lying else f"zet haar tussen '::: liggend' en ':::', of {ways_out}",
            )


def head_too_high(paper: Paper) -> Iterator[Finding]:
    """Each table with a head that may not fit on a page: one engine leaves it out, the other cuts it off."""
    for table, room, lying in tables_with_room(paper.document.blocks, paper.style):
        page = (landscape if lying else portrait)(paper.style)
        widths = columns(table, room, paper.style).widths
        if table.head and not head_fits(table, widths, page, paper.style):
            hint = "maak de koppen korter, en zet de uitleg onder de tabel of in een voetnoot"
            yield Finding("de kop van deze tabel is te hoog voor een bladzijde", table.place, hint)


_Reading = Literal["thousands", "decimals"]
_READINGS: tuple[tuple[str, dict[str, _Reading]], ...] = (
    (r"[0-9]{1,3}(\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(\.[0-9]{3}){2,}", {".": "thousands", ",": "decimals"}),
    (r"[0-9]{1,3}(,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(,[0-9]{3}){2,}", {",": "thousands", ".": "decimals"}),
    (r"[1-9][0-9]{0,2}\.[0-9]{3}", {".": "thousands"}),
    (r"[0-9]+,[0-9]+", {",": "decimals"}),
    (r"[0-9]+\.[0-9]+", {".": "decimals"}),
)
"""What a number says of its point and its comma, by its form; the first that fits counts."""
_OTHER_SIGN = {".": ",", ",": "."}
_OTHER_READING: dict[_Reading, _Reading] = {"thousands": "decimals", "decimals": "thousands"}
_LIKE_A_THOUSAND = re.compile(r"[1-9][0-9]{0,2}(?:(?P<point>\.)|,)[0-9]{3}")


def contradicting_numbers(paper: Paper) -> Iterator[Finding]:
    """Each column in which a point or a comma stands for thousands in one number and decimals in another."""
    for block in walk(paper.document.blocks):
        if isinstance(block, Table):
            for slots in below_heads(block).values():
                if pair := _contradiction(slots):
                    one, other = (plain(slot.cell.content) for slot in pair)
                    yield Finding(
                        f"in deze kolom staan '{one}' en '{other}': punt en komma betekenen daar iets anders",
                        place_of(pair[1].cell.content) if pair[1].cell.content else block.place,
                        "schrijf duizendtallen met een punt en decimalen met een komma: 1.348 en 0,75",
                    )


def below_heads(table: Table) -> dict[int, list[Slot]]:
    """The cells below the head of a table, by their column."""
    by_column: dict[int, list[Slot]] = {}
    for slot in (one for row in grid(table)[len(table.head) :] for one in row if not one.goes_on):
        by_column.setdefault(slot.column, []).append(slot)
    return by_column


def _contradiction(slots: Iterable[Slot]) -> tuple[Slot, Slot] | None:
    """The first two numbers of a column that cannot both be written the same way."""
    said: dict[tuple[str, _Reading], Slot] = {}
    alike: dict[bool, Slot] = {}
    for slot in slots:
        number = number_in(plain(slot.cell.content))
        readings = next((found for form, found in _READINGS if re.fullmatch(form, number)), {})
        for sign, reading in readings.items():
            clashes = ((_OTHER_SIGN[sign], reading), (sign, _OTHER_READING[reading]))
            if (other := next((said[one] for one in clashes if one in said), None)) is not None:
                return other, slot
            said.setdefault((sign, reading), slot)
        if found := _LIKE_A_THOUSAND.fullmatch(number):
            # 1.348 beside 1,348: each may be a number of one and a half, and both cannot.
            by_point = found["point"] is not None
            if (other := alike.get(not by_point)) is not None:
                return other, slot
            alike.setdefault(by_point, slot)
    return None
