"""Find what a text makes of a count 'met De Zandkamp erbij', where the paper counts something else there.

'Er stonden er 36. Met De Zandkamp erbij worden het er 84' follows from the 48 homes that another sentence of
the paper has on De Zandkamp.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from rapportage.checks.reading.directions import number_of
from rapportage.dutch import BETWEEN_SENTENCES, number_text
from rapportage.errors import Finding, Place
from rapportage.named_periods import placed_periods
from rapportage.rough import ROOM

_NUMBER = r"(?<![\w.,/:€%-])(?<!€[ \u00a0])(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,6})(?![\w%/-]|[.,][0-9])"
_WITH_IT = re.compile(
    r"\bMet\s(?P<what>(?:[Dd]e\s|[Hh]et\s)?[A-Z][\w-]{3,}(?:\s[A-Z][\w-]+)?)\serbij\s(?:worden|zijn|staan|komen|wordt|is)"
    rf"\s(?:het\s)?(?:er\s)?(?:dan\s|in\stotaal\s)?(?P<sum>{_NUMBER})(?:\s[^\W\d_][\w-]*)?(?=\s*(?:[.,;]|\Z))",
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_OTHERWISE = re.compile(
    rf"\b(?:{re.sub('[?]P<[a-z]+>', '?:', ROOM)}|per|eerste|tweede|derde|fase|deel|eerder\w*|nog|later"
    r"|zou|zouden|waarvan|extra|van\sde|niet|geen)\b",
    re.I,
)
"""What makes it a count of a part or of another time, or leaves room in it."""


def otherwise_added(texts: Sequence[tuple[str, Place]]) -> Iterator[Finding]:
    """Each count 'met … erbij' that is not what was there with the one number that texts have for it."""
    for words, place in texts:
        sentences = BETWEEN_SENTENCES.split(words) if " erbij " in words else []
        for before, sentence in pairwise(sentences):
            found = _WITH_IT.search(sentence)
            said = number_of(found["sum"]) if found else None
            if found is None or said is None or _OTHERWISE.search(f"{before} {sentence}"):
                continue
            there, more = _numbers(before), set(_counted_at(found["what"], words, texts))
            if len(more) != 1 or not there:
                continue
            added = more.pop()
            if all(one + added != said for one in there):
                one, right = number_text(there[0], 0), number_text(there[0] + added, 0)
                made = f"{one} en {number_text(added, 0)}: samen is dat {right}"
                yield Finding(f"'{found['sum']}' volgt niet uit {made}", place, "reken het na")


def _numbers(sentence: str) -> list[Decimal]:
    """What a sentence counts: its numbers but years and days."""
    for start, end, _ in reversed(placed_periods(sentence)):
        sentence = f"{sentence[:start]}{sentence[end:]}"
    found = (one for one in re.findall(_NUMBER, sentence) if not _YEAR.fullmatch(one))
    return [value for one in found if (value := number_of(one)) is not None]


def _counted_at(what: str, words: str, texts: Sequence[tuple[str, Place]]) -> Iterator[Decimal]:
    """Each number that the texts count right before this name, of what these words are about."""
    counted = rf"(?P<number>{_NUMBER})\s(?P<noun>[^\W\d_][\w-]{{3,}})"
    form = re.compile(rf"{counted}\s(?:op|in|bij|van|aan|voor)\s{re.escape(what)}\b", re.I)
    for text, _ in texts:
        for found in form.finditer(text) if what in text else ():
            value = number_of(found["number"])
            if value is not None and found["noun"].casefold() in words.casefold():
                yield value
