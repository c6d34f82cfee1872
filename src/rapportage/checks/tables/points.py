"""Find large amounts without the points that papers set between thousands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.checks.reading.amounts import head_words, number_in
from rapportage.checks.reading.table_lines import kind_of, place_of_slot, tables
from rapportage.checks.reading.texts import texts
from rapportage.checks.subjects import Paper
from rapportage.errors import Finding
from rapportage.inlines import plain

_IN_TEXT = re.compile(
    r"(?:€|\bEUR\b)[ \u00a0]?[−-]?(?P<after>[0-9]{5,})(?![0-9]|\.[0-9])"
    r"|(?<![\w.,:/−-])(?P<before>[0-9]{5,})(?=(?:,[0-9-]+)?[ \u00a0]euro\b)"
)
_BARE = re.compile(r"[0-9]{5,}(?:,[0-9]+)?")
"""Of four digits a number may be a year, and has often no point."""
_WITH_POINTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_IS_A_NAME = re.compile(
    r"nummer|\bn(?:umme)?rs?\b|code|kenmerk|dossier|zaak|postbus|kvk|telefoon|\btel\b|\bid\b|perceel|rekening",
    re.I,
)
"""What calls a thing by digits, which count nothing."""


def without_points(paper: Paper) -> Iterator[Finding]:
    """Each amount of more than four digits in a row, and each number so written among others with points."""
    for words, place in texts(paper):
        for found in _IN_TEXT.finditer(words):
            digits = found["after"] or found["before"]
            message = f"in '{found[0]}' staan geen punten"
            yield Finding(message, place, f"schrijf {_with_points(digits)}, dan is het te lezen")
    for table, lines in tables(paper):
        for column in range(table.columns):
            cells = [(line, line.cells[column][0]) for line in lines if column in line.cells]
            numbers = [number_in(plain(slot.cell.content)) for _, slot in cells]
            other = next(filter(_WITH_POINTS.fullmatch, numbers), None)
            if other is None or kind_of(lines, column) is None or _is_a_name(*head_words(table, column)):
                continue
            for (line, slot), number in zip(cells, numbers, strict=True):
                written = plain(slot.cell.content).strip()
                if _BARE.fullmatch(number) and not _IN_TEXT.search(written) and not _is_a_name(line.name):
                    yield Finding(
                        f"in deze kolom staan '{other}' en '{written}': het ene met punten, het andere niet",
                        place_of_slot(table, slot),
                        f"schrijf {written.replace(number, _with_points(number))}",
                    )


def _is_a_name(*words: str) -> bool:
    return any(map(_IS_A_NAME.search, words))


def _with_points(number: str) -> str:
    whole, comma, decimals = number.partition(",")
    return f"{int(whole):,}".replace(",", ".") + comma + decimals
