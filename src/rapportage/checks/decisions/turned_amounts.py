"""Find amounts that are one of the decisions with two digits turned: '€ 352.000' beside '€ 325.000'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapportage.checks.decisions.decided_amounts import (
    ANY_MONEY,
    OTHERWISE,
    other_than_decided,
    parted,
    without,
)
from rapportage.checks.decisions.decided_cover import not_covered
from rapportage.checks.reading.amounts import head_words
from rapportage.checks.reading.other_bodies import is_of_another
from rapportage.checks.reading.table_lines import place_of_slot, tables
from rapportage.checks.reading.texts import running_texts
from rapportage.checks.subjects import Paper, Report
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.errors import Finding, Place
from rapportage.inlines import plain

_WORD = re.compile(r"[^\W\d_]{5,}")
_EMPTY = ("beschikbaar", "stellen", "gemeente", "bedrag", "euros")
_FIRST_LETTERS = 6
_FEWEST_DIGITS = 3
"""Where both have fewer before their zeros, they are round: '€ 520.000' may stand beside '€ 250.000'."""


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount as it is written, with the words around it, and those that may make it another one."""

    written: str
    around: str
    sentence: str
    place: Place

    @property
    def digits(self) -> str:
        """Its digits alone."""
        return re.sub(r"[^0-9]", "", self.written)

    @property
    def words(self) -> frozenset[str]:
        """How the words around it begin."""
        found = (word for word in _WORD.findall(self.around.casefold()) if word not in _EMPTY)
        return frozenset(word[:_FIRST_LETTERS] for word in found)


def in_decisions(report: Report) -> Iterator[Finding]:
    """Each amount that a decision has with two digits in the other order, of the same thing."""
    own, body = report.content.rapportage.periode, report.content.rapportage.organisatie.value.overheid
    papers = list(report.papers.values())
    decided = [one for paper in papers for one in _in_texts(parted(paper)[0])]
    known = {one.written for one in decided}
    every = [one for paper in papers for one in (*_in_texts(running_texts(paper)), *_in_tables(paper))]
    often = Counter(written for written, _ in {(one.written, one.place) for one in every})
    told: set[Place] | None = None
    for one in every:
        if one.written in known:
            continue
        meant = next((each for each in decided if is_turned(one.digits, each.digits)), None)
        if meant is None or min(often[one.written], often[meant.written]) > 1 or not one.words & meant.words:
            continue
        said, decides = (_otherwise(without(own, each.sentence)) for each in (one, meant))
        if said <= decides and not is_of_another(one.sentence, body):
            told = _told_of(report) if told is None else told
            if one.place not in told:
                yield Finding(
                    f"hier staat {one.written}, en in de besluitpunten {meant.written}: twee cijfers staan"
                    " andersom",
                    one.place,
                    "maak de bedragen gelijk; is dit een ander bedrag, zeg dan erbij waarvan",
                )


def _told_of(report: Report) -> set[Place]:
    """Where other rules on decisions tell of an amount."""
    covers = (finding for paper in report.papers.values() for finding in not_covered(paper))
    return {finding.at for finding in (*other_than_decided(report), *covers)}


def is_turned(some: str, others: str) -> bool:
    """Whether one number is the other with two digits beside each other turned; they are not both round."""
    if len(some) != len(others) or max(len(one.rstrip("0")) for one in (some, others)) < _FEWEST_DIGITS:
        return False
    apart = [at for at, (a, b) in enumerate(zip(some, others, strict=True)) if a != b]
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return (some[first], some[second]) == (others[second], others[first])


def _otherwise(sentence: str) -> set[str]:
    return {found[0].casefold() for found in OTHERWISE.finditer(sentence)}


def _in_texts(texts: Sequence[tuple[str, Place]] | Iterator[tuple[str, Place]]) -> Iterator[_Amount]:
    for words, place in texts:
        for sentence in BETWEEN_SENTENCES.split(words) if ANY_MONEY.search(words) else ():
            for found in ANY_MONEY.findall(sentence):
                yield _Amount(_plain(found), sentence, sentence, place)


def _in_tables(paper: Paper) -> Iterator[_Amount]:
    """The cells with euros, each told by what stands beside and above it."""
    for table, lines in tables(paper):
        caption = plain(table.caption)
        for line in lines:
            for column, (slot, number) in line.cells.items():
                if number is not None and number.kind == "€":
                    heads = " ".join((line.name, *head_words(table, column)))
                    written = _plain(plain(slot.cell.content))
                    yield _Amount(written, f"{heads} {caption}", heads, place_of_slot(table, slot))


def _plain(written: str) -> str:
    """An amount with an ordinary space behind its sign."""
    return written.replace("\u00a0", " ").strip()
