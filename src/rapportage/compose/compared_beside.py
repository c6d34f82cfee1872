"""What is said of the time that a number is compared with must go with the time that it was worked out with.

`verschil` and `afstand` are always with the period before: a year earlier is another difference, and 'in
vergelijking met' the period itself is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.compose.measured_beside import Told, placed
from rapportage.compose.quantities import Difference, Worked
from rapportage.content.fields import moment_days
from rapportage.movement import AGAINST
from rapportage.named_periods import NamedPeriod
from rapportage.periode import Periode, PeriodKind

_NEAR = 90
"""So far behind a number what it is compared with may stand."""
_TIME = (
    r"(?:(?:in|op|over|per|tijdens|gedurende|eind|(?:aan\s+het\s+)?einde?\s+van)\s+)?"
    r"(?:heel\s+)?(?:(?:het|de)\s+)?"
)
_BEHIND = re.compile(
    rf"(?:\s+[^\W\d_][\w-]*){{0,4}}?\s+(?P<words>(?:dan|{AGAINST})\s+{_TIME})(?P<rest>\S.*)", re.I | re.S
)
_BEFORE = re.compile(
    rf".*(?<!\w)(?<!\bin )(?P<words>(?:(?:meer|minder|hoger|lager)\s+dan|{AGAINST})\s+{_TIME})(?P<rest>\S.*)",
    re.I | re.S,
)
_SENTENCE = re.compile(r"(?<!\bt\.o\.v)[.;!?](?=\s)")
_OTHER = re.compile(
    r"[0-9;]|,\s+(?:en|maar|terwijl|waar\w*|want)\b|\bdan\b|(?<!is )(?<!was )(?<!zijn )\bdat\b", re.I
)
"""What may be of another number between what is compared with and this one."""
_NOUNS: dict[str, PeriodKind] = {"jaar": "jaar", "halfjaar": "halfjaar", "kwartaal": "kwartaal"}
_NOUN = r"(?P<noun>half\s?jaar|kwartaal|jaar)"
_EARLIER = re.compile(rf"een\s+{_NOUN}\s+(?:eerder|geleden|daarvoor|terug)(?!\w)", re.I)
_YEAR_BEFORE = re.compile(
    r"(?:het)?(?:zelfde|dezelfde)\s+\w+\s+(?:van\s+|in\s+)?(?:(?:het\s+)?(?:vorige?|voorgaande)\s+jaar|(?:een|het)\s+jaar"
    r"\s+(?:eerder|daarvoor|ervoor))(?!\w)",
    re.I,
)
_LAST = re.compile(rf"vorige?\s+{_NOUN}(?!\w)", re.I)
_THIS = re.compile(rf"dit\s+{_NOUN}(?!\w)", re.I)


def other_comparison(before: str, worked: Worked, after: str) -> Told | None:
    """Another time to compare with than that of the number."""
    quantity = worked.quantity
    if quantity is None:
        return None
    if quantity.measured is not None:
        return None
    if quantity.difference is None:
        return None
    sentence = _SENTENCE.split(before)[-1]
    for found in (_BEHIND.match(after[:_NEAR]), _BEFORE.match(sentence)):
        said = _said(found["rest"], quantity.difference) if found else None
        is_behind = found is not None and found.string is not sentence
        if found is None or said is None or (not is_behind and _OTHER.search(said[1])):
            continue
        return Told(
            f"bij '{worked.text}' staat '{found['words']}{said[0]}',"
            f" en het is het verschil met {quantity.difference.before}",
            'schrijf {{ vorige("lang") }}, of reken met de getallen van die andere periode',
        )
    return None


def _said(rest: str, between: Difference) -> tuple[str, str] | None:
    """The words for another time than the difference is with, and what follows them."""
    if found := _YEAR_BEFORE.match(rest):
        return _told(found, between.before != _year_before(between.now))
    if found := _EARLIER.match(rest):
        return _told(found, between.before != shifted(between.now, kind_of(found["noun"])))
    if found := _LAST.match(rest):
        kind = kind_of(found["noun"])
        of_last_year = kind == "jaar" and between.before.year == between.now.year - 1
        return _told(found, kind != between.now.kind and not of_last_year)
    if found := _THIS.match(rest):
        return _told(found, kind_of(found["noun"]) == between.now.kind)
    one = placed(rest[:_NEAR], between.now.kind)
    if one is None or one[0] != 0 or not _is_another(one[2], between):
        return None
    return rest[: one[1]], rest[one[1] :]


def _told(found: re.Match[str], wrong: bool) -> tuple[str, str] | None:
    return (found[0], found.string[found.end() :]) if wrong else None


def kind_of(noun: str) -> PeriodKind:
    """The kind of period that a word is for."""
    return _NOUNS[re.sub(r"\s", "", noun.lower())]


def _year_before(periode: Periode) -> Periode:
    return Periode(periode.year - 1, periode.number, periode.kind)


def shifted(periode: Periode, kind: PeriodKind) -> Periode | None:
    """The period of so long before; None where that is within a period."""
    if kind == "jaar":
        return _year_before(periode)
    if kind == "halfjaar" and periode.kind == "kwartaal":
        return periode.previous.previous
    return periode.previous if kind == periode.kind else None


def _is_another(named: NamedPeriod, between: Difference) -> bool:
    """Whether this is the name of a period, or a day of a number of the series, but not that of before."""
    if not named.dated:
        return False
    if named.form in ("period", "span"):
        return not named.may_be(between.before)
    of_series = set(_of_day(named, between))
    return bool(of_series) and between.before not in of_series


def _of_day(named: NamedPeriod, between: Difference) -> Iterator[Periode]:
    """The periods of which a number is of this day or month."""
    for one in between.indicator.waarden:
        if one.periode.kind != between.now.kind:
            continue
        first, last = moment_days(one.peildatum) if one.peildatum else (one.periode.last_day,) * 2
        if (first <= named.last and named.first <= last) or one.periode.last_day == named.last:
            yield one.periode
