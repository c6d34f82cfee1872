"""What a paragraph says is left of an amount, when each sentence between tells what went off it.

'In de reserve zit € 2.595.000. Daar onttrekken wij € 310.000 aan. Met dit voorstel komt daar € 330.000 bij.
Er blijft dan € 1.955.000 over.' What is not told of in this way leaves open what was taken, and may be right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import product

from rapportage.checks.decisions.decided_amounts import ANY_MONEY, MONEY
from rapportage.checks.decisions.worked_parts import OTHERWISE, half_digit
from rapportage.checks.reading.directions import number_of
from rapportage.dutch import amount_text, list_text

_SMALL = r"(?:\s(?:er|dan|daarna|daarvan|dus|nu|zo|nog|in\sde\sreserve|van\shet\skrediet|van\shet\sbudget))"
_LEFT = re.compile(
    r"\A(?:(?:Er|Dan|Daarna|Daarvan|Hiervan|Zo|Daarmee|Na\sdit\svoorstel)"
    rf"\s(?:blijft|bleef|resteert|resteerde|rest|is|was){_SMALL}{{0,3}}"
    rf"|Over\s(?:blijft|bleef|is|was){_SMALL}{{0,2}})\s(?P<said>{MONEY})(?:\sin\sde\sreserve)?(?:\sover|\sbeschikbaar)?\.?\Z",
    re.I,
)
_IS_LEFT = re.compile(r"\b(?:blijft|bleef|resteert|resteerde|rest|over|beschikbaar)\b", re.I)
_STOOD = re.compile(
    r"\b(?:is|was|zit|zat|staat|stond|bedraagt|bedroeg|heeft|had|stelde\w*|kreeg|beschikbaar)\b", re.I
)
_TAKEN = re.compile(
    r"\A(?:Daarvan|Hiervan|Daaruit|Hieruit)\s(?:is|zijn|was|werd|hebben\swij|heeft)\b[^€]*€[^€]*"
    r"\b(?:uitgegeven|besteed|uitbetaald|betaald|onttrokken|gebruikt|verplicht|vastgelegd|ingezet|opgenomen)\b"
    r"|\b(?:daar|er|hier)(?:aan|uit)?\b[^;€]*€[^;€]*\bonttr[eo]k\w*"
    r"|\bonttrek\w*\s(?:[\w-]+\s)?(?:daar|er|hier)(?:aan|uit)?\b"
    r"|\bonttrekking(?:en)?\s(?:van|is|zijn)\s€|\bdaar(?:van)?\sga(?:at|an)\b[^;]*\saf\b",
    re.I,
)
_MORE = re.compile(rf"\bkom(?:t|en)\s(?:daar|er|hier)\s(?:dan\s|nog\s)?{MONEY}\sbij\b", re.I)
"""What comes on top of what was taken, or of what there is."""
_MOST = 5


def other_left(sentences: Sequence[str]) -> str | None:
    """What is wrong with the last of these sentences, which says what those before it leave."""
    found = _LEFT.match(sentences[-1])
    if found is None or not _IS_LEFT.search(found[0]):
        return None
    taken: list[tuple[str, bool]] = []
    for sentence in reversed(sentences[-_MOST - 1 : -1]):
        every = ANY_MONEY.findall(sentence)
        if len(every) != 1 or OTHERWISE.search(sentence):
            return None
        is_more = _MORE.search(sentence) is not None
        if not is_more and not _TAKEN.search(sentence):
            is_clear = taken and not taken[-1][1] and _STOOD.search(sentence)
            return _other_than(found["said"], every[0], taken[::-1]) if is_clear else None
        taken.append((every[0], is_more))
    return None


def _other_than(said: str, first: str, taken: Sequence[tuple[str, bool]]) -> str | None:
    """What is wrong with what is left; what is 'daarbij' may be more of what was taken, or come in."""
    left, stood = number_of(said), number_of(first)
    parts = [(value, is_more) for words, is_more in taken if (value := number_of(words)) is not None]
    if left is None or stood is None or len(parts) != len(taken):
        return None
    ways = product(*((-value, value) if is_more else (-value,) for value, is_more in parts))
    rests = [stood + sum(way, Decimal()) for way in ways]
    room = sum((half_digit(one) for one in (stood, *(value for value, _ in parts))), Decimal())
    if any(abs(left - one) <= room + _rounded(left, one) for one in rests):
        return None
    right = amount_text(rests[0], 0 if rests[0] == int(rests[0]) else 2)
    return f"'{said}' volgt niet uit {list_text([first, *(words for words, _ in taken)])}: dat is {right}"


def _rounded(said: Decimal, right: Decimal) -> Decimal:
    """How far an amount may be off that is rounded to its last digit."""
    zeros = int(said.normalize().as_tuple().exponent)
    return Decimal(1).scaleb(zeros) / 2 if zeros > int(right.normalize().as_tuple().exponent) else Decimal()
