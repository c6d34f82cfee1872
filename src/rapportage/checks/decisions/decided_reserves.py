"""Find a memo that tells of a reserve otherwise than its decisions: what is left of it, or of another one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.checks.decisions.decided_amounts import ANY_MONEY, MONEY, Asked, Said, asked_in
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
    rf"\s(?:was|is|bedraagt|bedroeg|zit|zat|staat|stond)\b[^.;:€]{{0,40}}?\s(?P<first>{MONEY})(?=\s*(?:[.,;](?![0-9])|\Z))",
    re.I,
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


_THIS = r"(?:dit|deze|dat|het)\s(?:krediet|budget|bedrag|bijdrage|lening|subsidie|verhoging)"
_RESERVE = (
    r"de\s(?P<reserve>(?:[\w-]+\s){0,2}?[\w-]*reserve"
    r"(?:\s(?!(?:te|en|of|voor|is|was|over|van|op|in|naar|zit|wordt|worden|gehaald|gedekt|komt|gaat|met|die|na)\b)[\w-]+)?)"
)
_COVERED = re.compile(
    rf"\b{_THIS}\b[^.;:€]{{0,40}}\b(?:te\sdekken|dekken|te\sbekostigen)\s(?:uit|ten\slaste\svan)\s{_RESERVE}\s*(?:[.;]|\Z)",
    re.I,
)
"""'Dit krediet te dekken uit de reserve wonen'."""
_PAID_FROM = re.compile(
    rf"\b(?:gedekt|dekken|betaald|betalen|bekostigd|bekostigen|onttrokken)\b[^.;:€]{{0,20}}\s(?:uit|aan|ten\slaste\svan)\s{_RESERVE}"
    r"(?=\s*(?:[.,;]|\Z))",
    re.I,
)
_IN_RESERVE = re.compile(rf"\b(?:in\s)?{_RESERVE}\s(?=(?:zit|is|was|bedraagt|staat)\b)", re.I)
_ASKED_FOR = re.compile(rf"\b(?:{_THIS}|dit\svoorstel|hiervoor|daarvoor|onttrekking)\b", re.I)
_WORD = re.compile(r"[^\W\d_]{6,}")
_BEFORE = re.compile(r"\bna\sde\s(?:eerdere|vorige)\s[^\W\d_]+", re.I)


def taken_from(decided: Sequence[Said]) -> dict[str, set[Decimal]]:
    """What the decisions take from each reserve, by its name."""
    taken: dict[str, set[Decimal]] = {}
    known: list[Asked] = []
    for words, _ in decided:
        own = list(asked_in(words))
        for one in own:
            if found := _OUT_OF.match(one.noun):
                taken.setdefault(found["reserve"], set()).add(one.value)
        if known and (covered := _COVERED.search(words)):
            taken.setdefault(covered["reserve"].casefold(), set()).add(known[-1].value)
        known += [one for one in own if one.is_by_name]
    return taken


def from_another(decided: Sequence[Said], others: Sequence[Said]) -> Iterator[tuple[str, Place]]:
    """What texts say that is paid from another reserve than the one that the decisions take it from."""
    taken = list(taken_from(decided))
    about = {word for words, _ in decided for word in _WORD.findall(words.casefold())}
    for words, place in others if len(taken) == 1 else ():
        sentences = BETWEEN_SENTENCES.split(words)
        for sentence, behind in zip(sentences, [*sentences[1:], ""], strict=True):
            named = _named_otherwise(sentence, behind, about)
            if named and named != taken[0] and " " in named:
                yield f"hier gaat het om de {named}, en in de besluitpunten om de {taken[0]}", place


def _named_otherwise(sentence: str, behind: str, about: set[str]) -> str:
    """The one reserve that a sentence names for what is asked for; '' where it may be for something else."""
    bare = _BEFORE.sub(" ", sentence)
    if len(re.findall(r"reserve\b", sentence, re.I)) != 1 or _OTHERWISE.search(bare) or _MAY.search(bare):
        return ""
    paid = _PAID_FROM.search(sentence)
    if paid is None:
        found = _IN_RESERVE.search(sentence) if _LEFT.search(behind) and "reserve" not in behind else None
        return found["reserve"].casefold() if found else ""
    said = _WORD.findall(sentence[: paid.start()].casefold())
    is_of_it = _ASKED_FOR.search(sentence) or any(one in known for one in said for known in about)
    return paid["reserve"].casefold() if is_of_it else ""


_MAY = re.compile(r"\b(?:kan|kunt|kunnen|zou|zouden|niet|geen|was|werd|werden|(?:19|20)[0-9]{2})\b", re.I)


def otherwise_left(decided: Sequence[Said], others: Sequence[Said]) -> Iterator[tuple[str, Place]]:
    """What texts say that a reserve goes to, which is not what is left when the decisions took their part."""
    for reserve, values in taken_from(decided).items():
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
        if found is None or _OTHERWISE.search(_BEFORE.sub(" ", sentence)):
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
