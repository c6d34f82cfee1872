"""What a paragraph works out from what it counted: the part that is there, what is left, and how far behind.

'De regio wil 42 kilometer. Daarvan ligt er 18,6 kilometer, 44,3%. Er moet nog 23,4 kilometer komen.' Each of
these names its unit, or stands alone in its sentence; of more numbers it is not clear which are meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from rapportage.checks.reading.directions import number_of
from rapportage.dutch import number_text
from rapportage.named_periods import placed_periods
from rapportage.rough import ROOM

_NUMBER = r"(?<![\w.,/:€%-])[0-9]{1,3}(?:(?:\.[0-9]{3})+|[0-9]*)(?:,[0-9]+)?(?![\w%.,/-]*[0-9%])"
_NOUN = (
    r"(?!(?:en|of|van|in|op|per|meer|minder|uur|jaar|miljoen|miljard|procent|weken|maanden|dagen)\b)"
    r"[^\W\d_][\w-]*"
)
_COUNT = re.compile(rf"(?P<number>{_NUMBER})(?:\s(?P<noun>{_NOUN}))?")
_ROUGHLY = re.sub(r"[?]P<[a-z]+>", "?:", ROOM)
_ENDS = r"(?=\s*(?:[.,;)](?![0-9])|\Z))"
_OTHERWISE = re.compile(
    rf"\b(?:{_ROUGHLY}|per|elk\w*|ieder\w*|jaarlijks\w*|eerder\w*|ook|verder|daarnaast|bovendien|deels|gedeeltelijk"
    r"|minstens|hoogstens|maximaal|minimaal|gemiddeld\w*|waarvan|anders?)\b",
    re.I,
)
"""What brings in another number, or leaves room in one."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_OF_IT = re.compile(
    rf"\A(?:Daarvan|Hiervan)\b[^.;:0-9€]{{0,40}}\s(?P<part>{_NUMBER})\s(?P<noun>{_NOUN})[^.;:0-9€]{{0,30}}"
    r"(?:,\s(?:dat\sis\s|ofwel\s|oftewel\s)?|\s\()(?P<share>[0-9]{1,3}(?:,[0-9]+)?)%\)?\.?\Z"
)
_TO_COME = re.compile(
    rf"\A(?:Er\s(?:moet|moeten|blijft|blijven|resteert|resteren)|Dan\s(?:rest|resteert))\s(?:dus\s|dan\s)?nog\s"
    rf"(?P<left>{_NUMBER})(?:\s(?P<noun>{_NOUN}))?(?:\s(?:komen|bij|over|te\sgaan|worden\s[\w-]+))?\.?\Z"
)
_ADDED = re.compile(
    rf"\bkom(?:t|en)\s(?:daar|er|hier)\s(?P<more>{_NUMBER})\s(?P<noun>{_NOUN})\sbij,\s(?:zodat|waardoor|waarmee)\s"
    rf"(?:er|het|de\sregio|de\sgemeente)\s(?:dan\s|in\stotaal\s)?(?P<sum>{_NUMBER})\s(?P<same>{_NOUN})\b"
)
_SHOULD = re.compile(
    rf"\bhad(?:den)?\s(?:het\s)?(?:er|dat)\s(?P<aim>{_NUMBER})\s(?:moeten\szijn|kunnen\szijn)\b[^0-9€]{{0,60}}?"
    rf"\s(?P<apart>{_NUMBER})(?:\s{_NOUN})?\s(?:achter|voor|te\s(?:weinig|veel))\b{_ENDS}"
)
_FRACTION = re.compile(
    r"\b(?P<count>een|één|twee|drie|vier|vijf|zeven)\s(?P<part>derde|vierde|kwart|vijfde|zesde|achtste|tiende)s?"
    rf"\svan\s(?:de\s)?(?P<whole>{_NUMBER})\sis\s(?P<said>{_NUMBER}){_ENDS}",
    re.I,
)
_COUNTS = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zeven": 7}
_PARTS = {"derde": 3, "vierde": 4, "kwart": 4, "vijfde": 5, "zesde": 6, "achtste": 8, "tiende": 10}


def miscounted_in(sentences: Sequence[str]) -> str:
    """What does not follow in these sentences of a paragraph; '' where all does, or may."""
    for at, sentence in enumerate(sentences):
        before = sentences[at - 1] if at else ""
        ahead = sentences[at - 2] if at > 1 else ""
        told = (
            _other_part(before, sentence)
            or _other_rest(ahead, before, sentence)
            or _other_sum(before, sentence)
            or _other_distance(before, sentence)
            or _other_fraction(sentence)
        )
        if told:
            return told
    return ""


def _only(sentence: str, noun: str = "") -> Decimal | None:
    """The one number of a sentence that is no year or day, with that noun behind it."""
    for start, end, _ in reversed(placed_periods(sentence)):
        sentence = f"{sentence[:start]}{sentence[end:]}"
    found = [one for one in _COUNT.finditer(sentence) if not _YEAR.fullmatch(one["number"])]
    same = [one for one in found if not noun or one["noun"] == noun]
    if len(same) != 1 or "€" in sentence or _OTHERWISE.search(sentence):
        return None
    return number_of(same[0]["number"])


def _other_part(before: str, sentence: str) -> str:
    """What is wrong with 'De regio wil 42 kilometer. Daarvan ligt er nu 18,6 kilometer, 34,3%'."""
    found = _OF_IT.match(sentence)
    whole = _only(before, found["noun"]) if found else None
    part, share = (number_of(found[one]) if found else None for one in ("part", "share"))
    if found is None or not whole or part is None or share is None or _OTHERWISE.search(sentence):
        return ""
    right, digit = part / whole * 100, _digit(share)
    if abs(share - right) <= digit / 2 + _digit(part) / whole * 100 / 2:
        return ""
    return f"'{found['share']}%' klopt niet: {found['part']} is {_text(right, digit)}% van {_text(whole)}"


def _other_rest(ahead: str, before: str, sentence: str) -> str:
    """What is wrong with 'Er moet nog 32,4 kilometer komen', behind those two sentences."""
    found, part = _TO_COME.match(sentence), _OF_IT.match(before)
    if found is None or part is None or (found["noun"] or part["noun"]) not in (part["noun"], "komen"):
        return ""
    whole, left, is_there = _only(ahead, part["noun"]), number_of(found["left"]), number_of(part["part"])
    if whole is None or left is None or is_there is None or _is(left, whole - is_there):
        return ""
    right = _text(whole - is_there)
    return f"'{found['left']}' volgt niet uit {_text(whole)} en {part['part']}: dat is {right}"


def _other_sum(before: str, sentence: str) -> str:
    """What is wrong with 'Er ligt 18 kilometer. Er komt 4 kilometer bij, zodat er 24 kilometer ligt'."""
    found = _ADDED.search(sentence)
    if found is None or found["noun"] != found["same"] or _OTHERWISE.search(sentence):
        return ""
    there = [one for one in _COUNT.finditer(before) if one["noun"] == found["noun"]]
    more, said = number_of(found["more"]), number_of(found["sum"])
    known = [value for one in there if (value := number_of(one["number"])) is not None]
    if not known or more is None or said is None or any(_is(said, one + more) for one in known):
        return ""
    right = _text(known[-1] + more)
    return f"'{found['sum']}' volgt niet uit {_text(known[-1])} en {found['more']}: samen is dat {right}"


def _other_distance(before: str, sentence: str) -> str:
    """What is wrong with 'Er zijn er 846. Het hadden er 900 moeten zijn: de regio ligt er 45 achter'."""
    found = _SHOULD.search(sentence)
    there = _counted(before) if found else []
    aim, apart = (number_of(found[one]) if found else None for one in ("aim", "apart"))
    if found is None or aim is None or apart is None or len(there) != 1 or _OTHERWISE.search(found[0]):
        return ""
    right = abs(aim - there[0])
    if _is(apart, right):
        return ""
    return f"'{found['apart']}' volgt niet uit {_text(there[0])} en {found['aim']}: dat is {_text(right)}"


def _counted(sentence: str) -> list[Decimal]:
    """What a sentence counts: its numbers but years and percentages."""
    found = (one["number"] for one in _COUNT.finditer(sentence))
    return [value for one in found if not _YEAR.fullmatch(one) and (value := number_of(one)) is not None]


def _other_fraction(sentence: str) -> str:
    """What is wrong with 'drie achtste van 2.400 is 800'."""
    found = _FRACTION.search(sentence)
    whole, said = (number_of(found[one]) if found else None for one in ("whole", "said"))
    if found is None or whole is None or said is None:
        return ""
    right = whole * _COUNTS[found["count"].lower()] / _PARTS[found["part"].lower()]
    if _is(said, right):
        return ""
    share = f"{found['count'].lower()} {found['part']} van {found['whole']}"
    return f"'{found['said']}' klopt niet: {share} is {_text(right)}"


def _is(said: Decimal, right: Decimal) -> bool:
    """Whether a number is this one, rounded to its last digit."""
    return abs(said - right) <= _digit(said) / 2


def _digit(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(value.as_tuple().exponent))


def _text(value: Decimal, digit: Decimal | None = None) -> str:
    bare = value if digit else value.normalize()
    exponent = int((digit or bare).as_tuple().exponent)
    return number_text(value, min(2, max(0, -exponent)))
