"""Find sentences that name all parts of a whole, which they are not together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations

from rapportage.checks.numbers.listed_parts import told_of_a_list, told_of_two
from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.texts import each_text, most_numbers
from rapportage.dutch import BETWEEN_SENTENCES, amount_text, number_text
from rapportage.errors import Finding, Place

_COUNT = (
    r"(?:€[ \u00a0])?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"
    r"(?:%|[ \u00a0](?:miljoen|miljard))?(?![\w.,]*\w)(?!/)"
)
_NUMBER = re.compile(rf"(?<![\w.,/:'’-]){_COUNT}")
_WHOLE = re.compile(rf"\bvan (?:de |deze |alle |die |onze )?(?P<whole>{_COUNT})", re.I)
_REST = re.compile(
    rf"\b(?:overige|andere|resterende)\s(?P<rest>{_COUNT})|\b(?:de|het)\s(?:rest|overschot)\s\((?P<in>{_COUNT})\)",
    re.I,
)
_BEHIND = r"\s+(?:in\s+totaal|samen|bij\s+elkaar|tezamen)(?=\s*(?:[.,;)](?![0-9])|\Z))"
_OTHERS = re.compile(r"\b(?:overige|andere|resterende)\b", re.I)
_ALL = r"opgeteld|tezamen|gezamenlijk|(?:alles\s)?bij\selkaar|in\stotaal"
_SUM = rf"(?:(?:dus|goed\svoor)\s)?(?P<sum>{_COUNT})(?P<noun>\s(?!en\b)[^\W\d_][\w-]*)?"
_TOGETHER = re.compile(
    rf"(?:\bsamen|(?<=[,;:(–] )(?:en\s)?(?:{_ALL}))\s{_SUM}|[:,;]\s(?P<last>{_COUNT}){_BEHIND}", re.I
)
"""What says behind numbers that they are all; words for all that are more about another one need a comma."""
_ANY_TOGETHER = re.compile(r"samen|opgeteld|gezamenlijk|elkaar|totaal", re.I)
_TOTAL = re.compile(
    rf"\b(?:samen|{_ALL})\s{_SUM}\s\((?P<parts>[0-9€][^()]{{0,100}}\sen\s[^()]{{1,60}})\)", re.I
)
"""The same before its parts: 'opgeteld 40 (12 en 18)'."""
_SINCE = re.compile(
    r"\b(?:sinds|vanaf|tot\s+(?:nu|dusver|en\s+met)|inmiddels|vorige?|eerder\w*|nog\s+eens)\b", re.I
)
"""What brings in more than the parts that stand there."""
_MOST = 5
"""Of more numbers in a sentence it is not clear which are the parts."""
_OTHERWISE = re.compile(
    r"\b(?:ruim|bijna|circa|ca|ongeveer|zo['’]n|gemiddeld|rond|krap|waarvan|keer|maal|dubbel\w*)\b|[0-9]\s?[x×]",
    re.I,
)
_MONTHS = re.compile(
    r"\s(?:jan|feb|maart|apr|mei|juni|juli|aug|sep|okt|nov|dec|uur\b|jaar\b|maanden\b|weken\b|dagen\b)", re.I
)


@each_text
def miscounted(words: str, place: Place) -> Iterator[Finding]:
    """Each 'van de 40 woningen zijn er 12 koop en de overige 25 huur', and '12 en 25, samen 40'."""
    if told := told_of_two(words):
        yield Finding(told, place, "reken het na")
    if _NUMBER.search(words) or _OTHERS.search(words):
        for sentence in BETWEEN_SENTENCES.split(words):
            if told := _told(sentence) or told_of_a_list(sentence):
                yield Finding(told, place, "reken het na")


def _told(sentence: str) -> str | None:
    """What is wrong with the parts in a sentence."""
    if not most_numbers(sentence) or _OTHERWISE.search(sentence):
        return None
    whole = _WHOLE.search(sentence)
    rest = _REST.search(sentence, whole.end()) if whole else None
    if whole and rest:
        between = _numbers(sentence, whole.end(), rest.start())
        left = rest["rest"] or rest["in"]
        total = whole["whole"] if not left.endswith("%") else "100%"
        if _is_all(between, left, total) or not _of_one_kind((*between, left, total)):
            return None
        shown = f"{', '.join(between)} en {left}"
        return f"van {total} zijn hier {shown} de delen, en die zijn samen {_sum((*between, left))}"
    return _not_together(sentence)


def _not_together(sentence: str) -> str | None:
    """What is wrong with numbers that are said to be so many together."""
    if not _ANY_TOGETHER.search(sentence):
        return None
    total = _TOTAL.search(sentence)
    together = total or _TOGETHER.search(sentence)
    if together is None or (not total and _SINCE.search(sentence)):
        return None
    span = total.span("parts") if total else (0, together.start())
    parts = _of_one_power(_numbers(sentence, *span))
    whole = str(together["sum"] or together["last"])
    if len(parts) < 2 or not _of_one_kind((*parts, whole)) or _is_some(parts, whole):
        return None
    noun = together["noun"] or ""
    if not total and not _is_of_these(noun, sentence[: together.start()]):
        return None
    said = " ".join(together[0].strip(":,; ").partition(whole)[0].split()).lower()
    said = f"{said} {whole}" if said else " ".join(together[0].strip(":,; ").split())
    return f"'{said}' klopt niet: {' en '.join(parts)} zijn samen {_sum(parts)}"


def _numbers(sentence: str, start: int, end: int) -> list[str]:
    found = [one for one in _NUMBER.finditer(sentence, start, end) if not _MONTHS.match(sentence, one.end())]
    return [one[0] for one in found if not re.fullmatch(r"(?:19|20)[0-9]{2}", one[0])]


def _of_one_power(numbers: list[str]) -> list[str]:
    """The same, with the power of the last behind small ones: 'van 1,2 en 0,8 miljoen' both are millions."""
    power = _POWER.search(numbers[-1]) if numbers else None
    if power is None:
        return numbers
    small = (re.fullmatch(r"(?:€[ \u00a0])?[0-9]{1,3}(?:,[0-9]+)?", one) for one in numbers)
    return [f"{one}{power[0]}" if is_small else one for one, is_small in zip(numbers, small, strict=True)]


_POWER = re.compile(r"[ \u00a0](?:miljoen|miljard)\Z")


def _of_one_kind(numbers: Sequence[str]) -> bool:
    """Whether these are all counts, all amounts or all shares, and not too many to know the parts."""
    kinds = {("%" if one.endswith("%") else one[:1] if one.startswith("€") else "") for one in numbers}
    return len(kinds) == 1 and 3 <= len(numbers) <= _MOST


def _is_all(others: Sequence[str], one: str, total: str) -> bool:
    """Whether this part makes the total with some of the others: those besides may be of something else."""
    return _is_some(others, total, (one,))


def _is_some(parts: Sequence[str], total: str, always: Sequence[str] = ()) -> bool:
    """Whether some of these parts, and what is `always` one of them, are the total; so if it is not known."""
    numbers = [number for number in map(number_of, parts[:_MOST]) if number is not None]
    first, wanted = [number_of(one) for one in always], number_of(total)
    if wanted is None or None in first or not numbers:
        return True
    least = 1 if always else 2
    some = chain.from_iterable(combinations(numbers, count) for count in range(least, len(numbers) + 1))
    known = sum((one for one in first if one is not None), Decimal())
    return any(abs(known + sum(chosen, Decimal()) - wanted) <= _slack((*parts, total)) for chosen in some)


def _slack(numbers: Sequence[str]) -> Decimal:
    """How far a sum may be off since its parts are rounded: by one in the last digit."""
    if numbers[0].endswith("%"):
        return Decimal(1)
    exponents = [int(number.as_tuple().exponent) for one in numbers if (number := number_of(one)) is not None]
    return Decimal(1).scaleb(min(exponents)) if any(exponents) and max(exponents) <= 0 else Decimal()


def _sum(numbers: Sequence[str]) -> str:
    total = sum((number for one in numbers if (number := number_of(one)) is not None), Decimal())
    if numbers[0].startswith("€"):
        return amount_text(total, 0 if total == total.to_integral_value() else 2)
    words = number_text(total, max(0, -int(total.as_tuple().exponent)))
    return f"{words}%" if numbers[0].endswith("%") else words


def _is_of_these(noun: str, before: str) -> bool:
    """Whether what is counted together is what was counted before: 'koopwoningen … samen 40 woningen'."""
    bare = noun.strip().lower()
    return (
        not bare
        or _LIST.search(before) is not None
        or re.search(rf"{re.escape(bare)}\b", before.lower()) is not None
    )


_LIST = re.compile(
    r"(?:\A|[:(]|\b(?:zijn|waren|is|was|werden|kwamen|om|van|met|voor|uit|tell?t?en|telt|meet|meten|besla+n?t?|had|hadden"
    rf"|heeft|hebben))\s*{_COUNT}(?:,\s{_COUNT}){{0,3}}\sen\s{_COUNT}\s?[,;:(–]?\s?\Z",
    re.I,
)
"""Numbers that say what they count only behind the last: 'om 1,5 en 2,3, samen 3,8 hectare'."""
