"""Find sentences that announce something for a time that is past: they stayed from an earlier report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.checks.subjects import Paper, Report
from rapportage.checks.texts import running_texts
from rapportage.dutch import date_text
from rapportage.errors import Finding
from rapportage.named_periods import placed_periods
from rapportage.periode import Periode

_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[^a-z])")
_WILL = re.compile(
    r"\b(?:zal|zullen|naar\sverwachting|verwacht(?:en|t)?|gepland|volgt|volgen|verschijnt|verschijnen|ontvangt|hoort"
    r"|krijgt)\b",
    re.I,
)
"""What is only said of what is still to come."""
_DONE = re.compile(
    r"\b(?!gepland\b)(?:aan|af|vast|toe|op|uit|in)?ge\w+(?:d|t|en)\b|\b(?:besloten|begonnen|besloot|kwam|kwamen|was|waren|werd"
    r"|werden|had|hadden|kreeg|kregen|heeft|hebben|zou|zouden|volgens|zoals|die|dat|als|toen|verkregen)\b",
    re.I,
)
"""What may have happened then, while what is to come is of another time."""
_THEN = re.compile(
    r"\b(?:in|op|begin|eind|medio|rond|uiterlijk|vóór|voor)\s(?:(?:het|de)\s|[a-z]+dag\s)?(?:begin\s|eind\s)?\Z",
    re.I,
)
_ON_A_DAY = re.compile(r"\bop(?=\s(?:[a-z]+dag\s)?[0-9]{1,2}\s)", re.I)
_YEAR = re.compile(r"(?<![\w/-])(?:19|20)[0-9]{2}(?![\w/-])")


def behind_us(report: Report) -> Iterator[Finding]:
    """Each 'in maart 2024 volgt een plan' in the report of July 2024."""
    gegevens, own = report.content.rapportage.gegevens.value, report.content.rapportage.periode
    if report.style is None:
        return
    for document in report.documents.values():
        for words, place in running_texts(Paper(document, report.style)):
            for sentence in _SENTENCE.split(words):
                if then := announced(sentence, own):
                    day = date_text(gegevens.rapportagedatum)
                    yield Finding(
                        f"deze zin kondigt iets aan voor {then}, en de rapportage is van {day}",
                        place,
                        "schrijf wat ervan kwam",
                    )


def announced(sentence: str, own: Periode) -> str:
    """The time, not after the period, for which a sentence announces something; '' where there is none."""
    if not _WILL.search(sentence) or not _YEAR.search(sentence) or _DONE.search(sentence):
        return ""
    sentence = _ON_A_DAY.sub("in", sentence)
    found = placed_periods(sentence)
    if len(found) != 1:
        return ""
    start, end, named = found[0]
    rest = sentence[:start] + sentence[end:]
    if (
        not named.dated
        or named.last > own.last_day
        or _YEAR.search(rest)
        or not _THEN.search(sentence[:start])
    ):
        return ""
    return sentence[start:end]
