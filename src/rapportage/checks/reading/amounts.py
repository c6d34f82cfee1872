"""What the cells of a table hold: numbers with their kind, nothing, or words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from rapportage.content.fields import STILL_OPEN
from rapportage.document import Row, Table, grid
from rapportage.inlines import plain
from rapportage.typed import is_nothing, typed_number

_NOT_KNOWN = re.compile(rf"(?:€\s?)?n\.?\s?(?:n\.?\s?)?b\.?|onbekend|{re.escape(STILL_OPEN)}", re.I)
_UNITS = {"€": "€", "euro": "€", "eur": "€", "%": "%", "procent": "%"}
_UNIT = "|".join(_UNITS)
_AMOUNT = re.compile(
    rf"(?P<before>(?:euro|eur)(?![^\W\d_]))?\s*(?P<number>.*?)\s*"
    rf"(?P<power>miljoen|mln\.?|miljard|mld\.?|mrd\.?)?\s*(?P<behind>{_UNIT})?",
    re.I,
)
_DIGITS = re.compile(r"[-−–+/€\s]*(?P<digits>[0-9](?:[.,0-9]*[0-9])?)(?:,-+)?")
_PLUS = re.compile(r"\A\+\s?(?=[€0-9])|(?<=\A€)\s?\+\s?(?=[0-9])")
"""The sign of what became more."""
_POWERS = {"miljoen": 6, "mln": 6, "miljard": 9, "mld": 9, "mrd": 9}
_ROUNDED = re.compile(
    r"(?:[x×*]|\bin)\s*(?:€|eur\b|euro\b)?\s*1[. ]?0{3}(?![0-9])|\bduizend(?:en|tal(?:len)?)?\b"
    r"|\bmiljoen(?:en)?\b|\bmiljard(?:en)?\b|\bml[nd]\b|\bmrd\b|\bafgerond\b",
    re.I,
)
"""What a heading, a caption or a total says of numbers that are rounded."""
_SCALES = {
    Decimal(1000): re.compile(
        r"(?:[x×*]|\bin)\s*(?:€|eur\b|euro\b)?\s*1[. ]?000(?![.0-9])|(?<!per )\bduizend(?:en|tal(?:len)?)?\b",
        re.I,
    ),
    Decimal(1000000): re.compile(
        r"(?:[x×*]|\bin)\s*(?:€|eur\b|euro\b)?\s*(?:1[. ]?000[. ]?000\b|1 ?mln|miljoen)|\bmiljoenen\b", re.I
    ),
}
"""What says by how much the numbers of a column are counted."""
_PERCENT = re.compile(r"%|\bprocent\b|\bpercentages?\b", re.I)


@dataclass(frozen=True, slots=True)
class Amount:
    """The number in a cell: its kind is €, % or '' for a count; `known` is False for 'n.b.'."""

    value: Decimal = Decimal()
    kind: str = ""
    empty: bool = False
    known: bool = True
    scale: Decimal = Decimal(1)
    """By how much the table counts it, where `value` is the number in full."""

    @property
    def digit(self) -> Decimal:
        """What one in the last digit is worth."""
        return Decimal(1).scaleb(int(self.value.as_tuple().exponent))

    @property
    def may_be_rounded(self) -> bool:
        """Whether the way it is written says so: a percentage, decimals, or a word such as 'miljoen'."""
        return not self.empty and (self.kind == "%" or self.digit != 1)


def amount(words: str) -> Amount | None:
    """The number that words stand for; nothing counts as zero, other words are None."""
    words = words.strip().rstrip("*†").strip()
    if is_nothing(words):
        return Amount(empty=True)
    if _NOT_KNOWN.fullmatch(words):
        return Amount(empty=True, known=False)
    parts = _AMOUNT.fullmatch(_PLUS.sub("", words))
    number = typed_number(parts["number"]) if parts else None
    if parts is None or number is None:
        return None
    unit = parts["before"] or parts["behind"] or next((one for one in "€%" if one in words), "")
    power = _POWERS.get((parts["power"] or "").lower().rstrip("."), 0)
    return Amount(number.scaleb(power), _UNITS.get(unit.lower(), ""))


def number_in(words: str) -> str:
    """The digits with their points and commas, of a cell that holds no other words than a unit and a sign."""
    parts = _AMOUNT.fullmatch(words.strip().rstrip("*†").strip())
    found = _DIGITS.fullmatch(parts["number"]) if parts else None
    return found["digits"] if found else ""


def says_rounded(words: str) -> bool:
    """Whether words say that numbers are rounded, as 'x 1.000', 'in miljoenen' and '(afgerond)' do."""
    return _ROUNDED.search(words) is not None


def heading(table: Table, column: int) -> str:
    """The words above a column, of all rows of the head."""
    return " ".join(head_words(table, column))


def says_rounded_above(table: Table, column: int, *besides: str) -> bool:
    """Whether a heading, the caption or other words say that the numbers of a column are rounded."""
    own = heading(table, column)
    told = (own, heading(table, 0), plain(table.caption), *besides)
    return _PERCENT.search(own) is not None or any(map(says_rounded, told))


def scale_above(table: Table, column: int) -> Decimal | None:
    """By how much the numbers of a column are counted, as its heading, the first one or the caption says."""
    told = (heading(table, column), heading(table, 0), plain(table.caption))
    return next((scale for words in told for scale, form in _SCALES.items() if form.search(words)), None)


def head_words(table: Table, column: int) -> list[str]:
    """The words of each cell of the head that stands above a column, from top to bottom."""
    return [words for columns, words in _heads(table.head) if column in columns]


@lru_cache(maxsize=64)
def _heads(head: tuple[Row, ...]) -> tuple[tuple[range, str], ...]:
    """The words of each cell of the head, with the columns below it: every rule on tables asks for them."""
    return tuple(
        (range(slot.column, slot.column + slot.cell.colspan), plain(slot.cell.content).strip())
        for row in grid(Table(head, ()))
        for slot in row
        if not slot.goes_on
    )
