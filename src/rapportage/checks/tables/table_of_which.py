"""Rows of tables that say of which another row is made: 'waarvan ouderen', which cannot be more than it.

Together they may be, where one is counted in two of them: so only parts of one kind are added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from rapportage.checks.reading.amounts import Amount, heading
from rapportage.checks.reading.table_lines import Line, place_of_slot, slack_of, tables
from rapportage.checks.subjects import Paper
from rapportage.document import Slot, Table
from rapportage.dutch import number_text
from rapportage.errors import Finding
from rapportage.inlines import plain

_PART = re.compile(r"[\s–-]*(?:waarvan|w\.v\.|w\.o\.|waaronder)\b[\s:]*(?P<name>.*)", re.I)
_NO_COUNT = re.compile(
    r"\bgem\.|\bgemiddeld|\bper\b|%|\bindex|tijd\b|duur\b|prijs\b|\bverschil\b|\bgroei\b", re.I
)
"""What a column or row says of which a part may be more than the whole."""
_TWICE = re.compile(r"\bmeer(?:dere)?\b|\bdubbel|\boverlap", re.I)
"""What a title says where one is counted in several rows."""
_OPPOSITES = (
    *("man vrouw", "mannen vrouwen", "jongens meisjes", "huur koop", "gegrond ongegrond", "binnen buiten"),
    *("toegekend afgewezen", "oud nieuw", "lasten baten", "eerste tweede", "jongeren ouderen", "ja nee"),
    *(
        "jeugd volwassenen",
        "positief negatief",
        "digitaal papier",
        "korter langer",
        "minder meer",
        "wel niet",
    ),
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_SAYS_NOTHING = re.compile(r"(?:ing|ingen|heid|heden|aties?|steun|hulp|zorg)\Z|\A(?:met|zonder)\b", re.I)
"""What one may well have beside another of its kind: 'begeleiding', 'met urgentie'."""
_FEWEST, _END = 4, 4
"""Letters of a word that says something, and of the end that words of one kind share: '-huur'."""


def more_than_their_row(paper: Paper) -> Iterator[Finding]:
    """Each cell of a 'waarvan' row that is more than its whole, alone or with the others of its kind."""
    for table, lines in tables(paper):
        if _TWICE.search(plain(table.caption)):
            continue
        for whole, parts in _groups(lines):
            for column in range(1, table.columns):
                if not _NO_COUNT.search(f"{heading(table, column)} {whole.name}"):
                    yield from _beyond(table, whole, parts, column)


def _groups(lines: Sequence[Line]) -> Iterator[tuple[Line, list[Line]]]:
    """Each row with the rows below it that tell its parts."""
    whole, parts = None, list[Line]()
    for line in lines:
        if whole is not None and _PART.match(line.name):
            parts.append(line)
            continue
        if whole is not None and parts:
            yield whole, parts
        whole, parts = line, []
    if whole is not None and parts:
        yield whole, parts


def _beyond(table: Table, whole: Line, parts: Sequence[Line], column: int) -> Iterator[Finding]:
    every = _number(whole, column)
    found = [(one.name, *cell) for one in parts if (cell := _cell(one, column)) is not None]
    numbers = [number for _, _, number in found]
    if every is None or any(one.kind != every.kind or one.value < 0 for one in numbers) or every.value <= 0:
        return
    slack = slack_of((every, *numbers), rounded=False)
    if more := next(((slot, one) for _, slot, one in found if one.value > every.value + slack), None):
        yield _told(table, more[0], f"dit is meer dan de rij waarvan het een deel is: {_text(every.value)}")
        return
    together = sum((one.value for one in numbers), Decimal())
    names = [match["name"] for name, _, _ in found if (match := _PART.match(name))]
    if len(found) > 1 and together > every.value + slack and _are_of_one_kind(names):
        said = f"deze delen zijn samen {_text(together)}, en de rij waarvan het delen zijn is"
        yield _told(table, found[-1][1], f"{said} {_text(every.value)}")


def _are_of_one_kind(names: Sequence[str]) -> bool:
    """Whether nobody is in two of these: they are parted by one thing, as age, or are opposites."""
    return all(_is_another(one, other) for one, other in combinations(names, 2))


def _is_another(one: str, other: str) -> bool:
    some, others = (_WORD.findall(name.casefold()) for name in (one, other))
    shared = {word for word in some if len(word) >= _FEWEST} & set(others)
    if any({*pair.split()} <= {*some, *others} for pair in _OPPOSITES):
        return True
    if re.search("[0-9]", one) and re.search("[0-9]", other):
        return not shared or some == others
    ends = (
        some and others and not _SAYS_NOTHING.search(one) and min(len(some[-1]), len(others[-1])) >= _FEWEST
    )
    return bool(ends and some[-1] != others[-1] and some[-1][-_END:] == others[-1][-_END:])


def _number(line: Line, column: int) -> Amount | None:
    cell = _cell(line, column)
    return cell[1] if cell else None


def _cell(line: Line, column: int) -> tuple[Slot, Amount] | None:
    slot, number = line.cells.get(column, (None, None))
    return None if slot is None or number is None or number.empty or not number.known else (slot, number)


def _text(value: Decimal) -> str:
    return number_text(value, max(0, -int(value.as_tuple().exponent)))


def _told(table: Table, slot: Slot, said: str) -> Finding:
    return Finding(
        said, place_of_slot(table, slot), "herstel het getal; telt iets dubbel, zeg dat in de titel"
    )
