"""Which sentences tell what may be untrue by another half-year: a number, a day, a course, or 'nog'."""

from __future__ import annotations

import re

from rapportage.content.fields import EXPRESSION
from rapportage.dutch import MONTHS
from rapportage.movement import HAS_MOVED, MOVED
from rapportage.named_periods import placed_periods
from rapportage.number_words import number_of_word
from rapportage.periode import Periode

_MONTH = "|".join(MONTHS)
_YEAR = r"(?<![\w/.,-])(?:19|20)[0-9]{2}(?![\w/-]|[.,][0-9])"
_NAMED = re.compile(
    r"\[\^[^\]\s]+\]|\[@[^\]]*\]|\]\([^()\s]*\)|\]\{[^{}]*\}"
    r"|\b(?:artikel|artikelen|lid|paragraaf|hoofdstuk|bijlage|figuur|tabel|motie|lijn|versie|deel)\s[0-9]+(?:[.:][0-9]+)*\b",
    re.I,
)
"""A note, a reference, an address, or what has a number for its name."""
_DATE = re.compile(
    rf"(?:\b[0-9]{{1,2}}\s)?\b(?:{_MONTH})\s(?P<year>[12][0-9]{{3}})\b|(?P<alone>{_YEAR})", re.I
)
_NUMBER = re.compile(r"(?<![\w@/~^-])[0-9]")
_TIME = re.compile(
    rf"\b(?:{_MONTH})\b|\b(?:eerste|tweede|derde|vierde)\s(?:half\s?jaar|kwartaal|helft)", re.I
)
_SEEN_FROM_NOW = re.compile(
    r"\b(?:dit|deze|afgelopen|komende?|vorige?|volgende?)\s"
    r"(?:half\s?jaar|jaar|kwartaal|periode|maand|maanden|voorjaar|najaar|zomer|winter|herfst)\b",
    re.I,
)
_NOW = re.compile(
    r"\b(?:nog|nu|inmiddels|momenteel|onlangs|binnenkort|op\sdit\smoment|tot\snu\stoe|zojuist)\b", re.I
)
_MOVES = re.compile(
    rf"\b(?:{MOVED}|{HAS_MOVED}|stijgt|stijgen|groeit|groeien|daalt|dalen|krimpt|krimpen"
    r"|(?:meer|minder|hoger|lager|groter|kleiner|langer|korter)\sdan)\b",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+")
_ONE = 1
"""In words it is mostly no number: 'een'."""
_OF_ALL = frozenset(("de", "deze", "die", "alle", "onze", "haar", "zijn", "hun", "beide", "elke"))
_OF_A_KIND = frozenset(("tot", "vanaf", "binnen", "boven", "onder"))
"""Before a number that says which are meant: 'ritten tot zeven kilometer'."""
_HOW_OFTEN = frozenset(("keer", "maal", "jaarlijks", "jaar", "jaren", "maanden", "weken", "dagen", "uur"))


def tells_a_fact(sentence: str, earlier: Periode, now: Periode, *, moved: bool = False) -> bool:
    """Whether a sentence of the report on `earlier` may be untrue in that on `now`.

    What is worked out by an expression is of now by itself. Days and years of long before stay what they
    are; so does the name of now's period in a text that was `moved` on to it.
    """
    typed, computed = EXPRESSION.subn(" ", sentence)
    typed = _NAMED.sub(" ", typed)
    if moved:
        for start, end, named in reversed(list(placed_periods(typed))):
            typed = typed[:start] + typed[end:] if named.may_be(now) else typed
    dated = _DATE.sub(lambda found: " " if _is_past(found, earlier) else found[0], typed)
    if _NUMBER.search(dated) or _TIME.search(dated) or _counts(dated):
        return True
    return not computed and any(one.search(dated) for one in (_NOW, _SEEN_FROM_NOW, _MOVES))


def _is_past(found: re.Match[str], earlier: Periode) -> bool:
    return int(found["year"] or found["alone"]) < earlier.year


def _counts(sentence: str) -> bool:
    """Whether it has a number in words that is not the number of all there are, or of how often."""
    words = [one.lower() for one in _WORD.findall(sentence)]
    return any(
        (number_of_word(word) or _ONE) > _ONE
        and before not in _OF_ALL | _OF_A_KIND
        and after not in _HOW_OFTEN
        for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False)
    )
