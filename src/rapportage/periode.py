"""A reporting period such as 2021-H2: its first and last day, its neighbours, its names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

PeriodKind = Literal["jaar", "halfjaar", "viermaands", "kwartaal"]

_LETTER: dict[PeriodKind, str] = {"jaar": "", "halfjaar": "H", "viermaands": "T", "kwartaal": "Q"}
_PER_YEAR: dict[PeriodKind, int] = {"jaar": 1, "halfjaar": 2, "viermaands": 3, "kwartaal": 4}
_NOUN: dict[PeriodKind, str] = {
    "jaar": "jaar",
    "halfjaar": "halfjaar",
    "viermaands": "viermaandsperiode",
    "kwartaal": "kwartaal",
}
_ORDINAL = ("eerste", "tweede", "derde", "vierde")
_FORM = re.compile(r"(?P<year>[12][0-9]{3})(?:-(?P<letter>[HTQ])(?P<number>[0-9]))?")
_LOOSE = re.compile(r"'?(?P<year>[0-9]{4}|[0-9]{2})[-_ /]*(?P<letter>[HTQ])[-_ ]*(?P<number>[0-9])", re.I)


class PeriodeError(ValueError):
    """The text names no period; message and hint are Dutch."""

    def __init__(self, message: str, hint: str) -> None:
        self.message = message
        self.hint = hint
        super().__init__(f"{message}; {hint}")


@dataclass(frozen=True, slots=True, order=True)
class Periode:
    """The `number`th period of its kind in a year; a whole year has number 1."""

    year: int
    number: int
    kind: PeriodKind

    @property
    def _months(self) -> int:
        return 12 // _PER_YEAR[self.kind]

    @property
    def first_day(self) -> date:
        """The day on which the period begins."""
        return date(self.year, (self.number - 1) * self._months + 1, 1)

    @property
    def last_day(self) -> date:
        """The day on which the period ends, itself included."""
        last_month = self.number * self._months
        after = date(self.year + 1, 1, 1) if last_month == 12 else date(self.year, last_month + 1, 1)
        return after - timedelta(days=1)

    @property
    def previous(self) -> Periode:
        """The period of the same kind just before this one."""
        if self.number > 1:
            return Periode(self.year, self.number - 1, self.kind)
        return Periode(self.year - 1, _PER_YEAR[self.kind], self.kind)

    @property
    def next(self) -> Periode:
        """The period of the same kind just after this one."""
        if self.number < _PER_YEAR[self.kind]:
            return Periode(self.year, self.number + 1, self.kind)
        return Periode(self.year + 1, 1, self.kind)

    @property
    def name(self) -> str:
        """The period in words: 'tweede halfjaar 2021', or 'jaar 2022'."""
        ordinal = f"{_ORDINAL[self.number - 1]} " if self.kind != "jaar" else ""
        return f"{ordinal}{_NOUN[self.kind]} {self.year}"

    @property
    def months(self) -> str:
        """The period by its months: 'juli-december 2021'."""
        from rapportage.dutch import MONTHS  # only papers ask for it, and help need not wait for it

        return f"{MONTHS[self.first_day.month - 1]}-{MONTHS[self.last_day.month - 1]} {self.year}"

    def __str__(self) -> str:
        letter = _LETTER[self.kind]
        return f"{self.year}-{letter}{self.number}" if letter else str(self.year)


def parse_periode(text: str) -> Periode:
    """The period that `text` names; raises PeriodeError with a Dutch message and remedy."""
    form = _FORM.fullmatch(text)
    if form is None:
        loose = _LOOSE.fullmatch(text.strip())
        if loose is None:
            raise PeriodeError(
                f"'{text}' is geen periode",
                "schrijf een halfjaar als 2021-H2, een kwartaal als 2022-Q3,"
                " vier maanden als 2022-T1 en een jaar als 2022",
            )
        year = loose["year"] if len(loose["year"]) == 4 else "20" + loose["year"]
        raise PeriodeError(
            f"'{text}' is geen periode", f"bedoelde u {year}-{loose['letter'].upper()}{loose['number']}?"
        )
    kind = _kind_of(form["letter"])
    number = int(form["number"] or 1)
    if not 1 <= number <= _PER_YEAR[kind]:
        known = ", ".join(str(Periode(int(form["year"]), n, kind)) for n in range(1, _PER_YEAR[kind] + 1))
        raise PeriodeError(f"'{text}' bestaat niet", f"dat jaar heeft {known}")
    return Periode(int(form["year"]), number, kind)


def _kind_of(letter: str | None) -> PeriodKind:
    for kind, own in _LETTER.items():
        if own == (letter or ""):
            return kind
    raise AssertionError(letter)
