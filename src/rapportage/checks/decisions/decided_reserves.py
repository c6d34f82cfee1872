"""Find what a memo says that is left of a reserve, where the decisions take another amount from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.checks.decisions.decided_amounts import ANY_MONEY, MONEY, Asked, Said
from rapportage.checks.reading.amounts import amount
from rapportage.dutch import BETWEEN_SENTENCES, amount_text
from rapportage.errors import Place

_OUT_OF = re.compile(r"\A(?:uit|ten\slaste\svan)\sde\s(?P<reserve>.+)\Z")
_COURSE = re.compile(
    r"\s(?:daalt|zakt|gaat|slinkt)(?:\s(?:dan|hierdoor|hiermee|daardoor|daarmee))?"
    rf"\svan\s(?P<first>{MONEY})\snaar\s(?P<last>{MONEY})",
    re.I,
)
_STOOD = re.compile(
    rf"\s(?:was|is|bedraagt|bedroeg)\b[^.;:€]{{0,40}}?\s(?P<first>{MONEY})(?=\s*(?:[.,;](?![0-9])|\Z))", re.I
)
_LEFT = re.compile(
    r"\b(?:na\s(?:dit\sbesluit|deze\sonttrekking|de\sonttrekking))\b[^.;:€]{0,60}?"
    rf"\s(?P<last>{MONEY})(?:\s(?:over|in\skas|beschikbaar))?(?=\s*(?:[.,;](?![0-9])|\Z))",
    re.I,
)
_OTHERWISE = re.compile(
    r"\b(?:ruim|bijna|circa|ongeveer|minstens|ook|al|andere|eerder\w*|begroting|rente|inclusief|exclusief"
    r"|samen|jaarlijks\w*|per\sjaar|maximaal|toevoeg\w+|toegevoegd|stort\w+)\b",
    re.I,
)
"""What brings in another change of the reserve, or leaves room in an amount."""


def otherwise_left(asked: Sequence[Asked], others: Sequence[Said]) -> Iterator[tuple[str, Place]]:
    """What texts say that a reserve goes to, which is not what is left when the decisions took their part."""
    taken: dict[str, set[Decimal]] = {}
    for one in asked:
        if found := _OUT_OF.match(one.noun):
            taken.setdefault(found["reserve"], set()).add(one.value)
    for reserve, values in taken.items():
        if len(values) != 1:
            continue
        value, name = next(iter(values)), re.compile(rf"\bde\s{re.escape(reserve)}\b", re.I)
        for words, place in others:
            if (
                ANY_MONEY.search(words)
                and name.search(words)
                and (told := _told(words, name, reserve, value))
            ):
                yield told, place


def _told(words: str, name: re.Pattern[str], reserve: str, value: Decimal) -> str:
    sentences = BETWEEN_SENTENCES.split(words)
    for at, sentence in enumerate(sentences):
        found = name.search(sentence)
        if found is None or _OTHERWISE.search(sentence):
            continue
        course = _COURSE.match(sentence, found.end())
        if course:
            return _of_ends(course["first"], course["last"], reserve, value)
        stood = _STOOD.match(sentence, found.end())
        behind = sentences[at + 1] if at + 1 < len(sentences) else ""
        left = _LEFT.search(behind)
        if stood and left and not _OTHERWISE.search(behind) and len(ANY_MONEY.findall(behind)) == 1:
            return _of_ends(stood["first"], left["last"], reserve, value)
    return ""


def _of_ends(first: str, last: str, reserve: str, value: Decimal) -> str:
    was, now = amount(first), amount(last)
    if was is None or now is None or was.digit != 1 or now.digit != 1 or was.value - now.value == value:
        return ""
    out, left = amount_text(value, 0), amount_text(was.value - value, 0)
    course = f"hier gaat de {reserve} van {first} naar {last}"
    return f"{course}, en in de besluitpunten gaat er {out} uit: dat is {left}"
