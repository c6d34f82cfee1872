"""Tell which promise, motion or announcement of the register a sentence names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from rapportage.bounds import MOST_TEXTS
from rapportage.content.register import Toezegging
from rapportage.dutch import MONTHS

KINDS = r"(?:motie|toezegging|aankondiging)"
_WORD = re.compile(r"[^\W\d_]{4,}")
_ABOUT = re.compile(
    rf"\b(?:de|deze)\s(?P<soort>{KINDS})\s(?:(?:over|om|voor|inzake|van|uit)\s(?:(?:de|het|een)\s)?)?"
    r"(?P<words>[^.,;:()]{4,80}?)(?=[.,;:()]|\s?\Z)",
    re.I,
)
"""'De motie over de verstedelijkingsstrategie'."""
_EMPTY = ("over", "voor", "deze", "onze", "raad", "gemeente", "vreemd", "agenda")
_LITTLE = frozenset((*_EMPTY, "naar", "door", "deze", "onder", "tussen", "zijn", "wordt"))
"""What of a title says nothing of what it is about."""
_MANY_WORDS = 3
_FEWEST_LETTERS, _FIRST_LETTERS, _FEWEST_WORDS = 5, 8, 2
_DIGITS = r"(?:[0-9]{1,4}(?:[-/.][0-9]{1,4}){0,2})(?![0-9\w])"
_NUMBER = re.compile(
    rf"\bmotie\s(?:nr\.?\s|nummer\s)?(?P<named>(?:[A-Z]{{1,2}}[-.]?)?{_DIGITS})(?!\s(?:{'|'.join(MONTHS)})\b)"
    rf"|(?<![\w-])(?P<bare>M[-.]?{_DIGITS})|(?<![\w-])(?P<promised>(?-i:T)-{_DIGITS})",
    re.I,
)
"""'Motie 2024-17', 'motie 21', '(M-21)', 'toezegging T-09'."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@lru_cache(maxsize=MOST_TEXTS)
def numbers_in(text: str) -> Mapping[str, str]:
    """The numbers that a text names, as it writes them, by the digits; those of promises with their T."""
    found = (match["named"] or match["bare"] or match["promised"] for match in _NUMBER.finditer(text))
    every = {number.lstrip("MmNnRr-. "): number for number in found}
    return {digits: number for digits, number in every.items() if not _YEAR.fullmatch(digits)}


def by_number(known: Sequence[Toezegging]) -> dict[str, Toezegging]:
    """The entries of the register by the number that they were recorded under, as `numbers_in` has it."""
    return {digits: one for one in known for digits in numbers_in(one.vindplaats)}


def named_in(sentence: str, known: Sequence[Toezegging]) -> list[Toezegging]:
    """The entries that a sentence names: by number, by id, by what was promised, or by what it is about."""
    numbered = by_number(known)
    found = [numbered[digits] for digits in numbers_in(sentence) if digits in numbered]
    return found or named_by_words(sentence, known)


def named_by_words(sentence: str, known: Sequence[Toezegging]) -> list[Toezegging]:
    """The same, whatever number stands there."""
    folded = " ".join(sentence.casefold().split())
    named = [one for one in known if _has(folded, one.id) or _is_titled(folded, one)]
    if named:
        return named
    about = _ABOUT.search(sentence)
    words = [word for word in _WORD.findall(about["words"].casefold()) if word not in _EMPTY] if about else []
    if about is None or not any(len(word) >= _FEWEST_LETTERS for word in words):
        return []
    kind = about["soort"].casefold()
    return [
        one for one in known if one.soort == kind and all(_begins(word) in _begun(one.wat) for word in words)
    ]


def words_of(text: str) -> set[str]:
    """How the words of a text begin that say what it is about."""
    return {_begins(word) for word in _WORD.findall(text.casefold()) if len(word) >= _FEWEST_LETTERS}


def retold_in(sentence: str, known: Sequence[Toezegging]) -> list[Toezegging]:
    """The entries of whose words a sentence has most, and two at least."""
    said = words_of(sentence)
    shared = {one.id: len(said & _begun(one.wat)) for one in known}
    most = max(shared.values(), default=0)
    return [one for one in known if shared[one.id] == most] if most >= _FEWEST_WORDS else []


def mostly_titled(sentence: str, known: Sequence[Toezegging]) -> list[Toezegging]:
    """The entries of whose words a sentence has all, or all but one of four and more."""
    said = _begun(sentence)
    return [one for one in known if _is_most(_begun(one.wat) - _LITTLE, said)]


def _is_most(title: frozenset[str], said: frozenset[str]) -> bool:
    shared = len(title & said)
    return shared >= _FEWEST_WORDS and shared >= len(title) - (len(title) > _MANY_WORDS)


def _is_titled(folded: str, one: Toezegging) -> bool:
    """Whether a sentence has the words of what was promised, of two or more, or those of its name."""
    title = one.wat.casefold()
    spoken = one.id.replace("-", " ")
    return (" " in title and _has(folded, title)) or (" " in spoken and _has(folded, spoken))


def _has(folded: str, words: str) -> bool:
    if words not in folded or ("-" not in words and " " not in words):
        return False
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", folded) is not None


@lru_cache(maxsize=2048)
def _begun(text: str) -> frozenset[str]:
    return frozenset(_begins(word) for word in _WORD.findall(text.casefold()))


def _begins(word: str) -> str:
    return word[:_FIRST_LETTERS]
