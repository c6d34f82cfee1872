"""Find sentences that announce something for a time that is past: they stayed from an earlier report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapportage.bounds import MOST_TEXTS
from rapportage.checks.subjects import Report
from rapportage.checks.texts import running_texts
from rapportage.dutch import BETWEEN_SENTENCES, date_text
from rapportage.errors import Finding
from rapportage.named_periods import NamedPeriod, placed_periods
from rapportage.periode import Periode

_WILL = re.compile(
    r"\b(?:zal|zullen|naar\sverwachting|verwacht(?:en|t)?|gepland|volgt|volgen|verschijnt|verschijnen|ontvangt|hoort"
    r"|krijgt|(?:planning|bedoeling)\sis|hoopt|hopen)\b",
    re.I,
)
"""What is only said of what is still to come."""
_NOUNS = (
    "gemeenten?|gezinnen|gesprekken|gebieden|gebouwen|gevallen|gevolgen|getallen|gelden|gevaren|gebreken|geschillen"
    "|gewesten|gewassen|geluiden|genoten|geheimen|gezicht|gebied|gewest|geluid|geld|gezond"
)
"""What looks like a participle and is none."""
_HAD = (
    r"\b(?:besloten|begonnen|besloot|kwam|kwamen|was|waren|werd|werden|had|hadden|kreeg|kregen|heeft|hebben|zou|zouden"
    r"|volgens|zoals|die|dat|als|toen|verkregen|sindsdien|inmiddels)\b"
)
_DONE = re.compile(
    rf"\b(?!(?:gepland|{_NOUNS})\b)(?:aan|af|vast|toe|op|uit|in)?ge\w+(?:d|t|en)\b|{_HAD}", re.I
)
"""What may have happened then, while what is to come is of another time."""
_EXPECTED = re.compile(r"\b(?P<lead>verwacht|verwachten|planning\sis|bedoeling\sis|hoopt|hopen)\sdat\b", re.I)
"""What brings in what is expected, and tells of nothing before it."""
_HAPPENS = (
    r"(?:start|starten|begint|beginnen|opent|openen|gaat|gaan|komt|komen|wordt|worden|besluit|beslist|besluiten|bespreekt"
    r"|behandelt)"
)
_READY = r"(?:klaar|gereed)"
_HAPPENS_BEHIND = re.compile(
    rf"\s{_HAPPENS}\b|\s(?:is|zijn)\s[^.,;:]{{1,60}}\s{_READY}\s*(?:[.,;!]|\Z)", re.I
)
_HAPPENS_AHEAD = re.compile(
    rf"\b(?:{_HAPPENS}|(?:is|zijn)(?:\sdan)?\s{_READY})\s(?:dan\s)?"
    r"(?:in|op|begin|eind|medio)\s(?:[a-z]+dag\s)?(?:begin\s|eind\s)?\Z",
    re.I,
)
"""Verbs in the present right beside a time that is past; its words begin the sentence, or end the clause."""
_AS_A_RULE = re.compile(
    rf"{_HAD}|\b(?:loopt|lopen|duurt|duren|geldt|gelden|eindigt|tot|gemiddeld\w*|elke?|iedere?|telkens|bekend|blijkt|in\swerking"
    r"|van\skracht)\b",
    re.I,
)
"""What makes the present one of a rule, or of a story."""
_SEASON = re.compile(
    r"\bin\s(?P<words>(?:het\s|de\s)?(?P<name>voorjaar|najaar|zomer|herfst)\s(?:van\s)?(?P<year>20[0-9]{2}))\b",
    re.I,
)
_LAST_MONTHS = {"voorjaar": 6, "zomer": 9, "najaar": 12, "herfst": 12}
_THEN = re.compile(
    r"\b(?:in|op|begin|eind|medio|rond|uiterlijk|vóór|voor)\s(?:(?:het|de)\s|[a-z]+dag\s)?(?:begin\s|eind\s)?\Z",
    re.I,
)
_ON_A_DAY = re.compile(r"\bop(?=\s(?:[a-z]+dag\s)?[0-9]{1,2}\s)", re.I)
_YEAR = re.compile(r"(?<![\w/-])(?:19|20)[0-9]{2}(?![\w/-])")


def behind_us(report: Report) -> Iterator[Finding]:
    """Each 'in maart 2024 volgt een plan' in the report of July 2024."""
    gegevens, own = report.content.rapportage.gegevens.value, report.content.rapportage.periode
    for paper in report.papers.values():
        for words, place in running_texts(paper):
            for sentence in BETWEEN_SENTENCES.split(words):
                if then := announced(sentence, own):
                    day = date_text(gegevens.rapportagedatum)
                    yield Finding(
                        f"deze zin kondigt iets aan voor {then}, en de rapportage is van {day}",
                        place,
                        "schrijf wat ervan kwam",
                    )


@lru_cache(maxsize=MOST_TEXTS)
def announced(sentence: str, own: Periode) -> str:
    """The time, not after the period, for which a sentence announces something; '' where there is none."""
    if not _YEAR.search(sentence):
        return ""
    told = _EXPECTED.sub(r"\g<lead>", sentence)
    will = _WILL.search(sentence) and not _DONE.search(told)
    if will and (season := _season(sentence, own)):
        return season
    dated = _ON_A_DAY.sub("in", sentence)
    every = placed_periods(dated)
    clauses = [dated] if len(every) == 1 else _CLAUSE.split(dated) if len(every) == _TWO else []
    for clause in clauses:
        found = placed_periods(clause)
        if len(found) == 1 and (then := _then(clause, found[0], own, dated, is_expected=bool(will))):
            return then
    return ""


_CLAUSE = re.compile(r"[,;]\s(?:(?:en|maar)\s)?|\s(?:en|maar)\s(?!met\b)")
_TWO = 2
"""Of two times each clause has its own: 'de aanbesteding begint in maart, het werk in mei'."""


def _then(
    clause: str, placed: tuple[int, int, NamedPeriod], own: Periode, sentence: str, *, is_expected: bool
) -> str:
    """The time of a clause, if that is over by the end of the period while it announces something."""
    start, end, named = placed
    before, after = clause[:start], clause[end:]
    if (
        not named.dated
        or named.last > own.last_day
        or _YEAR.search(before + after)
        or not _THEN.search(before)
    ):
        return ""
    will = is_expected and _WILL.search(clause)
    return clause[start:end] if will or _happens(before, after, named, sentence) else ""


def _happens(before: str, after: str, named: NamedPeriod, sentence: str) -> bool:
    """Whether a verb right beside a day or month says in the present what happens then."""
    if named.form not in ("month", "day") or _AS_A_RULE.search(sentence):
        return False
    begins = _THEN.match(before) and _HAPPENS_BEHIND.match(after)
    return bool(begins or _HAPPENS_AHEAD.search(before))


def _season(sentence: str, own: Periode) -> str:
    """The season, over by the end of the period, of which a sentence tells and of no other time."""
    found = list(_SEASON.finditer(sentence))
    if len(found) != 1 or len(_YEAR.findall(sentence)) != 1:
        return ""
    last = (int(found[0]["year"]), _LAST_MONTHS[found[0]["name"].lower()])
    return found[0]["words"] if last <= (own.last_day.year, own.last_day.month) else ""
