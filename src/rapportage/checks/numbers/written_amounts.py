"""Find amounts that are written in no Dutch way, or that name their unit twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.checks.reading.texts import each_text, most_numbers
from rapportage.errors import Finding, Place

_NUMBER = r"(?P<number>[0-9](?:[0-9.,]*[0-9])?)"
_SMALL = (
    r"%|(?:procent(?:punt)?|euro|miljoen|miljard|ha|hectare|km|fte|kilometer|meter|ton|kwh|dagen|weken"
    r"|maanden|jaar)\b"
)
_WRITTEN = (
    re.compile(rf"€[ \u00a0]?[−-]?{_NUMBER}(?![0-9])"),
    re.compile(rf"(?<![\w.,:/-]){_NUMBER}(?=[ \u00a0]?(?P<unit>{_SMALL}))"),
)
"""Where a number can only be an amount, a share or a measure."""
_POINTS = "zet punten voor de duizenden, zoals 1.000.000"
_OTHERWISE = tuple(
    (re.compile(sign), hint)
    for sign, hint in (
        (r"€[ \u00a0]?[0-9]{1,3}(?:[ \u00a0][0-9]{3})+(?![0-9])", _POINTS),
        (r"(?<![\w'])[0-9]{1,3}'[0-9]{3}(?![\w'])", _POINTS),
        (r"€[ \u00a0]?[0-9.]+[.]-", "schrijf een komma voor het streepje, zoals € 12.500,-"),
        (
            r"(?<![0-9.,])(?!(?:19|20)[0-9]{2}[ \u00a0]?€)(?<![x×*] )(?<![x×*])"
            r"[0-9](?:[0-9.,]*[0-9])?[ \u00a0]?€(?![ \u00a0]?[-−–]?[ \u00a0]?[0-9]|-\w)",
            "zet het euroteken voor het getal",
        ),
        (
            r"€[ \u00a0][0-9]{1,3}(?:\.[0-9]{3})+[ \u00a0]duizend\b",
            "schrijf het bedrag voluit, zoals € 1.200.000",
        ),
    )
)
"""Other ways to write an amount than the one way that Dutch papers have."""
_TWO_POWERS = re.compile(
    r"(?<![\w.,])(?P<number>[1-9][0-9]{0,2}\.[0-9]{3})[ \u00a0](?P<power>miljoen|mln)\b(?!\.[0-9])"
)
"""'3.492 miljoen' has a point for thousands before a word for millions: mostly a comma was meant."""
_NUMBERED = re.compile(
    r"\b(?:paragra\w+|par\.|artikel|art\.|hoofdstuk|bijlage|versie|punt|nr\.?|nummer|om)[ \u00a0]\Z", re.I
)
"""What stands before a number that counts nothing."""
_NEAR = 20
_DUTCH = re.compile(r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")
_THOUSANDTHS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{3}")
_LAND = re.compile(r"[0-9]+\.[0-9]{2}\.[0-9]{2}")
"""Hectares, ares and centiares, as the land registry writes them."""
_DATE = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}")
_TWICE = re.compile(
    r"€[ \u00a0]?€|€[ \u00a0]?[0-9.,]+(?:,-)?(?:[ \u00a0](?:miljoen|miljard))?[ \u00a0]?euro\b"
    r"|[0-9][ \u00a0]?%[ \u00a0]?(?:procent\b|%)|\bprocent[ \u00a0]?%|\beuro[ \u00a0]€",
    re.I,
)


_DOUBLE = re.compile(r"€\s?€|\bprocent\s?%|\beuro\s€", re.I)
"""What may be wrong without a number."""


@each_text
def misspelt(words: str, place: Place) -> Iterator[Finding]:
    """Each amount with a point where Dutch has a comma, with points in odd places, or with two units."""
    if not most_numbers(words) and not _DOUBLE.search(words):
        return
    for twice in _TWICE.finditer(words):
        yield Finding(f"bij '{twice[0]}' staat de eenheid twee keer", place, "laat er één weg")
    for sign, hint in _OTHERWISE:
        for found in sign.finditer(words):
            yield Finding(f"'{found[0]}' is geen Nederlands bedrag of getal", place, hint)
    for found in _TWO_POWERS.finditer(words):
        meant = found["number"].replace(".", ",").rstrip("0").rstrip(",")
        message = f"'{found[0]}' is {meant} miljard, met een punt voor de duizenden"
        yield Finding(message, place, f"schrijf {meant} miljoen, of {meant} miljard")
    for form in _WRITTEN:
        for found in form.finditer(words):
            if _NUMBERED.search(words[max(0, found.start() - _NEAR) : found.start()]):
                continue
            if meant := _meant(found["number"], found.groupdict().get("unit", "euro")):
                yield Finding(f"'{found['number']}' is geen Nederlands getal", place, meant)


def _meant(number: str, unit: str) -> str | None:
    """How to write a number of this unit that is written otherwise; None for one that is right."""
    if unit == "euro" and _THOUSANDTHS.fullmatch(number):
        return "na de komma van een bedrag staan twee cijfers"
    is_land = unit in ("ha", "hectare") and _LAND.fullmatch(number)
    if _DUTCH.fullmatch(number) or _DATE.fullmatch(number) or is_land:
        return None
    if re.fullmatch(r"[0-9]+\.[0-9]{1,2}", number):
        return f"schrijf {number.replace('.', ',')}, met een komma voor de decimalen"
    if re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", number):
        return f"schrijf {number.translate(str.maketrans(',.', '.,'))}, met een punt voor de duizenden"
    return "zet een punt na elke drie cijfers, en een komma voor de decimalen: 1.348,50"
