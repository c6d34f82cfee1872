"""The time that words name at a number, however they do: counted back, as a period, by its end, or a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapportage.compose.numbers.dated import with_years
from rapportage.compose.numbers.measured_beside import placed
from rapportage.content.fields import moment_days
from rapportage.content.indicators import Indicator
from rapportage.earlier_times import EARLIER, is_last_year, meant
from rapportage.named_periods import NamedPeriod, placed_times
from rapportage.periode import Periode

_LEAD = re.compile(
    r"(?P<by>(?:(?:in|op|over|per|bij|tijdens|gedurende|eind|(?:aan\s+het\s+)?einde?\s+van)\s+)?(?:heel\s+)?)"
    r"(?:(?:het|de)\s+)?",
    re.I,
)
"""What may bring in a time behind 'dan' and the like."""
_ADDED = re.compile(r"\s+(?:van\s+)?[12][0-9]{3}\Z")
_EARLIER = re.compile(EARLIER, re.I)
_EARLIER_AT_END = re.compile(rf"(?:.*\s)?{EARLIER}\Z", re.I | re.S)
_YEAR = re.compile(r"[12][0-9]{3}|['’][0-9]{2}(?!\w)")
_NEAR = 90
"""So far a time may go on."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time with its words and what follows them; the periods that may be meant, None for what is no period.

    Without any it is a day of which the series has no number. `is_last_year` where any part of the year
    before may be meant.
    """

    words: str
    behind: str
    periods: tuple[Periode | None, ...]
    is_last_year: bool = False

    def of(self, indicator: Indicator) -> list[Periode]:
        """The periods that may be meant, if the series has the numbers of them all."""
        known = [one for one in self.periods if one is not None and one in indicator.measured]
        return known if len(known) == len(self.periods) else []


def time_at(text: str, own: Periode, indicator: Indicator, now: Periode | None = None) -> Time | None:
    """The time with which a text begins, counted back from the period of a number of this series.

    `now` is the report's: what is named without its year is the last one before that ends.
    """
    lead = _LEAD.match(text)
    for start in dict.fromkeys((0, lead.end("by") if lead else 0, lead.end() if lead else 0)):
        if found := _EARLIER.match(text, start):
            return replace(_counted_back(found, own, indicator), words=text[: found.end()])
        for at, end, named in _placed(text[start : start + _NEAR], own):
            if at == 0 and named.dated:
                return _named(named, text[: start + end], text[start + end :], own, indicator)
    if now is None or (dated := with_years(text, now)) == text:
        return None
    time = time_at(dated, own, indicator)
    return time and replace(time, words=_ADDED.sub("", time.words))


def time_before(text: str, own: Periode, indicator: Indicator) -> Time | None:
    """The same of the time with which a text ends."""
    if found := _EARLIER_AT_END.match(text):
        return _counted_back(found, own, indicator)
    near = text[-_NEAR:]
    for at, end, named in _placed(near, own):
        if end == len(near) and named.dated:
            return _named(named, near[at:], "", own, indicator)
    return None


def _counted_back(found: re.Match[str], own: Periode, indicator: Indicator) -> Time:
    periods = tuple(meant(found, own, is_flow=indicator.soort == "stroom"))
    return Time(found["words"], found.string[found.end() :], periods, is_last_year(found))


def _named(named: NamedPeriod, words: str, behind: str, own: Periode, indicator: Indicator) -> Time:
    return Time(words, behind, tuple(_periods_of(named, own, indicator)))


def _placed(text: str, own: Periode) -> list[tuple[int, int, NamedPeriod]]:
    if not _YEAR.search(text):
        return []
    alone = placed(text, own.kind)  # where it is of years, a mere year too
    return placed_times(text) or ([alone] if alone else [])


def _periods_of(named: NamedPeriod, own: Periode, indicator: Indicator) -> Iterator[Periode | None]:
    """The periods of which numbers are of that time; a flow has none by the day."""
    if named.form in ("period", "span"):
        yield Periode.of_days(named.first, named.last, own.kind)
        return
    for one in indicator.waarden:
        if one.periode.kind != own.kind:
            continue
        first, last = moment_days(one.peildatum) if one.peildatum else (one.periode.last_day,) * 2
        if (first <= named.last and named.first <= last) or one.periode.last_day in (named.last, named.over):
            yield one.periode
        elif named.form == "stand" and indicator.soort == "stroom" and one.periode.first_day == named.first:
            yield one.periode  # 'begin 2024' may be in it, too
