"""Find sentences that say how far a series is above or below a norm, against the numbers of both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from rapportage.checks.reading.named_series import ADDS_NOTHING, NamedSeries
from rapportage.checks.reading.series_at_home import Telling, letters_of, series_of, tellings
from rapportage.checks.subjects import Report
from rapportage.dutch import BETWEEN_SENTENCES, rounded
from rapportage.errors import Finding
from rapportage.number_words import number_of_word
from rapportage.typed import typed_number

_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+(?:,[0-9]+)?|[a-z]+"
_NORM = re.compile(rf"\bnorm\s(?:is|van|blijft)\s(?P<norm>{_NUMBER})\s(?P<unit>[^\W\d_]+)", re.I)
_OFF = re.compile(
    r"(?:(?P<by>[0-9]+(?:,[0-9]+)?)\s(?P<unit>[^\W\d_]+)\s)?\b(?P<way>boven|onder)\b(?=\s*(?:[.,;]|\Z|\sde\snorm\b))",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:bij|voor|in\s(?:mei|juni|[a-z]+ber|[12][0-9]{3})|vorig\w*|eerder|toen|was|waren|zat|lag|verwacht\w*|doel\w*|wil\w*|moet\w*"
    r"|niet|geen|als|landelijk\w*|regio\w*)\b",
    re.I,
)
"""What may make it another part, or another time."""


def otherwise_off_the_norm(report: Report) -> Iterator[Finding]:
    """Each 'De norm is acht weken; daar zit de gemeente nog 1,8 weken boven' beside 10,8 weeks."""
    every, body = series_of(report), report.content.rapportage.organisatie.value.overheid
    besides = frozenset(word.casefold() for word in (*body.naam.split(), body.soort))
    for telling in tellings(report) if every else ():
        norms = list(_NORM.finditer(telling.words))
        if len({one["norm"].lower() for one in norms}) != 1:
            continue
        (norm, *_) = norms
        value = _number(norm["norm"])
        one = _meant(telling, norm["unit"], every)
        if one is None or value is None:
            continue
        for sentence in BETWEEN_SENTENCES.split(telling.words):
            if told := _told(sentence, one, value, besides):
                yield Finding(told, telling.place, "reken het na, of noem waarvan het getal is")


def _number(words: str) -> Decimal | None:
    word = number_of_word(words.lower())
    return typed_number(words) if words[0].isdecimal() else None if word is None else Decimal(word)


def _meant(telling: Telling, unit: str, every: list[NamedSeries]) -> NamedSeries | None:
    """The one series in this unit whose number of now stands in the text, or whose name does."""
    counted = [one for one in every if one.indicator.eenheid.casefold() == unit.casefold()]
    begun = {word.casefold()[:6] for word in re.findall(r"[^\W\d_]{4,}", telling.words)}
    found = [
        one
        for one in counted
        if one.text(one.known[one.now]) in telling.made
        or bool((letters_of(one) - {unit.casefold()[:6]}) & begun)
    ]
    return found[0] if len(counted) == len(found) == 1 else None


def _told(sentence: str, one: NamedSeries, norm: Decimal, besides: frozenset[str]) -> str:
    """What is wrong with how far a sentence says that the number of now is from the norm."""
    now, unit = one.known[one.now], one.indicator.eenheid.casefold()
    for found in _OFF.finditer(sentence):
        lead = sentence[: found.start()]
        is_about = _OF_NORM.search(sentence) and not _OTHER.search(lead) and _is_only(lead, one, besides)
        if not is_about or (found["unit"] or unit).casefold() != unit:
            continue
        by = typed_number(found["by"]) if found["by"] and not _ROOM.search(lead) else None
        off = abs(now - norm)
        is_other_way = now != norm and (now > norm) != (found["way"].lower() == "boven")
        if is_other_way or (by is not None and by != rounded(off, max(0, -int(by.as_tuple().exponent)))):
            course = f"'{one.indicator.naam}' is {one.text(now)} bij een norm van {one.text(norm)}"
            return f"hier staat '{found[0].strip()}', en {course}"
    return ""


_OF_NORM = re.compile(r"\b(?:norm|daar)\b", re.I)
_ROOM = re.compile(r"\b(?:ruim|bijna|ongeveer|circa|zo['’]n|meer\sdan|minder\sdan)\s*\Z", re.I)
_ADDS_NOTHING = re.compile(r"norm|ligt|liggen|daar|blijft|komt|steeds|zitten|gemiddeld\w*", re.I)


def _is_only(lead: str, one: NamedSeries, besides: frozenset[str]) -> bool:
    """Whether these words tell of the series and the norm alone: of no other place, and of no part."""
    own = letters_of(one)
    words = (word.casefold() for word in re.findall(r"[^\W\d_]{4,}", lead))
    return all(
        word[:6] in own
        or word in besides
        or number_of_word(word) is not None
        or ADDS_NOTHING.fullmatch(word)
        or _ADDS_NOTHING.fullmatch(word)
        for word in words
    )
