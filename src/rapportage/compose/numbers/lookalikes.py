"""Series whose names differ in one word, as those of two towns do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapportage.content.indicators import Indicator

_Form = tuple[str, ...]
"""A name without the word in which it differs from others."""


@dataclass(frozen=True, slots=True)
class Lookalikes:
    """The word by which a series is known among those that are otherwise called alike.

    `others` are the ids of these series by the word of each, its own too.
    """

    own: str
    others: Mapping[str, str]


def lookalikes(series: Iterable[Indicator]) -> Mapping[str, Lookalikes]:
    """The series that have lookalikes, by id; by their ids where their names do not tell."""
    alike: dict[_Form, dict[str, str]] = defaultdict(dict)
    known: list[tuple[str, _Form, str]] = []
    for one in series:
        for form, word in (*_forms(one.naam.split(), "naam"), *_forms(_titled(one.id), "id")):
            alike[form].setdefault(word, one.id)
            known.append((one.id, form, word))
    found: dict[str, Lookalikes] = {}
    for name, form, word in known:
        if len(alike[form]) > 1:
            found.setdefault(name, Lookalikes(word, alike[form]))
    return found


def _titled(name: str) -> list[str]:
    return [part.capitalize() for part in name.split("-")]


def _forms(words: Sequence[str], what: str) -> Iterator[tuple[_Form, str]]:
    """Each way to leave a proper name or a number out of these words, with what is left out.

    The first word of all has a capital anyway.
    """
    for at, word in enumerate(words[1:], 1):
        bare = word.strip("():,")
        rest = (what, *(part.casefold() for part in (*words[:at], "", *words[at + 1 :])))
        if bare.isdigit() and words[at - 1].isalpha():
            yield rest, f"{words[at - 1].casefold()} {bare}"
        elif bare[:1].isupper() and bare[1:].islower():
            yield rest, bare
