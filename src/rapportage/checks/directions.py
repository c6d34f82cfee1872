"""Find sentences that say that something rises or falls while their numbers say otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from rapportage.checks.subjects import Paper
from rapportage.checks.texts import texts
from rapportage.dutch import MONTHS
from rapportage.errors import Finding
from rapportage.movement import Said, said_of_course
from rapportage.typed import typed_number

_AMOUNT = r"(?:€[ \u00a0])?[−-]?[0-9](?:[0-9.,]*[0-9])?%?(?:[ \u00a0](?:miljoen|miljard))?"
_COURSE = re.compile(
    rf"\bvan (?P<first>{_AMOUNT})"
    rf"(?:[^.;0-9]{{0,60}}(?:[12][0-9]{{3}})?[^.;0-9]{{0,40}}?) (?P<to>naar|tot) (?P<last>{_AMOUNT})"
)
_ROOM = 200
"""So far, words may go with the numbers."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NO_COURSE = re.compile(
    r"[ \u00a0](?:uur|jaar|jarigen?|maanden|weken|dagen|personen|medewerkers|werknemers"
    rf"|{'|'.join(MONTHS)})\b"
)
"""What stands behind numbers that are ends of a range: 'van 4 tot 12 jaar'."""


def contradicted(paper: Paper) -> Iterator[Finding]:
    """Each 'stijgt van 9 naar 5', and each 'van 5 naar 9 gedaald', in texts, notes and descriptions."""
    for words, place in texts(paper):
        for found in _COURSE.finditer(words):
            first, last = _number(found["first"]), _number(found["last"])
            said = _said(words, found)
            if first is None or last is None or said is None or _are_years(found):
                continue
            if (last > first) - (last < first) != said.way:
                course = f"van {found['first']} {found['to']} {found['last']}"
                shown = f"{said.words} {course}" if said.before else f"{course} … {said.words}"
                way_out = "verander het werkwoord, of kijk de getallen na"
                yield Finding(f"'{shown}' klopt niet", place, way_out)


def _said(words: str, found: re.Match[str]) -> Said | None:
    before, after = words[max(0, found.start() - _ROOM) : found.start()], words[found.end() :][:_ROOM]
    said = said_of_course(before, after)
    if said is None or found["to"] == "naar":
        return said
    # 'tot' may end a range: only close to its verb does it end a course
    near = re.search(rf"{re.escape(said.words.split()[-1])}(?: [^ .,]+){{0,2}} \Z", before)
    return None if _NO_COURSE.match(after) or (said.before and not near) else said


def _are_years(found: re.Match[str]) -> bool:
    return bool(_YEAR.fullmatch(found["first"]) and _YEAR.fullmatch(found["last"]))


def _number(words: str) -> Decimal | None:
    power = 6 if words.endswith("miljoen") else 9 if words.endswith("miljard") else 0
    number = typed_number(re.sub(r"[ \u00a0](?:miljoen|miljard)\Z", "", words.rstrip(".,")))
    return None if number is None else number.scaleb(power)
