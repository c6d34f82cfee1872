"""The numbers of a sentence that may be those of cells of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapportage.checks.reading.amounts import Amount
from rapportage.checks.reading.directions import AMOUNT, number_of
from rapportage.checks.reading.table_names import Mention, SpokenTable, text_of
from rapportage.dutch import MONTHS

NUMBER = re.compile(rf"(?<![\w.,/:€-]){AMOUNT}(?![\w/]|-\w|[ \u00a0](?:{'|'.join(MONTHS)})\b)")
_NEAR = 40
"""So far before a number stands what says of it what it is."""
_LABEL = re.compile(
    r"\b(?:tabel|figuur|hoofdstuk|paragraaf|bijlage|artikel|punt|fase|nr\.?|nummer|top)\s\Z", re.I
)
_ROOM = re.compile(
    r"\b(?:ruim|bijna|circa|ca\.|ongeveer|rond(?:\sde)?|zo['’]n|meer\sdan|minder\sdan|krap)\s\Z", re.I
)
_CHANGE = re.compile(r"\b(?:met|maal|keer|factor)\s(?:\w+\s)?\Z", re.I)
_CHANGED = re.compile(
    r"(?:[ \u00a0](?!(?:in|en|van|op)\b)\w+)?[ \u00a0](?:meer|minder|hoger|lager|extra|erbij|keer|maal"
    r"|procentpunt\w*|jaar|weken|maanden|dagen|op\sde|van\sde)\b",
    re.I,
)
_IN_FULL = re.compile(r"€|miljoen|miljard")
"""What is no number as a table of thousands writes it."""
BEHIND = re.compile(r"[ \u00a0](?P<noun>[^\W\d_][\w-]*)(?:[ \u00a0](?P<next>[^\W\d_][\w-]*))?")
_SMALL = re.compile(
    r"in|en|van|voor|tegen|op|bij|naar|tot|over|ten|terwijl|maar|was|waren|is|zijn|er|uit|om|dan|met", re.I
)

_SEE = re.compile(r"(?:[ \u00a0][^\W\d_][\w-]*)?[ \u00a0]\((?:zie\s)?tabel\s[0-9]+\)", re.I)
"""What says right behind a number in which table it stands."""


@dataclass(frozen=True, slots=True)
class SaidNumber:
    """A number of a sentence, and where it stands."""

    words: str
    value: Decimal
    start: int
    end: int
    is_rough: bool

    def may_be(self, cell: Amount) -> bool:
        """Whether this number is that of a cell, as far as both are written."""
        if (self.words.endswith("%")) != (cell.kind == "%"):
            return True
        if self._is(cell.value, cell.digit):
            return True
        return self._counts_as(cell) and self._is(cell.value / cell.scale, cell.digit / cell.scale)

    def shown_of(self, cell: Amount) -> str:
        """A cell as this number is written: by the thousand, or in full."""
        return text_of(Amount(cell.value / cell.scale) if self._counts_as(cell) else cell)

    def _counts_as(self, cell: Amount) -> bool:
        """Whether this may be a number as it stands in a table of thousands."""
        return cell.scale != 1 and not _IN_FULL.search(self.words)

    def _is(self, value: Decimal, digit: Decimal) -> bool:
        apart = abs(abs(self.value) - abs(value))
        if self.is_rough:
            return apart <= abs(value) / 10
        return apart <= max(_digit(self.value), digit) / 2


def said_numbers(sentence: str, mentions: Sequence[Mention]) -> list[SaidNumber]:
    """The numbers of a sentence that no words make those of something else."""
    found: list[SaidNumber] = []
    for one in NUMBER.finditer(sentence):
        before = sentence[max(0, one.start() - _NEAR) : one.start()]
        value = number_of(one[0])
        if (
            value is None
            or is_within(one, mentions)
            or _LABEL.search(before)
            or re.fullmatch(r"(?:19|20)[0-9]{2}", one[0])
        ):
            continue
        found.append(SaidNumber(one[0], value, one.start(), one.end(), _ROOM.search(before) is not None))
    return found


def is_within(found: re.Match[str], mentions: Sequence[Mention]) -> bool:
    """Whether these words name a row or a column, or a part of it."""
    return any(one.start < found.end() and found.start() < one.end for one in mentions)


def is_counted_here(number: SaidNumber, sentence: str, table: SpokenTable) -> bool:
    """Whether a number is one of what the table counts, by the word behind it."""
    if _CHANGE.search(sentence[max(0, number.start - _NEAR) : number.start]) or _CHANGED.match(
        sentence, number.end
    ):
        return False
    if table.is_named and _SEE.match(sentence, number.end):
        return True
    behind = BEHIND.match(sentence, number.end)
    if behind is None or _SMALL.fullmatch(behind["noun"]):
        return True
    return table.uses(behind["noun"]) or bool(behind["next"] and table.uses(behind["next"]))


def _digit(value: Decimal) -> Decimal:
    """What one in the last digit of a number is worth that may have been rounded to hundreds."""
    exponent = int(value.as_tuple().exponent)
    zeros = int(value.normalize().as_tuple().exponent) if value else 0
    return Decimal(1).scaleb(zeros if zeros > 1 else exponent)
