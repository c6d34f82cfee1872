"""Find shares beside a number that they are not: 'een op de vier (31%)', '12 (25%) van de 40'.

All may be of another whole that the text names elsewhere: then nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.texts import each_text
from rapportage.dutch import number_text
from rapportage.errors import Finding, Place
from rapportage.movement import ways_said
from rapportage.rough import ABOUT, ABOVE, BELOW, Share, shares
from rapportage.typed import typed_number

_PERCENT = r"(?P<number>[0-9]{1,3}(?:,[0-9]{1,3})?)(?:[ \u00a0]?%|[ \u00a0]procent\b)(?!-?punt)"
_HOW = rf"(?:(?:namelijk|ofwel|oftewel|dat\s+is|dus)\s+)?(?P<room>(?:{ABOVE}|{BELOW}|{ABOUT})\s+)?"
_OF = r"(?:\s+van\s+(?:de|het|alle|onze|hun|deze|die)(?:\s+[^\W\d_][\w-]*){1,2})?"
_THINGS = r"(?:\s+(?!(?:en|of|maar|terwijl|waarvan)\b)[^\W\d_][\w-]*){0,6}"
_IN_BRACKETS = rf"\s+\({_HOW}{_PERCENT}(?=\)|[,;]|\s+van\b)"
_BETWEEN_COMMAS = rf",\s+(?:en\s+)?{_HOW}{_PERCENT}(?=\s*[,;:!?)]|\.(?![0-9])|\Z)"
_BEHIND = {
    counted: tuple(
        re.compile(rf"(?P<what>{between}){form}", re.I) for form in (_IN_BRACKETS, _BETWEEN_COMMAS)
    )
    for counted, between in ((True, _THINGS), (False, _OF))
}
"""A percentage behind a share in words, by whether that is of a number of things."""
_AHEAD = re.compile(
    rf"(?<![\w.,/:-]){_PERCENT}(?P<what>{_OF})(?:\s+\((?P<in>(?:dat\s+is|dus|ofwel|oftewel)\s+)?|,\s+(?:en\s+)?(?:dat\s+is"
    r"|dus|ofwel|oftewel)\s+)\Z",
    re.I,
)
_AHEAD_ROOM = 80
_CLOSES = re.compile(
    r"(?:\s+(?!meer\b|minder\b|hoger\b|lager\b|extra\b)[^\W\d_][\w-]*)?\s*(?:[).,;:!?](?![0-9])|\Z)", re.I
)
_TARGET = re.compile(
    r"\b(?:norm|doel\w*|ambitie\w*|streef\w*|taakstelling\w*|gemiddeld\w*|begro\w+|\w*raming\w*|\w*verwacht\w*"
    r"|landelijk\w*|quot\w+|plafond|grens|drempel|percentage|aandeel|meer|minder|hoger|lager|extra)\b",
    re.I,
)
"""What has a percentage of its own, of which the share in words is none."""
_EVERY_PERCENT = re.compile(rf"(?<![\w.,/:-]){_PERCENT}", re.I)
_SLACK = Decimal("0.01")
_MARKED = re.compile(r"[(,:]")
_HINT = "verander de woorden, of kijk de getallen na"


@each_text
def contradicted(words: str, place: Place) -> Iterator[Finding]:
    """Each 'de helft (24%)', 'driekwart, 60%' and '31%, een op de vier'."""
    for message in (*_in_words(words), *_in_digits(words)) if _MARKED.search(words) else ():
        yield Finding(message, place, _HINT)


# --- shares in words -------------------------------------------------------------------------


def _in_words(words: str) -> Iterator[str]:
    every = list(shares(words))
    for share, other in pairwise(every):
        if share.is_counted != other.is_counted and (told := _in_both(words, share, other)):
            yield told
    for share in every:
        found = _beside(words, share)
        if found and not _is_of_else(words, share, found["what"]) and _is_other(share, found, words):
            yield f"'{share.words}' is geen {found['number']}%"
        elif found is None and (counts := _counted(words, share)):
            yield f"'{share.words}' van {counts[0]} is geen {counts[1]}"


_COUNTED_FIRST = re.compile(
    r"(?:\s+[^\W\d_][\w-]*){0,2}(?:,\s+(?:en\s+)?|\s+\()(?:(?:dat\s+is|dus|ofwel|oftewel)\s+)?", re.I
)
_COUNTED_LAST = re.compile(rf"{_OF}(?:\s+\(|[^.;:!?,()0-9]{{0,60}}:\s+)", re.I)


def _in_both(words: str, first: Share, last: Share) -> str:
    """What is wrong with '30 van de 61, ruim de helft' and 'ruim de helft (30 van de 61)'."""
    counted, said = (first, last) if first.is_counted else (last, first)
    between = words[first.end : last.start]
    form = _COUNTED_FIRST if counted is first else _COUNTED_LAST
    if not form.fullmatch(between) or _TARGET.search(between) or said.may_be(counted.value, Decimal(0)):
        return ""
    behind = words[last.end : last.end + _AHEAD_ROOM]
    if counted is first and (_OF_ELSE.match(behind) or any(ways_said(between))):
        return ""  # '30 van de 61, de helft van het doel'
    return f"'{said.words}' is geen {counted.words}"


_OF_ELSE = re.compile(r"\s+(?:van|meer|minder|hoger|lager|zo)\b", re.I)


def _beside(words: str, share: Share) -> re.Match[str] | None:
    """The percentage that says the same share in digits."""
    for form in _BEHIND[share.is_counted]:
        if found := form.match(words, share.end):
            return found
    ahead = _AHEAD.search(words[max(0, share.start - _AHEAD_ROOM) : share.start])
    return ahead if ahead and _CLOSES.match(words, share.end) else None


def _is_of_else(words: str, share: Share, between: str) -> bool:
    """Whether the percentage is a goal, or tells how far something rose or fell: 'de helft steeg (4%)'."""
    clause = _CLAUSE.split(words[max(0, share.start - _AHEAD_ROOM) : share.start])[-1]
    moves = any(ways_said(between)) or (not _END_OF_COURSE.search(clause) and any(ways_said(clause)))
    return moves or _TARGET.search(between) is not None


_CLAUSE = re.compile(r"[.,;:!?(](?=\s|\Z)")
_END_OF_COURSE = re.compile(r"\b(?:naar|tot|op)\s*\Z", re.I)


def _is_other(share: Share, found: re.Match[str], words: str) -> bool:
    """Whether the percentage is not this share: of all, or of another percentage in the text."""
    typed = typed_number(found["number"])
    if typed is None:
        return False
    digit = Decimal(1).scaleb(int(typed.as_tuple().exponent) - 2)
    room = found.groupdict().get("room")
    part = typed / 100
    if share.may_be(part, max(digit, part / 5) if room else digit):
        return False
    others = [
        number / 100 for one in _EVERY_PERCENT.finditer(words) if (number := typed_number(one["number"]))
    ]
    return not any(abs(share.value * other - part) <= _SLACK for other in others)


# --- counts ----------------------------------------------------------------------------------

_COUNT = (
    r"(?:€[ \u00a0])?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"
    r"(?:[ \u00a0](?:miljoen|miljard))?(?![\w%/]|[.,-][0-9])"
)
_WHOLE = (
    r"van\s+(?:(?:de|het|alle|onze|die|deze)\s+|(?:de|het)\s+(?!helft\b)[^\W\d_]+\s+van\s+(?=€))"
    rf"(?P<whole>{_COUNT})"
)
_BETWEEN = r"(?P<between>(?:[^.;:!?()0-9%]|[.](?=[0-9])){0,60}?)"
_NO_MORE = r"(?!\s+(?:[^\W\d_]+\s+)?(?:meer|minder|hoger|lager|extra|gestegen|gedaald)\b)"
_DONE = r"(?P<behind>(?:\s+(?!en\b)[^\W\d_][\w-]*){1,5})"
_WITH_SHARE = tuple(
    re.compile(form, re.I)
    for form in (
        # 'van de 40 woningen zijn er 12 (25%) sociaal'
        rf"\b{_WHOLE}{_BETWEEN}\s(?P<part>{_COUNT})\s+\({_PERCENT}\){_NO_MORE}",
        # 'van de 84 bezoekers vulden er 51 een formulier in (71%)', '… in, 71%.'
        rf"\b{_WHOLE}{_BETWEEN}\s(?P<part>{_COUNT}){_DONE}\s+\({_PERCENT}\)",
        rf"\b{_WHOLE}{_BETWEEN}\s(?P<part>{_COUNT}){_DONE},\s+(?:(?:dus|dat\s+is|oftewel|ofwel)\s+)?{_PERCENT}"
        r"(?=\s*(?:[.;](?![0-9])|\Z))",
        # '38,6 van de 42 fte is bezet (82%)'
        rf"(?<![\w.,/:-])(?P<part>[0-9]+,[0-9]+)\s+{_WHOLE}(?P<between>(?:\s+(?!en\b)[^\W\d_][\w-]*){{1,5}})\s+\({_PERCENT}\)",
        # '12 (25%) van de 40'
        rf"(?<![\w.,/:-])(?P<part>{_COUNT})\s+\({_PERCENT}\)(?P<between>\s+){_WHOLE}",
    )
)
_OF_COUNT = re.compile(
    rf"\s+{_WHOLE}(?P<between>(?:\s+[^\W\d_][\w-]*){{0,3}})\s+\((?P<part>{_COUNT})\)", re.I
)
_COUNT_AHEAD = re.compile(rf"\b{_WHOLE}{_BETWEEN}\s\Z", re.I)
_COUNT_BEHIND = re.compile(rf"\s+\((?P<part>{_COUNT})\)", re.I)
_NOT_OF_IT = re.compile(
    rf"\b(?:naar|tot|dan|tegen\w*|per|elke?|ieder\w*|waarvan|daarvan|{ABOVE}|{BELOW}|{ABOUT})\b", re.I
)
"""What makes a number behind a whole no part of it, or none that is told to the last one."""
_EVERY_COUNT = re.compile(rf"(?<![\w.,/:-]){_COUNT}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def _in_digits(words: str) -> Iterator[str]:
    """What is said of each part whose percentage is not its share of the whole, or of another number."""
    for form in _WITH_SHARE if "%" in words or "procent" in words else ():
        for found in form.finditer(words):
            part, share = _number(found["part"]), typed_number(found["number"])
            whole = _number(found["whole"])
            if part is None or share is None or whole is None or not 0 < part <= whole:
                continue
            digit = Decimal(1).scaleb(int(share.as_tuple().exponent))
            wholes = (_number(one[0]) for one in _EVERY_COUNT.finditer(words))
            fits = any(one and abs(part / one * 100 - share) <= digit for one in wholes)
            between = f"{found['between']} {found.groupdict().get('behind') or ''}"
            if not fits and not _NOT_OF_IT.search(between) and not _TARGET.search(between):
                right = number_text(part / whole * 100, max(0, -int(share.as_tuple().exponent)))
                yield f"{found['part']} van {found['whole']} is geen {found['number']}%, maar {right}%"


def _counted(words: str, share: Share) -> tuple[str, str] | None:
    """The whole that a share in words is of, and the number beside it that is not this share."""
    of = _OF_COUNT.match(words, share.end)
    ahead = _COUNT_AHEAD.search(words[max(0, share.start - _AHEAD_ROOM) : share.start])
    behind = of or (_COUNT_BEHIND.match(words, share.end) if ahead else None)
    said = of or ahead
    if (
        said is None
        or behind is None
        or _NOT_OF_IT.search(said["between"])
        or _TARGET.search(said["between"])
    ):
        return None
    whole, part = _number(said["whole"]), _number(behind["part"])
    if whole is None or part is None or ("€" in said["whole"]) != ("€" in behind["part"]):
        return None
    wholes = (_number(one[0]) for one in _EVERY_COUNT.finditer(words))
    fits = any(one and share.may_be(part / one, 1 / one) for one in wholes)
    return None if fits else (said["whole"], behind["part"])


def _number(count: str) -> Decimal | None:
    """The number, unless it may be a year."""
    return None if _YEAR.fullmatch(count) else number_of(count)
