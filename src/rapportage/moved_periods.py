"""A text about one period made into one about another: its names for the period, in the forms that it has."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial

from rapportage.dutch import MONTHS
from rapportage.named_periods import NamedPeriod, named_periods, placed_periods
from rapportage.periode import Periode

_ORDINALS = ("eerste", "tweede", "derde", "vierde")
_ROMAN = ("I", "II", "III", "IV")
_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_WORD = re.compile(
    rf"(?P<day>(?<![-\w])[0-3]?[0-9](?=\s+(?:{'|'.join(MONTHS)})\b))"
    r"|(?P<year>(?<![0-9])[12][0-9]{3}(?![0-9])|['’][0-9]{2}(?![0-9]))"
    r"|(?P<letter>(?<![a-z])[HTQK])(?P<code>[1-4])"
    r"|(?P<counted>\b[1-4])(?P<ending>ste|de|e)\b"
    rf"|\b(?P<ordinal>{'|'.join(_ORDINALS)}|laatste)\b"
    rf"|\b(?P<month>{'|'.join(MONTHS)})\b"
    r"|\b(?P<short>jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\b"
    r"|\b(?P<roman>IV|I{1,3})\b"
    r"|(?P<number>(?<=\s)[1-4]\b)",
    re.I,
)
_MAY_NAME = re.compile(
    r"half\s?jaar|helft|semester|viermaands|tertaal|trimester|kwartaal|\bkw|[HTQK][1-4]|[12][0-9]{3}|['’][0-9]{2}",
    re.I,
)
"""What every name of a period has something of; most texts have none, and looking for names takes longer."""
_TOGETHER = re.compile(r"\{\{[^{}]{0,1000}\}\}|^[ \t]*\|[^\n]*", re.M)
"""An expression, or a row of a table."""
_NUMERIC = re.compile(r"(?P<day>[0-3]?[0-9])(?P<by>[-/.])(?P<month>[01]?[0-9])(?P=by)(?P<year>[12][0-9]{3})")
_ISO = re.compile(r"(?P<year>[12][0-9]{3})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])")


def moved(text: str, one: Periode, other: Periode) -> str:
    """The text with the names of period `one`, and of the period after it, moved on to `other` and the next.

    What it says of other periods, of months and of days stays as it is, and so does an expression or a row
    of a table that names several: with one of them moved on, a sum of quarters would be of others.
    """
    if not _MAY_NAME.search(text):
        return text
    ways = ((one, other), (one.next, other.next))
    made, last = "", 0
    found = list(placed_periods(text))
    fixed = _of_several(text, found)
    for start, end, named in found:
        if start in fixed:
            continue
        for before, after in ways:
            if named.may_be(before):
                made += text[last:start] + _renamed(text[start:end], before, after)
                last = end
                break
    return made + text[last:]


def _of_several(text: str, found: Sequence[tuple[int, int, NamedPeriod]]) -> frozenset[int]:
    """Where the periods begin that stand in an expression or a row with another one."""
    starts = [start for start, _, _ in found]
    fixed: set[int] = set()
    for span in _TOGETHER.finditer(text):
        inside = slice(bisect_left(starts, span.start()), bisect_left(starts, span.end()))
        if len({(named.first, named.last) for _, _, named in found[inside]}) > 1:
            fixed.update(starts[inside])
    return frozenset(fixed)


def moved_title(title: str, one: Periode, other: Periode) -> str:
    """A title of the report as a whole: also its last month, or the year of a yearly report, moves on."""
    text = moved(title, one, other)
    if text != title:
        return text
    last = f"{MONTHS[one.last_day.month - 1]} {one.year}"
    if one.kind == "jaar":
        return re.sub(rf"(?<![-\w]){one.year}(?![-\w])", str(other.year), text)
    return re.sub(
        rf"\b{last}\b", partial(_like, f"{MONTHS[other.last_day.month - 1]} {other.year}"), text, flags=re.I
    )


def _renamed(words: str, one: Periode, other: Periode) -> str:
    """The words for one period as those for another; as they are where that does not work out.

    'Q1 en Q2 2024' is half a year that no word moves on: its plain name would not fit the words around it,
    but it does where an ordinal and a noun with 'het' stand in its place.
    """
    ways = (_with_days(words, one, other), _WORD.sub(partial(_moved_word, one, other), words))
    for text in (*ways, *_of_months(words, other)):
        named = named_periods(text)
        if len(named) == 1 and named[0].may_be(other) and named[0].dated == named_periods(words)[0].dated:
            return text
    fits = _IN_WORDS.match(words) and other.kind in ("halfjaar", "kwartaal")
    return _like_case(words, other.words("lang")) if fits else words


_IN_WORDS = re.compile(rf"(?:{'|'.join(_ORDINALS)})\b.*\b(?:half\s?jaar|semester|kwartaal|tertaal)\b", re.I)
_FIRST_OR_LAST = re.compile(r"\b(?:eerste|laatste)(?=\s+\w+\s+maanden\b)", re.I)


def _of_months(words: str, other: Periode) -> Iterator[str]:
    """'laatste zes maanden' for 'eerste zes maanden', and the other way round."""
    for which, at_end in (("eerste", other.first_day.month == 1), ("laatste", other.last_day.month == 12)):
        if at_end and _FIRST_OR_LAST.search(words):
            yield re.sub(r"[12][0-9]{3}", str(other.year), _FIRST_OR_LAST.sub(partial(_like, which), words))


def _with_days(words: str, one: Periode, other: Periode) -> str:
    """Days in figures: the first and the last of a period become those of the other."""

    def day(found: re.Match[str]) -> str:
        at = (int(found["year"]), int(found["month"]), int(found["day"]))
        for before, after in ((one.first_day, other.first_day), (one.last_day, other.last_day)):
            if at == (before.year, before.month, before.day):
                if by := found.groupdict().get("by"):
                    return f"{after.day:02}{by}{after.month:02}{by}{after.year}"
                return after.isoformat()
        return found[0]

    return _ISO.sub(day, _NUMERIC.sub(day, words))


def _moved_word(one: Periode, other: Periode, found: re.Match[str]) -> str:
    """One word of a period's name as the other's has it; what is no part of the period stays."""
    if found["year"]:
        short = len(found[0]) == 3
        year = int(f"20{found[0][1:]}" if short else found[0])
        return (
            (f"{found[0][0]}{other.year % 100:02}" if short else str(other.year))
            if year == one.year
            else found[0]
        )
    if found["month"] or found["short"]:
        names = MONTHS if found["month"] else _SHORT
        at = _month_of(found[0])
        for before, after in (
            (one.first_day.month, other.first_day.month),
            (one.last_day.month, other.last_day.month),
        ):
            if at == before:
                return _like(names[after - 1], found)
        return found[0]
    if found["day"]:
        last = one.last_day.day
        return str(other.last_day.day) if int(found[0]) == last > 27 else found[0]
    return _moved_number(one, other, found)


def _moved_number(one: Periode, other: Periode, found: re.Match[str]) -> str:
    if found["letter"]:
        return f"{found['letter']}{other.number}" if int(found["code"]) == one.number else found[0]
    if found["ordinal"]:
        word = found["ordinal"].lower()
        if word == "laatste" or word != _ORDINALS[one.number - 1]:
            return _like("eerste", found) if word == "laatste" and other.number == 1 else found[0]
        return _like(_ORDINALS[other.number - 1], found)
    if found["roman"]:
        return _ROMAN[other.number - 1] if found["roman"].upper() == _ROMAN[one.number - 1] else found[0]
    number = found["counted"] or found["number"]
    return f"{other.number}{found['ending'] or ''}" if int(number) == one.number else found[0]


def _month_of(word: str) -> int:
    plain = word.lower()
    return next(
        at
        for at, (name, short) in enumerate(zip(MONTHS, _SHORT, strict=True), 1)
        if plain == name or plain.startswith(short)
    )


def _like(word: str, found: re.Match[str]) -> str:
    return _like_case(found[0], word)


def _like_case(before: str, word: str) -> str:
    """The word with a capital where the words before had one."""
    return word[0].upper() + word[1:] if before[:1].isupper() else word
