"""What is told of a rise or a fall by so much, beside the two numbers that it goes between.

'Van 312 naar 287, een daling van 35', 'met 10% (van 200 naar 230)', 'van 9 naar 10. Dat is een groei van
38%', '105 tegen 80, 38% meer' and '4.990, 5% meer dan een jaar eerder (4.940)' are one claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rapportage.below_zero import turned
from rapportage.checks.reading.directions import AMOUNT, COURSE, ends_of, number_of
from rapportage.dutch import amount_text, number_text
from rapportage.earlier_times import EARLIER_WORDS
from rapportage.movement import said_of_course, way_of
from rapportage.named_periods import placed_times
from rapportage.number_words import COUNT_WORD, number_of_word
from rapportage.rough import ROOM, may_be_rounded, may_be_told, room_of, rough_room_of

_NOUN = r"(?:daling|stijging|groei|toename|afname|krimp|verschil|verhoging|verlaging)"
_POINTS = r"(?P<points>[ \u00a0]?procentpunt(?:en)?\b|-?punt(?:en)?\b)?"
_FORESEEN = (
    r"(?:begro\w+|\w*raming|norm|doel\w*|\w*plan\w*|prognose|landelijk\w*|regio\w*|gemiddeld\w*|verwacht\w*)"
)
_AGAINST = rf"(?:ten opzichte van|vergeleken met|in vergelijking met)(?! (?:(?:de|het|een) )?{_FORESEEN}\b)"
_ENDS = rf"(?=\s*(?:[.,](?![0-9])|[;:)!?]|\Z)|\s+(?:en|{_AGAINST})\b)"
"""What may stand behind a difference: any other word can make it one by year, by head or of another kind."""
_WORD = r"(?!(?:en|een|of|maar|dan|per|elke?|ieder\w*|gemiddeld\w*|naar|tot|niet)\b)[^\W\d_][\w’'-]*"
_EACH = rf"(?:(?:\s+{_WORD})?\s+per\s+[^\W\d_]+)?"
"""A unit of both numbers: 'van € 162 naar € 171 per ton'."""
_TAIL = rf"{_EACH}(?:\s+(?:{_WORD}|(?:19|20)[0-9]{{2}}\b)){{0,7}}?"
"""What may stand between the last of two numbers and what is told of them: what is counted, and when."""
_AGO = rf"(?:\s+(?:(?:in|bij)\s+)?{EARLIER_WORDS})?"
_COUNTED = r"(?:\s+(?P<noun>(?!en\b|ten\b|verg\w+|in\b)[^\W\d_][\w-]*)(?=[^\w-]|\Z))?"
_SAID = rf"(?P<said>{AMOUNT}|{COUNT_WORD}\b){_POINTS}{_COUNTED}"
_SO = r"(?:(?:en|dus|ofwel|oftewel|dat is|dat was|dit is|dat zijn er|dat waren er)\s+)*"
_THAT = r"(?:en\s+)?(?:dat|dit)\s+(?:is|was|betekent|betekende)\s+(?:dus\s+)?"
_THOSE = r"[.;]\s+(?:dat|dit)\s+(?:is|was|zijn er|waren er)\s+"
_ROUGHLY = rf"(?:(?:{ROOM})\s+)?"
_KIND = r"(?!gemiddelde |jaarlijkse |maandelijkse |structurele |verwachte )(?:\w+ )?"
_MORE = r"(?:meer|méér|minder|hoger|lager|langer|korter|groter|kleiner|duurder|goedkoper|sneller|trager)"
_BEHIND = tuple(
    re.compile(form, re.I)
    for form in (
        rf"{_TAIL}{_AGO}(?:[,:]?\s+{_SO}|\s+\({_SO}|[.;]\s+{_THAT})een {_KIND}{_NOUN} van "
        rf"{_ROUGHLY}{_SAID}{_ENDS}",
        rf"{_TAIL}\s+\((?P<sign>[+−-])[ \u00a0]?(?P<said>{AMOUNT}){_POINTS}{_COUNTED}\)",
        rf"{_TAIL}(?:,\s+dus met|(?:,\s+(?:oftewel|ofwel)|:)(?=\s[0-9,]+%))\s{_ROUGHLY}{_SAID}{_ENDS}",
        rf"{_TAIL}{_AGO}(?:[,:]\s+{_SO}|\s+\({_SO}|{_THOSE}){_ROUGHLY}{_SAID}(?:\s+\([0-9][0-9,]*%\))?\s+{_MORE}(?:{_ENDS}|\s+dan\s+(?:(?:(?:in|bij)\s+)?{EARLIER_WORDS}|toen\b|daarvoor\b|ervoor\b))",
    )
)
_AHEAD = re.compile(
    rf"\bmet {_ROUGHLY}(?P<said>{AMOUNT}){_POINTS}{_COUNTED}(?P<apart>,\s+(?:namelijk\s+)?|\s+\()?\s*\Z", re.I
)
_NEAR = 80
"""So far before the numbers their difference may stand."""
_UNIT = r"(?:[ \u00a0](?!(?:en|tegen\w*|is|ligt)\b)[^\W\d_][\w-]*)?"
_ONE = rf"(?<![\w.,/:-])(?P<one>{AMOUNT})"
_OTHER = rf"(?P<other>{AMOUNT})(?![\w/-]|[ \u00a0](?:jaar|weken|maanden|dagen|uur)\s+geleden)"
_YEARLY = r"(?:in\s+)?(?:19|20)[0-9]{2}"
_MOVES = r"(?:stijgt|stijgen|steeg|stegen|groeit|groeien|groeide|groeiden|daalt|dalen|daalde|daalden)"
_NOW_IS = r"(?:is|zijn|wordt|worden|bedraagt|bedragen)"
_PAIRS = tuple(
    re.compile(form, re.I)
    for form in (
        # '105 woningen, tegen 80'
        rf"{_ONE}(?:\s+per\s+[^\W\d_]+)?(?:\s+{_WORD}){{0,6}}?,?\s+tegen(?:over)?\s+(?:nog\s+)?{_OTHER}",
        # '€ 4.990 (2024: € 4.940)'
        rf"{_ONE}{_UNIT}\s+\({_YEARLY}:\s+{_OTHER}{_UNIT}\)",
        # 'In 2024 waren het er 80 en in 2025 105'
        rf"\b(?:in\s+(?:19|20)[0-9]{{2}}|vorig\s+jaar)(?:\s+[^\W\d_][\w’'-]*){{0,8}}?\s+(?P<other>{AMOUNT})(?:\s+{_WORD}){{0,3}}?,?\s+en\s+"
        rf"(?:{_YEARLY}|dit\s+jaar|nu)\s+(?:nog\s+|al\s+)?(?P<one>{AMOUNT})",
        # 'Er waren 80 en nu 105', 'was € 5,45 en is nu € 5,80'
        rf"\b(?:was|waren|bedroeg|bedroegen)(?:\s+{_WORD}){{0,4}}?\s+(?P<other>{AMOUNT})(?:\s+{_WORD}){{0,3}}?,?\s+en\s+"
        rf"(?:{_NOW_IS}\s+(?:(?:er|het|nu|dit\s+jaar)\s+)*|nu\s+(?:(?:zijn|is)\s+(?:het\s+)?(?:er\s+)?)?)(?P<one>{AMOUNT})",
    )
)
"""Two numbers of two times, behind which their difference may stand."""
_IS = r"(?:is|zijn|was|waren|ligt|liggen|lag|lagen|komt|komen|kwam|kwamen)"
_EXCEEDS = r"(?:over(?:treft|treffen|trof|troffen|stijgt|stijgen|steeg|schrijdt|schrijden|schreed))"
_WHAT = r"(?P<what>[^.;:!?,()0-9]{1,60}?(?:\s+[12][0-9]{3})?)"
_WHEN = r",\s+toen\s+(?:(?:het|er|dat|dit)\s+){0,2}"
_OF = rf"{_WHAT}(?:\s+(?:\(|van\s+(?:de\s+)?(?!{_YEARLY}\b))|{_WHEN}){_OTHER}"
_ALL = tuple(
    re.compile(form, re.I)
    for form in (
        # '4.990, 5% meer dan een jaar eerder (4.940)'
        rf"{_ONE}(?:\s+(?:per\s+)?{_WORD}){{0,6}}?(?:,\s+{_SO}|{_THOSE}){_ROUGHLY}{_SAID}\s+{_MORE}\s+dan\s+{_OF}",
        # '€ 162 per ton, 9% meer dan de € 148 van 2023'
        rf"{_ONE}(?:\s+(?:per\s+)?{_WORD}){{0,6}}?(?:,\s+{_SO}|{_THOSE}){_ROUGHLY}{_SAID}\s+{_MORE}\s+dan\s+(?:de|het)\s+{_OTHER}"
        rf"(?=\s+(?:van|in|uit)\s+(?:toen|vorig\s+jaar|{_YEARLY}|{EARLIER_WORDS}))",
        # '498.000 reizigers, een groei van 6% ten opzichte van de 471.000'
        rf"{_ONE}{_TAIL}(?:[,:]\s+{_SO}|\s+\({_SO}|[.;]\s+{_THAT})een\s+{_KIND}{_NOUN}\s+van\s+{_ROUGHLY}{_SAID}\s+{_AGAINST}\s+"
        rf"(?:(?:de|het)\s+|{_WHAT}\s+(?:\(|van\s+(?:de\s+)?)){_OTHER}",
        # '€ 5,80 (2023: € 5,45, +6,4%)'
        rf"{_ONE}{_UNIT}\s+\({_YEARLY}:\s+{_OTHER}{_UNIT}[,;]\s+(?P<sign>[+−-])[ \u00a0]?{_SAID}\)",
        # 'was € 5,80. Met € 6,05 stijgt zij met 4,3%'
        rf"\b(?:was|waren|is|zijn|bedroeg|bedraagt)(?:\s+{_WORD}){{0,4}}?\s+(?P<other>{AMOUNT})(?:\s+{_WORD}){{0,6}}?[.;]\s+met\s+"
        rf"(?P<one>{AMOUNT}){_UNIT}(?:\s+per\s+\w+)?\s+{_MOVES}(?:\s+{_WORD}){{1,4}}?\s+met\s+{_ROUGHLY}{_SAID}{_ENDS}",
        # 'De prognose (19) ligt 5 boven de begroting van 15'
        rf"{_ONE}\)?{_UNIT}\)?\s+{_IS}\s+{_ROUGHLY}{_SAID}\s+(?:{_MORE}\s+dan|boven|onder)\s+{_OF}",
        # 'De prognose van 19 overschrijdt de begroting van 15 met 5'
        rf"{_ONE}\)?{_UNIT}\)?\s+{_EXCEEDS}\s+{_OF}\)?{_UNIT}\)?\s+met\s+{_ROUGHLY}{_SAID}{_ENDS}",
        # 'De prognose is 19, bij een begroting van 15: een tekort van 5'
        rf"{_ONE}{_UNIT},?\s+bij\s+een\s+{_OF}{_UNIT}[:;,]\s+een\s+(?:tekort|overschot|overschrijding|\w*verschil)\s+van\s+"
        rf"{_ROUGHLY}{_SAID}{_ENDS}",
        # 'steeg van 15 in 2024 met 5% naar 19', 'steeg met 5% tot 19 (2024: 15)'
        rf"\bvan\s+(?P<other>{AMOUNT}){_TAIL}\s+met\s+{_ROUGHLY}{_SAID}\s+(?:naar|tot)\s+(?P<one>{AMOUNT})",
        rf"\bmet\s+{_ROUGHLY}{_SAID}\s+(?:naar|tot)\s+(?P<one>{AMOUNT}){_UNIT}\s+\({_YEARLY}:\s+{_OTHER}{_UNIT}\)",
    )
)
"""Two numbers and what is told of them, the one amid the other."""
_NOT_THAT = re.compile(r"\b(?:helft|keer|maal|aantal|gemiddeld|niet|per)\b", re.I)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_ANY_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


@dataclass(frozen=True, slots=True)
class _Ends:
    """Two numbers that something went from and to, as they are written."""

    first: str
    last: str
    values: tuple[Decimal, Decimal]
    is_course: bool

    @property
    def shown(self) -> str:
        between = f"tussen {self.first} en {self.last}"
        return f"van {self.first} naar {self.last}" if self.is_course else between


def wrong_differences(words: str) -> Iterator[str]:
    """What is wrong with the differences that a text tells of two numbers beside them."""
    for course in COURSE.finditer(words):
        first, last = ends_of(course)
        if first is None or last is None:
            continue
        said = _behind(words, course.end()) or _AHEAD.search(
            words[max(0, course.start() - _NEAR) : course.start()]
        )
        if said and " dan " in said[0] and _ANY_YEAR.search(course[0]):
            continue  # 'van 348 in 2022 tot 412, 54 meer dan vorig jaar'
        if said and (course["to"] == "naar" or _is_course(words, course)):
            yield from _told(said, _Ends(course["first"], course["last"], (first, last), True), words)
    for found in (one for form in _PAIRS for one in form.finditer(words)):
        said = _behind(words, found.end())
        is_told = said is not None and " verschil " not in said[0].lower()  # which is told of apart
        if said and is_told and not _is_since_another(said) and (ends := _ends(found)):
            yield from _told(said, ends, words)
    for found in (one for form in _ALL for one in form.finditer(words)):
        if not _NOT_THAT.search(found.groupdict().get("what") or "") and (ends := _ends(found)):
            yield from _told(found, ends, words)


def _behind(words: str, end: int) -> re.Match[str] | None:
    return next(filter(None, (form.match(words, end) for form in _BEHIND)), None)


def _is_since_another(said: re.Match[str]) -> bool:
    """Whether 'tegen 74 in het eerste halfjaar, twaalf meer dan een jaar eerder' is of two other times."""
    than = _THAN.search(said[0])
    between = said[0][: said.start("said") - said.start()]
    named = [between[start:end] for start, end, _ in placed_times(between)]
    named += [one[0] for one in _EARLIER.finditer(between)]
    return than is not None and any(one not in than[0] for one in named)


_EARLIER = re.compile(EARLIER_WORDS, re.I)
_THAN = re.compile(rf"\sdan\s+(?:(?:in|bij)\s+)?{EARLIER_WORDS}", re.I)


def _is_course(words: str, course: re.Match[str]) -> bool:
    """Whether 'van 5 tot 9' is no range: a word says that it went so."""
    return said_of_course(words[max(0, course.start() - _NEAR) : course.start()], "") is not None


def _ends(found: re.Match[str]) -> _Ends | None:
    one, other = number_of(found["one"]), number_of(found["other"])
    if one is None or other is None or _kind(found["one"]) != _kind(found["other"]):
        return None
    if any(map(_YEAR.fullmatch, (found["one"], found["other"]))):
        return None
    return _Ends(found["other"], found["one"], (other, one), False)


def _told(said: re.Match[str], ends: _Ends, words: str) -> Iterator[str]:
    noun = said.groupdict().get("noun")
    if noun and not (_in_euros(said, ends) or _is_counted(noun, words[: said.start("said")])):
        return
    at = said.end("said") - said.start()
    if (sign := said.groupdict().get("sign")) and _is_other_sign(sign, ends.values):
        yield f"'{sign}{said['said']}' klopt niet: het ging van {ends.first} naar {ends.last}"
        return
    way = None if ends.is_course else _WAY.search(said[0], at) or _WAY.search(said[0])
    if way and _is_other_way(way[0], ends.values, words[max(0, said.start() - _NEAR) : said.start()]):
        yield f"'{way[0]}' klopt niet: het ging van {ends.first} naar {ends.last}"
    elif right := _right(said, ends):
        yield f"'{said['said']}' is niet het verschil {ends.shown}: dat is {right}"


def _is_other_sign(sign: str, values: tuple[Decimal, Decimal]) -> bool:
    """Whether a sign says that it went the other way, of numbers that are not below zero."""
    first, last = values
    return min(values) >= 0 and first != last and (sign == "+") != (last > first)


_WAY = re.compile(
    r"\b(?:daling|stijging|groei|toename|afname|krimp|meer|méér|minder|hoger|lager|langer|korter|groter|kleiner"
    r"|duurder|goedkoper)\b",
    re.I,
)


def _is_other_way(word: str, values: tuple[Decimal, Decimal], before: str) -> bool:
    """Whether it went the other way than a word says; below zero as far as the subject says what is more."""
    first, last = values
    turns = turned(before, "", values)
    way = (last > first) - (last < first)
    return turns is not None and way not in (0, -way_of(word) if turns else way_of(word))


def _is_counted(noun: str, before: str) -> bool:
    """Whether the text counted the same before: elsewhere '40 cent' is no number of them."""
    return re.search(rf"\b{re.escape(noun)}\b", before, re.I) is not None


def _kind(amount: str) -> str:
    return "€" if "€" in amount else "%" if amount.endswith("%") else ""


def _is_of_one_kind(said: re.Match[str], ends: _Ends) -> bool:
    """Whether both are amounts or both are not; of millions, the sign may be left out."""
    number, last = said["said"], ends.last
    if _kind(number) == _kind(last) or ("milj" in number and "milj" in last):
        return True
    return bool(_in_euros(said, ends))


_EUROS = {"cent": Decimal("0.01"), "euro": Decimal(1)}


def _in_euros(said: re.Match[str], ends: _Ends) -> Decimal | None:
    """What one of a difference is worth that is told in cents or euros of two amounts."""
    noun = said.groupdict().get("noun") or ""
    return _EUROS.get(noun.lower()) if _kind(ends.last) == "€" and not _kind(said["said"]) else None


def _value(said: re.Match[str], ends: _Ends) -> Decimal | None:
    """The difference as it is told, in digits or in words."""
    if said["said"][-1].isalpha() and "milj" not in said["said"]:
        counted = number_of_word(said["said"])
        value = None if counted is None else Decimal(counted)
    else:
        value = number_of(said["said"])
    return None if value is None else value * (_in_euros(said, ends) or 1)


def _right(said: re.Match[str], ends: _Ends) -> str | None:
    """What the difference is, where it is another than is said; None where it may be that."""
    told, (first, last) = _value(said, ends), ends.values
    if told is None or (ends.first.endswith("%") != ends.last.endswith("%")):
        return None
    told, between, shares = abs(told), abs(last - first), ends.last.endswith("%")
    if said["said"].endswith("%") and not said["points"]:
        if first == 0:
            return None
        room = rough_room_of(told) if any(map(may_be_rounded, ends.values)) else room_of(told)
        if may_be_told(said.groupdict(), told, *_between_shares(ends), room):
            return None
        return f"{_text(between)} procentpunt" if shares else f"{_text(between / abs(first) * 100, 1)}%"
    if bool(said["points"]) != shares or not (shares or _is_of_one_kind(said, ends)):
        return None
    digits = [Decimal(1).scaleb(int(one.as_tuple().exponent)) for one in (told, first, last)]
    rounded = min(digits) < 1 or "milj" in ends.last
    if may_be_told(said.groupdict(), told, between, between, max(digits) if rounded else Decimal(0)):
        return None
    return f"{as_written(between, ends.last)}{' procentpunt' if shares else ''}"


def as_written(number: Decimal, like: str) -> str:
    """A difference as the numbers are written that it is of."""
    if _kind(like) != "€":
        return _text(number)
    return amount_text(number, 0 if number == number.to_integral_value() else 2)


def _between_shares(ends: _Ends) -> tuple[Decimal, Decimal]:
    """From what to what percentage the difference is of the first number, as both may be rounded."""
    (first, last), is_in_millions = ends.values, "milj" in ends.last
    of_first, of_last = (_half_a_digit(one, is_in_millions) for one in (first, last))
    shares = [
        abs((last + up) - (first + down)) / abs(first + down) * 100
        for down in (-of_first, of_first)
        for up in (-of_last, of_last)
        if first + down
    ]
    return min(shares, default=Decimal()), max(shares, default=Decimal())


def _half_a_digit(number: Decimal, is_in_millions: bool) -> Decimal:
    """How far a number may be off that has decimals, or is in millions."""
    exponent = int(number.as_tuple().exponent)
    return Decimal(1).scaleb(exponent) / 2 if exponent < 0 or is_in_millions else Decimal()


def _text(number: Decimal, decimals: int | None = None) -> str:
    behind = max(0, -int(number.normalize().as_tuple().exponent)) if decimals is None else decimals
    return number_text(number, behind)
