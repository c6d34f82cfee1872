"""The rows of a drawing: what each is called, and its amount, its goal, its state or its moment."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from rapportage.checks.reading.told_facts import content_words, narrows
from rapportage.content.fields import EXPRESSION, moment_days
from rapportage.content.figures import Tekening
from rapportage.content.model import Rapportage
from rapportage.dutch import amount_in_full, quantity_text

_ROWS = {
    "statustabel": "onderwerpen",
    "ranglijst": "onderdelen",
    "waardenkaart": "waarden",
    "doelen": "doelen",
    "trechter": "stappen",
    "waterval": "stappen",
    "tijdlijn": "momenten",
    "fasen": "fasen",
}
RANKED = frozenset(("ranglijst", "waardenkaart"))
"""The drawings of which the rows are places and the like, which other texts name as well."""
_MEASURED = RANKED | {"doelen", "trechter", "waterval"}
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_LETTERS = 4
_BEGIN = re.compile(r"(?:.{0,80}\bdat\s)?(?:(?:de|het|een|deze)\s)?", re.I)
_OF_IT = re.compile(r"\b(?:voor|van|over|rond|bij|in|aan|door|na)\s(?:(?:de|het|een)\s)?\Z", re.I)
"""Before a name of which only something else is told: 'het plan voor het zonnepark is klaar'."""
_VALUE = re.compile(r"\s*waarde\(\s*[\"'](?P<name>[\w-]+)[\"']\s*\)\s*")
_OF_ANY = content_words(
    "ligt liggen staat zit zitten blijft scoort scoren krijgt krijgen geldt lukt doel doelen gehaald gevallen"
    " keren gemiddelde wijk wijken gemeenten meest hoogst laagst schema koers veel vaak hoog groot boven"
)
"""Words that tell nothing else than a drawing does, whatever is drawn."""


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """One row of a drawing; what its kind does not have is empty or None."""

    name: str
    amount: Decimal | None = None
    goal: Decimal | None = None
    less_is_better: bool = False
    state: str = ""
    moment: str = ""

    @property
    def is_reached(self) -> bool | None:
        """Whether the goal of this row is reached; None where it has none."""
        if self.amount is None or self.goal is None:
            return None
        return self.amount <= self.goal if self.less_is_better else self.amount >= self.goal


@dataclass(frozen=True)
class Drawing:
    """The rows of a drawing, with what all are compared with and the words of its caption."""

    kind: str
    rows: tuple[DrawnRow, ...]
    unit: str = ""
    caption: str = ""
    compared: Decimal | None = None
    compared_name: str = ""

    def text(self, value: Decimal) -> str:
        """A number as it is told of this drawing, with all its decimals."""
        decimals = max(0, -int(value.normalize().as_tuple().exponent))
        if self.unit == "€":
            return amount_in_full(value, decimals)
        return quantity_text(value, self.unit, decimals)

    @property
    def amounts(self) -> list[Decimal]:
        """The amounts of all rows, and their goals."""
        return [one for row in self.rows for one in (row.amount, row.goal) if one is not None]

    @cached_property
    def own(self) -> tuple[frozenset[str], ...]:
        """Of the name of each row the words that no other has."""
        words = [_words_of(one.name) for one in self.rows]
        return tuple(
            frozenset(own.difference(*(other for at, other in enumerate(words) if at != mine)))
            for mine, own in enumerate(words)
        )

    @cached_property
    def about(self) -> frozenset[str]:
        """How the words begin that tell of what is drawn."""
        names = " ".join(one.name for one in self.rows)
        return content_words(f"{names} {self.caption} {self.unit} {self.compared_name}") | _OF_ANY

    def named(self, text: str, least: float = 0.5) -> list[DrawnRow]:
        """The rows that a text names: ranked ones by their whole name, others by part of their own words.

        Those are the words of four letters or more that the name of no other row has.
        """
        if self.kind in RANKED:
            return [one for one in self.rows if one.name and _stands_in(text, one.name)]
        there = {one.lower() for one in _WORD.findall(text)}
        pairs = zip(self.rows, self.own, strict=True)
        return [row for row, own in pairs if own and len(own & there) >= max(least * len(own), 1)]

    def begins_with(self, text: str, row: DrawnRow) -> bool:
        """Whether a text, or what it says 'dat' of, begins with the name of this row."""
        first = _first_of(text, row)
        return first is not None and _BEGIN.fullmatch(text[: first.start()]) is not None

    def is_aside(self, text: str, row: DrawnRow) -> bool:
        """Whether a text names this row first as what something else is for or of."""
        first = _first_of(text, row)
        return first is not None and _OF_IT.search(text[: first.start()]) is not None

    def tells_more(self, text: str) -> bool:
        """Whether a text has words of something else than what is drawn."""
        return bool(content_words(text) - self.about)

    def narrows(self, text: str) -> bool:
        """Whether a text tells of a part of it, or of the like elsewhere: 'de motie over parkeren'."""
        return narrows(text, self.about)

    def is_spoken_of(self, text: str) -> bool:
        """Whether a text counts its rows, or has a word of its caption."""
        counted = re.search(rf"\b{len(self.rows)}\b|\b{_COUNTS.get(len(self.rows), '-')}\b", text, re.I)
        return counted is not None or bool(content_words(text) & (content_words(self.caption) - _OF_ANY))


_COUNTS = dict(
    enumerate(["twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"], 2)
)


def drawing_of(value: Tekening, rapportage: Rapportage) -> Drawing | None:
    """The rows of a drawing as they are printed; None for a kind without rows, or where one is not known."""
    key = _ROWS.get(value.soort)
    found = _mappings(value.data.get(key)) if key else []
    ends = [one for end in ("begin", "eind") if isinstance(one := value.data.get(end), Mapping)]
    rows = tuple(_row(one, rapportage) for one in (*ends[:1], *found, *ends[1:]))
    if not rows or (value.soort in _MEASURED and any(one.amount is None for one in rows)):
        return None
    if value.soort == "tijdlijn" and not all(_is_moment(one.moment) for one in rows):
        return None
    line = value.data.get("vergelijking")
    return Drawing(
        value.soort,
        rows,
        str(value.data.get("eenheid") or ""),
        value.bijschrift or "",
        measured_number(line.get("waarde"), rapportage) if isinstance(line, Mapping) else None,
        str(line.get("naam")) if isinstance(line, Mapping) else "",
    )


def _is_moment(words: str) -> bool:
    """Whether this is a day or month; what is none is told of the figure itself."""
    try:
        moment_days(words)
    except ValueError:
        return False
    return True


def _row(data: Mapping[str, object], rapportage: Rapportage) -> DrawnRow:
    return DrawnRow(
        str(data.get("naam") or data.get("titel") or data.get("gemeente") or ""),
        measured_number(data.get("waarde", data.get("stand")), rapportage),
        measured_number(data.get("doel"), rapportage),
        data.get("minder-is-beter") is True,
        str(data.get("staat") or ""),
        str(data.get("wanneer") or ""),
    )


def measured_number(value: object, rapportage: Rapportage) -> Decimal | None:
    """A number of the data, also where a series gives it for this period."""
    if isinstance(value, str) and (asked := EXPRESSION.fullmatch(value.strip())):
        found = _VALUE.fullmatch(asked["expression"])
        series = rapportage.indicatoren.get(found["name"]) if found else None
        return series.measured.get(rapportage.periode) if series else None
    is_number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    return Decimal(str(value)) if is_number else None


def _mappings(rows: object) -> Sequence[Mapping[str, object]]:
    return [one for one in rows if isinstance(one, Mapping)] if isinstance(rows, list | tuple) else []


def _stands_in(text: str, name: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.I) is not None


def _first_of(text: str, row: DrawnRow) -> re.Match[str] | None:
    own = _words_of(row.name)
    return next((found for found in _WORD.finditer(text) if found[0].lower() in own), None)


def _words_of(name: str) -> set[str]:
    return {one.lower() for one in _WORD.findall(name) if len(one) >= _FEWEST_LETTERS}
