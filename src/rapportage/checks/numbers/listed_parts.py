"""Whether the parts that a sentence lists one by one are together the whole that it names before them.

Behind a colon they are all; behind 'van de 61 zijn er' there may be a rest, but not more than all.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import chain, combinations

from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.texts import most_numbers
from rapportage.dutch import MONTHS, number_text
from rapportage.number_words import number_of_word

_COUNT = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)"
_ALONE = (
    rf"(?<![\w.,/:€'’-]){_COUNT}(?![\w%/]|[.,-][0-9]|[ \u00a0](?:{'|'.join(MONTHS)}|mil\w+|procent\w*|uur)\b)"
)
_WORD = r"[^\W\d_][\w’'-]*"
_PART = rf"{_ALONE}(?:\s+(?!en\b){_WORD}){{1,5}}?(?:\s+\([0-9][0-9,]*%\))?"
_LIST = rf"(?P<parts>{_PART}(?:,\s+{_PART}){{0,4}},?\s+en\s+{_PART})"
_END = r"\s*(?:[.;!?](?![0-9])|\Z)"
_BEHIND_COLON = re.compile(rf"(?P<lead>[^:;]{{3,160}}):\s+{_LIST}{_END}", re.I)
_OF_ALL = re.compile(
    rf"\bvan\s+(?:de|deze|die|alle|onze)\s+(?P<whole>{_ALONE})(?:\s+{_WORD}){{1,6}}?\s+er\s+"
    rf"(?P<parts>{_PART}(?:,\s+{_PART}){{1,4}},?\s+en\s+{_PART}){_END}",
    re.I,
)
_IN_TWO = re.compile(
    rf"(?P<whole>{_ALONE})(?:\s+{_WORD}){{1,6}}?,\s+(?P<parts>{_ALONE}\s+in\s+(?:de|het)\s+eerste"
    rf"(?:\s+(?!en\b){_WORD}){{0,2}}\s+en\s+{_ALONE}\s+in\s+(?:de|het)\s+tweede)\b",
    re.I,
)
"""'14 calamiteiten, 6 in de eerste helft en 9 in de tweede'."""
_FEW_WORDS = rf"(?:\s+(?!en\b){_WORD}){{0,3}}?"
_OPPOSITES = ("korter/langer", "gegrond/ongegrond", "positief/negatief", "jongens/meisjes", "hoger/lager")
_OF_BOTH = tuple(
    re.compile(
        rf"(?P<whole>{_ALONE})(?:\s+(?!en\b){_WORD}){{1,6}}?(?:;|\s+er)?\s+"
        rf"(?P<parts>{_ALONE}{_FEW_WORDS}\s+{one}{_FEW_WORDS}\s+en\s+{_ALONE}{_FEW_WORDS}\s+{other})"
        r"(?=\s+dan\b|\s*(?:verklaard\s*)?(?:[.;!?](?![0-9])|\Z))",
        re.I,
    )
    for pair in _OPPOSITES
    for one, other in (pair.split("/"), reversed(pair.split("/")))
)
"""'Van de 214 wachten er 96 korter en 128 langer': there is no third."""
_SAYS_TWO = re.compile(rf"\beerste\b|{'|'.join(pair.replace('/', '|') for pair in _OPPOSITES)}", re.I)
_LEFT = re.compile(r"\b(?:andere|overige|resterende)\b", re.I)
"""What stands in each of the forms on a rest."""
_BOTH = 2
"""A whole and its parts are more numbers than this."""
_NUMBER = re.compile(_ALONE)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_FAR = Decimal("1.25")
"""More than so many times the whole, what is listed is no part of it."""
_NOT_ALL = re.compile(
    r"\b(?:vooral|onder\s+(?:meer|andere)|waaronder|bijvoorbeeld|meer\s+dan|meerdere|dubbel\w*|tegelijk\w*|ook|ruim"
    r"|bijna|circa|ongeveer|gemiddeld|per|elke?|ieder\w*|naar|tegen|waarvan|meer|minder|keer|maal|punten|eisen)\b",
    re.I,
)
_DOES = "niet|wel|nog|zijn|waren|hebben|hadden|halen|haalden|doen|deden|volgen|liggen|staan|krijgen|kregen"
_REST_WORDS = re.compile(
    rf"\b(?P<part>{_WORD}|{_COUNT})\s+van\s+de\s+(?P<whole>{_WORD}|{_COUNT})\s+(?P<noun>{_WORD})"
    rf"(?P<between>[^.;:!?]{{3,100}}?)\b(?:de|van\s+de)\s+(?:andere|overige|resterende)\s+(?P<rest>{_WORD}|{_COUNT})"
    rf"(?=\s*(?:[.,;)!?](?![0-9])|\Z)|\s+(?:{_DOES}|(?P=noun))\b)",
    re.I,
)
_PERCENT = re.compile(r"(?<![\w.,])([0-9]{1,3}(?:,[0-9]+)?)%(?!-?punt)")
_REST_PERCENT = re.compile(r"\b(?:overige|resterende|andere)\s+(?P<rest>[0-9]{1,3}(?:,[0-9]+)?)%", re.I)
_ALL_OF_IT, _MOST = 100, 4


def told_of_a_list(sentence: str) -> str | None:
    """What is wrong with the parts that a sentence lists: None where they may be right."""
    counted = (_behind_a_colon, _more_than_all) if most_numbers(sentence) > _BOTH else ()
    left = (_rest, _rest_of_all) if _LEFT.search(sentence) else ()
    return next(filter(None, (rule(sentence) for rule in (*counted, *left))), None)


def told_of_two(text: str) -> str | None:
    """What is wrong with '6 in de eerste helft en 9 in de tweede', and with '96 korter en 128 langer'."""
    some = most_numbers(text) > _BOTH and _SAYS_TWO.search(text)
    for form in (_IN_TWO, *_OF_BOTH) if some else ():
        for found in form.finditer(text):
            if told := _told(found["whole"], found["parts"], found[0], may_be_less=False):
                return told
    return None


def _behind_a_colon(sentence: str) -> str | None:
    for found in _BEHIND_COLON.finditer(sentence):
        wholes = [one[0] for one in _NUMBER.finditer(found["lead"]) if not _YEAR.fullmatch(one[0])]
        if len(wholes) == 1 and (told := _told(wholes[0], found["parts"], sentence, may_be_less=False)):
            return told
    return None


def _more_than_all(sentence: str) -> str | None:
    for found in _OF_ALL.finditer(sentence):
        if told := _told(found["whole"], found["parts"], sentence, may_be_less=True):
            return told
    return None


def _told(whole: str, listed: str, sentence: str, *, may_be_less: bool) -> str | None:
    written = [one[0] for one in _NUMBER.finditer(listed)]
    numbers = [number for one in written if (number := number_of(one)) is not None]
    every, total = number_of(whole), sum(numbers, Decimal())
    if every is None or len(numbers) != len(written) or _NOT_ALL.search(sentence):
        return None
    if total == every or (may_be_less and total < every) or not every / _FAR <= total <= every * _FAR:
        return None
    if max(numbers) >= every or any(map(_YEAR.fullmatch, written)):
        return None
    shown = f"{', '.join(written[:-1])} en {written[-1]}"
    return f"van {whole} zijn hier {shown} de delen, en die zijn samen {number_text(total, 0)}"


def _rest(sentence: str) -> str | None:
    """'Drie van de zeven halen de norm, de andere vijf niet'."""
    for found in _REST_WORDS.finditer(sentence):
        part, whole, rest = (_number(found[one]) for one in ("part", "whole", "rest"))
        if part is None or whole is None or rest is None or part + rest == whole or not part < whole:
            continue
        if _NUMBER.search(found["between"]) or _NOT_ALL.search(found["between"]) or rest >= whole:
            continue
        shown = f"{found['part']} en {found['rest']}"
        total = number_text(part + rest, 0)
        return f"van {found['whole']} zijn hier {shown} de delen, en die zijn samen {total}"
    return None


def _number(words: str) -> Decimal | None:
    if words[0].isdigit():
        return number_of(words)
    found = number_of_word(words)
    return None if found is None else Decimal(found)


def _rest_of_all(sentence: str) -> str | None:
    """'58% krijgt hulp thuis en de overige 32% elders'."""
    rest = _REST_PERCENT.search(sentence)
    numbers = [Decimal(one.replace(",", ".")) for one in _PERCENT.findall(sentence)]
    if rest is None or not 1 < len(numbers) <= _MOST or _NOT_ALL.search(sentence):
        return None
    left, others = Decimal(rest["rest"].replace(",", ".")), numbers[:]
    others.remove(left)
    some = chain.from_iterable(combinations(others, count) for count in range(1, len(others) + 1))
    is_first = sentence.find("%") > rest.start("rest")
    if is_first or any(abs(sum(one, left) - _ALL_OF_IT) <= 1 for one in some):
        return None
    total = sum(numbers, Decimal())
    text = number_text(total, max(0, -int(total.normalize().as_tuple().exponent)))
    return f"'{' '.join(rest[0].split())}' is niet de rest: samen is het {text}%"
