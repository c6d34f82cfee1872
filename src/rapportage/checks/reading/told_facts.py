"""What the clauses of a text say: each number with what it counts, and the words that say of what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from rapportage.bounds import MOST_TEXTS
from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.named_series import ADDS_NOTHING
from rapportage.checks.reading.table_numbers import NUMBER
from rapportage.dutch import BETWEEN_SENTENCES, MONTHS
from rapportage.number_words import number_of_word
from rapportage.rough import ROOM
from rapportage.units import SIGNS

_CLAUSE = re.compile(r"[,;:()](?=\s|\Z)|(?<=\s)\(|\s(?:en|maar|terwijl|waarvan|want|omdat|doordat)(?=\s)")
_TOKEN = re.compile(r"[A-Z]{1,3}[0-9]{1,3}(?![\w,])|[^\W\d_][\w’'-]*")
_BEHIND = re.compile(r"[ \u00a0](?P<one>[^\W\d_][\w’'-]*)(?:[ \u00a0](?P<two>[^\W\d_][\w’'-]*))?")
_MEASURES = ("hectare", "etage", "tonne")
"""What ends as an adjective does, and is none."""
_OF_TIME = re.compile(
    rf"(?:{'|'.join(MONTHS)}|\w*jaar|\w*kwartaal|kwartalen|half(?:jaren)?|eerste|tweede|derde|vierde|eind|begin|sinds"
    r"|periode|maand|maanden|keer|zie|ook|wel|dan|tegen|waar|hier|daar|daarvan|hiervan|heel|samen|slechts|uw|ons|onze"
    r"|onder|door|bij|om|te|hem|haar|hun|zich|je|u|of|als|want|na|tijdens|laat|zien|toont|meer|minder|hoger|lager|miljoen"
    r"|miljard|duizend|euro|nog|moet|moeten)",
    re.I,
)
"""Words that say when, how or where to look, and not of what."""
_FORMS = {
    **dict.fromkeys(("doen", "doet", "deed", "deden", "gedaan"), "doen"),
    **dict.fromkeys(("geeft", "geven", "gaf", "gaven", "gegeven"), "geven"),
    **dict.fromkeys(("stelt", "stelde", "stellen", "stelden"), "stellen"),
    **dict.fromkeys(("neemt", "nam", "nemen", "namen", "genomen"), "nemen"),
    **dict.fromkeys(("krijgt", "krijgen", "kreeg", "kregen", "gekregen"), "krijgen"),
    **dict.fromkeys(("begint", "beginnen", "begon", "begonnen"), "beginnen"),
}
"""Forms of verbs that begin otherwise than each other."""
_FIRST_LETTERS, _FEWEST = 6, 3
_CHANGES_BEHIND = re.compile(
    r"(?:[ \u00a0][^\W\d_][\w-]*)?[ \u00a0](?:meer|minder|hoger|lager|extra|erbij|bij)\b"
    r"(?!\s(?:de|het|een|deze|(?-i:[A-Z])))",
    re.I,
)
_CAME_TO_IT = re.compile(
    r"\b(?:komt|komen|kwam|kwamen)\b.*\bbij\W*\Z|\b(?:er)?(?:bij|af)\s?(?:gekomen|gegaan)\b|\b(?:toegevoegd|afgevallen)\b",
    re.I,
)
_OF_ALL = re.compile(r"(?<!van )(?<!voor )\b(?:de|alle|onze|haar|hun)\s\Z", re.I)
"""Before the count of all that there are: 'de vijf opgaven'."""
_THERE_ARE = re.compile(r"\b(?:er\s(?:zijn|waren)|telt|kent)\s\Z", re.I)
"""The same where nothing stands behind it."""
_ROOMS = re.compile(rf"\b(?:{re.sub('[?]P<[a-z]+>', '?:', ROOM)})\s\Z", re.I)

OF_ANOTHER = re.compile(
    r"\b(?:verwacht\w*|prognose\w*|raming\w*|geraamd\w*|doel\w*|begro\w+|gepland\w*|streef\w*|norm\w*|landelijk\w*"
    r"|gemiddeld\w*|exclusief|inclusief|zonder|niet|geen|waarvan|daarvan|per|eerder\w*|oorspronkelijk\w*|elk\w*"
    r"|provinci\w+|nederland\w*|regio\w*|zou|zouden|moet\w*|stijging|daling|groei(?!(?:t|en|de|den)\b)\w*|toename|afname|verschil\w*"
    r"|aandeel|nieuwe?|eerste|laatste|tweede|helft|maximaal|minimaal|minstens|hoogstens|pas|inmiddels)\b",
    re.I,
)
"""What makes a number another one than that of a table or a drawing, unless that itself says so."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A number with what it counts, the words of its clause, and those of its sentence, where it starts."""

    words: str
    number: str
    start: int
    value: Decimal
    unit: str
    changes: bool
    rough: bool
    of_all: bool
    clause: str
    sentence: str
    about: frozenset[str]
    within: frozenset[str]

    @property
    def slack(self) -> Decimal:
        """How far the number may be off as it is written, or as words give it room."""
        if self.rough:
            return abs(self.value) / 5
        exponent = int(self.value.as_tuple().exponent)
        return Decimal(1).scaleb(exponent) / 2 if exponent else Decimal()

    def may_be(self, value: Decimal) -> bool:
        """Whether another number can be this one, without its sign."""
        return abs(abs(self.value) - abs(value)) <= max(self.slack, _slack_of(value))


def _slack_of(value: Decimal) -> Decimal:
    exponent = int(value.as_tuple().exponent)
    return Decimal(1).scaleb(exponent) / 2 if exponent else Decimal()


@lru_cache(maxsize=MOST_TEXTS)
def facts(text: str) -> tuple[Fact, ...]:
    """The numbers of a text; a sentence on 'daarvan' is about what the one before it is about, too."""
    found: list[Fact] = []
    before: frozenset[str] = frozenset()
    for sentence in BETWEEN_SENTENCES.split(text):
        own = content_words(sentence)
        within = own | before if _LOOKS_BACK.match(sentence) else own
        found.extend(_facts_of(sentence, within))
        before = own
    return tuple(found)


_LOOKS_BACK = re.compile(r"(?:Daarvan|Hiervan|Dat|Dit|Zij|Hij|Die|Deze)\b")


def _edges(sentence: str) -> list[int]:
    """Where its clauses begin and end."""
    return [0, *(one.end() for one in _CLAUSE.finditer(sentence)), len(sentence)]


def clause_at(sentence: str, start: int, end: int) -> str:
    """The clause of a sentence that has what stands there."""
    edges = _edges(sentence)
    first, last = max(one for one in edges if one <= start), min(one for one in edges if one >= end)
    return sentence[first:last].strip(" ,;:()")


def _facts_of(sentence: str, within: frozenset[str]) -> Iterator[Fact]:
    edges = _edges(sentence)
    units: list[str] = []
    for start, end, words, value in numbers_in(sentence):
        unit, last = _unit(sentence, words, end)
        unit = unit or _unit_elsewhere(sentence, start, end, units)
        units.append(unit)
        first = max(edge for edge in edges if edge <= start)
        clause = clause_at(sentence, start, end)
        about = content_words(clause)
        if first and not about - {stem(unit)}:  # '… in de jeugdhulp: € 940.000'
            about |= content_words(sentence[max(edge for edge in edges if edge < first) : first])
        yield Fact(
            sentence[start:last],
            words,
            start,
            value,
            unit,
            bool(_CHANGES_BEHIND.match(sentence, end) or _CAME_TO_IT.search(clause)),
            _ROOMS.search(sentence[:start]) is not None,
            _is_of_all(sentence, start, last),
            clause,
            sentence,
            about,
            within,
        )


def _is_of_all(sentence: str, start: int, end: int) -> bool:
    if _OF_ALL.search(sentence[:start]):
        return True
    return _THERE_ARE.search(sentence[:start]) is not None and not sentence[end:].strip(" .")


def numbers_in(sentence: str) -> list[tuple[int, int, str, Decimal]]:
    """The numbers of a sentence in digits and in words, but for 'een', with where each begins and ends."""
    found = []
    for one in NUMBER.finditer(sentence):
        words = one[0].rstrip(".,")
        value = number_of(words)
        if value is not None and not re.fullmatch(r"(?:19|20)[0-9]{2}", words):
            found.append((one.start(), one.start() + len(words), words, value))
    for one in _TOKEN.finditer(sentence):
        count = number_of_word(one[0])
        if count is not None and (count > 1 or one[0].casefold() == _ONE):
            found.append((one.start(), one.end(), one[0], Decimal(count)))
    return sorted(found)


def _unit(sentence: str, words: str, end: int) -> tuple[str, int]:
    """What a number counts, and where the words for it end; '' where they do not say."""
    if words.endswith("%"):
        return "%", end
    if words.startswith("€"):
        return "€", end
    behind = _BEHIND.match(sentence, end)
    if behind is None or _adds_nothing(behind["one"]):
        return "", end
    one, two = behind["one"], behind["two"]
    describes = (one.endswith("e") and one.casefold() not in _MEASURES) or one[:1].isupper()
    if describes and two and not _adds_nothing(two):
        return two.casefold(), behind.end("two")
    return one.casefold(), behind.end("one")


_ONE = "één"
_GOES_ON = re.compile(r"[ \u00a0](?:van[ \u00a0]de|naar)[ \u00a0](?=[0-9])")
"""What has the thing that a number counts behind another one: '3,8 van de 6,4 kilometer'."""
_OF_WHICH = re.compile(r"\bwaarvan\s(?:er\s)?\Z", re.I)
_COMES_TO = re.compile(r"\b(?:tot|naar|op|was|is|bedroeg|bedraagt)\s\Z", re.I)
_NUMBER_OF = re.compile(r"\baantal\s(?P<noun>[^\W\d_][\w’'-]*)", re.I)


def _unit_elsewhere(sentence: str, start: int, end: int, before: list[str]) -> str:
    """What a number counts where that does not stand behind it: '8,9 van de 11,4 kilometer', 'waarvan 97'."""
    lead = sentence[:start]
    if on := _GOES_ON.match(sentence, end):
        other = NUMBER.match(sentence, on.end())
        words = other[0].rstrip(".,") if other else ""
        return _unit(sentence, words, on.end() + len(words))[0] if words else ""
    if _OF_WHICH.search(lead):
        return before[-1] if before and before[-1] not in SIGNS else ""
    counted = _NUMBER_OF.search(lead) if _COMES_TO.search(lead) else None
    return counted["noun"].casefold() if counted else ""


@lru_cache(maxsize=MOST_TEXTS)
def content_words(text: str) -> frozenset[str]:
    """The first letters of the words of a text that say what it is about."""
    return frozenset(
        stem(word)
        for word in _TOKEN.findall(text)
        if not _adds_nothing(word)
        and number_of_word(word) is None
        and (len(word) >= _FEWEST or word[-1].isdigit())
    )


_BEHIND_WORD = re.compile(
    r"\b(?:aan|bij|in|met|naar|om|op|over|uit|van|voor|door|tussen|onder)\s"
    r"(?:(?:de|het|een|onze|deze|dit|die)\s)?(?P<word>[^\W\d_][\w’'-]*)",
    re.I,
)


def narrows(clause: str, about: frozenset[str]) -> bool:
    """Whether a clause tells of a part of what `about` is on: 'de visie op wonen', of the 'visie'."""
    return any(content_words(found["word"]) - about for found in _BEHIND_WORD.finditer(clause))


def _adds_nothing(word: str) -> bool:
    return ADDS_NOTHING.fullmatch(word.casefold()) is not None or _OF_TIME.fullmatch(word) is not None


def stem(word: str) -> str:
    """By what a word is known in another form of it."""
    folded = word.casefold()
    return _FORMS.get(folded, folded[:_FIRST_LETTERS])
