"""Find amounts and shares that a paragraph works out from the amounts before them, and that do not follow.

'Daarvan', 'resteert', 'dus een tekort', 'een verslechtering' and 'de ratio' each say what was done with the
one or two amounts that stand before, in that sentence and the one ahead of it. Where there are more, or
their words do not say which is which, it may be right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapportage.checks.decisions.decided_amounts import ANY_MONEY, MONEY
from rapportage.checks.decisions.worked_additions import otherwise_added
from rapportage.checks.decisions.worked_averages import other_average
from rapportage.checks.decisions.worked_balances import other_left
from rapportage.checks.decisions.worked_counts import miscounted_in
from rapportage.checks.decisions.worked_parts import (
    HUNDRED,
    OTHERWISE,
    SHARE,
    of_whole,
    other_parts,
    other_share,
    other_yearly,
    room_of_ratio,
)
from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.texts import each_text, most_numbers, running_texts
from rapportage.checks.subjects import Paper
from rapportage.dutch import BETWEEN_SENTENCES, amount_text, number_text
from rapportage.errors import Finding, Place

_CLAUSE = re.compile(r"[,;:.](?=\s)|\s(?:en|maar|terwijl|bij)\s")


@dataclass(frozen=True, slots=True)
class _Said:
    """An amount as it is written, with the clause around it."""

    words: str
    value: Decimal
    clause: str

    def has(self, form: re.Pattern[str]) -> bool:
        """Whether the words around it say this of it."""
        return form.search(self.clause) is not None


def miscounted(paper: Paper) -> Iterator[Finding]:
    """Each number that a paragraph works out, and that does not follow from what it is made of."""
    yield from _in_text(paper)
    yield from otherwise_added(tuple(running_texts(paper)))


@each_text
def _in_text(words: str, place: Place) -> Iterator[Finding]:
    """Each 'resteert', 'daarvan', 'dus', 'dat is een verslechtering' and 'ratio' that does not follow."""
    sentences = BETWEEN_SENTENCES.split(words) if most_numbers(words) > 1 else []
    averages = (other_average(sentences[: at + 1]) for at in range(len(sentences)))
    if of_counts := miscounted_in(sentences) or next(filter(None, averages), ""):
        yield Finding(of_counts, place, "reken het na")
    if "€" not in words:
        return
    for at, sentence in enumerate(sentences):
        before = sentences[at - 1] if at else ""
        told = next(filter(None, (rule(before, sentence) for rule in _RULES)), None)
        behind = sentences[at + 1] if at + 1 < len(sentences) else ""
        told = told or other_parts(sentence, behind) or other_left(sentences[: at + 1])
        told = told or _other_ratio(" ".join(sentences[max(0, at - 2) : at]), sentence)
        if told:
            yield Finding(told, place, "reken het na")


def _amounts(text: str) -> list[_Said]:
    """The amounts of a text, each with its clause."""
    edges = [0, *(one.end() for one in _CLAUSE.finditer(text)), len(text)]
    every = list(ANY_MONEY.finditer(text))
    found = []
    for at, one in enumerate(every):
        start = max(edge for edge in (*edges, *(other.end() for other in every[:at])) if edge <= one.start())
        end = min(edge for edge in edges if edge >= one.end())
        if at + 1 < len(every) and every[at + 1].start() < end:  # what stands between is of the next one
            end = one.end()
        if (value := number_of(one[0].replace(" euro", ""))) is not None:
            found.append(_Said(one[0], value, text[start:end]))
    return found


def _follows(said: Decimal, wanted: Decimal, made_of: Sequence[Decimal]) -> bool:
    """Whether an amount is this one, as far as all are rounded."""
    digits = [Decimal(1).scaleb(_zeros(one)) for one in (said, *made_of)]
    rounded = [digit for digit in digits if digit > HUNDRED]
    return abs(abs(said) - abs(wanted)) <= (max(rounded) / 2 * len(digits) if len(rounded) == 1 else 0)


def _zeros(value: Decimal) -> int:
    """Where the last digit stands of an amount in millions; others are exact."""
    exponent = int(value.as_tuple().exponent)
    return exponent if exponent > 0 else 0


# --- what is left, and what is short ---------------------------------------------------------

_RESTS = re.compile(
    rf"\b(?:resteer(?:t|de|den)|resteren|blijft|blijven|bleef|bleven)\b(?:[^.;:]|\.(?=[0-9])){{0,120}}?(?P<said>{MONEY})"
    r"(?=(?:\s(?:over|beschikbaar|in\skas))?\s*(?:[.,;](?![0-9])|\Z))",
    re.I,
)
_TOOK = re.compile(
    r"\b(?:onttrek\w*|besteed|uitgegeven|uitgaven|uitbetaald|betaald|afboeking|aanwending|verplicht|vrijval)\b",
    re.I,
)
_SHORT = re.compile(
    rf"\b(?:(?:dus|daarmee|daardoor|dat\sis|dat\sgeeft|dat\sbetekent)\s(?:er\s)?(?P<said>{MONEY})\ste\s(?:weinig|kort|veel)"
    rf"|(?:dus|daarmee|daardoor|dat\sis|dat\sgeeft|dat\sbetekent|er\sis)\s(?:er\s)?(?:dus\s)?een\s(?:tekort|overschot)\svan\s"
    rf"(?P<other>{MONEY}))(?=\s*(?:[.,;](?![0-9])|\Z))",
    re.I,
)
_MEANS = re.compile(
    r"\b(?:krediet|budget|beschikbaar|dekking|baten|opbrengst\w*|inkomsten|begroot|begroting|raming|geraamd)\b",
    re.I,
)


def _other_rest(before: str, sentence: str) -> str | None:
    """'De reserve is € 11 miljoen. Na de onttrekking van € 1 miljoen resteert € 12 miljoen'."""
    return _of_two(_RESTS, _TOOK, before, sentence)


def _other_shortage(before: str, sentence: str) -> str | None:
    """'De inschrijving was € 3,8 miljoen en het krediet is € 3,2 miljoen. Er is dus € 1 te weinig'."""
    return _of_two(_SHORT, _MEANS, before, sentence)


def _of_two(claim: re.Pattern[str], role: re.Pattern[str], before: str, sentence: str) -> str | None:
    """What is wrong with the difference of two amounts, of which the words say of one what it is."""
    found = claim.search(sentence)
    if found is None:
        return None
    name = "said" if found["said"] else "other"
    lead = sentence[: found.start(name)]
    inner = _amounts(lead)
    ours = inner if len(inner) == 2 else [*_amounts(before), *inner]
    text = lead if len(inner) == 2 else f"{before} {lead}"
    said = number_of(found[name])
    if said is None or len(ours) != 2 or OTHERWISE.search(text) or OTHERWISE.search(found[0]):
        return None
    if sum(one.has(role) for one in ours) != 1:
        return None
    between = abs(ours[0].value - ours[1].value)
    if _follows(said, between, [one.value for one in ours]):
        return None
    return _told(found[name], ours, between)


def _told(said: str, ours: Sequence[_Said], wanted: Decimal) -> str:
    ends = " en ".join(one.words for one in ours)
    return f"'{said}' volgt niet uit {ends}: dat is {amount_text(wanted, 0 if wanted == int(wanted) else 2)}"


# --- better and worse ------------------------------------------------------------------------

_WORSE = re.compile(
    rf"\b(?:dat\sis\seen\s(?P<noun>verslechtering|verbetering)\svan|(?P<verb>verslechter(?:t|de)|verbeter(?:t|de))"
    rf"\s(?:daardoor|daarmee|dus)\smet)\s(?P<said>{MONEY})(?=\s*(?:[.,;](?![0-9])|\Z))",
    re.I,
)
_BAD = re.compile(r"\b(?:nadelig\w*|negatie\w+|tekort|verlies|nadeel)\b", re.I)
_GOOD = re.compile(r"\b(?:voordelig\w*|positie\w+|overschot|winst|voordeel)\b", re.I)
_COSTS, _INCOME = (
    re.compile(r"\b(?:lasten|kosten|uitgaven)\b", re.I),
    re.compile(r"\b(?:baten|inkomsten)\b", re.I),
)
_HIGHER, _LOWER = re.compile(r"\b(?:hoger|meer)\b", re.I), re.compile(r"\b(?:lager|minder)\b", re.I)


def _other_change(before: str, sentence: str) -> str | None:
    """'Een nadelig resultaat van € 3, na een voordelig van € 2. Dat is een verslechtering van € 1'."""
    found = _WORSE.search(sentence)
    ours = _amounts(before) if found else []
    said = number_of(found["said"]) if found else None
    if found is None or said is None or len(ours) != 2 or _amounts(sentence[: found.start("said")]):
        return None
    if OTHERWISE.search(f"{before} {sentence[: found.start()]}"):
        return None
    change = _between_results(ours) if found["noun"] else _of_costs_and_income(ours, before)
    if change is None or _follows(said, change, [one.value for one in ours]):
        return None
    return _told(found["said"], ours, abs(change))


def _between_results(ours: Sequence[_Said]) -> Decimal | None:
    signs = [one.has(_GOOD) - one.has(_BAD) for one in ours]
    return ours[0].value * signs[0] - ours[1].value * signs[1] if all(signs) else None


def _of_costs_and_income(ours: Sequence[_Said], text: str) -> Decimal | None:
    """What higher costs and higher income are together; 'lager' may be said of either, and leaves it open."""
    if _LOWER.search(text) or not _HIGHER.search(text):
        return None
    kinds = [one.has(_INCOME) - one.has(_COSTS) for one in ours]
    return ours[0].value * kinds[0] + ours[1].value * kinds[1] if sorted(kinds) == [-1, 1] else None


# --- parts, shares and ratios ----------------------------------------------------------------

_OF_IT = re.compile(
    rf"\b(?:daarvan|hiervan)\b[^.;:€]{{0,40}}(?P<part>{MONEY})(?!\s(?:per|meer|minder|hoger|lager|extra)\b)(?:[^.;:€0-9]{{0,40}}?(?:,\s(?:dat\sis\s|ofwel\s|oftewel\s)?|\()"
    rf"{SHARE}\)?(?=\s*(?:[.,;](?![0-9])|\Z)|\s[a-z]))?",
    re.I,
)
_OF_THAT = re.compile(
    rf"\Avan\s[^.;:€]{{0,60}}(?P<whole>{MONEY})[^.;:€0-9]{{0,40}}?\s(?:is|zijn|was|werd|ging)\s(?:er\s)?(?:nu\s|inmiddels\s|al\s)?"
    rf"(?P<part>{MONEY})[^.;:€0-9]{{0,40}},\s(?:dat\sis\s|ofwel\s|oftewel\s)?{SHARE}(?=\s*(?:[.;](?![0-9])|\Z))",
    re.I,
)


def _other_part(before: str, sentence: str) -> str | None:
    """'Wij verleenden € 2.915.000. Daarvan is € 2.186.000 uitbetaald, 57%'."""
    found = _OF_IT.search(sentence)
    wholes = [*_amounts(before), *_amounts(sentence[: found.start()])] if found else []
    if found is None or len(wholes) != 1 or OTHERWISE.search(found[0]):
        return None
    part = number_of(found["part"])
    return None if part is None else of_whole(found, part, wholes[0].words, wholes[0].value)


def _other_share(before: str, sentence: str) -> str | None:
    """'Van de kredieten van € 14,2 miljoen is € 6 miljoen besteed, dat is 24%'."""
    del before
    found = _OF_THAT.match(sentence)
    whole, part = (number_of(found[one]) if found else None for one in ("whole", "part"))
    if found is None or whole is None or part is None or OTHERWISE.search(found[0]):
        return None
    return of_whole(found, part, found["whole"], whole)


_RATIO = re.compile(
    r"\b(?:weerstands)?ratio\s(?:is|bedraagt|komt\s(?:daarmee\s)?op|was)\s(?:dus\s|daarmee\s)?(?P<said>[0-9],[0-9]{1,2})(?![0-9%])",
    re.I,
)
_NEEDED, _HELD = re.compile(r"\b(?:nodig|benodigd\w*)\b", re.I), re.compile(r"\bbeschikba\w+", re.I)


def _other_ratio(before: str, sentence: str) -> str | None:
    """'Er is € 7 miljoen nodig. Beschikbaar is € 11 miljoen. De ratio is 1,9'."""
    found = _RATIO.search(sentence)
    ours = [*_amounts(before), *_amounts(sentence[: found.start()])] if found else []
    if found is None or len(ours) != 2:
        return None
    needed, held = ([one for one in ours if one.has(form)] for form in (_NEEDED, _HELD))
    said = number_of(found["said"])
    if said is None or len(needed) != 1 or len(held) != 1 or needed == held or not needed[0].value:
        return None
    ratio = held[0].value / needed[0].value
    digit = Decimal(1).scaleb(int(said.as_tuple().exponent))
    if abs(ratio - said) <= digit / 2 + room_of_ratio(held[0].value, needed[0].value):
        return None
    decimals = -int(digit.as_tuple().exponent)
    made = f"{held[0].words} gedeeld door {needed[0].words} is {number_text(ratio, decimals)}"
    return f"hier staat een ratio van {found['said']}, en {made}"


_TOGETHER = re.compile(
    rf"\b(?:samen|per\ssaldo|in\stotaal)\b(?![^.;:€]*\b(?:afwijking|verschil)\b)[^.;:€]{{0,30}}?(?P<said>{MONEY})"
    r"(?=(?:\s(?:tekort|te\s(?:weinig|kort)|over))?\s*(?:[.,;](?![0-9])|\Z))",
    re.I,
)
_SHORT_OF = re.compile(r"\b(?:tekort|te\s(?:weinig|kort)|overschrijding|nadeel)\b", re.I)
_LEFT_OVER = re.compile(r"\b(?:over|overschot|voordeel)\b", re.I)


def _other_balance(before: str, sentence: str) -> str | None:
    """'Bij jeugd is het tekort € 7, bij de Wmo is er € 2 over, dus samen is het tekort € 9'."""
    found = _TOGETHER.search(sentence)
    lead = sentence[: found.start()] if found else ""
    ours = _amounts(lead) or (_amounts(before) if found else [])
    said = number_of(found["said"]) if found else None
    if found is None or said is None or len(ours) != 2 or OTHERWISE.search(lead):
        return None
    signs = [one.has(_LEFT_OVER) - one.has(_SHORT_OF) for one in ours]
    between = abs(ours[0].value - ours[1].value)
    if sorted(signs) != [-1, 1] or _follows(said, between, [one.value for one in ours]):
        return None
    return _told(found["said"], ours, between)


_Rule = Callable[[str, str], str | None]
_RULES: tuple[_Rule, ...] = (
    _other_rest,
    _other_shortage,
    _other_balance,
    _other_change,
    _other_part,
    _other_share,
    other_share,
    other_yearly,
)
