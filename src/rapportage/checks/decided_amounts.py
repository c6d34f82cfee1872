"""Find texts of a memo that give another amount to what its decisions give an amount to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, combinations, islice

from rapportage.checks.amounts import amount
from rapportage.checks.subjects import Paper
from rapportage.checks.texts import texts
from rapportage.document import Heading, inlines_of, walk
from rapportage.errors import Finding, Place
from rapportage.inlines import plain

Said = tuple[str, Place]
_DECISIONS = ("besluitpunten", "besluit")
"""What stands above the decisions in a memo, and in the decision of the council itself."""
_NOT_CHOSEN = re.compile(r"alternatie|variant|scenario|voorgeschiedenis|historie", re.I)
"""A heading above what is not asked for."""
_DIGITS = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,12})(?:,[0-9]{1,3})?"
_POWER = r"(?:[ \u00a0](?:miljoen|miljard))?"
_MONEY = rf"(?:€[ \u00a0]?{_DIGITS}{_POWER}(?![0-9.,]*[0-9])|\b{_DIGITS}{_POWER}[ \u00a0]euro\b)"
_ANY_MONEY = re.compile(_MONEY)
_ONE = r"krediet|lening|garantie|garantstelling|borgstelling"
_SHARED = r"subsidie|bijdrage|budget|investering|vergoeding|bedrag"
_NOUN = rf"(?P<noun>[\w-]*(?:{_ONE}|{_SHARED}))"
_IS_SHARED = re.compile(rf".*(?:{_SHARED})")
"""What a memo may well tell of besides its own: there, words must say that it is the same one."""
_ROOM = (
    r"(?P<room>ruim|bijna|circa|ca\.|ongeveer|afgerond|rond(?:\sde)?|zo['’]n|maximaal|ten\shoogste|hoogstens)"
)
_NAMED = re.compile(
    rf"(?<![\w-])(?P<lead>(?:[\w-]+\s){{0,3}}){_NOUN}"
    r"(?P<object>\s(?:voor|aan)\s[^.,;:()0-9€]{3,60}?)?"
    rf"(?:\s(?:van|à|ad|groot|ter\s(?:grootte|hoogte)\svan|is|bedraagt)|:|(?=\s\())\s\(?(?:{_ROOM}\s)?"
    rf"(?P<amount>{_MONEY})",
    re.I,
)
"""'Het gevraagde krediet voor de brug van € 250.000'."""
_COUNTED = re.compile(
    rf"(?P<lead>)(?:\b{_ROOM}\s)?(?P<amount>{_MONEY})\s(?:(?:aan|als)\s)?{_NOUN}\b(?P<object>)", re.I
)
"""'€ 250.000 aan subsidie'."""
_NO_NAME = (
    r"(?:te|toe|wordt|worden|komt|komen|gaat|gaan|en|of|voor|is|was|over|van|op|in|naar|nodig|gehaald|onttrokken"
    r"|toegevoegd|betaald|gedekt|beschikbaar|halen|dekken)\b"
)
_MOVED = re.compile(
    rf"(?P<lead>)(?:\b{_ROOM}\s)?(?P<amount>{_MONEY})(?P<object>)"
    r"(?:\s(?!(?:en|of|waarvan|naar)\b)[\w-]+){0,3}?"
    r"\s(?P<noun>(?:uit|aan|ten\slaste(?:\ste\sbrengen)?\svan)\sde\s(?:[\w-]+\s){0,2}?[\w-]*(?:reserve|voorziening))"
    rf"(?P<named>\s(?!{_NO_NAME})[\w-]+)?",
    re.I,
)
"""'€ 40.000 uit de algemene reserve'."""
_BEHIND = re.compile(
    r"(?:\s(?:beschikbaar|te|stellen|verlenen|nodig|is))*\s(?:voor|aan)\s[^.,;:()€]{3,80}", re.I
)
_TAKEN = re.compile(r"\bont(?:trek|trok)\w+", re.I)
_ASKED = re.compile(
    r"\b(?:gevraagde?|voorgestelde?|benodigde?|aangevraagde?|te\s(?:verlenen|verstrekken))\b", re.I
)
_ARTICLE = re.compile(r"\b(?P<same>het|de|dit|deze|ons|onze)\b|\been\b", re.I)
_BARE = re.compile(
    r"(?:\s|gevraagde?|voorgestelde?|benodigde?|aangevraagde?|genoemde?|eenmalige?|te\s(?:verlenen|verstrekken))*",
    re.I,
)
"""Words between article and noun that make it no other one than the decisions have."""
_PROPOSED = re.compile(
    r"\b(?:stell?e?n?t?\b[^.]{0,60}\bvoor\b|vra(?:ag|gen)\w*|voorgesteld|verzoe\w+|voorstel|gevraagd"
    r"|overwegende|is\snodig|nodig\sis)",
    re.I,
)
"""What says of an amount that it is the one that this memo asks for."""
_OTHERWISE = re.compile(
    r"\b(?:(?:19|20)[0-9]{2}|eerder\w*|eerst|oorspronkelijk\w*|destijds|reeds|al|bestaand\w*|huidig\w*|vorig\w*|was"
    r"|waren|had|hadden|kreeg|kregen|ontving\w*|ontvangen|toegekend\w*|toegezegd\w*|verleende|stelde\w*|verkregen"
    r"|rest\w*|per|jaarlijks\w*|elk|ieder|btw|waarvan|daarvan|alternatie\w+|variant\w*|scenario\w*|of|provinci\w+|rijk|rijks\w+"
    r"|aanvullend\w*|extra|tweede|anders?|andere|zou|zouden|minder|meer|hoger|lager|overige|tota\w+|(?:dit|komende?|volgende?)\sjaar|fase|dan|geen|niet)\b",
    re.I,
)
"""What makes it an amount of another time or giver, or counts it in another way."""
_MORE_OF_IT = re.compile(r"\b(?:aanvullend\w*|extra|tweede|derde)\b", re.I)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[^a-z])")
_WORD = re.compile(r"[^\W\d_]{4,}")
_EMPTY = ("voor", "beschikbaar", "stellen", "verlenen", "nodig", "deze", "onze", "gemeente", "jaar")
_FIRST_LETTERS, _ROUGHLY = 6, Decimal("0.1")
_NEAR = 60
_MOST_TOLD = 500
_MOST = 6
"""Of more amounts it is not worked out which make another one together."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """An amount with what it is of, as a sentence has it."""

    noun: str
    words: str
    value: Decimal
    slack: Decimal
    lead: str
    object: frozenset[str]
    sentence: str
    begins: bool

    def may_be(self, other: _Asked) -> bool:
        """Whether both are the same amount, as far as they are written."""
        return abs(self.value - other.value) <= max(self.slack, other.slack)

    @property
    def is_told_of_alone(self) -> bool:
        """Whether nothing in its sentence makes it another amount than the one that is asked for."""
        articles = list(_ARTICLE.finditer(self.lead))
        of_noun = self.lead[articles[-1].end() :] if articles else ""
        if _OTHERWISE.search(self.sentence) or not _BARE.fullmatch(of_noun):
            return False
        is_same = bool(articles and articles[-1]["same"]) or " " in self.noun
        return is_same or self.begins or _PROPOSED.search(self.sentence) is not None


def other_than_decided(paper: Paper) -> Iterator[Finding]:
    """Each 'het krediet van € 225.000' where the decisions ask for a credit of another amount."""
    decided, others = _parted(paper)
    for said, place, meant in contradictions(decided, others):
        yield Finding(
            f"{said}, en in de besluitpunten staat {meant}",
            place,
            "maak de bedragen gelijk; is dit een ander bedrag, zeg dan erbij waarvan",
        )


def contradictions(decided: Sequence[Said], others: Sequence[Said]) -> Iterator[tuple[str, Place, str]]:
    """What other texts say of an amount that is asked for, with its place and what the decisions say."""
    known = [one for words, _ in decided for one in _asked(words)]
    money = {value for words, _ in decided for value in _money(words)}
    if not money or len(money) > _MOST:
        return
    known_sums = set(_sums(money))
    every = ((one, place) for words, place in others for one in _asked(words))
    told = list(islice(every, _MOST_TOLD))
    for one, place in told:
        meant = _meant(one, known)
        if meant is None or one.may_be(meant) or one.value in known_sums or not one.is_told_of_alone:
            continue
        alike = [other for other, _ in told if other.noun == one.noun]
        values = {other.value for other in alike}
        if any(other.value == one.value and _OTHERWISE.search(other.sentence) for other in alike):
            continue
        if len(values) > 1 and (len(values) > _MOST or meant.value in set(_sums(values - {meant.value}))):
            continue
        yield f"bij '{one.noun}' staat hier {one.words}", place, meant.words


def _parted(paper: Paper) -> tuple[list[Said], list[Said]]:
    """The texts of the decisions, and all others."""
    decided: set[str] = set()
    passed: set[str] = set()
    of_section: set[str] | None = None
    for block in walk(paper.document.blocks):
        if isinstance(block, Heading):
            title = plain(block.content).strip().casefold()
            of_section = decided if title in _DECISIONS else passed if _NOT_CHOSEN.search(title) else None
        elif of_section is not None:
            of_section |= {plain(one) for one in inlines_of(block)}
    every = [one for one in dict.fromkeys(texts(paper)) if one[0] not in passed]
    return [one for one in every if one[0] in decided], [one for one in every if one[0] not in decided]


def _asked(text: str) -> Iterator[_Asked]:
    """The amounts that a text names with what each is of."""
    if not _ANY_MONEY.search(text):
        return
    for sentence in _SENTENCE.split(text):
        for form in (_NAMED, _COUNTED, _MOVED):
            for found in form.finditer(sentence):
                if (value := amount(found["amount"])) is not None:
                    behind = _BEHIND.match(sentence, found.end())
                    about = f"{found['object'] or ''} {behind[0] if behind else ''}".casefold()
                    words = frozenset(one for one in _WORD.findall(about) if one not in _EMPTY)
                    written = value.digit / 2 if value.digit != 1 else Decimal()
                    slack = abs(value.value) * _ROUGHLY if found["room"] else written
                    yield _Asked(
                        _noun(found),
                        found["amount"],
                        value.value,
                        slack,
                        found["lead"],
                        words,
                        sentence,
                        not sentence[: found.start()].strip(),
                    )


def _noun(found: re.Match[str]) -> str:
    """What the amount is of: 'krediet', or 'uit de reserve wonen'."""
    noun = " ".join(found["noun"].casefold().split())
    if found.re is not _MOVED:
        return noun
    near = found.string[max(0, found.start() - _NEAR) : found.end() + _NEAR]
    taken = noun.startswith("ten laste") or _TAKEN.search(near)
    way, _, rest = noun.partition(" de ")
    return f"{'uit' if taken else way} de {rest}{(found['named'] or '').casefold()}"


def _money(text: str) -> Iterator[Decimal]:
    for found in _ANY_MONEY.finditer(text):
        if (value := amount(found[0])) is not None:
            yield value.value


def _sums(values: set[Decimal]) -> Iterator[Decimal]:
    """These amounts, and what some of them make together."""
    some = chain.from_iterable(combinations(sorted(values), count) for count in range(1, len(values) + 1))
    return (sum(chosen, Decimal()) for chosen in some)


def _meant(one: _Asked, known: Sequence[_Asked]) -> _Asked | None:
    """The amount of the decisions that this must be; None where they have none, or several, of its kind."""
    alike = [other for other in known if other.noun == one.noun]
    alike = alike or [other for other in known if other.noun.endswith(one.noun) and " " not in one.noun]
    shared = [other for other in alike if _share_words(one.object, other.object)]
    alike = shared if len({other.value for other in alike}) > 1 else alike
    if len({other.value for other in alike}) != 1:
        return None
    meant, is_shared = alike[0], bool(shared)
    if one.object and meant.object and not is_shared:
        return None
    if _IS_SHARED.fullmatch(one.noun) and not (_ASKED.search(one.lead) or is_shared):
        return None
    return None if _MORE_OF_IT.search(meant.lead) and not _MORE_OF_IT.search(one.lead) else meant


def _share_words(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether both tell of one thing: 'sporthal' and 'sporthallen' are."""
    return bool({one[:_FIRST_LETTERS] for one in some} & {one[:_FIRST_LETTERS] for one in others})
