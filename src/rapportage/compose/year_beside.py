"""A number of a part of a year does not stand for that year: 'over heel 2024' beside three quarters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapportage.compose.measured_beside import BEHIND, CLAUSE, COMPARES, ENDS, Told
from rapportage.compose.quantities import Measured, Worked
from rapportage.dutch import list_text
from rapportage.named_periods import named_periods
from rapportage.periode import Periode

_NUMBER = r"(?:19|20)[0-9]{2}(?![\w/-])"
_WHOLE = re.compile(
    rf"(?:\b(?:ge)?heel\s+(?P<heel>{_NUMBER})|\b(?:het|dit)\s+(?:ge)?(?:hele|volledige)\s+(?:kalender)?jaar\b"
    rf"(?:\s+(?P<jaar>{_NUMBER}))?|\b(?:het\s+)?kalenderjaar\s+(?P<kalender>{_NUMBER}))",
    re.I,
)
"""What can mean no less than a year."""
_LEAD = re.compile(
    r"\s*(?:(?:en|maar|ook|want|dus|zo)\s+)?(?:in|over|tijdens|gedurende)\s+(?:het\s+jaar\s+)?", re.I
)
_PLAIN = re.compile(rf"(?<![\w/-])(?P<plain>{_NUMBER})")
_FAR_BEHIND = re.compile(rf"[^.,;:!?()\d]{{0,40}}?(?=(?P<whole>{_WHOLE.pattern}))", re.I)
_HEAD = re.compile(rf"(?:(?:in|over)\s+)?(?:{_WHOLE.pattern}|(?P<plain>{_NUMBER}))", re.I)
_THAT = re.compile(r"(?<=\s)(?:is|was|zijn|waren|werden?)\s+dat\b", re.I)
"""What brings in no other clause: 'over heel 2024 was dat'."""
_ROOM = 150


@dataclass(frozen=True, slots=True)
class _Year:
    """A year that a text names, and whether its words can mean no part of it."""

    words: str
    periode: Periode
    is_whole: bool


def part_of_year(before: str, worked: Worked, after: str) -> Told | None:
    """A year that is said of a number that does not count all of it."""
    parts = _parts(worked)
    named = parts and (_before(before, parts[0].now) or _behind(after, parts[0].now))
    return _told(named, worked, parts) if named else None


def part_below_year(heads: Sequence[str], worked: Worked) -> Told | None:
    """The same of a number in a cell below or behind the name of a year."""
    parts = _parts(worked)
    found = [found for head in heads if parts and (found := _HEAD.fullmatch(" ".join(head.split())))]
    return _told(_year(found[0], parts[0].now), worked, parts) if found else None


def _parts(worked: Worked) -> tuple[Measured, ...]:
    """The numbers of series of which this is one, or the sum."""
    quantity = worked.quantity
    if quantity is None or quantity.unit == "%":
        return ()
    return (quantity.measured,) if quantity.measured else quantity.added


def _before(before: str, now: Periode) -> _Year | None:
    near = before[-_ROOM:]
    clauses = CLAUSE.split(near)
    if len(clauses) == 1 and len(near) < len(before):
        return None  # how the clause begins is too far away
    clause = clauses[-1]
    whole = list(_WHOLE.finditer(clause))
    found = whole[-1] if whole else None
    if found is None and (lead := _LEAD.match(clause)):
        found = _PLAIN.match(clause, lead.end())
    elif found is not None and COMPARES.search(clause[: found.start()]):
        return None  # 'vergeleken met heel 2023'
    rest = _THAT.sub("", clause[found.end() :]) if found else ""
    return None if COMPARES.search(rest) else _year(found, now)


def _behind(after: str, now: Periode) -> _Year | None:
    found = _FAR_BEHIND.match(after)
    if found is not None:
        return None if COMPARES.search(found[0]) else _year(_WHOLE.match(after, found.end()), now)
    noun = re.match(r"\s+[^\W\d_][\w-]*", after)
    for at in (0, noun.end() if noun else 0):
        lead = BEHIND.match(after, at)
        plain = _PLAIN.match(after, lead.end()) if lead else None
        if plain and ENDS.match(after, plain.end()):
            return _year(plain, now)
    return None


def _year(found: re.Match[str] | None, now: Periode) -> _Year | None:
    if found is None:
        return None
    groups = found.groupdict()
    number = next((one for one in groups.values() if one), None)
    return _Year(found[0], Periode(int(number or now.year), 1, "jaar"), not groups.get("plain"))


def _told(year: _Year | None, worked: Worked, parts: Sequence[Measured]) -> Told | None:
    """What is said where these numbers do not fill the year; nothing where the year may go on still."""
    if year is None or not (year.is_whole or year.periode.last_day <= parts[0].now.last_day):
        return None
    for name in dict.fromkeys(one.indicator.id for one in parts):
        own = [one for one in parts if one.indicator.id == name]
        lacking = _lacking(year, own)
        if lacking and all(_is_flow(one, year) for one in own):
            return _message(year, worked, own, lacking)
    return None


def _lacking(year: _Year, own: Sequence[Measured]) -> list[Periode]:
    """The periods of the year that are not among these; none where they fill it, or are of another time."""
    months = {
        month
        for one in own
        if one.periode.year == year.periode.year
        for month in range(one.periode.first_day.month, one.periode.last_day.month + 1)
    }
    if not months or len(months) == _MONTHS:
        return []
    return [one for one in year.periode.beside(own[0].periode.kind) if one.first_day.month not in months]


_MONTHS = 12


def _is_flow(one: Measured, year: _Year) -> bool:
    """Whether the number counts what came in its period, and more came in the rest of the year."""
    indicator = one.indicator
    if indicator.soort == "stand":
        return False
    known = next(value for value in indicator.waarden if value.periode == one.periode)
    over = known.over or ""
    if str(year.periode) in over and not named_periods(over):
        return False  # it says itself to be of the year
    if over or indicator.soort == "stroom":
        return True
    others = (other for other in year.periode.beside(one.periode.kind) if other != one.periode)
    return not known.peildatum and (year.is_whole or any(other in indicator.measured for other in others))


def _message(year: _Year, worked: Worked, own: Sequence[Measured], lacking: Sequence[Periode]) -> Told:
    indicator = own[0].indicator
    what = "de waarde" if len(own) == 1 else "de som"
    periods = year.periode.beside(own[0].periode.kind)
    every = ", ".join(f'waarde("{indicator.id}", "{one}")' for one in periods)
    hint = f"schrijf {{{{ som({every}) }}}}, of noem de periode in plaats van het jaar"
    if len(own) == 1:
        hint += f"; gaat de waarde toch over het jaar, zet er dan 'over: heel {year.periode}' bij"
    missing = list_text([str(one) for one in lacking])
    return Told(
        f"bij '{worked.text}' staat '{year.words}', en {what} telt {missing} niet mee",
        hint,
        year.is_whole and (len(own) > 1 or indicator.soort == "stroom"),
    )
