"""Find sentences that name all parts of a whole, which they are not together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations

from rapportage.checks.directions import number_of
from rapportage.checks.subjects import Paper
from rapportage.checks.texts import texts
from rapportage.dutch import number_text
from rapportage.errors import Finding

_COUNT = (
    r"(?:€[ \u00a0])?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"
    r"(?:%|[ \u00a0](?:miljoen|miljard))?(?![\w.,]*\w)(?!/)"
)
_NUMBER = re.compile(rf"(?<![\w.,/:'’-]){_COUNT}")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[^a-z])")
_WHOLE = re.compile(rf"\bvan (?:de |deze |alle |die |onze )?(?P<whole>{_COUNT})", re.I)
_REST = re.compile(
    rf"\b(?:overige|andere|resterende)\s(?P<rest>{_COUNT})|\b(?:de|het)\s(?:rest|overschot)\s\((?P<in>{_COUNT})\)",
    re.I,
)
_TOGETHER = re.compile(rf"\bsamen\s(?:dus\s)?(?P<sum>{_COUNT})(?P<noun>\s[^\W\d_][\w-]*)?", re.I)
_MOST = 5
"""Of more numbers in a sentence it is not clear which are the parts."""
_OTHERWISE = re.compile(
    r"\b(?:ruim|bijna|circa|ca|ongeveer|zo['’]n|gemiddeld|rond|krap|waarvan|keer|maal|dubbel\w*)\b|[0-9]\s?[x×]",
    re.I,
)
_MONTHS = re.compile(
    r"\s(?:jan|feb|maart|apr|mei|juni|juli|aug|sep|okt|nov|dec|uur\b|jaar\b|maanden\b|weken\b|dagen\b)", re.I
)


def miscounted(paper: Paper) -> Iterator[Finding]:
    """Each 'van de 40 woningen zijn er 12 koop en de overige 25 huur', and '12 en 25, samen 40'."""
    for words, place in texts(paper):
        if "samen" not in words and not _REST.search(words):
            continue
        for sentence in _SENTENCE.split(words):
            if told := _told(sentence):
                yield Finding(told, place, "reken het na")


def _told(sentence: str) -> str | None:
    """What is wrong with the parts in a sentence."""
    if _OTHERWISE.search(sentence):
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
    together = _TOGETHER.search(sentence)
    before = _numbers(sentence, 0, together.start()) if together else []
    if together is None or len(before) < 2 or not _of_one_kind((*before, together["sum"])):
        return None
    total, noun = together["sum"], together["noun"] or ""
    if not _is_of_these(noun, sentence[: together.start()]) or _is_all(before[1:], before[0], total):
        return None
    return f"'samen {total}' klopt niet: {' en '.join(before)} zijn samen {_sum(before)}"


def _numbers(sentence: str, start: int, end: int) -> list[str]:
    found = [one for one in _NUMBER.finditer(sentence, start, end) if not _MONTHS.match(sentence, one.end())]
    return [one[0] for one in found if not re.fullmatch(r"(?:19|20)[0-9]{2}", one[0])]


def _of_one_kind(numbers: Sequence[str]) -> bool:
    """Whether these are all counts, all amounts or all shares, and not too many to know the parts."""
    kinds = {("%" if one.endswith("%") else one[:1] if one.startswith("€") else "") for one in numbers}
    return len(kinds) == 1 and 3 <= len(numbers) <= _MOST


def _is_all(others: Sequence[str], one: str, total: str) -> bool:
    """Whether this part makes the total with some of the others: those besides may be of something else."""
    parts = [number for number in map(number_of, others[:_MOST]) if number is not None]
    first, wanted = number_of(one), number_of(total)
    if first is None or wanted is None or not parts:
        return True
    some = chain.from_iterable(combinations(parts, count) for count in range(1, len(parts) + 1))
    slack = Decimal(1) if total.endswith("%") else Decimal()
    return any(abs(first + sum(chosen, Decimal()) - wanted) <= slack for chosen in some)


def _sum(numbers: Sequence[str]) -> str:
    total = sum((number for one in numbers if (number := number_of(one)) is not None), Decimal())
    words = number_text(total, max(0, -int(total.as_tuple().exponent)))
    return f"{words}%" if numbers[0].endswith("%") else words


def _is_of_these(noun: str, before: str) -> bool:
    """Whether what is counted together is what was counted before: 'koopwoningen … samen 40 woningen'."""
    bare = noun.strip().lower()
    return not bare or re.search(rf"{re.escape(bare)}\b", before.lower()) is not None
