"""How much more or less a number is than at another time, as a text tells it without the number of then.

'81 klachten binnen, zes meer dan in het eerste halfjaar': rules know the 74 of then from elsewhere.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from rapportage.checks.reading.directions import AMOUNT, number_of
from rapportage.dutch import number_text
from rapportage.earlier_times import EARLIER, meant
from rapportage.movement import way_of
from rapportage.named_periods import placed_periods
from rapportage.number_words import COUNT_WORD, number_of_word
from rapportage.periode import Periode
from rapportage.rough import ROOM, may_be_told

_WORD = r"(?!(?:en|of|maar|dan|per|elke?|ieder\w*|gemiddeld\w*|tegen|waarvan)\b)[^\W\d_][\w’'-]*"
COUNTED = rf"(?<![\w.,/:€-])(?<!€[ \u00a0])(?P<one>{AMOUNT})\s(?P<noun>[a-z][\w-]{{3,}})(?:\s{_WORD}){{0,4}}?"
"""A number and what it counts, up to what is told of it: '81 klachten binnen'."""
_MORE = re.compile(
    rf"{COUNTED}(?:,|\s\()\s?(?:en\s|dat\s(?:is|zijn\ser|waren\ser)\s)?(?:(?:{ROOM})\s)?(?P<said>{AMOUNT}|{COUNT_WORD})"
    r"(?:\s(?P=noun))?\s(?P<more>meer|minder)\sdan\s(?P<time>[^.,;:()]{3,60})",
    re.I,
)
_EARLIER = re.compile(rf"(?:(?:in|bij)\s)?{EARLIER}", re.I)


def differences_said(sentence: str) -> list[re.Match[str]]:
    """What a sentence tells so: the number `one` with its `noun`, and what is `said` since which `time`."""
    return list(_MORE.finditer(sentence)) if " dan " in sentence else []


def days_of(words: str, now: Periode) -> tuple[date, date] | None:
    """The first and last day of the time that words begin with, in a text on that period."""
    named = placed_periods(words)
    if len(named) == 1 and not re.search(r"\w{4}", words[: named[0][0]]):
        return named[0][2].near(now)
    earlier = _EARLIER.match(words)
    periods = list(meant(earlier, now, is_flow=True)) if earlier else []
    one = periods[0] if len(periods) == 1 else None
    return (one.first_day, one.last_day) if one else None


def right_difference(found: re.Match[str], number: Decimal, before: Decimal) -> str:
    """What a difference is that is said otherwise: 'dat is 7 meer'; '' where it may be right."""
    word = number_of_word(found["said"])
    said = number_of(found["said"]) if word is None else Decimal(word)
    apart, of_it = number - before, found["said"].endswith("%")
    if said is None or (of_it and not before):
        return ""
    far = abs(apart) / before * 100 if of_it else abs(apart)
    is_way = apart == 0 or (apart > 0) == (way_of(found["more"]) > 0)
    slack = max(Decimal(1), said / 10) if of_it else Decimal()
    if is_way and may_be_told(found.groupdict(), said, far, far, slack):
        return ""
    shown = f"{number_text(far, 1)}%" if of_it else number_text(far, max(0, -int(far.as_tuple().exponent)))
    return f"dat is {shown} {'meer' if apart > 0 else 'minder'}"
