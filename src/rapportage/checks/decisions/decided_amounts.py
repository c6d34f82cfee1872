"""Find texts of a memo that give another amount to what its decisions give an amount to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain, combinations, islice

from rapportage.checks.reading.amounts import amount
from rapportage.checks.reading.other_bodies import OURS, is_of_another
from rapportage.checks.reading.texts import texts
from rapportage.checks.subjects import Paper, Report
from rapportage.content.bodies import Overheid
from rapportage.document import Heading, inlines_of, walk
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.errors import Finding, Place
from rapportage.inlines import plain
from rapportage.named_periods import placed_periods
from rapportage.periode import Periode

Said = tuple[str, Place]
DECISIONS = ("besluitpunten", "besluit")
"""What stands above the decisions in a memo, and in the decision of the council itself."""
_NOT_CHOSEN = re.compile(r"alternatie|variant|scenario|voorgeschiedenis|historie", re.I)
"""A heading above what is not asked for."""
_DIGITS = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,12})(?:,[0-9]{1,3})?"
_POWER = r"(?:[ \u00a0](?:miljoen|miljard))?"
MONEY = rf"(?:€[ \u00a0]?{_DIGITS}{_POWER}(?![0-9.,]*[0-9])|\b{_DIGITS}{_POWER}[ \u00a0]euro\b)"
ANY_MONEY = re.compile(MONEY)
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
    rf"(?P<amount>{MONEY})",
    re.I,
)
"""'Het gevraagde krediet voor de brug van € 250.000'."""
_COUNTED = re.compile(
    rf"(?P<lead>)(?:\b{_ROOM}\s)?(?P<amount>{MONEY})\s(?:(?:aan|als)\s)?{_NOUN}\b(?P<object>)", re.I
)
"""'€ 250.000 aan subsidie'."""
_NO_NAME = (
    r"(?:te|toe|wordt|worden|komt|komen|gaat|gaan|en|of|voor|is|was|over|van|op|in|naar|nodig|gehaald|onttrokken"
    r"|toegevoegd|betaald|gedekt|beschikbaar|halen|dekken"
    r"|blijft|blijven|resteert|resteren|daalt|kan|kunnen|past|waarmee|zodat|om)\b"
)
_MOVED = re.compile(
    rf"(?P<lead>)(?:\b{_ROOM}\s)?(?P<amount>{MONEY})(?P<object>)"
    r"(?:\s(?!(?:en|of|waarvan|naar)\b)[\w-]+){0,3}?"
    r"\s(?P<noun>(?:uit|aan|ten\slaste(?:\ste\sbrengen)?\svan)\sde\s(?:[\w-]+\s){0,2}?[\w-]*(?:reserve|voorziening))"
    rf"(?P<named>\s(?!{_NO_NAME})[\w-]+)?",
    re.I,
)
"""'€ 40.000 uit de algemene reserve'."""
_MOVED_BEFORE = re.compile(
    r"(?P<lead>)(?P<noun>(?:uit|aan|ten\slaste\svan)\sde\s(?:[\w-]+\s){0,2}?[\w-]*(?:reserve|voorziening))"
    rf"(?P<named>\s(?!{_NO_NAME})[\w-]+)?\s(?:\(|een\sbedrag\svan\s)?(?:{_ROOM}\s)?(?P<amount>{MONEY})(?P<object>)",
    re.I,
)
"""'Uit de reserve wonen (€ 40.000)', and 'uit de reserve wonen € 40.000 beschikbaar te stellen'."""
_RAISED = re.compile(
    rf"(?P<lead>(?:[\w-]+\s){{0,3}})(?P<noun>[\w-]*(?:{_ONE}|{_SHARED}|begroting))"
    rf"(?P<object>\s(?:voor|aan)\s[^.,;:()0-9€]{{3,60}}?)?\s(?:[0-9]{{4}}\s)?(?:wordt\s)?met\s(?:{_ROOM}\s)?(?P<amount>{MONEY})",
    re.I,
)
_RAISES = re.compile(r"\b(?P<way>verho|verlag)(?:og|ging|gen|gt|agd)\w*|\b(?:opgehoogd|ophogen)\b", re.I)
"""'Het budget voor sport met € 40.000 te verhogen'."""
_WE_ASK = re.compile(
    rf"(?P<lead>)(?P<noun>)(?:\bwij\svragen|\bvragen\swij|\bcollege\svraagt|\bvraagt\s(?:het|ons)\scollege)"
    rf"(?:\s(?:wij|u|uw\sraad|de\sraad|daarom|hiervoor|nu|om)){{0,3}}\s(?:{_ROOM}\s)?(?P<amount>{MONEY})(?P<object>)",
    re.I,
)
"""'Wij vragen u € 250.000 beschikbaar te stellen'."""
_ASKED_FOR = "wat wij vragen"
"""What such an amount is of, and each that the decisions have."""
_AT_MOST = 3
"""So many times another one an amount without a name may be, and be meant for it."""
_BEHIND = re.compile(
    r"(?:\s(?:beschikbaar|te|stellen|verlenen|nodig|is))*\s(?:voor|aan)\s[^.,;:()€]{3,80}", re.I
)
_FRONT = re.compile(r"Voor\s(?P<object>[^,.;:()€0-9]{3,80}?)\s(?:is|zijn|vragen|vraagt|stellen|stelt)\b")
"""What an amount is for, before it: 'Voor de sporthal vragen wij'."""
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
    r"|overwegende|is\s(?:[^,;:()]{0,60}\s)?nodig|nodig\sis)",
    re.I,
)
"""What says of an amount that it is the one that this memo asks for."""
OTHERWISE = re.compile(
    r"\b(?:(?:19|20)[0-9]{2}|eerder\w*|eerst|oorspronkelijk\w*|destijds|reeds|al|bestaand\w*|huidig\w*|vorig\w*|was"
    r"|waren|had|hadden|kreeg|kregen|ontving\w*|ontvangen|toegekend\w*|toegezegd\w*|verleende|stelde\w*|verkregen"
    r"|rest\w*|per|jaarlijks\w*|elk|ieder|btw|waarvan|daarvan|alternatie\w+|variant\w*|scenario\w*|of|provinci\w+|rijk|rijks\w+"
    r"|aanvullend\w*|extra|tweede|anders?|andere|zou|zouden|minder|meer|hoger|lager|overige|tota\w+|(?:dit|komende?|volgende?)\sjaar|fase|dan|geen|niet)\b",
    re.I,
)
"""What makes it an amount of another time or giver, or counts it in another way."""
_AND_ASKS = re.compile(r"\ben\s(?:een\s)?(?:(?:aanvullend|extra|eenmalig)e?\s)?\Z", re.I)
"""What the subject of a memo asks besides: 'Jaarstukken 2024 en een krediet'."""
_MORE_OF_IT = re.compile(r"\b(?:aanvullend\w*|extra|tweede|derde)\b", re.I)
_WORD = re.compile(r"[^\W\d_]{4,}")
_EMPTY = ("voor", "beschikbaar", "stellen", "verlenen", "nodig", "deze", "onze", "gemeente", "jaar")
_FIRST_LETTERS, _ROUGHLY = 6, Decimal("0.1")
_NEAR = 60
_MOST_TOLD = 500
MOST = 6
"""Of more amounts it is not worked out which make another one together."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An amount with what it is of, as a sentence has it."""

    noun: str
    words: str
    value: Decimal
    slack: Decimal
    lead: str
    object: frozenset[str]
    sentence: str
    begins: bool

    @property
    def is_by_name(self) -> bool:
        """Whether it is of a credit, a budget and the like, and not taken from a reserve."""
        return " " not in self.noun or self.noun.endswith(("verhogen", "verlagen"))

    def may_be(self, other: Asked) -> bool:
        """Whether both are the same amount, as far as they are written."""
        return abs(self.value - other.value) <= max(self.slack, other.slack)

    def is_otherwise(self, meant: Asked, report: Periode | None) -> bool:
        """Whether words in its sentence make it another amount, which the decision does not have too."""
        decided = {found[0].casefold() for found in OTHERWISE.finditer(meant.sentence)}
        decided |= {"extra"} if " " in self.noun else set()
        said = {found[0].casefold() for found in OTHERWISE.finditer(without(report, self.sentence))}
        return not said <= decided

    def is_told_of_as(self, meant: Asked, report: Periode | None) -> bool:
        """Whether nothing in its sentence makes it another amount than the one that is asked for.

        What the decision says too makes no difference, nor does the period of the report.
        """
        articles = list(_ARTICLE.finditer(self.lead))
        of_noun = self.lead[articles[-1].end() :] if articles else ""
        if _MORE_OF_IT.search(meant.lead):
            of_noun = _MORE_OF_IT.sub("", of_noun)
        if self.is_otherwise(meant, report) or not _BARE.fullmatch(of_noun):
            return False
        is_same = bool(articles and articles[-1]["same"]) or " " in self.noun
        is_title = self.sentence[-1:] not in ".;:!?" and _AND_ASKS.search(self.lead) is not None
        return is_same or is_title or self.begins or _PROPOSED.search(self.sentence) is not None


def other_than_decided(report: Report) -> Iterator[Finding]:
    """Each 'het krediet van € 225.000' where the decisions ask for a credit of another amount."""
    own = report.content.rapportage.periode
    body = report.content.rapportage.organisatie.value.overheid
    papers = [parted(paper) for paper in report.papers.values()]
    memo = next((decided for decided, _ in papers if decided), [])
    for decided, others in papers:
        for said, place, meant in contradictions(
            decided or memo, others, own, elsewhere=not decided, body=body
        ):
            yield Finding(
                f"{said}, en in de besluitpunten staat {meant}",
                place,
                "maak de bedragen gelijk; is dit een ander bedrag, zeg dan erbij waarvan",
            )


def contradictions(
    decided: Sequence[Said],
    others: Sequence[Said],
    report: Periode | None = None,
    *,
    elsewhere: bool = False,
    body: Overheid = OURS,
) -> Iterator[tuple[str, Place, str]]:
    """What other texts say of an amount that is asked for, with its place and what the decisions say.

    In a paper `elsewhere`, which has no decisions, only what says that we ask for it can be that amount.
    """
    known = [one for words, _ in decided for one in asked_in(words)]
    known += [replace(one, noun=_ASKED_FOR) for one in known if one.is_by_name]
    money = {value for words, _ in decided for value in money_in(words)}
    if not money or len(money) > MOST:
        return
    known_sums = set(sums(money))
    every = ((one, place) for words, place in others for one in asked_in(words))
    told = list(islice(every, _MOST_TOLD))
    for one, place in told:
        meant = _meant(one, known)
        if meant is None or one.may_be(meant) or one.value in known_sums:
            continue
        if not one.is_told_of_as(meant, report) or (elsewhere and not _PROPOSED.search(one.sentence)):
            continue
        alike = [other for other, _ in told if other.noun == one.noun]
        values = {other.value for other in alike}
        if any(other.value == one.value and other.is_otherwise(meant, report) for other in alike):
            continue
        if len(values) > 1 and (len(values) > MOST or meant.value in set(sums(values - {meant.value}))):
            continue
        if is_of_another(one.sentence, body, (words for words, _ in others)):
            continue
        yield f"bij '{one.noun}' staat hier {one.words}", place, meant.words


def without(report: Periode | None, sentence: str) -> str:
    """The sentence without the words that name the period of the report."""
    for start, end, named in reversed(placed_periods(sentence)):
        if report is not None and named.dated and named.may_be(report):
            sentence = f"{sentence[:start]}{sentence[end:]}"
    return sentence


def parted(paper: Paper) -> tuple[list[Said], list[Said]]:
    """The texts of the decisions, and all others; kept, since some rules ask for them."""
    if parted not in paper.kept:
        paper.kept[parted] = _parted(paper)
    decided, others = paper.kept[parted]
    return decided, others


def _parted(paper: Paper) -> tuple[list[Said], list[Said]]:
    decided: set[str] = set()
    passed: set[str] = set()
    of_section: set[str] | None = None
    for block in walk(paper.document.blocks):
        if isinstance(block, Heading):
            title = plain(block.content).strip().casefold()
            of_section = decided if title in DECISIONS else passed if _NOT_CHOSEN.search(title) else None
        elif of_section is not None:
            of_section |= {plain(one) for one in inlines_of(block)}
    every = [one for one in dict.fromkeys(texts(paper)) if one[0] not in passed]
    return [one for one in every if one[0] in decided], [one for one in every if one[0] not in decided]


def asked_in(text: str) -> Iterator[Asked]:
    """The amounts that a text names with what each is of."""
    if not ANY_MONEY.search(text):
        return
    for sentence in BETWEEN_SENTENCES.split(text):
        front = _FRONT.match(sentence)
        for form in (_NAMED, _COUNTED, _MOVED, _MOVED_BEFORE, _RAISED, _WE_ASK):
            for found in form.finditer(sentence):
                if form is _RAISED and not _RAISES.search(sentence):
                    continue
                if (value := amount(found["amount"])) is not None:
                    behind = _BEHIND.match(sentence, found.end())
                    object_ = found["object"] or (front["object"] if front else "")
                    about = f"{object_} {behind[0] if behind else ''}".casefold()
                    words = frozenset(one for one in _WORD.findall(about) if one not in _EMPTY)
                    written = value.digit / 2 if value.digit != 1 else Decimal()
                    slack = abs(value.value) * _ROUGHLY if found["room"] else written
                    yield Asked(
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
    if found.re is _WE_ASK:
        return _ASKED_FOR
    if found.re is _RAISED:
        raises = _RAISES.search(found.string)
        return f"{noun} {'verlagen' if raises and raises['way'] == 'verlag' else 'verhogen'}"
    if found.re not in (_MOVED, _MOVED_BEFORE):
        return noun
    near = found.string[max(0, found.start() - _NEAR) : found.end() + _NEAR]
    taken = noun.startswith("ten laste") or _TAKEN.search(near)
    way, _, rest = noun.partition(" de ")
    return f"{'uit' if taken else way} de {rest}{(found['named'] or '').casefold()}"


def money_in(text: str) -> Iterator[Decimal]:
    """The amounts of money that a text names."""
    for found in ANY_MONEY.finditer(text):
        if (value := amount(found[0])) is not None:
            yield value.value


def sums(values: set[Decimal]) -> Iterator[Decimal]:
    """These amounts, and what some of them make together."""
    some = chain.from_iterable(combinations(sorted(values), count) for count in range(1, len(values) + 1))
    return (sum(chosen, Decimal()) for chosen in some)


def _meant(one: Asked, known: Sequence[Asked]) -> Asked | None:
    """The amount of the decisions that this must be; None where they have none, or several, of its kind."""
    alike = [other for other in known if other.noun == one.noun]
    alike = alike or [other for other in known if other.noun.endswith(one.noun) and " " not in one.noun]
    shared = [other for other in alike if _share_words(one.object, other.object)]
    alike = shared if len({other.value for other in alike}) > 1 else alike
    if len({other.value for other in alike}) != 1:
        return None
    meant, is_shared = alike[0], bool(shared)
    if one.noun == _ASKED_FOR:
        return meant if max(one.value, meant.value) <= _AT_MOST * min(one.value, meant.value) else None
    if one.object and meant.object and not is_shared:
        return None
    if _IS_SHARED.fullmatch(one.noun) and not (_ASKED.search(one.lead) or is_shared or _is_slip(one, meant)):
        return None
    return None if _MORE_OF_IT.search(meant.lead) and not _MORE_OF_IT.search(one.lead) else meant


def _is_slip(one: Asked, other: Asked) -> bool:
    """Whether one amount is the other with two digits turned, or another digit in one place."""
    some, others = (str(each.value.normalize()) for each in (one, other))
    apart = [(a, b) for a, b in zip(some, others, strict=False) if a != b]
    turned = len(apart) == 2 and apart[0] == apart[1][::-1]
    return len(some) == len(others) and (turned or len(apart) == 1)


def _share_words(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether both tell of one thing: 'sporthal' and 'sporthallen' are."""
    return bool({one[:_FIRST_LETTERS] for one in some} & {one[:_FIRST_LETTERS] for one in others})
