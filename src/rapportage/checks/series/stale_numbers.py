"""Find numbers that were typed for the period before, beside the name of a series that has another now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapportage.checks.reading.directions import AMOUNT, number_of
from rapportage.checks.reading.named_series import first_letters, texts_with_made, words_of
from rapportage.checks.subjects import Report
from rapportage.content.indicators import Indicator
from rapportage.dutch import BETWEEN_SENTENCES, MONTHS, quantity_text, rounded
from rapportage.earlier_times import OTHER_TIME
from rapportage.errors import Finding
from rapportage.named_periods import placed_periods
from rapportage.periode import Periode
from rapportage.units import SIGNS

_NUMBER = re.compile(rf"(?<![\w.,/:€-]){AMOUNT}(?![\w/]|-\w|[ \u00a0](?:{'|'.join(MONTHS)})\b)")
_FEWEST_DIGITS = 3
_OTHER_TIME = re.compile(
    rf"\b(?:{OTHER_TIME}|tegen(?:over)?|dan|sinds|vanaf|begin\w*|begon\w*"
    r"|start\w*"
    r"|oorspronkelijk\w*|aanvankelijk\w*|was|naar|verwacht\w*|doel\w*|norm\w*|gepland\w*|begroot\w*"
    r"|raming\w*|prognose\w*"
    r"|nog|stand|nulmeting|ten\sopzichte|verg\w+|terwijl|herijkt|[12][0-9]{3})\b",
    re.I,
)
"""What makes a number one of another time, where no period is named."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class _Stale:
    """A series that has another number now than before, with the words by which a sentence names it."""

    indicator: Indicator
    before: Decimal
    now: Decimal
    words: frozenset[str]


def of_the_period_before(report: Report) -> Iterator[Finding]:
    """Each typed number that a series had before, in a sentence that names the series and no other time."""
    now = report.content.rapportage.periode
    known = [
        one for indicator in report.content.rapportage.indicatoren.values() if (one := _stale(indicator, now))
    ]
    for paper in report.papers.values() if known else ():
        for words, made, place in texts_with_made(paper):
            for sentence in BETWEEN_SENTENCES.split(words) if _NUMBER.search(words) else ():
                for number, one in _typed(sentence, known, made, now):
                    name, value = one.indicator.id, _text(one.now, one.indicator)
                    yield Finding(
                        f"hier staat {number} bij '{one.indicator.naam}': dat is het getal van"
                        f" {now.previous}, en dat van {now} is {value}",
                        place,
                        f'schrijf {{{{ waarde("{name}") }}}}, of zeg van wanneer het getal is',
                    )


def _text(value: Decimal, indicator: Indicator) -> str:
    return quantity_text(value, indicator.eenheid, indicator.decimalen)


def _typed(
    sentence: str, known: Sequence[_Stale], made: set[str], now: Periode
) -> Iterator[tuple[str, _Stale]]:
    """The numbers of a sentence that were those of a series before, each with the series."""
    numbers = [
        (found[0], value)
        for found in _NUMBER.finditer(sentence)
        if found[0] not in made
        and not _YEAR.fullmatch(found[0])
        and (value := number_of(found[0])) is not None
    ]
    words = first_letters(sentence) if numbers else set()
    series = [one for one in known if one.words <= words]
    if not series or not _is_of_now(sentence, now):
        return
    for written, value in numbers:
        meant = [one for one in series if _is(value, written, one)]
        if len(meant) == 1 and not any(_says(other, meant[0].now) for _, other in numbers):
            yield written, meant[0]


def _is_of_now(sentence: str, now: Periode) -> bool:
    """Whether a sentence names this period, or no time."""
    named = [named for _, _, named in placed_periods(sentence)]
    return all(one.may_be(now) for one in named) and bool(named or not _OTHER_TIME.search(sentence))


def _stale(indicator: Indicator, now: Periode) -> _Stale | None:
    measured = indicator.measured
    if not measured.keys() >= {now, now.previous} or measured[now] == measured[now.previous]:
        return None
    words = words_of(indicator)
    return _Stale(indicator, measured[now.previous], measured[now], words) if words else None


def _is(value: Decimal, written: str, one: _Stale) -> bool:
    """Whether this is the number of before, written so that it cannot well be another one."""
    sign = "%" if written.endswith("%") else "€" if written.startswith("€") else ""
    own = one.indicator.eenheid if one.indicator.eenheid in SIGNS else ""
    digits = len(value.normalize().as_tuple().digits)
    return sign == own and digits >= _FEWEST_DIGITS and _says(value, one.before) and not _says(value, one.now)


def _says(value: Decimal, measured: Decimal) -> bool:
    return rounded(measured, max(0, -int(value.as_tuple().exponent))) == value
