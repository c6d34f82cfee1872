"""A number of a part of a year does not stand for that year: 'over heel 2024' beside three quarters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapportage.compose.numbers.measured_beside import BEHIND, CLAUSE, COMPARES, ENDS, Told
from rapportage.compose.numbers.quantities import Measured, Worked
from rapportage.content.whole_year import ALONE, PLAIN, WHOLE, NamedYear, is_flow, lacking, year_in, year_of
from rapportage.dutch import list_text
from rapportage.named_periods import named_periods
from rapportage.periode import Periode

_LEAD = re.compile(
    r"\s*(?:(?:en|maar|ook|want|dus|zo)\s+)?(?:in|over|tijdens|gedurende)\s+(?:het\s+jaar\s+)?", re.I
)
_FAR_BEHIND = re.compile(rf"[^.,;:!?()\d]{{0,40}}?(?=(?P<whole>{WHOLE.pattern}))", re.I)
_THAT = re.compile(r"(?<=\s)(?:is|was|zijn|waren|werden?)\s+dat\b", re.I)
"""What brings in no other clause: 'over heel 2024 was dat'."""
_ROOM = 150


def part_of_year(before: str, worked: Worked, after: str) -> Told | None:
    """A year that is said of a number that does not count all of it."""
    parts = _parts(worked)
    named = parts and (_before(before, parts[0].now) or _behind(after, parts[0].now))
    return _told(named, worked, parts) if named else None


def part_below_year(heads: Sequence[str], worked: Worked) -> Told | None:
    """The same of a number in a cell below or behind the name of a year."""
    parts = _parts(worked)
    found = [found for head in heads if parts and (found := ALONE.fullmatch(" ".join(head.split())))]
    return _told(year_of(found[0], parts[0].now), worked, parts) if found else None


def part_in_title(heads: Sequence[str], title: str, worked: Worked) -> Told | None:
    """The same of a number in a table whose title names the year, where no head says of what part it is."""
    parts = _parts(worked)
    year = year_in(title, parts[0].now) if parts else None
    of_part = any(PLAIN.search(head) or named_periods(head) for head in heads)
    return None if of_part or COMPARES.search(_OF_YEAR.sub("", title)) else _told(year, worked, parts)


_OF_YEAR = re.compile(r"[12][0-9]{3}")


def _parts(worked: Worked) -> tuple[Measured, ...]:
    """The numbers of series of which this is one, or the sum."""
    quantity = worked.quantity
    if quantity is None or quantity.unit == "%":
        return ()
    return (quantity.measured,) if quantity.measured else quantity.added


def _before(before: str, now: Periode) -> NamedYear | None:
    near = before[-_ROOM:]
    clauses = CLAUSE.split(near)
    if len(clauses) == 1 and len(near) < len(before):
        return None  # how the clause begins is too far away
    clause = clauses[-1]
    whole = list(WHOLE.finditer(clause))
    found = whole[-1] if whole else None
    if found is None and (lead := _LEAD.match(clause)):
        found = PLAIN.match(clause, lead.end())
    elif found is not None and COMPARES.search(clause[: found.start()]):
        return None  # 'vergeleken met heel 2023'
    rest = _THAT.sub("", clause[found.end() :]) if found else ""
    return None if COMPARES.search(rest) else year_of(found, now)


def _behind(after: str, now: Periode) -> NamedYear | None:
    found = _FAR_BEHIND.match(after)
    if found is not None:
        return None if COMPARES.search(found[0]) else year_of(WHOLE.match(after, found.end()), now)
    noun = re.match(r"\s+[^\W\d_][\w-]*", after)
    for at in (0, noun.end() if noun else 0):
        lead = BEHIND.match(after, at)
        plain = PLAIN.match(after, lead.end()) if lead else None
        if plain and ENDS.match(after, plain.end()):
            return year_of(plain, now)
    return None


def _told(year: NamedYear | None, worked: Worked, parts: Sequence[Measured]) -> Told | None:
    """What is said where these numbers do not fill the year; nothing where the year may go on still."""
    if year is None or not year.is_over(parts[0].now):
        return None
    if len(parts) > 1 and all(_is_of_another(one, year) for one in parts):
        return _elsewhere(year, worked, parts)
    for name in dict.fromkeys(one.indicator.id for one in parts):
        own = [one for one in parts if one.indicator.id == name]
        missing = lacking(year, [one.periode for one in own])
        if missing and all(is_flow(one.indicator, one.periode, year) for one in own):
            return _message(year, worked, own, missing)
    return None


def _is_of_another(one: Measured, year: NamedYear) -> bool:
    """Whether a number was counted in another year, and does not say to be of this one."""
    known = next(value for value in one.indicator.waarden if value.periode == one.periode)
    return one.periode.year != year.periode.year and str(year.periode) not in (known.over or "")


def _elsewhere(year: NamedYear, worked: Worked, parts: Sequence[Measured]) -> Told:
    of = list_text(
        list(dict.fromkeys(str(one.periode) for one in sorted(parts, key=lambda one: one.periode)))
    )
    return Told(
        f"bij '{worked.text}' staat '{year.words}', en het is de som van {of}",
        "noem het jaar van deze waarden, of tel die van het andere jaar op",
        is_sure=False,
    )


def _message(year: NamedYear, worked: Worked, own: Sequence[Measured], missing: Sequence[Periode]) -> Told:
    indicator = own[0].indicator
    lacks = list_text([str(one) for one in missing])
    what = "de waarde" if len(own) == 1 else "de som"
    periods = year.periode.beside(own[0].periode.kind)
    every = ", ".join(f'waarde("{indicator.id}", "{one}")' for one in periods)
    hint = f"schrijf {{{{ som({every}) }}}}, of noem de periode in plaats van het jaar"
    if len(own) == 1:
        hint += f"; gaat de waarde toch over het jaar, zet er dan 'over: heel {year.periode}' bij"
    return Told(
        f"bij '{worked.text}' staat '{year.words}', en {what} telt {lacks} niet mee",
        hint,
        year.is_whole and (len(own) > 1 or indicator.soort == "stroom"),
    )
