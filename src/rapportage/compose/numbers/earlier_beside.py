"""'Vorig jaar', 'een half jaar geleden' and the like beside a number go with the period that it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.compose.numbers.measured_beside import Told
from rapportage.compose.numbers.quantities import Measured, Worked
from rapportage.compose.numbers.times_beside import time_before
from rapportage.dutch import SENTENCE_END, quantity_text, rounded
from rapportage.earlier_times import EARLIER, is_last_year, meant
from rapportage.named_periods import NamedPeriod, placed_periods
from rapportage.periode import Periode

_IT_WAS = r"(?:was|waren|bedroeg|bedroegen|telde|telden|stond|stonden|had|hadden)"
_IT = r"(?:dat|het|dit|er|ze|zij)"
_AHEAD = re.compile(
    rf"(?:.*[,;:]\s+)?\s*(?:(?:en|maar)\s+)?(?:in\s+)?{EARLIER}\s+{_IT_WAS}\b"
    r"(?P<between>[^.,;:!?0-9]{0,40})\Z",
    re.I | re.S,
)
_FORESEEN = re.compile(
    r"\b(?:\w*verwacht\w*|prognose|raming|geraamd|doel\w*|gepland|plan|begroot|niet\s+meer\s+dan|ten\s+hoogste)\b",
    re.I,
)
"""What makes a number one of a later time: 'vorig jaar was de verwachting 12'."""
_BESIDE = re.compile(
    rf"(?:\(|[,;]\s)\s*(?:en\s+|maar\s+)?(?:in\s+)?{EARLIER}"
    rf"(?:\s*:|\s+nog|\s+(?:{_IT_WAS}\s+)?{_IT}(?:\s+er)?|\s+{_IT_WAS})?\s*\Z",
    re.I,
)
_BEHIND = re.compile(
    rf"(?:\s+(?!in\b)[^\W\d_][\w-]*)?\s+(?:in\s+)?{EARLIER}\s*(?:[.,;:!?)]|\Z)",
    re.I,
)
_AGAINST = re.compile(r"\b(?:tegen(?:over)?|vergeleken\s+met)(?:\s+(?:de|nog))?\s*\Z", re.I)


_WHEN = re.compile(
    rf"(?P<time>.+),\s+toen\s+(?:{_IT}|(?:de|het)\s+[\w-]+)(?:\s+(?:er|nog|al|maar))*\s*\Z", re.I | re.S
)
_IT_WAS_BEHIND = re.compile(rf"(?:\s+[^\W\d_][\w-]*){{0,2}}?\s+{_IT_WAS}\b", re.I)


def other_then(before: str, worked: Worked, after: str) -> Told | None:
    """'In het eerste halfjaar van 2023, toen het … was' at the number of another period."""
    measured = worked.quantity.measured if worked.quantity else None
    found = _WHEN.fullmatch(SENTENCE_END.split(before)[-1]) if measured else None
    if measured is None or found is None or not _IT_WAS_BEHIND.match(after):
        return None
    time = time_before(found["time"], measured.now, measured.indicator)
    if time is None or not (known := time.of(measured.indicator)) or measured.periode in known:
        return None
    return Told(
        f"bij '{worked.text}' staat '{time.words}', en het is de waarde van {measured.periode}",
        f'schrijf {{{{ waarde("{measured.indicator.id}", "{known[0]}") }}}}, of noem de andere periode',
        is_sure=False,
    )


def other_earlier(before: str, worked: Worked, after: str) -> Told | None:
    """'Een jaar eerder was dat' at the number of another period than that of a year before."""
    measured = worked.quantity.measured if worked.quantity else None
    if worked.quantity is None or measured is None or measured.periode.kind != measured.now.kind:
        return None
    sentence = SENTENCE_END.split(before)[-1]
    ahead = _AHEAD.fullmatch(sentence)
    if ahead and _FORESEEN.search(ahead["between"]):
        return None
    if ahead and is_last_year(ahead):
        return None  # some time in that year
    if told := _not_now(sentence, worked.text, measured):
        return told
    found = ahead or _BESIDE.search(sentence)
    if found is None and (behind := _BEHIND.match(after)):
        found = behind if behind["ago"] or behind["same"] or _AGAINST.search(sentence) else None
    named = [one for _, _, one in placed_periods(f"{before} {after}")]
    if found is None or any(one.dated and one.form in ("month", "day") for one in named):
        return None
    periods: set[Periode | None] = set()
    for base in _bases(named, sentence, after, worked.text, measured):
        periods.update(meant(found, base, is_flow=measured.indicator.soort == "stroom"))
    known, own = measured.indicator.measured, rounded(worked.quantity.value, worked.quantity.decimals)
    same = (rounded(known[one], worked.quantity.decimals) == own for one in periods if one in known)
    if None in periods or measured.periode in periods or any(same):
        return None
    return Told(
        f"bij '{worked.text}' staat '{found['words']}', en het is de waarde van {measured.periode}",
        "noem de periode van het getal, of kies het getal van toen",
        is_sure=False,
    )


_NOW = re.compile(
    r"\b(?P<words>nu|thans|momenteel|op\s+dit\s+moment)\b(?P<between>[^.,;:!?0-9]{0,40})\Z", re.I
)
_NOT_OF_NOW = re.compile(
    r"\b(?:dan|tegen\w*|niet|geen|meer|minder|ten\s+opzichte|van|sinds|boven|onder)\b", re.I
)
"""What brings in a number of another time: 'nu meer dan de 12 van toen'."""


def _not_now(sentence: str, text: str, measured: Measured) -> Told | None:
    """'Nu zijn het er' at the number of an earlier period, where that of now is known."""
    found = _NOW.search(sentence)
    earlier = measured.periode.last_day < measured.now.last_day
    if found is None or not earlier or measured.now not in measured.indicator.measured:
        return None
    if _NOT_OF_NOW.search(found["between"]):
        return None
    return Told(
        f"bij '{text}' staat '{found['words']}', en het is de waarde van {measured.periode}",
        f"kies het getal van nu, of haal '{found['words']}' weg",
        is_sure=False,
    )


def _bases(
    named: list[NamedPeriod], sentence: str, after: str, text: str, measured: Measured
) -> Iterator[Periode]:
    """The periods that may be counted back from: the report's, those named, and those of other numbers."""
    yield measured.now
    for one in named:
        first, last = one.near(measured.now)
        if periode := Periode.of_days(first, last, measured.now.kind):
            yield periode
    own = measured.indicator
    for periode, value in own.measured.items():
        shown = quantity_text(rounded(value, own.decimalen), own.eenheid, own.decimalen)
        at = rf"(?<![\w.,]){re.escape(shown)}(?![\w%]|[.,][0-9])"
        if periode.kind == measured.now.kind and shown != text and re.search(at, f"{sentence} {after}"):
            yield periode
