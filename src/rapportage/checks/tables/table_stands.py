"""Find tables that go from one stand to the next by what came and went, and do not get there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, product

from rapportage.checks.reading.amounts import Amount, head_words, says_rounded_above
from rapportage.checks.reading.table_lines import Line, place_of_slot, slack_of, tables
from rapportage.checks.subjects import Paper
from rapportage.document import Slot, Table
from rapportage.dutch import MONTHS, number_text
from rapportage.errors import Finding
from rapportage.inlines import plain

_WHAT = (
    r"(?:(?:balans)?stand|(?:boek)?saldo|boekwaarde|reserve|voorziening"
    r"|voorraad|omvang|balans|aantal|caseload)"
)
_SHORT_DAY = r"[0-3]?[0-9](?:[-./][01]?[0-9](?:[-./](?:[0-9]{2}){1,2})?"
_DAY = rf"{_SHORT_DAY}|\s(?:{'|'.join(MONTHS)})(?:\s[0-9]{{4}})?)"
_AN_END = r"(?:primo|ultimo|(?:aan\s(?:het|de)\s)?(?:begin|einde?)(?:\svan)?)(?:\s[^\s\d]+)*(?:\s[0-9]{4})?"
_WHEN = rf"(?:{_AN_END}|{_DAY})"
MOMENT = re.compile(
    rf"(?:(?:begin|eind|openings|slot)(?:saldo|stand|balans|voorraad|waarde)\b.*"
    rf"|(?:oude|nieuwe)\s{_WHAT}|(?:(?:{_WHAT}\b|[^\W\d]+(?:\s[^\W\d]+){{0,2}})\s*)?{_WHEN})\s*(?:\([^)]*\))?:?",
    re.I,
)
"""What says how much there was at a moment."""
_BARE = re.compile(r"(?:het\s)?(?:stand|saldo|boekwaarde)\s*(?:\([^)]*\))?:?", re.I)
"""What does so behind another moment only."""
_PLUS = re.compile(
    r"(?:\+|plus\b|(?:er)?bij\b|toevoeging|dotatie|storting|toename|vermeerdering|investering|instroom"
    r"|nieuw|ingekomen|binnengekomen|ontvangen|aangemeld|geboren|geboorte|gestart(?! met)|vestiging)",
    re.I,
)
_MINUS = re.compile(
    r"(?:[-−–]|minus\b|(?:er)?af\b(?! te)|onttrekking|vrijval|aanwending|besteding|afname|vermindering"
    r"|afschrijving|desinvestering|uitstroom|aflossing|afgehandeld|afgedaan|afgerond|uitgaven|uitbetaald"
    r"|overleden|sterfte|beëindigd|vertrek|vertrokken|afgehaakt|teruggetrokken|ingetrokken|vervallen|uitgeschreven)",
    re.I,
)
_EITHER = re.compile(r"gestart met|geplaatst|doorverwezen|verhuisd", re.I)
"""What ends a wait, and begins help."""
_ALL = re.compile(r"(?:er)?(?:bij|af)\b|toevoeging|onttrekking|dotatie|vrijval|storting", re.I)
"""Who writes one of these tells all that came or went; 'nieuw' alone may be a part of it."""
_NO_PART = re.compile(r"\W*(?:waarvan|w\.v\.|waaronder|saldo|totaal|per saldo|mutatie)|.*%", re.I)
"""What stands between two moments and is no movement beside the others."""
_MUTATION = re.compile(r"(?:(?:per )?saldo |totaal )?mutatie", re.I)
_MOST = 6
"""So many movements may stand between two moments."""
_HINT = "herstel het getal, of noem de {} naar wat erin staat"


@dataclass(frozen=True, slots=True)
class _Way:
    """Two stands with what came and went between them; the sign of each movement, 0 where no word says it."""

    slot: Slot
    opening: Amount
    closing: Amount
    movements: tuple[Amount, ...]
    signs: tuple[int, ...]
    is_whole: bool
    """Whether the words say all signs, and that nothing else came or went."""
    rounded: bool

    def made(self, signs: Sequence[int], *, corrected: bool = False) -> Decimal:
        """What the first stand becomes; what went is taken off however it is written, unless `corrected`."""
        parts = (
            (one.value if sign > 0 else -(one.value if corrected else abs(one.value)))
            for one, sign in zip(self.movements, signs, strict=True)
        )
        return self.opening.value + sum(parts, Decimal())

    def holds(self, signs: Sequence[int]) -> bool:
        """Whether the second stand is what the first becomes with these signs."""
        slack = slack_of((self.closing, self.opening, *self.movements), rounded=self.rounded)
        made = (self.made(signs), self.made(signs, corrected=True))
        return any(abs(one - self.closing.value) <= slack for one in made)


def wrong_stands(paper: Paper) -> Iterator[Finding]:
    """Each stand that is not that of before with what came and went, in a row or in a column of a table."""
    for table, lines in tables(paper):
        heads = [" ".join(head_words(table, one)) for one in range(table.columns)]
        for before, after in _spans(heads):
            found = [way for line in lines if (way := _along(table, line, heads, before, after))]
            yield from _judged(table, found, "kolom")
        names = [line.name for line in lines]
        for before, after in _spans(names):
            down = (_down(table, lines[before : after + 1], column) for column in range(1, table.columns))
            yield from _judged(table, [way for way in down if way], "rij")


def _spans(names: Sequence[str]) -> list[tuple[int, int]]:
    """The moments that follow each other with at least one thing between them, by number."""
    moments: list[int] = []
    for at, name in enumerate(names):
        if MOMENT.fullmatch(name) or (moments and _BARE.fullmatch(name)):
            moments.append(at)
    return [(one, other) for one, other in pairwise(moments) if other - one > 1]


def _along(table: Table, line: Line, heads: Sequence[str], before: int, after: int) -> _Way | None:
    named = [(heads[at], line.cells.get(at)) for at in range(before, after + 1)]
    return _way(named, rounded=says_rounded_above(table, after))


def _down(table: Table, lines: Sequence[Line], column: int) -> _Way | None:
    named = [(line.name, line.cells.get(column)) for line in lines]
    return _way(named, rounded=says_rounded_above(table, column))


def _way(named: Sequence[tuple[str, tuple[Slot, Amount | None] | None]], *, rounded: bool) -> _Way | None:
    """The stands and movements of these cells; None where they cannot be counted."""
    (_, first), *between, (_, last) = named
    opening, closing = (cell[1] if cell else None for cell in (first, last))
    if last is None or opening is None or closing is None or closing.empty:
        return None
    cells = [(name, cell[1]) for name, cell in between if cell]
    parts = [one for one in cells if not _NO_PART.match(one[0])]
    parts = parts or [one for one in cells if _MUTATION.match(one[0])]  # nothing but their sum
    movements = [(name, one) for name, one in parts if one is not None]
    numbers = [one for _, one in movements]
    every = (opening, closing, *numbers)
    kinds = {one.kind for one in every if not one.empty}
    if (
        len(movements) < len(parts)
        or not 0 < len(movements) <= _MOST
        or len(kinds) > 1
        or not all(one.known for one in every)
        or all(one.empty for one in (opening, *numbers))
    ):
        return None
    signs = tuple(1 if _PLUS.match(name) else -1 if _MINUS.match(name) else 0 for name, _ in movements)
    are_known = all(sign or _EITHER.match(name) for sign, (name, _) in zip(signs, movements, strict=True))
    is_whole = are_known and ({1, -1} <= set(signs) or all(_ALL.match(name) for name, _ in movements))
    return _Way(last[0], opening, closing, tuple(numbers), signs, is_whole, rounded)


def _judged(table: Table, found: Sequence[_Way], what: str) -> Iterator[Finding]:
    """The stands that are wrong; where words leave a sign open, only if most are right with one of them."""
    by_signs: dict[tuple[int, ...], list[_Way]] = {}
    for way in found:
        by_signs.setdefault(way.signs, []).append(way)
    for signs, ways in by_signs.items():
        choices = list(product(*((one,) if one else (1, -1) for one in signs)))
        best = max(choices, key=lambda choice: sum(way.holds(choice) for way in ways))
        wrong = [way for way in ways if not way.holds(best)]
        right = len(ways) - len(wrong)
        turned = tuple(-one for one in best)
        if all(way.holds(turned) for way in ways) or (not ways[0].is_whole and right <= max(1, len(wrong))):
            continue
        for way in wrong:
            yield _told(table, way, best, what)


def _told(table: Table, way: _Way, signs: Sequence[int], what: str) -> Finding:
    made = way.made(signs)
    written = number_text(made, max(0, -int(made.normalize().as_tuple().exponent)))
    words = plain(way.slot.cell.content)
    message = f"deze stand is {words}, en de stand ervoor met wat erbij en eraf ging is {written}"
    return Finding(message, place_of_slot(table, way.slot), _HINT.format(what))
