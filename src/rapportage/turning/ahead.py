"""Which sentences of a report speak of days after its period."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.dutch import MONTHS
from rapportage.named_periods import named_periods
from rapportage.periode import Periode

_SEASONS = {
    "begin": 1,
    "voorjaar": 3,
    "zomer": 6,
    "medio": 6,
    "najaar": 9,
    "herfst": 9,
    "eind": 12,
    "winter": 12,
}
_SEASON = re.compile(rf"\b(?P<when>{'|'.join(_SEASONS)})\s+(?:van\s+)?(?P<year>20[0-9]{{2}})\b", re.I)
_YEAR = re.compile(r"(?<![-–/\w])(?P<year>20[0-9]{2})(?![-–/\w])")
_SOON = 2
"""So many years on, a year is still something to report on, and no ambition."""
_AHEAD = re.compile(
    r"\bnaar\s+verwachting\b|\bverwacht(?:en|e|ing)?\b|\b(?:staan?|is|zijn|worden|wordt)\b[^.]{0,200}\bgepland\b"
    r"|\bvoornemens\b|\bvan\s+plan\b|\bhalf\s?jaar\s+dat\s+volgt\b"
    r"|\b(?:aan)?komende?\s+(?:tijd|half\s?jaar|periode|maand|maanden|jaar|jaren|kwartaal|weken)\b"
    r"|\bvolgende?\s+(?:half\s?jaar|jaar|kwartaal|periode|maand)\b"
    r"|\bbinnenkort\b|\b(?:zal|zullen)\b|\bmoet(?:en)?\s+nog\b(?!\s+(?:(?:ruim|bijna|ongeveer|circa)\s+)?(?:[0-9]|\{\{))|\bsta(?:at|an)\b[^.]{0,200}\bop\s+het\s+programma\b"
    r"|\b(?:volgt|volgen)\s+(?:nog|later|dit|in|de)\b|\bin\s+(?:wording|voorbereiding|de\s+maak)\b"
    r"|\b(?:beslist|besluit|start|begint|verschijnt)\s+(?:later|pas|in)\b|\bde\s+langere\s+baan\b"
    r"|\b(?:kom|komt|komen)\b[^.]{0,200}\b(?:op|hierop|daarop)\s+terug\b",
    re.I,
)
"""What is said of days to come, in words."""
_EFFECT = re.compile(
    r"[^,;:]{0,60}\b(?:heeft|hebben)\b[^,;:]{0,60}\b(?:gevolgen|invloed|effect)\s+(?:voor|op)\b[^,;:]*", re.I
)
"""What tells of a cause now, and announces nothing."""
_NEXT = re.compile(r"\{\{\s*volgende\b")
"""The period to come, as an author asks for it."""
_BEHIND = re.compile(r"\b(?:had|hadden|zou|zouden|was|waren|werd|werden|kreeg|kregen)\b", re.I)
"""What tells that the words are about plans of then."""
_WITHOUT_YEAR = re.compile(
    rf"(?:\b(?:in|begin|eind|medio|halverwege|voor|vóór|uiterlijk|tot|rond|na|[0-9]{{1,2}})\s+(?P<month>{'|'.join(MONTHS)})"
    r"|\b(?P<nth>eerste|tweede|derde|vierde)\s+(?P<part>kwartaal|half\s?jaar|helft\s+van\s+het\s+jaar)"
    r"|\b(?P<side>na|voor|vóór)\s+de\s+zomer(?:vakantie)?|\b(?:het|(?P<this>dit))\s+(?P<season>voorjaar|najaar)"
    r"|\b(?:de|(?P<these>deze))\s+(?P<warm>zomer|herfst))\b(?!\s+(?:van\s+)?(?:['’]?[0-9]{2}|[12][0-9]{3})(?![0-9]))",
    re.I,
)
"""A time of the year, of which the verb says whether it is still to come."""
_THIS_YEAR = re.compile(
    r"\b(?:later|nog|eind(?:e\s+van)?)\s+(?:dit|het)\s+jaar\b|\beinde\s+van\s+(?:dit|het)\s+jaar\b|\bhet\s+einde\s+van\s+het\s+jaar\b"
    r"|\bover\s+(?:een|enkele|een\s+paar|twee|drie)\s+(?:half\s?jaar|jaar|maanden|weken)\b",
    re.I,
)
_WILL = re.compile(
    r"\b(?:komt|komen|volgt|volgen|ontvangt|ontvangen|krijgt|krijgen|hoort|horen|start|starten|begint|beginnen|verschijnt"
    r"|verschijnen|besluit|beslist|beslissen|bespreekt|bespreken|spreekt|behandelt|stelt|legt|leggen|ligt|liggen|wordt"
    r"|worden|is|zijn|gaat|gaan|loopt|lopen|opent|vergadert|rondt|ronden|levert|leveren|neemt|nemen|gebeurt|weten|moet"
    r"|moeten|wil|willen|staat|staan|maakt|maken)\b",
    re.I,
)
"""Verbs that say of a time to come what is done then."""
_DOES = re.compile(
    r"\b(?:valt|vallen|past|passen|kijkt|kijken|bekijkt|bekijken|bouwt|bouwen|plaatst|plaatsen|vervangt|vervangen"
    r"|sluit|sluiten|biedt|bieden|brengt|brengen|houdt|houden|organiseert|organiseren|onderzoekt|onderzoeken|evalueert"
    r"|evalueren|verhuist|verhuizen|voert|voeren|kiest|kiezen|doet|doen|vindt|vinden|vraagt|vragen|stuurt|sturen|geeft"
    r"|geven|gunt|gunnen|sloopt|slopen|pakt|pakken|richt|richten|werkt|werken|rijdt|rijden|meet|meten|koopt|kopen|ziet"
    r"|zien|kan|kunnen)\b",
    re.I,
)
"""Verbs that do so of a time that is no month or part of each year: 'in juli rijden er minder bussen'."""
_WHO = r"(?:wij|we|u|(?:de|het)\s(?:raad|college|bestuur|gemeenten?|regio|provincie|stuurgroep|commissie))"
_LOOKS = (
    r"(?:kijk(?:t|en)|bekijk(?:t|en)|evalue(?:ert|ren)|beoorde(?:elt|len)|bezie(?:t|n)|besl(?:ist|issen)"
    r"|beslui(?:t|ten)|weegt|wegen|bespre(?:ekt|ken)|bepa(?:alt|len)|rapporte(?:ert|ren)|onderzoe(?:kt|ken)|meet|meten)"
)
_AFTER = r"na\s+(?:(?:de|het)\s+)?[^\W_]{1,20}\s+(?:half\s?jaar|jaar|maand(?:en)?|weken|week|kwartaal)"
_AFTER_A_WHILE = re.compile(
    rf"\b{_AFTER}\s+(?:{_LOOKS}\s+{_WHO}|(?:hoort|krijgt|ontvangt)\s+(?:u|de\sraad))\b(?!\s+terug\b)"
    rf"|\b{_WHO}\s+{_LOOKS}\s+{_AFTER}\b(?!\s+terug\b)",
    re.I,
)
"""What is looked at once something has lasted for a while."""
_DID = re.compile(
    r"\b(?:kwam|kwamen|ontving|ontvingen|besloot|besloten|stelde|stelden|volgde|volgden|vond|vonden|gaf|gaven|ging|gingen"
    r"|sprak|spraken|bracht|brachten|startte|startten|begon|begonnen|verscheen|nam|namen|vastgesteld|had|hadden|was"
    r"|waren|werd|werden|kreeg|kregen|vorige?|afgelopen|sinds|elke?|ieder|jaarlijks\w*|telkens|altijd|geopend|gestart"
    r"|afgerond|gehouden|opgeleverd)\b",
    re.I,
)
"""What tells that such a time is behind us, or comes each year."""
_COMPARED = re.compile(
    r"\b(?:dan|tegen(?:over)?|vergeleken\s+met|ten\s+opzichte\s+van|sinds|vanaf)\s+(?:(?:de\s+)?[0-9][^\s]*\s+)?(?:die\s+)?"
    r"(?:(?:in|op|per|aan|ultimo|begin|eind|einde|van|het|de)\s+){0,6}\Z",
    re.I,
)
"""Before a time that is over: 'minder dan in het eerste kwartaal'."""
_NTH = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_SEASON_MONTHS = {"voorjaar": 4, "najaar": 10, "herfst": 10, "zomer": 7}


def looks_ahead(sentence: str, earlier: Periode) -> bool:
    """Whether a sentence of the report on that period speaks of days after it."""
    last_day = earlier.last_day
    if _EFFECT.fullmatch(sentence):
        return False
    if _NEXT.search(sentence) or any(one.dated and one.first > last_day for one in named_periods(sentence)):
        return True
    if any(
        (last_day.year, last_day.month) < (int(one["year"]), _SEASONS[one["when"].lower()])
        and int(one["year"]) - last_day.year <= _SOON
        for one in _SEASON.finditer(sentence)
    ):
        return True
    if any(0 < int(one["year"]) - last_day.year <= _SOON for one in _YEAR.finditer(sentence)):
        return True
    if _AHEAD.search(sentence) and not _BEHIND.search(sentence):
        return True
    return _is_to_come(sentence, earlier)


def _is_to_come(sentence: str, earlier: Periode) -> bool:
    """Whether a time without its year is one after the period, and what is said of it is yet to be done."""
    if _DID.search(sentence):
        return False
    if _AFTER_A_WHILE.search(sentence):
        return True
    last = earlier.last_day.month
    within = set(range(earlier.first_day.month, last + 1))
    times = [found for found in _times_of_year(sentence) if not within & _months(found)]
    if any((found["this"] or found["these"]) and min(_months(found)) > last for found in times):
        return True  # this autumn is still to come, whatever the verb
    if _WILL.search(sentence):
        return bool(times) or (bool(_THIS_YEAR.search(sentence)) and last < len(MONTHS))
    return bool(_DOES.search(sentence)) and any(
        found["side"] or found["this"] or found["these"] for found in times
    )


def _times_of_year(sentence: str) -> Iterator[re.Match[str]]:
    """Each time of the year that a sentence names without its year, and not to compare with."""
    for found in _WITHOUT_YEAR.finditer(sentence):
        if not _COMPARED.search(sentence[: found.start()]):
            yield found


def _months(found: re.Match[str]) -> set[int]:
    """The months of such a time."""
    if found["month"]:
        return {MONTHS.index(found["month"].lower()) + 1}
    if found["nth"]:
        size = 3 if found["part"].lower() == "kwartaal" else 6
        last = _NTH[found["nth"].lower()] * size
        return set(range(last - size + 1, last + 1))
    if found["side"]:
        return {9} if found["side"].lower() == "na" else {5}
    return {_SEASON_MONTHS[(found["season"] or found["warm"]).lower()]}
