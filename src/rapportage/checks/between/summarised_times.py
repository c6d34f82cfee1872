"""What a summary says was done, or when, otherwise than the texts that it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rapportage.checks.between.summarised import Told
from rapportage.checks.reading.told_facts import content_words, narrows, stem
from rapportage.dutch import BETWEEN_SENTENCES, MONTHS
from rapportage.movement import MOVEMENT, ways_said
from rapportage.periode import Periode

_SEASONS = {"voorjaar": (3, 6), "zomer": (6, 9), "najaar": (9, 12), "herfst": (9, 12)}
_WEEKDAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s(?=[0-9]))?"
_MOMENT = re.compile(
    rf"\b{_WEEKDAY}(?:(?P<day>[0-9]{{1,2}})\s)?(?P<month>{'|'.join(MONTHS)}|(?:het\s|de\s)?(?P<season>{'|'.join(_SEASONS)})"
    rf"(?:\svan)?)\s(?P<year>20[0-9]{{2}})\b|\b{_WEEKDAY}(?P<bare_day>[0-9]{{1,2}})\s(?P<bare_month>{'|'.join(MONTHS)})\b",
    re.I,
)
_CLAUSE = re.compile(r"[,;:](?=\s)")
_OF_A_PART = re.compile(
    r"\b(?:begin(?:t|nen)?|begon\w*|start\w*|eindig\w*|klaar|gereed|loopt|liep|lopen|sinds|vanaf|tot|uiterlijk|voor(?!\s€)|na|eerst\w*"
    r"|tweede|derde|volgend\w*|vorig\w*|opnieuw|concept\w*|ontwerp\w*|voorstel\w*|niet|tussen|ieder\w*|elk\w*|eind|stand"
    r"|per|van)\b",
    re.I,
)
"""What makes a day one of the beginning, the end or another turn of something, unless both have it."""
_FEWEST = 2
_PARTICIPLES = {
    "genomen": r"n(?:am|amen)",
    "vastgesteld": r"stelden?\b[^.;:]*\bvast",
    "begonnen": r"begon(?:nen)?",
    "gestart": r"start(?:te|ten)",
    "afgerond": r"rondden?\b[^.;:]*\baf",
    "geopend": r"open(?:de|den)",
    "getekend": r"teken(?:de|den)",
    "ondertekend": r"onderteken(?:de|den)",
    "aangenomen": r"n(?:am|amen)\b[^.;:]*\baan",
    "verleend": r"verleen(?:de|den)",
    "opgeleverd": r"lever(?:de|den)\b[^.;:]*\bop",
    "gekozen": r"ko(?:os|zen)",
    "benoemd": r"benoem(?:de|den)",
}
"""Participles, with how the past of their verb is written."""
_NOT_DONE = re.compile(
    rf"\b(?:is|zijn|werd|werden)\s(?:nog\s)?(?:steeds\s)?niet\s(?P<done>{'|'.join(_PARTICIPLES)})\b", re.I
)
_IS_DONE = re.compile(
    rf"\b(?:is|zijn)\s(?!nog\b|niet\b)(?:[\w’'-]+\s){{0,6}}?(?P<done>{'|'.join(_PARTICIPLES)})\b", re.I
)
_DENIED = re.compile(
    r"\b(?:niet|geen|nooit|deels|gedeeltelijk|bijna|concept\w*|ontwerp\w*|gewijzigd\w*|eerste|tweede)\b", re.I
)


def otherwise_then(said: Told, chapter: Sequence[Told], now: Periode) -> tuple[str, Told] | None:
    """The day or the outcome of a summary of which its chapter tells another one, with the words of that."""
    for sentence in BETWEEN_SENTENCES.split(said.words):
        found = _other_outcome(sentence, chapter) or _other_moment(sentence, chapter, now)
        if found := found or _other_first(sentence, chapter):
            return found
    return None


_FIRST = re.compile(rf"\b(?:voor\shet\seerst|eerste\s(?:{MOVEMENT}))\b", re.I)
_SINCE = re.compile(r"\bsinds\s(?P<since>(?:(?:eind|begin|[^\W\d_]+)\s)?20[0-9]{2})\b", re.I)


def _other_first(sentence: str, chapter: Sequence[Told]) -> tuple[str, Told] | None:
    """'Voor het eerst sinds 2023 steeg', of which the chapter tells that it was the first fall since then."""
    said = _first_since(sentence)
    for text in chapter if said else ():
        about = content_words(text.heading)
        for other in BETWEEN_SENTENCES.split(text.words):
            told, own = _first_since(other), content_words(other)
            about = own | about if _GOES_ON.match(other) else own
            is_of_it = told and about & content_words(sentence) - content_words(f"{told[2]} eerst")
            if said and told and is_of_it and told[:1] == said[:1] and told[1] == -said[1]:
                return said[2], Told(told[2], text.made, text.place)
    return None


_GOES_ON = re.compile(r"(?:Het|Dat|Dit|Daarmee)\s(?:is|zijn|was|waren)\b")


def _first_since(sentence: str) -> tuple[str, int, str] | None:
    """Since when something went a way for the first time, which way, and the words for that."""
    first, since, ways = _FIRST.search(sentence), _SINCE.search(sentence), list(ways_said(sentence))
    if first is None or since is None or len(ways) != 1:
        return None
    words = first[0] if ways[0].words in first[0] else f"{first[0]} … {ways[0].words}"
    return since["since"].casefold(), ways[0].way, words


def _other_outcome(sentence: str, chapter: Sequence[Told]) -> tuple[str, Told] | None:
    """'De startbeslissing is nog niet genomen', of which the chapter tells that she was, or turned."""
    denied, done = _NOT_DONE.search(sentence), _IS_DONE.search(sentence)
    found = denied or done
    if found is None or (done and not denied and _DENIED.search(sentence)):
        return None
    verb = found["done"].lower()
    about = content_words(sentence[: found.start()]) - content_words(verb)
    for text in chapter if about else ():
        for other in BETWEEN_SENTENCES.split(text.words):
            if not about <= content_words(other) | content_words(text.heading):
                continue
            if not about & content_words(other) or narrows(_MOMENT.sub(" ", other), about):
                continue
            was_not = _NOT_DONE.search(other)
            if denied and not _DENIED.search(other) and _was_done(verb, other, about):
                return found[0], Told(other, text.made, text.place)
            if not denied and was_not and was_not["done"].lower() == verb and _is_all(other, was_not, about):
                return found[0], Told(other, text.made, text.place)
    return None


def _was_done(verb: str, sentence: str, about: frozenset[str]) -> bool:
    """Whether a sentence says that just this was done, in either form of the verb."""
    done = _IS_DONE.search(sentence)
    if done is not None and done["done"].lower() == verb:
        return _is_all(sentence, done, about)
    return re.search(rf"\b{_PARTICIPLES[verb]}\b", sentence, re.I) is not None


def _is_all(sentence: str, found: re.Match[str], about: frozenset[str]) -> bool:
    """Whether nothing else than this is what was done, or was not."""
    return content_words(sentence[: found.start()]) <= about


def _other_moment(sentence: str, chapter: Sequence[Told], now: Periode) -> tuple[str, Told] | None:
    """'De raad stelde de visie op 19 september vast', of which the chapter tells another day."""
    moments = list(_moments(sentence, now))
    if len(moments) != 1:
        return None
    moment = moments[0]
    about = content_words(_MOMENT.sub(" ", sentence))
    if any(
        moment.is_the_day(one) or (moment.overlaps(one) and about & content_words(other))
        for text in chapter
        for other in BETWEEN_SENTENCES.split(text.words)
        for one in _moments(other, now)
    ):
        return None
    for text in chapter if len(about) >= _FEWEST else ():
        apart = _parting(sentence, text.heading)
        for other in (part for one in BETWEEN_SENTENCES.split(text.words) for part in _CLAUSE.split(one)):
            known = list(_moments(other, now))
            if len(known) != 1 or not _is_on(other, about, text.heading):
                continue
            if _parting(other, text.heading) != apart or narrows(_MOMENT.sub(" ", other), about):
                continue
            is_later = moment.first > now.last_day, known[0].first > now.last_day
            if is_later[0] == is_later[1] or len(about) > _FEWEST:
                return moment.words, Told(known[0].words, text.made, text.place)
    return None


def _is_on(clause: str, about: frozenset[str], heading: str) -> bool:
    """Whether a clause tells of this: in its own words, or in some of them under a heading of it."""
    own = content_words(_MOMENT.sub(" ", clause))
    return about <= own or (own <= about <= own | content_words(heading) and len(own) >= _FEWEST)


def _parting(words: str, heading: str) -> frozenset[str]:
    """What makes a day one of a part, but for 'van' what the heading names, of which all under it is."""
    bare, about = _MOMENT.sub(" ", words), content_words(heading)
    return frozenset(
        stem(found[0])
        for found in _OF_A_PART.finditer(bare)
        if not ((whole := _WHOLE.match(bare, found.start())) and stem(whole["whole"]) in about)
    )


_WHOLE = re.compile(r"van\s(?:(?:de|het)\s)?(?P<whole>[^\W\d_][\w’'-]*)", re.I)


@dataclass(frozen=True, slots=True)
class _Moment:
    """The words for a day, a month or a season, and its first and last day."""

    words: str
    first: date
    last: date
    has_year: bool = True

    def is_the_day(self, other: _Moment) -> bool:
        """Whether both are the same; a day without its year may be one of any year."""
        if self.has_year and other.has_year:
            return (self.first, self.last) == (other.first, other.last)
        return all(
            (one.month, one.day) == (another.month, another.day)
            for one, another in ((self.first, other.first), (self.last, other.last))
        )

    def overlaps(self, other: _Moment) -> bool:
        """Whether they have a day in common."""
        return self.first <= other.last and other.first <= self.last


def _moments(words: str, now: Periode) -> Iterator[_Moment]:
    """The months and seasons that a text names with their year, and its days; without a year of this one."""
    for found in _MOMENT.finditer(words):
        year = int(found["year"] or now.year)
        if found["season"]:
            first, last = _SEASONS[found["season"].lower()]
        else:
            first = last = MONTHS.index((found["month"] or found["bare_month"]).lower()) + 1
        start, end = date(year, first, 1), _last_day(year, last)
        if (written := found["day"] or found["bare_day"]) and not found["season"]:
            day = int(written)
            if not 1 <= day <= end.day:
                continue
            start = end = start.replace(day=day)
        yield _Moment(" ".join(found[0].split()), start, end, found["year"] is not None)


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
