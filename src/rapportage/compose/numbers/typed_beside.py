"""A typed number that compares with that of a series goes with what the series had then.

'Een jaar eerder waren het er 42' and '19 meer dan een jaar eerder' are typed by hand behind the number of
now, and stay behind when that is of another period.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from rapportage.compose.numbers.measured_beside import Told
from rapportage.compose.numbers.quantities import Measured, Worked
from rapportage.compose.numbers.times_beside import Time, time_at, time_before
from rapportage.dutch import NO_BREAK_SPACE, quantity_text, rounded
from rapportage.movement import AGAINST
from rapportage.periode import Periode
from rapportage.rough import ROOM, may_be_told, room_of
from rapportage.typed import typed_number

_NUMBER = (
    r"(?P<number>(?:€[ \u00a0])?[0-9](?:[0-9.,]*[0-9])?)(?P<sign>%|[ \u00a0]procentpunt(?:en)?\b)?(?!/|-\w)"
)
_WORD = r"(?!(?:en|of|maar|want|waar\w*|die|dat|van)\b)[^\W\d_][\w’'-]*"
_TAIL = rf"(?:\s+{_WORD}){{0,6}}?"
"""What the number before counts, and what was done with it."""
_STILL = r"(?:(?:maar|en|dat|dit|is|was|zijn|waren|er|het|nog|wel|dus|ook|toch|steeds)\s+)*"
_MORE = r"(?P<more>meer|méér|hoger|groter|langer|duurder)|minder|lager|kleiner|korter|goedkoper"
_BY = re.compile(
    rf"{_TAIL}(?:,\s+{_STILL}|[.;]\s+(?:dat|dit)\s+(?:is|zijn|was|waren|betekent)\s+{_STILL})(?:(?:{ROOM})\s+)?{_NUMBER}"
    rf"(?:\s+(?P<noun>{_WORD}))?\s+(?:{_MORE})\s+(?:dan|{AGAINST})\s+(?P<time>\S.*)",
    re.I | re.S,
)
_IT_WAS = r"(?:was|waren|bedroeg|bedroegen|telde|telden|stond|stonden)"
_IT = r"(?:(?:dat|het|er|dit|ze|zij|nog)\s+)*"
_WAS = tuple(
    re.compile(form, re.I | re.S)
    for form in (
        rf"{_TAIL}(?:[.;]|,\s+en)\s+(?P<time>[^.;:!?]{{4,60}}?)\s+{_IT_WAS}\s+{_IT}{_NUMBER}(?P<behind>.{{0,30}})",
        rf"{_TAIL}\s+\((?P<time>[^.;:!?()]{{4,60}}?):?\s+(?:was\s+het\s+|waren\s+het\s+er\s+)?{_NUMBER}(?P<behind>)\)",
        rf"{_TAIL},?\s+tegen(?:over)?\s+(?:nog\s+)?{_NUMBER}(?P<behind>(?:\s+(?!in\b){_WORD})?)\s+(?P<then>\S.{{3,60}})",
        rf"(?P<before>[^;:!?]{{4,150}}?),\s+toen\s+{_IT}(?:aantal\s+)?{_NUMBER}(?P<behind>(?:\s+{_WORD})?)\s+{_IT_WAS}\b",
    )
)
"""A number of then, with the time of it before it, behind it, or before the 'toen' that brings it in."""
_NEAR = 90
"""So far behind a number the time may stand that it is compared with."""
_OTHER = re.compile(
    r"\b(?:landelijk\w*|regio\w*|gemiddeld\w*|norm|doel\w*|begro\w+|raming|geraamd|prognose|verwacht\w*)\b",
    re.I,
)


def other_typed(worked: Worked, after: str) -> Told | None:
    """A typed number of then, or a typed difference with then, that the series did not have."""
    measured = worked.quantity.measured if worked.quantity else None
    if measured is None or worked.quantity is None or min(measured.indicator.measured.values()) < 0:
        return None
    if worked.quantity.scaled or measured.periode.kind != measured.now.kind:
        return None
    by = _BY.match(after)
    if by and not _OTHER.search(by[0][: by.start("time")]) and (told := _told_by(by, worked.text, measured)):
        return told
    every = (found for form in _WAS if (found := form.match(after)) and not _OTHER.search(found[0]))
    return next(filter(None, (_told_was(one, worked.text, measured) for one in every)), None)


def _told_by(found: re.Match[str], text: str, measured: Measured) -> Told | None:
    """'29 meer dan een jaar eerder' where it is 19."""
    time = time_at(found["time"][:_NEAR], measured.periode, measured.indicator, measured.now)
    periods = _then(time, measured)
    if not periods or not _is_of_series(found["noun"], measured):
        return None
    if any(_is_by(found, measured, then) is not False for then in periods):
        return None
    words = f"{found['number']}{found['sign'] or ''}"
    more = after_number(found)
    return _told(text, f"{words} {more}", measured, periods[0])


def after_number(found: re.Match[str]) -> str:
    """The word that says which way a difference went."""
    words = found[0][: found.start("time") - found.start()].split()
    return next((word for word in reversed(words) if re.fullmatch(_MORE, word, re.I)), "")


def _is_by(found: re.Match[str], measured: Measured, then: Periode) -> bool | None:
    """Whether it went so far since then; None where that cannot be said."""
    value = _typed(found["number"], found["sign"], measured, is_difference=True)
    now, was = (measured.indicator.measured[one] for one in (measured.periode, then))
    way = (now > was) - (now < was)
    if value is None or (found["sign"] == "%" and not was):
        return None
    is_part = found["sign"] == "%" and measured.indicator.eenheid != "%"
    far = abs(now - was) / was * 100 if is_part else abs(now - was)
    digit = Decimal(1).scaleb(int(value.as_tuple().exponent))
    off = room_of(value) if is_part else digit if digit < 1 else Decimal(0)
    return may_be_told(found.groupdict(), value, far, far, off) and way == (1 if found["more"] else -1)


def _told_was(found: re.Match[str], text: str, measured: Measured) -> Told | None:
    """'Een jaar eerder waren het er 45' where it were 42."""
    value = _typed(found["number"], found["sign"], measured, is_difference=False)
    time = _time_of(found.groupdict(), measured)
    periods = _then(time, measured)
    noun = re.match(rf"\s+({_WORD})", found["behind"])
    if value is None or time is None or not periods or not _is_of_series(noun[1] if noun else None, measured):
        return None
    decimals = max(0, -int(value.as_tuple().exponent))
    if any(rounded(measured.indicator.measured[one], decimals) == value for one in periods):
        return None
    return _told(text, f"{time.words} … {found['number']}{found['sign'] or ''}", measured, periods[0])


def _time_of(groups: Mapping[str, str | None], measured: Measured) -> Time | None:
    """The time of a number of then, by whichever words stand beside it."""
    if before := groups.get("before"):
        return time_before(before, measured.periode, measured.indicator)
    words = groups.get("then") or groups.get("time") or ""
    time = time_at(words, measured.periode, measured.indicator, measured.now)
    return time if time and (groups.get("then") or not time.behind.strip()) else None


def _then(time: Time | None, measured: Measured) -> list[Periode]:
    """The periods that are meant, of which the series has the numbers; none where one is not known."""
    known = time.of(measured.indicator) if time else []
    return [] if measured.periode in known else known


def _typed(number: str, sign: str | None, measured: Measured, *, is_difference: bool) -> Decimal | None:
    """The number, where it is written as one of the series, or as a part of one by which it differs."""
    unit = measured.indicator.eenheid
    if (unit == "€") != number.startswith("€") and not (is_difference and sign == "%"):
        return None
    if unit == "%" and (sign or "").strip(f" {NO_BREAK_SPACE}") != ("procentpunt" if is_difference else "%"):
        return None
    if sign and unit != "%" and not (is_difference and sign == "%"):
        return None
    return typed_number(number)


def _is_of_series(noun: str | None, measured: Measured) -> bool:
    own = f"{measured.indicator.eenheid} {measured.indicator.naam}".casefold().split()
    return noun is None or noun.casefold() in own


def _told(text: str, words: str, measured: Measured, then: Periode) -> Told:
    own = measured.indicator
    was = quantity_text(rounded(own.measured[then], own.decimalen), own.eenheid, own.decimalen)
    return Told(
        f"bij '{text}' staat '{words}', en in {then} was het {was}",
        f'schrijf {{{{ waarde("{own.id}", "{then}") }}}}, of reken het na',
        is_sure=False,
    )
