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
_SHORT: dict[PeriodKind, str] = {"halfjaar": "helft", "viermaands": "tertaal", "kwartaal": "kw."}
FORMS = ("lang", "kort", "maanden", "zonder-jaar", "jaar", "naam")
"""The ways in which a text may ask for a period's name."""
_ORDINAL = ("eerste", "tweede", "derde", "vierde")
_FORM = re.compile(r"(?P<year>[12][0-9]{3})(?:-(?P<letter>[HTQ])(?P<number>[0-9]))?")
_YEAR, _LETTERS = r"'?(?P<year>[12][0-9]{3}|[0-9]{2})", "(?P<letter>[hstqk])"
_NUMBER, _WORD = "(?P<number>[1-4])", "e?[ ]?(?P<letter>hal|hel|kw|q|tertaal|vierm)[a-z ]*"
_BETWEEN, _END = r"[-_ /.]*", "(?![0-9a-z])"
_LOOSE = tuple(
    re.compile(_BETWEEN.join(parts) + _END)
    for parts in (
        (_YEAR, _LETTERS, _NUMBER),
        (_LETTERS, _NUMBER, _YEAR),
        (_YEAR, _NUMBER + _WORD),
        (_NUMBER + _WORD, _YEAR),
    )
)
"""How people write a period besides: 2021h2, k3-2022, 1e halfjaar 2022; it may be the beginning of a name."""
_MEANT: dict[str, PeriodKind] = {
    **{"h": "halfjaar", "s": "halfjaar", "q": "kwartaal", "k": "kwartaal"},
    **{"t": "viermaands", "v": "viermaands"},
}
_NUMBERS = {"eerste": "1e", "tweede": "2e", "derde": "3e", "vierde": "4e"}


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
    def year_before(self) -> Periode:
        """The same part of the year before this one's."""
        return self.back(_PER_YEAR[self.kind])

    def back(self, count: int) -> Periode:
        """The period of the same kind so many before this one."""
        year, number = divmod(
            self.year * _PER_YEAR[self.kind] + self.number - 1 - count, _PER_YEAR[self.kind]
        )
        return Periode(year, number + 1, self.kind)

    def months_before(self, months: int) -> Periode | None:
        """The period of the same kind that began so many months before; None where none began then."""
        return None if months % self._months else self.back(months // self._months)

    @classmethod
    def of_days(cls, first: date, last: date, kind: PeriodKind) -> Periode | None:
        """The period of this kind that begins and ends on these days; None where there is none such."""
        number = (first.month - 1) * _PER_YEAR[kind] // 12 + 1
        periode = cls(first.year, number, kind)
        return periode if (periode.first_day, periode.last_day) == (first, last) else None

    def beside(self, kind: PeriodKind) -> tuple[Periode, ...]:
        """The periods of another kind that have a day in common with this one, earliest first."""
        periods = (Periode(self.year, number, kind) for number in range(1, _PER_YEAR[kind] + 1))
        return tuple(
            one for one in periods if one.first_day <= self.last_day and self.first_day <= one.last_day
        )

    @property
    def name(self) -> str:
        """The period in words: 'tweede halfjaar 2021', or 'jaar 2022'."""
        ordinal = f"{_ORDINAL[self.number - 1]} " if self.kind != "jaar" else ""
        return f"{ordinal}{_NOUN[self.kind]} {self.year}"

    def words(self, form: str) -> str:
        """The period in one of the FORMS, as running text has it.

        'lang' is 'tweede halfjaar van 2021', 'kort' '2e helft 2021', 'maanden' 'juli-december 2021',
        'zonder-jaar' 'tweede halfjaar', 'jaar' '2021', 'naam' '2021-H2'.
        """
        match form:
            case "lang":
                return str(self.year) if self.kind == "jaar" else self.name.replace(" 2", " van 2", 1)
            case "kort":
                return f"{self.number}e {_SHORT[self.kind]} {self.year}" if self.kind != "jaar" else str(self)
            case "maanden":
                return self.months
            case "zonder-jaar":
                return self.name.rsplit(" ", 1)[0]
            case "jaar":
                return str(self.year)
            case _:
                return str(self)

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
        meant = meant_periode(text)
        raise PeriodeError(
            f"'{text}' is geen periode",
            f"bedoelde u {meant}?"
            if meant
            else "schrijf een halfjaar als 2021-H2, een kwartaal als 2022-Q3,"
            " vier maanden als 2022-T1 en een jaar als 2022",
        )
    kind = _kind_of(form["letter"])
    number = int(form["number"] or 1)
    if not exists(number, kind):
        known = ", ".join(str(Periode(int(form["year"]), n, kind)) for n in range(1, _PER_YEAR[kind] + 1))
        raise PeriodeError(f"'{text}' bestaat niet", f"dat jaar heeft {known}")
    return Periode(int(form["year"]), number, kind)


def meant_periode(text: str) -> Periode | None:
    """The period that this text begins with, in a form that people write; None where there is none such."""
    plain = text.strip().lower()
    for word, short in _NUMBERS.items():
        plain = plain.replace(word, short)
    for form in _LOOSE:
        if found := form.match(plain):
            kind, number = _MEANT[found["letter"][0]], int(found["number"])
            year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
            return Periode(year, number, kind) if number <= _PER_YEAR[kind] else None
    return None


def exists(number: int, kind: PeriodKind) -> bool:
    """Whether a year has so many periods of this kind."""
    return 1 <= number <= _PER_YEAR[kind]


def _kind_of(letter: str | None) -> PeriodKind:
    for kind, own in _LETTER.items():
        if own == (letter or ""):
            return kind
    raise AssertionError(letter)
