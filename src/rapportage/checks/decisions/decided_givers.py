"""Find what a memo says that a province or the Rijk gives, where its decisions count on another amount."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.checks.decisions.decided_amounts import ANY_MONEY, MONEY, OTHERWISE, Said, money_in, sums
from rapportage.checks.reading.amounts import amount
from rapportage.dutch import BETWEEN_SENTENCES, amount_text, number_text
from rapportage.errors import Place

_GIVER = r"(?P<giver>provincie|rijk|waterschap|europese\sunie)"
_GIFT = r"(?:subsidie|bijdrage|uitkering|vergoeding)"
_DECIDES = re.compile(
    rf"\b{_GIFT}\svan\s(?:de|het)\s{_GIVER}(?:\s[A-Z][\w-]+)?\s\((?P<amount>{MONEY})\)"
    rf"|\b{_GIFT}\svan\s(?P<behind>{MONEY})\svan\s(?:de|het)\s(?P<other>provincie|rijk|waterschap|europese\sunie)\b",
    re.I,
)
_GIVES = re.compile(
    rf"\b(?:draagt|draagt\s[^€]{{0,40}}|betaalt|betaalt\s[^€]{{0,40}}|geeft|verleent|legt)\s(?P<gives>{MONEY})(?:\s(?:bij|mee|subsidie|aan\ssubsidie))?"
    rf"|\b{_GIFT}\s(?:van\s)?(?P<of>{MONEY})|\b{_GIFT}\svan\s(?:de|het)\s[\w-]+(?:\s[A-Z][\w-]+)?\s\((?P<in>{MONEY})\)",
    re.I,
)
_ANY_GIVER = re.compile(rf"\b{_GIVER}\b", re.I)
_OF_ALL = re.compile(
    r"\s(?:mee|bij)?,?\s?(?:\(|dat\sis\s|ofwel\s|oftewel\s)(?P<share>[0-9]{1,3}(?:,[0-9]+)?)%\s?\)?\s?van\s(?:de\skosten|het\skrediet|dit\skrediet)",
    re.I,
)
_CALLED = {
    "provincie": "de provincie",
    "rijk": "het Rijk",
    "waterschap": "het waterschap",
    "europese unie": "de Europese Unie",
}
_BY_GIVER = re.compile(r"provinci\w+|rijk\w*|toegekend|toegezegd", re.I)
"""What makes an amount another one elsewhere, and is what a giver did here."""
_HUNDRED = 100


def otherwise_given(
    decided: Sequence[Said], others: Sequence[Said], asked: Sequence[Decimal]
) -> Iterator[tuple[str, Place]]:
    """What texts say that another one gives, and the decisions do not; `asked` is what its share is of."""
    known: dict[str, set[Decimal]] = {}
    for words, _ in decided:
        for found in _DECIDES.finditer(words):
            if value := amount(found["amount"] or found["behind"]):
                known.setdefault((found["giver"] or found["other"]).casefold(), set()).add(value.value)
    given = {giver: next(iter(values)) for giver, values in known.items() if len(values) == 1}
    money = {value for words, _ in decided for value in money_in(words)}
    for words, place in others if given else ():
        sentences = BETWEEN_SENTENCES.split(words) if ANY_MONEY.search(words) else ()
        for sentence in sentences:
            if told := _told(sentence, given, money, set(asked)):
                yield told, place


def _told(sentence: str, given: dict[str, Decimal], money: set[Decimal], asked: set[Decimal]) -> str:
    givers = {found["giver"].casefold() for found in _ANY_GIVER.finditer(sentence)}
    found = _GIVES.search(sentence)
    written = (found["gives"] or found["of"] or found["in"]) if found else ""
    value = amount(written) if written else None
    if found is None or value is None or len(givers) != 1 or len(ANY_MONEY.findall(sentence)) != 1:
        return ""
    giver = givers.pop()
    right = given.get(giver)
    bare = _BY_GIVER.sub("", sentence)
    if right is None or OTHERWISE.search(bare):
        return ""
    if value.value != right:
        if value.digit != 1 or value.value in set(sums(money)):
            return ""
        return f"hier staat {written} van {_CALLED[giver]}, en in de besluitpunten {amount_text(right, 0)}"
    share = _OF_ALL.match(sentence, found.end() if found["of"] else found.end("gives"))
    return _other_share(share["share"], right, asked) if share else ""


def _other_share(written: str, part: Decimal, asked: set[Decimal]) -> str:
    """What is wrong with 'dat is 39% van de kosten', where one amount is asked for."""
    if len(asked) != 1 or not (whole := next(iter(asked))):
        return ""
    said, right = Decimal(written.replace(",", ".")), part / whole * _HUNDRED
    digit = Decimal(1).scaleb(int(said.as_tuple().exponent))
    if abs(said - right) <= digit / 2:
        return ""
    shown = number_text(right, -int(digit.as_tuple().exponent))
    return f"'{written}%' klopt niet: {amount_text(part, 0)} is {shown}% van {amount_text(whole, 0)}"
