"""What a summary calls a loss and its chapter a gain: the same amount, on the other side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportage.checks.between.summarised import Told
from rapportage.checks.reading.directions import AMOUNT, number_of
from rapportage.movement import DOWN, UP

_SIDES = {
    UP: r"voordeel|overschot|meevallers?|onderschrijding|winst|plus",
    DOWN: r"nadeel|tekort|tegenvallers?|overschrijding|verlies|min",
}
_BALANCE = re.compile(
    rf"\b(?:(?P<up>{_SIDES[UP]})|(?P<down>{_SIDES[DOWN]}))\s(?:van|is|was)\s(?:\w+\s)?"
    rf"(?P<amount>€[ \u00a0]?{AMOUNT})(?![\w%/])",
    re.I,
)
"""'Een nadeel van € 168.000'."""
_NOT = re.compile(r"\b(?:geen|niet|zonder|eerst|eerder\w*|vorig\w*|verwacht\w*|begro\w+|anders)\b", re.I)


def other_side(said: Told, chapter: Sequence[Told]) -> tuple[str, Told] | None:
    """A balance of a summary that its chapter has with the same amount on the other side only."""
    for words, way, amount in _balances(said.words):
        there = [(other, text) for text in chapter for other in _balances(text.words) if other[2] == amount]
        if there and all(other[1] != way for other, _ in there):
            other, text = there[0]
            return words, Told(other[0], text.made, text.place)
    return None


def _balances(words: str) -> Iterator[tuple[str, int, object]]:
    for found in _BALANCE.finditer(words):
        if not _NOT.search(words[max(0, found.start() - _BEFORE) : found.start()]):
            yield found[0], UP if found["up"] else DOWN, number_of(found["amount"])


_BEFORE = 24
"""So far before it a word may say that it is none, or one of another time."""
