"""The sign of a number goes with the word that it is called by: a surplus is not below zero."""

from __future__ import annotations

import re

from rapportage.below_zero import is_beside
from rapportage.compose.numbers.measured_beside import Told
from rapportage.compose.numbers.quantities import Worked
from rapportage.dutch import MINUS
from rapportage.movement import clause_before

_MORE = r"(?:\w*overschot|\w*winst|(?:positie(?:f|ve)|voordelige?)\s+(?:\w+\s+)?(?:\w*resultaat|\w*saldo))"
_LESS = r"(?:\w*tekort|\w*verlies|nadelige?\s+(?:\w+\s+)?(?:\w*resultaat|\w*saldo))"
_BELOW = r"negatie(?:f|ve)\s+(?:\w+\s+)?(?:\w*resultaat|\w*saldo)"
_ABOUT = r"(?:\s+(?:dus|nu|dan|ook|daarmee|nog|toen|ruim|bijna|ongeveer|circa|maar\s+liefst|in\s+totaal))*"
_VERB = r"(?:is|was|bedraagt|bedroeg|wordt|werd|(?:komt|kwam)\s+uit\s+op)"
_IS = rf"(?:\s+[^.,;:!?0-9]{{0,40}}?)?\s+{_VERB}{_ABOUT}"
_OF = rf"\s+van{_ABOUT}"
_CALLED = re.compile(
    rf"(?:.*(?<![\w/-]))?(?P<words>(?P<more>{_MORE})|(?P<less>{_LESS})|(?P<below>{_BELOW}))(?![\w/-])"
    rf"(?:{_OF}|(?P<is>{_IS}))\s*:?\s*\Z",
    re.I | re.S,
)
_SAID = re.compile(
    rf"(?:.*\s)?(?:saldo|resultaat)\b(?:\s+[^.,;!?0-9]{{0,40}}?)?\s+{_VERB}\s+(?P<words>positief):?\s*\Z",
    re.I | re.S,
)
_BEHIND = re.compile(r"\s+(?P<words>(?P<more>positief|voordelig|overschot|winst)|negatief)(?![\w-])", re.I)
_EITHER = re.compile(r"\b(?:of|noch|geen|niet|naar|zonder|plaats|omslag\w*)\b|/", re.I)
"""What leaves it open which of the two it is, or denies it."""


def other_sign(before: str, worked: Worked, after: str) -> Told | None:
    """'Een overschot van € −19.100', 'het tekort is € −19.100' and '€ −19.100 positief'."""
    quantity = worked.quantity
    if quantity is None or quantity.change is not None or not quantity.value:
        return None
    is_below = MINUS in worked.text
    clause = clause_before(before.rstrip().removesuffix(":")) + " "
    if behind := _BEHIND.match(after):
        if is_below == (behind["more"] is not None) and (is_below or _is_of_result(worked)):
            return _told(f"{worked.text} {behind['words']}", is_below, is_below)
        return None
    found = _CALLED.match(clause) or _SAID.match(clause)
    if found is None or _EITHER.search(clause):
        return None
    groups = found.groupdict()
    if groups.get("is") and is_beside(clause[: found.start("words")]):
        return None  # 'het resultaat na het overschot van toen is'
    shown = f"{' '.join(clause[found.start('words') :].split())} {worked.text}"
    if groups.get("less"):
        return _told(shown, True, False) if is_below else None
    if groups.get("below"):
        return _told(shown, False, False) if not is_below and _is_of_result(worked) else None
    return _told(shown, True, True) if is_below else None


def _is_of_result(worked: Worked) -> bool:
    """Whether the number is one of a series whose sign says which of the two it is."""
    measured = worked.quantity.measured if worked.quantity else None
    return measured is not None and any(value < 0 for value in measured.indicator.measured.values())


def _told(shown: str, is_below: bool, is_sure: bool) -> Told:
    way_out = (
        "noem het 'het resultaat' of 'het saldo'; zonder minteken geeft {{ product(waarde(…), -1) }} het"
        if is_below
        else "het getal is niet onder nul: verander het woord"
    )
    return Told(f"hier komt '{shown}' te staan, en teken en woord spreken elkaar tegen", way_out, is_sure)
