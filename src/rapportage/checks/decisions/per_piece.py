"""Find amounts per piece, and deficits, that do not follow from the amounts beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from rapportage.checks.decisions.decided_amounts import ANY_MONEY, MONEY
from rapportage.checks.reading.amounts import Amount, amount
from rapportage.checks.reading.directions import number_of
from rapportage.checks.subjects import Paper
from rapportage.document import Block, Landscape, Paragraph, Table, grid
from rapportage.dutch import BETWEEN_SENTENCES, amount_text
from rapportage.errors import Finding
from rapportage.inlines import place_of, plain

_TIME = r"(?:jaar|maand|week|dag|uur|kwartaal|keer|periode|stuk)\b"
_THAT_IS = (
    r"(?:dus|gemiddeld|oftewel|ofwel|omgerekend|dat\sis|dat\swas|dat\skomt\sneer\sop|neerkomt\sop"
    r"|dat\sbetekent)"
)
_EACH = re.compile(
    rf"(?:\b{_THAT_IS}\s(?:dus\s|gemiddeld\s)?|:\s)(?P<money>{MONEY})\sper\s(?!{_TIME})(?P<piece>[^\W\d_]{{4,}})\b"
    r"(?!\sper\b|-)",
    re.I,
)
"""'Dus € 300 per woning'."""
_EACH_BEFORE = re.compile(
    rf"\bper\s(?!{_TIME})(?P<piece>[^\W\d_]{{4,}})\s(?:is|was|komt)\s(?:dat|dit)\s(?:neer\sop\s|gemiddeld\s)?(?P<money>{MONEY})",
    re.I,
)
"""'Per inwoner is dat € 43,18'."""
_COUNT = re.compile(
    r"(?<![\w.,/€-])(?<!€[ \u00a0])(?P<count>[0-9]{1,3}(?:\.[0-9]{3})*)\s(?P<words>(?:[\w-]+\s)?[\w-]+)"
)
_DOES_FOLLOW = re.compile(r"\A(?:dat|dit|gemiddeld|omgerekend|per)\b", re.I)
_ROUGH = re.compile(r"\b(?:ruim|bijna|circa|ca\.|ongeveer|zo['’]n|rond|afgerond|krap)\b", re.I)
_OTHERWISE = re.compile(
    r"\b(?:maximaal|minimaal|hoogstens|minstens|exclusief|inclusief|excl|incl|btw|waarvan|daarvan|elk|ieder|norm|tarief|extra"
    r"|eigen|bovenop|naast)\b",
    re.I,
)
"""What makes an amount per piece another one than the part of the whole that stands beside it."""
_ROUGHLY, _NEAR = Decimal("0.1"), Decimal("0.1")
_HALF_CENT = Decimal("0.005")


def _of(nouns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{nouns})\b[^€.;]{{0,40}}?(?P<money>{MONEY})", re.I)


_LEFT = re.compile(rf"\b(?P<noun>tekort|overschot)\b[^€.;]{{0,40}}?(?P<money>{MONEY})", re.I)
_OUT = _of(r"kosten|lasten|uitgaven")
_IN = _of(r"opbrengsten|baten|inkomsten|ontvangsten")


def miscounted(paper: Paper) -> Iterator[Finding]:
    """Each '€ 9.600 voor 32 woningen, dus € 350 per woning', and each deficit that costs and income deny."""
    for block, above in _paragraphs(paper.document.blocks):
        sentences = BETWEEN_SENTENCES.split(plain(block.content))
        for at, sentence in enumerate(sentences):
            before = sentences[at - 1] if at else ""
            told = _other_part(sentence, before, above if not at else ()) or _other_rest(sentence)
            if told:
                yield Finding(told, place_of(block.content), "reken het na")


def _paragraphs(blocks: Sequence[Block]) -> Iterator[tuple[Paragraph, Sequence[Amount]]]:
    """The paragraphs with the amounts of a table right above."""
    for above, block in pairwise((None, *blocks)):
        if isinstance(block, Landscape):
            yield from _paragraphs(block.blocks)
        elif isinstance(block, Paragraph):
            cells = grid(above) if isinstance(above, Table) else ()
            words = (plain(slot.cell.content) for row in cells for slot in row)
            found = (amount(one) for one in words if "€" in one)
            yield block, [one for one in found if one and not one.empty]


def _other_part(sentence: str, before: str, above: Sequence[Amount]) -> str:
    """What is wrong with an amount per piece, where one whole and one count are what it was made of."""
    each = _EACH.search(sentence) or _EACH_BEFORE.search(sentence)
    if each is None or _OTHERWISE.search(sentence):
        return ""
    own = [one for one in ANY_MONEY.finditer(sentence) if one.start() != each.start("money")]
    goes_on = not own and _DOES_FOLLOW.match(sentence) is not None
    words = f"{before} {sentence}" if goes_on else sentence
    texts = [one[0] for one in own] or ([one[0] for one in ANY_MONEY.finditer(before)] if goes_on else [])
    wholes = [one for text in texts if (one := amount(text))] or (list(above) if goes_on else [])
    counts = {
        number
        for one in _COUNT.finditer(words)
        if each["piece"][:-1].casefold() in one["words"].casefold() and (number := number_of(one["count"]))
    }
    part = amount(each["money"])
    if part is None or len(counts) != 1 or not wholes or _OTHERWISE.search(words):
        return ""
    count = counts.pop()
    if any(_is_part(part, whole, count, rough=_ROUGH.search(words) is not None) for whole in wholes):
        return ""
    whole = min(wholes, key=lambda one: abs(one.value - part.value * count))
    is_one = len(wholes) == 1 and bool(own or before)
    if whole.value <= part.value or (
        not (is_one and each.re is _EACH) and abs(whole.value - part.value * count) > whole.value * _NEAR
    ):
        return ""
    made = f"{_euros(whole.value)} gedeeld door {_text(count)} is {_euros(whole.value / count)}"
    return f"hier staat {each['money']} per {each['piece']}, en {made}"


def _is_part(part: Amount, whole: Amount, count: Decimal, *, rough: bool) -> bool:
    slack = max(part.digit / 2, _HALF_CENT) * count + (whole.digit / 2 if whole.digit != 1 else 0)
    if rough:
        slack = max(slack, whole.value * _ROUGHLY)
    return abs(whole.value - part.value * count) <= slack


def _other_rest(sentence: str) -> str:
    """What is wrong with a deficit or a surplus beside what came in and went out."""
    found = [form.search(sentence) for form in (_LEFT, _OUT, _IN)]
    said, out, in_ = found
    if said is None or out is None or in_ is None or len(ANY_MONEY.findall(sentence)) != len(found):
        return ""
    rest, costs, income = (amount(one["money"]) for one in (said, out, in_))
    if rest is None or costs is None or income is None or _OTHERWISE.search(sentence):
        return ""
    if len({one.start("money") for one in (said, out, in_)}) < len(found):
        return ""
    left = income.value - costs.value
    digits = [one.digit for one in (rest, costs, income) if one.digit != 1]
    slack = max(digits, default=Decimal())
    if _ROUGH.search(sentence):
        slack = max(slack, abs(left) * _ROUGHLY)
    is_right_way = (left < 0) == (said["noun"].lower() == "tekort") or left == 0
    if abs(abs(left) - rest.value) <= slack and is_right_way:
        return ""
    made = f"een {'tekort' if left < 0 else 'overschot'} van {_euros(abs(left))}"
    ends = f"{out['money']} uit en {in_['money']} in"
    return f"hier staat een {said['noun'].lower()} van {said['money']}, en {ends} is {made}"


def _euros(value: Decimal) -> str:
    whole = value == value.to_integral_value()
    return amount_text(value if whole else round(value, 2), 0 if whole else 2)


def _text(count: Decimal) -> str:
    return f"{int(count):,}".replace(",", ".")
