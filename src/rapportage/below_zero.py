"""Numbers below zero: of what subject more is less.

A result that goes from −20 to −40 falls, and the shortage that it is rises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.movement import clause_before

_TURNING = r"\w*(?:tekort|schuld|last|uitgave|achterstand)(?:en|s)?|\w*(?:verlies|verliezen|kosten)"
_PLAIN = (
    r"\w*(?:resultaat|resultaten|saldo|saldi|overschot|winst|opbrengst|opbrengsten|marge|marges|groei|ruimte"
    r"|rendement)"
)
_NOUN = re.compile(rf"(?<![\w-])(?:(?P<turning>{_TURNING})|(?P<plain>{_PLAIN}))(?![\w-])", re.I)
_NEGATIVE = re.compile(r"\b(?:negatie(?:f|ve)|nadelige?)\b", re.I)
_ARTICLES = ("het", "de", "een", "dit", "deze", "dat", "die", "ons", "onze", "hun", "zijn", "haar")
_BESIDE = (
    *("door", "van", "op", "bij", "met", "vanwege", "wegens", "ondanks", "in", "over", "voor", "naast", "na"),
    *("tegen", "dankzij", "zonder", "uit", "aan", "als", "tegenover", "dan", "en"),
)
"""What stands before what is no subject: 'door het tekort daalde het resultaat'."""


def turned(before: str, name: str, values: Sequence[Decimal]) -> bool | None:
    """Whether words before a number tell of one below zero as of a shortage, which is more where it is less.

    None where that cannot be said. `name` is that of the series, and `values` the numbers that it tells of.
    What goes through zero is no shortage, unless the text speaks of one.
    """
    below = [value for value in values if value < 0]
    if not below:
        return False
    kinds = set(_subjects(clause_before(before), name))
    through_zero = any(value > 0 for value in values)
    if not kinds and through_zero:
        return None if may_turn(f"{before} {name}") else False
    if len(kinds) != 1 or through_zero:
        return False if kinds == {False} else None
    return kinds.pop()


def may_turn(text: str) -> bool:
    """Whether a text speaks of a shortage or the like anywhere."""
    return any(found["turning"] for found in _NOUN.finditer(text)) or _NEGATIVE.search(text) is not None


def _subjects(clause: str, name: str) -> Iterator[bool]:
    """Of each word that a clause may be about whether it turns the sign."""
    for found in _NOUN.finditer(clause):
        if not is_beside(clause[: found.start()]):
            turns = found["turning"] is not None
            yield turns or _NEGATIVE.search(clause[: found.start()][-30:]) is not None
    own = clause.casefold().find(name.casefold()) if name else -1
    if own >= 0 and not _NOUN.search(name) and not is_beside(clause[:own]):
        yield _NEGATIVE.search(clause[:own][-30:]) is not None


def is_beside(before: str) -> bool:
    """Whether what follows these words hangs on a preposition."""
    words = before.casefold().split()[-3:]
    if words and words[-1] not in (*_ARTICLES, *_BESIDE):
        words.pop()  # 'het structurele tekort'
    if words and words[-1] in _ARTICLES:
        words.pop()
    return bool(words) and words[-1] in _BESIDE
