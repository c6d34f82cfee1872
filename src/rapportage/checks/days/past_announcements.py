"""Find sentences that announce something for a time that is past: they stayed from an earlier report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapportage.bounds import MOST_TEXTS
from rapportage.checks.reading.texts import running_texts
from rapportage.checks.subjects import Report
from rapportage.dutch import BETWEEN_SENTENCES, MONTHS, date_text
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
_NO_MORE = r"(?:(?!en\b|nu\b|inmiddels\b)[^\s.,;:]+\s)"
"""A word of what is ready then, and not of something else that was done."""
_HAPPENS_BEHIND = re.compile(
    rf"\s{_HAPPENS}\b|\s(?:is|zijn)\s{_NO_MORE}{{1,10}}{_READY}\s*(?:[.,;!]|\Z)", re.I
)
_HAPPENS_AHEAD = re.compile(
    rf"\b(?:{_HAPPENS}|(?:is|zijn)(?:\sdan)?\s{_READY})\s(?:dan\s)?"
    r"(?:in|op|begin|eind|medio)\s(?:(?:het|de)\s|[a-z]+dag\s)?(?:begin\s|eind\s)?\Z",
    re.I,
)
"""Verbs in the present right beside a time that is past; its words begin the sentence, or end the clause."""
_IS_AHEAD = re.compile(
    r"\b(?:is|zijn)\s(?:[\w-]+\s){0,4}?(?:in|op|begin|eind|medio)\s(?:(?:het|de)\s|[a-z]+dag\s)?(?:begin\s|eind\s)?\Z",
    re.I,
)
_READY_BEHIND = re.compile(rf"\s{_NO_MORE}{{0,3}}?{_READY}\s*(?:[.,;!]|\Z)", re.I)
"""'Het werk is in maart klaar', to both sides of the time."""
_OBJECT = r"(?:(?:de|het|een|dit|deze|zijn|haar|hun|onze?)\s)?(?:(?!stand\b|situatie\b)[\w-]+\s){1,3}?"
_MAKES = (
    "presenteert|presenteren|ondertekent|ondertekenen|organiseert|organiseren|publiceert|publiceren|levert|leveren|verstuurt"
    "|versturen|stuurt|sturen|plaatst|plaatsen|bouwt|bouwen|onderzoekt|onderzoeken|vraagt|vragen|houdt|houden"
)
_MAKES_AHEAD = re.compile(
    rf"\b(?:{_MAKES})\s(?:dan\s)?(?:in|op|begin|eind|medio)\s(?:(?:het|de)\s|[a-z]+dag\s)?\Z", re.I
)
_OF_THINGS = re.compile(r"\s(?:[\w-]+\s){0,3}?(?:de|het|een|zijn|haar|hun)\s[^\W\d_]", re.I)
"""What is made then: 'de netbeheerder levert in maart de cijfers', and not what it yields in a month."""
_DOES_AHEAD = re.compile(
    rf"\b(?:opent|openen|bespreekt|bespreken|behandelt|behandelen|{_MAKES})\s{_OBJECT}(?:in|op)\s(?:[a-z]+dag\s)?\Z",
    re.I,
)
"""What is done to something on a day: 'de commissie bespreekt het voorstel op 3 november'."""
_ENDS = re.compile(r"\s*(?:[.,;!]|\Z)")
_SEPARABLE = tuple(
    (re.compile(rf"\b(?:{verb})\s(?:{_OBJECT})?(?:in|op|begin|eind|medio)\s(?:[a-z]+dag\s)?\Z", re.I), end)
    for verb, end in (
        ("stelt|stellen", re.compile(r"[^.,;:]{1,60}\svast\s*(?:[.,;!]|\Z)", re.I)),
        ("legt|leggen", re.compile(r"[^.,;:]{1,60}\svoor\s*(?:[.,;!]|\Z)", re.I)),
        ("rondt|ronden", re.compile(r"(?:[^.,;:]{1,60})?\saf\s*(?:[.,;!]|\Z)", re.I)),
        ("levert|leveren", re.compile(r"(?:[^.,;:]{1,60})?\sop\s*(?:[.,;!]|\Z)", re.I)),
    )
)
"""Verbs of which the other half stands behind the time: 'de raad stelt in april de nota vast'."""
_WHOLE = r"(?:over|voor)\s(?:heel|het\s(?:hele|volledige)\sjaar)\s"
_EXPECTED_YEAR = re.compile(
    r"\b(?<!dan de )(?:verwacht(?:en|ing)?|prognose)\b[^.;:]{0,40}?"
    rf"\b{_WHOLE}(?P<year>20[0-9]{{2}})(?![\w/–-])"
    rf"|\b{_WHOLE}(?P<of>20[0-9]{{2}})\s(?:verwacht(?:en)?|is\sde\s(?:verwachting|prognose))\b",
    re.I,
)
"""A whole year of which the outcome is still expected."""
_NOT_CLOSED = re.compile(
    r"\b(?:was|waren|ging|gingen|werd|werden|verwachtte|jaarrekening|jaarstukken|jaarverslag|definitie\w*|accountant\w*"
    r"|voorlopig\w*|toen|vorige|eerder\w*)\b",
    re.I,
)
"""What tells of what was expected, or of books that are still to be closed."""
_AS_A_RULE = re.compile(
    rf"{_HAD}|\b(?:loopt|lopen|duurt|duren|geldt|gelden|eindigt|tot|gemiddeld\w*|elke?|iedere?|telkens|bekend|blijkt|in\swerking"
    r"|van\skracht|reeks|grafiek|figuur|tabel|lijn|vergelijking|meting\w*|telling\w*|looptijd|\w*termijn|\w+periode)\b",
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
    if gegevens.rapportagedatum <= own.last_day:
        return  # its own days are those of the report before, which is told where they stand
    open_points = {(one.at.file, one.at.line) for one in report.open_points}
    for paper in report.papers.values():
        for words, place in running_texts(paper):
            if (place.file, place.line) in open_points:
                continue  # it asks what came of just that
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
    sentence = _AS_SAID.sub("", sentence)
    if year := _whole_year(sentence, own):
        return year
    told = _EXPECTED.sub(r"\g<lead>", sentence)
    will = _WILL.search(sentence) and not _DONE.search(told)
    if season := _season(sentence, own, is_expected=bool(will)):
        return season
    dated = _ON_A_DAY.sub("in", sentence)
    every = placed_periods(dated)
    clauses = [dated] if len(every) == 1 else _CLAUSE.split(dated) if len(every) == _TWO else []
    for clause in clauses:
        found = placed_periods(clause)
        if len(found) == 1 and (then := _then(clause, found[0], own, dated, is_expected=bool(will))):
            return then
    return ""


_AS_SAID = re.compile(r",\szoals\b[^.;,]{0,120}(?=\.?\Z)", re.I)
"""What says behind it that somebody had told of it."""
_CLAUSE = re.compile(r"[,;]\s(?:(?:en|maar)\s)?|\s(?:en|maar)\s(?!met\b)")
_ARTICLE = re.compile(r"\b(?:het|de)\s\Z", re.I)
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
    article = _ARTICLE.search(before)
    words = clause[article.start() if article else start : end]
    return words if will or _happens(before, after, named, own, sentence) else ""


def _happens(before: str, after: str, named: NamedPeriod, own: Periode, sentence: str) -> bool:
    """Whether a sentence says in the present what happens in a month, on a day or in a period of before."""
    of_before = named.form == "period" and named.last < own.first_day
    return (of_before or named.form in ("month", "day")) and _told_beside(before, after, sentence)


def _told_beside(before: str, after: str, sentence: str) -> bool:
    """Whether a verb right beside a time says in the present what happens then."""
    if _AS_A_RULE.search(sentence):
        return False
    begins = _THEN.match(before) and _HAPPENS_BEHIND.match(after)
    parted = any(verb.search(before) and end.match(after) for verb, end in _SEPARABLE)
    does = _DOES_AHEAD.search(before) and _ENDS.match(after)
    makes = _MAKES_AHEAD.search(before) and _OF_THINGS.match(after)
    ready = _IS_AHEAD.search(before) and _READY_BEHIND.match(after)
    return bool(begins or parted or does or makes or ready or _HAPPENS_AHEAD.search(before))


def _whole_year(sentence: str, own: Periode) -> str:
    """The whole year, over by the end of the period, of which a sentence still expects the outcome."""
    found = _EXPECTED_YEAR.search(sentence)
    if found is None or _NOT_CLOSED.search(sentence):
        return ""
    year = int(found["year"] or found["of"])
    ended = year <= own.last_day.year - (own.last_day.month < len(MONTHS))
    return f"heel {year}" if ended else ""


def _season(sentence: str, own: Periode, *, is_expected: bool) -> str:
    """The season, over by the end of the period, for which a sentence announces something."""
    found = list(_SEASON.finditer(sentence))
    if len(found) != 1 or len(_YEAR.findall(sentence)) != 1:
        return ""
    only = found[0]
    before, after = sentence[: only.start("words")], sentence[only.end() :]
    last = (int(only["year"]), _LAST_MONTHS[only["name"].lower()])
    is_over = last <= (own.last_day.year, own.last_day.month)
    return only["words"] if is_over and (is_expected or _told_beside(before, after, sentence)) else ""
