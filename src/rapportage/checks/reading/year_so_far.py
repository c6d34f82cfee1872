"""Words that count how far the year is: 'na drie kwartalen is 72% uitgegeven', in a report on all of it."""

from __future__ import annotations

import re
from functools import lru_cache

from rapportage.bounds import MOST_TEXTS
from rapportage.named_periods import placed_times
from rapportage.periode import Periode

_MONTHS_IN = {"kwartalen": 3, "tertalen": 4, "maanden": 1}
_COUNTS = {"twee": 2, "drie": 3, "vier": 4, "acht": 8, "negen": 9}
_SO_FAR = re.compile(
    rf"\b(?P<lead>na|in)\s(?:de\seerste\s)?(?P<count>[2-9]|{'|'.join(_COUNTS)})\s(?P<unit>{'|'.join(_MONTHS_IN)})(?!\w)",
    re.I,
)
_NOW = r"(?:is|zijn|hebben|heeft|staat|staan|bedraagt|bedragen)"
_NOW_BEFORE, _NOW_BEHIND = re.compile(rf"\b{_NOW}\s\Z", re.I), re.compile(rf"\s{_NOW}\b", re.I)
_NUMBER = re.compile(r"[0-9](?:[0-9.,]*[0-9])?\s?%|€\s?[0-9]")
_BUDGET = re.compile(
    r"\b(?:begrot\w*|begroot\w*|\w*budget\w*|\w*lasten|\w*baten|\w*uitgaven|\w*inkomsten)\b", re.I
)
_COURSE = re.compile(r"\b(?:daal|dalen|steeg|stegen|stijg|groei|neemt|nam)\w*\s\Z", re.I)
_FROM_TO = re.compile(r"\svan\s[^.;]{1,40}\snaar\s", re.I)
_OTHER_TIME = re.compile(
    r"\b(?:20[0-9]{2}|jaar|jaren|kwartaal|tertaal|halfjaar|maand|project|proef|bouw|looptijd|vorige|eerder\w*|toen)\b",
    re.I,
)
"""What may make it months of something else than this year."""
_OF_A_YEAR_ALMOST = (8, 9)
"""In so many months nothing is told but what a year so far was, the period before the last."""
_YEAR = 12


@lru_cache(maxsize=MOST_TEXTS)
def counted_so_far(sentence: str, own: Periode) -> str:
    """The words by which a sentence counts another part of the year than is over by the end of the period."""
    found = _SO_FAR.search(sentence)
    if found is None or _OTHER_TIME.search(sentence) or placed_times(sentence):
        return ""
    count = found["count"].lower()
    months = (_COUNTS.get(count) or int(count)) * _MONTHS_IN[found["unit"].lower()]
    if months == own.last_day.month or months > _YEAR:
        return ""
    before, after = sentence[: found.start()], sentence[found.end() :]
    if found["lead"].lower() == "na":
        is_now = _NOW_BEFORE.search(before) or _NOW_BEHIND.match(after)
        told = bool(is_now and _NUMBER.search(sentence) and _BUDGET.search(sentence))
    else:
        ended = own.last_day.month == _YEAR and months in _OF_A_YEAR_ALMOST
        told = bool(ended and _COURSE.search(before) and _FROM_TO.match(after))
    return found[0] if told else ""
