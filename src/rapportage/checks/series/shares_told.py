"""Find sentences that say of a part of a chart that it is another share of the whole than it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapportage.checks.reading.named_series import ADDS_NOTHING
from rapportage.checks.reading.series_at_home import Telling, tellings
from rapportage.checks.series.series import whole_charts
from rapportage.checks.subjects import Report
from rapportage.content.indicators import Indicator
from rapportage.dutch import BETWEEN_SENTENCES, number_text, rounded
from rapportage.earlier_times import OTHER_TIME
from rapportage.errors import Finding
from rapportage.named_periods import placed_times
from rapportage.periode import Periode, parse_periode
from rapportage.rough import room_of, rough_room_of, shares

_WORD = re.compile(r"[^\W\d_]{4,}")
_LETTERS = 6
_OF_WHOLE = re.compile(
    r"(?:\s[^\W\d_]+){0,2},\s(?P<share>[^.;:!?()]{3,30}?)\svan\shet\s(?:totaal|geheel)(?=\s*(?:[.,;:!?)]|\Z))",
    re.I,
)
_MOST = re.compile(
    r"(?P<lead>[^.;:!?]*?)\bmet\s(?P<room>ruim\s|bijna\s|ongeveer\s)?"
    r"(?P<share>[0-9]{1,3}(?:,[0-9])?)[ \u00a0]?%"
    r"\s(?P<most>(?:de|het)\s(?:(?P<up>grootste|hoogste)|kleinste|laagste))\b",
    re.I,
)
_SHOWN = re.compile(r"\b(?:laat|laten)\szien\sdat\b|\b(?:blijft|blijven|nog|steeds|daarmee)\b|[\ue000]", re.I)
_ANOTHER_TIME = re.compile(rf"\b(?:{OTHER_TIME}|was|waren|werd|(?:19|20)[0-9]{{2}})\b", re.I)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The series of a chart that are parts of a whole, with what its legend calls them."""

    series: Sequence[Indicator]
    names: Sequence[str]

    def share(self, one: Indicator, periode: Periode) -> Decimal | None:
        """What percentage of all parts one is; None where a part is not known."""
        known = [each.measured.get(periode) for each in self.series]
        values = [value for value in known if value is not None]
        whole = sum(values, Decimal())
        if len(values) != len(known) or whole <= 0 or min(values) < 0 or periode not in one.measured:
            return None
        return one.measured[periode] / whole * 100

    def named_in(self, words: str) -> Indicator | None:
        """The one part that these words name, which have nothing else in them."""
        said = [word.casefold() for word in _WORD.findall(_SHOWN.sub(" ", words))]
        begun = {word[:_LETTERS] for word in said if not ADDS_NOTHING.fullmatch(word)}
        own = [{word[:_LETTERS] for word in _WORD.findall(name.casefold())} for name in self.names]
        found = [one for one, name in zip(self.series, own, strict=True) if begun and begun <= name]
        return found[0] if len(found) == 1 else None


def of_another_part(report: Report) -> Iterator[Finding]:
    """Each 'met 52% de grootste' and 'drie kwart van het totaal' that the chart beside it does not show."""
    now = report.content.rapportage.periode
    charts = whole_charts(report.content)
    every = [_Parts(chosen, chart.names(chosen)) for chart, chosen in charts if chart.stacked]
    for telling in tellings(report) if every else ():
        near = telling.shown | telling.section.shown
        for parts in every:
            if {one.id for one in parts.series} <= near:
                for told, hint in (*_of_most(telling, parts, now), *_of_whole(telling, parts)):
                    yield Finding(told, telling.place, hint)


_HINT = "verander de woorden, of kijk na welke reeks u bedoelt"


def _of_most(telling: Telling, parts: _Parts, now: Periode) -> Iterator[tuple[str, str]]:
    for sentence in BETWEEN_SENTENCES.split(telling.words):
        found = _MOST.match(sentence)
        one = parts.named_in(found["lead"]) if found else None
        if found is None or one is None or placed_times(sentence) or _ANOTHER_TIME.search(sentence):
            continue
        each = [parts.share(part, now) for part in parts.series]
        share, known = parts.share(one, now), [value for value in each if value is not None]
        if share is None:
            continue
        most = max(known) if found["up"] else min(known)
        words = f"{found['room'] or ''}{found['share']}%"
        if share != most or not _may_be(words, share):
            shown = f"van wat de grafiek toont is dat {_text(share)}, en {found['most']} {_text(most)}"
            yield f"hier staat 'met {words} {found['most']}' bij '{one.naam}', en {shown}", _HINT


def _text(share: Decimal) -> str:
    return f"{number_text(rounded(share, 0))}%"


def _of_whole(telling: Telling, parts: _Parts) -> Iterator[tuple[str, str]]:
    by_name = {one.id: one for one in parts.series}
    for made in telling.read:
        one = by_name.get(made.series[0]) if len(made.series) == 1 and made.periode else None
        at = telling.words.find(made.text)
        found = _OF_WHOLE.match(telling.words, at + len(made.text)) if one and at >= 0 else None
        share = parts.share(one, parse_periode(made.periode)) if one and found else None
        if one is None or found is None or share is None or _may_be(found["share"], share):
            continue
        shown = f"van wat de grafiek toont is '{one.naam}' {_text(share)}"
        yield f"bij '{made.text}' staat '{found['share']} van het totaal', en {shown}", _HINT


def _may_be(words: str, share: Decimal) -> bool:
    """Whether words may say this percentage; so too if they say none."""
    if percentage := _PERCENTAGE.fullmatch(words):
        value = Decimal(percentage["number"].replace(",", "."))
        room = rough_room_of(value) * 3 if percentage["room"] else room_of(value)
        return abs(value - share) <= room
    said = next(iter(shares(words)), None)
    return said is None or said.may_be(share / 100, Decimal("0.01"))


_PERCENTAGE = re.compile(r"(?:een\s)?(?P<room>\w+\s)?(?P<number>[0-9]{1,3}(?:,[0-9])?)[ \u00a0]?%")
