"""A typed growth behind a number of a series, or behind a difference, goes with how far the series went.

'{{ afstand("banen") }} meer dan eind 2023, een groei van 7%' has two numbers, of which one is typed.
"""

from __future__ import annotations

import re
from decimal import Decimal

from rapportage.compose.numbers.measured_beside import Told
from rapportage.compose.numbers.quantities import Quantity, Worked
from rapportage.compose.numbers.times_beside import time_at
from rapportage.content.indicators import Indicator
from rapportage.dutch import number_text
from rapportage.movement import AGAINST, MOVEMENT, way_of
from rapportage.named_periods import placed_times
from rapportage.periode import Periode
from rapportage.rough import ROOM, may_be_told, room_of
from rapportage.typed import typed_number

_PERCENT = r"(?P<number>[0-9]+(?:,[0-9]+)?)[ \u00a0]?(?:%|procent\b)(?!-?punt)"
_ENDS = r"(?=\s*(?:[.,](?![0-9])|[;:)!?]|\Z)|\s+(?:en|maar)\b)"
_OTHER_KIND = r"(?:gemiddeld\w*|jaarlijks\w*|structurel\w*|verwacht\w*|landelijk\w*)\s+"
_GROWTH = tuple(
    re.compile(form, re.I | re.S)
    for form in (
        rf"(?P<between>[^.;:!?()]{{0,100}}?),\s+(?:(?:en|dus|dat\s+is|ofwel|oftewel)\s+)*"
        rf"(?P<told>een\s+(?!{_OTHER_KIND})(?:[\w-]+\s+)?(?P<words>{MOVEMENT})\s+van\s+(?:(?:{ROOM})\s+)?{_PERCENT})"
        rf"(?:{_ENDS}|\s+(?:{AGAINST})\s+(?P<time>\S.*))",
        rf"(?P<between>[^.;:!?()]{{0,100}}?)\s+\((?P<told>(?P<sign>[+−-])[ \u00a0]?{_PERCENT})\)",
    )
)
_OTHER = re.compile(r"[0-9]|\b(?:waarvan|daarvan|terwijl|landelijk\w*|norm|doel\w*|begro\w+|raming)\b", re.I)
"""What may bring in a number of something else between the two."""


def other_growth(before: str, worked: Worked, after: str) -> Told | None:
    """', een groei van 7%' behind a number of now, or behind a difference, of a series that grew by 0,7%."""
    del before
    quantity = worked.quantity
    found = next(filter(None, (form.match(after) for form in _GROWTH)), None) if quantity else None
    if quantity is None or found is None or _OTHER.search(_without_times(found["between"])):
        return None
    indicator, now, bases = _between(quantity, found.groupdict().get("time"))
    told = typed_number(found["number"])
    if told is None or indicator is None or now is None or indicator.eenheid == "%":
        return None
    known = indicator.measured
    bases = [one for one in bases if one in known]
    if not bases or any(known[one] <= 0 for one in (now, *bases)):
        return None
    shares = {one: (known[now] - known[one]) / known[one] * 100 for one in bases}
    if any(_is_so(found, told, share) for share in shares.values()):
        return None
    (then, share), name = next(iter(shares.items())), indicator.id
    went = f"{'steeg' if share > 0 else 'daalde'} het {number_text(abs(share), 1)}%"
    way_out = f'schrijf {{{{ percentage(verschil("{name}"), vorige("{name}"), 1) }}}}, of reken het na'
    return Told(
        f"bij '{worked.text}' staat '{' '.join(found['told'].split())}', en sinds {then} {went}",
        way_out if then == now.previous else "reken het na",
        is_sure=False,
    )


def _between(quantity: Quantity, time: str | None) -> tuple[Indicator | None, Periode | None, list[Periode]]:
    """The series, the period of its number of now, and those since which it may be said to have grown."""
    measured, between = quantity.measured, quantity.difference
    if measured and measured.periode == measured.now:
        indicator, now = measured.indicator, measured.now
        bases = [now.previous, now.year_before]
    elif between and quantity.unit == between.indicator.eenheid:
        indicator, now, bases = between.indicator, between.now, [between.before]
    else:
        return None, None, []
    if time is None:
        return indicator, now, bases
    meant = time_at(time, now, indicator, now)
    return indicator, now, meant.of(indicator) if meant else []


def _without_times(words: str) -> str:
    """Words without the times that they name, whose numbers count nothing."""
    for start, end, _ in reversed(placed_times(words)):
        words = f"{words[:start]} {words[end:]}"
    return _YEAR.sub(" ", words)


_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


def _is_so(found: re.Match[str], told: Decimal, share: Decimal) -> bool:
    """Whether it grew or shrank by this percentage, with the room that words before it give."""
    groups = found.groupdict()
    way = {"+": 1}.get(groups["sign"], -1) if groups.get("sign") else way_of(found["words"])
    is_that_way = (share > 0) - (share < 0) in (0, way)
    return is_that_way and may_be_told(groups, told, abs(share), abs(share), room_of(told))
