"""Find sentences that name a series and say that it rose or fell, while its numbers went the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from rapportage.bounds import MOST_TEXTS
from rapportage.checks.reading.short_names import short_names
from rapportage.checks.reading.texts import running_texts
from rapportage.checks.subjects import Report
from rapportage.content.indicators import Indicator
from rapportage.dutch import BETWEEN_SENTENCES, quantity_text
from rapportage.earlier_times import PREVIOUS
from rapportage.errors import Finding
from rapportage.movement import AGAINST, HAS_MOVED, MOVED, MOVEMENT, UP, way_of
from rapportage.named_periods import NamedPeriod, placed_periods
from rapportage.periode import Periode

_LEAD = re.compile(
    r"(?:(?:ook|en|maar)\s|.{0,80}\blaa?t(?:en)?\szien\sdat\s)?"
    r"(?:(?:het\s(?:totale\s)?aantal|het|de)\s)?\Z",
    re.I,
)
"""What may stand before the name of a series with which a sentence begins."""
_KEEPS = r"(?:blijft|blijven)\s(?:stijgen|dalen|groeien|krimpen)"
_MOVES = rf"(?P<words>{MOVED}|{HAS_MOVED}|{_KEEPS}|stijgt|daalt|groeit)"
_LIGHTLY = (
    r"(?:iets|fors|flink|duidelijk|licht|wat|beduidend|sterk|verder|weer|opnieuw|ook|snel|daardoor|daarmee)"
)
_THIS = (
    r"(?:(?:in|tijdens)\s(?:de|het|dit|deze)\s(?:(?:afgelopen|eerste|tweede|derde|vierde)\s)?"
    r"(?:\w*periode|half\s?jaar|kwartaal)|dit\s(?:half\s?jaar|kwartaal))(?:\svan\s(?:19|20)[0-9]{2})?"
)
_PREVIOUS = rf"(?:{AGAINST}|sinds)\s{PREVIOUS}"
_BEHIND_NAME = re.compile(rf"\s{_MOVES}(?:\s{_LIGHTLY})*(?:\s(?:{_THIS}|{_PREVIOUS}))*\s*(?:[.,;!]|\Z)", re.I)
_TURNED = re.compile(
    rf"(?:(?:ook|en|maar)\s)?{_THIS}\s{_MOVES}(?:\s{_LIGHTLY})*\s(?:het\s(?:totale\s)?aantal|het|de)\s\Z",
    re.I,
)
"""'In het tweede kwartaal daalde het aantal', before a name with which the sentence ends."""
_ENDS_THERE = re.compile(r"(?:\s(?:iets|fors|flink|licht|sterk|verder|weer|opnieuw))*\s*(?:[.,;!]|\Z)", re.I)
_OF_NAME = re.compile(rf"\b(?P<words>{MOVEMENT})\s(?:van|in)\s(?:het\saantal\s|de\s|het\s)?\Z", re.I)
"""'De daling van het aantal', before a name."""
_OF_NAME_BEGINS = re.compile(r"(?:de|deze|een)\s(?:\w+\s)?\Z", re.I)
_MORE_OF = re.compile(
    rf"(?:(?:{_THIS}|nu)\s(?:zijn|waren|staan|stonden)\ser|er\s(?:zijn|waren|staan|stonden))"
    rf"(?:\s(?:nu|ook|weer|inmiddels|{_LIGHTLY}))*\s(?P<words>meer|minder)\s\Z",
    re.I,
)
"""'Er staan meer', before a name."""
_THAN_BEFORE = re.compile(
    rf"(?:\s(?:open|lopend))?\sdan\s(?:in\s)?(?:{PREVIOUS}|een\shalf\s?jaar\s(?:eerder|geleden))\s*[.;!]?",
    re.I,
)
_ANY = re.compile(rf"\b(?:{MOVEMENT}|{_MOVES}|(?:meer|minder)\b.*\bdan)\b", re.I)
_HALF_YEAR = re.compile(r"\bhalf\s?jaar\b", re.I)
_ENDS = re.compile(
    r"\s(?:zet|zette|gaat|ging|houdt|hield|komt|kwam|is\s(?:het\sgevolg|te\sdanken|te\swijten))\b", re.I
)


def against_the_series(report: Report) -> Iterator[Finding]:
    """Each 'het aantal opgeleverde woningen daalde' of a series that rose since the period before."""
    now, every = report.content.rapportage.periode, report.content.rapportage.indicatoren.values()
    short = short_names(every, report.content.rapportage.organisatie.value)
    moved = {
        name.casefold(): one
        for one in every
        if _way(one, now) and min(one.measured[now], one.measured[now.previous]) >= 0
        for name in (one.naam, *(short[one.id].names if one.id in short else ()))
    }
    if not moved:
        return
    for paper in report.papers.values():
        for words, place in running_texts(paper):
            for sentence in BETWEEN_SENTENCES.split(words):
                for indicator, said in _said(sentence, moved, now):
                    if way_of(said) != _way(indicator, now):
                        yield Finding(
                            f"hier staat '{said}' bij '{indicator.naam}', en {_course(indicator, now)}",
                            place,
                            "verander het woord, of zeg sinds wanneer",
                        )


def _course(indicator: Indicator, now: Periode) -> str:
    """How a series went since the period before."""
    went = "steeg" if _way(indicator, now) == UP else "daalde"
    before, after = (
        quantity_text(indicator.measured[one], indicator.eenheid, indicator.decimalen)
        for one in (now.previous, now)
    )
    return f"die reeks {went}: van {before} in {now.previous} naar {after} in {now}"


def _way(indicator: Indicator, now: Periode) -> int:
    """Which way a series went since the period before; 0 where that is not known, or it did not move."""
    known = indicator.measured
    if not known.keys() >= {now, now.previous}:
        return 0
    return (known[now] > known[now.previous]) - (known[now] < known[now.previous])


def _without(sentence: str, named: Sequence[tuple[int, int, NamedPeriod]]) -> str:
    """A sentence without the periods that it names."""
    for start, end, _ in reversed(named):
        sentence = sentence[:start] + sentence[end:]
    return sentence


def _said(sentence: str, series: Mapping[str, Indicator], now: Periode) -> Iterator[tuple[Indicator, str]]:
    """What a sentence without numbers says of a series at whose name it begins, as of this period."""
    if not _is_about(sentence, now):
        return
    folded = sentence.casefold()
    for name, indicator in series.items():
        if (at := folded.find(name)) >= 0 and (said := _of_name(sentence[:at], sentence[at + len(name) :])):
            yield indicator, said


@lru_cache(maxsize=MOST_TEXTS)
def _is_about(sentence: str, now: Periode) -> bool:
    """Whether a sentence says that something moved, without numbers and without another period."""
    if not _ANY.search(sentence) or (now.kind != "halfjaar" and _HALF_YEAR.search(sentence)):
        return False
    named = placed_periods(sentence)
    return all(one.may_be(now) for _, _, one in named) and not re.search(r"[0-9]", _without(sentence, named))


def _of_name(before: str, after: str) -> str:
    """What the words around a name say of it."""
    moved = _BEHIND_NAME.match(after) if _LEAD.fullmatch(before) else None
    movement = _OF_NAME.search(before) if _ENDS.match(after) else None
    if movement and not _OF_NAME_BEGINS.fullmatch(before[: movement.start()]):
        movement = None
    turned = _TURNED.fullmatch(before) if _ENDS_THERE.match(after) else None
    counted = _MORE_OF.fullmatch(before) if _THAN_BEFORE.fullmatch(after) else None
    found = moved or movement or turned or counted
    return found["words"] if found else ""
