"""What is called the highest or lowest number since some time is so in its series."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from rapportage.compose.numbers.measured_beside import Told, placed
from rapportage.compose.numbers.quantities import Measured, Worked
from rapportage.dutch import SENTENCE_END, rounded
from rapportage.periode import Periode

_UP = r"(?P<up>hoogste|grootste|meeste)"
_COUNTS = {
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
}
_SINCE = (
    rf"(?P<time>sinds|ooit\b|tot\s+nu\s+toe\b|in\s+(?:de\s+(?:afgelopen|laatste)\s+)?(?P<years>{'|'.join(_COUNTS)}|[1-9][0-9]?)"
    r"\s+jaar\b)"
)
_MOST = (
    rf"(?P<words>(?<!na )(?<!niet )(?<!geen )\b(?:het|de)\s+(?:{_UP}|laagste|kleinste|minste)"
    rf"(?P<noun>(?:\s+(?!sinds\b|ooit\b|tot\b|in\b)[^\W\d_][\w-]*){{0,2}})\s+{_SINCE})"
)
_BEHIND = re.compile(rf"[^.;:!?0-9]{{0,60}}?{_MOST}(?P<rest>[^.;:!?]{{0,60}})", re.I)
_AHEAD = re.compile(
    rf"{_MOST}(?P<rest>[^.;:!?]{{0,60}}?)\s*(?::|\(|,|\bnamelijk|\b(?:is|was|bedraagt|bedroeg))\s*\Z", re.I
)
_ROOM = 150
_OF_IT = re.compile("aantal|stand|waarde|aandeel|percentage|bedrag|niveau|punt|cijfer|score|getal")
_START = re.compile(
    r"\s+(?:(?:het|de)\s+)?(?:(?:begin|start|eind|einde)\s+(?:van\s+)?(?:(?:het|de)\s+)?)?", re.I
)


def no_extreme(before: str, worked: Worked, after: str) -> Told | None:
    """'Het hoogste aantal sinds 2022' at a number that a later one of its series is above."""
    quantity, measured = worked.quantity, worked.quantity.measured if worked.quantity else None
    found = _BEHIND.match(after) or _AHEAD.search(SENTENCE_END.split(before[-_ROOM:])[-1])
    if quantity is None or measured is None or found is None or not _is_of_it(found["noun"], measured):
        return None
    own = rounded(quantity.value, quantity.decimals)
    known = {one: rounded(value, quantity.decimals) for one, value in measured.indicator.measured.items()}
    if any(value < 0 for value in known.values()):
        return None  # of a shortage, less is more
    way = 1 if found["up"] else -1
    beyond = [one for one in _since(found, measured) if (known[one] - own) * way > 0]
    if not beyond:
        return None
    most = max(beyond, key=lambda one: known[one] * way)
    return Told(
        f"bij '{worked.text}' staat '{' '.join(found['words'].split())}', en in {most} was het"
        f" {replace(quantity, value=known[most])}",
        "verander de woorden, of kijk de getallen na",
        is_sure=False,
    )


def _is_of_it(noun: str, measured: Measured) -> bool:
    """Whether it is of the series itself: without a noun, or with one that counts it or names it."""
    own = f"{measured.indicator.naam} {measured.indicator.eenheid}".casefold().split()
    return all(_OF_IT.fullmatch(word) or word in own for word in noun.casefold().split())


def _since(found: re.Match[str], measured: Measured) -> Iterator[Periode]:
    """The periods before the number's own that it is compared with; not the one since which it is said."""
    own = measured.periode
    earlier = [one for one in measured.indicator.measured if one.kind == own.kind and one < own]
    if found["years"]:
        years = _COUNTS.get(found["years"].lower()) or int(found["years"])
        yield from (one for one in earlier if one.first_day > date(own.year - years, own.first_day.month, 1))
    elif found["time"].lower() != "sinds":
        yield from earlier
    elif last := _last_day(found["rest"], measured):
        yield from (one for one in earlier if one.first_day > last)


def _last_day(rest: str, measured: Measured) -> date | None:
    """The last day of the period since which something is said."""
    start = _START.match(rest)
    begin = rest[start.end() if start else 0 :]
    if year := re.match(r"[12][0-9]{3}(?![\w/-])", begin):
        return date(int(year[0]), 12, 31)
    one = placed(begin, measured.periode.kind)
    return one[2].last if one and one[0] == 0 and one[2].dated else None
