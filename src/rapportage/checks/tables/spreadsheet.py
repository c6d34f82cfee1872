"""Find what a spreadsheet left in the cells of tables: formulas, counted days, numbers without end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from rapportage.checks.reading.amounts import heading
from rapportage.checks.subjects import Paper
from rapportage.document import Table, grid, walk
from rapportage.dutch import MONTHS, date_text, number_text
from rapportage.errors import Finding
from rapportage.inlines import place_of, plain

_FORMULA = re.compile(r"=\s*(?:[-+(]*\$?[A-Z]{1,3}\$?[0-9]+\b.*|[-+(]*[0-9.,]+\s*[-+*/^].*|[A-Z][A-Z.]*\(.*)")
_POWER = re.compile(r"[-−]?[0-9](?:\.[0-9]+)?E[+-][0-9]{1,3}")
_NO_DAY = re.compile(r"(?:0{1,2}[-/]0?1[-/]1900|30[-/]12[-/]1899)")
_MOMENT = re.compile(
    r"(?P<day>[12][0-9]{3}-[01][0-9]-[0-3][0-9])[T ][0-2][0-9]:[0-5][0-9](?::[0-9.]+)?(?:Z|[+-][0-9:]{2,5})?"
)
_ENDLESS = re.compile(r"[-−]?(?!0[0-9])(?![0-9]{4}\.)[0-9]{1,9}(?:[.,][0-9]{10,}|,[0-9]{9})")
"""Not a number of a telephone or a case, nor a place on the map in eight decimals."""
_QUOTED_TWICE = re.compile(r'""(?=\w)|(?<=[\w.!?])"{2,3}')
_COUNTED = re.compile(r"(?P<days>3[5-9][0-9]{3}|4[0-9]{4}|5[0-4][0-9]{3})(?:,[0-9]+)?")
"""The days of 1995 to 2050."""
_DAY = re.compile(rf"[0-9]{{1,2}}(?:[-/.][0-9]{{1,2}}[-/.]| (?:{'|'.join(MONTHS)}) )[12][0-9]{{3}}", re.I)
_OF_DAYS = re.compile(r"datum\b|^(?:\w*dag|begin|start|einde?)\b", re.I)
"""The head of a column of days."""
_FIRST = date(1899, 12, 30)
"""The day from which Excel counts, so that 1 March 1900 and all later days are right."""


def left_in_cells(paper: Paper) -> Iterator[Finding]:
    """Each cell with something that a spreadsheet shows otherwise, or wrote for itself."""
    for table in (block for block in walk(paper.document.blocks) if isinstance(block, Table)):
        slots = [one for row in grid(table) for one in row if not one.goes_on]
        of_days = {one.column for one in slots if _DAY.fullmatch(plain(one.cell.content).strip())}
        of_days |= {one for one in range(table.columns) if _OF_DAYS.search(heading(table, one))}
        for slot in slots:
            words = plain(slot.cell.content).strip()
            if told := _told(words, in_days=slot.column in of_days):
                place = place_of(slot.cell.content)
                yield Finding(told[0], place if place.file else table.place, told[1])


def _told(words: str, *, in_days: bool) -> tuple[str, str] | None:
    """What is said of a cell with these words, and what to do."""
    if _FORMULA.fullmatch(words):
        return f"hier staat een formule: '{words[:40]}'", "neem de uitkomst over"
    if _POWER.fullmatch(words):
        return f"'{words}' is een getal zoals een programma dat schrijft", "schrijf het getal voluit"
    if _NO_DAY.fullmatch(words):
        return f"'{words}' is een lege datum uit Excel", "laat de cel leeg, of schrijf de datum"
    if found := _MOMENT.fullmatch(words):
        return f"'{words}' is een datum zoals een programma die schrijft", _as_day(found["day"])
    if _ENDLESS.fullmatch(words):
        short = number_text(Decimal(words.replace(",", ".").replace("−", "-")), 2)
        return f"'{words}' is een getal dat niet is afgerond", f"rond het af, bijvoorbeeld tot {short}"
    if _QUOTED_TWICE.search(words):
        single = _QUOTED_TWICE.sub('"', words)
        return f"hier staan dubbele aanhalingstekens uit een rekenblad: '{words[:40]}'", f"schrijf {single}"
    if in_days and (found := _COUNTED.fullmatch(words)):
        day = date_text(_FIRST + timedelta(int(found["days"])))
        return f"'{words}' is een datum zoals Excel die telt", f"schrijf {day}, als dat de datum is"
    return None


def _as_day(written: str) -> str:
    try:
        return f"schrijf {date_text(date.fromisoformat(written))}"
    except ValueError:
        return "schrijf de datum"
